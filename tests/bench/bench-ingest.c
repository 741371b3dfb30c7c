/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "clt-catalog.h"
#include "clt-json.h"
#include "clt-layout.h"
#include "clt-migrations.h"
#include "clt-row.h"
#include "clt-search-index.h"
#include "clt-test-store.h"

/* What a server says, on its way into a new workspace: JSON parsed, decoded into pages, applied
 * with cursor, index and tallies. Against it the same rows with SQLite alone: into the same tables
 * with the same indices and search, already decoded, many pages a commit. In time, not CPU:
 * parsing runs beside writing. Worth something only on a machine with nothing else to do. */

#define N_PAGES 100
#define ROWS_PER_PAGE 500
#define PAGES_IN_FLIGHT 12
#define PAGES_PER_RAW_COMMIT 25
#define GOAL_RATIO 0.8

/* {{{ The pages */

static char *
make_json (guint page)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < ROWS_PER_PAGE; i++)
    {
      const guint number = page * ROWS_PER_PAGE + i;
      g_autofree char *name = bench_dup_company (number);

      g_string_append_printf (
        json, "%s{\"id\": %u, \"name\": \"%s\", \"email\": \"info@company%u.example\", "
        "\"phone\": \"+49 30 %07u\", \"street\": \"Main Street %u\", \"city\": \"Town%u\", "
        "\"zip\": \"%05u\", \"user_id\": [%u, \"User %u\"], \"comment\": false, "
        "\"employees\": %u, \"write_date\": \"2026-01-0%u 10:00:00\"}",
        i > 0 ? ", " : "", number + 1, name, number, number * 7, number % 200, number % 500,
        number % 100000, number % 20 + 1, number % 20 + 1, number % 5000, number % 9 + 1);
    }

  g_string_append_c (json, ']');

  return g_strdup (json->str);
}

static void
take (CltPullPage *page,
      CltPullRow  *row,
      const char  *field,
      CltValue    *value)
{
  clt_pull_row_take (row, (guint) clt_entity_find_index (clt_pull_page_get_entity (page), field),
                     value);
}

static void
decode_row (CltPullPage *page,
            JsonNode    *node)
{
  static const char * const texts[][2] = {
    { "name", "name" }, { "email", "email" }, { "phone", "phone" }, { "street", "street" },
    { "city", "city" }, { "zip", "postal_code" },
  };
  JsonObject *object = json_node_get_object (node);
  JsonArray *owner = json_object_get_array_member (object, "user_id");
  g_autofree char *id = g_strdup_printf ("%d", (int) json_object_get_int_member (object, "id"));
  g_autofree char *user = g_strdup_printf ("%d", (int) json_array_get_int_element (owner, 0));
  CltPullRow *row = clt_pull_page_add (page, id,
                                       json_object_get_string_member (object, "write_date"));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    take (page, row, texts[i][1],
          clt_value_new_text (json_object_get_string_member (object, texts[i][0])));
  take (page, row, "employees",
        clt_value_new_integer (json_object_get_int_member (object, "employees")));
  take (page, row, "owner", clt_value_new_remote_reference (
          "user", user, json_array_get_string_element (owner, 1)));
}

static CltPullPage *
decode_page (GBytes *bytes)
{
  CltPullPage *page = clt_pull_page_new (clt_schema_find_entity (clt_catalog_get (), "customer"));
  g_autoptr (JsonNode) node = clt_json_parse (bytes, NULL);
  JsonArray *rows = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    decode_row (page, json_array_get_element (rows, i));
  clt_pull_page_finish (page, "cursor", FALSE, -1);

  return page;
}

/* }}} */
/* {{{ The pipeline */

static void
decode_cb (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  g_task_return_pointer (task, decode_page (task_data), (GDestroyNotify) clt_pull_page_unref);
}

typedef struct
{
  CltStore  *store;
  GPtrArray *pages;   /* (element-type GBytes) */
  guint      n_begun;
  guint      n_done;
} Pipeline;

static void pipeline_begin (Pipeline *self);

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Pipeline *self = user_data;
  g_autoptr (GError) error = NULL;

  clt_store_apply_page_finish (CLT_STORE (object), result, NULL, &error);
  g_assert_no_error (error);
  self->n_done++;
  pipeline_begin (self);
}

static void
decoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Pipeline *self = user_data;
  g_autoptr (CltPullPage) page = g_task_propagate_pointer (G_TASK (result), NULL);

  clt_store_apply_page_async (self->store, page, "cursor/customer", NULL, applied_cb, self);
}

