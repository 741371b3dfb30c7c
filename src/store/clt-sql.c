/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sql"

#include "config.h"

#include "clt-error.h"
#include "clt-search-text.h"
#include "clt-sql-parts.h"
#include "clt-sql.h"
#include "clt-text.h"

struct _CltSql
{
  CltSqlBuilder builder; /* (owned) */
};

static CltSql *
clt_sql_new (void)
{
  CltSql *self = g_new0 (CltSql, 1);

  clt_sql_builder_init (&self->builder);

  return self;
}

static void
clt_sql_add_limit (CltSqlBuilder *builder,
                   guint          limit)
{
  if (limit == 0)
    return;

  clt_sql_builder_add (builder, " LIMIT ");
  clt_sql_builder_bind_int (builder, limit);
}

/* {{{ Plans */

static gboolean
clt_sql_is_indexed (const CltColumn *column)
{
  return column != NULL && column->index != NULL;
}

/* Comparisons that are one range of an index. What is not so is nearly everything. */
static gboolean
clt_sql_is_range (CltComparison comparison)
{
  return comparison != CLT_COMPARE_IS_NOT && comparison != CLT_COMPARE_IS_NOT_EMPTY &&
         comparison != CLT_COMPARE_CONTAINS;
}

/* Whether indices lead to what the filter asks. @only: (nullable): the one that may */
static gboolean
clt_sql_is_filter_indexed (CltEntityTable  *table,
                           const CltFilter *filter,
                           const CltColumn *only)
{
  const CltColumn *column;

  if (filter == NULL)
    return TRUE;

  if (clt_filter_get_filter_type (filter) == CLT_FILTER_COMPARE)
    {
      column = clt_entity_table_find_column (table, clt_filter_get_field (filter));

      return clt_sql_is_indexed (column) && (only == NULL || column == only) &&
             clt_sql_is_range (clt_filter_get_comparison (filter));
    }

  if (clt_filter_get_filter_type (filter) == CLT_FILTER_NOT ||
      (only != NULL && clt_filter_get_filter_type (filter) == CLT_FILTER_ANY))
    return FALSE;

  for (gsize i = 0; i < clt_filter_get_n_children (filter); i++)
    if (!clt_sql_is_filter_indexed (table, clt_filter_get_child (filter, i), only))
      return FALSE;

  return TRUE;
}

/* Returns: (nullable): the field of whose index one group, in the order in which the index goes on,
 * is the answer */
static const CltColumn *
clt_sql_find_group (CltEntityTable  *table,
                    const CltFilter *filter,
                    const CltColumn *order)
{
  const CltColumn *group;

  if (filter == NULL || order == NULL)
    return NULL;

  while (clt_filter_get_filter_type (filter) == CLT_FILTER_ALL &&
         clt_filter_get_n_children (filter) == 1)
    filter = clt_filter_get_child (filter, 0);

  if (clt_filter_get_filter_type (filter) != CLT_FILTER_COMPARE ||
      clt_filter_get_comparison (filter) != CLT_COMPARE_IS)
    return NULL;

  group = clt_entity_table_find_column (table, clt_filter_get_field (filter));
  if (!clt_sql_is_indexed (group) || clt_entity_table_find_group_order (table, group) != order)
    return NULL;

  return group;
}

/* Whether going along the index of the column is the order. */
static gboolean
clt_sql_can_walk (const CltColumn *order)
{
  const CltFieldKind kind = order != NULL ? clt_field_get_kind (order->field) : CLT_FIELD_TEXT;

  return clt_sql_is_indexed (order) && kind != CLT_FIELD_CHOICE && kind != CLT_FIELD_REFERENCE &&
         kind != CLT_FIELD_LINK;
}

static gboolean
clt_sql_has_groups (const CltColumn *order)
{
  GPtrArray *choices = order != NULL ? clt_field_get_choices (order->field) : NULL;

  return clt_sql_is_indexed (order) && clt_field_get_kind (order->field) == CLT_FIELD_CHOICE &&
         choices != NULL && choices->len > 0;
}

