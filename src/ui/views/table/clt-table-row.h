/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record.h"
#include "clt-table-columns.h"

G_BEGIN_DECLS

/* What all rows of a table share; the table keeps it up to date. */
typedef struct
{
  CltTableColumns *columns;     /* (owned) (nullable) */
  CltTableSpan    *spans;       /* (owned) (nullable): one per column */
  int              line_height; /* pixels of one line of text */
  int              ascent;      /* pixels of it that are above the baseline */
  double           char_width;  /* pixels of a character */
  gboolean         compact;     /* narrow: two lines and no columns */
} CltTableGeometry;

#define CLT_TYPE_TABLE_ROW (clt_table_row_get_type ())
G_DECLARE_FINAL_TYPE (CltTableRow, clt_table_row, CLT, TABLE_ROW, GtkWidget)

/* One row of a table: a single widget that draws its cells, used again for another record when
 * the table scrolls. */

GtkWidget *clt_table_row_new          (const CltTableGeometry *geometry);
void       clt_table_row_bind         (CltTableRow            *self,
                                       CltRecord              *record,
                                       guint                   position);
guint      clt_table_row_get_position (CltTableRow            *self);
CltRecord *clt_table_row_get_record   (CltTableRow            *self);
void       clt_table_row_set_selected (CltTableRow            *self,
                                       gboolean                selected);
void       clt_table_row_invalidate   (CltTableRow            *self);

G_END_DECLS
