/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-row"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-field-row.h"
#include "clt-field-widgets.h"

#define SAVED_SHOWN_MS 2500

struct _CltFieldRow
{
  GtkWidget       parent_instance;

  GtkWidget      *content;
  GtkLabel       *label;
  AdwBin         *slot;
  GtkLabel       *state;
  GtkLabel       *problem;

  char           *field;       /* (owned): its name */
  CltSession     *session;     /* (owned) (nullable) */
  CltRecord      *record;      /* (owned) (nullable) */
  CltFieldEditor *editor;      /* (nullable): child of the slot */
  int             index;       /* of the field in the record's entity */
  gboolean        draft;
  guint           saved_timer; /* while "Saved" is shown */
};

G_DEFINE_FINAL_TYPE (CltFieldRow, clt_field_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FIELD = 1,
  PROP_SESSION,
  PROP_RECORD,
  PROP_SHOW_LABEL,
  PROP_DRAFT,
} CltFieldRowProperty;

static GParamSpec *properties[PROP_DRAFT + 1];

/* {{{ What became of the last edit */

static void
clt_field_row_hide_saved (CltFieldRow *self)
{
  g_clear_handle_id (&self->saved_timer, g_source_remove);
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), "shown");
}

static gboolean
clt_field_row_saved_timeout_cb (gpointer user_data)
{
  CltFieldRow *self = CLT_FIELD_ROW (user_data);

  self->saved_timer = 0;
  clt_field_row_hide_saved (self);

  return G_SOURCE_REMOVE;
}

static void
clt_field_row_show_saved (CltFieldRow *self)
{
  clt_field_row_hide_saved (self);
  gtk_label_set_label (self->state, _("Saved"));
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "shown");
  self->saved_timer = g_timeout_add (SAVED_SHOWN_MS, clt_field_row_saved_timeout_cb, self);
}

static void
clt_field_row_show_problem (CltFieldRow  *self,
                            const GError *error)
{
  g_autofree char *sentence = error != NULL ? clt_error_dup_sentence (error) : NULL;

  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  if (self->editor != NULL)
    clt_field_editor_set_problem (self->editor, sentence);
}

/* }}} */
/* {{{ Saving */

typedef struct
{
  CltFieldRow *row;    /* (owned) */
  CltRecord   *record; /* (owned): the row may show another one when the store answers */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->row);
  g_clear_object (&saving->record);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
clt_field_row_saved_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  CltFieldRow *self = saving->row;
  g_autoptr (GError) error = NULL;

  if (clt_command_stack_run_finish (CLT_COMMAND_STACK (object), result, &error))
    {
      if (self->record != saving->record)
        return;

      clt_field_row_show_problem (self, NULL);
      clt_field_row_show_saved (self);
    }
  else if (self->record == saving->record)
    {
      clt_field_row_show_problem (self, error);
    }
  else
    {
      g_autofree char *sentence = clt_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
    }
}

static void
clt_field_row_save (CltFieldRow *self,
                    CltValue    *value)
{
  CltField *field = clt_field_editor_get_field (self->editor);
  g_autoptr (GPtrArray) changes = clt_command_set_field (self->record, self->field, value);
  g_autofree char *label = NULL;
  Saving *saving = g_new0 (Saving, 1);

  /* Translators: what was done and can be undone: a field's name, then the record's title */
  label = g_strdup_printf (_("%s of “%s” changed"), clt_field_get_label (field),
                           clt_record_get_title (self->record));
  saving->row = g_object_ref (self);
  saving->record = g_object_ref (self->record);
  clt_command_stack_run_async (clt_session_get_commands (self->session), label, changes, NULL,
                               clt_field_row_saved_cb, saving);
}

static void
clt_field_row_committed_cb (CltFieldRow *self)
{
  /* An editor that is taken down may lose the keyboard after the row has let go of it. */
  g_autoptr (CltValue) value = self->editor != NULL ? clt_field_row_dup_value (self) : NULL;

  if (value == NULL || self->draft)
    return;

  /* Typed something else and then the same again, in other words. */
  if (clt_value_equal (value, clt_record_get_nth_value (self->record, (guint) self->index)))
    clt_field_editor_show (self->editor, value,
                           clt_record_get_nth_label (self->record, (guint) self->index));
  else
    clt_field_row_save (self, value);
}

static void
clt_field_row_reverted_cb (CltFieldRow *self)
{
  clt_field_row_show_problem (self, NULL);
}

/* }}} */
/* {{{ Following the record */

