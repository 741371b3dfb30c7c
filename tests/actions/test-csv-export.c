/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-csv-export.h"
#include "clt-error.h"
#include "clt-test-fixture.h"

/* More than the records that are held at a time. */
#define MANY 1234

static const struct
{
  const char *what;
  const char *name;
  const char *cell;
} cells[] = {
  { "plain text", "Ada", "Ada" },
  { "a comma", "Ada, Countess", "\"Ada, Countess\"" },
  { "a quotation mark", "The \"first\"", "\"The \"\"first\"\"\"" },
  { "Chinese", "杭州云启科技有限公司", "杭州云启科技有限公司" },
  { "a formula", "=1+cmd|' /C calc'!A0", "'=1+cmd|' /C calc'!A0" },
  { "a formula with a comma", "@SUM(1,2)", "\"'@SUM(1,2)\"" },
  { "a telephone number is no formula", "+86 571 0123 4567", "+86 571 0123 4567" },
  { "a number is no formula", "-12.50", "-12.50" },
  { "a minus before a word may be one", "-x", "'-x" },
};

static void
add_customer (CltTestFixture *fixture,
              gint64        id,
              const char   *name)
{
  g_autoptr (CltValue) value = clt_value_new_text (name);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CltChange *change = clt_change_new (CLT_CHANGE_CREATE, "customer", id);

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_change_unref);
  clt_change_add (change, "name", NULL, value);
  g_ptr_array_add (changes, change);

  clt_store_apply_async (fixture->store, changes, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  clt_store_apply_finish (fixture->store, result, &error);
  g_assert_no_error (error);
}

static char *
export (CltTestFixture      *fixture,
        const char * const  *columns,
        gint64              *n,
        GError             **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CltQuery) all = clt_query_new ("customer");
  g_autoptr (CltQuery) query = clt_query_with_sort (all, "name", FALSE);
  g_autoptr (GAsyncResult) result = NULL;

  clt_csv_export_async (fixture->store, query, columns, stream, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  *n = clt_csv_export_finish (result, error);
  g_output_stream_write (stream, "", 1, NULL, NULL);

  return g_strdup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
test_cells (CltTestFixture *fixture,
            gconstpointer   unused)
{
  const char *columns[] = { "name", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *line = g_strconcat ("\r\n", cells[i].cell, "\r\n", NULL);
      gint64 n;

      g_test_message ("%s", cells[i].what);
      add_customer (fixture, i + 1, cells[i].name);
      text = export (fixture, columns, &n, NULL);
      g_assert_cmpint (n, ==, i + 1);
      g_assert_nonnull (strstr (text, line));
    }
}

static void
test_all_columns (CltTestFixture *fixture,
                  gconstpointer   unused)
{
  g_autofree char *text = NULL;
  gint64 n;

  add_customer (fixture, 12, "Ada");
  text = export (fixture, NULL, &n, NULL);
  g_assert_true (g_str_has_prefix (text, "id,name,kind,"));
  g_assert_nonnull (strstr (text, "\r\n12,Ada,"));
}

static void
test_nothing (CltTestFixture *fixture,
              gconstpointer   unused)
{
  const char *columns[] = { "id", "name", NULL };
  g_autofree char *text = NULL;
  gint64 n;

  text = export (fixture, columns, &n, NULL);
  g_assert_cmpint (n, ==, 0);
  g_assert_cmpstr (text, ==, "id,name\r\n");
}

static void
test_many (CltTestFixture *fixture,
           gconstpointer   unused)
{
  const char *columns[] = { "name", NULL };
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 n;

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_change_unref);
  for (guint i = 1; i <= MANY; i++)
    {
      CltChange *change = clt_change_new (CLT_CHANGE_CREATE, "customer", i);
      g_autofree char *name = g_strdup_printf ("Customer %05u", i);
      g_autoptr (CltValue) value = clt_value_new_text (name);

      clt_change_add (change, "name", NULL, value);
      g_ptr_array_add (changes, change);
    }
  clt_store_apply_async (fixture->store, changes, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  text = export (fixture, columns, &n, NULL);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpint (n, ==, MANY);
  g_assert_cmpuint (g_strv_length (lines), ==, MANY + 2);
  g_assert_cmpstr (lines[MANY], ==, "Customer 01234");
}

static void
test_unknown_column (CltTestFixture *fixture,
                     gconstpointer   unused)
{
  const char *columns[] = { "nme", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 n;

  text = export (fixture, columns, &n, &error);
  g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
  g_assert_cmpint (n, ==, -1);
}

static const struct
{
  const char *path;
  void      (*test) (CltTestFixture *fixture, gconstpointer unused);
} tests[] = {
  { "/csv-export/cells", test_cells },
  { "/csv-export/all-columns", test_all_columns },
  { "/csv-export/nothing", test_nothing },
  { "/csv-export/many", test_many },
  { "/csv-export/unknown-column", test_unknown_column },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CltTestFixture, NULL, clt_test_fixture_set_up,
                tests[i].test, clt_test_fixture_tear_down);

  return g_test_run ();
}
