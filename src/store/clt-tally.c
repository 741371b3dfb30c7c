/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-tally"

#include "config.h"

#include "clt-store-private.h"
#include "clt-tally-reader.h"
#include "clt-tally.h"

typedef struct
{
  CltQuery *query;       /* (owned) */
  char     *group_field; /* (owned) (nullable) */
  char     *measure;     /* (owned) (nullable) */
} TallyInput;

static void
tally_input_free (TallyInput *self)
{
  clt_query_unref (self->query);
  g_free (self->group_field);
  g_free (self->measure);
  g_free (self);
}

static gboolean
clt_store_tally_work (CltStoreJob  *job,
                      CltDb        *db,
                      GError      **error)
{
  const TallyInput *input = job->input;
  GPtrArray *rows = clt_tally_reader_list (db, job->layout, input->query, input->group_field,
                                           input->measure, error);

  clt_store_job_answer (job, rows, (GDestroyNotify) g_ptr_array_unref);

  return rows != NULL;
}

/**
 * clt_tally_row_free:
 * @self: (transfer full): a row
 *
 * Frees it.
 */
void
clt_tally_row_free (CltTallyRow *self)
{
  clt_value_unref (self->group);
  g_ptr_array_unref (self->sums);
  g_free (self);
}

/**
 * clt_store_tally_async:
 * @self: a store
 * @query: what is asked
 * @group_field: (nullable): by whose values to group
 * @measure: (nullable): whose values to sum
 * @cancellable: (nullable): stops a question that nobody waits for any more
 * @callback: (scope async): what to call with the rows
 * @user_data: what to call it with
 *
 * Counts and sums the records of a query. Of a whole entity by stage or status,
 * the answer is kept and needs no counting.
 */
void
clt_store_tally_async (CltStore            *self,
                       CltQuery            *query,
                       const char          *group_field,
                       const char          *measure,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  TallyInput *input;

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (query != NULL);

  g_task_set_source_tag (task, clt_store_tally_async);
  input = g_new0 (TallyInput, 1);
  input->query = clt_query_ref (query);
  input->group_field = g_strdup (group_field);
  input->measure = g_strdup (measure);
  clt_store_read (self, task, clt_store_tally_work, NULL, input, (GDestroyNotify) tally_input_free);
}

/**
 * clt_store_tally_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CltTallyRow): a row per group
 */
GPtrArray *
clt_store_tally_finish (CltStore      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
