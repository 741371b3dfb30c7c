/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-network.h"
#include "clt-sync-fixture.h"
#include "clt-time.h"

#define PAGE_SIZE 10

/* {{{ What a failure becomes */

static const struct {
  const char     *what;
  CltFakeStep     step;
  CltError        code;
  gboolean        has_network;
  CltEngineState  state;
} failures[] = {
  { "a server that does not answer is asked again",
    CLT_FAKE_SIGN_IN, CLT_ERROR_NETWORK, TRUE, CLT_ENGINE_WAITING },
  { "unless there is no network at all",
    CLT_FAKE_SIGN_IN, CLT_ERROR_NETWORK, FALSE, CLT_ENGINE_OFFLINE },
  { "a server that takes too long is asked again",
    CLT_FAKE_PULL, CLT_ERROR_TIMEOUT, TRUE, CLT_ENGINE_WAITING },
  { "a server with a problem is asked again",
    CLT_FAKE_DESCRIBE, CLT_ERROR_SERVER, TRUE, CLT_ENGINE_WAITING },
  { "a damaged answer is asked for again",
    CLT_FAKE_PULL, CLT_ERROR_MALFORMED, TRUE, CLT_ENGINE_WAITING },
  { "a server that is too busy gets its peace",
    CLT_FAKE_PULL, CLT_ERROR_RATE_LIMITED, TRUE, CLT_ENGINE_WAITING },
  { "a refused key needs the user, at the door",
    CLT_FAKE_SIGN_IN, CLT_ERROR_UNAUTHORIZED, TRUE, CLT_ENGINE_NEEDS_SIGN_IN },
  { "and in the middle of a run",
    CLT_FAKE_PULL, CLT_ERROR_UNAUTHORIZED, TRUE, CLT_ENGINE_NEEDS_SIGN_IN },
  { "and while looking for deletions",
    CLT_FAKE_LIST_IDS, CLT_ERROR_UNAUTHORIZED, TRUE, CLT_ENGINE_NEEDS_SIGN_IN },
  { "a bad certificate ends it",
    CLT_FAKE_SIGN_IN, CLT_ERROR_TLS, TRUE, CLT_ENGINE_FAILED },
  { "so does a redirection",
    CLT_FAKE_SIGN_IN, CLT_ERROR_REDIRECTED, TRUE, CLT_ENGINE_FAILED },
  { "and another server than was asked",
    CLT_FAKE_SIGN_IN, CLT_ERROR_NOT_A_CRM, TRUE, CLT_ENGINE_FAILED },
  { "and no right to sign in",
    CLT_FAKE_SIGN_IN, CLT_ERROR_FORBIDDEN, TRUE, CLT_ENGINE_FAILED },
  { "and an answer that is too large",
    CLT_FAKE_PULL, CLT_ERROR_TOO_LARGE, TRUE, CLT_ENGINE_FAILED },
  { "and no room for what came",
    CLT_FAKE_PULL, CLT_ERROR_DISK_FULL, TRUE, CLT_ENGINE_FAILED },
};

static void
test_failures (CltSyncFixture *fixture,
               gconstpointer   unused)
{
  CltNetwork *network = clt_network_get_default ();

  clt_fake_connector_fill (fixture->connector, "customer", 5);
  clt_sync_fixture_run (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_test_message ("%s", failures[i].what);
      clt_network_set_available (network, failures[i].has_network);
      clt_fake_connector_fail (fixture->connector, failures[i].step, 1, failures[i].code);
      clt_sync_fixture_run_failing (fixture, CLT_ERROR, (int) failures[i].code);

      g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, failures[i].state);
      g_assert_error (clt_engine_get_error (fixture->engine), CLT_ERROR, (int) failures[i].code);
      g_assert_cmpint (clt_engine_get_retry_at (fixture->engine) != 0, ==,
                       failures[i].state == CLT_ENGINE_WAITING);

      g_test_message ("… and the next start is a new chance");
      clt_network_set_available (network, TRUE);
      clt_sync_fixture_restart (fixture);
      clt_sync_fixture_run (fixture);
      g_assert_null (clt_engine_get_error (fixture->engine));
      g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 5);
    }
}

/* }}} */