/* Whether the filter's own index leads to the records. A search leads to them by their ids, and
 * anything else by reading them all. */
static gboolean
clt_sql_is_driven (CltEntityTable *table,
                   CltQuery       *query)
{
  const CltFilter *filter = clt_query_get_filter (query);

  return filter != NULL && clt_text_is_blank (clt_query_get_search (query)) &&
         clt_sql_is_filter_indexed (table, filter, NULL);
}

/* By name: all indices begin alike, and which one SQLite would take hangs on the order in which
 * they were made. */
static void
clt_sql_add_index (CltSqlBuilder  *builder,
                   CltEntityTable *table,
                   CltQuery       *query)
{
  const CltColumn *order = clt_sql_find_order (table, query);
  const CltColumn *group = clt_sql_find_group (table, clt_query_get_filter (query), order);
  const CltColumn *column = group != NULL ? group : order;

  if (clt_sql_is_indexed (column))
    clt_sql_builder_add (builder, " INDEXED BY %s", column->index);
}

/* }}} */

/**
 * clt_sql_choose_plan:
 * @layout: of the workspace
 * @query: what is asked
 * @is_many: whether more than a few thousand records meet the conditions
 *
 * Decides how to go through the records. SQLite could only guess: it knows neither
 * how many records a condition leaves, nor that reading one of a million in a
 * random order costs ten times as much as reading an index.
 *
 * Returns: the plan; %CLT_SQL_COUNT_FIRST if it depends on @is_many, which was %FALSE
 */
CltSqlPlan
clt_sql_choose_plan (CltLayout *layout,
                     CltQuery  *query,
                     gboolean   is_many)
{
  CltEntityTable *table = clt_layout_find_table (layout, clt_query_get_entity (query), NULL);
  const CltColumn *order = table != NULL ? clt_sql_find_order (table, query) : NULL;
  const CltFilter *filter = clt_query_get_filter (query);
  const gboolean is_searched = !clt_text_is_blank (clt_query_get_search (query));

  if (table == NULL || !clt_sql_is_filter_indexed (table, filter, NULL))
    return CLT_SQL_GATHER;

  if (!is_searched && clt_sql_find_group (table, filter, order) != NULL)
    return CLT_SQL_STRAIGHT;

  /* A range of what is sorted by. */
  if (!is_searched && clt_sql_can_walk (order) && clt_sql_is_filter_indexed (table, filter, order))
    return CLT_SQL_STRAIGHT;

  if ((filter != NULL || is_searched) && !is_many)
    return CLT_SQL_COUNT_FIRST;

  if (clt_sql_has_groups (order))
    return CLT_SQL_BY_GROUPS;
  if (!clt_sql_can_walk (order))
    return CLT_SQL_GATHER;

  return filter != NULL || is_searched ? CLT_SQL_WALK : CLT_SQL_STRAIGHT;
}

/**
 * clt_sql_new_ids:
 * @layout: of the workspace
 * @query: what is asked
 * @plan: how to go through the records
 * @limit: how many at most; 0 for all
 * @error: return location for an error
 *
 * Makes the statement that lists the ids of a query in its order; without a sort of
 * its own, by the title.
 *
 * Returns: (transfer full) (nullable): the statement
 */
CltSql *
clt_sql_new_ids (CltLayout   *layout,
                 CltQuery    *query,
                 CltSqlPlan   plan,
                 guint        limit,
                 GError     **error)
{
  CltEntityTable *table = clt_layout_find_table (layout, clt_query_get_entity (query), error);
  const gboolean is_gathered = plan == CLT_SQL_GATHER;
  g_autoptr (CltSql) self = clt_sql_new ();
  gboolean is_made;

  if (table == NULL)
    return NULL;

  clt_sql_builder_add (&self->builder, "SELECT \"id\" FROM %s",
                       clt_entity_table_get_name (table));
  if (!is_gathered)
    clt_sql_add_index (&self->builder, table, query);
  is_made = plan == CLT_SQL_WALK
            ? clt_sql_add_membership (&self->builder, table, query, error)
            : clt_sql_add_conditions (&self->builder, table, query, is_gathered &&
                                      !clt_sql_is_driven (table, query), error);
  if (!is_made ||
      !clt_sql_add_order (&self->builder, layout, table, query, is_gathered, error))
    return NULL;

  clt_sql_add_limit (&self->builder, limit);

  return g_steal_pointer (&self);
}

