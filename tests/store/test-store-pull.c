/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-test-store.h"
#include "clt-test.h"

static CltPullPage *
new_page (const char *entity)
{
  return clt_pull_page_new (clt_schema_find_entity (clt_catalog_get (), entity));
}

static void
take (CltPullPage *page,
      CltPullRow  *row,
      const char  *field,
      CltValue    *value)
{
  const int index = clt_entity_find_index (clt_pull_page_get_entity (page), field);

  g_assert (index >= 0);
  clt_pull_row_take (row, (guint) index, value);
}

/* A page of one customer, as a server says it. */
static CltPullPage *
new_customer_page (const char *remote_id,
                   const char *revision,
                   const char *name,
                   const char *city)
{
  CltPullPage *page = new_page ("customer");
  CltPullRow *row = clt_pull_page_add (page, remote_id, revision);

  take (page, row, "name", clt_value_new_text (name));
  take (page, row, "city", clt_value_new_text (city));
  take (page, row, "owner", clt_value_new_remote_reference ("user", "2", "Mitchell"));
  clt_pull_page_finish (page, revision, TRUE, -1);

  return page;
}

static guint
pull_customer (CltStore   *store,
               const char *remote_id,
               const char *revision,
               const char *name,
               const char *city)
{
  g_autoptr (CltPullPage) page = new_customer_page (remote_id, revision, name, city);

  return clt_test_store_pull (store, page, "cursor/customer");
}

static void
assert_text (CltStore   *store,
             gint64      id,
             const char *field,
             const char *text)
{
  g_autoptr (CltRecord) record = clt_test_store_load (store, "customer", id);

  g_assert_nonnull (record);
  g_assert_cmpstr (clt_value_get_text (clt_record_get_value (record, field)), ==, text);
}

static void
test_pages (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  g_autofree char *cursor = NULL;
  g_autoptr (CltRecord) record = NULL;
  g_autoptr (CltQuery) all = clt_query_new ("customer");
  gint64 id;

  g_test_message ("a page's rows and its cursor are there together");
  g_assert_cmpuint (pull_customer (store, "10", "r1", "Azure", "Fremont"), ==, 1);
  cursor = clt_test_store_get_meta (store, "cursor/customer");
  g_assert_cmpstr (cursor, ==, "r1");
  id = clt_test_store_find (store, "customer", "10");
  g_assert_cmpint (id, >, 0);
  assert_text (store, id, "city", "Fremont");

  g_test_message ("a row that is as before changes nothing, whatever its revision");
  g_assert_cmpuint (pull_customer (store, "10", "r2", "Azure", "Fremont"), ==, 0);

  g_test_message ("a row that is other replaces the values, and the object follows");
  record = clt_test_store_load (store, "customer", id);
  g_assert_cmpint (clt_record_get_sync_state (record), ==, CLT_SYNC_SYNCED);
  g_assert_cmpuint (pull_customer (store, "10", "r3", "Azure", "Oakland"), ==, 1);
  clt_test_await (g_strcmp0 (clt_value_get_text (clt_record_get_value (record, "city")),
                             "Oakland") == 0);
  g_assert_cmpint (clt_test_store_find (store, "customer", "10"), ==, id);
  g_assert_cmpint (clt_test_store_count (store, all), ==, 1);

  g_clear_object (&record);
  clt_test_store_close (store);
}

static void
test_references (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  g_autoptr (CltPullPage) users = new_page ("user");
  g_autoptr (CltRecord) record = NULL;
  g_autoptr (CltQuery) all_users = clt_query_new ("user");
  CltPullRow *row;
  guint owner;
  gint64 id;

  g_test_message ("a reference to what is not here yet has the server's label");
  pull_customer (store, "10", "r1", "Azure", "Fremont");
  id = clt_test_store_find (store, "customer", "10");
  record = clt_test_store_load (store, "customer", id);
  owner = (guint) clt_entity_find_index (clt_record_get_entity (record), "owner");
  g_assert_cmpstr (clt_record_get_nth_label (record, owner), ==, "Mitchell");

  g_test_message ("what is not here yet is in no list and is not found");
  g_assert_cmpint (clt_test_store_count (store, all_users), ==, 0);
  g_assert_cmpint (clt_test_store_find (store, "user", "2"), ==, 0);

  g_test_message ("when it arrives it is the record that was referred to");
  row = clt_pull_page_add (users, "2", "r1");
  take (users, row, "name", clt_value_new_text ("Mitchell Admin"));
  clt_pull_page_finish (users, NULL, TRUE, -1);
  clt_test_store_pull (store, users, NULL);
  g_assert_cmpint (clt_test_store_find (store, "user", "2"), ==,
                   clt_value_get_id (clt_record_get_nth_value (record, owner)));
  g_assert_cmpint (clt_test_store_count (store, all_users), ==, 1);

  g_test_message ("and its new name is seen where it is referred to");
  clt_test_await (g_strcmp0 (clt_record_get_nth_label (record, owner), "Mitchell Admin") == 0);

  g_clear_object (&record);
  clt_test_store_close (store);
}

