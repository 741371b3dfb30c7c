/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sql"

#include "config.h"

#include "clt-error.h"
#include "clt-search-text.h"
#include "clt-sql-builder.h"
#include "clt-sql.h"
#include "clt-text.h"

struct _CltSql
{
  CltSqlBuilder builder; /* (owned) */
};

/* {{{ Conditions */

static gboolean
clt_sql_names_archived (CltEntityTable  *table,
                        const CltFilter *filter)
{
  const CltColumn *column;

  if (filter == NULL)
    return FALSE;

  if (clt_filter_get_filter_type (filter) == CLT_FILTER_COMPARE)
    {
      column = clt_entity_table_find_column (table, clt_filter_get_field (filter));

      return column != NULL && clt_field_get_role (column->field) == CLT_ROLE_ARCHIVED;
    }

  for (gsize i = 0; i < clt_filter_get_n_children (filter); i++)
    if (clt_sql_names_archived (table, clt_filter_get_child (filter, i)))
      return TRUE;

  return FALSE;
}

/* The text of all searched fields, for looking at it. */
static void
clt_sql_add_searched_text (CltSqlBuilder  *builder,
                           CltEntityTable *table)
{
  gboolean is_first = TRUE;

  clt_sql_builder_add (builder, "clt_fold (");
  for (guint i = 0; i < clt_entity_table_get_n_columns (table); i++)
    {
      const CltColumn *column = clt_entity_table_get_column (table, i);

      if (!clt_field_has_flags (column->field, CLT_FIELD_SEARCHED))
        continue;

      clt_sql_builder_add (builder, "%scoalesce (%s, '')", is_first ? "" : " || ' ' || ",
                           column->value);
      is_first = FALSE;
    }
  clt_sql_builder_add (builder, "%s)", is_first ? "''" : "");
}

static void
clt_sql_add_looks (CltSqlBuilder  *builder,
                   CltEntityTable *table,
                   GPtrArray      *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      clt_sql_builder_add (builder, " AND instr (");
      clt_sql_add_searched_text (builder, table);
      clt_sql_builder_add (builder, ", ");
      clt_sql_builder_bind_text (builder, parts->pdata[i]);
      clt_sql_builder_add (builder, ") > 0");
    }
}

/* The index has what lists show. Whoever searches among the archived is answered by looking. */
static void
clt_sql_add_search (CltSqlBuilder  *builder,
                    CltEntityTable *table,
                    const char     *search,
                    gboolean        is_archived)
{
  const char *name = clt_entity_table_get_search_name (table);
  g_autofree char *match = clt_search_text_to_match (search);
  g_autoptr (GPtrArray) runs = clt_search_text_list_runs (search);

  if (is_archived)
    {
      g_autofree char *folded = clt_text_fold (search);
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
      g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

      for (guint i = 0; parts[i] != NULL; i++)
        g_ptr_array_add (words, g_strdup (parts[i]));
      clt_sql_add_looks (builder, table, words);
      return;
    }

  if (match == NULL)
    {
      clt_sql_builder_add (builder, " AND FALSE");
      return;
    }

  clt_sql_builder_add (builder, " AND \"id\" IN (SELECT rowid FROM %s WHERE %s MATCH ", name, name);
  clt_sql_builder_bind_text (builder, match);
  clt_sql_builder_add (builder, ")");
  clt_sql_add_looks (builder, table, runs);
}

/* WHERE … */
static gboolean
clt_sql_add_conditions (CltSqlBuilder   *builder,
                        CltEntityTable  *table,
                        CltQuery        *query,
                        GError         **error)
{
  const CltFilter *filter = clt_query_get_filter (query);
  const gboolean is_archived = clt_sql_names_archived (table, filter);

  clt_sql_builder_add (builder, " WHERE %s",
                       is_archived ? "\"hidden\" = 0" : CLT_ENTITY_TABLE_SHOWN);

  if (filter != NULL)
    {
      clt_sql_builder_add (builder, " AND ");
      if (!clt_sql_builder_add_filter (builder, table, filter, error))
        return FALSE;
    }

  if (!clt_text_is_blank (clt_query_get_search (query)))
    clt_sql_add_search (builder, table, clt_query_get_search (query), is_archived);

  return TRUE;
}

/* }}} */
/* {{{ Order */

static void
clt_sql_add_choice_order (CltSqlBuilder   *builder,
                          const CltColumn *column)
{
  GPtrArray *choices = clt_field_get_choices (column->field);

  if (choices == NULL || choices->len == 0)
    {
      clt_sql_builder_add (builder, "%s", column->value);
      return;
    }

  clt_sql_builder_add (builder, "CASE %s", column->value);
  for (guint i = 0; i < choices->len; i++)
    {
      clt_sql_builder_add (builder, " WHEN ");
      clt_sql_builder_bind_text (builder, clt_choice_get_id (choices->pdata[i]));
      clt_sql_builder_add (builder, " THEN %u", i);
    }
  clt_sql_builder_add (builder, " END");
}