/**
 * clt_sql_new_sample:
 * @layout: of the workspace
 * @query: what is asked
 * @limit: how many at most
 * @error: return location for an error
 *
 * Makes the statement that lists ids of a query in no order, to see how many there
 * are.
 *
 * Returns: (transfer full) (nullable): the statement
 */
CltSql *
clt_sql_new_sample (CltLayout  *layout,
                    CltQuery   *query,
                    guint       limit,
                    GError    **error)
{
  CltEntityTable *table = clt_layout_find_table (layout, clt_query_get_entity (query), error);
  g_autoptr (CltSql) self = clt_sql_new ();

  if (table == NULL)
    return NULL;

  clt_sql_builder_add (&self->builder, "SELECT \"id\" FROM %s",
                       clt_entity_table_get_name (table));
  if (!clt_sql_add_conditions (&self->builder, table, query, !clt_sql_is_driven (table, query),
                               error))
    return NULL;

  clt_sql_add_limit (&self->builder, limit);

  return g_steal_pointer (&self);
}

/**
 * clt_sql_is_ranked:
 * @layout: of the workspace
 * @query: what is asked
 *
 * Tells whether the search gives the order: the query has no sort of its own, and
 * the index has what is asked for.
 *
 * Returns: %TRUE if the ids come from clt_sql_new_found()
 */
gboolean
clt_sql_is_ranked (CltLayout *layout,
                   CltQuery  *query)
{
  CltEntityTable *table = clt_layout_find_table (layout, clt_query_get_entity (query), NULL);
  g_autofree char *match = clt_search_text_to_match (clt_query_get_search (query));

  return table != NULL && match != NULL && clt_query_get_sort_field (query) == NULL &&
         !clt_sql_names_archived (table, clt_query_get_filter (query));
}

/**
 * clt_sql_new_found:
 * @layout: of the workspace
 * @query: one that clt_sql_is_ranked()
 * @is_title: whether all words must be in the title
 * @limit: how many at most; 0 for all
 * @error: return location for an error
 *
 * Makes the statement that lists the ids of what a search finds, the lowest first.
 *
 * Returns: (transfer full) (nullable): the statement
 */
CltSql *
clt_sql_new_found (CltLayout  *layout,
                   CltQuery   *query,
                   gboolean    is_title,
                   guint       limit,
                   GError    **error)
{
  CltEntityTable *table = clt_layout_find_table (layout, clt_query_get_entity (query), error);
  g_autoptr (CltSql) self = clt_sql_new ();

  if (table == NULL || !clt_sql_add_found (&self->builder, table, query, is_title, error))
    return NULL;

  clt_sql_add_limit (&self->builder, limit);

  return g_steal_pointer (&self);
}

/**
 * clt_sql_new_count:
 * @layout: of the workspace
 * @query: what is asked
 * @error: return location for an error
 *
 * Makes the statement that counts the records of a query.
 *
 * Returns: (transfer full) (nullable): the statement
 */
