/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLT_TYPE_SPLIT_VIEW (clt_split_view_get_type ())
G_DECLARE_FINAL_TYPE (CltSplitView, clt_split_view, CLT, SPLIT_VIEW, GtkWidget)

/* A sidebar and a content, side by side, or one of them where there is no room for both. The
 * floor's AdwLeaflet does the work; what uses this need not know when that changes.
 *
 * Properties: "sidebar", "content" (GtkWidget), "folded" (read-only), "show-content". */

gboolean clt_split_view_get_folded       (CltSplitView *self);
gboolean clt_split_view_get_show_content (CltSplitView *self);
void     clt_split_view_set_show_content (CltSplitView *self,
                                          gboolean      show_content);

G_END_DECLS
