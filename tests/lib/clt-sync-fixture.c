/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-network.h"
#include "clt-sync-fixture.h"

void
clt_sync_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
clt_sync_fixture_open (CltSyncFixture *fixture)
{
  fixture->store = clt_test_store_open (fixture->folder, CLT_STORE_OPEN_NORMAL);
  fixture->engine = clt_engine_new (fixture->store, CLT_CONNECTOR (fixture->connector));
  clt_engine_set_interval (fixture->engine, 0);
}

static void
clt_sync_fixture_close (CltSyncFixture *fixture)
{
  clt_engine_cancel (fixture->engine);
  clt_store_close (fixture->store);
  clt_test_assert_finalize (fixture->engine);
  clt_test_assert_finalize (fixture->store);
}

void
clt_sync_fixture_set_up (CltSyncFixture *fixture,
                         gconstpointer   page_size)
{
  clt_network_set_available (clt_network_get_default (), TRUE);
  fixture->folder = clt_test_dir_new ();
  fixture->connector = clt_fake_connector_new (GPOINTER_TO_UINT (page_size));
  clt_sync_fixture_open (fixture);
}

void
clt_sync_fixture_tear_down (CltSyncFixture *fixture,
                            gconstpointer   page_size)
{
  clt_sync_fixture_close (fixture);
  clt_test_assert_finalize (fixture->connector);
  clt_test_dir_remove (fixture->folder);
}

void
clt_sync_fixture_restart (CltSyncFixture *fixture)
{
  clt_sync_fixture_close (fixture);
  clt_sync_fixture_open (fixture);
}

void
clt_sync_fixture_add_test (const char *path,
                           guint       page_size,
                           void      (*test) (CltSyncFixture *fixture,
                                              gconstpointer   page_size))
{
  g_test_add (path, CltSyncFixture, GUINT_TO_POINTER (page_size), clt_sync_fixture_set_up, test,
              clt_sync_fixture_tear_down);
}

void
clt_sync_fixture_run (CltSyncFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_engine_sync_async (fixture->engine, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  clt_engine_sync_finish (fixture->engine, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_IDLE);
}

void
clt_sync_fixture_run_failing (CltSyncFixture *fixture,
                              GQuark          domain,
                              int             code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_engine_sync_async (fixture->engine, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  clt_engine_sync_finish (fixture->engine, result, &error);
  g_assert_error (error, domain, code);
}

guint
clt_sync_fixture_count (CltSyncFixture *fixture,
                        const char     *entity)
{
  g_autoptr (CltQuery) query = clt_query_new (entity);

  return (guint) clt_test_store_count (fixture->store, query);
}

char *
clt_sync_fixture_dup_name (CltSyncFixture *fixture,
                           const char     *entity,
                           const char     *remote_id)
{
  const gint64 id = clt_test_store_find (fixture->store, entity, remote_id);
  g_autoptr (CltRecord) record = NULL;

  if (id == 0)
    return NULL;

  record = clt_test_store_load (fixture->store, entity, id);

  return g_strdup (clt_value_get_text (clt_record_get_value (record, "name")));
}
