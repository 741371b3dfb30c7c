/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLT_TYPE_WRAP_LAYOUT (clt_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (CltWrapLayout, clt_wrap_layout, CLT, WRAP_LAYOUT, GtkLayoutManager)

/* Children one after the other like words in a line, at their natural width, and on to the next
 * line where they do not fit. Property: "spacing", in pixels, between children and lines. */

G_END_DECLS
