/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): the window in front of @parent, if there is one */
GtkWindow *clt_tour_picture_find_dialog (GtkWindow   *parent);
/* Saves what a window shows as FOLDER/NAME.png. */
gboolean   clt_tour_picture_save        (GtkWindow   *window,
                                         const char  *folder,
                                         const char  *name,
                                         GError     **error);

G_END_DECLS
