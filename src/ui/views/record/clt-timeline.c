/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-coalesce.h"
#include "clt-column-layout.h"
#include "clt-error.h"
#include "clt-follow-up-box.h"
#include "clt-time.h"
#include "clt-timeline-gather.h"
#include "clt-timeline-row.h"
#include "clt-timeline.h"

#define PAGE_SIZE 20
#define RELOAD_DELAY_MS 100

struct _CltTimeline
{
  GtkWidget       parent_instance;

  GtkWidget      *content;
  CltFollowUpBox *follow_up;
  GtkListBox     *list;
  GtkLabel       *message;
  GtkWidget      *more_button;

  CltSession     *session;     /* (owned) (nullable) */
  CltRecord      *record;      /* (owned) (nullable) */
  GListStore     *records;     /* (owned): what the list shows */
  guint           limit;
  GCancellable   *cancellable; /* (owned) (nullable): of the gathering under way */
  CltCoalesce    *reload;      /* (owned) */
};

G_DEFINE_FINAL_TYPE (CltTimeline, clt_timeline, GTK_TYPE_WIDGET)

/* {{{ Sections */

typedef enum
{
  SECTION_PLANNED,
  SECTION_TODAY,
  SECTION_YESTERDAY,
  SECTION_EARLIER,
} Section;

static Section
clt_timeline_find_section (CltRecord *record)
{
  const gint64 today = clt_day_today ();
  const gint64 moment = clt_timeline_get_moment (record);
  const gint64 day = clt_time_to_local_day (moment);

  if (day > today || moment > clt_time_now ())
    return SECTION_PLANNED;
  if (day == today)
    return SECTION_TODAY;

  return day == today - 1 ? SECTION_YESTERDAY : SECTION_EARLIER;
}

static const char *
clt_timeline_get_section_label (Section section)
{
  switch (section)
    {
    case SECTION_PLANNED:
      /* Translators: heading above what lies in the future */
      return C_("timeline", "Planned");

    case SECTION_TODAY:
      return C_("timeline", "Today");

    case SECTION_YESTERDAY:
      return C_("timeline", "Yesterday");

    case SECTION_EARLIER:
      return C_("timeline", "Earlier");

    default:
      g_assert_not_reached ();
    }
}

static void
clt_timeline_header_cb (GtkListBoxRow *row,
                        GtkListBoxRow *before,
                        gpointer       user_data)
{
  const Section section =
    clt_timeline_find_section (clt_timeline_row_get_record (CLT_TIMELINE_ROW (row)));
  GtkWidget *heading;

  if (before != NULL
      && clt_timeline_find_section (clt_timeline_row_get_record (CLT_TIMELINE_ROW (before)))
         == section)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = gtk_label_new (clt_timeline_get_section_label (section));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "timeline-heading");
  gtk_list_box_row_set_header (row, heading);
}

/* }}} */

static GtkWidget *
clt_timeline_create_row_cb (gpointer item,
                            gpointer user_data)
{
  CltTimeline *self = CLT_TIMELINE (user_data);

  return clt_timeline_row_new (self->session, CLT_RECORD (item));
}

static gboolean
clt_timeline_shows (CltTimeline *self,
                    GPtrArray   *records)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->records)) != records->len)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (CltRecord) shown = g_list_model_get_item (G_LIST_MODEL (self->records), i);

      if (shown != g_ptr_array_index (records, i))
        return FALSE;
    }

  return TRUE;
}

/* Rows follow their records by themselves; they are made anew only for other records, or the
 * keyboard would lose its place at every change. */
static void
clt_timeline_show (CltTimeline *self,
                   GPtrArray   *records,
                   gboolean     has_more)
{
  if (!clt_timeline_shows (self, records))
    g_list_store_splice (self->records, 0, g_list_model_get_n_items (G_LIST_MODEL (self->records)),
                         records->pdata, records->len);
  else
    gtk_list_box_invalidate_headers (self->list);

  gtk_label_set_label (self->message, _("Nothing has happened yet"));
  gtk_widget_set_visible (GTK_WIDGET (self->message), records->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), records->len > 0);
  gtk_widget_set_visible (self->more_button, has_more);
}

static void
clt_timeline_gather_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (CltTimeline) self = CLT_TIMELINE (user_data);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_more = FALSE;

  records = clt_timeline_gather_finish (CLT_STORE (object), result, &has_more, &error);
  if (clt_error_is_cancelled (error))
    return;

  if (records != NULL)
    {
      clt_timeline_show (self, records, has_more);
    }
  else
    {
      g_autofree char *sentence = clt_error_dup_sentence (error);

      gtk_label_set_label (self->message, sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
    }
}

