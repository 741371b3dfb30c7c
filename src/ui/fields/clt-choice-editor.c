/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-choice-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-choice-editor.h"

struct _CltChoiceEditor
{
  CltFieldEditor  parent_instance;

  GtkDropDown    *input;

  GPtrArray      *ids;     /* (owned) (element-type utf8): by position; "" is none */
  gboolean        showing; /* the list changes before its selection can: nobody chose that */
};

G_DEFINE_FINAL_TYPE (CltChoiceEditor, clt_choice_editor, CLT_TYPE_FIELD_EDITOR)

static const char *
clt_choice_editor_get_selected_id (CltChoiceEditor *self)
{
  const guint selected = gtk_drop_down_get_selected (self->input);

  return selected < self->ids->len ? g_ptr_array_index (self->ids, selected) : "";
}

static guint
clt_choice_editor_find (CltChoiceEditor *self,
                        const char      *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->ids, i), id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* What is no longer offered is offered where it is the record's own: nothing is lost by looking.
 * A required field offers "none" only while it is empty. */
static void
clt_choice_editor_offer (CltChoiceEditor *self,
                         const char      *shown_id)
{
  CltField *field = clt_field_editor_get_field (CLT_FIELD_EDITOR (self));
  GPtrArray *choices = clt_field_get_choices (field);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->ids, 0);
  if (!clt_field_has_flags (field, CLT_FIELD_REQUIRED) || *shown_id == '\0')
    {
      g_ptr_array_add (self->ids, g_strdup (""));
      /* Translators: no choice is made in this field */
      gtk_string_list_append (labels, C_("choice", "None"));
    }

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      CltChoice *choice = g_ptr_array_index (choices, i);
      const char *id = clt_choice_get_id (choice);

      if ((clt_choice_get_flags (choice) & CLT_CHOICE_HIDDEN) != 0 && !g_str_equal (id, shown_id))
        continue;

      g_ptr_array_add (self->ids, g_strdup (id));
      gtk_string_list_append (labels, clt_choice_get_label (choice));
    }

  if (clt_choice_editor_find (self, shown_id) == GTK_INVALID_LIST_POSITION)
    {
      g_ptr_array_add (self->ids, g_strdup (shown_id));
      gtk_string_list_append (labels, shown_id);
    }

  gtk_drop_down_set_model (self->input, G_LIST_MODEL (labels));
}

static gboolean
clt_choice_editor_is_edited (CltFieldEditor *editor)
{
  const char *shown = clt_value_get_text (clt_field_editor_get_shown (editor));

  return g_strcmp0 (clt_choice_editor_get_selected_id (CLT_CHOICE_EDITOR (editor)),
                    shown != NULL ? shown : "") != 0;
}

static void
clt_choice_editor_selected_cb (CltChoiceEditor *self)
{
  if (!self->showing)
    clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_choice_editor_show (CltFieldEditor *editor,
                        CltValue       *value,
                        const char     *label)
{
  CltChoiceEditor *self = CLT_CHOICE_EDITOR (editor);
  const char *id = clt_value_get_text (value);

  if (id == NULL)
    id = "";

  self->showing = TRUE;
  clt_choice_editor_offer (self, id);
  gtk_drop_down_set_selected (self->input, clt_choice_editor_find (self, id));
  self->showing = FALSE;

  if (*id == '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->input), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->input), "dim-label");
}

static CltValue *
clt_choice_editor_dup_value (CltFieldEditor  *editor,
                             GError         **error)
{
  return clt_value_new_text (clt_choice_editor_get_selected_id (CLT_CHOICE_EDITOR (editor)));
}

static void
clt_choice_editor_constructed (GObject *object)
{
  CltChoiceEditor *self = CLT_CHOICE_EDITOR (object);

  G_OBJECT_CLASS (clt_choice_editor_parent_class)->constructed (object);

  clt_field_editor_set_input (CLT_FIELD_EDITOR (self), GTK_WIDGET (self->input));
}

static void
clt_choice_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_CHOICE_EDITOR);

  G_OBJECT_CLASS (clt_choice_editor_parent_class)->dispose (object);
}

static void
clt_choice_editor_finalize (GObject *object)
{
  CltChoiceEditor *self = CLT_CHOICE_EDITOR (object);

  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (clt_choice_editor_parent_class)->finalize (object);
}

static void
clt_choice_editor_class_init (CltChoiceEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CltFieldEditorClass *editor_class = CLT_FIELD_EDITOR_CLASS (klass);

  object_class->constructed = clt_choice_editor_constructed;
  object_class->dispose = clt_choice_editor_dispose;
  object_class->finalize = clt_choice_editor_finalize;
  editor_class->show = clt_choice_editor_show;
  editor_class->dup_value = clt_choice_editor_dup_value;
  editor_class->is_edited = clt_choice_editor_is_edited;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/fields/clt-choice-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CltChoiceEditor, input);
  gtk_widget_class_bind_template_callback (widget_class, clt_choice_editor_selected_cb);
}

static void
clt_choice_editor_init (CltChoiceEditor *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
