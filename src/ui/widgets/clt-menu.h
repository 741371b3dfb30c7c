/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The menus of menus.ui, made when they are first opened. */

GMenuModel *clt_menu_load       (const char    *id);
void        clt_menu_set_button (GtkMenuButton *button,
                                 const char    *id);
GtkWidget  *clt_menu_popup      (GtkWidget     *menu,
                                 GtkWidget     *parent,
                                 const char    *id,
                                 double         x,
                                 double         y);

G_END_DECLS
