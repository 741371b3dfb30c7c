/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store-job"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-outbox.h"
#include "clt-reserve.h"
#include "clt-store-private.h"

static void
clt_store_job_free (CltStoreJob *self)
{
  g_clear_object (&self->task);
  g_clear_pointer (&self->layout, clt_layout_unref);
  g_clear_pointer (&self->dirty, clt_dirty_free);
  if (self->free_input != NULL)
    g_clear_pointer (&self->input, self->free_input);
  if (self->free_output != NULL)
    g_clear_pointer (&self->output, self->free_output);
  g_free (self);
}

/* {{{ On the worker's thread */

/* Readers open when they are first asked. */
static gboolean
clt_store_job_connect (CltStoreJob  *self,
                       GError      **error)
{
  if (self->thread->db == NULL)
    self->thread->db = clt_db_open (self->path, CLT_DB_READER, error);

  return self->thread->db != NULL;
}

/* A question in several statements is answered out of one state of the file. */
static void
clt_store_job_read_cb (GTask        *task,
                       gpointer      source,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  CltStoreJob *self = task_data;
  GError *error = NULL;
  gboolean is_done;

  if (!clt_store_job_connect (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  clt_db_set_cancellable (self->thread->db, cancellable);
  is_done = clt_db_begin (self->thread->db, &error) && self->work (self, self->thread->db, &error);
  clt_db_set_cancellable (self->thread->db, NULL);
  clt_db_rollback (self->thread->db);

  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
clt_store_job_is_disk_full (const GError *error)
{
  return g_error_matches (error, CLT_ERROR, CLT_ERROR_DISK_FULL);
}

/* Once more with the room that was kept for this. */
static gboolean
clt_store_job_work_hard (CltStoreJob  *self,
                         GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  if (self->work (self, self->thread->db, &local_error))
    return TRUE;

  if (clt_store_job_is_disk_full (local_error) && clt_reserve_give_up (self->folder))
    {
      clt_dirty_clear (self->dirty);
      return self->work (self, self->thread->db, error);
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
clt_store_job_write_cb (GTask        *task,
                        gpointer      source,
                        gpointer      task_data,
                        GCancellable *cancellable)
{
  CltStoreJob *self = task_data;
  CltStoreThread *thread;
  GError *error = NULL;

  if (!clt_store_job_work_hard (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* The work is committed: a count that could not be read must not make it look undone. */
  if (!clt_outbox_count (self->thread->db, &self->n_pending, NULL))
    self->n_pending = -1;

  /* The task frees the job, and the answer may be taken at once. */
  thread = self->thread;
  g_task_return_boolean (task, TRUE);
  clt_db_tidy (thread->db);
}

/* }}} */
/* {{{ On the main thread */

static void
clt_store_job_done_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  CltStore *store = CLT_STORE (object);
  CltStoreJob *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Windows follow the store before the caller goes on. */
  if (self->dirty != NULL)
    clt_store_tell (store, self->dirty, self->n_pending);
  if (self->deliver != NULL)
    self->deliver (self, store);

  g_task_return_pointer (task, g_steal_pointer (&self->output), self->free_output);
}

static CltStoreThread *
clt_store_job_choose_reader (CltStore *store)
{
  CltStoreThread *chosen = &store->readers[0];

  for (guint i = 1; i < CLT_STORE_N_READERS; i++)
    if (clt_worker_get_n_waiting (store->readers[i].worker) <
        clt_worker_get_n_waiting (chosen->worker))
      chosen = &store->readers[i];

  return chosen;
}

static CltStoreJob *
clt_store_job_new (CltStore        *store,
                   GTask           *task,
                   CltStoreWork     work,
                   CltStoreDeliver  deliver,
                   gpointer         input,
                   GDestroyNotify   free_input)
{
  CltStoreJob *self = g_new0 (CltStoreJob, 1);

  self->task = g_object_ref (task);
  self->work = work;
  self->deliver = deliver;
  self->layout = store->layout != NULL ? clt_layout_ref (store->layout) : NULL;
  self->path = store->path;
  self->folder = store->folder;
  self->is_local = (store->flags & CLT_STORE_OPEN_LOCAL) != 0;
  self->input = input;
  self->free_input = free_input;
  self->n_pending = -1;

  return self;
}

static void
clt_store_job_start (CltStoreJob     *self,
                     CltStore        *store,
                     GTaskThreadFunc  func,
                     GCancellable    *cancellable)
{
  g_autoptr (GTask) inner = g_task_new (store, cancellable, clt_store_job_done_cb, NULL);

  g_task_set_source_tag (inner, clt_store_job_start);
  g_task_set_name (inner, g_task_get_name (self->task));
  g_task_set_task_data (inner, self, (GDestroyNotify) clt_store_job_free);
  clt_worker_run (self->thread->worker, inner, func);
}

/**
 * clt_store_read:
 * @self: a store
 * @task: what to answer
 * @work: (scope async): what to do on a reader's thread
 * @deliver: (scope async) (nullable): what to do with its output on the main thread
 * @input: (transfer full) (nullable): what @work needs
 * @free_input: (nullable): how to free it
 *
 * Asks one of the readers. If @task is cancelled, the question stops.
 */
void
clt_store_read (CltStore        *self,
                GTask           *task,
                CltStoreWork     work,
                CltStoreDeliver  deliver,
                gpointer         input,
                GDestroyNotify   free_input)
{
  CltStoreJob *job = clt_store_job_new (self, task, work, deliver, input, free_input);

  if (self->readers[0].worker == NULL)
    {
      g_task_return_new_error (task, CLT_ERROR, CLT_ERROR_STORE, "The store is closed");
      clt_store_job_free (job);
      return;
    }

  job->thread = clt_store_job_choose_reader (self);
  clt_store_job_start (job, self, clt_store_job_read_cb, g_task_get_cancellable (task));
}

/**
 * clt_store_write:
 * @self: a store
 * @task: what to answer
 * @work: (scope async): what to do on the writer's thread
 * @deliver: (scope async) (nullable): what to do with its output on the main thread
 * @input: (transfer full) (nullable): what @work needs
 * @free_input: (nullable): how to free it
 *
 * Asks the writer, in the order of the calls. What was begun is finished, whatever
 * becomes of the caller: only a job that still waits can be cancelled.
 */
void
clt_store_write (CltStore        *self,
                 GTask           *task,
                 CltStoreWork     work,
                 CltStoreDeliver  deliver,
                 gpointer         input,
                 GDestroyNotify   free_input)
{
  CltStoreJob *job = clt_store_job_new (self, task, work, deliver, input, free_input);

  if (self->writer.worker == NULL)
    {
      g_task_return_new_error (task, CLT_ERROR,
                               self->is_newer ? CLT_ERROR_NEWER : CLT_ERROR_READ_ONLY, "%s",
                               self->is_newer
                               ? _("These records were kept by a newer version of Clientele.")
                               : _("These records are opened for reading only."));
      clt_store_job_free (job);
      return;
    }

  /* What is committed is answered as such, even if nobody waits any more. */
  g_task_set_check_cancellable (task, FALSE);
  job->dirty = clt_dirty_new ();
  job->thread = &self->writer;
  clt_store_job_start (job, self, clt_store_job_write_cb, NULL);
}

/* }}} */

/**
 * clt_store_job_answer:
 * @job: a job
 * @output: (transfer full) (nullable): what the caller is to get
 * @free_output: (nullable): how to free it
 *
 * Sets what the job answers, once.
 */
void
clt_store_job_answer (CltStoreJob    *job,
                      gpointer        output,
                      GDestroyNotify  free_output)
{
  if (job->free_output != NULL)
    g_clear_pointer (&job->output, job->free_output);

  job->output = output;
  job->free_output = free_output;
}

/**
 * clt_store_job_answer_int:
 * @job: a job
 * @number: what the caller is to get
 *
 * Sets what the job answers.
 */
void
clt_store_job_answer_int (CltStoreJob *job,
                          gint64       number)
{
  gint64 *box = g_new (gint64, 1);

  *box = number;
  clt_store_job_answer (job, box, g_free);
}
