/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store-open"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "clt-error.h"
#include "clt-migrations.h"
#include "clt-outbox.h"
#include "clt-reserve.h"
#include "clt-schema-store.h"
#include "clt-store-lock.h"
#include "clt-store-private.h"
#include "clt-time.h"

#define FILE_NAME "workspace.db"
#define BACKUP_NAME "workspace-before-update.db"

/* How long what the server or the user removed can be brought back. */
#define KEEP_REMOVED_USEC (30 * CLT_USEC_PER_DAY)

/* What opening needs and finds out, on the writer's thread. */
typedef struct
{
  CltStore  *store;    /* (owned): its threads are not running yet, but for ours */
  CltLayout *layout;   /* (owned) (nullable) */
  gint64     n_pending;
} Opening;

static void
clt_opening_free (Opening *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->layout, clt_layout_unref);
  g_free (self);
}

/* {{{ On the writer's thread */

static gboolean
clt_store_open_make_folder (CltStore  *store,
                            GError   **error)
{
  int system_error;

  if (g_mkdir_with_parents (store->folder, 0700) == 0)
    return TRUE;

  system_error = errno;
  g_set_error (error, CLT_ERROR,
               system_error == ENOSPC ? CLT_ERROR_DISK_FULL : CLT_ERROR_READ_ONLY, "%s: %s",
               store->folder, g_strerror (system_error));
  return FALSE;
}

/* A newer program's file is looked at before anything of ours is written into it. */
static gboolean
clt_store_open_is_newer (CltStore  *store,
                         gboolean  *is_newer,
                         GError   **error)
{
  g_autoptr (CltDb) db = NULL;
  gint64 version;

  *is_newer = FALSE;
  if (g_access (store->path, F_OK) != 0)
    return TRUE;

  db = clt_db_open (store->path, CLT_DB_READER, error);
  if (db == NULL || !clt_migrations_get_version (db, &version, error))
    return FALSE;

  *is_newer = version > CLT_STORE_VERSION;
  return TRUE;
}

