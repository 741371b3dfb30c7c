/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include "bench.h"
#include "clt-catalog.h"
#include "clt-record-list.h"
#include "clt-tally.h"
#include "clt-test-store.h"

/* What a window asks of a store with a million of everything: another order, a filter, counts,
 * a board's stage, a month, a queue. Measured from the question to the last items-changed, with
 * the main loop running as in a window. One reader works at a time, so the CPU time of the whole
 * process is what a person waits for on a machine that is not busy otherwise. */

#define N_ROUNDS 5
#define RESORT_GOAL_MS 200
#define LIVE_GOAL_MS 16
#define QUEUE_GOAL_MS 16

typedef struct
{
  CltStore *store;
  double    longest_ms; /* that the main loop was not free */
} Run;

/* Runs the main loop until @is_done, and notes how long it was ever busy in one go. */
static void
run_until_idle (Run           *run,
                CltRecordList *list)
{
  while (clt_record_list_get_loading (list))
    {
      double start;

      while (!g_main_context_pending (NULL))
        g_usleep (100);

      start = bench_thread_cpu_ms ();
      g_main_context_iteration (NULL, FALSE);
      run->longest_ms = MAX (run->longest_ms, bench_thread_cpu_ms () - start);
    }
}

static const struct {
  const char *what;
  const char *entity;
  const char *filter;
  const char *sort;
  double      goal_ms; /* 0: for reading only */
} questions[] = {
  { "all customers by name", "customer", NULL, "name", RESORT_GOAL_MS },
  { "all customers by last change, newest first", "customer", NULL, "-modified", RESORT_GOAL_MS },
  { "all customers by city", "customer", NULL, "city", RESORT_GOAL_MS },
  { "all customers by last contact", "customer", NULL, "-last_contact", RESORT_GOAL_MS },
  { "all customers by stage", "customer", NULL, "stage", RESORT_GOAL_MS },
  { "all customers by employees, without an index", "customer", NULL, "employees", 0 },
  { "all customers by owner's name, without an index", "customer", NULL, "owner", 0 },
  { "all deals by amount", "deal", NULL, "-amount", RESORT_GOAL_MS },
  { "customers of one stage by name", "customer", "stage=lead", "name", RESORT_GOAL_MS },
  { "customers of one city by name", "customer", "city=Köln", "name", RESORT_GOAL_MS },
  { "customers with 4900 employees, without an index", "customer", "employees>=4900", "name", 0 },
  { "deals of one stage by amount", "deal", "stage=new", "-amount", RESORT_GOAL_MS },
  { "tickets of one status by due", "ticket", "status=open", "due", QUEUE_GOAL_MS },
  { "events of 42 days", "event", "start>=2025-12-01, start<2026-01-12", "start", 0 },
};

static void
bench_question (Run   *run,
                gsize  index)
{
  g_autoptr (CltQuery) other = clt_test_query (questions[index].entity, NULL, NULL, "-name");
  g_autoptr (CltQuery) query = clt_test_query (questions[index].entity, questions[index].filter,
                                               NULL, questions[index].sort);
  BenchSamples samples;
  guint n_items = 0;

  bench_samples_init (&samples);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (CltRecordList) list = clt_record_list_new (run->store, other);
      double start;

      run_until_idle (run, list);
      start = bench_cpu_ms ();
      clt_record_list_set_query (list, query);
      run_until_idle (run, list);
      bench_samples_add (&samples, bench_cpu_ms () - start);
      n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
    }

  if (questions[index].goal_ms > 0)
    bench_print_limit (questions[index].what, bench_samples_median (&samples),
                       questions[index].goal_ms);
  else
    bench_print_samples (questions[index].what, &samples);
  printf ("  %52s %u records\n", "", n_items);

  bench_samples_clear (&samples);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
bench_tallies (Run *run)
{
  g_autoptr (CltQuery) deals = clt_query_new ("deal");
  BenchSamples counts, sums;

  bench_samples_init (&counts);
  bench_samples_init (&sums);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GAsyncResult) counted = NULL;
      g_autoptr (GAsyncResult) summed = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      double start = bench_now_ms ();

      clt_store_count_async (run->store, deals, NULL, answered_cb, &counted);
      g_assert_cmpint (clt_store_count_finish (run->store, await_result (&counted), NULL), >, 0);
      bench_samples_add (&counts, bench_now_ms () - start);

      start = bench_now_ms ();
      clt_store_tally_async (run->store, deals, "stage", "amount", NULL, answered_cb, &summed);
      rows = clt_store_tally_finish (run->store, await_result (&summed), NULL);
      g_assert_nonnull (rows);
      bench_samples_add (&sums, bench_now_ms () - start);
    }

  bench_print_samples ("count of all deals", &counts);
  bench_print_samples ("counts and sums of all stages", &sums);
  bench_samples_clear (&counts);
  bench_samples_clear (&sums);
}

int
main (void)
{
  const guint n_rows = bench_get_n_rows ();
  g_autofree char *folder = bench_seed (n_rows);
  Run run = { clt_test_store_open (folder, CLT_STORE_OPEN_READ_ONLY), 0 };

  bench_print_title ("lists: from the question to the whole new order (median)");
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    bench_question (&run, i);
  bench_print_limit ("the longest that the main loop was busy meanwhile", run.longest_ms,
                     LIVE_GOAL_MS);
  bench_tallies (&run);

  clt_store_close (run.store);
  g_object_unref (run.store);

  return 0;
}
