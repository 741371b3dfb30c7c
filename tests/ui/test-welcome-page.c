/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-ui-test.h"
#include "clt-welcome-page.h"

typedef struct
{
  CltTestDir       *folder;     /* (owned) */
  CltWorkspaceList *workspaces; /* (owned) */
  GtkWindow        *window;
  CltWorkspace     *chosen;     /* (owned) (nullable) */
} Fixture;

static void
chosen_cb (CltWelcomePage *page,
           CltWorkspace   *workspace,
           gpointer        user_data)
{
  g_set_object (&((Fixture *) user_data)->chosen, workspace);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  GtkWidget *page;

  fixture->folder = clt_test_dir_new ();
  fixture->workspaces = clt_workspace_list_new (fixture->folder);
  page = clt_welcome_page_new (fixture->workspaces);
  g_signal_connect (page, "workspace-chosen", G_CALLBACK (chosen_cb), fixture);
  fixture->window = clt_ui_test_present (page, 800, 700);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  clt_ui_test_close (fixture->window);
  g_clear_object (&fixture->chosen);
  clt_test_assert_finalize (fixture->workspaces);
  clt_test_dir_remove (fixture->folder);
}

static void
choose (Fixture    *fixture,
        const char *title)
{
  GtkWidget *label = clt_ui_test_find_label (GTK_WIDGET (fixture->window), title);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW), "activate");
}

static void
test_local_workspace_is_made (Fixture       *fixture,
                              gconstpointer  unused)
{
  clt_ui_test_assert_named (GTK_WIDGET (fixture->window));
  clt_ui_test_assert_narrow (GTK_WIDGET (fixture->window));
  choose (fixture, "Keep Records on This Computer");
  g_assert_nonnull (fixture->chosen);
  g_assert_cmpstr (clt_workspace_get_kind (fixture->chosen), ==, CLT_WORKSPACE_LOCAL);
  g_assert_true (g_file_test (clt_workspace_get_folder (fixture->chosen), G_FILE_TEST_IS_DIR));
}

static void
test_one_sample_is_enough (Fixture       *fixture,
                           gconstpointer  unused)
{
  g_autoptr (CltWorkspace) first = NULL;

  choose (fixture, "Try the Sample Company");
  g_assert_cmpstr (clt_workspace_get_kind (fixture->chosen), ==, CLT_WORKSPACE_SAMPLE);
  first = g_object_ref (fixture->chosen);
  choose (fixture, "Try the Sample Company");
  g_assert_true (fixture->chosen == first);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->workspaces)), ==, 1);
}

static void
test_existing_one_is_offered (Fixture       *fixture,
                              gconstpointer  unused)
{
  CltWorkspace *workspace = NULL;

  workspace = clt_workspace_list_add (fixture->workspaces, "Harbour", CLT_WORKSPACE_LOCAL, NULL,
                                      NULL);
  clt_ui_test_draw (GTK_WIDGET (fixture->window));
  choose (fixture, "Harbour");
  g_assert_true (fixture->chosen == workspace);
}

static void
test_failure_is_told (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autofree char *text = NULL;

  /* A file where the folder was. */
  clt_test_remove_recursively (fixture->folder);
  g_assert_true (g_file_set_contents (fixture->folder, "", 0, NULL));
  choose (fixture, "Keep Records on This Computer");
  g_assert_null (fixture->chosen);
  clt_ui_test_draw (GTK_WIDGET (fixture->window));
  text = clt_ui_test_dup_text (GTK_WIDGET (fixture->window));
  g_test_message ("%s", text);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  unused))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  clt_ui_test_init (&argc, &argv);

  add ("/welcome-page/local-workspace-is-made", test_local_workspace_is_made);
  add ("/welcome-page/one-sample-is-enough", test_one_sample_is_enough);
  add ("/welcome-page/existing-one-is-offered", test_existing_one_is_offered);
  add ("/welcome-page/failure-is-told", test_failure_is_told);

  return clt_ui_test_run ();
}
