/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-worker"

#include "config.h"

#include "clt-worker.h"

struct _CltWorker
{
  GObject      parent_instance;

  GAsyncQueue *queue;  /* (owned) (element-type Job): shared with the thread */
  GThread     *thread; /* (owned) */
};

typedef struct
{
  GTask           *task; /* (owned) (nullable): NULL ends the thread */
  GTaskThreadFunc  func;
} Job;

G_DEFINE_FINAL_TYPE (CltWorker, clt_worker, G_TYPE_OBJECT)

static void
clt_worker_push (GAsyncQueue     *queue,
                 GTask           *task,
                 GTaskThreadFunc  func)
{
  Job *job = g_new (Job, 1);

  job->task = task;
  job->func = func;
  g_async_queue_push (queue, job);
}

static gboolean
clt_worker_release_cb (gpointer user_data)
{
  g_object_unref (user_data);

  return G_SOURCE_REMOVE;
}

/* The task may hold the last reference to the object that asked, which belongs to the thread
 * that asked. So the task is let go there, after its callback has run. */
static void
clt_worker_release (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, clt_worker_release_cb, task, NULL);
  g_source_attach (source, g_task_get_context (task));
}

static gpointer
clt_worker_thread (gpointer user_data)
{
  g_autoptr (GAsyncQueue) queue = user_data;

  for (;;)
    {
      g_autofree Job *job = g_async_queue_pop (queue);
      GTask *task = job->task;

      if (task == NULL)
        return NULL;

      if (!g_task_return_error_if_cancelled (task))
        job->func (task, g_task_get_source_object (task), g_task_get_task_data (task),
                   g_task_get_cancellable (task));

      clt_worker_release (task);
    }
}

static void
clt_worker_finalize (GObject *object)
{
  CltWorker *self = CLT_WORKER (object);

  clt_worker_push (self->queue, NULL, NULL);

  /* A job of ours dropped the last reference: the thread ends by itself. */
  if (clt_worker_is_current_thread (self))
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);

  g_async_queue_unref (self->queue);

  G_OBJECT_CLASS (clt_worker_parent_class)->finalize (object);
}

static void
clt_worker_class_init (CltWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clt_worker_finalize;
}

static void
clt_worker_init (CltWorker *self)
{
  self->queue = g_async_queue_new ();
}

/**
 * clt_worker_new:
 * @name: the thread's name, at most 15 bytes, for debuggers
 *
 * Starts a thread that waits for tasks.
 *
 * The last unref lets it finish what was queued, and waits for that.
 *
 * Returns: (transfer full): the worker
 */
CltWorker *
clt_worker_new (const char *name)
{
  CltWorker *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (CLT_TYPE_WORKER, NULL);
  self->thread = g_thread_new (name, clt_worker_thread, g_async_queue_ref (self->queue));

  return self;
}

/**
 * clt_worker_run:
 * @self: a worker
 * @task: the task that @func returns a result to
 * @func: what to do on the worker's thread
 *
 * Queues @func. Functions run one after another in the order of the calls; any
 * thread may call.
 *
 * @func is called as by g_task_run_in_thread() and must return a result to
 * @task, which arrives in the main context that the task was created in. A task
 * that was cancelled before its turn returns %G_IO_ERROR_CANCELLED and @func is
 * not called.
 */
void
clt_worker_run (CltWorker       *self,
                GTask           *task,
                GTaskThreadFunc  func)
{
  g_return_if_fail (CLT_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  clt_worker_push (self->queue, g_object_ref (task), func);
}

/**
 * clt_worker_is_current_thread:
 * @self: a worker
 *
 * Tells whether the caller runs on the worker's thread.
 *
 * Returns: %TRUE if it does
 */
gboolean
clt_worker_is_current_thread (CltWorker *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_thread_self () == self->thread;
}

/**
 * clt_worker_get_n_waiting:
 * @self: a worker
 *
 * Counts the tasks that wait for their turn, without the one that is running.
 *
 * Returns: how many there are at this moment
 */
guint
clt_worker_get_n_waiting (CltWorker *self)
{
  g_return_val_if_fail (CLT_IS_WORKER (self), 0);

  return MAX (0, g_async_queue_length (self->queue));
}