static void
test_run (CltSyncFixture *fixture,
          gconstpointer   unused)
{
  const gint64 before = clt_time_now ();
  g_autofree char *server = NULL;
  g_autofree char *user = NULL;
  gint64 last_sync;

  g_assert_cmpint (clt_engine_get_last_sync (fixture->engine), ==, 0);
  clt_fake_connector_fill (fixture->connector, "customer", 5);
  clt_sync_fixture_run (fixture);

  last_sync = clt_engine_get_last_sync (fixture->engine);
  g_assert_cmpint (last_sync, >=, before);
  server = clt_test_store_get_meta (fixture->store, "server-id");
  user = clt_test_store_get_meta (fixture->store, "user-id");
  g_assert_cmpstr (server, ==, "http://127.0.0.1/crm");
  g_assert_cmpstr (user, ==, "2");

  g_test_message ("the next start knows when that was");
  clt_sync_fixture_restart (fixture);
  clt_test_await (clt_engine_get_last_sync (fixture->engine) == last_sync);
}

static void
record_state_cb (CltEngine  *engine,
                 GParamSpec *pspec,
                 GString    *states)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (CLT_TYPE_ENGINE_STATE);
  const int state = (int) clt_engine_get_state (engine);

  g_string_append_printf (states, "%s ", g_enum_get_value (klass, state)->value_nick);
}

static void
record_progress_cb (CltEngine  *engine,
                    GParamSpec *pspec,
                    GString    *progress)
{
  if (clt_engine_get_entity (engine) != NULL)
    g_string_append_printf (progress, "%s:%" G_GINT64_FORMAT " ", clt_engine_get_entity (engine),
                            clt_engine_get_n_done (engine));
}

static void
test_progress (CltSyncFixture *fixture,
               gconstpointer   unused)
{
  g_autoptr (GString) states = g_string_new (NULL);
  g_autoptr (GString) progress = g_string_new (NULL);

  clt_fake_connector_fill (fixture->connector, "customer", 25);
  g_signal_connect (fixture->engine, "notify::state", G_CALLBACK (record_state_cb), states);
  g_signal_connect (fixture->engine, "notify::n-done", G_CALLBACK (record_progress_cb), progress);

  clt_sync_fixture_run (fixture);

  g_assert_cmpstr (states->str, ==, "signing-in describing pulling sweeping idle ");
  g_assert_cmpstr (progress->str, ==, "customer:10 customer:20 customer:25 ");
  g_assert_null (clt_engine_get_entity (fixture->engine));
  g_assert_cmpint (clt_engine_get_n_done (fixture->engine), ==, 0);
  g_assert_cmpint (clt_engine_get_n_total (fixture->engine), ==, -1);
}

static void
test_join (CltSyncFixture *fixture,
           gconstpointer   unused)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  clt_fake_connector_fill (fixture->connector, "customer", 25);
  clt_engine_sync_async (fixture->engine, NULL, clt_test_result_cb, &first);
  clt_engine_sync_async (fixture->engine, NULL, clt_test_result_cb, &second);
  clt_test_await (first != NULL && second != NULL);

  clt_engine_sync_finish (fixture->engine, first, &error);
  g_assert_no_error (error);
  clt_engine_sync_finish (fixture->engine, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clt_fake_connector_get_n_calls (fixture->connector, CLT_FAKE_SIGN_IN), ==, 1);
}

static void
test_cancel (CltSyncFixture *fixture,
             gconstpointer   unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  clt_fake_connector_fill (fixture->connector, "customer", 95);
  clt_fake_connector_hang (fixture->connector, CLT_FAKE_PULL, 1 + 4);
  clt_engine_sync_async (fixture->engine, NULL, clt_test_result_cb, &result);
  clt_test_await (clt_engine_get_n_done (fixture->engine) == 30);
  words = clt_engine_dup_words (fixture->engine);
  g_assert_cmpstr (words, ==, "Customers: 30 of 95 fetched");
  clt_engine_cancel (fixture->engine);
  clt_test_await (result != NULL);

  clt_engine_sync_finish (fixture->engine, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_IDLE);
  g_test_message ("a cancelled run is no trouble to show");
  g_assert_null (clt_engine_get_error (fixture->engine));

  g_test_message ("what was stored stays, and the next run goes on from there");
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 30);
  clt_sync_fixture_run (fixture);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 95);
  g_assert_cmpuint (clt_fake_connector_get_n_rows_sent (fixture->connector), ==, 95);
}

