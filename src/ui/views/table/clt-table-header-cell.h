/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-field.h"

G_BEGIN_DECLS

#define CLT_TYPE_TABLE_HEADER_CELL (clt_table_header_cell_get_type ())
G_DECLARE_FINAL_TYPE (CltTableHeaderCell, clt_table_header_cell, CLT, TABLE_HEADER_CELL, GtkWidget)

/* The heading of one column: its name, and an arrow if the table is sorted by it. Activating it
 * sorts, by the action "table.sort". */

GtkWidget  *clt_table_header_cell_new       (CltField           *field);
CltField   *clt_table_header_cell_get_field (CltTableHeaderCell *self);
void        clt_table_header_cell_set_sort  (CltTableHeaderCell *self,
                                             GtkAccessibleSort   sort);
void        clt_table_header_cell_activate  (CltTableHeaderCell *self);

G_END_DECLS
