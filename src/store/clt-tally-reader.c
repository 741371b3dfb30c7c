/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-tally-reader"

#include "config.h"

#include "clt-row-codec.h"
#include "clt-sql.h"
#include "clt-tally-keeper.h"
#include "clt-tally-reader.h"
#include "clt-tally.h"
#include "clt-text.h"

/* Of clt_sql_new_tally() and of KEPT alike. */
enum
{
  COLUMN_GROUP,
  COLUMN_GROUP_COMPANION,
  COLUMN_CURRENCY,
  COLUMN_COUNT,
  COLUMN_SUM,
};

#define KEPT \
  "SELECT nullif (value, ''), NULL, nullif (currency, ''), count, amount FROM tally " \
  "WHERE entity = :entity AND field = :field AND count > 0 ORDER BY value"

/* {{{ What is kept */

static gboolean
clt_tally_reader_is_plain (CltQuery *query)
{
  return clt_query_get_filter (query) == NULL && clt_text_is_blank (clt_query_get_search (query));
}

/* "Stage is New", alone: @field and @value name a tally. */
static gboolean
clt_tally_reader_is_kept_filter (CltEntityTable  *table,
                                 CltQuery        *query,
                                 const char     **field,
                                 const char     **value)
{
  const CltFilter *filter = clt_query_get_filter (query);
  const CltColumn *column;

  if (filter == NULL || !clt_text_is_blank (clt_query_get_search (query)))
    return FALSE;

  /* A list with one chip. */
  while (clt_filter_get_filter_type (filter) == CLT_FILTER_ALL &&
         clt_filter_get_n_children (filter) == 1)
    filter = clt_filter_get_child (filter, 0);

  if (clt_filter_get_filter_type (filter) != CLT_FILTER_COMPARE ||
      clt_filter_get_comparison (filter) != CLT_COMPARE_IS ||
      clt_filter_get_value (filter) == NULL)
    return FALSE;

  column = clt_entity_table_find_column (table, clt_filter_get_field (filter));
  *field = clt_filter_get_field (filter);
  *value = clt_value_get_text (clt_filter_get_value (filter));

  return column != NULL && clt_tally_keeper_keeps (column) && *value != NULL;
}

/* @value: (nullable): NULL for all values of the field */
static gboolean
clt_tally_reader_count_kept (CltDb       *db,
                             const char  *entity,
                             const char  *field,
                             const char  *value,
                             gint64      *count,
                             GError     **error)
{
  g_autoptr (CltStatement) statement = clt_db_prepare (
    db, "SELECT sum (count) FROM tally WHERE entity = :entity AND field = :field "
        "AND value = coalesce (:value, value)", error);
  CltStep step;

  *count = 0;
  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":entity", entity);
  clt_statement_bind_text (statement, ":field", field);
  clt_statement_bind_text (statement, ":value", value);
  step = clt_statement_step (statement, error);
  if (step == CLT_STEP_ROW)
    *count = clt_statement_get_int (statement, 0);

  return step != CLT_STEP_FAILED;
}

static gboolean
clt_tally_reader_is_kept (CltEntityTable *table,
                          CltQuery       *query,
                          const char     *group_field,
                          const char     *measure)
{
  const CltColumn *amount = clt_tally_keeper_find_amount (table);
  const CltColumn *group = group_field != NULL ? clt_entity_table_find_column (table, group_field)
                                               : NULL;

  if (!clt_tally_reader_is_plain (query))
    return FALSE;

  if (measure != NULL &&
      (amount == NULL || g_strcmp0 (clt_field_get_name (amount->field), measure) != 0))
    return FALSE;

  return group_field == NULL || (group != NULL && clt_tally_keeper_keeps (group));
}

/* }}} */
/* {{{ Rows */

static CltTallyRow *
clt_tally_row_new (CltValue *group)
{
  CltTallyRow *self = g_new0 (CltTallyRow, 1);

  self->group = clt_value_ref (group);
  self->sums = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);

  return self;
}

static CltValue *
clt_tally_reader_get_sum (CltStatement   *statement,
                          const CltField *measure)
{
  if (clt_statement_is_null (statement, COLUMN_SUM))
    return clt_value_new_none ();

  switch ((guint) clt_field_kind_get_value_type (clt_field_get_kind (measure)))
    {
    case CLT_VALUE_MONEY:
      return clt_value_new_money (clt_statement_get_int (statement, COLUMN_SUM),
                                  clt_statement_get_text (statement, COLUMN_CURRENCY));

    case CLT_VALUE_REAL:
      return clt_value_new_real (clt_statement_get_real (statement, COLUMN_SUM));

    default:
      return clt_value_new_integer (clt_statement_get_int (statement, COLUMN_SUM));
    }
}

