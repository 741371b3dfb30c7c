/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLT_TYPE_COLUMN_LAYOUT (clt_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (CltColumnLayout, clt_column_layout, CLT, COLUMN_LAYOUT, GtkLayoutManager)

/* Children below each other in as many columns of equal width as there is room for; each child goes
 * into the column that is shortest so far, so that order is kept where it can be.
 *
 * Properties, in pixels: "column-width" (the least a column is worth), "column-spacing",
 *   "row-spacing"; "max-columns". */

G_END_DECLS
