/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-layout.h"
#include "clt-query.h"

G_BEGIN_DECLS

/* A question in SQL: text that is made of the schema's words only, and what is bound to it, which
 * may be the user's. */
typedef struct _CltSql CltSql;

/* How a statement goes through the records of a query. */
typedef enum
{
  CLT_SQL_STRAIGHT,    /* along one index, which gives the conditions and the order */
  CLT_SQL_GATHER,      /* find those that meet the conditions, then sort them */
  CLT_SQL_WALK,        /* along the index of the order, keeping those that were found */
  CLT_SQL_BY_GROUPS,   /* one choice after the other */
  CLT_SQL_COUNT_FIRST, /* few are gathered, many are walked */
} CltSqlPlan;

CltSqlPlan    clt_sql_choose_plan   (CltLayout *layout,
                                     CltQuery  *query,
                                     gboolean   is_many);
CltSql       *clt_sql_new_ids       (CltLayout   *layout,
                                     CltQuery    *query,
                                     CltSqlPlan   plan,
                                     guint        limit,
                                     GError     **error);
CltSql       *clt_sql_new_sample    (CltLayout  *layout,
                                     CltQuery   *query,
                                     guint       limit,
                                     GError    **error);
gboolean      clt_sql_is_ranked     (CltLayout *layout,
                                     CltQuery  *query);
CltSql       *clt_sql_new_found     (CltLayout  *layout,
                                     CltQuery   *query,
                                     gboolean    is_title,
                                     guint       limit,
                                     GError    **error);
CltSql       *clt_sql_new_count     (CltLayout  *layout,
                                     CltQuery   *query,
                                     GError    **error);
CltSql       *clt_sql_new_tally     (CltLayout   *layout,
                                     CltQuery    *query,
                                     const char  *group_field,
                                     const char  *measure,
                                     GError     **error);
void          clt_sql_free          (CltSql *self);

const char   *clt_sql_get_text      (CltSql *self);
char         *clt_sql_dup_values    (CltSql *self);
CltStatement *clt_sql_prepare       (CltSql  *self,
                                     CltDb   *db,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltSql, clt_sql_free)

G_END_DECLS
