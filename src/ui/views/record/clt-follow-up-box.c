/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-follow-up-box"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-field-widgets.h"
#include "clt-follow-up-box.h"
#include "clt-text.h"
#include "clt-time.h"

#define TITLE_CHARS 80

struct _CltFollowUpBox
{
  GtkWidget       parent_instance;

  GtkWidget      *content;
  GtkDropDown    *kind;
  GtkStringList  *kind_labels;
  GtkWidget      *placeholder;
  GtkTextView    *text;
  GtkTextBuffer  *buffer;
  GtkWidget      *next_box;
  GtkEditable    *next_step;
  AdwBin         *due_slot;
  CltFieldEditor *due;       /* (nullable): child of the slot */
  GtkRevealer    *more;
  GtkWidget      *log_button;
  GtkLabel       *problem;

  CltSession     *session;   /* (owned) (nullable) */
  CltRecord      *record;    /* (owned) (nullable) */
  GPtrArray      *kind_ids;  /* (owned) (element-type utf8): by position */
};

G_DEFINE_FINAL_TYPE (CltFollowUpBox, clt_follow_up_box, GTK_TYPE_WIDGET)

/* {{{ Which entities take it */

static gboolean
clt_follow_up_box_has_roles (CltEntity     *entity,
                             const CltRole *roles,
                             gsize          n_roles)
{
  if (!clt_entity_has_flags (entity, CLT_ENTITY_TIMELINE)
      || clt_entity_has_flags (entity, CLT_ENTITY_READ_ONLY))
    return FALSE;

  for (gsize i = 0; i < n_roles; i++)
    {
      CltField *field = clt_entity_find_role (entity, roles[i]);

      if (field == NULL || clt_field_has_flags (field, CLT_FIELD_READ_ONLY))
        return FALSE;
    }

  return TRUE;
}

static CltEntity *
clt_follow_up_box_find_entity (CltFollowUpBox *self,
                               const CltRole  *roles,
                               gsize           n_roles)
{
  CltSchema *schema = clt_session_get_schema (self->session);

  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);

      if (clt_follow_up_box_has_roles (entity, roles, n_roles))
        return entity;
    }

  return NULL;
}

/* Where what was done is written down: some words of a kind, at a moment, about a record. */
static CltEntity *
clt_follow_up_box_find_log (CltFollowUpBox *self)
{
  static const CltRole roles[] = { CLT_ROLE_BODY, CLT_ROLE_KIND, CLT_ROLE_WHEN, CLT_ROLE_ABOUT };

  return clt_follow_up_box_find_entity (self, roles, G_N_ELEMENTS (roles));
}

/* Where what is to be done is kept: a title and a day, about a record. */
static CltEntity *
clt_follow_up_box_find_next (CltFollowUpBox *self)
{
  static const CltRole roles[] = { CLT_ROLE_TITLE, CLT_ROLE_DUE, CLT_ROLE_STATUS, CLT_ROLE_ABOUT };

  return clt_follow_up_box_find_entity (self, roles, G_N_ELEMENTS (roles));
}

/* }}} */
/* {{{ Making the records */

/* The fields that a new record starts with. */
typedef struct
{
  CltEntity *entity;
  GPtrArray *names;  /* (owned) (element-type utf8): borrowed from the entity */
  GPtrArray *values; /* (owned) (element-type CltValue) */
} Start;

static void
start_init (Start     *start,
            CltEntity *entity)
{
  start->entity = entity;
  start->names = g_ptr_array_new ();
  start->values = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
}

static void
start_clear (Start *start)
{
  g_ptr_array_unref (start->names);
  g_ptr_array_unref (start->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Start, start_clear)

/* @value: (transfer full) */
static void
start_take (Start    *start,
            CltRole   role,
            CltValue *value)
{
  CltField *field = clt_entity_find_role (start->entity, role);

  if (field == NULL || clt_value_is_none (value))
    {
      clt_value_unref (value);
      return;
    }

  g_ptr_array_add (start->names, (gpointer) clt_field_get_name (field));
  g_ptr_array_add (start->values, value);
}

static void
start_create (Start     *start,
              GPtrArray *changes)
{
  gint64 id = 0;
  GPtrArray *created = clt_command_create (start->entity,
                                           (const char *const *) start->names->pdata,
                                           (CltValue **) start->values->pdata,
                                           start->names->len, &id);

  g_ptr_array_extend_and_steal (changes, created);
}

static CltValue *
clt_follow_up_box_new_about (CltFollowUpBox *self)
{
  return clt_value_new_reference (clt_entity_get_name (clt_record_get_entity (self->record)),
                                  clt_record_get_id (self->record));
}

static char *
clt_follow_up_box_dup_text (CltFollowUpBox *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

/* The first line, for lists that show titles. */
static char *
clt_follow_up_box_dup_title (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);

  return clt_text_ellipsize (lines[0], TITLE_CHARS);
}

static void
clt_follow_up_box_add_log (CltFollowUpBox *self,
                           const char     *text,
                           GPtrArray      *changes)
{
  g_auto (Start) start;
  g_autofree char *title = clt_follow_up_box_dup_title (text);
  const guint kind = gtk_drop_down_get_selected (self->kind);

  start_init (&start, clt_follow_up_box_find_log (self));
  start_take (&start, CLT_ROLE_TITLE, clt_value_new_text (title));
  if (kind < self->kind_ids->len)
    start_take (&start, CLT_ROLE_KIND,
                clt_value_new_text (g_ptr_array_index (self->kind_ids, kind)));
  start_take (&start, CLT_ROLE_BODY, clt_value_new_text (text));
  start_take (&start, CLT_ROLE_WHEN, clt_value_new_moment (clt_time_now ()));
  start_take (&start, CLT_ROLE_AUTHOR, clt_value_new_text (g_get_real_name ()));
  start_take (&start, CLT_ROLE_ABOUT, clt_follow_up_box_new_about (self));
  start_create (&start, changes);
}

static CltValue *
clt_follow_up_box_new_open_status (CltEntity *entity)
{
  GPtrArray *choices = clt_field_get_choices (clt_entity_find_role (entity, CLT_ROLE_STATUS));

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      CltChoice *choice = g_ptr_array_index (choices, i);

      if (!clt_choice_is_closed (choice))
        return clt_value_new_text (clt_choice_get_id (choice));
    }

  return clt_value_new_none ();
}

