/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-query.h"

G_BEGIN_DECLS

#define CLT_TYPE_FILTER_BAR (clt_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (CltFilterBar, clt_filter_bar, CLT, FILTER_BAR, GtkWidget)

/* A query's filters as chips that can be taken away; hidden while there are none.
 *
 * Signal: ::filter-removed (guint index). */

void clt_filter_bar_show_query (CltFilterBar *self,
                                CltQuery     *query,
                                CltEntity    *entity);

G_END_DECLS
