/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-test.h"
#include "clt-worker.h"

/* A gate that a function on the worker's thread waits at, so that others queue up behind it. */
typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean is_open;
} Gate;

static void
gate_open (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->is_open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static void
gate_wait (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  while (!gate->is_open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static void
wait_at_gate (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  gate_wait (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
append_letter (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GString *letters = g_object_get_data (G_OBJECT (source), "letters");

  g_string_append_c (letters, (char) GPOINTER_TO_INT (task_data));
  g_task_return_boolean (task, TRUE);
}

static void
answer_if_on_worker (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  g_task_return_boolean (task, clt_worker_is_current_thread (task_data));
}

static void
test_thread (void)
{
  CltWorker *worker = clt_worker_new ("test");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, clt_test_result_cb, &result);

  g_test_message ("a function runs on the worker's thread, its result arrives on ours");
  g_task_set_task_data (task, worker, NULL);
  clt_worker_run (worker, task, answer_if_on_worker);
  clt_test_await (result != NULL);

  g_assert_true (g_task_propagate_boolean (task, NULL));
  g_assert_false (clt_worker_is_current_thread (worker));
  clt_test_assert_finalize (worker);
}

static void
test_order (void)
{
  CltWorker *worker = clt_worker_new ("test");
  g_autoptr (GString) letters = g_string_new (NULL);

  g_test_message ("functions run one after another in the order of the calls");
  g_object_set_data (G_OBJECT (worker), "letters", letters);
  for (char letter = 'a'; letter <= 'z'; letter++)
    {
      g_autoptr (GTask) task = g_task_new (worker, NULL, NULL, NULL);

      g_task_set_task_data (task, GINT_TO_POINTER (letter), NULL);
      clt_worker_run (worker, task, append_letter);
    }

  clt_test_assert_finalize (worker);
  g_assert_cmpstr (letters->str, ==, "abcdefghijklmnopqrstuvwxyz");
}

static void
test_cancelled (void)
{
  CltWorker *worker = clt_worker_new ("test");
  Gate gate = { .is_open = FALSE };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first_result = NULL;
  g_autoptr (GAsyncResult) second_result = NULL;
  g_autoptr (GTask) first = g_task_new (NULL, NULL, clt_test_result_cb, &first_result);
  g_autoptr (GTask) second = g_task_new (NULL, cancellable, clt_test_result_cb, &second_result);
  g_autoptr (GError) error = NULL;

  g_test_message ("a task that was cancelled before its turn is not run");
  g_task_set_task_data (first, &gate, NULL);
  clt_worker_run (worker, first, wait_at_gate);
  g_task_set_task_data (second, NULL, NULL); /* wait_at_gate() would crash */
  clt_worker_run (worker, second, wait_at_gate);
  clt_test_await (clt_worker_get_n_waiting (worker) == 1);

  g_cancellable_cancel (cancellable);
  gate_open (&gate);
  clt_test_await (first_result != NULL && second_result != NULL);

  g_assert_true (g_task_propagate_boolean (first, NULL));
  g_assert_false (g_task_propagate_boolean (second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clt_test_assert_finalize (worker);
}

static void
test_drain (void)
{
  CltWorker *worker = clt_worker_new ("test");
  Gate gate = { .is_open = FALSE };
  GAsyncResult *results[3] = { NULL };

  g_test_message ("what was queued is done before the last unref returns");
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, clt_test_result_cb, &results[i]);

      g_task_set_task_data (task, &gate, NULL);
      clt_worker_run (worker, task, wait_at_gate);
    }

  gate_open (&gate);
  g_object_unref (worker);

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      clt_test_await (results[i] != NULL);
      g_assert_true (g_task_propagate_boolean (G_TASK (results[i]), NULL));
      g_object_unref (results[i]);
    }
}

static void
note_thread_cb (gpointer  user_data,
                GObject  *where_the_object_was)
{
  *(GThread **) user_data = g_thread_self ();
}

static void
test_last_reference (void)
{
  g_autoptr (CltWorker) worker = clt_worker_new ("test");
  Gate gate = { .is_open = FALSE };
  GThread *finalized_in = NULL;
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  GTask *task = g_task_new (owner, NULL, NULL, NULL);

  g_test_message ("an object that only a task keeps dies in the thread that asked");
  g_object_weak_ref (owner, note_thread_cb, &finalized_in);
  g_task_set_task_data (task, &gate, NULL);
  clt_worker_run (worker, task, wait_at_gate);
  g_object_unref (task);
  g_object_unref (owner);

  gate_open (&gate);
  clt_test_await (finalized_in != NULL);
  g_assert_true (finalized_in == g_thread_self ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/thread", test_thread);
  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/cancelled", test_cancelled);
  g_test_add_func ("/worker/drain", test_drain);
  g_test_add_func ("/worker/last-reference", test_last_reference);

  return g_test_run ();
}