CltSql *
clt_sql_new_count (CltLayout  *layout,
                   CltQuery   *query,
                   GError    **error)
{
  CltEntityTable *table = clt_layout_find_table (layout, clt_query_get_entity (query), error);
  g_autoptr (CltSql) self = clt_sql_new ();

  if (table == NULL)
    return NULL;

  clt_sql_builder_add (&self->builder, "SELECT count (*) FROM %s",
                       clt_entity_table_get_name (table));

  if (!clt_sql_add_conditions (&self->builder, table, query, FALSE, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * clt_sql_new_tally:
 * @layout: of the workspace
 * @query: what is asked
 * @group_field: (nullable): by whose values to group
 * @measure: (nullable): whose values to sum
 * @error: return location for an error
 *
 * Makes the statement that counts and sums: rows of the group's value and its
 * companion, the currency, the count and the sum. What a kind does not have is NULL.
 *
 * Returns: (transfer full) (nullable): the statement
 */
CltSql *
clt_sql_new_tally (CltLayout   *layout,
                   CltQuery    *query,
                   const char  *group_field,
                   const char  *measure,
                   GError     **error)
{
  CltEntityTable *table = clt_layout_find_table (layout, clt_query_get_entity (query), error);
  g_autoptr (CltSql) self = clt_sql_new ();
  const CltColumn *group, *sum;

  if (table == NULL)
    return NULL;

  group = group_field != NULL ? clt_entity_table_find_column (table, group_field) : NULL;
  sum = measure != NULL ? clt_entity_table_find_column (table, measure) : NULL;
  if ((group_field != NULL && group == NULL) || (measure != NULL && sum == NULL))
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, "There is no field “%s”",
                   group_field != NULL && group == NULL ? group_field : measure);
      return NULL;
    }

  clt_sql_builder_add (&self->builder, "SELECT %s, %s, %s, count (*), %s%s%s FROM %s",
                       group != NULL ? group->value : "NULL",
                       group != NULL && group->companion != NULL ? group->companion : "NULL",
                       sum != NULL && sum->companion != NULL ? sum->companion : "NULL",
                       sum != NULL ? "sum (" : "NULL", sum != NULL ? sum->value : "",
                       sum != NULL ? ")" : "", clt_entity_table_get_name (table));
  if (!clt_sql_add_conditions (&self->builder, table, query, FALSE, error))
    return NULL;

  clt_sql_builder_add (&self->builder, " GROUP BY 1, 2, 3");

  return g_steal_pointer (&self);
}

/**
 * clt_sql_free:
 * @self: (transfer full): a statement
 *
 * Frees it.
 */
void
clt_sql_free (CltSql *self)
{
  clt_sql_builder_clear (&self->builder);
  g_free (self);
}

/**
 * clt_sql_get_text:
 * @self: a statement
 *
 * Returns: (transfer none): its text
 */
const char *
clt_sql_get_text (CltSql *self)
{
  return self->builder.text->str;
}

/**
 * clt_sql_dup_values:
 * @self: a statement
 *
 * Writes down what is bound, for tests and logs of developers.
 *
 * Returns: (transfer full): the values, joined by " | "
 */
char *
clt_sql_dup_values (CltSql *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->builder.values->len; i++)
    {
      const CltSqlValue *value = &g_array_index (self->builder.values, CltSqlValue, i);

      g_string_append (text, i > 0 ? " | " : "");
      if (value->type == CLT_SQL_INTEGER)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, value->integer);
      else if (value->type == CLT_SQL_REAL)
        g_string_append_printf (text, "%g", value->real);
      else
        g_string_append (text, value->text);
    }

  return g_strdup (text->str);
}

/**
 * clt_sql_prepare:
 * @self: a statement
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the statement, bound
 */
CltStatement *
clt_sql_prepare (CltSql  *self,
                 CltDb   *db,
                 GError **error)
{
  g_autoptr (CltStatement) statement = clt_db_prepare (db, self->builder.text->str, error);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < self->builder.values->len; i++)
    {
      const CltSqlValue *value = &g_array_index (self->builder.values, CltSqlValue, i);
      const int position = (int) i + 1;

      switch (value->type)
        {
        case CLT_SQL_INTEGER:
          clt_statement_put_int (statement, position, value->integer);
          break;
        case CLT_SQL_REAL:
          clt_statement_put_real (statement, position, value->real);
          break;
        case CLT_SQL_TEXT:
          clt_statement_put_text (statement, position, value->text);
          break;
        case CLT_SQL_BYTES:
          clt_statement_put_bytes (statement, position, value->text);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return g_steal_pointer (&statement);
}
