/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "bench.h"
#include "clt-catalog.h"
#include "clt-layout.h"
#include "clt-row-reader.h"

/* Search as one types: the first records of what every keystroke asks, rows and all, on a
 * reader's connection. The file is in memory, so the thread's CPU time is what a person waits
 * for on a machine that is not busy otherwise. */

#define FIRST_HITS 50
#define N_WORDS 400
#define GOAL_MEDIAN_MS 1
#define GOAL_P99_MS 16
#define GOAL_GROWTH 1.2
#define SMALL_ROWS 10000

typedef struct
{
  CltDb        *db;
  CltLayout    *layout;
  BenchSamples  all;
  BenchSamples  latin_short;
  BenchSamples  latin_long;
  BenchSamples  chinese_short;
  BenchSamples  chinese_long;
} Run;

static double
run_ask (Run        *run,
         const char *typed)
{
  g_autoptr (CltQuery) plain = clt_query_new ("customer");
  g_autoptr (CltQuery) query = clt_query_with_search (plain, typed);
  const double start = bench_thread_cpu_ms ();
  g_autoptr (GArray) ids = clt_row_reader_list_ids (run->db, run->layout, query, FIRST_HITS, NULL);
  g_autoptr (GPtrArray) rows = clt_row_reader_load (run->db, run->layout, "customer",
                                                    &g_array_index (ids, gint64, 0), ids->len,
                                                    NULL);

  g_assert (rows->len == ids->len);

  return bench_thread_cpu_ms () - start;
}

static BenchSamples *
run_choose_samples (Run        *run,
                    const char *typed)
{
  const glong n_chars = g_utf8_strlen (typed, -1);

  if ((guchar) typed[0] >= 0x80)
    return n_chars <= 2 ? &run->chinese_short : &run->chinese_long;

  return n_chars <= 4 ? &run->latin_short : &run->latin_long;
}

/* Types a name, key by key. */
static void
run_type (Run        *run,
          const char *name)
{
  const glong n_chars = MIN (g_utf8_strlen (name, -1), 10);

  for (glong n = 1; n <= n_chars; n++)
    {
      g_autofree char *typed = g_utf8_substring (name, 0, n);
      const double time_ms = run_ask (run, typed);

      bench_samples_add (run_choose_samples (run, typed), time_ms);
      bench_samples_add (&run->all, time_ms);
    }
}

static double
bench_search (guint    n_rows,
              gboolean is_reported)
{
  g_autofree char *folder = bench_seed (n_rows);
  g_autofree char *path = g_build_filename (folder, "workspace.db", NULL);
  g_autoptr (CltDb) db = clt_db_open (path, CLT_DB_READER, NULL);
  g_autoptr (CltLayout) layout = clt_layout_new (clt_catalog_get ());
  Run run = { db, layout };
  BenchSamples *all[] = { &run.all, &run.latin_short, &run.latin_long, &run.chinese_short,
                          &run.chinese_long };
  double p99;

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    bench_samples_init (all[i]);

  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autofree char *name = bench_dup_company (bench_pick (i, 50, n_rows));

      run_type (&run, name);
    }

  p99 = bench_samples_p99 (&run.all);
  if (is_reported)
    {
      bench_print_samples ("Latin, 1-4 letters", &run.latin_short);
      bench_print_samples ("Latin, 5-10 letters", &run.latin_long);
      bench_print_samples ("Chinese, 1-2 characters", &run.chinese_short);
      bench_print_samples ("Chinese, 3-10 characters", &run.chinese_long);
      bench_print_limit ("median of all", bench_samples_median (&run.all), GOAL_MEDIAN_MS);
      bench_print_limit ("p99 of all", p99, GOAL_P99_MS);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    bench_samples_clear (all[i]);

  return p99;
}

int
main (void)
{
  const guint n_rows = bench_get_n_rows ();
  double large, small;

  bench_print_title ("search: first 50 with their rows, as one types");
  large = bench_search (n_rows, TRUE);
  small = bench_search (MIN (n_rows, SMALL_ROWS), FALSE);
  bench_print_ratio ("growth: p99 at full size / at 10 000", large, small, GOAL_GROWTH, FALSE);

  return 0;
}
