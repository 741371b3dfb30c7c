/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-sweep.h"
#include "clt-sync-fixture.h"

#define PAGE_SIZE 100

static const struct {
  const char *what;
  guint n_ours;
  guint n_theirs;
  guint n_gone;
  gboolean is_suspicious;
} answers[] = {
  { "nothing is gone",                              100,  100,   0, FALSE },
  { "nothing is gone, and nothing was there",         0,    0,   0, FALSE },
  { "one is gone",                                  100,   99,   1, FALSE },
  { "twenty of a few may go",                        40,   20,  20, FALSE },
  { "but not one more",                              41,   20,  21, TRUE },
  { "five in a hundred of many may go",            1000,  950,  50, FALSE },
  { "but not one more",                            1000,  949,  51, TRUE },
  { "an empty answer is never believed",              1,    0,   1, TRUE },
  { "nor for many",                            G_MAXUINT,   0, G_MAXUINT, TRUE },
  { "other records instead of ours are no excuse", 1000, 1000, 900, TRUE },
};

static void
test_suspicion (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_test_message ("%s", answers[i].what);
      g_assert_cmpint (clt_sweep_is_suspicious (answers[i].n_ours, answers[i].n_theirs,
                                                answers[i].n_gone), ==, answers[i].is_suspicious);
    }
}

static void
test_find_gone (void)
{
  const char * const ours[] = { "1", "2", "3", "4", NULL };
  g_autoptr (GPtrArray) theirs = g_ptr_array_new ();
  g_autoptr (GPtrArray) gone = NULL;

  g_ptr_array_add (theirs, (gpointer) "4");
  g_ptr_array_add (theirs, (gpointer) "9");
  g_ptr_array_add (theirs, (gpointer) "2");
  gone = clt_sweep_find_gone (ours, theirs);

  g_assert_cmpuint (gone->len, ==, 3);
  g_assert_cmpstr (gone->pdata[0], ==, "1");
  g_assert_cmpstr (gone->pdata[1], ==, "3");
  g_assert_null (gone->pdata[2]);
}

static void
test_deleted (CltSyncFixture *fixture,
              gconstpointer   unused)
{
  g_autofree char *name = NULL;

  clt_fake_connector_fill (fixture->connector, "customer", 30);
  clt_sync_fixture_run (fixture);
  clt_fake_connector_delete (fixture->connector, "customer", "customer-002");
  clt_fake_connector_delete (fixture->connector, "customer", "customer-029");

  clt_sync_fixture_run (fixture);

  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 28);
  name = clt_sync_fixture_dup_name (fixture, "customer", "customer-002");
  g_assert_null (name);
}

static void
delete_many (CltSyncFixture *fixture,
             guint           first,
             guint           last)
{
  for (guint i = first; i <= last; i++)
    {
      g_autofree char *remote_id = g_strdup_printf ("customer-%03u", i);

      clt_fake_connector_delete (fixture->connector, "customer", remote_id);
    }
}

static void
test_breaker (CltSyncFixture *fixture,
              gconstpointer   unused)
{
  g_autofree char *sentence = NULL;

  clt_fake_connector_fill (fixture->connector, "customer", 100);
  clt_sync_fixture_run (fixture);

  delete_many (fixture, 1, 21);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_INVALID);

  g_test_message ("so many at once stay, and the user hears of it");
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 100);
  g_assert_cmpint (clt_engine_get_state (fixture->engine), ==, CLT_ENGINE_FAILED);
  g_assert_cmpuint (clt_engine_get_n_suspected (fixture->engine), ==, 21);
  sentence = clt_error_dup_sentence (clt_engine_get_error (fixture->engine));
  g_assert_true (g_str_has_prefix (sentence, "21 records are no longer on the server "
                                   "(Customers: 21 of 100)."));

  g_test_message ("what the server has more is still fetched");
  clt_fake_connector_put (fixture->connector, "customer", "customer-200", "Lumber Inc");
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_INVALID);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 101);

  g_test_message ("the records come back as if nothing had been");
  for (guint i = 1; i <= 21; i++)
    {
      g_autofree char *remote_id = g_strdup_printf ("customer-%03u", i);

      clt_fake_connector_put (fixture->connector, "customer", remote_id, "Back again");
    }
  clt_sync_fixture_run (fixture);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 101);
  g_assert_cmpuint (clt_engine_get_n_suspected (fixture->engine), ==, 0);
  g_assert_null (clt_engine_get_error (fixture->engine));
}