static const char *
clt_field_row_find_lock (CltFieldRow *self)
{
  CltField *field = clt_field_editor_get_field (self->editor);
  CltStore *store = self->session != NULL ? clt_session_get_store (self->session) : NULL;

  if (self->draft)
    return NULL;

  if (store == NULL || clt_store_get_read_only (store))
    return _("This workspace is open for reading only.");

  if (clt_record_get_state (self->record) == CLT_RECORD_GONE)
    return _("This record no longer exists.");

  if (clt_entity_has_flags (clt_record_get_entity (self->record), CLT_ENTITY_READ_ONLY))
    return _("Your account may read these records, but not change them.");

  if (clt_field_has_flags (field, CLT_FIELD_READ_ONLY))
    return clt_session_get_engine (self->session) != NULL
           ? _("The server keeps this field up to date; it cannot be changed here.")
           : _("This field is kept up to date by itself.");

  return NULL;
}

static void
clt_field_row_update_lock (CltFieldRow *self)
{
  const char *lock = clt_field_row_find_lock (self);

  clt_field_editor_set_locked (self->editor, lock != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), lock);
}

/* Whether what stands in the editor is what the record now has, be it typed in other words. */
static gboolean
clt_field_row_is_entered (CltFieldRow *self,
                          CltValue    *value)
{
  g_autoptr (CltValue) typed = clt_field_editor_dup_value (self->editor, NULL);

  return typed != NULL && clt_value_equal (typed, value);
}

static void
clt_field_row_record_changed_cb (CltFieldRow *self)
{
  CltValue *value;

  if (self->editor == NULL)
    return;

  clt_field_row_update_lock (self);

  /* What is being typed is not taken from under the fingers. */
  value = clt_record_get_nth_value (self->record, (guint) self->index);
  if (clt_field_editor_is_edited (self->editor) && !clt_field_row_is_entered (self, value))
    return;

  clt_field_editor_show (self->editor, value,
                         clt_record_get_nth_label (self->record, (guint) self->index));
}

static void
clt_field_row_remove_editor (CltFieldRow *self)
{
  self->editor = NULL;
  adw_bin_set_child (self->slot, NULL);
}

