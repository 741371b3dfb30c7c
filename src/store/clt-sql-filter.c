/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sql-filter"

#include "config.h"

#include <string.h>

#include "clt-day.h"
#include "clt-error.h"
#include "clt-sql-builder.h"
#include "clt-text.h"
#include "clt-time.h"

/* The workspace's own user: by the server's id, or by the local one where there is no server. */
#define ME "(SELECT \"id\" FROM \"record_user\" WHERE \"remote_id\" = " \
           "(SELECT value FROM meta WHERE key = 'user-id') " \
           "UNION ALL SELECT CAST (value AS INTEGER) FROM meta WHERE key = 'user-id' LIMIT 1)"

/* A deeper tree than anybody writes by hand, and shallow enough for any stack. */
#define MAX_DEPTH 32

/* By CltComparison; those without one are built otherwise. */
static const char * const operators[CLT_N_COMPARISONS] = {
  [CLT_COMPARE_IS] = "=",
  [CLT_COMPARE_IS_NOT] = "IS NOT",
  [CLT_COMPARE_LESS] = "<",
  [CLT_COMPARE_AT_MOST] = "<=",
  [CLT_COMPARE_MORE] = ">",
  [CLT_COMPARE_AT_LEAST] = ">=",
};

typedef struct
{
  CltSqlBuilder   *builder;
  CltEntityTable  *table;
  const CltColumn *column;
  CltComparison    comparison;
  const CltValue  *value;
} Comparison;

/* {{{ Relative time */

/* "today", "today+7", "now-3600": @offset is in days or seconds. */
static gboolean
clt_sql_parse_relative (const char *text,
                        const char *word,
                        gint64     *offset)
{
  const gsize length = strlen (word);

  *offset = 0;
  if (text == NULL || !g_str_has_prefix (text, word))
    return FALSE;

  return text[length] == '\0' ||
         ((text[length] == '+' || text[length] == '-') &&
          g_ascii_string_to_signed (text + length, 10, -G_MAXINT, G_MAXINT, offset, NULL));
}

static gboolean
clt_sql_find_day (const CltValue *value,
                  gint64         *day)
{
  gint64 offset;

  if (clt_value_get_value_type (value) == CLT_VALUE_DAY)
    {
      *day = clt_value_get_integer (value);
      return TRUE;
    }

  if (clt_value_get_value_type (value) != CLT_VALUE_TEXT ||
      !clt_sql_parse_relative (clt_value_get_text (value), "today", &offset))
    return FALSE;

  *day = clt_day_today () + offset;
  return TRUE;
}

static gboolean
clt_sql_find_moment (const CltValue *value,
                     gint64         *moment)
{
  gint64 offset;

  if (clt_value_get_value_type (value) == CLT_VALUE_MOMENT)
    {
      *moment = clt_value_get_integer (value);
      return TRUE;
    }

  if (clt_value_get_value_type (value) != CLT_VALUE_TEXT ||
      !clt_sql_parse_relative (clt_value_get_text (value), "now", &offset))
    return FALSE;

  *moment = clt_time_now () + offset * CLT_USEC_PER_SECOND;
  return TRUE;
}

/* }}} */
/* {{{ Comparisons, by type of value */

static void
clt_sql_add_operator (const Comparison *self)
{
  clt_sql_builder_add (self->builder, "%s %s ", self->column->value, operators[self->comparison]);
}

static void
clt_sql_add_number (const Comparison *self,
                    gint64            number)
{
  clt_sql_add_operator (self);
  clt_sql_builder_bind_int (self->builder, number);
}

/* A moment against a whole day: it lies in it, before it or after it. */
static void
clt_sql_add_day_span (const Comparison *self,
                      gint64            day)
{
  const gint64 start = clt_time_from_local_day (day);
  const gint64 end = clt_time_from_local_day (day + 1);
  const char *column = self->column->value;
  const gboolean is_not = self->comparison == CLT_COMPARE_IS_NOT;

  if (self->comparison == CLT_COMPARE_IS || is_not)
    {
      clt_sql_builder_add (self->builder, is_not ? "(%s IS NULL OR NOT (%s >= " : "(%s >= ",
                           column, column);
      clt_sql_builder_bind_int (self->builder, start);
      clt_sql_builder_add (self->builder, " AND %s < ", column);
      clt_sql_builder_bind_int (self->builder, end);
      clt_sql_builder_add (self->builder, is_not ? "))" : ")");
      return;
    }

  if (self->comparison == CLT_COMPARE_LESS || self->comparison == CLT_COMPARE_AT_MOST)
    clt_sql_builder_add (self->builder, "%s < ", column);
  else
    clt_sql_builder_add (self->builder, "%s >= ", column);

  clt_sql_builder_bind_int (self->builder,
                            self->comparison == CLT_COMPARE_LESS ||
                            self->comparison == CLT_COMPARE_AT_LEAST ? start : end);
}