static void
test_cancel_by_caller (CltSyncFixture *fixture,
                       gconstpointer   unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_fake_connector_hang (fixture->connector, CLT_FAKE_SIGN_IN, 1);
  clt_engine_sync_async (fixture->engine, cancellable, clt_test_result_cb, &result);
  g_cancellable_cancel (cancellable);
  clt_test_await (result != NULL);

  clt_engine_sync_finish (fixture->engine, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_IDLE);
}

static void
test_closed_during_run (CltSyncFixture *fixture,
                        gconstpointer   unused)
{
  g_test_message ("a window that is closed during a run closes the store under it");
  clt_fake_connector_fill (fixture->connector, "customer", 95);

  for (guint start = 0; start < 5; start++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      clt_engine_sync_async (fixture->engine, NULL, clt_test_result_cb, &result);
      clt_test_await (clt_engine_get_n_done (fixture->engine) >= 10);
      clt_engine_cancel (fixture->engine);
      clt_store_close (fixture->store);
      clt_test_await (result != NULL);
      clt_engine_sync_finish (fixture->engine, result, &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_object (&result);
      clt_sync_fixture_restart (fixture);
    }

  clt_sync_fixture_run (fixture);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 95);
}

static void
test_network_back (CltSyncFixture *fixture,
                   gconstpointer   unused)
{
  CltNetwork *network = clt_network_get_default ();
  g_autofree char *words = NULL;

  clt_fake_connector_fill (fixture->connector, "customer", 5);
  clt_network_set_available (network, FALSE);
  clt_fake_connector_fail (fixture->connector, CLT_FAKE_SIGN_IN, 1, CLT_ERROR_NETWORK);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_NETWORK);
  words = clt_engine_dup_words (fixture->engine);
  g_assert_cmpstr (words, ==, "Working offline");

  clt_network_set_available (network, TRUE);
  clt_test_await (clt_engine_get_last_sync (fixture->engine) != 0);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 5);
}

static void
test_server_here (CltSyncFixture *fixture,
                  gconstpointer   unused)
{
  g_test_message ("a server on this computer answers without a network");
  clt_network_set_available (clt_network_get_default (), FALSE);
  clt_fake_connector_fill (fixture->connector, "customer", 5);
  clt_sync_fixture_run (fixture);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 5);
}

static void
test_retry (CltSyncFixture *fixture,
            gconstpointer   unused)
{
  g_test_message ("after a failure in passing the engine tries again by itself");
  clt_fake_connector_fill (fixture->connector, "customer", 5);
  clt_fake_connector_fail (fixture->connector, CLT_FAKE_SIGN_IN, 1, CLT_ERROR_TIMEOUT);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_TIMEOUT);

  clt_test_await (clt_engine_get_last_sync (fixture->engine) != 0);
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_IDLE);
  g_assert_cmpint (clt_engine_get_retry_at (fixture->engine), ==, 0);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 5);
}

static void
test_retry_half_way (CltSyncFixture *fixture,
                     gconstpointer   unused)
{
  clt_fake_connector_fill (fixture->connector, "customer", 25);
  clt_fake_connector_fail (fixture->connector, CLT_FAKE_PULL, 3, CLT_ERROR_TIMEOUT);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_TIMEOUT);

  clt_test_await (clt_engine_get_last_sync (fixture->engine) != 0);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 25);
  g_test_message ("a run that nobody asked for does not ask again what the server has");
  g_assert_cmpuint (clt_fake_connector_get_n_calls (fixture->connector, CLT_FAKE_DESCRIBE), ==, 1);
  clt_sync_fixture_run (fixture);
  g_assert_cmpuint (clt_fake_connector_get_n_calls (fixture->connector, CLT_FAKE_DESCRIBE), ==, 2);
}

