/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record-list.h"
#include "clt-table-columns.h"
#include "clt-table-selection.h"

G_BEGIN_DECLS

#define CLT_TYPE_TABLE (clt_table_get_type ())
G_DECLARE_FINAL_TYPE (CltTable, clt_table, CLT, TABLE, GtkWidget)

/* A virtual list of our own, with a header: it has as many row widgets as fit the screen, each of
 * which draws its cells, however long the list is. GTK 4.8's list views keep 205 rows alive.
 *
 * Properties: "compact" (read-only): too narrow for columns: each row has two lines instead.
 * Signals: ::chosen (guint position): by a click or by the arrows; ::activated (guint position): by
 *   Enter or a double click; ::menu-requested (double x, double y): over the selected rows. */

GtkWidget         *clt_table_new           (CltRecordList     *list,
                                            CltTableColumns   *columns);
CltTableSelection *clt_table_get_selection (CltTable          *self);
guint              clt_table_get_cursor    (CltTable          *self);
void               clt_table_set_cursor    (CltTable          *self,
                                            guint              position);
void               clt_table_set_sort      (CltTable          *self,
                                            const char        *field,
                                            gboolean           descending);
void               clt_table_scroll_to     (CltTable          *self,
                                            guint              position);

G_END_DECLS