static gboolean
clt_sql_add_time (const Comparison *self,
                  CltValueType      type)
{
  gint64 day, moment;

  if (clt_sql_find_day (self->value, &day))
    {
      if (type == CLT_VALUE_DAY)
        clt_sql_add_number (self, day);
      else
        clt_sql_add_day_span (self, day);
      return TRUE;
    }

  if (!clt_sql_find_moment (self->value, &moment))
    return FALSE;

  clt_sql_add_number (self, type == CLT_VALUE_DAY ? clt_time_to_local_day (moment) : moment);
  return TRUE;
}

/* People mean the same by "Köln" and "koln"; the ids of choices are compared as they are. */
static gboolean
clt_sql_add_text (const Comparison *self)
{
  const char *text = clt_value_get_text (self->value);
  const char *operator = operators[self->comparison];

  if (text == NULL)
    return FALSE;

  if (clt_field_get_kind (self->column->field) == CLT_FIELD_CHOICE)
    {
      clt_sql_add_operator (self);
      clt_sql_builder_bind_text (self->builder, text);
    }
  else if (self->column->key != NULL)
    {
      g_autofree char *key = clt_text_collation_key (text);

      clt_sql_builder_add (self->builder, "%s %s ", self->column->key, operator);
      clt_sql_builder_bind_bytes (self->builder, key);
    }
  else
    {
      g_autofree char *folded = clt_text_fold (text);

      clt_sql_builder_add (self->builder, "clt_fold (%s) %s ", self->column->value, operator);
      clt_sql_builder_bind_text (self->builder, folded);
    }

  return TRUE;
}

static gboolean
clt_sql_add_boolean (const Comparison *self)
{
  const gboolean truth = clt_value_get_boolean (self->value) ==
                         (self->comparison == CLT_COMPARE_IS);

  /* Nobody ticked it: that is no. */
  clt_sql_builder_add (self->builder, "%s %s 1", self->column->value, truth ? "IS" : "IS NOT");

  return self->comparison == CLT_COMPARE_IS || self->comparison == CLT_COMPARE_IS_NOT;
}

static gboolean
clt_sql_add_reference (const Comparison *self)
{
  clt_sql_add_operator (self);

  if (clt_value_get_value_type (self->value) == CLT_VALUE_TEXT)
    {
      clt_sql_builder_add (self->builder, ME);
      return g_strcmp0 (clt_value_get_text (self->value), "me") == 0;
    }

  clt_sql_builder_bind_int (self->builder, clt_value_get_id (self->value));
  return clt_value_get_value_type (self->value) == CLT_VALUE_REFERENCE;
}

static gboolean
clt_sql_add_link (const Comparison *self)
{
  const gboolean is_not = self->comparison == CLT_COMPARE_IS_NOT;

  if (clt_value_get_value_type (self->value) != CLT_VALUE_REFERENCE)
    return FALSE;

  clt_sql_builder_add (self->builder, is_not ? "(%s IS NOT " : "(%s = ", self->column->value);
  clt_sql_builder_bind_int (self->builder, clt_value_get_id (self->value));
  clt_sql_builder_add (self->builder, is_not ? " OR %s IS NOT " : " AND %s = ",
                       self->column->companion);
  clt_sql_builder_bind_text (self->builder, clt_value_get_entity (self->value));
  clt_sql_builder_add (self->builder, ")");

  return TRUE;
}

static gboolean
clt_sql_add_item (const Comparison *self)
{
  const CltValue *item = self->value;

  if (clt_value_get_value_type (item) == CLT_VALUE_LIST)
    item = clt_value_get_n_items (item) == 1 ? clt_value_get_item (item, 0) : NULL;

  if (item == NULL)
    return FALSE;

  /* json_each() has columns of its own names: ours are told apart by their table. */
  clt_sql_builder_add (self->builder, "%s (SELECT 1 FROM json_each (%s%s%s) WHERE value = ",
                       self->comparison == CLT_COMPARE_IS_NOT ? "NOT EXISTS" : "EXISTS",
                       self->column->is_custom ? "" : clt_entity_table_get_name (self->table),
                       self->column->is_custom ? "" : ".", self->column->value);

  if (clt_value_get_value_type (item) == CLT_VALUE_REFERENCE)
    clt_sql_builder_bind_int (self->builder, clt_value_get_id (item));
  else
    clt_sql_builder_bind_text (self->builder, clt_value_get_text (item));

  clt_sql_builder_add (self->builder, ")");
  return TRUE;
}

static gboolean
clt_sql_add_contains (const Comparison *self)
{
  g_autofree char *folded = clt_text_fold (clt_value_get_text (self->value));

  clt_sql_builder_add (self->builder, "instr (clt_fold (%s), ", self->column->value);
  clt_sql_builder_bind_text (self->builder, folded);
  clt_sql_builder_add (self->builder, ") > 0");

  return clt_value_get_text (self->value) != NULL;
}

