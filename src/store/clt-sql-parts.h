/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-layout.h"
#include "clt-query.h"
#include "clt-sql-builder.h"

G_BEGIN_DECLS

/* The parts that the statements of queries are made of. */

gboolean         clt_sql_names_archived (CltEntityTable  *table,
                                         const CltFilter *filter);
gboolean         clt_sql_add_conditions (CltSqlBuilder   *builder,
                                         CltEntityTable  *table,
                                         CltQuery        *query,
                                         gboolean         is_scan,
                                         GError         **error);
gboolean         clt_sql_add_membership (CltSqlBuilder   *builder,
                                         CltEntityTable  *table,
                                         CltQuery        *query,
                                         GError         **error);
void             clt_sql_add_hits       (CltSqlBuilder  *builder,
                                         CltEntityTable *table,
                                         const char     *search,
                                         gboolean        is_title);
gboolean         clt_sql_add_found      (CltSqlBuilder   *builder,
                                         CltEntityTable  *table,
                                         CltQuery        *query,
                                         gboolean         is_title,
                                         GError         **error);
const CltColumn *clt_sql_find_order     (CltEntityTable *table,
                                         CltQuery       *query);
gboolean         clt_sql_add_order      (CltSqlBuilder   *builder,
                                         CltLayout       *layout,
                                         CltEntityTable  *table,
                                         CltQuery        *query,
                                         gboolean         is_gathered,
                                         GError         **error);

G_END_DECLS
