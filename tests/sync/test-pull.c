/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>

#include "clt-catalog.h"
#include "clt-pull.h"
#include "clt-sync-fixture.h"

#define PAGE_SIZE 10

/* Reads in the middle of a run how far the stored cursor and the stored rows have come. */
typedef struct
{
  CltSyncFixture *fixture;
  guint           n_looks;
} Look;

static void
test_pages (CltSyncFixture *fixture,
            gconstpointer   unused)
{
  g_autofree char *name = NULL;
  g_autofree char *order = NULL;

  clt_fake_connector_fill (fixture->connector, "user", 3);
  clt_fake_connector_fill (fixture->connector, "customer", 25);
  clt_fake_connector_fill (fixture->connector, "contact", 30);

  clt_sync_fixture_run (fixture);

  g_assert_cmpuint (clt_sync_fixture_count (fixture, "user"), ==, 3);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 25);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "contact"), ==, 30);
  name = clt_sync_fixture_dup_name (fixture, "customer", "customer-025");
  g_assert_cmpstr (name, ==, "Customer 25");

  g_test_message ("what is referred to comes first");
  order = clt_fake_connector_dup_order (fixture->connector);
  g_assert_cmpstr (order, ==, "user customer contact");

  g_test_message ("no page is asked for twice, and none beyond the last");
  g_assert_cmpuint (clt_fake_connector_get_n_calls (fixture->connector, CLT_FAKE_PULL), ==,
                    1 + 3 + 3);
  g_assert_cmpuint (clt_fake_connector_get_n_rows_sent (fixture->connector), ==, 3 + 25 + 30);
}

static void
test_changes (CltSyncFixture *fixture,
              gconstpointer   unused)
{
  g_autofree char *changed = NULL;
  g_autofree char *added = NULL;
  guint n_sent;

  clt_fake_connector_fill (fixture->connector, "customer", 25);
  clt_sync_fixture_run (fixture);
  n_sent = clt_fake_connector_get_n_rows_sent (fixture->connector);

  clt_fake_connector_put (fixture->connector, "customer", "customer-007", "Azure Interior");
  clt_fake_connector_put (fixture->connector, "customer", "customer-026", "Deco Addict");
  clt_sync_fixture_run (fixture);

  changed = clt_sync_fixture_dup_name (fixture, "customer", "customer-007");
  added = clt_sync_fixture_dup_name (fixture, "customer", "customer-026");
  g_assert_cmpstr (changed, ==, "Azure Interior");
  g_assert_cmpstr (added, ==, "Deco Addict");
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 26);

  g_test_message ("two rows and the overlap, not everything");
  g_assert_cmpuint (clt_fake_connector_get_n_rows_sent (fixture->connector) - n_sent, ==, 2 + 3);
}

static void
count_changed_cb (CltStore   *store,
                  const char *entity,
                  GArray     *ids,
                  guint      *count)
{
  (*count)++;
}

static void
test_overlap (CltSyncFixture *fixture,
              gconstpointer   unused)
{
  guint n_changed = 0;
  gulong handler;

  clt_fake_connector_fill (fixture->connector, "customer", 25);
  clt_sync_fixture_run (fixture);

  handler = g_signal_connect (fixture->store, "changed", G_CALLBACK (count_changed_cb),
                              &n_changed);
  clt_sync_fixture_run (fixture);
  g_signal_handler_disconnect (fixture->store, handler);

  g_test_message ("rows that come again unchanged are nobody's news");
  g_assert_cmpuint (clt_fake_connector_get_n_rows_sent (fixture->connector), ==, 25 + 3);
  g_assert_cmpuint (n_changed, ==, 0);
}

