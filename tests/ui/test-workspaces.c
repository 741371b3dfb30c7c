/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-window-fixture.h"

/* The fixture's window has the first workspace; another one looks at what there is. */
static CltWindowFixture *fixture;

static CltWindow *
present_second (CltWorkspaceList *workspaces)
{
  CltWindow *window = clt_window_new (fixture->application, workspaces);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 780);
  gtk_window_present (GTK_WINDOW (window));
  clt_test_await (gtk_widget_get_mapped (GTK_WIDGET (window)));

  return window;
}

static void
close_window (CltWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_busy (void)
{
  g_autoptr (CltWorkspaceList) others = clt_workspace_list_new (fixture->folder);
  g_autoptr (CltWorkspace) same = g_list_model_get_item (G_LIST_MODEL (others), 0);
  CltWindow *window = present_second (others);

  clt_window_open_workspace (window, same, FALSE);
  clt_test_await (clt_ui_test_find_label (GTK_WIDGET (window),
                                          "This Workspace Is Already Open") != NULL);
  g_assert_null (clt_window_get_session (window));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-read-only", NULL);
  clt_test_await (clt_window_get_page (window) != NULL);
  clt_test_await (clt_ui_test_find_label (GTK_WIDGET (window), "Read only") != NULL);
  g_assert_true (clt_store_get_read_only (clt_session_get_store (clt_window_get_session (window))));

  close_window (window);
}

static void
test_switch (void)
{
  g_autoptr (GError) error = NULL;
  CltWindow *window = present_second (fixture->workspaces);
  CltWorkspace *second, *third;

  second = clt_workspace_list_add (fixture->workspaces, "Second", CLT_WORKSPACE_LOCAL, NULL,
                                   &error);
  g_assert_no_error (error);
  third = clt_workspace_list_add (fixture->workspaces, "Third", CLT_WORKSPACE_LOCAL, NULL, &error);
  g_assert_no_error (error);

  clt_window_open_workspace (window, second, FALSE);
  clt_test_await (clt_ui_test_find_label (GTK_WIDGET (window), "Second") != NULL);
  clt_test_await (clt_ui_test_find_label (GTK_WIDGET (window), "No Customers Yet") != NULL);

  /* The second was given back: it opens again. */
  clt_window_open_workspace (window, third, FALSE);
  clt_window_open_workspace (window, second, FALSE);
  clt_test_await (clt_window_get_session (window) != NULL &&
                  clt_session_get_workspace (clt_window_get_session (window)) == second);

  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  clt_ui_test_init (&argc, &argv);
  fixture = clt_window_fixture_new (CLT_WORKSPACE_LOCAL);

  g_test_add_func ("/ui/workspaces/busy", test_busy);
  g_test_add_func ("/ui/workspaces/switch", test_switch);
  status = clt_ui_test_run ();

  clt_window_fixture_free (fixture);

  return status;
}
