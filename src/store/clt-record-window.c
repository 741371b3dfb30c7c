/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record-window"

#include "config.h"

#include "clt-coalesce.h"
#include "clt-record-window.h"
#include "clt-store-pages.h"

/* How many records stay alive after they scrolled out: going back must not flicker. */
#define MAX_KEPT 512

struct _CltRecordWindow
{
  CltStore    *store;  /* (owned) */
  const char  *entity; /* interned */
  GQueue       kept;   /* (owned) (element-type CltRecord): the last ones asked for */
  GArray      *wanted; /* (owned) (element-type gint64): to be read */
  CltCoalesce *load;   /* (owned): reads them */
};

static void
clt_record_window_loaded_cb (GObject      *object,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = clt_store_load_many_finish (CLT_STORE (object), result, &error);

  /* The store fills the objects in place. Those that could not be read go on loading; the list's
   * own question fails for the same reason, and says so. */
  if (records == NULL)
    g_debug ("Could not read records: %s", error->message);
}

static void
clt_record_window_load_cb (gpointer user_data)
{
  CltRecordWindow *self = user_data;

  clt_store_load_many_async (self->store, self->entity, &g_array_index (self->wanted, gint64, 0),
                             self->wanted->len, NULL, clt_record_window_loaded_cb, NULL);
  g_array_set_size (self->wanted, 0);
}

/**
 * clt_record_window_new:
 * @store: a store
 * @entity: of the records
 *
 * Returns: (transfer full): a window with nothing in it
 */
CltRecordWindow *
clt_record_window_new (CltStore   *store,
                       const char *entity)
{
  CltRecordWindow *self = g_new0 (CltRecordWindow, 1);

  self->store = g_object_ref (store);
  self->entity = g_intern_string (entity);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->load = clt_coalesce_new (0, clt_record_window_load_cb, self);
  g_queue_init (&self->kept);

  return self;
}

/**
 * clt_record_window_free:
 * @self: (transfer full): a window
 *
 * Lets go of the records; what is being read still arrives for whoever holds them.
 */
void
clt_record_window_free (CltRecordWindow *self)
{
  clt_coalesce_free (self->load);
  g_array_unref (self->wanted);
  g_queue_clear_full (&self->kept, g_object_unref);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * clt_record_window_dup:
 * @self: a window
 * @id: of a record
 *
 * Gets a record without waiting. One that nobody has asked for before is loading,
 * and fills in place.
 *
 * Returns: (transfer full) (nullable): the record; %NULL if there is no such entity
 */
CltRecord *
clt_record_window_dup (CltRecordWindow *self,
                       gint64           id)
{
  CltRecord *record = clt_store_dup_record (self->store, self->entity, id);

  /* Another list may wait for it too; to read it twice is harmless. */
  if (record != NULL && clt_record_get_state (record) == CLT_RECORD_LOADING)
    {
      g_array_append_val (self->wanted, id);
      clt_coalesce_request (self->load);
      clt_record_window_keep (self, record);
    }

  return record;
}

/**
 * clt_record_window_keep:
 * @self: a window
 * @record: a record that will be looked at
 *
 * Keeps it alive until many others were looked at.
 */
void
clt_record_window_keep (CltRecordWindow *self,
                        CltRecord       *record)
{
  g_queue_push_tail (&self->kept, g_object_ref (record));
  while (g_queue_get_length (&self->kept) > MAX_KEPT)
    g_object_unref (g_queue_pop_head (&self->kept));
}
