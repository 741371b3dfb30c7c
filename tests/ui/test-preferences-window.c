/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-preferences-window.h"
#include "clt-ui-test.h"

typedef struct
{
  CltTestDir       *folder;     /* (owned) */
  CltWorkspaceList *workspaces; /* (owned) */
  CltWorkspace     *workspace;
  GSettings        *settings;   /* (owned) */
  GtkWindow        *window;
  GtkWindow        *dialog;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->folder = clt_test_dir_new ();
  fixture->workspaces = clt_workspace_list_new (fixture->folder);
  fixture->workspace = clt_workspace_list_add (fixture->workspaces, "Harbour",
                                               CLT_WORKSPACE_LOCAL, NULL, NULL);
  fixture->settings = g_settings_new (APP_ID);
  fixture->window = clt_ui_test_present (gtk_label_new ("Behind"), 600, 400);
  clt_preferences_window_present (fixture->window, fixture->workspaces, NULL);
  clt_test_await ((fixture->dialog = clt_ui_test_find_dialog (fixture->window)) != NULL);
  clt_ui_test_draw (GTK_WIDGET (fixture->dialog));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  gtk_window_destroy (fixture->dialog);
  clt_ui_test_close (fixture->window);
  g_clear_object (&fixture->settings);
  clt_test_assert_finalize (fixture->workspaces);
  clt_test_dir_remove (fixture->folder);
}

static GtkWidget *
get_row (Fixture *fixture)
{
  return clt_ui_test_find_type (GTK_WIDGET (fixture->dialog), ADW_TYPE_ENTRY_ROW);
}

static GtkWidget *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    {
      if (ADW_IS_MESSAGE_DIALOG (at->data))
        return at->data;
    }

  return NULL;
}

static void
press_remove (Fixture    *fixture,
              const char *response)
{
  g_signal_emit_by_name (clt_ui_test_find_button (get_row (fixture), "Remove"), "clicked");
  clt_test_await (find_question () != NULL && gtk_widget_get_mapped (find_question ()));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_question ()), response);
  gtk_window_destroy (GTK_WINDOW (find_question ()));
}

static void
test_settings_follow (Fixture       *fixture,
                      gconstpointer  unused)
{
  GtkWidget *colours = clt_ui_test_find_type (GTK_WIDGET (fixture->dialog), ADW_TYPE_COMBO_ROW);
  GtkWidget *minutes = clt_ui_test_find_type (GTK_WIDGET (fixture->dialog), GTK_TYPE_SPIN_BUTTON);
  g_autofree char *scheme = NULL;

  clt_ui_test_assert_narrow (GTK_WIDGET (fixture->dialog));
  adw_combo_row_set_selected (ADW_COMBO_ROW (colours), 2);
  scheme = g_settings_get_string (fixture->settings, "color-scheme");
  g_assert_cmpstr (scheme, ==, "dark");

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (minutes), 30);
  g_assert_cmpuint (g_settings_get_uint (fixture->settings, "sync-interval-minutes"), ==, 30);
}

static void
test_workspace_is_renamed (Fixture       *fixture,
                           gconstpointer  unused)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (fixture)), "Quay");
  g_signal_emit_by_name (get_row (fixture), "apply");
  g_assert_cmpstr (clt_workspace_get_name (fixture->workspace), ==, "Quay");
}

static void
test_workspace_needs_a_name (Fixture       *fixture,
                             gconstpointer  unused)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (fixture)), " ");
  g_signal_emit_by_name (get_row (fixture), "apply");
  g_assert_cmpstr (clt_workspace_get_name (fixture->workspace), ==, "Harbour");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture))), ==, "Harbour");
}

static void
test_removing_asks (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autofree char *folder = g_strdup (clt_workspace_get_folder (fixture->workspace));

  press_remove (fixture, "cancel");
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));

  press_remove (fixture, "remove");
  clt_test_await (g_list_model_get_n_items (G_LIST_MODEL (fixture->workspaces)) == 0);
  clt_test_await (!g_file_test (folder, G_FILE_TEST_EXISTS));
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

  add ("/preferences-window/settings-follow", test_settings_follow);
  add ("/preferences-window/workspace-is-renamed", test_workspace_is_renamed);
  add ("/preferences-window/workspace-needs-a-name", test_workspace_needs_a_name);
  add ("/preferences-window/removing-asks", test_removing_asks);

  return clt_ui_test_run ();
}
