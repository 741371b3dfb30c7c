/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store-read"

#include "config.h"

#include "clt-meta.h"
#include "clt-row-reader.h"
#include "clt-row.h"
#include "clt-store-private.h"
#include "clt-store-pull.h"
#include "clt-tally-reader.h"

/* {{{ What readers are asked */

typedef struct
{
  CltQuery *query; /* (owned) */
  guint     limit;
} QueryInput;

typedef struct
{
  char *entity;    /* (owned) */
  char *remote_id; /* (owned) */
} RemoteInput;

static QueryInput *
query_input_new (CltQuery *query,
                 guint     limit)
{
  QueryInput *self = g_new0 (QueryInput, 1);

  self->query = clt_query_ref (query);
  self->limit = limit;

  return self;
}

static void
query_input_free (QueryInput *self)
{
  clt_query_unref (self->query);
  g_free (self);
}

static void
remote_input_free (RemoteInput *self)
{
  g_free (self->entity);
  g_free (self->remote_id);
  g_free (self);
}

/* }}} */
/* {{{ On a reader's thread */

static gboolean
clt_store_ids_work (CltStoreJob  *job,
                    CltDb        *db,
                    GError      **error)
{
  const QueryInput *input = job->input;
  GArray *ids = clt_row_reader_list_ids (db, job->layout, input->query, input->limit, error);

  clt_store_job_answer (job, ids, (GDestroyNotify) g_array_unref);

  return ids != NULL;
}

static gboolean
clt_store_count_work (CltStoreJob  *job,
                      CltDb        *db,
                      GError      **error)
{
  gint64 count;

  if (!clt_tally_reader_count (db, job->layout, job->input, &count, error))
    return FALSE;

  clt_store_job_answer_int (job, count);
  return TRUE;
}

static gboolean
clt_store_find_remote_work (CltStoreJob  *job,
                            CltDb        *db,
                            GError      **error)
{
  const RemoteInput *input = job->input;
  g_autoptr (GError) local_error = NULL;
  CltEntityTable *table = clt_layout_find_table (job->layout, input->entity, error);
  g_autoptr (CltRow) row = NULL;

  if (table == NULL)
    return FALSE;

  row = clt_row_find_remote (db, table, input->remote_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  clt_store_job_answer_int (job, row != NULL && row->hidden == CLT_HIDDEN_NO ? row->id : 0);
  return TRUE;
}

static gboolean
clt_store_remote_ids_work (CltStoreJob  *job,
                           CltDb        *db,
                           GError      **error)
{
  GStrv ids = clt_store_pull_list_ids (db, job->layout, job->input, error);

  clt_store_job_answer (job, ids, (GDestroyNotify) g_strfreev);

  return ids != NULL;
}

static gboolean
clt_store_get_meta_work (CltStoreJob  *job,
                         CltDb        *db,
                         GError      **error)
{
  char *value;

  if (!clt_meta_read (db, job->input, &value, error))
    return FALSE;

  clt_store_job_answer (job, value, g_free);
  return TRUE;
}

/* }}} */
/**
 * clt_store_ids_async:
 * @self: a store
 * @query: what is asked
 * @limit: how many at most; 0 for all
 * @cancellable: (nullable): stops a question that nobody waits for any more
 * @callback: (scope async): what to call with the ids
 * @user_data: what to call it with
 *
 * Lists the ids of a query, in order.
 */
void
clt_store_ids_async (CltStore            *self,
                     CltQuery            *query,
                     guint                limit,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (query != NULL);

  g_task_set_source_tag (task, clt_store_ids_async);
  clt_store_read (self, task, clt_store_ids_work, NULL, query_input_new (query, limit),
                  (GDestroyNotify) query_input_free);
}

/**
 * clt_store_ids_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids
 */
GArray *
clt_store_ids_finish (CltStore      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * clt_store_count_async:
 * @self: a store
 * @query: what is asked
 * @cancellable: (nullable): stops a question that nobody waits for any more
 * @callback: (scope async): what to call with the count
 * @user_data: what to call it with
 *
 * Counts the records of a query. Those of an entity, and of a stage or status, are
 * known without counting.
 */
void
clt_store_count_async (CltStore            *self,
                       CltQuery            *query,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (query != NULL);

  g_task_set_source_tag (task, clt_store_count_async);
  clt_store_read (self, task, clt_store_count_work, NULL, clt_query_ref (query),
                  (GDestroyNotify) clt_query_unref);
}

/**
 * clt_store_count_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: how many there are; -1 if it failed
 */
gint64
clt_store_count_finish (CltStore      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_autofree gint64 *count = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  count = g_task_propagate_pointer (G_TASK (result), error);

  return count != NULL ? *count : -1;
}

/**
 * clt_store_find_remote_async:
 * @self: a store
 * @entity: of the record
 * @remote_id: the server's id
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call with the local id
 * @user_data: what to call it with
 *
 * Finds a record by the server's id.
 */
void
clt_store_find_remote_async (CltStore            *self,
                             const char          *entity,
                             const char          *remote_id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  RemoteInput *input;

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (entity != NULL);
  g_return_if_fail (remote_id != NULL);

  g_task_set_source_tag (task, clt_store_find_remote_async);
  input = g_new0 (RemoteInput, 1);
  input->entity = g_strdup (entity);
  input->remote_id = g_strdup (remote_id);
  clt_store_read (self, task, clt_store_find_remote_work, NULL, input,
                  (GDestroyNotify) remote_input_free);
}

/**
 * clt_store_find_remote_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: the local id; 0 if it is not here or if it failed
 */
gint64
clt_store_find_remote_finish (CltStore      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL ? *id : 0;
}

/**
 * clt_store_remote_ids_async:
 * @self: a store
 * @entity: of the records
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call with the ids
 * @user_data: what to call it with
 *
 * Lists the server's ids of the records that are here, archived ones too.
 */
void
clt_store_remote_ids_async (CltStore            *self,
                            const char          *entity,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (entity != NULL);

  g_task_set_source_tag (task, clt_store_remote_ids_async);
  clt_store_read (self, task, clt_store_remote_ids_work, NULL, g_strdup (entity), g_free);
}

/**
 * clt_store_remote_ids_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the ids
 */
GStrv
clt_store_remote_ids_finish (CltStore      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * clt_store_get_meta_async:
 * @self: a store
 * @key: name of a setting
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call with the value
 * @user_data: what to call it with
 *
 * Reads a small setting of the workspace.
 */
void
clt_store_get_meta_async (CltStore            *self,
                          const char          *key,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (key != NULL);

  g_task_set_source_tag (task, clt_store_get_meta_async);
  clt_store_read (self, task, clt_store_get_meta_work, NULL, g_strdup (key), g_free);
}

/**
 * clt_store_get_meta_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the value; %NULL without an error if it was
 *   never set
 */
char *
clt_store_get_meta_finish (CltStore      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
