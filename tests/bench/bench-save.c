/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "clt-catalog.h"
#include "clt-test-store.h"

/* A save as a person does it: one field of one record, with its outbox row, index and tallies, on
 * the disk before the answer. Against it, in turns on the same disk, a plain write of as many
 * bytes and fdatasync. */

#define N_SAVES 500
#define N_WARM 20
#define BLOCK_BYTES (16 * 1024)
#define GOAL_RATIO 3
#define GOAL_GROWTH 1.2
#define SMALL_ROWS 10000

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
save (CltStore *store,
      gint64    id,
      guint     number)
{
  g_autofree char *text = g_strdup_printf ("City%u", number);
  g_autofree char *old_text = g_strdup_printf ("Old%u", number);
  g_autoptr (CltValue) before = clt_value_new_text (old_text);
  g_autoptr (CltValue) after = clt_value_new_text (text);
  g_autoptr (CltChange) change = clt_change_new (CLT_CHANGE_EDIT, "customer", id);
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_change_add (change, "city", before, after);
  g_ptr_array_add (changes, change);
  clt_store_apply_async (store, changes, NULL, answered_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  clt_store_apply_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
write_plainly (int   file,
               char *block)
{
  g_assert_cmpint (write (file, block, BLOCK_BYTES), ==, BLOCK_BYTES);
  g_assert_cmpint (fdatasync (file), ==, 0);
}

static void
bench_save (guint         n_rows,
            BenchSamples *saves,
            BenchSamples *writes)
{
  g_autoptr (CltTestDir) parent = clt_test_dir_new ();
  g_autofree char *folder = g_build_filename (parent, "workspace", NULL);
  g_autofree char *copied = bench_copy_seed (n_rows, folder);
  g_autofree char *path = g_build_filename (parent, "plain", NULL);
  g_autofree char *block = g_strnfill (BLOCK_BYTES, 'x');
  const double start_ms = bench_now_ms ();
  CltStore *store = clt_test_store_open (copied, CLT_STORE_OPEN_NORMAL);
  const double opened_ms = bench_now_ms () - start_ms;
  g_autoptr (CltQuery) all = clt_test_query ("customer", NULL, NULL, "name");
  g_autoptr (GArray) ids = clt_test_store_ids (store, all);
  const int file = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  printf ("  %u customers: opened in %.1f ms\n", n_rows, opened_ms);
  g_assert_cmpint (file, >=, 0);
  for (guint i = 0; i < N_SAVES + N_WARM; i++)
    {
      const gint64 id = g_array_index (ids, gint64, bench_pick (i, 70, ids->len));
      double start = bench_now_ms ();

      save (store, id, i);
      if (i >= N_WARM)
        bench_samples_add (saves, bench_now_ms () - start);

      start = bench_now_ms ();
      write_plainly (file, block);
      if (i >= N_WARM)
        bench_samples_add (writes, bench_now_ms () - start);
    }

  close (file);
  clt_store_close (store);
  g_object_unref (store);
}

int
main (void)
{
  const guint n_rows = bench_get_n_rows ();
  BenchSamples saves, writes, small_saves, small_writes;

  bench_samples_init (&saves);
  bench_samples_init (&writes);
  bench_samples_init (&small_saves);
  bench_samples_init (&small_writes);

  bench_print_title ("save: one edit, durable");
  bench_save (n_rows, &saves, &writes);
  bench_save (MIN (n_rows, SMALL_ROWS), &small_saves, &small_writes);
  bench_print_samples ("save", &saves);
  bench_print_samples ("write and fdatasync", &writes);
  bench_print_ratio ("p99 of a save / p99 of write and fdatasync", bench_samples_p99 (&saves),
                     bench_samples_p99 (&writes), GOAL_RATIO, FALSE);
  bench_print_ratio ("median of both", bench_samples_median (&saves),
                     bench_samples_median (&writes), GOAL_RATIO, FALSE);
  bench_print_ratio ("growth: p99 at full size / at 10 000", bench_samples_p99 (&saves),
                     bench_samples_p99 (&small_saves), GOAL_GROWTH, FALSE);

  bench_samples_clear (&saves);
  bench_samples_clear (&writes);
  bench_samples_clear (&small_saves);
  bench_samples_clear (&small_writes);

  return 0;
}
