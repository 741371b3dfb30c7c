/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "clt-error.h"
#include "clt-test.h"
#include "clt-workspace-list.h"

static CltWorkspace *
add (CltWorkspaceList *list,
     const char       *name)
{
  g_autoptr (GError) error = NULL;
  CltWorkspace *workspace = clt_workspace_list_add (list, name, CLT_WORKSPACE_LOCAL, NULL, &error);

  g_assert_no_error (error);

  return workspace;
}

static char *
dup_names (CltWorkspaceList *list)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (CltWorkspace) workspace = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (names, "%s|", clt_workspace_get_name (workspace));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static guint
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_mode & 0777;
}

static void
test_names (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltWorkspaceList) list = clt_workspace_list_new (folder);
  g_autoptr (CltWorkspaceList) again = NULL;
  g_autofree char *names = NULL;
  g_autofree char *names_again = NULL;

  add (list, "Sales");
  add (list, "Home");
  add (list, "Sales");
  add (list, "Sales");
  names = dup_names (list);
  g_assert_cmpstr (names, ==, "Home|Sales|Sales (2)|Sales (3)|");

  g_test_message ("the next start finds the same");
  again = clt_workspace_list_new (folder);
  names_again = dup_names (again);
  g_assert_cmpstr (names_again, ==, names);
}

static void
test_find (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltWorkspaceList) list = clt_workspace_list_new (folder);
  CltWorkspace *home = add (list, "Home");

  g_assert_true (clt_workspace_list_find (list, "Home") == home);
  g_assert_true (clt_workspace_list_find (list, clt_workspace_get_id (home)) == home);
  g_assert_null (clt_workspace_list_find (list, "home"));
}

static void
test_private (void)
{
  g_autoptr (CltTestDir) parent = clt_test_dir_new ();
  g_autofree char *folder = g_build_filename (parent, "clientele", NULL);
  g_autoptr (CltWorkspaceList) list = clt_workspace_list_new (folder);
  CltWorkspace *home = add (list, "Home");
  g_autofree char *file = g_build_filename (clt_workspace_get_folder (home), "workspace.ini", NULL);

  g_assert_cmpuint (get_mode (folder), ==, 0700);
  g_assert_cmpuint (get_mode (clt_workspace_get_folder (home)), ==, 0700);
  g_assert_cmpuint (get_mode (file), ==, 0600);
}

static void
test_no_secret (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltWorkspaceList) list = clt_workspace_list_new (folder);
  g_autoptr (GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autofree char *url = NULL;
  CltWorkspace *workspace;

  g_hash_table_insert (settings, (gpointer) "url", (gpointer) "http://127.0.0.1:8069");
  g_hash_table_insert (settings, (gpointer) "database", (gpointer) "crm");
  g_hash_table_insert (settings, (gpointer) "secret", (gpointer) "hunter2");
  g_hash_table_insert (settings, (gpointer) "key", (gpointer) "hunter2");
  workspace = clt_workspace_list_add (list, "Work", "odoo", settings, &error);
  g_assert_no_error (error);

  file = g_build_filename (clt_workspace_get_folder (workspace), "workspace.ini", NULL);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_null (strstr (text, "hunter2"));
  url = clt_workspace_dup_setting (workspace, "url");
  g_assert_cmpstr (url, ==, "http://127.0.0.1:8069");
}

static void
test_unknown_kind (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltWorkspaceList) list = clt_workspace_list_new (folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (clt_workspace_list_add (list, "Work", "abacus", NULL, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
test_rename (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltWorkspaceList) list = clt_workspace_list_new (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  add (list, "Berlin");
  g_assert_true (clt_workspace_set_name (add (list, "Aachen"), "Zürich", &error));
  g_assert_no_error (error);
  names = dup_names (list);
  g_assert_cmpstr (names, ==, "Berlin|Zürich|");
}

static void
test_strange_folders (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autofree char *empty = g_build_filename (folder, "empty", NULL);
  g_autofree char *broken = g_build_filename (folder, "broken", NULL);
  g_autofree char *file = g_build_filename (broken, "workspace.ini", NULL);
  g_autoptr (CltWorkspaceList) list = NULL;

  g_mkdir (empty, 0700);
  g_mkdir (broken, 0700);
  g_assert_true (g_file_set_contents (file, "[workspace]\nname=Half\n", -1, NULL));

  list = clt_workspace_list_new (folder);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_test_message ("what is not understood is left alone");
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
}

static void
test_read_only_folder (void)
{
  g_autoptr (CltTestDir) parent = clt_test_dir_new ();
  g_autofree char *file = g_build_filename (parent, "file", NULL);
  g_autofree char *folder = g_build_filename (file, "clientele", NULL);
  g_autoptr (CltWorkspaceList) list = NULL;
  g_autoptr (GError) error = NULL;

  /* Not chmod: the tests may run as root, whom no mode stops. */
  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  list = clt_workspace_list_new (folder);
  g_assert_null (clt_workspace_list_add (list, "Home", CLT_WORKSPACE_LOCAL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
test_remove (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltWorkspaceList) list = clt_workspace_list_new (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *below = NULL;
  g_autofree char *outside = g_build_filename (folder, "outside", NULL);
  g_autofree char *link_path = NULL;
  g_autofree char *names = NULL;
  CltWorkspace *home = add (list, "Home");

  add (list, "Work");
  gone = g_strdup (clt_workspace_get_folder (home));
  below = g_build_filename (gone, "files", NULL);
  link_path = g_build_filename (below, "link", NULL);
  g_mkdir (below, 0700);
  g_assert_true (g_file_set_contents (outside, "precious", -1, NULL));
  g_assert_cmpint (symlink (outside, link_path), ==, 0);

  clt_workspace_list_remove_async (list, home, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  g_assert_true (clt_workspace_list_remove_finish (list, result, &error));
  g_assert_no_error (error);

  g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
  names = dup_names (list);
  g_assert_cmpstr (names, ==, "Work|");
  g_test_message ("a link is deleted, not what it points to");
  g_assert_true (g_file_test (outside, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/workspace-list/names", test_names);
  g_test_add_func ("/sync/workspace-list/find", test_find);
  g_test_add_func ("/sync/workspace-list/private", test_private);
  g_test_add_func ("/sync/workspace-list/no-secret", test_no_secret);
  g_test_add_func ("/sync/workspace-list/unknown-kind", test_unknown_kind);
  g_test_add_func ("/sync/workspace-list/rename", test_rename);
  g_test_add_func ("/sync/workspace-list/strange-folders", test_strange_folders);
  g_test_add_func ("/sync/workspace-list/read-only-folder", test_read_only_folder);
  g_test_add_func ("/sync/workspace-list/remove", test_remove);

  return g_test_run ();
}
