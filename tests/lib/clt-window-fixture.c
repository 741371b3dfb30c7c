/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-window-fixture.h"

/**
 * clt_window_fixture_new:
 * @kind: of the workspace: the sample company, or an empty one
 *
 * Opens a window over a new workspace and awaits its first list.
 *
 * Returns: (transfer full): the window and what belongs to it
 */
CltWindowFixture *
clt_window_fixture_new (const char *kind)
{
  CltWindowFixture *self = g_new0 (CltWindowFixture, 1);
  g_autoptr (GError) error = NULL;
  CltWorkspace *workspace;

  self->folder = g_dir_make_tmp ("clt-window-XXXXXX", &error);
  g_assert_no_error (error);
  self->application = GTK_APPLICATION (adw_application_new ("org.clientele.Clientele.Test",
                                                            G_APPLICATION_NON_UNIQUE));
  g_application_set_resource_base_path (G_APPLICATION (self->application), RESOURCE_PREFIX);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);

  self->workspaces = clt_workspace_list_new (self->folder);
  workspace = clt_workspace_list_add (self->workspaces, "Test", kind, NULL, &error);
  g_assert_no_error (error);

  self->window = clt_window_new (self->application, self->workspaces);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 780);
  gtk_window_present (GTK_WINDOW (self->window));
  clt_window_open_workspace (self->window, workspace, FALSE);
  clt_test_await (clt_window_get_page (self->window) != NULL);
  clt_window_fixture_await_list (self);

  return self;
}

static void
clt_window_fixture_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      clt_window_fixture_remove (child);
    }
  g_remove (path);
}

/**
 * clt_window_fixture_free:
 * @self: (transfer full): a window and what belongs to it
 *
 * Closes the window and removes the workspace.
 */
void
clt_window_fixture_free (CltWindowFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_clear_object (&self->workspaces);
  g_clear_object (&self->application);
  clt_window_fixture_remove (self->folder);
  g_free (self->folder);
  g_free (self);
}

/**
 * clt_window_fixture_find_dialog:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the window in front of it, once it is mapped
 */
GtkWindow *
clt_window_fixture_find_dialog (CltWindowFixture *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->window) &&
          gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

/**
 * clt_window_fixture_activate:
 * @self: a window
 * @detailed_action: "win.undo", "win.show-place::deal"
 *
 * Runs an action as if from the view, so that the window's, the place's and the table's are
 * all found; fails the test if there is none, or if it is insensitive.
 */
void
clt_window_fixture_activate (CltWindowFixture  *self,
                      const char *detailed_action)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *from = clt_ui_test_find_type (GTK_WIDGET (self->window), CLT_TYPE_VIEW);

  g_action_parse_detailed_name (detailed_action, &action, &target, &error);
  g_assert_no_error (error);
  if (from == NULL)
    from = GTK_WIDGET (self->window);
  if (!gtk_widget_activate_action_variant (from, action, target))
    g_error ("No action %s", detailed_action);
}

/**
 * clt_window_fixture_get_view:
 * @self: a window
 *
 * Returns: (transfer none): the view that is shown
 */
CltView *
clt_window_fixture_get_view (CltWindowFixture *self)
{
  return clt_place_page_get_view (clt_window_get_page (self->window));
}

/**
 * clt_window_fixture_get_n_rows:
 * @self: a window
 *
 * Returns: how many records the view has
 */
guint
clt_window_fixture_get_n_rows (CltWindowFixture *self)
{
  CltRecordList *list = clt_view_get_list (clt_window_fixture_get_view (self));

  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/**
 * clt_window_fixture_await_list:
 * @self: a window
 *
 * Awaits the answer to what was asked last.
 */
void
clt_window_fixture_await_list (CltWindowFixture *self)
{
  CltRecordList *list = clt_view_get_list (clt_window_fixture_get_view (self));

  clt_test_await (!clt_record_list_get_loading (list));
}

/**
 * clt_window_fixture_show_place:
 * @self: a window
 * @place: where to go
 *
 * Goes to a place and awaits its list.
 */
void
clt_window_fixture_show_place (CltWindowFixture  *self,
                        const char *place)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-place", "s",
                                             place));
  clt_window_fixture_await_list (self);
}