/* Rows come by group and currency; what was kept without a currency has no amount. */
static void
clt_tally_reader_add (GPtrArray      *rows,
                      CltStatement   *statement,
                      const CltField *group_field,
                      const CltField *measure)
{
  g_autoptr (CltValue) group = group_field != NULL
                               ? clt_row_codec_get (statement, COLUMN_GROUP, group_field)
                               : clt_value_new_none ();
  CltTallyRow *row = rows->len > 0 ? rows->pdata[rows->len - 1] : NULL;

  if (row == NULL || !clt_value_equal (row->group, group))
    {
      row = clt_tally_row_new (group);
      g_ptr_array_add (rows, row);
    }

  row->count += clt_statement_get_int (statement, COLUMN_COUNT);
  if (measure != NULL && (clt_field_get_kind (measure) != CLT_FIELD_MONEY ||
                          !clt_statement_is_null (statement, COLUMN_CURRENCY)))
    g_ptr_array_add (row->sums, clt_tally_reader_get_sum (statement, measure));
}

/* }}} */

/**
 * clt_tally_reader_count:
 * @db: a connection
 * @layout: of the workspace
 * @query: what is asked
 * @count: (out): how many records there are
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_tally_reader_count (CltDb      *db,
                        CltLayout  *layout,
                        CltQuery   *query,
                        gint64     *count,
                        GError    **error)
{
  const char *entity = clt_query_get_entity (query);
  CltEntityTable *table = clt_layout_find_table (layout, entity, error);
  g_autoptr (CltSql) sql = NULL;
  g_autoptr (CltStatement) statement = NULL;
  const char *field, *value;

  if (table == NULL)
    return FALSE;

  if (clt_tally_reader_is_plain (query))
    return clt_tally_reader_count_kept (db, entity, "", NULL, count, error);
  if (clt_tally_reader_is_kept_filter (table, query, &field, &value))
    return clt_tally_reader_count_kept (db, entity, field, value, count, error);

  sql = clt_sql_new_count (layout, query, error);
  statement = sql != NULL ? clt_sql_prepare (sql, db, error) : NULL;
  if (statement == NULL || clt_statement_step (statement, error) != CLT_STEP_ROW)
    return FALSE;

  *count = clt_statement_get_int (statement, 0);
  return TRUE;
}

/**
 * clt_tally_reader_list:
 * @db: a connection
 * @layout: of the workspace
 * @query: what is asked
 * @group_field: (nullable): by whose values to group
 * @measure: (nullable): whose values to sum
 * @error: return location for an error
 *
 * Counts and sums.
 *
 * Returns: (transfer full) (nullable) (element-type CltTallyRow): a row per group
 */
GPtrArray *
clt_tally_reader_list (CltDb       *db,
                       CltLayout   *layout,
                       CltQuery    *query,
                       const char  *group_field,
                       const char  *measure,
                       GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_tally_row_free);
  g_autoptr (CltSql) sql = clt_sql_new_tally (layout, query, group_field, measure, error);
  g_autoptr (CltStatement) statement = NULL;
  const CltEntity *entity;
  CltEntityTable *table;
  CltStep step;

  if (sql == NULL)
    return NULL;

  table = clt_layout_find_table (layout, clt_query_get_entity (query), NULL);
  entity = clt_entity_table_get_entity (table);
  if (clt_tally_reader_is_kept (table, query, group_field, measure))
    {
      statement = clt_db_prepare (db, KEPT, error);
      if (statement != NULL)
        {
          clt_statement_bind_text (statement, ":entity", clt_entity_get_name (entity));
          clt_statement_bind_text (statement, ":field", group_field != NULL ? group_field : "");
        }
    }
  else
    {
      statement = clt_sql_prepare (sql, db, error);
    }

  if (statement == NULL)
    return NULL;

  while ((step = clt_statement_step (statement, error)) == CLT_STEP_ROW)
    clt_tally_reader_add (rows, statement,
                          group_field != NULL ? clt_entity_find_field (entity, group_field) : NULL,
                          measure != NULL ? clt_entity_find_field (entity, measure) : NULL);

  return step == CLT_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
