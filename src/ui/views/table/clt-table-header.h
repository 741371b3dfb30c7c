/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-table-row.h"

G_BEGIN_DECLS

#define CLT_TYPE_TABLE_HEADER (clt_table_header_get_type ())
G_DECLARE_FINAL_TYPE (CltTableHeader, clt_table_header, CLT, TABLE_HEADER, GtkWidget)

/* The headings over a table's columns: a click sorts, pulling at a border or Ctrl+←/→ resizes. */

GtkWidget *clt_table_header_new      (CltTableGeometry *geometry);
void       clt_table_header_rebuild  (CltTableHeader   *self);
void       clt_table_header_set_sort (CltTableHeader   *self,
                                      const char       *field,
                                      gboolean          descending);

G_END_DECLS
