/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-welcome-page"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-sign-in-dialog.h"
#include "clt-welcome-page.h"

struct _CltWelcomePage
{
  GtkWidget         parent_instance;

  GtkWidget        *content;
  GtkLabel         *problem;
  GtkWidget        *existing;
  GtkListBox       *existing_list;

  CltWorkspaceList *workspaces; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CltWelcomePage, clt_welcome_page, GTK_TYPE_WIDGET)

enum
{
  WORKSPACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clt_welcome_page_choose (CltWelcomePage *self,
                         CltWorkspace   *workspace)
{
  g_signal_emit (self, signals[WORKSPACE_CHOSEN], 0, workspace);
}

static CltWorkspace *
clt_welcome_page_dup_of_kind (CltWelcomePage *self,
                              const char     *kind)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->workspaces));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CltWorkspace) workspace = NULL;

      workspace = g_list_model_get_item (G_LIST_MODEL (self->workspaces), i);
      if (g_str_equal (clt_workspace_get_kind (workspace), kind))
        return g_steal_pointer (&workspace);
    }

  return NULL;
}

static void
clt_welcome_page_add (CltWelcomePage *self,
                      const char     *name,
                      const char     *kind)
{
  CltWorkspace *workspace;
  g_autoptr (GError) error = NULL;

  workspace = clt_workspace_list_add (self->workspaces, name, kind, NULL, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), workspace == NULL);
  if (workspace != NULL)
    {
      clt_welcome_page_choose (self, workspace);
    }
  else
    {
      g_autofree char *sentence = clt_error_dup_sentence (error);

      gtk_label_set_label (self->problem, sentence);
    }
}

/* One sample company is enough. */
static void
clt_welcome_page_sample_cb (CltWelcomePage *self)
{
  g_autoptr (CltWorkspace) workspace = clt_welcome_page_dup_of_kind (self, CLT_WORKSPACE_SAMPLE);

  if (workspace != NULL)
    clt_welcome_page_choose (self, workspace);
  else
    clt_welcome_page_add (self, _("Sample Company"), CLT_WORKSPACE_SAMPLE);
}

static void
clt_welcome_page_local_cb (CltWelcomePage *self)
{
  /* Translators: the first name of a workspace that is kept on this computer */
  clt_welcome_page_add (self, _("My Records"), CLT_WORKSPACE_LOCAL);
}

static void
clt_welcome_page_signed_in_cb (CltWelcomePage *self,
                               CltWorkspace   *workspace)
{
  clt_welcome_page_choose (self, workspace);
}

static void
clt_welcome_page_server_cb (CltWelcomePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  CltSignInDialog *dialog = clt_sign_in_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                    self->workspaces);

  g_signal_connect_object (dialog, "workspace-chosen", G_CALLBACK (clt_welcome_page_signed_in_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
clt_welcome_page_create_row_cb (gpointer item,
                                gpointer user_data)
{
  CltWorkspace *workspace = CLT_WORKSPACE (item);
  GtkWidget *row = adw_action_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), clt_workspace_get_icon_name (workspace));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_bind_property (workspace, "name", row, "title", G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (row), "workspace", g_object_ref (workspace), g_object_unref);

  return row;
}

static void
clt_welcome_page_row_activated_cb (CltWelcomePage *self,
                                   GtkListBoxRow  *row)
{
  clt_welcome_page_choose (self, g_object_get_data (G_OBJECT (row), "workspace"));
}

static void
clt_welcome_page_items_changed_cb (CltWelcomePage *self)
{
  gtk_widget_set_visible (self->existing,
                          g_list_model_get_n_items (G_LIST_MODEL (self->workspaces)) > 0);
}

static void
clt_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (clt_welcome_page_parent_class)->dispose (object);
}

static void
clt_welcome_page_finalize (GObject *object)
{
  CltWelcomePage *self = CLT_WELCOME_PAGE (object);

  g_clear_object (&self->workspaces);

  G_OBJECT_CLASS (clt_welcome_page_parent_class)->finalize (object);
}

static void
clt_welcome_page_class_init (CltWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_welcome_page_dispose;
  object_class->finalize = clt_welcome_page_finalize;

  signals[WORKSPACE_CHOSEN] = g_signal_new ("workspace-chosen", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, CLT_TYPE_WORKSPACE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/dialogs/clt-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CltWelcomePage, content);
  gtk_widget_class_bind_template_child (widget_class, CltWelcomePage, existing);
  gtk_widget_class_bind_template_child (widget_class, CltWelcomePage, existing_list);
  gtk_widget_class_bind_template_child (widget_class, CltWelcomePage, problem);
  gtk_widget_class_bind_template_callback (widget_class, clt_welcome_page_local_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_welcome_page_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_welcome_page_sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_welcome_page_server_cb);
}

static void
clt_welcome_page_init (CltWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_welcome_page_new:
 * @workspaces: the workspaces that are there, to which a new one is added
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
clt_welcome_page_new (CltWorkspaceList *workspaces)
{
  CltWelcomePage *self;

  g_return_val_if_fail (CLT_IS_WORKSPACE_LIST (workspaces), NULL);

  self = g_object_new (CLT_TYPE_WELCOME_PAGE, NULL);
  self->workspaces = g_object_ref (workspaces);
  gtk_list_box_bind_model (self->existing_list, G_LIST_MODEL (workspaces),
                           clt_welcome_page_create_row_cb, NULL, NULL);
  g_signal_connect_object (workspaces, "items-changed",
                           G_CALLBACK (clt_welcome_page_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  clt_welcome_page_items_changed_cb (self);

  return GTK_WIDGET (self);
}
