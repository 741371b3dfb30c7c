/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-workspace-switcher"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-menu.h"
#include "clt-workspace-switcher.h"

struct _CltWorkspaceSwitcher
{
  GtkWidget         parent_instance;

  GtkMenuButton    *button;
  GtkImage         *icon;
  GtkLabel         *label;

  CltWorkspaceList *workspaces; /* (owned) (nullable) */
  CltWorkspace     *current;    /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CltWorkspaceSwitcher, clt_workspace_switcher, GTK_TYPE_WIDGET)

static GMenu *
clt_workspace_switcher_make_section (CltWorkspaceSwitcher *self)
{
  GMenu *section = g_menu_new ();
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->workspaces));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (CltWorkspace) workspace = NULL;
      g_autoptr (GMenuItem) item = NULL;

      workspace = g_list_model_get_item (G_LIST_MODEL (self->workspaces), i);
      item = g_menu_item_new (clt_workspace_get_name (workspace), NULL);
      g_menu_item_set_action_and_target (item, "app.switch-workspace", "s",
                                         clt_workspace_get_id (workspace));
      g_menu_append_item (section, item);
    }

  return section;
}

/* Made anew each time it is opened: workspaces come, go and are renamed. */
static void
clt_workspace_switcher_create_menu (GtkMenuButton *button,
                                    gpointer       user_data)
{
  CltWorkspaceSwitcher *self = user_data;
  g_autoptr (GMenuModel) menu = clt_menu_load ("workspace_menu");
  g_autoptr (GMenu) section = clt_workspace_switcher_make_section (self);

  g_menu_prepend_section (G_MENU (menu), NULL, G_MENU_MODEL (section));
  gtk_menu_button_set_menu_model (button, menu);
}

static void
clt_workspace_switcher_update_label (CltWorkspaceSwitcher *self)
{
  const char *name = self->current != NULL ? clt_workspace_get_name (self->current) : "";
  g_autofree char *words = NULL;

  /* Translators: %s is the name of the workspace that is open; said by screen readers */
  words = g_strdup_printf (_("Workspace: %s"), name);
  gtk_label_set_label (self->label, name);
  if (self->current != NULL)
    gtk_image_set_from_icon_name (self->icon, clt_workspace_get_icon_name (self->current));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Switch Workspace"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
clt_workspace_switcher_dispose (GObject *object)
{
  CltWorkspaceSwitcher *self = CLT_WORKSPACE_SWITCHER (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  g_clear_object (&self->workspaces);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (clt_workspace_switcher_parent_class)->dispose (object);
}

static void
clt_workspace_switcher_class_init (CltWorkspaceSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clt_workspace_switcher_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, RESOURCE_PREFIX "/ui/shell/clt-workspace-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, CltWorkspaceSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, CltWorkspaceSwitcher, icon);
  gtk_widget_class_bind_template_child (widget_class, CltWorkspaceSwitcher, label);
}

static void
clt_workspace_switcher_init (CltWorkspaceSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, clt_workspace_switcher_create_menu, self,
                                         NULL);
}

/**
 * clt_workspace_switcher_set_workspaces:
 * @self: a switcher
 * @workspaces: what can be opened
 *
 * Offers these workspaces.
 */
void
clt_workspace_switcher_set_workspaces (CltWorkspaceSwitcher *self,
                                       CltWorkspaceList     *workspaces)
{
  g_return_if_fail (CLT_IS_WORKSPACE_SWITCHER (self));
  g_return_if_fail (CLT_IS_WORKSPACE_LIST (workspaces));
  g_return_if_fail (self->workspaces == NULL);

  self->workspaces = g_object_ref (workspaces);
}

/**
 * clt_workspace_switcher_set_current:
 * @self: a switcher
 * @current: the workspace that is open
 *
 * Names the workspace, and follows when it is renamed.
 */
void
clt_workspace_switcher_set_current (CltWorkspaceSwitcher *self,
                                    CltWorkspace         *current)
{
  g_return_if_fail (CLT_IS_WORKSPACE_SWITCHER (self));
  g_return_if_fail (CLT_IS_WORKSPACE (current));

  if (self->current != NULL)
    g_signal_handlers_disconnect_by_data (self->current, self);
  g_set_object (&self->current, current);
  g_signal_connect_object (current, "notify::name",
                           G_CALLBACK (clt_workspace_switcher_update_label), self,
                           G_CONNECT_SWAPPED);
  clt_workspace_switcher_update_label (self);
}