static void
test_allowed (CltSyncFixture *fixture,
              gconstpointer   unused)
{
  clt_fake_connector_fill (fixture->connector, "customer", 100);
  clt_sync_fixture_run (fixture);
  delete_many (fixture, 1, 40);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_INVALID);

  g_test_message ("more than the user agreed to: asked again");
  delete_many (fixture, 41, 50);
  clt_engine_allow_removals (fixture->engine);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_INVALID);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 100);
  g_assert_cmpuint (clt_engine_get_n_suspected (fixture->engine), ==, 50);

  g_test_message ("as many as the user agreed to: gone");
  clt_engine_allow_removals (fixture->engine);
  clt_sync_fixture_run (fixture);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 50);
}

static void
test_allowed_in_all (CltSyncFixture *fixture,
                     gconstpointer   unused)
{
  clt_fake_connector_fill (fixture->connector, "customer", 100);
  clt_fake_connector_fill (fixture->connector, "contact", 100);
  clt_sync_fixture_run (fixture);
  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *contact = g_strdup_printf ("contact-%03u", i);

      clt_fake_connector_delete (fixture->connector, "contact", contact);
    }
  delete_many (fixture, 1, 30);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_INVALID);
  g_assert_cmpuint (clt_engine_get_n_suspected (fixture->engine), ==, 60);

  g_test_message ("the yes was to sixty of all, not to sixty of each");
  delete_many (fixture, 31, 60);
  clt_engine_allow_removals (fixture->engine);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_INVALID);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer")
                    + clt_sync_fixture_count (fixture, "contact"), >=, 200 - 60);
  g_assert_cmpuint (clt_engine_get_n_suspected (fixture->engine), ==, 30);
}

static void
test_empty_server (CltSyncFixture *fixture,
                   gconstpointer   unused)
{
  clt_fake_connector_fill (fixture->connector, "customer", 2);
  clt_sync_fixture_run (fixture);
  delete_many (fixture, 1, 2);

  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_INVALID);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 2);
}

static void
test_error (CltSyncFixture *fixture,
            gconstpointer   unused)
{
  clt_fake_connector_fill (fixture->connector, "customer", 30);
  clt_sync_fixture_run (fixture);
  clt_fake_connector_delete (fixture->connector, "customer", "customer-001");

  g_test_message ("an answer that did not come is no answer");
  clt_fake_connector_fail (fixture->connector, CLT_FAKE_LIST_IDS, 1, CLT_ERROR_SERVER);
  clt_sync_fixture_run_failing (fixture, CLT_ERROR, CLT_ERROR_SERVER);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 30);

  g_test_message ("neither is a refusal, but the run goes on");
  clt_fake_connector_fail (fixture->connector, CLT_FAKE_LIST_IDS, 1, CLT_ERROR_FORBIDDEN);
  clt_sync_fixture_run (fixture);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 30);

  clt_sync_fixture_run (fixture);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, 29);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/sweep/suspicion", test_suspicion);
  g_test_add_func ("/sync/sweep/find-gone", test_find_gone);
  clt_sync_fixture_add_test ("/sync/sweep/deleted", PAGE_SIZE, test_deleted);
  clt_sync_fixture_add_test ("/sync/sweep/breaker", PAGE_SIZE, test_breaker);
  clt_sync_fixture_add_test ("/sync/sweep/allowed", PAGE_SIZE, test_allowed);
  clt_sync_fixture_add_test ("/sync/sweep/allowed-in-all", PAGE_SIZE, test_allowed_in_all);
  clt_sync_fixture_add_test ("/sync/sweep/empty-server", PAGE_SIZE, test_empty_server);
  clt_sync_fixture_add_test ("/sync/sweep/error", PAGE_SIZE, test_error);

  return g_test_run ();
}