/* What the file says at this moment, with no turn of the main loop: the run goes on in it. */
static void
look_cb (gpointer user_data)
{
  Look *look = user_data;
  g_autofree char *path = g_build_filename (clt_store_get_folder (look->fixture->store),
                                            "workspace.db", NULL);
  const char *cursor;
  guint last = 0;
  sqlite3_stmt *statement;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT (SELECT value FROM meta WHERE key = "
                                       "'cursor/customer'), count (*) FROM record_customer",
                                       -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);

  cursor = (const char *) sqlite3_column_text (statement, 0);
  if (cursor != NULL)
    last = (guint) g_ascii_strtoull (strrchr (cursor, ' ') + 1, NULL, 10);
  g_assert_cmpuint (last, <=, (guint) sqlite3_column_int (statement, 1));
  look->n_looks++;

  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static void
test_cursor_behind_rows (CltSyncFixture *fixture,
                         gconstpointer   unused)
{
  Look look = { .fixture = fixture };

  /* The nth customer's change has the number n. */
  clt_fake_connector_fill (fixture->connector, "customer", 95);
  for (guint call = 1; call <= 12; call++)
    clt_fake_connector_hook (fixture->connector, CLT_FAKE_PULL, call, look_cb, &look);

  clt_sync_fixture_run (fixture);

  g_assert_cmpuint (look.n_looks, ==, 12);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 95);
}

static void
test_resume (CltSyncFixture *fixture,
             gconstpointer   unused)
{
  clt_fake_connector_fill (fixture->connector, "customer", 95);
  clt_fake_connector_fail (fixture->connector, CLT_FAKE_PULL, 1 + 5, CLT_ERROR_NETWORK);

  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_NETWORK);
  g_test_message ("what was stored before the failure stays");
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 40);

  clt_sync_fixture_restart (fixture);
  clt_sync_fixture_run (fixture);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 95);
  g_test_message ("and is not fetched again");
  g_assert_cmpuint (clt_fake_connector_get_n_rows_sent (fixture->connector), ==, 95);
}

static void
test_stutter (CltSyncFixture *fixture,
              gconstpointer   unused)
{
  clt_fake_connector_fill (fixture->connector, "customer", 25);
  clt_fake_connector_stutter (fixture->connector, 3);

  g_test_message ("a server that repeats itself does not keep us for ever");
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_MALFORMED);
}

static void
test_refused_entity (CltSyncFixture *fixture,
                     gconstpointer   unused)
{
  g_autofree char *sentence = NULL;

  clt_fake_connector_fill (fixture->connector, "user", 3);
  clt_fake_connector_fill (fixture->connector, "customer", 25);
  clt_fake_connector_fill (fixture->connector, "contact", 30);
  clt_fake_connector_fail (fixture->connector, CLT_FAKE_PULL, 2, CLT_ERROR_FORBIDDEN);

  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_INVALID);
  g_test_message ("the others are here");
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "user"), ==, 3);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 0);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "contact"), ==, 30);

  g_test_message ("and the user hears which one is not");
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_FAILED);
  sentence = clt_error_dup_sentence (clt_engine_get_error (fixture->engine));
  g_assert_true (g_str_has_prefix (sentence, "Customers were not fetched."));
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) order = clt_pull_dup_order (clt_catalog_get ());
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (order->len, ==, clt_schema_get_n_entities (clt_catalog_get ()));
  for (guint i = 0; i < order->len; i++)
    g_hash_table_add (seen, (gpointer) clt_entity_get_name (g_ptr_array_index (order, i)));
  g_assert_cmpuint (g_hash_table_size (seen), ==, order->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/pull/order", test_order);
  clt_sync_fixture_add_test ("/sync/pull/pages", PAGE_SIZE, test_pages);
  clt_sync_fixture_add_test ("/sync/pull/changes", PAGE_SIZE, test_changes);
  clt_sync_fixture_add_test ("/sync/pull/overlap", PAGE_SIZE, test_overlap);
  clt_sync_fixture_add_test ("/sync/pull/cursor-behind-rows", PAGE_SIZE, test_cursor_behind_rows);
  clt_sync_fixture_add_test ("/sync/pull/resume", PAGE_SIZE, test_resume);
  clt_sync_fixture_add_test ("/sync/pull/stutter", PAGE_SIZE, test_stutter);
  clt_sync_fixture_add_test ("/sync/pull/refused-entity", PAGE_SIZE, test_refused_entity);

  return g_test_run ();
}
