/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store-views"

#include "config.h"

#include "clt-json.h"
#include "clt-store-private.h"

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_VIEW,
  COLUMN_QUERY,
  COLUMN_COLUMNS,
};

/* {{{ Rows */

/* Names of fields have no line breaks. */
static char *
clt_store_views_join (const char * const *columns)
{
  return columns != NULL ? g_strjoinv ("\n", (GStrv) columns) : NULL;
}

/* Returns: (nullable): NULL for a view whose query cannot be read */
static CltSavedView *
clt_store_views_read (CltStatement *statement)
{
  g_autoptr (JsonNode) node = clt_json_parse_text (clt_statement_get_text (statement, COLUMN_QUERY),
                                                   NULL);
  g_autoptr (CltQuery) query = node != NULL ? clt_query_new_from_json (node, NULL) : NULL;
  const char *columns = clt_statement_get_text (statement, COLUMN_COLUMNS);
  g_auto (GStrv) names = columns != NULL ? g_strsplit (columns, "\n", -1) : NULL;

  if (query == NULL)
    return NULL;

  return clt_saved_view_new (clt_statement_get_int (statement, COLUMN_ID),
                             clt_statement_get_text (statement, COLUMN_NAME),
                             clt_statement_get_text (statement, COLUMN_VIEW), query,
                             (const char * const *) names);
}

static GPtrArray *
clt_store_views_list (CltDb   *db,
                      GError **error)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                clt_saved_view_unref);
  g_autoptr (CltStatement) statement = clt_db_prepare (
    db, "SELECT id, name, view, query, columns FROM saved_view ORDER BY position, id", error);
  CltStep step;

  if (statement == NULL)
    return NULL;

  while ((step = clt_statement_step (statement, error)) == CLT_STEP_ROW)
    {
      CltSavedView *view = clt_store_views_read (statement);

      if (view != NULL)
        g_ptr_array_add (views, view);
    }

  return step == CLT_STEP_DONE ? g_steal_pointer (&views) : NULL;
}

/* @id: (inout): 0 for a new view, which gets one and goes to the end */
static gboolean
clt_store_views_save (CltDb         *db,
                      CltSavedView  *view,
                      gint64        *id,
                      GError       **error)
{
  g_autoptr (JsonNode) node = clt_query_to_json (clt_saved_view_get_query (view));
  g_autofree char *query = clt_json_to_text (node);
  g_autofree char *columns = clt_store_views_join (clt_saved_view_get_columns (view));
  g_autoptr (CltStatement) statement = clt_db_prepare (
    db, "INSERT INTO saved_view (id, position, name, view, query, columns) VALUES ("
        "nullif (:id, 0), (SELECT coalesce (max (position), 0) + 1 FROM saved_view), "
        ":name, :view, :query, :columns) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, view = excluded.view, "
        "query = excluded.query, columns = excluded.columns", error);

  if (statement == NULL)
    return FALSE;

  clt_statement_bind_int (statement, ":id", clt_saved_view_get_id (view));
  clt_statement_bind_text (statement, ":name", clt_saved_view_get_name (view));
  clt_statement_bind_text (statement, ":view", clt_saved_view_get_view (view));
  clt_statement_bind_text (statement, ":query", query);
  clt_statement_bind_text (statement, ":columns", columns);
  if (!clt_statement_run (statement, error))
    return FALSE;

  *id = clt_saved_view_get_id (view);
  if (*id == 0)
    *id = sqlite3_last_insert_rowid (clt_db_get_handle (db));

  return TRUE;
}

static gboolean
clt_store_views_delete (CltDb   *db,
                        gint64   id,
                        GError **error)
{
  g_autoptr (CltStatement) statement = clt_db_prepare (
    db, "DELETE FROM saved_view WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;

  clt_statement_bind_int (statement, ":id", id);

  return clt_statement_run (statement, error);
}

/* }}} */
/* {{{ Jobs */

static gboolean
clt_store_list_views_work (CltStoreJob  *job,
                           CltDb        *db,
                           GError      **error)
{
  GPtrArray *views = clt_store_views_list (db, error);

  clt_store_job_answer (job, views, (GDestroyNotify) g_ptr_array_unref);

  return views != NULL;
}

static gboolean
clt_store_save_view_work (CltStoreJob  *job,
                          CltDb        *db,
                          GError      **error)
{
  gint64 id;

  clt_db_set_durable (db, TRUE);
  if (!clt_store_views_save (db, job->input, &id, error))
    return FALSE;

  clt_store_job_answer_int (job, id);
  return TRUE;
}

static gboolean
clt_store_delete_view_work (CltStoreJob  *job,
                            CltDb        *db,
                            GError      **error)
{
  const gint64 *id = job->input;

  clt_db_set_durable (db, TRUE);
  clt_store_job_answer_int (job, *id);

  return clt_store_views_delete (db, *id, error);
}

static void
clt_store_views_deliver (CltStoreJob *job,
                         CltStore    *store)
{
  clt_store_tell_views (store);
}

/* }}} */

/**
 * clt_store_list_views_async:
 * @self: a store
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call with the views
 * @user_data: what to call it with
 *
 * Lists the saved views in the user's order.
 */
void
clt_store_list_views_async (CltStore            *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CLT_IS_STORE (self));

  g_task_set_source_tag (task, clt_store_list_views_async);
  clt_store_read (self, task, clt_store_list_views_work, NULL, NULL, NULL);
}

/**
 * clt_store_list_views_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CltSavedView): the views
 */
GPtrArray *
clt_store_list_views_finish (CltStore      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * clt_store_save_view_async:
 * @self: a store
 * @view: a view; one with an id replaces the one that was saved under it
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call with the id
 * @user_data: what to call it with
 *
 * Saves a view; a new one goes to the end.
 */
void
clt_store_save_view_async (CltStore            *self,
                           CltSavedView        *view,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (view != NULL);

  g_task_set_source_tag (task, clt_store_save_view_async);
  clt_store_write (self, task, clt_store_save_view_work, clt_store_views_deliver,
                   clt_saved_view_ref (view), (GDestroyNotify) clt_saved_view_unref);
}

/**
 * clt_store_save_view_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: the view's id; 0 if it failed
 */
gint64
clt_store_save_view_finish (CltStore      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL ? *id : 0;
}

/**
 * clt_store_delete_view_async:
 * @self: a store
 * @id: of a view
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call when it is gone
 * @user_data: what to call it with
 *
 * Deletes a saved view; that it is gone already is no error.
 */
void
clt_store_delete_view_async (CltStore            *self,
                             gint64               id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CLT_IS_STORE (self));

  g_task_set_source_tag (task, clt_store_delete_view_async);
  clt_store_write (self, task, clt_store_delete_view_work, clt_store_views_deliver,
                   g_memdup2 (&id, sizeof id), g_free);
}

/**
 * clt_store_delete_view_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %FALSE if nothing was written
 */
gboolean
clt_store_delete_view_finish (CltStore      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL;
}
