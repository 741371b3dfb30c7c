/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store-page"

#include "config.h"

#include "clt-reserve.h"
#include "clt-store-private.h"
#include "clt-store-pull.h"

/* What a server said, page by page. Pages that arrive while others are being written wait, and
 * are then written together: one commit, one merge of the search index for all of them. Half of
 * a page's cost is its commit. */

/* More would keep an edit of the user waiting that comes behind them. */
#define MAX_PAGES 16

typedef struct
{
  GTask       *task;       /* (owned): the caller's; main thread only */
  CltPullPage *page;       /* (owned) */
  char        *cursor_key; /* (owned) (nullable) */
  guint        n_changed;
  GError      *error;      /* (owned) (nullable) */
} WaitingPage;

static void
waiting_page_free (WaitingPage *self)
{
  g_clear_object (&self->task);
  clt_pull_page_unref (self->page);
  g_free (self->cursor_key);
  g_clear_error (&self->error);
  g_free (self);
}

/* {{{ On the writer's thread */

static gboolean
clt_store_page_write (CltStoreJob  *job,
                      CltDb        *db,
                      WaitingPage **pages,
                      guint         n_pages,
                      GError      **error)
{
  /* What a power cut takes goes with its cursor, and is pulled again. */
  clt_db_set_durable (db, FALSE);
  if (!clt_db_begin (db, error))
    return FALSE;

  for (guint i = 0; i < n_pages; i++)
    {
      if (clt_store_pull_page (db, job->layout, pages[i]->page, pages[i]->cursor_key, job->dirty,
                               &pages[i]->n_changed, error))
        continue;

      clt_db_rollback (db);
      return FALSE;
    }

  return clt_db_commit (db, error);
}

/* One bad page must not take the others with it: then each is written for itself. */
static gboolean
clt_store_page_work (CltStoreJob  *job,
                     CltDb        *db,
                     GError      **error)
{
  GPtrArray *group = job->input;

  if (!clt_reserve_check (job->folder, error))
    return FALSE;

  if (group->len == 1)
    return clt_store_page_write (job, db, (WaitingPage **) group->pdata, 1, error);

  if (clt_store_page_write (job, db, (WaitingPage **) group->pdata, group->len, NULL))
    return TRUE;

  clt_dirty_clear (job->dirty);
  for (guint i = 0; i < group->len; i++)
    {
      WaitingPage *page = group->pdata[i];

      g_clear_error (&page->error);
      clt_store_page_write (job, db, &page, 1, &page->error);
    }

  return TRUE;
}

/* }}} */
/* {{{ On the main thread */

static void clt_store_page_begin (CltStore *self);

static void
clt_store_page_answer (WaitingPage  *page,
                       const GError *error)
{
  gint64 *n_changed;

  if (error != NULL)
    {
      g_task_return_error (page->task, g_error_copy (error));
      return;
    }

  n_changed = g_new (gint64, 1);
  *n_changed = page->n_changed;
  g_task_return_pointer (page->task, n_changed, g_free);
}

static void
clt_store_page_done_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  CltStore *self = CLT_STORE (object);
  g_autoptr (GPtrArray) group = user_data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_pointer (G_TASK (result), &error);

  /* Those that came meanwhile are written while the answers are looked at. */
  self->is_paging = FALSE;
  clt_store_page_begin (self);

  for (guint i = 0; i < group->len; i++)
    {
      WaitingPage *page = group->pdata[i];

      clt_store_page_answer (page, error != NULL ? error : page->error);
    }
}

static void
clt_store_page_begin (CltStore *self)
{
  g_autoptr (GPtrArray) group = NULL;
  g_autoptr (GTask) task = NULL;

  if (self->is_paging || g_queue_is_empty (&self->waiting_pages))
    return;

  group = g_ptr_array_new_with_free_func ((GDestroyNotify) waiting_page_free);
  while (group->len < MAX_PAGES && !g_queue_is_empty (&self->waiting_pages))
    g_ptr_array_add (group, g_queue_pop_head (&self->waiting_pages));

  self->is_paging = TRUE;
  task = g_task_new (self, NULL, clt_store_page_done_cb, g_ptr_array_ref (group));
  g_task_set_source_tag (task, clt_store_page_begin);
  clt_store_write (self, task, clt_store_page_work, NULL, g_steal_pointer (&group),
                   (GDestroyNotify) g_ptr_array_unref);
}

/* }}} */

/**
 * clt_store_apply_page_async:
 * @self: a store
 * @page: what the server said
 * @cursor_key: (nullable): the setting under which to keep the page's cursor
 * @cancellable: (nullable): cancels; but what was begun is finished
 * @callback: (scope async): what to call when it is committed
 * @user_data: what to call it with
 *
 * Stores a page with its cursor. On a disk that is almost full it is refused with
 * %CLT_ERROR_DISK_FULL.
 *
 * Pages are stored in the order of the calls. Who has several under way at a time
 * gets them stored together, which costs half as much.
 */
void
clt_store_apply_page_async (CltStore            *self,
                            CltPullPage         *page,
                            const char          *cursor_key,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  WaitingPage *waiting;

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (page != NULL);

  waiting = g_new0 (WaitingPage, 1);
  waiting->task = g_task_new (self, cancellable, callback, user_data);
  waiting->page = clt_pull_page_ref (page);
  waiting->cursor_key = g_strdup (cursor_key);
  g_task_set_source_tag (waiting->task, clt_store_apply_page_async);

  /* What is committed is answered as such, even if nobody waits any more. */
  g_task_set_check_cancellable (waiting->task, FALSE);
  g_queue_push_tail (&self->waiting_pages, waiting);
  clt_store_page_begin (self);
}

/**
 * clt_store_apply_page_finish:
 * @self: a store
 * @result: what the callback got
 * @n_changed: (out) (optional): how many records are other than before
 * @error: return location for an error
 *
 * Returns: %FALSE if nothing was stored
 */
gboolean
clt_store_apply_page_finish (CltStore      *self,
                             GAsyncResult  *result,
                             guint         *n_changed,
                             GError       **error)
{
  g_autofree gint64 *number = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  number = g_task_propagate_pointer (G_TASK (result), error);
  if (n_changed != NULL)
    *n_changed = number != NULL ? (guint) *number : 0;

  return number != NULL;
}
