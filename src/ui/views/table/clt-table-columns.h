/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-entity.h"

G_BEGIN_DECLS

/* One column that is shown. */
typedef struct
{
  CltField *field; /* (owned) */
  guint     index; /* of the field in its entity */
  double    width; /* in characters, so that it grows with the text */
} CltTableColumn;

/* Where a column lies, in pixels from the left edge of the rows. */
typedef struct
{
  int x;
  int width;
} CltTableSpan;

#define CLT_TYPE_TABLE_COLUMNS (clt_table_columns_get_type ())
G_DECLARE_FINAL_TYPE (CltTableColumns, clt_table_columns, CLT, TABLE_COLUMNS, GObject)

/* Which fields of an entity a table shows, in which order and how wide.
 *
 * Signal: ::changed: other columns, or other widths. */

CltTableColumns      *clt_table_columns_new         (CltEntity            *entity);
CltEntity            *clt_table_columns_get_entity  (CltTableColumns      *self);
guint                 clt_table_columns_get_n       (CltTableColumns      *self);
const CltTableColumn *clt_table_columns_get         (CltTableColumns      *self,
                                                     guint                 position);
int                   clt_table_columns_find        (CltTableColumns      *self,
                                                     const char           *field);
void                  clt_table_columns_set_shown   (CltTableColumns      *self,
                                                     const char           *field,
                                                     gboolean              shown);
void                  clt_table_columns_set_width   (CltTableColumns      *self,
                                                     guint                 position,
                                                     double                width);
void                  clt_table_columns_set_names   (CltTableColumns      *self,
                                                     const char * const   *names);
char                **clt_table_columns_dup_names   (CltTableColumns      *self);
void                  clt_table_columns_reset       (CltTableColumns      *self);
void                  clt_table_columns_freeze      (CltTableColumns      *self,
                                                     const CltTableSpan   *spans,
                                                     double                char_width);
int                   clt_table_columns_lay_out     (CltTableColumns      *self,
                                                     double                char_width,
                                                     int                   available,
                                                     CltTableSpan         *spans);
char                 *clt_table_columns_to_text     (CltTableColumns      *self);
void                  clt_table_columns_restore     (CltTableColumns      *self,
                                                     const char           *text);

G_END_DECLS
