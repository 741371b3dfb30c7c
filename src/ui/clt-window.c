/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-window"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-settings.h"
#include "clt-welcome-page.h"
#include "clt-window-private.h"

/* A workspace that opens sooner is the first thing the window shows. */
#define PATIENCE_MS 250

/* Long enough to read a sentence and reach for Undo. */
#define TOAST_SECONDS 6

G_DEFINE_FINAL_TYPE (CltWindow, clt_window, ADW_TYPE_APPLICATION_WINDOW)

static void
clt_window_patience_cb (gpointer user_data)
{
  CltWindow *self = user_data;

  self->patience = 0;
  gtk_window_present (GTK_WINDOW (self));
}

static void
clt_window_done_cb (CltWindow  *self,
                    const char *label)
{
  clt_window_toast (self, label, TRUE);
}

static void
clt_window_follow_session (CltWindow *self)
{
  static const char *const watched[] = {
    "notify::can-undo", "notify::can-redo",
  };
  CltCommandStack *commands = clt_session_get_commands (self->session);

  for (gsize i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (commands, watched[i], G_CALLBACK (clt_window_update_actions), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (commands, "done", G_CALLBACK (clt_window_done_cb), self,
                           G_CONNECT_SWAPPED);
  /* After the sidebar, which is connected already and knows the new places. */
  g_signal_connect_object (clt_session_get_store (self->session), "notify::schema",
                           G_CALLBACK (clt_window_schema_changed_cb), self, G_CONNECT_SWAPPED);
}

/* The shell is built anew for each workspace: nothing of the last one can linger in it. */
static void
clt_window_build_shell (CltWindow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  builder = gtk_builder_new_from_resource (RESOURCE_PREFIX "/ui/shell/clt-shell.ui");
  self->split = CLT_SPLIT_VIEW (gtk_builder_get_object (builder, "split"));
  self->switcher = CLT_WORKSPACE_SWITCHER (gtk_builder_get_object (builder, "switcher"));
  self->sidebar = CLT_SIDEBAR (gtk_builder_get_object (builder, "sidebar"));
  self->indicator = CLT_SYNC_INDICATOR (gtk_builder_get_object (builder, "indicator"));
  self->page = CLT_PLACE_PAGE (clt_place_page_new (self->session));
  g_object_set (self->split, "content", self->page, NULL);

  clt_workspace_switcher_set_workspaces (self->switcher, self->workspaces);
  clt_workspace_switcher_set_current (self->switcher, self->workspace);
  clt_sidebar_set_session (self->sidebar, self->session);
  clt_sync_indicator_set_session (self->indicator, self->session);

  g_object_bind_property (self->split, "folded", self->page, "folded", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->page, "record-shown", G_CALLBACK (clt_window_record_shown_cb),
                           self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->shell_bin, GTK_WIDGET (self->split));
}

static void
clt_window_drop_session (CltWindow *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);

  adw_bin_set_child (self->shell_bin, NULL);
  self->split = NULL;
  self->switcher = NULL;
  self->sidebar = NULL;
  self->indicator = NULL;
  self->page = NULL;

  if (self->session != NULL)
    clt_workspace_close (clt_session_get_workspace (self->session));
  g_clear_object (&self->session);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->history, clt_history_free);
  self->history = clt_history_new ();
}

static void
clt_window_take_session (CltWindow  *self,
                         CltSession *session)
{
  g_autofree char *last_page = g_settings_get_string (clt_settings_get (), "last-page");
  CltSchema *schema = clt_session_get_schema (session);

  self->session = g_object_ref (session);
  g_settings_set_string (clt_settings_get (), "last-workspace",
                         clt_workspace_get_id (self->workspace));
  clt_window_build_shell (self);
  clt_window_follow_session (self);
  clt_window_update_actions (self);

  if (clt_schema_find_entity (schema, last_page) == NULL)
    {
      g_free (last_page);
      last_page = g_strdup (clt_sidebar_get_nth (self->sidebar, 0));
    }
  if (last_page != NULL)
    clt_window_show_place (self, last_page, 0);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->shell_bin));
  clt_window_show_page (self, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.sync", NULL);
}

static void
clt_window_opened_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (CltWindow) self = user_data;
  g_autoptr (CltSession) session = NULL;
  g_autoptr (GError) error = NULL;

  session = clt_session_open_finish (result, &error);

  /* Another workspace was chosen meanwhile. */
  if (clt_error_is_cancelled (error))
    return;

  g_clear_object (&self->opening);
  if (session != NULL)
    clt_window_take_session (self, session);
  else
    clt_window_show_trouble (self, error);
  if (self->patience != 0)
    clt_window_present (self);
}

static void
clt_window_workspace_chosen_cb (CltWindow    *self,
                                CltWorkspace *workspace)
{
  clt_window_open_workspace (self, workspace, FALSE);
}

static void
clt_window_save_size (CltWindow *self)
{
  GSettings *settings = clt_settings_get ();
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
}

static gboolean
clt_window_close_request (GtkWindow *window)
{
  clt_window_save_size (CLT_WINDOW (window));

  return GTK_WINDOW_CLASS (clt_window_parent_class)->close_request (window);
}

static void
clt_window_dispose (GObject *object)
{
  CltWindow *self = CLT_WINDOW (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->shell_bin != NULL)
    clt_window_drop_session (self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->workspaces);
  g_clear_object (&self->toast);

  G_OBJECT_CLASS (clt_window_parent_class)->dispose (object);
}

