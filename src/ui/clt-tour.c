/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-tour"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "clt-application-private.h"
#include "clt-palette.h"
#include "clt-tour-picture.h"
#include "clt-tour.h"

/* A page is looked at this often, until it has what it shows; then it may settle. */
#define LOOK_MS 40
#define SETTLE_LOOKS 8
#define MOST_LOOKS 500

#define WIDE_PX 1280
#define NARROW_PX 360
#define HEIGHT_PX 780

typedef struct
{
  CltApplication *application; /* (owned) */
  CltWorkspace   *workspace;   /* (owned) */
  char           *folder;      /* (owned): of the pictures */
  gsize           step;
  guint           n_looks;     /* at this step */
  guint           n_ready;     /* of them, in a row, at a page that had all it shows */
} CltTour;

static CltWindow *
clt_tour_get_window (CltTour *self)
{
  return clt_application_get_window (self->application);
}

static void
clt_tour_activate (CltTour    *self,
                   const char *detailed_action)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  g_action_parse_detailed_name (detailed_action, &action, &target, NULL);
  gtk_widget_activate_action_variant (GTK_WIDGET (clt_tour_get_window (self)), action, target);
}

static void
clt_tour_show_welcome (CltTour    *self,
                       const char *argument)
{
  clt_window_show_welcome (clt_tour_get_window (self));
}

static void
clt_tour_open (CltTour    *self,
               const char *argument)
{
  clt_window_open_workspace (clt_tour_get_window (self), self->workspace, FALSE);
}

static void
clt_tour_show_place (CltTour    *self,
                     const char *argument)
{
  gtk_widget_activate_action (GTK_WIDGET (clt_tour_get_window (self)), "win.show-place", "s",
                              argument);
}

/* The record of a list that a reader would take first. */
static void
clt_tour_open_record (CltTour    *self,
                      const char *argument)
{
  CltPlacePage *page = clt_window_get_page (clt_tour_get_window (self));
  CltRecordList *list = clt_view_get_list (clt_place_page_get_view (page));

  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    clt_place_page_open_record (page, clt_record_list_get_id (list, 0), FALSE);
}

static void
clt_tour_filter (CltTour    *self,
                 const char *argument)
{
  CltPlacePage *page = clt_window_get_page (clt_tour_get_window (self));
  g_autoptr (CltFilter) filter = NULL;

  filter = clt_filter_parse (argument, clt_place_page_get_entity (page), NULL);
  if (filter != NULL)
    clt_place_page_add_filter (page, filter);
}

static void
clt_tour_search (CltTour    *self,
                 const char *argument)
{
  CltPlacePage *page = clt_window_get_page (clt_tour_get_window (self));

  clt_place_page_start_search (page);
  clt_place_page_set_search (page, argument);
}

static void
clt_tour_run_action (CltTour    *self,
                     const char *argument)
{
  clt_tour_activate (self, argument);
}

static void
clt_tour_palette (CltTour    *self,
                  const char *argument)
{
  GtkWindow *dialog;

  clt_tour_activate (self, "win.palette");
  dialog = clt_tour_picture_find_dialog (GTK_WINDOW (clt_tour_get_window (self)));
  if (CLT_IS_PALETTE (dialog))
    clt_palette_set_text (CLT_PALETTE (dialog), argument);
}

static void
clt_tour_narrow (CltTour    *self,
                 const char *argument)
{
  gtk_window_set_default_size (GTK_WINDOW (clt_tour_get_window (self)), NARROW_PX, HEIGHT_PX);
}

static void
clt_tour_dark (CltTour    *self,
               const char *argument)
{
  AdwStyleManager *style = adw_application_get_style_manager (ADW_APPLICATION (self->application));

  gtk_window_set_default_size (GTK_WINDOW (clt_tour_get_window (self)), WIDE_PX, HEIGHT_PX);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  clt_tour_show_place (self, argument);
}

/* The way; a step without a name only prepares the next. */
static const struct
{
  const char *name;
  void      (*go)     (CltTour *self, const char *argument);
  const char *argument;
} steps[] = {
  { "welcome", clt_tour_show_welcome, NULL },
  { "customers", clt_tour_open, NULL },
  { "customer", clt_tour_open_record, NULL },
  { "contacts", clt_tour_show_place, "contact" },
  { "contact", clt_tour_open_record, NULL },
  { "leads", clt_tour_show_place, "lead" },
  { "deals", clt_tour_show_place, "deal" },
  { "deal", clt_tour_open_record, NULL },
  { "events", clt_tour_show_place, "event" },
  { "tasks", clt_tour_show_place, "task" },
  { "tickets", clt_tour_show_place, "ticket" },
  { "ticket", clt_tour_open_record, NULL },
  { "notes", clt_tour_show_place, "note" },
  { "products", clt_tour_show_place, "product" },
  { "quotes", clt_tour_show_place, "quote" },
  { "campaigns", clt_tour_show_place, "campaign" },
  { "articles", clt_tour_show_place, "article" },
  { NULL, clt_tour_show_place, "customer" },
  { "filters", clt_tour_filter, "stage=customer" },
  { "search", clt_tour_search, "a" },
  { "nothing-found", clt_tour_search, "zzzzzz" },
  { NULL, clt_tour_show_place, "customer" },
  { "palette", clt_tour_palette, "a" },
  { "new-record", clt_tour_run_action, "win.new-record::customer" },
  { "preferences", clt_tour_run_action, "app.preferences" },
  { "shortcuts", clt_tour_run_action, "win.show-help-overlay" },
  { "about", clt_tour_run_action, "app.about" },
  { "narrow", clt_tour_narrow, NULL },
  { "narrow-record", clt_tour_open_record, NULL },
  { NULL, clt_tour_run_action, "win.up" },
  { "narrow-sidebar", clt_tour_run_action, "win.up" },
  { "dark", clt_tour_dark, "deal" },
  { "dark-record", clt_tour_open_record, NULL },
  { "dark-palette", clt_tour_palette, "a" },
};

