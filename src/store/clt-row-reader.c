/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-row-reader"

#include "config.h"

#include "clt-error.h"
#include "clt-labels.h"
#include "clt-row-reader.h"
#include "clt-row.h"
#include "clt-sql.h"
#include "clt-tally-reader.h"

/* So many records are read one by one in some hundredths of a second. */
#define FEW 2000

/* @sql: (transfer full) (nullable) */
static GArray *
clt_row_reader_run (CltDb   *db,
                    CltSql  *sql,
                    GError **error)
{
  g_autoptr (CltSql) owned = sql;
  g_autoptr (CltStatement) statement = owned != NULL ? clt_sql_prepare (owned, db, error) : NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  CltStep step;

  if (statement == NULL)
    return NULL;

  while ((step = clt_statement_step (statement, error)) == CLT_STEP_ROW)
    {
      const gint64 id = clt_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == CLT_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Both are in the order of the ids, and the first are among the second. */
static void
clt_row_reader_append_others (GArray *titles,
                              GArray *found,
                              guint   limit)
{
  const guint n_titles = titles->len;
  guint at = 0;

  for (guint i = 0; i < found->len && (limit == 0 || titles->len < limit); i++)
    {
      const gint64 id = g_array_index (found, gint64, i);

      if (at < n_titles && g_array_index (titles, gint64, at) == id)
        at++;
      else
        g_array_append_val (titles, id);
    }
}

/* Those that have the words in their title, then the others. Only where the titles are too few
 * is the whole index asked. */
static GArray *
clt_row_reader_list_found (CltDb      *db,
                           CltLayout  *layout,
                           CltQuery   *query,
                           guint       limit,
                           GError    **error)
{
  g_autoptr (GArray) ids =
    clt_row_reader_run (db, clt_sql_new_found (layout, query, TRUE, limit, error), error);
  g_autoptr (GArray) found = NULL;

  if (ids == NULL)
    return NULL;

  if (limit > 0 && ids->len >= limit)
    return g_steal_pointer (&ids);

  found = clt_row_reader_run (db, clt_sql_new_found (layout, query, FALSE, limit > 0
                                                     ? limit + ids->len : 0, error), error);
  if (found == NULL)
    return NULL;

  clt_row_reader_append_others (ids, found, limit);

  return g_steal_pointer (&ids);
}

/* {{{ Choices in their own order */

/* @query, and @filter holds too, in the order in which the index of the sort field goes on. */
static CltQuery *
clt_row_reader_narrow (CltLayout       *layout,
                       CltQuery        *query,
                       const CltFilter *filter)
{
  CltEntityTable *table = clt_layout_find_table (layout, clt_query_get_entity (query), NULL);
  const CltColumn *order = clt_entity_table_find_column (table, clt_query_get_sort_field (query));
  const CltColumn *next = clt_entity_table_find_group_order (table, order);
  g_autoptr (CltFilter) both = clt_filter_and (clt_query_get_filter (query), filter);
  g_autoptr (CltQuery) narrow = clt_query_with_filter (query, both);

  return clt_query_with_sort (narrow, next != NULL ? clt_field_get_name (next->field) : NULL,
                              FALSE);
}

static CltFilter *
clt_row_reader_make_choice (CltQuery  *query,
                            CltChoice *choice)
{
  g_autoptr (CltValue) value = clt_value_new_text (clt_choice_get_id (choice));

  return clt_filter_new_compare (clt_query_get_sort_field (query), CLT_COMPARE_IS, value);
}

/* Those with a choice that is not offered any more. */
static CltFilter *
clt_row_reader_make_other_choice (CltQuery  *query,
                                  GPtrArray *choices)
{
  g_autoptr (GPtrArray) any = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_filter_unref);
  g_autoptr (CltFilter) known = NULL;

  g_ptr_array_add (any, clt_filter_new_compare (clt_query_get_sort_field (query),
                                                CLT_COMPARE_IS_EMPTY, NULL));
  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (any, clt_row_reader_make_choice (query, choices->pdata[i]));
  known = clt_filter_new_group (CLT_FILTER_ANY, (CltFilter **) any->pdata, any->len);

  return clt_filter_new_group (CLT_FILTER_NOT, &known, 1);
}

static gboolean
clt_row_reader_append_group (CltDb            *db,
                             CltLayout        *layout,
                             CltQuery         *query,
                             const CltFilter  *filter,
                             guint             limit,
                             GArray           *ids,
                             GError          **error)
{
  g_autoptr (CltQuery) narrow = clt_row_reader_narrow (layout, query, filter);
  g_autoptr (GArray) group = NULL;

  if (limit > 0 && ids->len >= limit)
    return TRUE;

  group = clt_row_reader_list_ids (db, layout, narrow, limit > 0 ? limit - ids->len : 0, error);
  if (group == NULL)
    return FALSE;

  if (group->len > 0)
    g_array_append_vals (ids, group->data, group->len);

  return TRUE;
}

/* Nearly always there are none, which is known without looking for them. */
static gboolean
clt_row_reader_append_others_of (CltDb      *db,
                                 CltLayout  *layout,
                                 CltQuery   *query,
                                 GPtrArray  *choices,
                                 guint       limit,
                                 GArray     *ids,
                                 GError    **error)
{
  g_autoptr (CltFilter) none = clt_filter_new_compare (clt_query_get_sort_field (query),
                                                       CLT_COMPARE_IS_EMPTY, NULL);
  g_autoptr (CltFilter) other = clt_row_reader_make_other_choice (query, choices);
  gint64 count;

  if (!clt_row_reader_append_group (db, layout, query, none, limit, ids, error) ||
      !clt_tally_reader_count (db, layout, query, &count, error))
    return FALSE;

  return ids->len >= count ||
         clt_row_reader_append_group (db, layout, query, other, limit, ids, error);
}

/* One stage after the other, in the order of the stages, and those without one behind them. */
static GArray *
clt_row_reader_list_groups (CltDb      *db,
                            CltLayout  *layout,
                            CltQuery   *query,
                            guint       limit,
                            GError    **error)
{
  CltEntityTable *table = clt_layout_find_table (layout, clt_query_get_entity (query), NULL);
  const CltColumn *order = clt_entity_table_find_column (table, clt_query_get_sort_field (query));
  GPtrArray *choices = clt_field_get_choices (order->field);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < choices->len; i++)
    {
      const guint at = clt_query_get_descending (query) ? choices->len - 1 - i : i;
      g_autoptr (CltFilter) one = clt_row_reader_make_choice (query, choices->pdata[at]);

      if (!clt_row_reader_append_group (db, layout, query, one, limit, ids, error))
        return NULL;
    }

  return clt_row_reader_append_others_of (db, layout, query, choices, limit, ids, error)
         ? g_steal_pointer (&ids) : NULL;
}

