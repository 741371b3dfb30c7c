/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-references-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-field-chip.h"
#include "clt-record-chooser.h"
#include "clt-references-editor.h"
#include "clt-wrap-layout.h"

struct _CltReferencesEditor
{
  CltFieldEditor  parent_instance;

  GtkWidget      *chips;
  GtkMenuButton  *input;

  GPtrArray      *values;      /* (owned) (element-type CltValue) */
  GHashTable     *titles;      /* (owned) (element-type CltRecordKey utf8): those known so far */
  GCancellable   *cancellable; /* (owned) (nullable): of the titles being loaded */
};

G_DEFINE_FINAL_TYPE (CltReferencesEditor, clt_references_editor, CLT_TYPE_FIELD_EDITOR)

static const char *
clt_references_editor_find_title (CltReferencesEditor *self,
                                  CltValue            *value)
{
  const CltRecordKey key = { g_intern_string (clt_value_get_entity (value)),
                             clt_value_get_id (value) };

  return g_hash_table_lookup (self->titles, &key);
}

static const char *
clt_references_editor_get_title (CltReferencesEditor *self,
                                 CltValue            *value)
{
  const char *title = clt_references_editor_find_title (self, value);

  return title != NULL ? title : "…";
}

static void
clt_references_editor_removed_cb (CltReferencesEditor *self,
                                  GtkWidget           *chip)
{
  CltValue *value = clt_field_chip_get_value (CLT_FIELD_CHIP (chip));

  g_ptr_array_remove (self->values, value);
  gtk_widget_unparent (chip);
  gtk_widget_grab_focus (GTK_WIDGET (self->input));
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_references_editor_opened_cb (CltReferencesEditor *self,
                                 GtkWidget           *chip)
{
  CltValue *value = clt_field_chip_get_value (CLT_FIELD_CHIP (chip));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)",
                              clt_value_get_entity (value), clt_value_get_id (value));
}