static void
clt_follow_up_box_add_next (CltFollowUpBox *self,
                            const char     *next_step,
                            CltValue       *due,
                            GPtrArray      *changes)
{
  CltEntity *entity = clt_follow_up_box_find_next (self);
  CltField *owner = clt_entity_find_role (clt_record_get_entity (self->record), CLT_ROLE_OWNER);
  g_auto (Start) start;

  start_init (&start, entity);
  start_take (&start, CLT_ROLE_TITLE, clt_value_new_text (next_step));
  start_take (&start, CLT_ROLE_DUE, clt_value_ref (due));
  start_take (&start, CLT_ROLE_STATUS, clt_follow_up_box_new_open_status (entity));
  start_take (&start, CLT_ROLE_ABOUT, clt_follow_up_box_new_about (self));
  if (owner != NULL)
    start_take (&start, CLT_ROLE_OWNER,
                clt_value_ref (clt_record_get_role (self->record, CLT_ROLE_OWNER)));
  start_create (&start, changes);
}

/* }}} */

static void
clt_follow_up_box_show_problem (CltFollowUpBox *self,
                                const char     *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
clt_follow_up_box_clear (CltFollowUpBox *self)
{
  g_autoptr (CltValue) none = clt_value_new_none ();

  gtk_text_buffer_set_text (self->buffer, "", -1);
  gtk_editable_set_text (self->next_step, "");
  if (self->due != NULL)
    clt_field_editor_show (self->due, none, NULL);
  clt_follow_up_box_show_problem (self, NULL);
  gtk_revealer_set_reveal_child (self->more, FALSE);
}

static void
clt_follow_up_box_logged_cb (GObject      *object,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr (CltFollowUpBox) self = CLT_FOLLOW_UP_BOX (user_data);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->log_button, TRUE);
  if (clt_command_stack_run_finish (CLT_COMMAND_STACK (object), result, &error))
    {
      clt_follow_up_box_clear (self);
    }
  else
    {
      g_autofree char *sentence = clt_error_dup_sentence (error);

      clt_follow_up_box_show_problem (self, sentence);
    }
}

/* FALSE if what was typed as the next step cannot be one; then it says why. */
static gboolean
clt_follow_up_box_collect (CltFollowUpBox *self,
                           GPtrArray      *changes)
{
  const char *next_step = gtk_editable_get_text (self->next_step);
  g_autofree char *text = clt_follow_up_box_dup_text (self);
  g_autoptr (CltValue) due = NULL;
  g_autoptr (GError) error = NULL;

  if (!clt_text_is_blank (text))
    clt_follow_up_box_add_log (self, text, changes);

  if (self->due == NULL || clt_text_is_blank (next_step))
    return TRUE;

  due = clt_field_editor_dup_value (self->due, &error);
  if (due == NULL)
    {
      g_autofree char *sentence = clt_error_dup_sentence (error);

      clt_follow_up_box_show_problem (self, sentence);
      return FALSE;
    }
  clt_follow_up_box_add_next (self, next_step, due, changes);

  return TRUE;
}

static void
clt_follow_up_box_log_cb (CltFollowUpBox *self)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_change_unref);
  if (!clt_follow_up_box_collect (self, changes))
    return;

  if (changes->len == 0)
    {
      clt_follow_up_box_show_problem (self, _("Write down what happened, or what is to be done."));
      return;
    }

  /* Translators: what was done and can be undone: a record's title */
  label = g_strdup_printf (_("Follow-up for “%s” logged"), clt_record_get_title (self->record));
  gtk_widget_set_sensitive (self->log_button, FALSE);
  clt_command_stack_run_async (clt_session_get_commands (self->session), label, changes, NULL,
                               clt_follow_up_box_logged_cb, g_object_ref (self));
}

