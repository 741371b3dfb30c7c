/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-connector-registry.h"
#include "clt-engine.h"
#include "clt-error.h"
#include "clt-http.h"
#include "clt-test.h"
#include "clt-workspace-list.h"

typedef struct
{
  CltTestDir       *folder; /* (owned) */
  CltWorkspaceList *list;   /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->folder = clt_test_dir_new ();
  fixture->list = clt_workspace_list_new (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  clt_test_assert_finalize (fixture->list);
  clt_test_dir_remove (fixture->folder);
}

static CltWorkspace *
add (Fixture    *fixture,
     const char *kind)
{
  g_autoptr (GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  CltWorkspace *workspace;

  g_hash_table_insert (settings, (gpointer) "url", (gpointer) "http://127.0.0.1:9");
  g_hash_table_insert (settings, (gpointer) "database", (gpointer) "crm");
  workspace = clt_workspace_list_add (fixture->list, "Test", kind, settings, &error);
  g_assert_no_error (error);

  return workspace;
}

static void
open_workspace (CltWorkspace *workspace,
                gboolean      read_only)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_workspace_open_async (workspace, read_only, NULL, clt_test_result_cb, &result);
  g_assert_cmpint (clt_workspace_get_state (workspace), ==, CLT_WORKSPACE_OPENING);
  clt_test_await (result != NULL);
  clt_workspace_open_finish (workspace, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (clt_workspace_get_state (workspace), ==, CLT_WORKSPACE_OPEN);
}

/* Runs first: afterwards the classes that it looks for exist. */
static void
test_never_reaches_a_server (Fixture       *fixture,
                             gconstpointer  kind)
{
  CltWorkspace *workspace = add (fixture, kind);
  g_autofree char *url = clt_workspace_dup_setting (workspace, "url");

  g_test_message ("no address is kept, whatever was handed over");
  g_assert_null (url);
  g_assert_false (clt_workspace_has_server (workspace));

  open_workspace (workspace, FALSE);
  g_assert_nonnull (clt_workspace_get_store (workspace));
  g_assert_null (clt_workspace_get_engine (workspace));

  g_test_message ("nothing that could talk to a server was ever made in this process");
  g_assert_null (g_type_class_peek (CLT_TYPE_ENGINE));
  g_assert_null (g_type_class_peek (CLT_TYPE_HTTP));
  g_assert_null (g_type_class_peek (SOUP_TYPE_SESSION));

  clt_workspace_close (workspace);
}

static void
test_open_twice (Fixture       *fixture,
                 gconstpointer  unused)
{
  CltWorkspace *workspace = add (fixture, CLT_WORKSPACE_LOCAL);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  CltStore *store;

  clt_workspace_open_async (workspace, FALSE, NULL, clt_test_result_cb, &first);
  clt_workspace_open_async (workspace, FALSE, NULL, clt_test_result_cb, &second);
  clt_test_await (first != NULL && second != NULL);
  g_assert_true (clt_workspace_open_finish (workspace, first, NULL));
  g_assert_true (clt_workspace_open_finish (workspace, second, NULL));

  store = clt_workspace_get_store (workspace);
  clt_workspace_open_async (workspace, FALSE, NULL, clt_test_result_cb, &third);
  clt_test_await (third != NULL);
  g_assert_true (clt_workspace_open_finish (workspace, third, NULL));
  g_assert_true (clt_workspace_get_store (workspace) == store);

  clt_workspace_close (workspace);
  g_assert_cmpint (clt_workspace_get_state (workspace), ==, CLT_WORKSPACE_CLOSED);
  g_assert_null (clt_workspace_get_store (workspace));
}

static void
test_reopen (Fixture       *fixture,
             gconstpointer  unused)
{
  CltWorkspace *workspace = add (fixture, CLT_WORKSPACE_LOCAL);

  open_workspace (workspace, FALSE);
  clt_workspace_close (workspace);
  g_test_message ("the lock is given back");
  open_workspace (workspace, FALSE);
  clt_workspace_close (workspace);
}

static void
test_close_while_opening (Fixture       *fixture,
                          gconstpointer  unused)
{
  CltWorkspace *workspace = add (fixture, CLT_WORKSPACE_LOCAL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_workspace_open_async (workspace, FALSE, NULL, clt_test_result_cb, &result);
  clt_workspace_close (workspace);
  clt_test_await (result != NULL);
  g_assert_false (clt_workspace_open_finish (workspace, result, &error));
  g_assert_true (clt_error_is_cancelled (error));
  g_assert_cmpint (clt_workspace_get_state (workspace), ==, CLT_WORKSPACE_CLOSED);

  open_workspace (workspace, FALSE);
  clt_workspace_close (workspace);
}

static void
test_busy (Fixture       *fixture,
           gconstpointer  unused)
{
  CltWorkspace *workspace = add (fixture, CLT_WORKSPACE_LOCAL);
  g_autoptr (CltWorkspace) other = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  other = clt_workspace_new_for_folder (clt_workspace_get_folder (workspace), &error);
  g_assert_no_error (error);
  open_workspace (workspace, FALSE);

  clt_workspace_open_async (other, FALSE, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  g_assert_false (clt_workspace_open_finish (other, result, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_BUSY);
  g_assert_cmpint (clt_workspace_get_state (other), ==, CLT_WORKSPACE_FAILED);
  g_assert_error (clt_workspace_get_error (other), CLT_ERROR, CLT_ERROR_BUSY);

  g_test_message ("looking is allowed");
  open_workspace (other, TRUE);
  g_assert_null (clt_workspace_get_error (other));
  clt_workspace_close (other);
  clt_workspace_close (workspace);
}

static void
test_no_key (Fixture       *fixture,
             gconstpointer  unused)
{
  CltWorkspace *workspace = add (fixture, "odoo");
  CltEngine *engine;

  g_assert_true (clt_workspace_has_server (workspace));
  open_workspace (workspace, FALSE);
  engine = clt_workspace_get_engine (workspace);
  g_assert_nonnull (engine);
  clt_test_await (clt_engine_get_state (engine) == CLT_ENGINE_NEEDS_SIGN_IN);
  clt_workspace_close (workspace);
}

static void
test_set_secret (Fixture       *fixture,
                 gconstpointer  unused)
{
  CltWorkspace *workspace = add (fixture, "odoo");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CltEngine *engine;

  open_workspace (workspace, FALSE);
  engine = clt_workspace_get_engine (workspace);
  clt_engine_set_interval (engine, 0);
  clt_test_await (clt_engine_get_state (engine) == CLT_ENGINE_NEEDS_SIGN_IN);

  clt_workspace_set_secret_async (workspace, "hunter2", NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  g_assert_true (clt_workspace_set_secret_finish (workspace, result, NULL, &error));
  g_assert_no_error (error);

  g_test_message ("the engine tries the key at once; nobody listens on that port");
  clt_test_await (g_error_matches (clt_engine_get_error (engine), CLT_ERROR, CLT_ERROR_NETWORK));
  clt_workspace_close (workspace);

  g_test_message ("the next opening finds it");
  open_workspace (workspace, FALSE);
  engine = clt_workspace_get_engine (workspace);
  g_clear_object (&result);
  clt_engine_sync_async (engine, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  g_assert_false (clt_engine_sync_finish (engine, result, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_NETWORK);
  clt_workspace_close (workspace);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  unused)
{
  CltWorkspace *workspace = add (fixture, "odoo");

  open_workspace (workspace, FALSE);
  clt_workspace_close (workspace);

  g_test_message ("who only looks needs no key and no server");
  open_workspace (workspace, TRUE);
  g_assert_null (clt_workspace_get_engine (workspace));
  clt_workspace_close (workspace);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sync/workspace/local-never-reaches-a-server", Fixture, CLT_WORKSPACE_LOCAL, set_up,
              test_never_reaches_a_server, tear_down);
  g_test_add ("/sync/workspace/sample-never-reaches-a-server", Fixture, CLT_WORKSPACE_SAMPLE,
              set_up, test_never_reaches_a_server, tear_down);
  g_test_add ("/sync/workspace/open-twice", Fixture, NULL, set_up, test_open_twice, tear_down);
  g_test_add ("/sync/workspace/reopen", Fixture, NULL, set_up, test_reopen, tear_down);
  g_test_add ("/sync/workspace/close-while-opening", Fixture, NULL, set_up,
              test_close_while_opening, tear_down);
  g_test_add ("/sync/workspace/busy", Fixture, NULL, set_up, test_busy, tear_down);
  g_test_add ("/sync/workspace/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/sync/workspace/no-key", Fixture, NULL, set_up, test_no_key, tear_down);
  g_test_add ("/sync/workspace/set-secret", Fixture, NULL, set_up, test_set_secret, tear_down);

  return g_test_run ();
}
