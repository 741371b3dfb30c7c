/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-test-store.h"
#include "clt-test.h"

static gint64
save (CltStore   *store,
      gint64      id,
      const char *name)
{
  static const char * const columns[] = { "name", "city", NULL };
  g_autoptr (CltQuery) query = clt_test_query ("customer", "stage=lead", "anna", "-city");
  g_autoptr (CltSavedView) view = clt_saved_view_new (id, name, "table", query, columns);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 saved;

  clt_store_save_view_async (store, view, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  saved = clt_store_save_view_finish (store, result, &error);
  g_assert_no_error (error);

  return saved;
}

static GPtrArray *
list (CltStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *views;

  clt_store_list_views_async (store, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  views = clt_store_list_views_finish (store, result, NULL);
  g_assert_nonnull (views);

  return views;
}

static void
assert_names (CltStore   *store,
              const char *expected)
{
  g_autoptr (GPtrArray) views = list (store);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            clt_saved_view_get_name (views->pdata[i]));

  g_assert_cmpstr (names->str, ==, expected);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
delete (CltStore *store,
        gint64    id)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_store_delete_view_async (store, id, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  g_assert_true (clt_store_delete_view_finish (store, result, NULL));
}

static void
test_views (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_LOCAL);
  g_autoptr (CltQuery) query = clt_test_query ("customer", "stage=lead", "anna", "-city");
  g_autoptr (GPtrArray) views = NULL;
  guint n_signals = 0;
  gint64 mine;

  g_signal_connect_swapped (store, "views-changed", G_CALLBACK (count_cb), &n_signals);

  g_test_message ("views are there in the order in which they were saved, with all they have");
  mine = save (store, 0, "Mine");
  save (store, 0, "All");
  assert_names (store, "Mine, All");
  views = list (store);
  g_assert_true (clt_query_equal (clt_saved_view_get_query (views->pdata[0]), query));
  g_assert_cmpstr (clt_saved_view_get_columns (views->pdata[0])[1], ==, "city");
  g_assert_cmpstr (clt_saved_view_get_view (views->pdata[0]), ==, "table");

  g_test_message ("one that is saved again keeps its place");
  g_assert_cmpint (save (store, mine, "Ours"), ==, mine);
  assert_names (store, "Ours, All");

  g_test_message ("and who listens is told each time");
  delete (store, mine);
  assert_names (store, "All");
  g_assert_cmpuint (n_signals, ==, 4);

  clt_test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store-views/views", test_views);

  return g_test_run ();
}
