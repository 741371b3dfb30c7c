/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store-load"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-row-reader.h"
#include "clt-row.h"
#include "clt-store-pages.h"
#include "clt-store-private.h"

/* {{{ What readers are asked */

typedef struct
{
  char   *entity; /* (owned) */
  GArray *ids;    /* (owned) (element-type gint64) */
} LoadInput;

typedef struct
{
  CltQuery *query; /* (owned) */
  guint     limit;
} PageInput;

static LoadInput *
load_input_new (const char   *entity,
                const gint64 *ids,
                gsize         n_ids)
{
  LoadInput *self = g_new0 (LoadInput, 1);

  self->entity = g_strdup (entity);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_ids > 0)
    g_array_append_vals (self->ids, ids, (guint) n_ids);

  return self;
}

static void
load_input_free (LoadInput *self)
{
  g_free (self->entity);
  g_array_unref (self->ids);
  g_free (self);
}

static PageInput *
page_input_new (CltQuery *query,
                guint     limit)
{
  PageInput *self = g_new0 (PageInput, 1);

  self->query = clt_query_ref (query);
  self->limit = limit;

  return self;
}

static void
page_input_free (PageInput *self)
{
  clt_query_unref (self->query);
  g_free (self);
}

/* }}} */
/* {{{ On a reader's thread */

static gboolean
clt_store_load_work (CltStoreJob  *job,
                     CltDb        *db,
                     GError      **error)
{
  const LoadInput *input = job->input;
  GPtrArray *rows = clt_row_reader_load (db, job->layout, input->entity,
                                         &g_array_index (input->ids, gint64, 0), input->ids->len,
                                         error);

  clt_store_job_answer (job, rows, (GDestroyNotify) g_ptr_array_unref);

  return rows != NULL;
}

/* Ids and their rows out of one state of the file. */
static gboolean
clt_store_page_work (CltStoreJob  *job,
                     CltDb        *db,
                     GError      **error)
{
  const PageInput *input = job->input;
  const gboolean is_costly = clt_row_reader_is_costly (job->layout, input->query);
  g_autoptr (CltStorePage) page = g_new0 (CltStorePage, 1);

  page->ids = clt_row_reader_list_ids (db, job->layout, input->query,
                                       is_costly ? 0 : input->limit, error);
  if (page->ids == NULL)
    return FALSE;

  page->is_complete = is_costly || page->ids->len < input->limit;
  page->rows = clt_row_reader_load (db, job->layout, clt_query_get_entity (input->query),
                                    &g_array_index (page->ids, gint64, 0),
                                    MIN (page->ids->len, input->limit), error);
  if (page->rows == NULL)
    return FALSE;

  clt_store_job_answer (job, g_steal_pointer (&page), (GDestroyNotify) clt_store_page_free);
  return TRUE;
}

/* }}} */
/* {{{ Rows become records */