static void
clt_timeline_load (CltTimeline *self)
{
  CltStore *store = self->session != NULL ? clt_session_get_store (self->session) : NULL;
  CltRecordKey key;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (store == NULL || self->record == NULL)
    return;

  key.entity = g_intern_string (clt_entity_get_name (clt_record_get_entity (self->record)));
  key.id = clt_record_get_id (self->record);
  self->cancellable = g_cancellable_new ();
  clt_timeline_gather_async (store, &key, self->limit, self->cancellable, clt_timeline_gather_cb,
                             g_object_ref (self));
}

static void
clt_timeline_reload_cb (gpointer user_data)
{
  clt_timeline_load (CLT_TIMELINE (user_data));
}

static void
clt_timeline_store_changed_cb (CltTimeline *self,
                               const char  *name,
                               GArray      *ids)
{
  CltEntity *entity = clt_schema_find_entity (clt_session_get_schema (self->session), name);

  if (entity != NULL && clt_entity_has_flags (entity, CLT_ENTITY_TIMELINE))
    clt_coalesce_request (self->reload);
}

static void
clt_timeline_more_cb (CltTimeline *self)
{
  self->limit += PAGE_SIZE;
  clt_timeline_load (self);
}

static void
clt_timeline_row_activated_cb (CltTimeline    *self,
                               CltTimelineRow *row)
{
  CltRecord *record = clt_timeline_row_get_record (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)",
                              clt_entity_get_name (clt_record_get_entity (record)),
                              clt_record_get_id (record));
}

static void
clt_timeline_dispose (GObject *object)
{
  CltTimeline *self = CLT_TIMELINE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->reload, clt_coalesce_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_TIMELINE);

  G_OBJECT_CLASS (clt_timeline_parent_class)->dispose (object);
}

static void
clt_timeline_finalize (GObject *object)
{
  CltTimeline *self = CLT_TIMELINE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_object (&self->records);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (clt_timeline_parent_class)->finalize (object);
}

static void
clt_timeline_class_init (CltTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_timeline_dispose;
  object_class->finalize = clt_timeline_finalize;

  g_type_ensure (CLT_TYPE_COLUMN_LAYOUT);
  g_type_ensure (CLT_TYPE_FOLLOW_UP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/record/clt-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, CltTimeline, content);
  gtk_widget_class_bind_template_child (widget_class, CltTimeline, follow_up);
  gtk_widget_class_bind_template_child (widget_class, CltTimeline, list);
  gtk_widget_class_bind_template_child (widget_class, CltTimeline, message);
  gtk_widget_class_bind_template_child (widget_class, CltTimeline, more_button);
  gtk_widget_class_bind_template_callback (widget_class, clt_timeline_more_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_timeline_row_activated_cb);
}

static void
clt_timeline_init (CltTimeline *self)
{
  self->limit = PAGE_SIZE;
  self->records = g_list_store_new (CLT_TYPE_RECORD);
  self->reload = clt_coalesce_new (RELOAD_DELAY_MS, clt_timeline_reload_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, clt_timeline_header_cb, NULL, NULL);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->records), clt_timeline_create_row_cb,
                           self, NULL);
}

/**
 * clt_timeline_new:
 *
 * Returns: (transfer floating): an empty timeline
 */
GtkWidget *
clt_timeline_new (void)
{
  return g_object_new (CLT_TYPE_TIMELINE, NULL);
}

/**
 * clt_timeline_set_session:
 * @self: a timeline
 * @session: where the record lives
 *
 * To be set once, before the record.
 */
void
clt_timeline_set_session (CltTimeline *self,
                          CltSession  *session)
{
  g_return_if_fail (CLT_IS_TIMELINE (self));
  g_return_if_fail (CLT_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  clt_follow_up_box_set_session (self->follow_up, session);
  g_signal_connect_object (clt_session_get_store (session), "changed",
                           G_CALLBACK (clt_timeline_store_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * clt_timeline_set_record:
 * @self: a timeline
 * @record: (nullable): whose timeline to show
 */
void
clt_timeline_set_record (CltTimeline *self,
                         CltRecord   *record)
{
  g_return_if_fail (CLT_IS_TIMELINE (self));
  g_return_if_fail (record == NULL || CLT_IS_RECORD (record));

  if (!g_set_object (&self->record, record))
    return;

  self->limit = PAGE_SIZE;
  g_list_store_remove_all (self->records);
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  gtk_widget_set_visible (self->more_button, FALSE);
  clt_follow_up_box_set_record (self->follow_up, record);
  clt_timeline_load (self);
}

/**
 * clt_timeline_begin_follow_up:
 * @self: a timeline
 *
 * Puts the keyboard where a follow-up is written.
 */
void
clt_timeline_begin_follow_up (CltTimeline *self)
{
  g_return_if_fail (CLT_IS_TIMELINE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->follow_up));
}
