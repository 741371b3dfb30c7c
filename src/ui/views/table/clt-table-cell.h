/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-record.h"

G_BEGIN_DECLS

/* How a cell stands out, if it does. */
typedef enum
{
  CLT_TABLE_CELL_PLAIN,
  CLT_TABLE_CELL_TITLE,
  CLT_TABLE_CELL_LATE, /* a day that has passed while the record is still open */
  CLT_TABLE_CELL_DONE, /* of a record that is closed: steps back */
} CltTableCellStyle;

CltTableCellStyle  clt_table_cell_get_style    (CltRecord *record,
                                                guint      index);
gboolean           clt_table_cell_is_number    (CltField  *field);
char              *clt_table_cell_dup_text     (CltRecord *record,
                                                guint      index);
char              *clt_table_cell_dup_subtitle (CltRecord *record,
                                                guint      index_left_out);
int                clt_table_cell_find_figure  (CltEntity *entity);

G_END_DECLS
