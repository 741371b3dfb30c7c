/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store-write"

#include "config.h"

#include "clt-meta.h"
#include "clt-schema-store.h"
#include "clt-store-apply.h"
#include "clt-store-private.h"
#include "clt-store-pull.h"

/* {{{ What the writer is asked */

typedef struct
{
  char  *entity;     /* (owned) */
  GStrv  remote_ids; /* (owned) */
} RemoveInput;

typedef struct
{
  char *key;   /* (owned) */
  char *value; /* (owned) (nullable) */
} MetaInput;

typedef struct
{
  CltSchema *described; /* (owned) */
  CltLayout *layout;    /* (owned) */
} SchemaInput;

static void
remove_input_free (RemoveInput *self)
{
  g_free (self->entity);
  g_strfreev (self->remote_ids);
  g_free (self);
}

static void
meta_input_free (MetaInput *self)
{
  g_free (self->key);
  g_free (self->value);
  g_free (self);
}

static void
schema_input_free (SchemaInput *self)
{
  clt_schema_unref (self->described);
  clt_layout_unref (self->layout);
  g_free (self);
}

/* }}} */
/* {{{ On the writer's thread */

static gboolean
clt_store_apply_work (CltStoreJob  *job,
                      CltDb        *db,
                      GError      **error)
{
  clt_store_job_answer_int (job, TRUE);

  return clt_store_apply_changes (db, job->layout, job->input, job->is_local, job->dirty, error);
}

static gboolean
clt_store_remove_work (CltStoreJob  *job,
                       CltDb        *db,
                       GError      **error)
{
  const RemoveInput *input = job->input;
  guint n_removed = 0;

  if (!clt_store_pull_remove (db, job->layout, input->entity,
                              (const char * const *) input->remote_ids, job->dirty, &n_removed,
                              error))
    return FALSE;

  clt_store_job_answer_int (job, n_removed);
  return TRUE;
}

static gboolean
clt_store_set_meta_work (CltStoreJob  *job,
                         CltDb        *db,
                         GError      **error)
{
  const MetaInput *input = job->input;

  clt_store_job_answer_int (job, TRUE);

  return clt_meta_write (db, input->key, input->value, error);
}

static gboolean
clt_store_set_schema_work (CltStoreJob  *job,
                           CltDb        *db,
                           GError      **error)
{
  const SchemaInput *input = job->input;

  clt_store_job_answer_int (job, TRUE);
  clt_db_forget_statements (db);
  if (!clt_db_begin (db, error))
    return FALSE;

  if (clt_layout_ensure (input->layout, db, error) &&
      clt_schema_store_save (db, input->described, error))
    return clt_db_commit (db, error);

  clt_db_rollback (db);
  return FALSE;
}

/* }}} */

static void
clt_store_set_schema_deliver (CltStoreJob *job,
                              CltStore    *store)
{
  const SchemaInput *input = job->input;

  clt_store_adopt (store, input->layout);
}

/* Returns: what clt_store_job_answer_int() was given; -1 with @error */
static gint64
clt_store_finish_int (CltStore      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_autofree gint64 *number = g_task_propagate_pointer (G_TASK (result), error);

  return number != NULL ? *number : -1;
}

/**
 * clt_store_set_schema_async:
 * @self: a store
 * @schema: what the server said, alone or merged into the built-in one
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call when it is done
 * @user_data: what to call it with
 *
 * Adopts a description: adds columns and indices, keeps it for the next start. If
 * nothing is other than before, nothing happens and #CltStore:schema stays.
 */
void
clt_store_set_schema_async (CltStore            *self,
                            CltSchema           *schema,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (CltSchema) merged = NULL;
  SchemaInput *input;

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (schema != NULL);

  g_task_set_source_tag (task, clt_store_set_schema_async);
  merged = clt_schema_merge (self->builtin, schema);
  if (clt_schema_equal (merged, clt_store_get_schema (self)))
    {
      g_task_return_pointer (task, g_memdup2 (&(gint64) { TRUE }, sizeof (gint64)), g_free);
      return;
    }

  input = g_new0 (SchemaInput, 1);
  input->described = clt_schema_ref (schema);
  input->layout = clt_layout_new (merged);
  clt_store_write (self, task, clt_store_set_schema_work, clt_store_set_schema_deliver, input,
                   (GDestroyNotify) schema_input_free);
}

