/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-table-row.h"
#include "clt-table.h"

G_BEGIN_DECLS

struct _CltTable
{
  GtkWidget            parent_instance;

  CltRecordList       *list;          /* (owned) */
  CltTableSelection   *selection;     /* (owned) */
  CltTableGeometry     geometry;      /* members (owned) */
  GtkWidget           *header;        /* a child */
  GPtrArray           *rows;          /* (owned) (element-type CltTableRow): children */
  GtkAdjustment       *hadjustment;   /* (owned) (nullable) */
  GtkAdjustment       *vadjustment;   /* (owned) (nullable) */
  GtkScrollablePolicy  hscroll_policy;
  GtkScrollablePolicy  vscroll_policy;
  int                  header_height; /* pixels; 0 while there is none */
  int                  row_height;    /* pixels; 0 before the first allocation */
  guint                cursor;        /* position that the keyboard is at */
  gboolean             in_layout;     /* rows and adjustments are being set just now */
  guint                settling;      /* source that moves the focus to its row, or 0 */
  guint                growing;       /* source that makes more rows, or 0 */
  guint                telling;       /* source that says that compact changed, or 0 */
};

/* clt-table-input.c: what the pointer and the keys do. */
void         clt_table_add_controllers (CltTable *self);

/* clt-table-layout.c: which row shows what, and where. */
CltTableRow *clt_table_get_row         (CltTable *self,
                                        guint     position);
void         clt_table_add_rows        (CltTable *self,
                                        guint     n_wanted);
void         clt_table_update_metrics  (CltTable *self);
void         clt_table_update_rows     (CltTable *self);
void         clt_table_invalidate_rows (CltTable *self);
int          clt_table_set_row_width   (CltTable *self,
                                        int       width);
void         clt_table_set_extent      (CltTable *self,
                                        double    value,
                                        double    page);
void         clt_table_measure_height  (CltTable *self,
                                        int      *minimum,
                                        int      *natural);
void         clt_table_allocate        (CltTable *self,
                                        int       width,
                                        int       height);

/* clt-table.c */
guint        clt_table_get_n_items     (CltTable *self);
void         clt_table_choose          (CltTable *self,
                                        guint     position);
void         clt_table_activate_row    (CltTable *self,
                                        guint     position);
void         clt_table_request_menu    (CltTable *self,
                                        double    x,
                                        double    y);
void         clt_table_focus_cursor    (CltTable *self);
void         clt_table_focus_self      (CltTable *self);

G_END_DECLS
