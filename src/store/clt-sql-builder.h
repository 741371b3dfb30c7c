/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-entity-table.h"
#include "clt-filter.h"

G_BEGIN_DECLS

/* Text of a statement and the values of its parameters, growing together. */
typedef struct
{
  GString *text;
  GArray  *values; /* (element-type CltSqlValue) */
} CltSqlBuilder;

typedef enum
{
  CLT_SQL_INTEGER,
  CLT_SQL_REAL,
  CLT_SQL_TEXT,
  CLT_SQL_BYTES,
} CltSqlType;

typedef struct
{
  CltSqlType  type;
  gint64      integer;
  double      real;
  char       *text; /* (owned) (nullable) */
} CltSqlValue;

void     clt_sql_builder_init        (CltSqlBuilder *self);
void     clt_sql_builder_clear       (CltSqlBuilder *self);
void     clt_sql_builder_add         (CltSqlBuilder *self,
                                      const char    *format,
                                      ...) G_GNUC_PRINTF (2, 3);
void     clt_sql_builder_bind_int    (CltSqlBuilder *self,
                                      gint64         value);
void     clt_sql_builder_bind_real   (CltSqlBuilder *self,
                                      double         value);
void     clt_sql_builder_bind_text   (CltSqlBuilder *self,
                                      const char    *value);
void     clt_sql_builder_bind_bytes  (CltSqlBuilder *self,
                                      const char    *value);

gboolean clt_sql_builder_add_filter  (CltSqlBuilder    *self,
                                      CltEntityTable   *table,
                                      const CltFilter  *filter,
                                      GError          **error);

G_END_DECLS
