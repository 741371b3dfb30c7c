/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-window"

#include "config.h"

#include <string.h>

#include "clt-settings.h"
#include "clt-window-private.h"

#define SAVED_PREFIX "view:"

/* A place that waits for the list of saved views. */
typedef struct
{
  CltWindow *window; /* (owned) */
  char      *place;  /* (owned) */
  gint64     record;
} Wanted;

static void
wanted_free (Wanted *self)
{
  g_object_unref (self->window);
  g_free (self->place);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, wanted_free)

static void
clt_window_arrive (CltWindow  *self,
                   const char *place,
                   gint64      record)
{
  g_autofree char *arrived = g_strdup (place);

  g_free (self->place);
  self->place = g_steal_pointer (&arrived);
  clt_sidebar_select (self->sidebar, self->place);
  g_settings_set_string (clt_settings_get (), "last-page", self->place);
  clt_split_view_set_show_content (self->split, TRUE);
  clt_history_visit (self->history, self->place, record);
  if (record != 0)
    clt_place_page_open_record (self->page, record, FALSE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (clt_place_page_get_view (self->page)));
  clt_window_update_actions (self);
}

static void
clt_window_show_saved (CltWindow    *self,
                       CltSavedView *saved,
                       const char   *place,
                       gint64        record)
{
  clt_place_page_show_saved (self->page, saved);
  clt_window_arrive (self, place, record);
}

/* The view was saved a moment ago; the sidebar will have it in the next. */
static void
clt_window_views_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Wanted) wanted = user_data;
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = g_ascii_strtoll (wanted->place + strlen (SAVED_PREFIX), NULL, 10);

  views = clt_store_list_views_finish (CLT_STORE (object), result, &error);
  for (guint i = 0; views != NULL && i < views->len; i++)
    if (clt_saved_view_get_id (g_ptr_array_index (views, i)) == id &&
        wanted->window->page != NULL)
      clt_window_show_saved (wanted->window, g_ptr_array_index (views, i), wanted->place,
                             wanted->record);
}

static void
clt_window_want_saved (CltWindow  *self,
                       const char *place,
                       gint64      record)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->window = g_object_ref (self);
  wanted->place = g_strdup (place);
  wanted->record = record;
  clt_store_list_views_async (clt_session_get_store (self->session), NULL, clt_window_views_cb,
                              wanted);
}

/**
 * clt_window_show_place:
 * @self: a window
 * @place: name of an entity, or "view:" and the id of a saved view
 * @record: id of a record to open there, or 0
 *
 * Shows an entity's records ("customer") or a saved view ("view:12"), and perhaps one
 * record of it. A place that is gone is no error: the window stays where it is.
 */
void
clt_window_show_place (CltWindow  *self,
                       const char *place,
                       gint64      record)
{
  CltEntity *entity;
  CltSavedView *saved;

  if (self->session == NULL)
    return;

  saved = clt_sidebar_find_saved (self->sidebar, place);
  entity = clt_schema_find_entity (clt_session_get_schema (self->session), place);
  if (entity != NULL)
    {
      clt_place_page_show_entity (self->page, entity);
      clt_window_arrive (self, place, record);
    }
  else if (saved != NULL)
    clt_window_show_saved (self, saved, place, record);
  else if (g_str_has_prefix (place, SAVED_PREFIX))
    clt_window_want_saved (self, place, record);
}

/**
 * clt_window_open_record:
 * @self: a window
 * @entity: name of the record’s entity
 * @id: the record
 *
 * A record opens where one is, if its kind is shown there; otherwise at its kind's own
 * place.
 */
void
clt_window_open_record (CltWindow  *self,
                        const char *entity,
                        gint64      id)
{
  CltEntity *current;

  if (self->session == NULL)
    return;

  current = clt_place_page_get_entity (self->page);
  if (current == NULL || g_strcmp0 (clt_entity_get_name (current), entity) != 0)
    {
      clt_window_show_place (self, entity, id);
      return;
    }

  clt_split_view_set_show_content (self->split, TRUE);
  clt_place_page_open_record (self->page, id, FALSE);
}

/**
 * clt_window_schema_changed_cb:
 * @self: a window with a session
 *
 * Shows the place anew after the server described its records otherwise: columns and
 * forms know fields by their position, which is another one now.
 */
void
clt_window_schema_changed_cb (CltWindow *self)
{
  CltRecord *record = clt_place_page_get_record (self->page);
  CltSchema *schema = clt_session_get_schema (self->session);
  CltEntity *shown = clt_place_page_get_entity (self->page);
  g_autofree char *place = g_strdup (self->place);

  if (shown == NULL || place == NULL)
    return;

  if (clt_schema_find_entity (schema, clt_entity_get_name (shown)) != NULL)
    clt_window_show_place (self, place, record != NULL ? clt_record_get_id (record) : 0);
  else if (clt_sidebar_get_nth (self->sidebar, 0) != NULL)
    clt_window_show_place (self, clt_sidebar_get_nth (self->sidebar, 0), 0);
}

/**
 * clt_window_go:
 * @self: a window
 * @step: -1 for back, 1 for forward
 *
 * Goes back or forward among the places that were visited.
 */
void
clt_window_go (CltWindow *self,
               int        step)
{
  const CltHistoryEntry *entry = clt_history_go (self->history, step);
  g_autofree char *place = NULL;
  gint64 record;

  if (entry == NULL || self->session == NULL)
    return;

  place = g_strdup (entry->place);
  record = entry->record;
  if (g_strcmp0 (place, self->place) == 0)
    {
      if (record != 0)
        clt_place_page_open_record (self->page, record, FALSE);
      else
        clt_place_page_close_record (self->page);
    }
  else
    clt_window_show_place (self, place, record);
  clt_window_update_actions (self);
}

/**
 * clt_window_go_up:
 * @self: a window
 *
 * Out of the record, then out of the place: what a narrow window's arrow does.
 */
void
clt_window_go_up (CltWindow *self)
{
  if (self->session == NULL)
    return;

  if (clt_place_page_get_is_pushed (self->page))
    clt_place_page_close_record (self->page);
  else
    clt_split_view_set_show_content (self->split, FALSE);
}

/**
 * clt_window_record_shown_cb:
 * @self: a window
 * @record: (nullable): the record
 *
 * Remembers that a record was opened in the place that is shown.
 */
void
clt_window_record_shown_cb (CltWindow *self,
                            CltRecord *record)
{
  if (record != NULL && self->place != NULL)
    clt_history_visit (self->history, self->place, clt_record_get_id (record));
  clt_window_update_actions (self);
}
