/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-menu"

#include "config.h"

#include "clt-menu.h"

static void
clt_menu_create_popup (GtkMenuButton *button,
                       gpointer       user_data)
{
  g_autoptr (GMenuModel) model = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  model = clt_menu_load (user_data);
  gtk_menu_button_set_menu_model (button, model);
}

/**
 * clt_menu_load:
 * @id: of a menu in menus.ui
 *
 * Returns: (transfer full): a new menu
 */
GMenuModel *
clt_menu_load (const char *id)
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  builder = gtk_builder_new_from_resource (RESOURCE_PREFIX "/ui/menus.ui");

  return g_object_ref (G_MENU_MODEL (gtk_builder_get_object (builder, id)));
}

/**
 * clt_menu_set_button:
 * @button: a menu button
 * @id: (not nullable): a literal, of a menu in menus.ui
 *
 * Gives the button its menu when it is first opened.
 */
void
clt_menu_set_button (GtkMenuButton *button,
                     const char    *id)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_menu_button_set_create_popup_func (button, clt_menu_create_popup, (gpointer) id, NULL);
}

/**
 * clt_menu_popup:
 * @menu: (nullable): what the last call returned
 * @parent: the widget it belongs to, which unparents it in its dispose
 * @id: of a menu in menus.ui
 * @x: pixels from the left of @parent
 * @y: pixels from its top
 *
 * Opens a menu at a point.
 *
 * Returns: (transfer none): the menu, a child of @parent
 */
GtkWidget *
clt_menu_popup (GtkWidget  *menu,
                GtkWidget  *parent,
                const char *id,
                double      x,
                double      y)
{
  if (menu == NULL)
    {
      g_autoptr (GMenuModel) model = clt_menu_load (id);

      menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
      gtk_widget_set_halign (menu, GTK_ALIGN_START);
      gtk_widget_set_parent (menu, parent);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (menu));

  return menu;
}
