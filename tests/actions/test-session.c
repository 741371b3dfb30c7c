/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-session.h"
#include "clt-test.h"
#include "clt-workspace-list.h"

/* Ours, in seconds; the machine of a test may have better things to do. */
#define LONGEST_FILL 10

static CltSession *
open_session (CltWorkspace *workspace,
              gboolean      read_only)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CltSession *session;

  clt_session_open_async (workspace, read_only, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  session = clt_session_open_finish (result, &error);
  g_assert_no_error (error);

  return session;
}

static gint64
count (CltSession *session,
       const char *entity)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CltQuery) query = clt_query_new (entity);
  CltStore *store = clt_session_get_store (session);

  clt_store_count_async (store, query, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_store_count_finish (store, result, NULL);
}

static CltWorkspace *
add_workspace (const char *folder,
               const char *kind)
{
  g_autoptr (CltWorkspaceList) list = clt_workspace_list_new (folder);
  g_autoptr (GError) error = NULL;
  CltWorkspace *workspace = clt_workspace_list_add (list, "Test", kind, NULL, &error);

  g_assert_no_error (error);

  return g_object_ref (workspace);
}

static void
test_local_is_empty (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltWorkspace) workspace = add_workspace (folder, CLT_WORKSPACE_LOCAL);
  g_autoptr (CltSession) session = open_session (workspace, FALSE);

  g_assert_true (clt_session_get_workspace (session) == workspace);
  g_assert_nonnull (clt_session_get_schema (session));
  g_assert_nonnull (clt_session_get_commands (session));
  g_assert_null (clt_session_get_engine (session));
  g_assert_cmpint (count (session, "user"), ==, 0);
  g_assert_cmpint (count (session, "customer"), ==, 0);

  clt_workspace_close (workspace);
}

static void
test_sample_is_filled_once (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltWorkspace) workspace = add_workspace (folder, CLT_WORKSPACE_SAMPLE);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (CltSession) session = open_session (workspace, FALSE);
  g_autoptr (CltSession) again = NULL;

  g_test_message ("filled in %.2f s", g_timer_elapsed (timer, NULL));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, LONGEST_FILL);
  g_assert_cmpint (count (session, "customer"), ==, 400);

  clt_workspace_close (workspace);
  again = open_session (workspace, FALSE);
  g_assert_cmpint (count (again, "customer"), ==, 400);

  clt_workspace_close (workspace);
}

static CltChange *
create_lead (CltSession  *session,
             const char  *field,
             CltValue    *value,
             GPtrArray  **changes)
{
  CltEntity *entity = clt_schema_find_entity (clt_session_get_schema (session), "lead");

  *changes = clt_session_create (session, entity, &field, &value, 1, NULL);

  return g_ptr_array_index (*changes, 0);
}

/* What somebody makes is theirs, unless they say whose it is. */
static void
test_user_is_responsible (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltWorkspace) workspace = add_workspace (folder, CLT_WORKSPACE_SAMPLE);
  g_autoptr (CltSession) session = open_session (workspace, FALSE);
  g_autoptr (CltValue) name = clt_value_new_text ("Asked for a price");
  g_autoptr (CltValue) other = clt_value_new_reference ("user", 2);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) other_changes = NULL;
  CltChange *change = create_lead (session, "name", name, &changes);
  CltChange *other_change = create_lead (session, "owner", other, &other_changes);

  g_assert_nonnull (clt_session_get_user (session));
  g_assert_true (clt_value_equal (clt_change_find_after (change, "owner"),
                                  clt_session_get_user (session)));
  g_assert_true (clt_value_equal (clt_change_find_after (other_change, "owner"), other));

  clt_workspace_close (workspace);
}

static void
test_nobody_is_responsible (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltWorkspace) workspace = add_workspace (folder, CLT_WORKSPACE_LOCAL);
  g_autoptr (CltSession) session = open_session (workspace, FALSE);
  g_autoptr (CltValue) name = clt_value_new_text ("Asked for a price");
  g_autoptr (GPtrArray) changes = NULL;
  CltChange *change = create_lead (session, "name", name, &changes);

  g_assert_null (clt_session_get_user (session));
  g_assert_null (clt_change_find_after (change, "owner"));

  clt_workspace_close (workspace);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/local", test_local_is_empty);
  g_test_add_func ("/session/sample", test_sample_is_filled_once);
  g_test_add_func ("/session/user", test_user_is_responsible);
  g_test_add_func ("/session/nobody", test_nobody_is_responsible);

  return g_test_run ();
}