static void
test_rate_limited (CltSyncFixture *fixture,
                   gconstpointer   unused)
{
  const gint64 before = clt_time_now ();
  g_autofree char *words = NULL;
  guint n_calls;

  clt_fake_connector_set_retry_after (fixture->connector, 60);
  clt_fake_connector_fail (fixture->connector, CLT_FAKE_PULL, 1, CLT_ERROR_RATE_LIMITED);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_RATE_LIMITED);
  g_assert_cmpint (clt_engine_get_retry_at (fixture->engine), >=,
                   before + 60 * CLT_USEC_PER_SECOND);
  words = clt_engine_dup_words (fixture->engine);
  g_assert_true (g_str_has_prefix (words, "The server asked us to wait until "));

  g_test_message ("a user in a hurry does not change that");
  n_calls = clt_fake_connector_get_n_calls (fixture->connector, CLT_FAKE_SIGN_IN);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_RATE_LIMITED);
  g_assert_cmpuint (clt_fake_connector_get_n_calls (fixture->connector, CLT_FAKE_SIGN_IN), ==,
                    n_calls);
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_WAITING);
}

static const struct {
  const char *what;
  const char *server_id;
  const char *user_id;
} strangers[] = {
  { "another server is not this workspace's", "https://crm.example.org/crm", "2" },
  { "neither is another account", "http://127.0.0.1/crm", "7" },
};

static void
test_identity (CltSyncFixture *fixture,
               gconstpointer   unused)
{
  clt_fake_connector_fill (fixture->connector, "customer", 5);
  clt_sync_fixture_run (fixture);
  clt_fake_connector_fill (fixture->connector, "contact", 5);

  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      const guint n_calls = clt_fake_connector_get_n_calls (fixture->connector, CLT_FAKE_DESCRIBE);

      g_test_message ("%s", strangers[i].what);
      clt_fake_connector_set_identity (fixture->connector, strangers[i].server_id,
                                       strangers[i].user_id);
      clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_INVALID);
      g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_FAILED);
      g_assert_cmpuint (clt_fake_connector_get_n_calls (fixture->connector, CLT_FAKE_DESCRIBE), ==,
                        n_calls);
      g_assert_cmpuint (clt_sync_fixture_count (fixture, "contact"), ==, 0);
    }

  g_test_message ("the right one goes on");
  clt_fake_connector_set_identity (fixture->connector, "http://127.0.0.1/crm", "2");
  clt_sync_fixture_run (fixture);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "contact"), ==, 5);
}

static void
test_own_field (CltSyncFixture *fixture,
                gconstpointer   unused)
{
  CltEntity *customer;

  clt_fake_connector_fill (fixture->connector, "customer", 25);
  clt_sync_fixture_run (fixture);

  clt_fake_connector_add_field (fixture->connector);
  clt_sync_fixture_run (fixture);

  customer = clt_schema_find_entity (clt_store_get_schema (fixture->store), "customer");
  g_assert_nonnull (clt_entity_find_field (customer, "x_mood"));
  g_test_message ("every customer may have a value in it, so all are fetched again");
  g_assert_cmpuint (clt_fake_connector_get_n_rows_sent (fixture->connector), ==, 25 + 25);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  clt_sync_fixture_add_test ("/sync/engine/run", PAGE_SIZE, test_run);
  clt_sync_fixture_add_test ("/sync/engine/failures", PAGE_SIZE, test_failures);
  clt_sync_fixture_add_test ("/sync/engine/progress", PAGE_SIZE, test_progress);
  clt_sync_fixture_add_test ("/sync/engine/join", PAGE_SIZE, test_join);
  clt_sync_fixture_add_test ("/sync/engine/cancel", PAGE_SIZE, test_cancel);
  clt_sync_fixture_add_test ("/sync/engine/cancel-by-caller", PAGE_SIZE, test_cancel_by_caller);
  clt_sync_fixture_add_test ("/sync/engine/closed-during-run", PAGE_SIZE, test_closed_during_run);
  clt_sync_fixture_add_test ("/sync/engine/network-back", PAGE_SIZE, test_network_back);
  clt_sync_fixture_add_test ("/sync/engine/server-here", PAGE_SIZE, test_server_here);
  clt_sync_fixture_add_test ("/sync/engine/retry", PAGE_SIZE, test_retry);
  clt_sync_fixture_add_test ("/sync/engine/retry-half-way", PAGE_SIZE, test_retry_half_way);
  clt_sync_fixture_add_test ("/sync/engine/rate-limited", PAGE_SIZE, test_rate_limited);
  clt_sync_fixture_add_test ("/sync/engine/identity", PAGE_SIZE, test_identity);
  clt_sync_fixture_add_test ("/sync/engine/own-field", PAGE_SIZE, test_own_field);

  return g_test_run ();
}