static void
clt_window_finalize (GObject *object)
{
  CltWindow *self = CLT_WINDOW (object);

  g_clear_pointer (&self->history, clt_history_free);
  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (clt_window_parent_class)->finalize (object);
}

static void
clt_window_class_init (CltWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = clt_window_dispose;
  object_class->finalize = clt_window_finalize;

  window_class->close_request = clt_window_close_request;

  g_type_ensure (CLT_TYPE_EMPTY_PAGE);
  g_type_ensure (CLT_TYPE_SIDEBAR);
  g_type_ensure (CLT_TYPE_SPLIT_VIEW);
  g_type_ensure (CLT_TYPE_SYNC_INDICATOR);
  g_type_ensure (CLT_TYPE_WORKSPACE_SWITCHER);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/clt-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CltWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CltWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CltWindow, shell_bin);

  clt_window_install_actions (widget_class);
}

static void
clt_window_init (CltWindow *self)
{
  GSettings *settings = clt_settings_get ();

  self->history = clt_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/**
 * clt_window_new:
 * @application: the program
 * @workspaces: what can be opened
 *
 * Returns: (transfer none): a window that shows nothing yet; GTK owns it
 */
CltWindow *
clt_window_new (GtkApplication   *application,
                CltWorkspaceList *workspaces)
{
  CltWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (CLT_IS_WORKSPACE_LIST (workspaces), NULL);

  self = g_object_new (CLT_TYPE_WINDOW, "application", application, NULL);
  self->workspaces = g_object_ref (workspaces);
  clt_window_update_actions (self);

  return self;
}

/**
 * clt_window_open_workspace:
 * @self: a window
 * @workspace: what to open
 * @read_only: whether only to look at it
 *
 * Closes the workspace that was open and opens another. A workspace that cannot be opened
 * gets a page that says why and what helps.
 */
void
clt_window_open_workspace (CltWindow    *self,
                           CltWorkspace *workspace,
                           gboolean      read_only)
{
  g_return_if_fail (CLT_IS_WINDOW (self));
  g_return_if_fail (CLT_IS_WORKSPACE (workspace));

  clt_window_drop_session (self);
  g_set_object (&self->workspace, workspace);
  clt_window_update_actions (self);

  self->opening = g_cancellable_new ();
  clt_session_open_async (workspace, read_only, self->opening, clt_window_opened_cb,
                          g_object_ref (self));
}

/**
 * clt_window_present:
 * @self: a window
 *
 * Shows the window, or brings it to the front. While a workspace is being opened it waits a
 * moment: drawing an empty window first would only put the full one off.
 */
void
clt_window_present (CltWindow *self)
{
  g_return_if_fail (CLT_IS_WINDOW (self));

  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->opening != NULL && !gtk_widget_get_visible (GTK_WIDGET (self)))
    self->patience = g_timeout_add_once (PATIENCE_MS, clt_window_patience_cb, self);
  else
    gtk_window_present (GTK_WINDOW (self));
}

/**
 * clt_window_show_welcome:
 * @self: a window
 *
 * Shows where a workspace is chosen or made.
 */
void
clt_window_show_welcome (CltWindow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *page;

  g_return_if_fail (CLT_IS_WINDOW (self));

  builder = gtk_builder_new_from_resource (RESOURCE_PREFIX "/ui/shell/clt-welcome-shell.ui");
  page = clt_welcome_page_new (self->workspaces);
  g_signal_connect_object (page, "workspace-chosen", G_CALLBACK (clt_window_workspace_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (gtk_builder_get_object (builder, "bin")), page);
  clt_window_show_page (self, GTK_WIDGET (gtk_builder_get_object (builder, "root")));
}

/**
 * clt_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the open workspace; %NULL while none is open
 */
CltSession *
clt_window_get_session (CltWindow *self)
{
  g_return_val_if_fail (CLT_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * clt_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the place that is shown; %NULL while no workspace is
 *   open
 */
CltPlacePage *
clt_window_get_page (CltWindow *self)
{
  g_return_val_if_fail (CLT_IS_WINDOW (self), NULL);

  return self->page;
}

/**
 * clt_window_get_is_opening:
 * @self: a window
 *
 * Returns: whether a workspace is being opened
 */
gboolean
clt_window_get_is_opening (CltWindow *self)
{
  g_return_val_if_fail (CLT_IS_WINDOW (self), FALSE);

  return self->opening != NULL;
}

/**
 * clt_window_show_page:
 * @self: a window
 * @page: (nullable): what to show instead of a workspace
 *
 * Shows a page that few starts need and that is therefore made for the occasion; %NULL lets
 * go of the last one.
 */
void
clt_window_show_page (CltWindow *self,
                      GtkWidget *page)
{
  if (page != NULL)
    {
      gtk_stack_add_child (self->stack, page);
      gtk_stack_set_visible_child (self->stack, page);
    }
  if (self->page_shown != NULL)
    gtk_stack_remove (self->stack, self->page_shown);
  self->page_shown = page;
}

/**
 * clt_window_toast:
 * @self: a window
 * @text: what is said
 * @can_undo: whether the toast offers Undo
 *
 * One toast at a time: the last thing done is what Undo takes back.
 */
void
clt_window_toast (CltWindow  *self,
                  const char *text,
                  gboolean    can_undo)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  g_set_object (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
