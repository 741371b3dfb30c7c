/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-application"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-application-private.h"
#include "clt-settings.h"
#include "clt-tour.h"

G_DEFINE_FINAL_TYPE (CltApplication, clt_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "workspace", 'w', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Open this workspace (its name or identifier)"), N_("NAME") },
  { "sample", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Open the sample company"), NULL },
  { "tour", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL,
    "Visit every page of the sample company and save pictures", "FOLDER" },
  { NULL }
};

static void
clt_application_follow_color_scheme (CltApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int chosen = g_settings_get_enum (clt_settings_get (), "color-scheme");

  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)),
                                      schemes[CLAMP (chosen, 0, 2)]);
}

/* Returns: (transfer none) (nullable): the workspace, if there is no other; the list keeps it */
static CltWorkspace *
clt_application_find_only_workspace (CltApplication *self)
{
  g_autoptr (CltWorkspace) first = g_list_model_get_item (G_LIST_MODEL (self->workspaces), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->workspaces)) == 1 ? first : NULL;
}

/* The one that was asked for, or that was open last, or the only one there is. */
static CltWorkspace *
clt_application_find_last_workspace (CltApplication *self)
{
  g_autofree char *last = g_settings_get_string (clt_settings_get (), "last-workspace");
  CltWorkspace *workspace = NULL;

  if (self->wanted != NULL)
    return clt_workspace_list_find (self->workspaces, self->wanted);

  if (*last != '\0')
    workspace = clt_workspace_list_find (self->workspaces, last);

  return workspace != NULL ? workspace : clt_application_find_only_workspace (self);
}

static void
clt_application_startup (GApplication *application)
{
  CltApplication *self = CLT_APPLICATION (application);

  G_APPLICATION_CLASS (clt_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  self->workspaces = self->tour_folder != NULL ? clt_tour_new_workspaces ()
                                               : clt_workspace_list_new (NULL);
  clt_application_add_actions (self);

  g_signal_connect_object (clt_settings_get (), "changed::color-scheme",
                           G_CALLBACK (clt_application_follow_color_scheme), self,
                           G_CONNECT_SWAPPED);
  clt_application_follow_color_scheme (self);
}

static void
clt_application_open_first (CltApplication *self)
{
  CltWorkspace *workspace = clt_application_find_last_workspace (self);

  if (self->wants_sample)
    g_action_group_activate_action (G_ACTION_GROUP (self), "add-workspace",
                                    g_variant_new_string ("sample"));
  else if (workspace != NULL)
    clt_window_open_workspace (self->window, workspace, FALSE);
  else
    clt_window_show_welcome (self->window);
}

static void
clt_application_activate (GApplication *application)
{
  CltApplication *self = CLT_APPLICATION (application);

  if (self->window == NULL)
    {
      CltWindow *window = clt_window_new (GTK_APPLICATION (self), self->workspaces);

      g_set_weak_pointer (&self->window, window);
      if (self->tour_folder != NULL)
        clt_tour_start (self, self->tour_folder);
      else
        clt_application_open_first (self);
    }
  clt_window_present (self->window);
}

static int
clt_application_handle_local_options (GApplication *application,
                                      GVariantDict *given)
{
  CltApplication *self = CLT_APPLICATION (application);

  g_variant_dict_lookup (given, "workspace", "s", &self->wanted);
  g_variant_dict_lookup (given, "sample", "b", &self->wants_sample);

  /* A tour has a company of its own: it must not end up in a running program. */
  if (g_variant_dict_lookup (given, "tour", "^ay", &self->tour_folder))
    {
      clt_tour_prepare ();
      g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
    }

  return -1;
}

static void
clt_application_finalize (GObject *object)
{
  CltApplication *self = CLT_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->workspaces);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->tour_folder, g_free);

  G_OBJECT_CLASS (clt_application_parent_class)->finalize (object);
}

static void
clt_application_class_init (CltApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = clt_application_finalize;

  application_class->startup = clt_application_startup;
  application_class->activate = clt_application_activate;
  application_class->handle_local_options = clt_application_handle_local_options;
}

static void
clt_application_init (CltApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * clt_application_new:
 *
 * Makes the program; clt_ui_run() runs it.
 *
 * Returns: (transfer full): the program
 */
CltApplication *
clt_application_new (void)
{
  return g_object_new (CLT_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", RESOURCE_PREFIX,
                       NULL);
}

/**
 * clt_application_get_workspaces:
 * @self: the program
 *
 * Returns: (transfer none) (nullable): what can be opened; %NULL before the program has
 *   started
 */
CltWorkspaceList *
clt_application_get_workspaces (CltApplication *self)
{
  g_return_val_if_fail (CLT_IS_APPLICATION (self), NULL);

  return self->workspaces;
}

/**
 * clt_application_get_window:
 * @self: the program
 *
 * Returns: (transfer none) (nullable): its window; %NULL before the first activation and
 *   after the end
 */
CltWindow *
clt_application_get_window (CltApplication *self)
{
  g_return_val_if_fail (CLT_IS_APPLICATION (self), NULL);

  return self->window;
}

/**
 * clt_ui_run:
 * @argc: number of arguments
 * @argv: (array length=argc): the command line
 *
 * Runs the program with windows until its last one is closed.
 *
 * Returns: the exit status
 */
int
clt_ui_run (int    argc,
            char **argv)
{
  g_autoptr (CltApplication) application = clt_application_new ();
  int status = g_application_run (G_APPLICATION (application), argc, argv);

  return status != 0 ? status : application->exit_status;
}