/* }}} */

/* Few are gathered: to read some thousand records costs less than to go along a whole index. */
static gboolean
clt_row_reader_plan (CltDb       *db,
                     CltLayout   *layout,
                     CltQuery    *query,
                     CltSqlPlan  *plan,
                     GError     **error)
{
  g_autoptr (GArray) sample = NULL;

  *plan = clt_sql_choose_plan (layout, query, FALSE);
  if (*plan != CLT_SQL_COUNT_FIRST)
    return TRUE;

  sample = clt_row_reader_run (db, clt_sql_new_sample (layout, query, FEW + 1, error), error);
  if (sample == NULL)
    return FALSE;

  *plan = sample->len > FEW ? clt_sql_choose_plan (layout, query, TRUE) : CLT_SQL_GATHER;
  return TRUE;
}

static GArray *
clt_row_reader_run_plan (CltDb       *db,
                         CltLayout   *layout,
                         CltQuery    *query,
                         CltSqlPlan   plan,
                         guint        limit,
                         GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  GArray *ids = clt_row_reader_run (db, clt_sql_new_ids (layout, query, plan, limit, &local_error),
                                    &local_error);

  if (ids != NULL)
    return ids;

  /* A file that another version made, opened only to look at, may lack an index. */
  if (plan != CLT_SQL_GATHER && g_error_matches (local_error, CLT_ERROR, CLT_ERROR_STORE))
    return clt_row_reader_run (db, clt_sql_new_ids (layout, query, CLT_SQL_GATHER, limit, error),
                               error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * clt_row_reader_list_ids:
 * @db: a connection
 * @layout: of the workspace
 * @query: what is asked
 * @limit: how many at most; 0 for all
 * @error: return location for an error
 *
 * Lists the ids of a query, in order. A search that has no sort of its own gives
 * those first that have the words in their title.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids
 */
GArray *
clt_row_reader_list_ids (CltDb      *db,
                         CltLayout  *layout,
                         CltQuery   *query,
                         guint       limit,
                         GError    **error)
{
  CltSqlPlan plan;

  if (clt_sql_is_ranked (layout, query))
    return clt_row_reader_list_found (db, layout, query, limit, error);

  if (!clt_row_reader_plan (db, layout, query, &plan, error))
    return NULL;

  if (plan == CLT_SQL_BY_GROUPS)
    return clt_row_reader_list_groups (db, layout, query, limit, error);

  return clt_row_reader_run_plan (db, layout, query, plan, limit, error);
}

/**
 * clt_row_reader_is_costly:
 * @layout: of the workspace
 * @query: what is asked
 *
 * Tells whether the first ids of the query cost as much as all of them: no index
 * gives the order.
 *
 * Returns: %TRUE if it is better to ask once
 */
gboolean
clt_row_reader_is_costly (CltLayout *layout,
                          CltQuery  *query)
{
  return !clt_sql_is_ranked (layout, query) &&
         clt_sql_choose_plan (layout, query, FALSE) == CLT_SQL_GATHER;
}

/**
 * clt_row_reader_load:
 * @db: a connection
 * @layout: of the workspace
 * @entity: of the records
 * @ids: (array length=n_ids): which ones
 * @n_ids: how many
 * @error: return location for an error
 *
 * Reads records with the titles of those that they refer to, in the order asked.
 * Those that were deleted are left out; of one that is not here yet, there is the
 * title.
 *
 * Returns: (transfer full) (nullable) (element-type CltRow): the rows
 */
GPtrArray *
clt_row_reader_load (CltDb         *db,
                     CltLayout     *layout,
                     const char    *entity,
                     const gint64  *ids,
                     gsize          n_ids,
                     GError       **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_row_free);
  CltEntityTable *table = clt_layout_find_table (layout, entity, error);

  if (table == NULL)
    return NULL;

  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (CltRow) row = clt_row_find (db, table, ids[i], &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      if (row != NULL && (row->hidden == CLT_HIDDEN_NO || row->hidden == CLT_HIDDEN_STUB))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }

  return clt_labels_fill (db, layout, rows, error) ? g_steal_pointer (&rows) : NULL;
}