static GPtrArray *
clt_store_fill_records (CltStore  *self,
                        GPtrArray *rows)
{
  GPtrArray *records = g_ptr_array_new_full (rows->len, g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (records, clt_record_cache_fill (self->cache, rows->pdata[i]));

  return records;
}

/* Who still holds a record that is not there any more learns it. */
static void
clt_store_mark_gone (CltStore        *self,
                     const LoadInput *input,
                     GPtrArray       *rows)
{
  guint at = 0;

  for (guint i = 0; i < input->ids->len; i++)
    {
      const gint64 id = g_array_index (input->ids, gint64, i);
      CltRecord *record;

      if (at < rows->len && ((const CltRow *) rows->pdata[at])->id == id)
        {
          at++;
          continue;
        }

      record = clt_record_cache_find (self->cache, input->entity, id);
      if (record != NULL)
        clt_record_set_state (record, CLT_RECORD_GONE);
    }
}

static void
clt_store_load_deliver (CltStoreJob *job,
                        CltStore    *store)
{
  g_autoptr (GPtrArray) rows = g_steal_pointer (&job->output);

  clt_store_job_answer (job, clt_store_fill_records (store, rows),
                        (GDestroyNotify) g_ptr_array_unref);
  clt_store_mark_gone (store, job->input, rows);
}

static void
clt_store_page_deliver (CltStoreJob *job,
                        CltStore    *store)
{
  CltStorePage *page = job->output;

  page->records = clt_store_fill_records (store, page->rows);
  g_clear_pointer (&page->rows, g_ptr_array_unref);
}

/* }}} */

/**
 * clt_store_load_many_async:
 * @self: a store
 * @entity: of the records
 * @ids: (array length=n_ids): which ones
 * @n_ids: how many
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call with the records
 * @user_data: what to call it with
 *
 * Reads records, in the order asked; those that are gone are left out.
 */
void
clt_store_load_many_async (CltStore            *self,
                           const char          *entity,
                           const gint64        *ids,
                           gsize                n_ids,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (entity != NULL);

  g_task_set_source_tag (task, clt_store_load_many_async);
  clt_store_read (self, task, clt_store_load_work, clt_store_load_deliver,
                  load_input_new (entity, ids, n_ids), (GDestroyNotify) load_input_free);
}

/**
 * clt_store_load_many_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CltRecord): the records
 */
GPtrArray *
clt_store_load_many_finish (CltStore      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * clt_store_load_async:
 * @self: a store
 * @entity: of the record
 * @id: of the record
 * @cancellable: (nullable): cancels
 * @callback: (scope async): what to call with the record
 * @user_data: what to call it with
 *
 * Reads one record.
 */
void
clt_store_load_async (CltStore            *self,
                      const char          *entity,
                      gint64               id,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  clt_store_load_many_async (self, entity, &id, 1, cancellable, callback, user_data);
}

/**
 * clt_store_load_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error: %CLT_ERROR_NOT_FOUND if there is no such record
 *
 * Returns: (transfer full) (nullable): the record
 */
CltRecord *
clt_store_load_finish (CltStore      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_autoptr (GPtrArray) records = clt_store_load_many_finish (self, result, error);

  if (records == NULL)
    return NULL;

  if (records->len == 1)
    return g_object_ref (records->pdata[0]);

  g_set_error_literal (error, CLT_ERROR, CLT_ERROR_NOT_FOUND,
                       _("This record is not here any more."));
  return NULL;
}

/**
 * clt_store_page_async:
 * @self: a store
 * @query: what is asked
 * @limit: how many at most
 * @cancellable: (nullable): stops a question that nobody waits for any more
 * @callback: (scope async): what to call with the page
 * @user_data: what to call it with
 *
 * Reads the first records of a query in one go, so that a window's first frame has
 * them; and all ids, where the first cost as much as all.
 */
void
clt_store_page_async (CltStore            *self,
                      CltQuery            *query,
                      guint                limit,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (query != NULL);

  g_task_set_source_tag (task, clt_store_page_async);
  clt_store_read (self, task, clt_store_page_work, clt_store_page_deliver,
                  page_input_new (query, limit), (GDestroyNotify) page_input_free);
}

/**
 * clt_store_page_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the page
 */
CltStorePage *
clt_store_page_finish (CltStore      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * clt_store_page_free:
 * @self: (transfer full): a page
 *
 * Frees it.
 */
void
clt_store_page_free (CltStorePage *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

/**
 * clt_store_dup_record:
 * @self: a store
 * @entity: of the record
 * @id: of the record
 *
 * Gets the record's object without waiting; it may be loading.
 *
 * Returns: (transfer full) (nullable): the record; %NULL if there is no such entity
 */
CltRecord *
clt_store_dup_record (CltStore   *self,
                      const char *entity,
                      gint64      id)
{
  CltEntity *found = clt_schema_find_entity (clt_store_get_schema (self), entity);

  return found != NULL ? clt_record_cache_dup (self->cache, found, id) : NULL;
}