static void
test_pending_edits (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  g_autoptr (CltPullPage) removal = new_page ("customer");
  gint64 id;

  pull_customer (store, "10", "r1", "Azure", "Fremont");
  id = clt_test_store_find (store, "customer", "10");
  clt_test_store_edit (store, "customer", id, "city", "Bonn");

  g_test_message ("a page does not overwrite what the user wrote");
  g_assert_cmpuint (pull_customer (store, "10", "r2", "Azure Ltd", "Oakland"), ==, 0);
  assert_text (store, id, "city", "Bonn");
  g_assert_cmpuint (clt_store_get_n_pending (store), ==, 1);

  g_test_message ("nor does a server's removal");
  clt_pull_page_add (removal, "10", NULL)->removed = TRUE;
  clt_pull_page_finish (removal, NULL, TRUE, -1);
  g_assert_cmpuint (clt_test_store_pull (store, removal, NULL), ==, 0);
  assert_text (store, id, "city", "Bonn");

  g_test_message ("taking the edit back leaves nothing to send");
  clt_test_store_edit (store, "customer", id, "city", "Fremont");
  g_assert_cmpuint (clt_store_get_n_pending (store), ==, 0);

  g_test_message ("then the server's removal hides it");
  g_assert_cmpuint (clt_test_store_pull (store, removal, NULL), ==, 1);
  g_assert_null (clt_test_store_load (store, "customer", id));

  g_test_message ("and if the server has it again, it comes back under its id");
  pull_customer (store, "10", "r4", "Azure", "Fremont");
  g_assert_cmpint (clt_test_store_find (store, "customer", "10"), ==, id);

  clt_test_store_close (store);
}

static void
test_sweep (void)
{
  static const char * const gone[] = { "10", "11", "no such id", NULL };
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_auto (GStrv) ids = NULL;
  g_autofree char *joined = NULL;
  guint n_removed;

  pull_customer (store, "10", "r1", "Azure", "Fremont");
  pull_customer (store, "11", "r1", "Beta", "Ulm");
  pull_customer (store, "12", "r1", "Gamma", "Ulm");
  clt_test_store_edit (store, "customer", clt_test_store_find (store, "customer", "11"), "city",
                       "Bonn");

  clt_store_remote_ids_async (store, "customer", NULL, clt_test_result_cb, &listed);
  clt_test_await (listed != NULL);
  ids = clt_store_remote_ids_finish (store, listed, NULL);
  joined = g_strjoinv (" ", ids);
  g_assert_cmpstr (joined, ==, "10 11 12");

  g_test_message ("what is gone is hidden, but not what has edits waiting");
  clt_store_remove_remote_async (store, "customer", gone, NULL, clt_test_result_cb, &removed);
  clt_test_await (removed != NULL);
  g_assert_true (clt_store_remove_remote_finish (store, removed, &n_removed, NULL));
  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_cmpint (clt_test_store_find (store, "customer", "10"), ==, 0);
  g_assert_cmpint (clt_test_store_find (store, "customer", "11"), !=, 0);

  g_clear_object (&listed);
  g_clear_object (&removed);
  clt_test_store_close (store);
}

static void
test_undo_of_delete (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  g_autoptr (CltChange) change = NULL;
  g_autoptr (CltChange) undo = NULL;
  g_autoptr (CltRecord) record = NULL;
  gint64 id;

  pull_customer (store, "10", "r1", "Azure", "Fremont");
  id = clt_test_store_find (store, "customer", "10");
  record = clt_test_store_load (store, "customer", id);
  change = clt_change_new (CLT_CHANGE_DELETE, "customer", id);
  for (guint i = 0; i < clt_entity_get_n_fields (clt_record_get_entity (record)); i++)
    clt_change_add (change, clt_field_get_name (clt_entity_get_field (
                                                  clt_record_get_entity (record), i)),
                    clt_record_get_nth_value (record, i), NULL);

  clt_test_store_apply (store, change);
  g_assert_cmpuint (clt_store_get_n_pending (store), ==, 1);
  clt_test_await (clt_record_get_state (record) == CLT_RECORD_GONE);

  g_test_message ("the inverse of a delete brings the record back, and nothing is sent");
  undo = clt_change_invert (change);
  clt_test_store_apply (store, undo);
  g_assert_cmpuint (clt_store_get_n_pending (store), ==, 0);
  clt_test_await (clt_record_get_state (record) == CLT_RECORD_LOADED);
  g_assert_cmpint (clt_record_get_sync_state (record), ==, CLT_SYNC_SYNCED);
  g_assert_cmpstr (clt_record_get_remote_id (record), ==, "10");

  g_clear_object (&record);
  clt_test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store-pull/pages", test_pages);
  g_test_add_func ("/store-pull/references", test_references);
  g_test_add_func ("/store-pull/pending-edits", test_pending_edits);
  g_test_add_func ("/store-pull/sweep", test_sweep);
  g_test_add_func ("/store-pull/undo-of-delete", test_undo_of_delete);

  return g_test_run ();
}
