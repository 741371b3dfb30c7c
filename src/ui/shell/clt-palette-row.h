/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLT_TYPE_PALETTE_ROW (clt_palette_row_get_type ())
G_DECLARE_FINAL_TYPE (CltPaletteRow, clt_palette_row, CLT, PALETTE_ROW, GtkListBoxRow)

/* One thing to go to or to run: what it is called, and the action that does it.
 * @target: (transfer floating) (nullable) */

GtkWidget  *clt_palette_row_new        (const char    *icon_name,
                                        const char    *title,
                                        const char    *context,
                                        const char    *action,
                                        GVariant      *target);
const char *clt_palette_row_get_action (CltPaletteRow *self);
GVariant   *clt_palette_row_get_target (CltPaletteRow *self);

G_END_DECLS