static gboolean
clt_follow_up_box_log_binding_cb (GtkWidget *widget,
                                  GVariant  *arguments,
                                  gpointer   user_data)
{
  clt_follow_up_box_log_cb (CLT_FOLLOW_UP_BOX (widget));

  return GDK_EVENT_STOP;
}

static void
clt_follow_up_box_enter_cb (CltFollowUpBox *self)
{
  gtk_revealer_set_reveal_child (self->more, TRUE);
}

static void
clt_follow_up_box_text_changed_cb (CltFollowUpBox *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (self->buffer) == 0);
  clt_follow_up_box_show_problem (self, NULL);
}

static void
clt_follow_up_box_offer_kinds (CltFollowUpBox *self,
                               CltEntity      *log)
{
  GPtrArray *choices = clt_field_get_choices (clt_entity_find_role (log, CLT_ROLE_KIND));

  g_ptr_array_set_size (self->kind_ids, 0);
  gtk_string_list_splice (self->kind_labels, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->kind_labels)), NULL);
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      CltChoice *choice = g_ptr_array_index (choices, i);

      if ((clt_choice_get_flags (choice) & CLT_CHOICE_HIDDEN) != 0)
        continue;

      g_ptr_array_add (self->kind_ids, g_strdup (clt_choice_get_id (choice)));
      gtk_string_list_append (self->kind_labels, clt_choice_get_label (choice));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->kind), self->kind_ids->len > 0);
}

static void
clt_follow_up_box_set_up (CltFollowUpBox *self)
{
  CltEntity *log = clt_follow_up_box_find_log (self);
  CltEntity *next = clt_follow_up_box_find_next (self);

  gtk_widget_set_visible (GTK_WIDGET (self), log != NULL);
  if (log != NULL)
    clt_follow_up_box_offer_kinds (self, log);

  self->due = NULL;
  gtk_widget_set_visible (self->next_box, next != NULL);
  if (next != NULL)
    self->due = clt_field_editor_new (clt_entity_find_role (next, CLT_ROLE_DUE), self->session);
  adw_bin_set_child (self->due_slot, GTK_WIDGET (self->due));
}

static gboolean
clt_follow_up_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CLT_FOLLOW_UP_BOX (widget)->text));
}

static void
clt_follow_up_box_dispose (GObject *object)
{
  CltFollowUpBox *self = CLT_FOLLOW_UP_BOX (object);

  self->due = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_FOLLOW_UP_BOX);

  G_OBJECT_CLASS (clt_follow_up_box_parent_class)->dispose (object);
}

static void
clt_follow_up_box_finalize (GObject *object)
{
  CltFollowUpBox *self = CLT_FOLLOW_UP_BOX (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_pointer (&self->kind_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (clt_follow_up_box_parent_class)->finalize (object);
}

static void
clt_follow_up_box_class_init (CltFollowUpBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_follow_up_box_dispose;
  object_class->finalize = clt_follow_up_box_finalize;
  widget_class->grab_focus = clt_follow_up_box_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/record/clt-follow-up-box.ui");
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, buffer);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, content);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, due_slot);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, kind);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, kind_labels);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, log_button);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, more);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, next_box);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, next_step);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, placeholder);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, problem);
  gtk_widget_class_bind_template_child (widget_class, CltFollowUpBox, text);
  gtk_widget_class_bind_template_callback (widget_class, clt_follow_up_box_clear);
  gtk_widget_class_bind_template_callback (widget_class, clt_follow_up_box_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_follow_up_box_log_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_follow_up_box_text_changed_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                clt_follow_up_box_log_binding_cb, NULL);
}

static void
clt_follow_up_box_init (CltFollowUpBox *self)
{
  self->kind_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_follow_up_box_new:
 *
 * Returns: (transfer floating): a box that belongs to no record yet
 */
GtkWidget *
clt_follow_up_box_new (void)
{
  return g_object_new (CLT_TYPE_FOLLOW_UP_BOX, NULL);
}

/**
 * clt_follow_up_box_set_session:
 * @self: a follow-up box
 * @session: (nullable): where it writes
 *
 * The box hides itself in a workspace that keeps nothing of the sort.
 */
void
clt_follow_up_box_set_session (CltFollowUpBox *self,
                               CltSession     *session)
{
  g_return_if_fail (CLT_IS_FOLLOW_UP_BOX (self));
  g_return_if_fail (session == NULL || CLT_IS_SESSION (session));

  if (g_set_object (&self->session, session) && session != NULL)
    clt_follow_up_box_set_up (self);
}

/**
 * clt_follow_up_box_set_record:
 * @self: a follow-up box
 * @record: (nullable): what the follow-up is about
 *
 * What was typed for another record is dropped: it would be logged for the wrong one.
 */
void
clt_follow_up_box_set_record (CltFollowUpBox *self,
                              CltRecord      *record)
{
  g_return_if_fail (CLT_IS_FOLLOW_UP_BOX (self));
  g_return_if_fail (record == NULL || CLT_IS_RECORD (record));

  if (g_set_object (&self->record, record))
    clt_follow_up_box_clear (self);
}