static void
clt_field_row_make_editor (CltFieldRow *self,
                           CltField    *field)
{
  self->editor = clt_field_editor_new (field, self->session);
  g_signal_connect_object (self->editor, "committed", G_CALLBACK (clt_field_row_committed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "reverted", G_CALLBACK (clt_field_row_reverted_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->label, clt_field_get_label (field));
  adw_bin_set_child (self->slot, GTK_WIDGET (self->editor));
}

/* The editor stays as long as the field's description does: stepping through a list of records
 * makes no widgets. A field that this workspace does not have leaves no gap. */
static void
clt_field_row_choose_editor (CltFieldRow *self)
{
  CltField *field = NULL;

  if (self->record != NULL && self->field != NULL)
    {
      CltEntity *entity = clt_record_get_entity (self->record);

      self->index = clt_entity_find_index (entity, self->field);
      field = self->index >= 0 ? clt_entity_get_field (entity, (guint) self->index) : NULL;
    }

  if (self->editor != NULL && clt_field_editor_get_field (self->editor) != field)
    clt_field_row_remove_editor (self);
  if (self->editor == NULL && field != NULL)
    clt_field_row_make_editor (self, field);

  gtk_widget_set_visible (GTK_WIDGET (self), field != NULL);
  if (self->editor != NULL)
    {
      clt_field_row_show_problem (self, NULL);
      clt_field_row_update_lock (self);
      clt_field_editor_show (self->editor,
                             clt_record_get_nth_value (self->record, (guint) self->index),
                             clt_record_get_nth_label (self->record, (guint) self->index));
    }
}

/* }}} */

static void
clt_field_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CltFieldRow *self = CLT_FIELD_ROW (object);

  switch ((CltFieldRowProperty) prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;

    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    case PROP_SHOW_LABEL:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->label)));
      break;

    case PROP_DRAFT:
      g_value_set_boolean (value, self->draft);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_field_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  CltFieldRow *self = CLT_FIELD_ROW (object);

  switch ((CltFieldRowProperty) prop_id)
    {
    case PROP_FIELD:
      self->field = g_value_dup_string (value);
      break;

    case PROP_SESSION:
      clt_field_row_set_session (self, g_value_get_object (value));
      break;

    case PROP_RECORD:
      clt_field_row_set_record (self, g_value_get_object (value));
      break;

    case PROP_SHOW_LABEL:
      gtk_widget_set_visible (GTK_WIDGET (self->label), g_value_get_boolean (value));
      break;

    case PROP_DRAFT:
      clt_field_row_set_draft (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
clt_field_row_grab_focus (GtkWidget *widget)
{
  CltFieldRow *self = CLT_FIELD_ROW (widget);

  return self->editor != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
clt_field_row_dispose (GObject *object)
{
  CltFieldRow *self = CLT_FIELD_ROW (object);

  g_clear_handle_id (&self->saved_timer, g_source_remove);
  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_FIELD_ROW);

  G_OBJECT_CLASS (clt_field_row_parent_class)->dispose (object);
}

static void
clt_field_row_finalize (GObject *object)
{
  CltFieldRow *self = CLT_FIELD_ROW (object);

  g_clear_pointer (&self->field, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (clt_field_row_parent_class)->finalize (object);
}

static void
clt_field_row_install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_FIELD] =
    g_param_spec_string ("field", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, CLT_TYPE_SESSION, flags);
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, CLT_TYPE_RECORD, flags);
  properties[PROP_SHOW_LABEL] =
    g_param_spec_boolean ("show-label", NULL, NULL, TRUE, flags);
  properties[PROP_DRAFT] =
    g_param_spec_boolean ("draft", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clt_field_row_class_init (CltFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clt_field_row_get_property;
  object_class->set_property = clt_field_row_set_property;
  object_class->dispose = clt_field_row_dispose;
  object_class->finalize = clt_field_row_finalize;
  widget_class->grab_focus = clt_field_row_grab_focus;
  clt_field_row_install_properties (object_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldrow");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/fields/clt-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CltFieldRow, content);
  gtk_widget_class_bind_template_child (widget_class, CltFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, CltFieldRow, problem);
  gtk_widget_class_bind_template_child (widget_class, CltFieldRow, slot);
  gtk_widget_class_bind_template_child (widget_class, CltFieldRow, state);
}

static void
clt_field_row_init (CltFieldRow *self)
{
  self->index = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_field_row_new:
 * @field: name of a field
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
clt_field_row_new (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return g_object_new (CLT_TYPE_FIELD_ROW, "field", field, NULL);
}

/**
 * clt_field_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none): the name of the field
 */
const char *
clt_field_row_get_field (CltFieldRow *self)
{
  g_return_val_if_fail (CLT_IS_FIELD_ROW (self), NULL);

  return self->field;
}

/**
 * clt_field_row_set_session:
 * @self: a row
 * @session: (nullable): where the record lives
 *
 * To be set before the record.
 */
void
clt_field_row_set_session (CltFieldRow *self,
                           CltSession  *session)
{
  g_return_if_fail (CLT_IS_FIELD_ROW (self));
  g_return_if_fail (session == NULL || CLT_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  /* The editors hold the session that they search in. */
  clt_field_row_remove_editor (self);
  clt_field_row_choose_editor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * clt_field_row_set_record:
 * @self: a row
 * @record: (nullable): the record to show
 *
 * Shows another record's value. What was typed for the one before is saved, as it is when the
 * field is left.
 */
void
clt_field_row_set_record (CltFieldRow *self,
                          CltRecord   *record)
{
  g_return_if_fail (CLT_IS_FIELD_ROW (self));
  g_return_if_fail (record == NULL || CLT_IS_RECORD (record));

  if (self->record == record)
    return;

  if (self->editor != NULL)
    clt_field_editor_commit (self->editor);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_signal_connect_object (record, "changed", G_CALLBACK (clt_field_row_record_changed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (record, "notify::state",
                               G_CALLBACK (clt_field_row_record_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  clt_field_row_hide_saved (self);
  clt_field_row_choose_editor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/**
 * clt_field_row_set_draft:
 * @self: a row
 * @draft: whether the value is only being prepared
 *
 * A draft's value is not saved, only checked; see clt_field_row_dup_value().
 */
void
clt_field_row_set_draft (CltFieldRow *self,
                         gboolean     draft)
{
  g_return_if_fail (CLT_IS_FIELD_ROW (self));

  if (self->draft == draft)
    return;

  self->draft = draft;
  if (self->editor != NULL)
    clt_field_row_update_lock (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

/**
 * clt_field_row_get_editor:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the editor, once a record with the field was set
 */
CltFieldEditor *
clt_field_row_get_editor (CltFieldRow *self)
{
  g_return_val_if_fail (CLT_IS_FIELD_ROW (self), NULL);

  return self->editor;
}

/**
 * clt_field_row_dup_value:
 * @self: a row with an editor
 *
 * Reads and checks what stands in the row; if something is wrong, the row says what.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL if what was typed cannot be one
 */
CltValue *
clt_field_row_dup_value (CltFieldRow *self)
{
  g_autoptr (CltValue) value = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (CLT_IS_FIELD_ROW (self), NULL);
  g_return_val_if_fail (self->editor != NULL, NULL);

  value = clt_field_editor_dup_value (self->editor, &error);
  if (value != NULL
      && !clt_field_check (clt_field_editor_get_field (self->editor), value, &error))
    g_clear_pointer (&value, clt_value_unref);
  clt_field_row_show_problem (self, error);

  return g_steal_pointer (&value);
}
