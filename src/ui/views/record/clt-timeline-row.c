/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-timeline-row"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-text.h"
#include "clt-time.h"
#include "clt-timeline-gather.h"
#include "clt-timeline-row.h"

struct _CltTimelineRow
{
  GtkListBoxRow   parent_instance;

  GtkImage       *icon;
  GtkLabel       *kind;
  GtkLabel       *time;
  GtkLabel       *title;
  GtkLabel       *body;
  GtkCheckButton *done;

  CltSession     *session; /* (owned) */
  CltRecord      *record;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (CltTimelineRow, clt_timeline_row, GTK_TYPE_LIST_BOX_ROW)

/* {{{ Ticking off */

static CltChoice *
clt_timeline_row_find_choice (CltField       *status,
                              CltChoiceFlags  flags)
{
  GPtrArray *choices = clt_field_get_choices (status);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      CltChoice *choice = g_ptr_array_index (choices, i);

      if ((clt_choice_get_flags (choice) & flags) == flags
          && (flags != CLT_CHOICE_NONE || !clt_choice_is_closed (choice)))
        return choice;
    }

  return NULL;
}

static gboolean
clt_timeline_row_is_closed (CltTimelineRow *self)
{
  CltField *status = clt_entity_find_role (clt_record_get_entity (self->record), CLT_ROLE_STATUS);
  CltChoice *choice = NULL;

  if (status != NULL)
    choice = clt_field_find_choice (status, clt_value_get_text (
                                    clt_record_get_role (self->record, CLT_ROLE_STATUS)));

  return choice != NULL && clt_choice_is_closed (choice);
}

/* What has a day by which it is to be done, and a status that can say so. */
static gboolean
clt_timeline_row_can_tick (CltTimelineRow *self)
{
  CltEntity *entity = clt_record_get_entity (self->record);
  CltField *status = clt_entity_find_role (entity, CLT_ROLE_STATUS);

  return status != NULL && clt_entity_find_role (entity, CLT_ROLE_DUE) != NULL
         && !clt_entity_has_flags (entity, CLT_ENTITY_READ_ONLY)
         && !clt_field_has_flags (status, CLT_FIELD_READ_ONLY)
         && clt_timeline_row_find_choice (status, CLT_CHOICE_WON) != NULL
         && clt_timeline_row_find_choice (status, CLT_CHOICE_NONE) != NULL;
}

static void
clt_timeline_row_ticked_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (CltTimelineRow) self = CLT_TIMELINE_ROW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (clt_command_stack_run_finish (CLT_COMMAND_STACK (object), result, &error))
    return;

  sentence = clt_error_dup_sentence (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
  gtk_check_button_set_active (self->done, clt_timeline_row_is_closed (self));
}

static void
clt_timeline_row_toggled_cb (CltTimelineRow *self)
{
  const gboolean is_done = gtk_check_button_get_active (self->done);
  CltField *status;
  CltChoice *choice;
  g_autoptr (CltValue) value = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;

  if (self->record == NULL || is_done == clt_timeline_row_is_closed (self))
    return;

  status = clt_entity_find_role (clt_record_get_entity (self->record), CLT_ROLE_STATUS);
  choice = clt_timeline_row_find_choice (status, is_done ? CLT_CHOICE_WON : CLT_CHOICE_NONE);
  value = clt_value_new_text (clt_choice_get_id (choice));
  changes = clt_command_set_field (self->record, clt_field_get_name (status), value);
  /* Translators: what was done and can be undone: a record's title, then its new status */
  label = g_strdup_printf (_("“%s” is now: %s"), clt_record_get_title (self->record),
                           clt_choice_get_label (choice));
  clt_command_stack_run_async (clt_session_get_commands (self->session), label, changes, NULL,
                               clt_timeline_row_ticked_cb, g_object_ref (self));
}

/* }}} */

/* "Call · Ann Li": what kind of thing, and whose. */
static char *
clt_timeline_row_dup_kind (CltRecord *record)
{
  static const CltRole people[] = { CLT_ROLE_AUTHOR, CLT_ROLE_OWNER };
  CltEntity *entity = clt_record_get_entity (record);
  const int kind = clt_entity_find_role_index (entity, CLT_ROLE_KIND);
  g_autofree char *what = kind >= 0 ? clt_record_dup_display (record, (guint) kind) : NULL;

  if (clt_text_is_blank (what))
    {
      g_free (what);
      what = g_strdup (clt_entity_get_label (entity));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      const int index = clt_entity_find_role_index (entity, people[i]);
      g_autofree char *who = index >= 0 ? clt_record_dup_display (record, (guint) index) : NULL;

      if (!clt_text_is_blank (who))
        return g_strdup_printf ("%s · %s", what, who);
    }

  return g_steal_pointer (&what);
}

