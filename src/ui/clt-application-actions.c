/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-application"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-about.h"
#include "clt-application-private.h"
#include "clt-error.h"
#include "clt-preferences-window.h"
#include "clt-sign-in-dialog.h"

static void
clt_application_preferences_action (GSimpleAction *action,
                                    GVariant      *parameter,
                                    gpointer       user_data)
{
  CltApplication *self = user_data;

  if (self->window != NULL)
    clt_preferences_window_present (GTK_WINDOW (self->window), self->workspaces,
                                    clt_window_get_session (self->window));
}

static void
clt_application_about_action (GSimpleAction *action,
                              GVariant      *parameter,
                              gpointer       user_data)
{
  CltApplication *self = user_data;

  if (self->window != NULL)
    clt_about_present (GTK_WINDOW (self->window));
}

static void
clt_application_quit_action (GSimpleAction *action,
                             GVariant      *parameter,
                             gpointer       user_data)
{
  CltApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static void
clt_application_open (CltApplication *self,
                      CltWorkspace   *workspace)
{
  if (self->window != NULL)
    clt_window_open_workspace (self->window, workspace, FALSE);
}

static void
clt_application_make_workspace (CltApplication *self,
                                const char     *name,
                                const char     *kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  CltWorkspace *workspace = clt_workspace_list_add (self->workspaces, name, kind, NULL, &error);

  if (workspace != NULL)
    {
      clt_application_open (self, workspace);
      return;
    }

  sentence = clt_error_dup_sentence (error);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "s", sentence);
}

static CltWorkspace *
clt_application_find_kind (CltApplication *self,
                           const char     *kind)
{
  GListModel *workspaces = G_LIST_MODEL (self->workspaces);

  for (guint i = 0; i < g_list_model_get_n_items (workspaces); i++)
    {
      g_autoptr (CltWorkspace) workspace = g_list_model_get_item (workspaces, i);

      if (g_strcmp0 (clt_workspace_get_kind (workspace), kind) == 0)
        return workspace;
    }

  return NULL;
}

/* One sample company is enough: a second wish for it opens the first. */
static void
clt_application_show_sample (CltApplication *self)
{
  CltWorkspace *sample = clt_application_find_kind (self, CLT_WORKSPACE_SAMPLE);

  if (sample != NULL)
    clt_application_open (self, sample);
  else
    clt_application_make_workspace (self, _("Sample Company"), CLT_WORKSPACE_SAMPLE);
}

static void
clt_application_connect (CltApplication *self)
{
  CltSignInDialog *dialog = clt_sign_in_dialog_new (GTK_WINDOW (self->window), self->workspaces);

  g_signal_connect_object (dialog, "workspace-chosen", G_CALLBACK (clt_application_open), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
clt_application_add_workspace_action (GSimpleAction *action,
                                      GVariant      *parameter,
                                      gpointer       user_data)
{
  CltApplication *self = user_data;
  const char *kind = g_variant_get_string (parameter, NULL);

  if (self->window == NULL)
    return;

  if (g_str_equal (kind, "sample"))
    clt_application_show_sample (self);
  else if (g_str_equal (kind, "local"))
    clt_application_make_workspace (self, _("My Records"), CLT_WORKSPACE_LOCAL);
  else if (g_str_equal (kind, "connect"))
    clt_application_connect (self);
  else
    clt_window_show_welcome (self->window);
}

static void
clt_application_switch_workspace_action (GSimpleAction *action,
                                         GVariant      *parameter,
                                         gpointer       user_data)
{
  CltApplication *self = user_data;
  CltWorkspace *workspace = clt_workspace_list_find (self->workspaces,
                                                     g_variant_get_string (parameter, NULL));

  if (workspace != NULL)
    clt_application_open (self, workspace);
}

static const GActionEntry actions[] = {
  { "about", clt_application_about_action },
  { "add-workspace", clt_application_add_workspace_action, "s" },
  { "preferences", clt_application_preferences_action },
  { "quit", clt_application_quit_action },
  { "switch-workspace", clt_application_switch_workspace_action, "s" },
};

static const struct
{
  const char *action;
  const char *accels[2];
} accels[] = {
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
};

/**
 * clt_application_add_actions:
 * @self: the program
 *
 * Adds what belongs to the whole program: preferences, workspaces, quitting.
 */
void
clt_application_add_actions (CltApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].accels);
}