static void
clt_references_editor_fill (CltReferencesEditor *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != GTK_WIDGET (self->input))
    gtk_widget_unparent (child);

  for (guint i = 0; i < self->values->len; i++)
    {
      CltValue *value = g_ptr_array_index (self->values, i);
      GtkWidget *chip = clt_field_chip_new (value, clt_references_editor_get_title (self, value),
                                            TRUE);

      g_signal_connect_object (chip, "removed", G_CALLBACK (clt_references_editor_removed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (chip, "opened", G_CALLBACK (clt_references_editor_opened_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_widget_insert_before (chip, self->chips, GTK_WIDGET (self->input));
    }
}

static void
clt_references_editor_load_cb (GObject      *object,
                               GAsyncResult *result,
                               gpointer      user_data)
{
  g_autoptr (CltReferencesEditor) self = CLT_REFERENCES_EDITOR (user_data);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  records = clt_store_load_many_finish (CLT_STORE (object), result, &error);
  if (records == NULL)
    {
      if (!clt_error_is_cancelled (error))
        g_info ("Titles of referenced records not loaded: %s", error->message);
      return;
    }

  for (guint i = 0; i < records->len; i++)
    {
      CltRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (self->titles,
                           clt_record_key_new (clt_entity_get_name (clt_record_get_entity (record)),
                                               clt_record_get_id (record)),
                           g_strdup (clt_record_get_title (record)));
    }
  clt_references_editor_fill (self);
}

static void
clt_references_editor_load_titles (CltReferencesEditor *self)
{
  CltSession *session = clt_field_editor_get_session (CLT_FIELD_EDITOR (self));
  CltField *field = clt_field_editor_get_field (CLT_FIELD_EDITOR (self));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (session == NULL || self->values->len == 0)
    return;

  for (guint i = 0; i < self->values->len; i++)
    {
      CltValue *value = g_ptr_array_index (self->values, i);
      const gint64 id = clt_value_get_id (value);

      if (clt_references_editor_find_title (self, value) == NULL)
        g_array_append_val (ids, id);
    }

  if (ids->len == 0)
    return;

  self->cancellable = g_cancellable_new ();
  clt_store_load_many_async (clt_session_get_store (session), clt_field_get_target (field),
                             &g_array_index (ids, gint64, 0), ids->len, self->cancellable,
                             clt_references_editor_load_cb, g_object_ref (self));
}

static void
clt_references_editor_show (CltFieldEditor *editor,
                            CltValue       *value,
                            const char     *label)
{
  CltReferencesEditor *self = CLT_REFERENCES_EDITOR (editor);

  g_ptr_array_set_size (self->values, 0);
  for (gsize i = 0; i < clt_value_get_n_items (value); i++)
    g_ptr_array_add (self->values, clt_value_ref (clt_value_get_item (value, i)));

  clt_references_editor_fill (self);
  clt_references_editor_load_titles (self);
}

static CltValue *
clt_references_editor_dup_value (CltFieldEditor  *editor,
                                 GError         **error)
{
  CltReferencesEditor *self = CLT_REFERENCES_EDITOR (editor);

  if (self->values->len == 0)
    return clt_value_new_none ();

  return clt_value_new_list ((CltValue **) self->values->pdata, self->values->len);
}

static void
clt_references_editor_chosen_cb (CltReferencesEditor *self,
                                 CltRecordKey        *key,
                                 const char          *title)
{
  g_autoptr (CltValue) value = clt_value_new_reference (key->entity, key->id);

  for (guint i = 0; i < self->values->len; i++)
    {
      if (clt_value_equal (g_ptr_array_index (self->values, i), value))
        return;
    }

  g_hash_table_insert (self->titles, clt_record_key_copy (key), g_strdup (title));
  g_ptr_array_add (self->values, g_steal_pointer (&value));
  clt_references_editor_fill (self);
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_references_editor_constructed (GObject *object)
{
  CltReferencesEditor *self = CLT_REFERENCES_EDITOR (object);
  CltSession *session = clt_field_editor_get_session (CLT_FIELD_EDITOR (self));
  CltField *field = clt_field_editor_get_field (CLT_FIELD_EDITOR (self));

  G_OBJECT_CLASS (clt_references_editor_parent_class)->constructed (object);

  clt_field_editor_set_input (CLT_FIELD_EDITOR (self), GTK_WIDGET (self->input));
  gtk_widget_set_visible (GTK_WIDGET (self->input), session != NULL);
  if (session != NULL)
    {
      GtkWidget *chooser = clt_record_chooser_new (session, clt_field_get_target (field));

      g_signal_connect_object (chooser, "chosen", G_CALLBACK (clt_references_editor_chosen_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (self->input, chooser);
    }
}

static void
clt_references_editor_dispose (GObject *object)
{
  CltReferencesEditor *self = CLT_REFERENCES_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_REFERENCES_EDITOR);

  G_OBJECT_CLASS (clt_references_editor_parent_class)->dispose (object);
}

static void
clt_references_editor_finalize (GObject *object)
{
  CltReferencesEditor *self = CLT_REFERENCES_EDITOR (object);

  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (clt_references_editor_parent_class)->finalize (object);
}

static void
clt_references_editor_class_init (CltReferencesEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CltFieldEditorClass *editor_class = CLT_FIELD_EDITOR_CLASS (klass);

  object_class->constructed = clt_references_editor_constructed;
  object_class->dispose = clt_references_editor_dispose;
  object_class->finalize = clt_references_editor_finalize;
  editor_class->show = clt_references_editor_show;
  editor_class->dup_value = clt_references_editor_dup_value;

  g_type_ensure (CLT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/fields/clt-references-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CltReferencesEditor, chips);
  gtk_widget_class_bind_template_child (widget_class, CltReferencesEditor, input);
}

static void
clt_references_editor_init (CltReferencesEditor *self)
{
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  self->titles = g_hash_table_new_full (clt_record_key_hash, clt_record_key_equal,
                                        (GDestroyNotify) clt_record_key_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