/* A page is ready when nothing on it is still on its way. */
static gboolean
clt_tour_is_ready (CltTour *self)
{
  CltPlacePage *page = clt_window_get_page (clt_tour_get_window (self));
  CltRecordList *list;
  g_autoptr (CltRecord) first = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (clt_tour_get_window (self))) ||
      clt_window_get_is_opening (clt_tour_get_window (self)))
    return FALSE;
  if (page == NULL || clt_place_page_get_view (page) == NULL)
    return TRUE;

  list = clt_view_get_list (clt_place_page_get_view (page));
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);

  return !clt_record_list_get_loading (list) &&
         (first == NULL || clt_record_get_state (first) == CLT_RECORD_LOADED);
}

static void
clt_tour_free (CltTour *self)
{
  g_object_unref (self->application);
  g_clear_object (&self->workspace);
  g_free (self->folder);
  g_free (self);
}

static void
clt_tour_removed_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  CltTour *self = user_data;
  g_autofree char *folder = g_path_get_dirname (clt_workspace_get_folder (self->workspace));
  g_autoptr (GError) error = NULL;

  if (!clt_workspace_list_remove_finish (CLT_WORKSPACE_LIST (object), result, &error))
    g_warning ("The tour's workspace cannot be removed: %s", error->message);
  g_rmdir (folder);
  g_application_quit (G_APPLICATION (self->application));
  clt_tour_free (self);
}

/* The window goes first: it holds the workspace open. */
static void
clt_tour_end (CltTour *self)
{
  GtkWindow *window = GTK_WINDOW (clt_tour_get_window (self));

  g_application_hold (G_APPLICATION (self->application));
  gtk_window_destroy (window);
  clt_workspace_list_remove_async (clt_application_get_workspaces (self->application),
                                   self->workspace, NULL, clt_tour_removed_cb, self);
}

/* Returns: FALSE if the window has not been drawn yet and there is time left to wait for it */
static gboolean
clt_tour_take_picture (CltTour *self)
{
  GtkWindow *window = GTK_WINDOW (clt_tour_get_window (self));
  GtkWindow *dialog = clt_tour_picture_find_dialog (window);
  g_autoptr (GError) error = NULL;

  if (steps[self->step].name != NULL &&
      !clt_tour_picture_save (dialog != NULL ? dialog : window, self->folder,
                              steps[self->step].name, &error))
    {
      if (self->n_looks < MOST_LOOKS)
        return FALSE;

      g_printerr ("clientele: %s\n", error->message);
      self->application->exit_status = 1;
    }
  if (dialog != NULL)
    gtk_window_destroy (dialog);

  return TRUE;
}

static void
clt_tour_enter (CltTour *self)
{
  self->n_looks = 0;
  self->n_ready = 0;
  steps[self->step].go (self, steps[self->step].argument);
}

static gboolean
clt_tour_look_cb (gpointer user_data)
{
  CltTour *self = user_data;

  self->n_looks++;
  self->n_ready = clt_tour_is_ready (self) ? self->n_ready + 1 : 0;
  if ((self->n_ready < SETTLE_LOOKS && self->n_looks < MOST_LOOKS) ||
      !clt_tour_take_picture (self))
    return G_SOURCE_CONTINUE;

  self->step++;
  if (self->step == G_N_ELEMENTS (steps))
    {
      clt_tour_end (self);
      return G_SOURCE_REMOVE;
    }

  clt_tour_enter (self);

  return G_SOURCE_CONTINUE;
}

/**
 * clt_tour_prepare:
 *
 * Keeps the tour from touching the user’s settings. Before anything reads one.
 */
void
clt_tour_prepare (void)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
}

/**
 * clt_tour_new_workspaces:
 *
 * Returns: (transfer full): a list below a folder of its own, so that the tour neither shows
 *   nor touches what the user has
 */
CltWorkspaceList *
clt_tour_new_workspaces (void)
{
  g_autofree char *folder = g_dir_make_tmp ("clientele-tour-XXXXXX", NULL);

  return clt_workspace_list_new (folder);
}

/**
 * clt_tour_start:
 * @application: the program
 * @folder: where the pictures go
 *
 * Begins the walk; it ends the program.
 */
void
clt_tour_start (CltApplication *application,
                const char     *folder)
{
  CltTour *self;
  CltWorkspace *workspace;
  g_autoptr (GError) error = NULL;

  workspace = clt_workspace_list_add (clt_application_get_workspaces (application),
                                      _("Sample Company"), CLT_WORKSPACE_SAMPLE, NULL, &error);
  if (workspace == NULL || g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_printerr ("clientele: %s\n", error != NULL ? error->message : folder);
      application->exit_status = 1;
      gtk_window_destroy (GTK_WINDOW (clt_application_get_window (application)));
      return;
    }

  self = g_new0 (CltTour, 1);
  self->application = g_object_ref (application);
  self->workspace = g_object_ref (workspace);
  self->folder = g_strdup (folder);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  clt_tour_enter (self);
  g_timeout_add (LOOK_MS, clt_tour_look_cb, self);
}