/* Referenced records are sorted by their titles. */
static void
clt_sql_add_reference_order (CltSqlBuilder   *builder,
                             CltLayout       *layout,
                             CltEntityTable  *table,
                             const CltColumn *column)
{
  CltEntityTable *target = clt_layout_find_table (layout, clt_field_get_target (column->field),
                                                  NULL);
  const CltColumn *title = target != NULL ? clt_entity_table_find_role (target, CLT_ROLE_TITLE)
                                          : NULL;

  if (title == NULL)
    {
      clt_sql_builder_add (builder, "%s", column->value);
      return;
    }

  clt_sql_builder_add (builder, "(SELECT other.%s FROM %s AS other WHERE other.\"id\" = %s%s%s)",
                       title->key != NULL ? title->key : title->value,
                       clt_entity_table_get_name (target),
                       column->is_custom ? "" : clt_entity_table_get_name (table),
                       column->is_custom ? "" : ".", column->value);
}

static void
clt_sql_add_order_of (CltSqlBuilder   *builder,
                      CltLayout       *layout,
                      CltEntityTable  *table,
                      const CltColumn *column)
{
  const CltFieldKind kind = clt_field_get_kind (column->field);

  if (kind == CLT_FIELD_CHOICE)
    clt_sql_add_choice_order (builder, column);
  else if (kind == CLT_FIELD_REFERENCE)
    clt_sql_add_reference_order (builder, layout, table, column);
  else if (column->key != NULL)
    clt_sql_builder_add (builder, "%s", column->key);
  else if (clt_field_kind_get_value_type (kind) == CLT_VALUE_TEXT)
    clt_sql_builder_add (builder, "clt_key (%s)", column->value);
  else
    clt_sql_builder_add (builder, "%s", column->value);
}

/* The id makes the order total. What is empty comes last either way. */
static gboolean
clt_sql_add_order (CltSqlBuilder   *builder,
                   CltLayout       *layout,
                   CltEntityTable  *table,
                   CltQuery        *query,
                   GError         **error)
{
  const char *field = clt_query_get_sort_field (query);
  const gboolean is_descending = clt_query_get_descending (query);
  const CltColumn *column = field != NULL ? clt_entity_table_find_column (table, field)
                                          : clt_entity_table_find_role (table, CLT_ROLE_TITLE);

  if (field != NULL && column == NULL)
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, "There is no field “%s”", field);
      return FALSE;
    }

  clt_sql_builder_add (builder, " ORDER BY ");
  if (column != NULL)
    {
      clt_sql_add_order_of (builder, layout, table, column);
      clt_sql_builder_add (builder, "%s, ", is_descending ? " DESC" : " ASC NULLS LAST");
    }
  clt_sql_builder_add (builder, "\"id\"%s", is_descending ? " DESC" : "");

  return TRUE;
}

/* }}} */
/* {{{ Found by a search */

/* One part of the answer: those found by their title, or all that were found, in the order of
 * their ids. */
static gboolean
clt_sql_add_ranked (CltSqlBuilder   *builder,
                    CltEntityTable  *table,
                    CltQuery        *query,
                    gboolean         is_title,
                    GError         **error)
{
  const char *name = clt_entity_table_get_search_name (table);
  const CltFilter *filter = clt_query_get_filter (query);
  g_autofree char *match = clt_search_text_to_match (clt_query_get_search (query));
  g_autofree char *in_title = g_strdup_printf ("{title} : (%s)", match);
  g_autoptr (GPtrArray) runs = clt_search_text_list_runs (clt_query_get_search (query));

  clt_sql_builder_add (builder, "SELECT %s.rowid FROM %s", name, name);

  /* The index has nothing but what is shown: the records are read only where they must be. */
  if (filter != NULL || runs->len > 0)
    clt_sql_builder_add (builder, " CROSS JOIN %s ON \"id\" = %s.rowid",
                         clt_entity_table_get_name (table), name);

  clt_sql_builder_add (builder, " WHERE %s MATCH ", name);
  clt_sql_builder_bind_text (builder, is_title ? in_title : match);
  if (filter != NULL)
    {
      clt_sql_builder_add (builder, " AND ");
      if (!clt_sql_builder_add_filter (builder, table, filter, error))
        return FALSE;
    }
  clt_sql_add_looks (builder, table, runs);
  clt_sql_builder_add (builder, " ORDER BY %s.rowid", name);

  return TRUE;
}

/* }}} */

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

/**
 * clt_sql_new_ids:
 * @layout: of the workspace
 * @query: what is asked
 * @limit: how many at most; 0 for all
 * @error: return location for an error
 *
 * Makes the statement that lists the ids of a query in its order; without a sort of
 * its own, by the title.
 *
 * Returns: (transfer full) (nullable): the statement
 */
CltSql *
clt_sql_new_ids (CltLayout  *layout,
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
  if (!clt_sql_add_conditions (&self->builder, table, query, error) ||
      !clt_sql_add_order (&self->builder, layout, table, query, error))
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

  if (table == NULL || !clt_sql_add_ranked (&self->builder, table, query, is_title, error))
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

  return clt_sql_add_conditions (&self->builder, table, query, error) ? g_steal_pointer (&self)
                                                                      : NULL;
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
  if (!clt_sql_add_conditions (&self->builder, table, query, error))
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