static gboolean
clt_store_open_purge (Opening  *self,
                      CltDb    *db,
                      GError  **error)
{
  for (guint i = 0; i < clt_layout_get_n_tables (self->layout); i++)
    {
      CltEntityTable *table = clt_layout_get_table (self->layout, i);
      g_autofree char *sql = g_strdup_printf (
        "DELETE FROM %s WHERE \"hidden_at\" < :limit AND \"id\" NOT IN "
        "(SELECT record FROM outbox WHERE entity = :entity)", clt_entity_table_get_name (table));
      g_autoptr (CltStatement) statement = clt_statement_new (db, sql, FALSE, error);

      if (statement == NULL)
        return FALSE;

      clt_statement_bind_int (statement, ":limit", clt_time_now () - KEEP_REMOVED_USEC);
      clt_statement_bind_text (statement, ":entity",
                               clt_entity_get_name (clt_entity_table_get_entity (table)));
      if (!clt_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
clt_store_open_prepare (Opening  *self,
                        CltDb    *db,
                        GError  **error)
{
  if (!clt_db_begin (db, error))
    return FALSE;

  if (clt_layout_ensure (self->layout, db, error) && clt_store_open_purge (self, db, error))
    return clt_db_commit (db, error);

  clt_db_rollback (db);
  return FALSE;
}

static gboolean
clt_store_open_describe (Opening  *self,
                         CltDb    *db,
                         GError  **error)
{
  g_autoptr (CltSchema) schema = clt_schema_store_load (db, self->store->builtin, error);

  if (schema == NULL)
    return FALSE;

  self->layout = clt_layout_new (schema);
  return TRUE;
}

static gboolean
clt_store_open_for_writing (Opening  *self,
                            GError  **error)
{
  CltStore *store = self->store;
  g_autofree char *backup = g_build_filename (store->folder, BACKUP_NAME, NULL);
  CltDb *db;

  store->writer.db = clt_db_open (store->path, CLT_DB_WRITER, error);
  db = store->writer.db;
  if (db == NULL)
    return FALSE;

  g_chmod (store->path, 0600);
  clt_reserve_make (store->folder);

  return clt_migrations_run (db, backup, error) && clt_store_open_describe (self, db, error) &&
         clt_store_open_prepare (self, db, error) &&
         clt_outbox_count (db, &self->n_pending, error);
}

static gboolean
clt_store_open_for_reading (Opening  *self,
                            GError  **error)
{
  g_autoptr (CltDb) db = clt_db_open (self->store->path, CLT_DB_READER, error);

  self->store->is_read_only = TRUE;

  return db != NULL && clt_store_open_describe (self, db, error) &&
         clt_outbox_count (db, &self->n_pending, error);
}

static gboolean
clt_store_open_work (Opening  *self,
                     GError  **error)
{
  CltStore *store = self->store;

  if ((store->flags & CLT_STORE_OPEN_READ_ONLY) != 0)
    return clt_store_open_for_reading (self, error);

  if (!clt_store_open_make_folder (store, error))
    return FALSE;

  store->lock = clt_store_lock_take (store->folder, error);
  if (store->lock < 0 || !clt_store_open_is_newer (store, &store->is_newer, error))
    return FALSE;

  return store->is_newer ? clt_store_open_for_reading (self, error)
                         : clt_store_open_for_writing (self, error);
}

static void
clt_store_open_cb (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GError *error = NULL;

  if (clt_store_open_work (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
clt_store_close_cb (GTask        *task,
                    gpointer      source,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  CltStoreThread *thread = task_data;

  g_clear_pointer (&thread->db, clt_db_close);
  g_task_return_boolean (task, TRUE);
}

/* }}} */
/* {{{ On the main thread */

/* Closes the connection where it lives and waits for the thread to end. */
static void
clt_store_thread_stop (CltStoreThread *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->worker == NULL)
    return;

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, clt_store_thread_stop);
  g_task_set_task_data (task, self, NULL);
  clt_worker_run (self->worker, task, clt_store_close_cb);
  g_clear_object (&self->worker);
}

static void
clt_store_open_done_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Opening *self = g_task_get_task_data (G_TASK (result));
  CltStore *store = self->store;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      clt_store_close (store);
      g_task_return_error (task, error);
      return;
    }

  /* Nothing was opened for writing, so there is nobody to write. */
  if (store->is_read_only)
    clt_store_thread_stop (&store->writer);

  for (guint i = 0; i < CLT_STORE_N_READERS; i++)
    store->readers[i].worker = clt_worker_new ("store-reader");

  store->n_pending = self->n_pending;
  clt_store_adopt (store, self->layout);
  g_task_return_pointer (task, g_object_ref (store), g_object_unref);
}

/* }}} */

/**
 * clt_store_open_async:
 * @folder: of the workspace; made if it is not there
 * @builtin: what this program knows of entities and fields
 * @flags: how to open it
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call when it is done
 * @user_data: what to call it with
 *
 * Opens the workspace in a folder, which it makes if there is none: takes the
 * lock, migrates, and completes the tables of records.
 *
 * A file of a newer version is opened for reading only.
 */
void
clt_store_open_async (const char          *folder,
                      CltSchema           *builtin,
                      CltStoreFlags        flags,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) inner = NULL;
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (folder != NULL);
  g_return_if_fail (builtin != NULL);

  g_task_set_source_tag (task, clt_store_open_async);

  opening->store = g_object_new (CLT_TYPE_STORE, NULL);
  opening->store->folder = g_strdup (folder);
  opening->store->path = g_build_filename (folder, FILE_NAME, NULL);
  opening->store->flags = flags;
  opening->store->builtin = clt_schema_ref (builtin);
  opening->store->writer.worker = clt_worker_new ("store-writer");

  inner = g_task_new (NULL, NULL, clt_store_open_done_cb, g_steal_pointer (&task));
  g_task_set_source_tag (inner, clt_store_open_async);
  g_task_set_task_data (inner, opening, (GDestroyNotify) clt_opening_free);
  clt_worker_run (opening->store->writer.worker, inner, clt_store_open_cb);
}

/**
 * clt_store_open_finish:
 * @result: what the callback got
 * @error: return location for an error: %CLT_ERROR_BUSY if another process has
 *   the workspace, %CLT_ERROR_CORRUPT if the file is damaged
 *
 * Returns: (transfer full) (nullable): the store; to be closed
 */
CltStore *
clt_store_open_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * clt_store_close:
 * @self: a store
 *
 * Waits for what was asked of the writer, closes the file and gives the lock back.
 * What is asked afterwards is answered with an error.
 */
void
clt_store_close (CltStore *self)
{
  g_return_if_fail (CLT_IS_STORE (self));

  /* The writer last: only a file that nobody reads becomes one file again. */
  for (guint i = 0; i < CLT_STORE_N_READERS; i++)
    clt_store_thread_stop (&self->readers[i]);
  clt_store_thread_stop (&self->writer);

  clt_store_lock_release (self->lock);
  self->lock = -1;
}
