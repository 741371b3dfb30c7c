/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sql-parts"

#include "config.h"

#include "clt-error.h"
#include "clt-search-text.h"
#include "clt-sql-parts.h"
#include "clt-text.h"

/* {{{ Conditions */

/**
 * clt_sql_names_archived:
 * @table: whose fields the filter names
 * @filter: (nullable): a filter
 *
 * Returns: %TRUE if the filter itself says which of the archived are meant
 */
gboolean
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

/* The index has nothing but what is shown: the records are read only where they must be. */
static void
clt_sql_add_match (CltSqlBuilder  *builder,
                   CltEntityTable *table,
                   const char     *search,
                   gboolean        is_title,
                   gboolean        with_records)
{
  const char *name = clt_entity_table_get_search_name (table);
  g_autofree char *match = clt_search_text_to_match (search);
  g_autofree char *in_title = g_strdup_printf ("{title} : (%s)", match);

  clt_sql_builder_add (builder, "SELECT %s.rowid FROM %s", name, name);
  if (with_records)
    clt_sql_builder_add (builder, " CROSS JOIN %s ON \"id\" = %s.rowid",
                         clt_entity_table_get_name (table), name);

  clt_sql_builder_add (builder, " WHERE %s MATCH ", name);
  clt_sql_builder_bind_text (builder, is_title ? in_title : match);
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

/**
 * clt_sql_add_conditions:
 * @builder: a builder
 * @table: of the query's entity
 * @query: what is asked
 * @is_scan: whether to keep SQLite from going along an index only because it begins
 *   with what lists show: then it would read a million records in a random order
 * @error: return location for an error
 *
 * Adds WHERE and all that the records must meet.
 *
 * Returns: %FALSE if the query does not fit the table
 */
gboolean
clt_sql_add_conditions (CltSqlBuilder   *builder,
                        CltEntityTable  *table,
                        CltQuery        *query,
                        gboolean         is_scan,
                        GError         **error)
{
  const CltFilter *filter = clt_query_get_filter (query);
  const gboolean is_archived = clt_sql_names_archived (table, filter);

  clt_sql_builder_add (builder, " WHERE %s%s", is_scan ? "+" : "",
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

/**
 * clt_sql_add_membership:
 * @builder: a builder
 * @table: of the query's entity
 * @query: what is asked
 * @error: return location for an error
 *
 * Adds WHERE and, instead of the conditions themselves, that a record is among
 * those that meet them: they are found once, by their own index, while the
 * statement goes along the index of the order.
 *
 * Returns: %FALSE if the query does not fit the table
 */
gboolean
clt_sql_add_membership (CltSqlBuilder   *builder,
                        CltEntityTable  *table,
                        CltQuery        *query,
                        GError         **error)
{
  const CltFilter *filter = clt_query_get_filter (query);

  clt_sql_builder_add (builder, " WHERE " CLT_ENTITY_TABLE_SHOWN);
  if (filter != NULL)
    {
      clt_sql_builder_add (builder, " AND +\"id\" IN (SELECT \"id\" FROM %s WHERE "
                           CLT_ENTITY_TABLE_SHOWN " AND ", clt_entity_table_get_name (table));
      if (!clt_sql_builder_add_filter (builder, table, filter, error))
        return FALSE;
      clt_sql_builder_add (builder, ")");
    }

  if (!clt_text_is_blank (clt_query_get_search (query)))
    {
      clt_sql_builder_add (builder, " AND +\"id\" IN (");
      clt_sql_add_hits (builder, table, clt_query_get_search (query), FALSE);
      clt_sql_builder_add (builder, ")");
    }

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
                      const CltColumn *column,
                      gboolean         is_gathered)
{
  const CltFieldKind kind = clt_field_get_kind (column->field);

  if (kind == CLT_FIELD_CHOICE)
    clt_sql_add_choice_order (builder, column);
  else if (kind == CLT_FIELD_REFERENCE)
    clt_sql_add_reference_order (builder, layout, table, column);
  else if (column->key != NULL)
    clt_sql_builder_add (builder, "%s%s", is_gathered ? "+" : "", column->key);
  else if (clt_field_kind_get_value_type (kind) == CLT_VALUE_TEXT)
    clt_sql_builder_add (builder, "clt_key (%s)", column->value);
  else
    clt_sql_builder_add (builder, "%s%s", is_gathered ? "+" : "", column->value);
}

/**
 * clt_sql_find_order:
 * @table: of the query's entity
 * @query: what is asked
 *
 * Returns: (transfer none) (nullable): by which column to sort: the title, if the
 *   query does not say; %NULL if there is none
 */
const CltColumn *
clt_sql_find_order (CltEntityTable *table,
                    CltQuery       *query)
{
  const char *field = clt_query_get_sort_field (query);

  return field != NULL ? clt_entity_table_find_column (table, field)
                       : clt_entity_table_find_role (table, CLT_ROLE_TITLE);
}

/**
 * clt_sql_add_order:
 * @builder: a builder
 * @layout: of the workspace
 * @table: of the query's entity
 * @query: what is asked
 * @is_gathered: whether to keep SQLite from going along the index of the order
 * @error: return location for an error
 *
 * Adds ORDER BY. What is empty comes last either way, equals of a text are in the
 * order of its index, and the id makes the order total.
 *
 * Returns: %FALSE if the query does not fit the table
 */
gboolean
clt_sql_add_order (CltSqlBuilder   *builder,
                   CltLayout       *layout,
                   CltEntityTable  *table,
                   CltQuery        *query,
                   gboolean         is_gathered,
                   GError         **error)
{
  const char *direction = clt_query_get_descending (query) ? " DESC" : "";
  const CltColumn *column = clt_sql_find_order (table, query);
  const CltColumn *next = column != NULL && column->key != NULL
                          ? clt_entity_table_find_group_order (table, column) : NULL;

  if (column == NULL && clt_query_get_sort_field (query) != NULL)
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, "There is no field “%s”",
                   clt_query_get_sort_field (query));
      return FALSE;
    }

  clt_sql_builder_add (builder, " ORDER BY ");
  if (column != NULL)
    {
      clt_sql_add_order_of (builder, layout, table, column, is_gathered);
      clt_sql_builder_add (builder, "%s, ", clt_query_get_descending (query) ? " DESC"
                                                                            : " ASC NULLS LAST");
    }
  if (next != NULL)
    clt_sql_builder_add (builder, "%s%s, ", next->key != NULL ? next->key : next->value, direction);
  clt_sql_builder_add (builder, "\"id\"%s", direction);

  return TRUE;
}

/* }}} */
/* {{{ Found by a search */

/**
 * clt_sql_add_hits:
 * @builder: a builder
 * @table: of the query's entity
 * @search: what was typed, with a word in it
 * @is_title: whether all words must be in the title
 *
 * Adds a statement that finds the ids of what the index has of @search, in their
 * order. It can be followed by more conditions on the records only if it is told
 * to read them: see clt_sql_add_found().
 */
void
clt_sql_add_hits (CltSqlBuilder  *builder,
                  CltEntityTable *table,
                  const char     *search,
                  gboolean        is_title)
{
  g_autoptr (GPtrArray) runs = clt_search_text_list_runs (search);

  clt_sql_add_match (builder, table, search, is_title, runs->len > 0);
  clt_sql_add_looks (builder, table, runs);
}

/**
 * clt_sql_add_found:
 * @builder: a builder
 * @table: of the query's entity
 * @query: one with a search
 * @is_title: whether all words must be in the title
 * @error: return location for an error
 *
 * Adds a statement that finds the ids of what the index has of the query's search
 * and its filter wants, in their order.
 *
 * Returns: %FALSE if the query does not fit the table
 */
gboolean
clt_sql_add_found (CltSqlBuilder   *builder,
                   CltEntityTable  *table,
                   CltQuery        *query,
                   gboolean         is_title,
                   GError         **error)
{
  const char *search = clt_query_get_search (query);
  const CltFilter *filter = clt_query_get_filter (query);
  g_autoptr (GPtrArray) runs = clt_search_text_list_runs (search);

  clt_sql_add_match (builder, table, search, is_title, filter != NULL || runs->len > 0);
  if (filter != NULL)
    {
      clt_sql_builder_add (builder, " AND ");
      if (!clt_sql_builder_add_filter (builder, table, filter, error))
        return FALSE;
    }
  clt_sql_add_looks (builder, table, runs);
  clt_sql_builder_add (builder, " ORDER BY %s.rowid", clt_entity_table_get_search_name (table));

  return TRUE;
}

/* }}} */