/* A title that only repeats the beginning of the text is left out. */
static gboolean
clt_timeline_row_needs_title (const char *title,
                              const char *body)
{
  g_autofree char *folded_title = NULL;

  if (clt_text_is_blank (title))
    return FALSE;

  if (body == NULL)
    return TRUE;

  folded_title = g_strdup (title);
  if (g_str_has_suffix (folded_title, "…"))
    folded_title[strlen (folded_title) - strlen ("…")] = '\0';

  return !g_str_has_prefix (body, folded_title);
}

static void
clt_timeline_row_show_text (CltTimelineRow *self)
{
  const char *title = clt_record_get_title (self->record);
  const char *body = clt_value_get_text (clt_record_get_role (self->record, CLT_ROLE_BODY));

  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), clt_timeline_row_needs_title (title, body));
  gtk_label_set_label (self->body, body != NULL ? body : "");
  gtk_widget_set_visible (GTK_WIDGET (self->body), !clt_text_is_blank (body));
}

static void
clt_timeline_row_show_time (CltTimelineRow *self)
{
  const gint64 moment = clt_timeline_get_moment (self->record);
  CltValue *due = clt_record_get_role (self->record, CLT_ROLE_DUE);
  g_autofree char *exact = NULL;
  g_autofree char *text = NULL;

  /* A day by which something is to be done has no time of day. */
  if (clt_value_get_value_type (due) == CLT_VALUE_DAY)
    {
      text = clt_day_to_display (clt_value_get_integer (due));
      exact = g_strdup (text);
    }
  else
    {
      text = clt_time_to_relative (moment, clt_time_now ());
      exact = clt_time_to_display (moment);
    }

  gtk_label_set_label (self->time, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time), exact);
  if (clt_timeline_row_can_tick (self) && !clt_timeline_row_is_closed (self)
      && clt_time_to_local_day (moment) < clt_day_today ())
    gtk_widget_add_css_class (GTK_WIDGET (self->time), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->time), "error");
}

static void
clt_timeline_row_fill (CltTimelineRow *self)
{
  g_autofree char *kind = clt_timeline_row_dup_kind (self->record);
  g_autofree char *name = NULL;
  const gboolean can_tick = clt_timeline_row_can_tick (self);

  gtk_label_set_label (self->kind, kind);
  gtk_image_set_from_icon_name (self->icon, clt_entity_get_icon_name (
                                clt_record_get_entity (self->record)));
  clt_timeline_row_show_text (self);
  clt_timeline_row_show_time (self);

  gtk_widget_set_visible (GTK_WIDGET (self->done), can_tick);
  gtk_check_button_set_active (self->done, can_tick && clt_timeline_row_is_closed (self));
  name = g_strdup_printf ("%s, %s", kind, gtk_label_get_label (self->time));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
clt_timeline_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_TIMELINE_ROW);

  G_OBJECT_CLASS (clt_timeline_row_parent_class)->dispose (object);
}

static void
clt_timeline_row_finalize (GObject *object)
{
  CltTimelineRow *self = CLT_TIMELINE_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (clt_timeline_row_parent_class)->finalize (object);
}

static void
clt_timeline_row_class_init (CltTimelineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_timeline_row_dispose;
  object_class->finalize = clt_timeline_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/record/clt-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CltTimelineRow, body);
  gtk_widget_class_bind_template_child (widget_class, CltTimelineRow, done);
  gtk_widget_class_bind_template_child (widget_class, CltTimelineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CltTimelineRow, kind);
  gtk_widget_class_bind_template_child (widget_class, CltTimelineRow, time);
  gtk_widget_class_bind_template_child (widget_class, CltTimelineRow, title);
  gtk_widget_class_bind_template_callback (widget_class, clt_timeline_row_toggled_cb);
}

static void
clt_timeline_row_init (CltTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_timeline_row_new:
 * @session: where the record lives
 * @record: what happened
 *
 * Returns: (transfer floating): a row that follows the record
 */
GtkWidget *
clt_timeline_row_new (CltSession *session,
                      CltRecord  *record)
{
  CltTimelineRow *self;

  g_return_val_if_fail (CLT_IS_SESSION (session), NULL);
  g_return_val_if_fail (CLT_IS_RECORD (record), NULL);

  self = g_object_new (CLT_TYPE_TIMELINE_ROW, NULL);
  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  g_signal_connect_object (record, "changed", G_CALLBACK (clt_timeline_row_fill), self,
                           G_CONNECT_SWAPPED);
  clt_timeline_row_fill (self);

  return GTK_WIDGET (self);
}

/**
 * clt_timeline_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none): what the row shows
 */
CltRecord *
clt_timeline_row_get_record (CltTimelineRow *self)
{
  g_return_val_if_fail (CLT_IS_TIMELINE_ROW (self), NULL);

  return self->record;
}
