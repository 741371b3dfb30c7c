/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-sync-fixture.h"

#define PAGE_SIZE 10

/* An engine whose key is still being looked for, in place of the fixture's. */
static void
wait_for_key (CltSyncFixture *fixture)
{
  clt_test_assert_finalize (fixture->engine);
  fixture->engine = clt_engine_new (fixture->store, NULL);
  clt_engine_set_interval (fixture->engine, 0);
}

static void
test_run_waits (CltSyncFixture *fixture,
                gconstpointer   unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  wait_for_key (fixture);
  clt_fake_connector_fill (fixture->connector, "customer", 5);
  clt_engine_sync_async (fixture->engine, NULL, clt_test_result_cb, &result);
  clt_sync_fixture_settle ();
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_SIGNING_IN);

  clt_engine_set_connector (fixture->engine, CLT_CONNECTOR (fixture->connector));
  clt_test_await (result != NULL);
  clt_engine_sync_finish (fixture->engine, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 5);
}

static void
test_found_at_rest (CltSyncFixture *fixture,
                    gconstpointer   unused)
{
  wait_for_key (fixture);
  clt_engine_set_connector (fixture->engine, CLT_CONNECTOR (fixture->connector));
  clt_sync_fixture_settle ();

  g_test_message ("finding the key is no reason to start a run");
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_IDLE);
  g_assert_cmpuint (clt_fake_connector_get_n_calls (fixture->connector, CLT_FAKE_SIGN_IN), ==, 0);
}

static void
test_no_key (CltSyncFixture *fixture,
             gconstpointer   unused)
{
  g_autoptr (GError) reason = g_error_new_literal (CLT_ERROR, CLT_ERROR_UNAUTHORIZED, "No key");

  wait_for_key (fixture);
  clt_engine_refuse (fixture->engine, reason);
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_NEEDS_SIGN_IN);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_UNAUTHORIZED);
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_NEEDS_SIGN_IN);

  g_test_message ("signing in starts a run");
  clt_fake_connector_fill (fixture->connector, "customer", 5);
  clt_engine_set_connector (fixture->engine, CLT_CONNECTOR (fixture->connector));
  clt_test_await (clt_engine_get_last_sync (fixture->engine) != 0);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 5);
}

static void
test_bad_settings (CltSyncFixture *fixture,
                   gconstpointer   unused)
{
  g_autoptr (GError) reason = g_error_new_literal (CLT_ERROR, CLT_ERROR_INVALID, "No address.");

  wait_for_key (fixture);
  clt_engine_refuse (fixture->engine, reason);
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_NEEDS_SIGN_IN);
  g_test_message ("nobody waits for a connector that will not come");
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_INVALID);
}

static void
test_refused_while_waiting (CltSyncFixture *fixture,
                            gconstpointer   unused)
{
  g_autoptr (GError) reason = g_error_new_literal (CLT_ERROR, CLT_ERROR_UNAUTHORIZED, "No key");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  wait_for_key (fixture);
  clt_engine_sync_async (fixture->engine, NULL, clt_test_result_cb, &result);
  clt_engine_refuse (fixture->engine, reason);
  clt_test_await (result != NULL);
  clt_engine_sync_finish (fixture->engine, result, &error);
  g_assert_error (error, CLT_ERROR, CLT_ERROR_UNAUTHORIZED);
}

static void
test_cancelled_while_waiting (CltSyncFixture *fixture,
                              gconstpointer   unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  wait_for_key (fixture);
  clt_engine_sync_async (fixture->engine, NULL, clt_test_result_cb, &result);
  clt_engine_cancel (fixture->engine);
  clt_test_await (result != NULL);
  clt_engine_sync_finish (fixture->engine, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_IDLE);
}

static void
test_changed_during_run (CltSyncFixture *fixture,
                         gconstpointer   unused)
{
  g_autoptr (CltFakeConnector) other = clt_fake_connector_new (PAGE_SIZE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_fake_connector_fill (other, "customer", 7);
  clt_fake_connector_hang (fixture->connector, CLT_FAKE_DESCRIBE, 1);
  clt_engine_sync_async (fixture->engine, NULL, clt_test_result_cb, &result);
  clt_test_await (clt_engine_get_state (fixture->engine) == CLT_ENGINE_DESCRIBING);

  clt_engine_set_connector (fixture->engine, CLT_CONNECTOR (other));
  clt_test_await (result != NULL);

  g_test_message ("whoever waited gets the answer of the run with the new key");
  clt_engine_sync_finish (fixture->engine, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clt_fake_connector_get_n_calls (other, CLT_FAKE_SIGN_IN), ==, 1);
  g_assert_cmpuint (clt_fake_connector_get_n_calls (fixture->connector, CLT_FAKE_PULL), ==, 0);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  clt_sync_fixture_add_test ("/sync/engine-connector/run-waits", PAGE_SIZE, test_run_waits);
  clt_sync_fixture_add_test ("/sync/engine-connector/found-at-rest", PAGE_SIZE, test_found_at_rest);
  clt_sync_fixture_add_test ("/sync/engine-connector/no-key", PAGE_SIZE, test_no_key);
  clt_sync_fixture_add_test ("/sync/engine-connector/bad-settings", PAGE_SIZE, test_bad_settings);
  clt_sync_fixture_add_test ("/sync/engine-connector/refused-while-waiting", PAGE_SIZE,
                             test_refused_while_waiting);
  clt_sync_fixture_add_test ("/sync/engine-connector/cancelled-while-waiting", PAGE_SIZE,
                             test_cancelled_while_waiting);
  clt_sync_fixture_add_test ("/sync/engine-connector/changed-during-run", PAGE_SIZE,
                             test_changed_during_run);

  return g_test_run ();
}