static void
pipeline_begin (Pipeline *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->n_begun == self->pages->len)
    return;

  task = g_task_new (NULL, NULL, decoded_cb, self);
  g_task_set_task_data (task, self->pages->pdata[self->n_begun++], NULL);
  g_task_run_in_thread (task, decode_cb);
}

static double
run_pipeline (GPtrArray *pages)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  Pipeline self = { clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL), pages, 0, 0 };
  const double start = bench_now_ms ();
  double time_ms;

  for (guint i = 0; i < PAGES_IN_FLIGHT; i++)
    pipeline_begin (&self);
  while (self.n_done < pages->len)
    g_main_context_iteration (NULL, TRUE);

  time_ms = bench_now_ms () - start;
  clt_store_close (self.store);
  g_object_unref (self.store);

  return time_ms;
}

/* }}} */
/* {{{ SQLite alone */

/* The rows as the pipeline makes them, decoded beforehand. */
static GPtrArray *
make_rows (CltLayout *layout,
           GPtrArray *pages)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_row_free);
  CltEntityTable *table = clt_layout_find_table (layout, "customer", NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      g_autoptr (CltPullPage) page = decode_page (pages->pdata[i]);

      for (guint j = 0; j < clt_pull_page_get_n_rows (page); j++)
        {
          const CltPullRow *said = clt_pull_page_get_row (page, j);
          CltRow *row = clt_row_new (table, clt_record_id_new ());

          row->remote_id = g_strdup (said->remote_id);
          row->revision = g_strdup (said->revision);
          row->state = CLT_SYNC_SYNCED;
          for (guint k = 0; k < clt_row_get_n (row); k++)
            if (said->values[k] != NULL && clt_value_get_value_type (said->values[k]) !=
                CLT_VALUE_REMOTE_REFERENCE)
              clt_row_set (row, k, said->values[k]);
          g_ptr_array_add (rows, row);
        }
    }

  return rows;
}

static double
run_raw (CltLayout *layout,
         GPtrArray *rows)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autofree char *path = g_build_filename (folder, "workspace.db", NULL);
  g_autoptr (CltDb) db = clt_db_open (path, CLT_DB_WRITER, NULL);
  double start;

  g_assert_true (clt_migrations_run (db, "", NULL));
  g_assert_true (clt_db_begin (db, NULL) && clt_layout_ensure (layout, db, NULL) &&
                 clt_db_commit (db, NULL));
  clt_db_set_durable (db, FALSE);

  start = bench_now_ms ();
  for (guint i = 0; i < rows->len; i++)
    {
      if (i % (ROWS_PER_PAGE * PAGES_PER_RAW_COMMIT) == 0)
        g_assert_true (clt_db_begin (db, NULL));

      g_assert_true (clt_row_insert (rows->pdata[i], db, NULL));
      g_assert_true (clt_search_index_replace (db, NULL, rows->pdata[i], NULL));

      if ((i + 1) % (ROWS_PER_PAGE * PAGES_PER_RAW_COMMIT) == 0 || i + 1 == rows->len)
        {
          g_assert_true (clt_db_commit (db, NULL));
          clt_db_tidy (db);
        }
    }

  return bench_now_ms () - start;
}

/* }}} */

int
main (void)
{
  g_autoptr (CltLayout) layout = clt_layout_new (clt_catalog_get ());
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) rows = NULL;
  BenchSamples pipeline, raw;

  bench_samples_init (&pipeline);
  bench_samples_init (&raw);
  for (guint i = 0; i < N_PAGES; i++)
    {
      char *json = make_json (i);

      g_ptr_array_add (pages, g_bytes_new_take (json, strlen (json)));
    }
  rows = make_rows (layout, pages);

  bench_print_title ("ingest: 50 000 customers in pages of 500 into a new workspace");
  for (guint i = 0; i < 3; i++)
    {
      bench_samples_add (&raw, run_raw (layout, rows));
      bench_samples_add (&pipeline, run_pipeline (pages));
    }

  bench_print_samples ("JSON to committed", &pipeline);
  bench_print_samples ("SQLite alone", &raw);
  bench_print_ratio ("records/s of the pipeline / of SQLite alone",
                     rows->len / bench_samples_median (&pipeline) * 1000,
                     rows->len / bench_samples_median (&raw) * 1000, GOAL_RATIO, TRUE);

  bench_samples_clear (&pipeline);
  bench_samples_clear (&raw);

  return 0;
}
