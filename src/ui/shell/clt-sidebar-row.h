/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-entity.h"
#include "clt-saved-view.h"

G_BEGIN_DECLS

#define CLT_TYPE_SIDEBAR_ROW (clt_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (CltSidebarRow, clt_sidebar_row, CLT, SIDEBAR_ROW, GtkListBoxRow)

/* A place to go to: an entity, or a saved view of one. */

GtkWidget    *clt_sidebar_row_new_entity (CltEntity     *entity);
GtkWidget    *clt_sidebar_row_new_saved  (CltSavedView  *saved,
                                          CltEntity     *entity);
const char   *clt_sidebar_row_get_place  (CltSidebarRow *self);
CltSavedView *clt_sidebar_row_get_saved  (CltSidebarRow *self);
CltQuery     *clt_sidebar_row_get_query  (CltSidebarRow *self);
void          clt_sidebar_row_set_count  (CltSidebarRow *self,
                                          gint64         count);

G_END_DECLS