/**
 * clt_store_set_schema_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %FALSE if nothing was written
 */
gboolean
clt_store_set_schema_finish (CltStore      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return clt_store_finish_int (self, result, error) >= 0;
}

/**
 * clt_store_apply_async:
 * @self: a store
 * @changes: (element-type CltChange): what the user did, in order
 * @cancellable: (nullable): cancels; but a transaction that began is finished
 * @callback: (scope async): what to call when the disk has it
 * @user_data: what to call it with
 *
 * Saves the user's edits: all of them, or none. #CltStore::changed is emitted
 * before the answer.
 */
void
clt_store_apply_async (CltStore            *self,
                       GPtrArray           *changes,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GPtrArray *copy;

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (changes != NULL);

  g_task_set_source_tag (task, clt_store_apply_async);
  copy = g_ptr_array_new_full (changes->len, (GDestroyNotify) clt_change_unref);
  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (copy, clt_change_ref (changes->pdata[i]));

  clt_store_write (self, task, clt_store_apply_work, NULL, copy,
                   (GDestroyNotify) g_ptr_array_unref);
}

/**
 * clt_store_apply_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %FALSE if nothing was written
 */
gboolean
clt_store_apply_finish (CltStore      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return clt_store_finish_int (self, result, error) >= 0;
}

/**
 * clt_store_remove_remote_async:
 * @self: a store
 * @entity: of the records
 * @remote_ids: the server's ids of records that it does not have any more
 * @cancellable: (nullable): cancels; but a transaction that began is finished
 * @callback: (scope async): what to call when it is committed
 * @user_data: what to call it with
 *
 * Hides what a sweep found gone; for 30 days it can be brought back. A record with
 * edits waiting stays.
 */
void
clt_store_remove_remote_async (CltStore            *self,
                               const char          *entity,
                               const char * const  *remote_ids,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  RemoveInput *input;

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (entity != NULL);
  g_return_if_fail (remote_ids != NULL);

  g_task_set_source_tag (task, clt_store_remove_remote_async);
  input = g_new0 (RemoveInput, 1);
  input->entity = g_strdup (entity);
  input->remote_ids = g_strdupv ((GStrv) remote_ids);
  clt_store_write (self, task, clt_store_remove_work, NULL, input,
                   (GDestroyNotify) remove_input_free);
}

/**
 * clt_store_remove_remote_finish:
 * @self: a store
 * @result: what the callback got
 * @n_removed: (out) (optional): how many were hidden
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_store_remove_remote_finish (CltStore      *self,
                                GAsyncResult  *result,
                                guint         *n_removed,
                                GError       **error)
{
  gint64 number;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  number = clt_store_finish_int (self, result, error);
  if (n_removed != NULL)
    *n_removed = (guint) MAX (number, 0);

  return number >= 0;
}

/**
 * clt_store_set_meta_async:
 * @self: a store
 * @key: name of a setting
 * @value: (nullable): %NULL forgets it
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call when it is committed
 * @user_data: what to call it with
 *
 * Keeps a small setting of the workspace.
 */
void
clt_store_set_meta_async (CltStore            *self,
                          const char          *key,
                          const char          *value,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  MetaInput *input;

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (key != NULL);

  g_task_set_source_tag (task, clt_store_set_meta_async);
  input = g_new0 (MetaInput, 1);
  input->key = g_strdup (key);
  input->value = g_strdup (value);
  clt_store_write (self, task, clt_store_set_meta_work, NULL, input,
                   (GDestroyNotify) meta_input_free);
}

/**
 * clt_store_set_meta_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %FALSE if nothing was written
 */
gboolean
clt_store_set_meta_finish (CltStore      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return clt_store_finish_int (self, result, error) >= 0;
}