static gboolean
clt_sql_add_number_or_real (const Comparison *self)
{
  clt_sql_add_operator (self);
  if (clt_value_get_value_type (self->value) == CLT_VALUE_REAL)
    clt_sql_builder_bind_real (self->builder, clt_value_get_real (self->value));
  else
    clt_sql_builder_bind_int (self->builder, clt_value_get_integer (self->value));

  return TRUE;
}

/* }}} */

static gboolean
clt_sql_add_typed (const Comparison *self)
{
  const CltFieldKind kind = clt_field_get_kind (self->column->field);
  const CltValueType type = clt_field_kind_get_value_type (kind);

  if (type == CLT_VALUE_LIST)
    return clt_sql_add_item (self);
  if (self->comparison == CLT_COMPARE_CONTAINS)
    return clt_sql_add_contains (self);
  if (kind == CLT_FIELD_LINK)
    return clt_sql_add_link (self);

  switch ((guint) type)
    {
    case CLT_VALUE_TEXT:
      return clt_sql_add_text (self);
    case CLT_VALUE_BOOLEAN:
      return clt_sql_add_boolean (self);
    case CLT_VALUE_REFERENCE:
      return clt_sql_add_reference (self);
    case CLT_VALUE_DAY:
    case CLT_VALUE_MOMENT:
      return clt_sql_add_time (self, type);
    default:
      return clt_sql_add_number_or_real (self);
    }
}

static gboolean
clt_sql_add_comparison (CltSqlBuilder    *builder,
                        CltEntityTable   *table,
                        const CltFilter  *filter,
                        GError          **error)
{
  const char *field = clt_filter_get_field (filter);
  Comparison self = { builder, table, clt_entity_table_find_column (table, field),
                      clt_filter_get_comparison (filter), clt_filter_get_value (filter) };
  gboolean is_empty;

  if (self.column == NULL)
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, "There is no field “%s”", field);
      return FALSE;
    }

  is_empty = self.value == NULL || clt_value_is_none (self.value);
  if (self.comparison == CLT_COMPARE_IS_EMPTY || (self.comparison == CLT_COMPARE_IS && is_empty))
    clt_sql_builder_add (builder, "%s IS NULL", self.column->value);
  else if (self.comparison == CLT_COMPARE_IS_NOT_EMPTY ||
           (self.comparison == CLT_COMPARE_IS_NOT && is_empty))
    clt_sql_builder_add (builder, "%s IS NOT NULL", self.column->value);
  else if (is_empty || !clt_sql_add_typed (&self))
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
                   "The field “%s” cannot be compared with this", field);
      return FALSE;
    }

  return TRUE;
}

static gboolean
clt_sql_add_node (CltSqlBuilder    *self,
                  CltEntityTable   *table,
                  const CltFilter  *filter,
                  guint             depth,
                  GError          **error)
{
  const CltFilterType type = clt_filter_get_filter_type (filter);
  const gsize n_children = clt_filter_get_n_children (filter);

  if (depth > MAX_DEPTH)
    {
      g_set_error_literal (error, CLT_ERROR, CLT_ERROR_INVALID, "The filter is nested too deeply");
      return FALSE;
    }

  if (type == CLT_FILTER_COMPARE)
    return clt_sql_add_comparison (self, table, filter, error);

  /* Nothing to hold is true of ALL, and nothing that could hold is false of ANY. */
  if (n_children == 0)
    {
      clt_sql_builder_add (self, type == CLT_FILTER_ALL ? "TRUE" : "FALSE");
      return TRUE;
    }

  /* NOT is of what is unknown, too: who has no city is not in Hangzhou. */
  clt_sql_builder_add (self, "(");
  for (gsize i = 0; i < n_children; i++)
    {
      if (i > 0)
        clt_sql_builder_add (self, type == CLT_FILTER_ANY ? " OR " : " AND ");
      if (!clt_sql_add_node (self, table, clt_filter_get_child (filter, i), depth + 1, error))
        return FALSE;
    }
  clt_sql_builder_add (self, type == CLT_FILTER_NOT ? ") IS NOT TRUE" : ")");

  return TRUE;
}

/**
 * clt_sql_builder_add_filter:
 * @self: a builder
 * @table: whose fields the filter names
 * @filter: the filter
 * @error: return location for an error
 *
 * Adds the filter as one SQL condition. Relative times are of this moment.
 *
 * Returns: %FALSE if the filter does not fit the table
 */
gboolean
clt_sql_builder_add_filter (CltSqlBuilder    *self,
                            CltEntityTable   *table,
                            const CltFilter  *filter,
                            GError          **error)
{
  return clt_sql_add_node (self, table, filter, 0, error);
}
