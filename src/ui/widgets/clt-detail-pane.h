/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLT_TYPE_DETAIL_PANE (clt_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (CltDetailPane, clt_detail_pane, CLT, DETAIL_PANE, GtkWidget)

/* A content and, when it is shown, a detail at its end with a border to pull; where there is no
 * room for both, the detail takes the content's place. GtkPaned cannot do the latter: it is never
 * narrower than both its children.
 *
 * Properties: "content", "detail" (GtkWidget), "show-detail", "detail-width" (pixels),
 *   "narrow" (read-only: there is room for one only). */

gboolean clt_detail_pane_get_narrow       (CltDetailPane *self);
gboolean clt_detail_pane_get_show_detail  (CltDetailPane *self);
void     clt_detail_pane_set_show_detail  (CltDetailPane *self,
                                           gboolean       show_detail);
void     clt_detail_pane_set_detail_width (CltDetailPane *self,
                                           int            detail_width);

G_END_DECLS
