/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-test-store.h"
#include "clt-test.h"

static void
test_save (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  g_autoptr (CltRecord) record = NULL;
  gint64 id;

  g_test_message ("a record that was saved can be loaded");
  id = clt_test_store_create (store, "customer", "name", "Alpha GmbH", "city", "Köln", NULL);
  record = clt_test_store_load (store, "customer", id);
  g_assert_cmpstr (clt_record_get_title (record), ==, "Alpha GmbH");
  g_assert_cmpint (clt_record_get_state (record), ==, CLT_RECORD_LOADED);
  g_assert_cmpint (clt_record_get_sync_state (record), ==, CLT_SYNC_WAITING);
  g_assert_cmpuint (clt_store_get_n_pending (store), ==, 1);

  g_test_message ("who holds it sees an edit");
  clt_test_store_edit (store, "customer", id, "city", "Bonn");
  clt_test_await (g_strcmp0 (clt_value_get_text (clt_record_get_value (record, "city")),
                             "Bonn") == 0);

  g_test_message ("after closing and opening again it is still there");
  g_clear_object (&record);
  clt_test_store_close (store);
  store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  record = clt_test_store_load (store, "customer", id);
  g_assert_cmpstr (clt_value_get_text (clt_record_get_value (record, "city")), ==, "Bonn");
  g_assert_cmpuint (clt_store_get_n_pending (store), ==, 1);

  g_clear_object (&record);
  clt_test_store_close (store);
}

static void
test_delete (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_LOCAL);
  g_autoptr (CltRecord) record = NULL;
  g_autoptr (CltQuery) all = clt_query_new ("customer");
  gint64 id;

  id = clt_test_store_create (store, "customer", "name", "Alpha", NULL);
  g_assert_cmpint (clt_test_store_count (store, all), ==, 1);
  record = clt_test_store_load (store, "customer", id);
  g_assert_cmpint (clt_record_get_sync_state (record), ==, CLT_SYNC_LOCAL);

  g_test_message ("a deleted record is gone, and whoever holds it learns that");
  clt_test_store_delete (store, "customer", id);
  clt_test_await (clt_record_get_state (record) == CLT_RECORD_GONE);
  g_assert_cmpint (clt_test_store_count (store, all), ==, 0);
  g_assert_null (clt_test_store_load (store, "customer", id));

  g_test_message ("a workspace on this computer has nothing to send");
  g_assert_cmpuint (clt_store_get_n_pending (store), ==, 0);

  g_clear_object (&record);
  clt_test_store_close (store);
}

static const struct {
  const char *what;
  const char *filter;
  const char *search;
  const char *sort;
  const char *titles;
} lists[] = {
  { "without a sort, by title, whatever the case", NULL, NULL, NULL, "alpha, Beta, 西安湖区, 西湖茶业" },
  { "descending",                  NULL, NULL, "-name", "西湖茶业, 西安湖区, Beta, alpha" },
  { "what is empty comes last",    NULL, NULL, "city", "Beta, alpha, 西湖茶业, 西安湖区" },
  { "… descending too",            NULL, NULL, "-city", "西湖茶业, alpha, Beta, 西安湖区" },
  { "choices in their own order",  NULL, NULL, "stage", "Beta, alpha, 西湖茶业, 西安湖区" },
  { "numbers as numbers",          NULL, NULL, "-employees", "Beta, alpha, 西安湖区, 西湖茶业" },
  { "a text is compared folded",   "city=koln", NULL, NULL, "alpha" },
  { "a choice",                    "stage=lead", NULL, NULL, "Beta" },
  { "what is not so may be empty", "stage!=lead", NULL, NULL, "alpha, 西安湖区, 西湖茶业" },
  { "empty",                       "city=", NULL, NULL, "西安湖区" },
  { "a number",                    "employees>=10", NULL, NULL, "Beta" },
  { "both conditions",             "employees>=1, stage=customer", NULL, NULL, "alpha" },
  { "the beginning of a word",     NULL, "al", NULL, "alpha" },
  { "another field's word",        NULL, "bon", NULL, "Beta" },
  { "all words",                   NULL, "alp köln", NULL, "alpha" },
  { "a Chinese character",         NULL, "湖", "name", "西安湖区, 西湖茶业" },
  { "a Chinese pair",              NULL, "西湖", NULL, "西湖茶业" },
  { "a Chinese run",               NULL, "西湖茶", NULL, "西湖茶业" },
  { "a run in one piece only",     NULL, "安湖茶", NULL, "" },
  { "nothing but signs",           NULL, "+++", NULL, "" },
  { "search and filter",           "stage=customer", "köln", NULL, "alpha" },
  { "archived, when asked for",    "archived=true", NULL, NULL, "old" },
  { "archived, searched",          "archived=true", "ol", NULL, "old" },
};

static void
test_lists (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_LOCAL);

  clt_test_store_create (store, "customer", "name", "Beta", "city", "Bonn", "stage", "lead",
                         "employees", "12", NULL);
  clt_test_store_create (store, "customer", "name", "alpha", "city", "Köln", "stage", "customer",
                         "employees", "9", NULL);
  clt_test_store_create (store, "customer", "name", "西湖茶业", "city", "杭州", "stage", "partner",
                         NULL);
  clt_test_store_create (store, "customer", "name", "西安湖区", NULL);
  clt_test_store_create (store, "customer", "name", "old", "archived", "true", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (CltQuery) query = clt_test_query ("customer", lists[i].filter, lists[i].search,
                                                   lists[i].sort);
      g_autofree char *titles = clt_test_store_titles (store, query);
      g_autoptr (GArray) ids = clt_test_store_ids (store, query);

      g_test_message ("%s", lists[i].what);
      g_assert_cmpstr (titles, ==, lists[i].titles);
      g_assert_cmpint (clt_test_store_count (store, query), ==, ids->len);
    }

  clt_test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/save", test_save);
  g_test_add_func ("/store/delete", test_delete);
  g_test_add_func ("/store/lists", test_lists);

  return g_test_run ();
}
