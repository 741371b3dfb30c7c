/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-tags-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-field-chip.h"
#include "clt-tags-editor.h"
#include "clt-text.h"
#include "clt-wrap-layout.h"

struct _CltTagsEditor
{
  CltFieldEditor  parent_instance;

  GtkWidget      *chips;
  GtkEntry       *entry;

  GPtrArray      *values; /* (owned) (element-type CltValue): texts */
};

G_DEFINE_FINAL_TYPE (CltTagsEditor, clt_tags_editor, CLT_TYPE_FIELD_EDITOR)

static const char *
clt_tags_editor_get_label (CltTagsEditor *self,
                           CltValue      *value)
{
  CltField *field = clt_field_editor_get_field (CLT_FIELD_EDITOR (self));
  const char *id = clt_value_get_text (value);
  CltChoice *choice = clt_field_find_choice (field, id);

  return choice != NULL ? clt_choice_get_label (choice) : id;
}

static gboolean
clt_tags_editor_has (CltTagsEditor *self,
                     CltValue      *value)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      if (clt_value_equal (g_ptr_array_index (self->values, i), value))
        return TRUE;
    }

  return FALSE;
}

static void
clt_tags_editor_removed_cb (CltTagsEditor *self,
                            GtkWidget     *chip)
{
  g_ptr_array_remove (self->values, clt_field_chip_get_value (CLT_FIELD_CHIP (chip)));
  gtk_widget_unparent (chip);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_tags_editor_add_chip (CltTagsEditor *self,
                          CltValue      *value)
{
  GtkWidget *chip = clt_field_chip_new (value, clt_tags_editor_get_label (self, value), FALSE);

  g_signal_connect_object (chip, "removed", G_CALLBACK (clt_tags_editor_removed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_before (chip, self->chips, GTK_WIDGET (self->entry));
  g_ptr_array_add (self->values, clt_value_ref (value));
}

static void
clt_tags_editor_show (CltFieldEditor *editor,
                      CltValue       *value,
                      const char     *label)
{
  CltTagsEditor *self = CLT_TAGS_EDITOR (editor);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != GTK_WIDGET (self->entry))
    gtk_widget_unparent (child);

  g_ptr_array_set_size (self->values, 0);
  for (gsize i = 0; i < clt_value_get_n_items (value); i++)
    clt_tags_editor_add_chip (self, clt_value_get_item (value, i));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* The chips, and the word that was typed but not yet made one. */
static CltValue *
clt_tags_editor_dup_value (CltFieldEditor  *editor,
                           GError         **error)
{
  CltTagsEditor *self = CLT_TAGS_EDITOR (editor);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) values = g_ptr_array_copy (self->values, (GCopyFunc) (GCallback)
                                                   clt_value_ref, NULL);

  g_ptr_array_set_free_func (values, (GDestroyNotify) clt_value_unref);
  if (!clt_text_is_blank (text))
    {
      g_autoptr (CltValue) typed = NULL;

      typed = clt_field_parse (clt_field_editor_get_field (editor), text, error);
      if (typed == NULL)
        return NULL;

      for (gsize i = 0; i < clt_value_get_n_items (typed); i++)
        {
          CltValue *item = clt_value_get_item (typed, i);

          if (!clt_tags_editor_has (self, item))
            g_ptr_array_add (values, clt_value_ref (item));
        }
    }

  if (values->len == 0)
    return clt_value_new_none ();

  return clt_value_new_list ((CltValue **) values->pdata, values->len);
}

static void
clt_tags_editor_done_cb (CltTagsEditor *self)
{
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

/* An empty entry and Backspace: the last word goes. */
static gboolean
clt_tags_editor_key_pressed_cb (CltTagsEditor   *self,
                                guint            keyval,
                                guint            keycode,
                                GdkModifierType  modifiers)
{
  GtkWidget *last = gtk_widget_get_prev_sibling (GTK_WIDGET (self->entry));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (keyval != GDK_KEY_BackSpace || *text != '\0' || last == NULL)
    return GDK_EVENT_PROPAGATE;

  clt_tags_editor_removed_cb (self, last);

  return GDK_EVENT_STOP;
}

/* Words that others use already, offered while one is typed. */
static void
clt_tags_editor_offer_choices (CltTagsEditor *self)
{
  GPtrArray *choices = NULL;
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  g_autoptr (GtkListStore) labels = gtk_list_store_new (1, G_TYPE_STRING);

  choices = clt_field_get_choices (clt_field_editor_get_field (CLT_FIELD_EDITOR (self)));
  if (choices == NULL)
    return;

  for (guint i = 0; i < choices->len; i++)
    gtk_list_store_insert_with_values (labels, NULL, -1, 0,
                                       clt_choice_get_label (g_ptr_array_index (choices, i)), -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (labels));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_set_completion (self->entry, completion);
}

static void
clt_tags_editor_constructed (GObject *object)
{
  CltTagsEditor *self = CLT_TAGS_EDITOR (object);

  G_OBJECT_CLASS (clt_tags_editor_parent_class)->constructed (object);

  clt_field_editor_set_input (CLT_FIELD_EDITOR (self), GTK_WIDGET (self->entry));
  clt_tags_editor_offer_choices (self);
}

static void
clt_tags_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_TAGS_EDITOR);

  G_OBJECT_CLASS (clt_tags_editor_parent_class)->dispose (object);
}

static void
clt_tags_editor_finalize (GObject *object)
{
  CltTagsEditor *self = CLT_TAGS_EDITOR (object);

  g_clear_pointer (&self->values, g_ptr_array_unref);

  G_OBJECT_CLASS (clt_tags_editor_parent_class)->finalize (object);
}

static void
clt_tags_editor_class_init (CltTagsEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CltFieldEditorClass *editor_class = CLT_FIELD_EDITOR_CLASS (klass);

  object_class->constructed = clt_tags_editor_constructed;
  object_class->dispose = clt_tags_editor_dispose;
  object_class->finalize = clt_tags_editor_finalize;
  editor_class->show = clt_tags_editor_show;
  editor_class->dup_value = clt_tags_editor_dup_value;

  g_type_ensure (CLT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/fields/clt-tags-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CltTagsEditor, chips);
  gtk_widget_class_bind_template_child (widget_class, CltTagsEditor, entry);
  gtk_widget_class_bind_template_callback (widget_class, clt_tags_editor_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_tags_editor_key_pressed_cb);
}

static void
clt_tags_editor_init (CltTagsEditor *self)
{
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}
