/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-filter-text"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-error.h"
#include "clt-filter.h"
#include "clt-time.h"

/* A relative time can be moved by at most so much either way: a hundred years. */
#define MAX_DAYS (100 * 366)

#define USER_ENTITY "user"
#define ME "me"

/* {{{ Relative values */

typedef struct
{
  const char   *word;
  CltFieldKind  kind;
  gint64        limit; /* of the number behind the word */
} RelativeRow;

static const RelativeRow relatives[] = {
  { "today", CLT_FIELD_DATE, MAX_DAYS },
  { "today", CLT_FIELD_DATE_TIME, MAX_DAYS },
  { "now", CLT_FIELD_DATE_TIME, G_GINT64_CONSTANT (86400) * MAX_DAYS },
};

/* "today", "today+7", "now-3600"; *offset is the number. */
static const RelativeRow *
clt_filter_find_relative (const char   *text,
                          CltFieldKind  kind,
                          gint64       *offset)
{
  *offset = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (relatives); i++)
    {
      const RelativeRow *row = &relatives[i];
      const char *rest = text + strlen (row->word);

      if (row->kind != kind || !g_str_has_prefix (text, row->word))
        continue;

      if (*rest == '\0')
        return row;

      if ((*rest == '+' || *rest == '-') && g_ascii_isdigit (rest[1]) &&
          g_ascii_string_to_signed (rest + (*rest == '+' ? 1 : 0), 10, -row->limit, row->limit,
                                    offset, NULL))
        return row;
    }

  return NULL;
}

static gboolean
clt_filter_is_relative (const CltField *field,
                        const CltValue *value)
{
  gint64 offset;

  if (clt_value_get_value_type (value) != CLT_VALUE_TEXT)
    return FALSE;

  if (g_strcmp0 (clt_field_get_target (field), USER_ENTITY) == 0)
    return g_str_equal (clt_value_get_text (value), ME);

  return clt_filter_find_relative (clt_value_get_text (value), clt_field_get_kind (field),
                                   &offset) != NULL;
}

/**
 * clt_filter_resolve_value:
 * @self: a comparison
 * @field: the field that it compares
 * @me: (nullable): reference to the workspace's own user, if it is known
 *
 * Finds out what the condition compares with at this moment: "today+7" becomes
 * that day, or the beginning of it for a moment, and "me" becomes @me, or the
 * empty value. Whatever is not relative stays as it is.
 *
 * Returns: (transfer full): the value
 */
CltValue *
clt_filter_resolve_value (const CltFilter *self,
                          const CltField  *field,
                          const CltValue  *me)
{
  const CltValue *value = clt_filter_get_value (self);
  const RelativeRow *row;
  gint64 offset;

  g_return_val_if_fail (field != NULL, clt_value_new_none ());

  if (!clt_filter_is_relative (field, value))
    return clt_value_ref (value);

  row = clt_filter_find_relative (clt_value_get_text (value), clt_field_get_kind (field), &offset);
  if (row == NULL)
    return me != NULL ? clt_value_ref (me) : clt_value_new_none ();

  if (row->kind == CLT_FIELD_DATE)
    return clt_value_new_day (clt_day_today () + offset);

  if (g_str_equal (row->word, "today"))
    return clt_value_new_moment (clt_time_from_local_day (clt_day_today () + offset));

  return clt_value_new_moment (clt_time_now () + offset * CLT_USEC_PER_SECOND);
}

/* }}} */
/* {{{ Words */

static const char *const patterns[CLT_N_COMPARISONS] = {
  /* Translators: what a filter does, such as “City is Paris”; keep {field} and {value} */
  [CLT_COMPARE_IS] = N_("{field} is {value}"),
  /* Translators: what a filter does; keep {field} and {value} */
  [CLT_COMPARE_IS_NOT] = N_("{field} is not {value}"),
  /* Translators: what a filter does; keep {field} and {value} */
  [CLT_COMPARE_CONTAINS] = N_("{field} contains {value}"),
  /* Translators: what a filter does; keep {field} and {value} */
  [CLT_COMPARE_LESS] = N_("{field} is less than {value}"),
  /* Translators: what a filter does; keep {field} and {value} */
  [CLT_COMPARE_AT_MOST] = N_("{field} is at most {value}"),
  /* Translators: what a filter does; keep {field} and {value} */
  [CLT_COMPARE_MORE] = N_("{field} is more than {value}"),
  /* Translators: what a filter does; keep {field} and {value} */
  [CLT_COMPARE_AT_LEAST] = N_("{field} is at least {value}"),
  /* Translators: what a filter does; keep {field} */
  [CLT_COMPARE_IS_EMPTY] = N_("{field} is empty"),
  /* Translators: what a filter does; keep {field} */
  [CLT_COMPARE_IS_NOT_EMPTY] = N_("{field} is not empty"),
};

/* Puts @first and @second in the places of two names in a translated pattern. */
static char *
clt_filter_fill_pattern (const char *pattern,
                         const char *first_name,
                         const char *first,
                         const char *second_name,
                         const char *second)
{
  GString *text = g_string_new (pattern);

  g_string_replace (text, first_name, first, 1);
  g_string_replace (text, second_name, second, 1);

  return g_string_free (text, FALSE);
}

static char *
clt_filter_dup_relative_words (const CltField *field,
                               const char     *text)
{
  gint64 offset;
  const RelativeRow *row = clt_filter_find_relative (text, clt_field_get_kind (field), &offset);
  g_autoptr (CltFilter) condition = NULL;
  g_autoptr (CltValue) relative = NULL;
  g_autoptr (CltValue) value = NULL;

  if (row == NULL)
    /* Translators: the person who uses the program, as in “Responsible is me” */
    return g_strdup (C_("in a filter", "me"));

  if (offset == 0)
    return g_strdup (g_str_equal (row->word, "now") ? C_("in a filter", "now")
                                                    : C_("in a filter", "today"));

  relative = clt_value_new_text (text);
  condition = clt_filter_new_compare (clt_field_get_name (field), CLT_COMPARE_IS, relative);
  value = clt_filter_resolve_value (condition, field, NULL);

  return clt_field_format (field, value);
}

static char *
clt_filter_dup_value_words (const CltField *field,
                            const CltValue *value)
{
  if (clt_filter_is_relative (field, value))
    return clt_filter_dup_relative_words (field, clt_value_get_text (value));

  if (clt_value_get_value_type (value) == CLT_VALUE_REFERENCE)
    return clt_field_to_plain (field, value);

  return clt_field_format (field, value);
}

static char *
clt_filter_dup_compare_words (const CltFilter *self,
                              const CltEntity *entity)
{
  const CltField *field = clt_entity_find_field (entity, clt_filter_get_field (self));
  const char *pattern = gettext (patterns[clt_filter_get_comparison (self)]);
  g_autofree char *value = NULL;

  /* The field is gone from the server. */
  if (field == NULL)
    return clt_filter_fill_pattern (pattern, "{field}", clt_filter_get_field (self), "{value}",
                                    clt_value_get_text (clt_filter_get_value (self)));

  value = clt_filter_dup_value_words (field, clt_filter_get_value (self));

  return clt_filter_fill_pattern (pattern, "{field}", clt_field_get_label (field), "{value}",
                                  value);
}

static char *
clt_filter_dup_group_words (const CltFilter *self,
                            const CltEntity *entity)
{
  const char *pattern;
  g_autofree char *words = NULL;

  if (clt_filter_get_filter_type (self) == CLT_FILTER_ANY)
    /* Translators: two conditions of which one holds; keep {one} and {other} */
    pattern = _("{one} or {other}");
  else
    /* Translators: two conditions that both hold; keep {one} and {other} */
    pattern = _("{one} and {other}");

  for (gsize i = 0; i < clt_filter_get_n_children (self); i++)
    {
      g_autofree char *former = g_steal_pointer (&words);
      g_autofree char *child = clt_filter_dup_words (clt_filter_get_child (self, i), entity);

      words = former == NULL
              ? g_steal_pointer (&child)
              : clt_filter_fill_pattern (pattern, "{one}", former, "{other}", child);
    }

  return words != NULL ? g_steal_pointer (&words) : g_strdup (_("Everything"));
}

/**
 * clt_filter_dup_words:
 * @self: a filter
 * @entity: the entity whose records it chooses from
 *
 * Returns: (transfer full): what the filter does, in the user's language: "City
 *   is Hangzhou". References to records are shown by their keys.
 */
char *
clt_filter_dup_words (const CltFilter *self,
                      const CltEntity *entity)
{
  g_autofree char *child = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (entity != NULL, NULL);

  switch (clt_filter_get_filter_type (self))
    {
    case CLT_FILTER_COMPARE:
      return clt_filter_dup_compare_words (self, entity);
    case CLT_FILTER_NOT:
      child = clt_filter_dup_words (clt_filter_get_child (self, 0), entity);
      /* Translators: a condition that must not hold; keep {condition} */
      return clt_filter_fill_pattern (_("not ({condition})"), "{condition}", child, "", "");
    case CLT_FILTER_ALL:
    case CLT_FILTER_ANY:
    default:
      return clt_filter_dup_group_words (self, entity);
    }
}

/* }}} */
/* {{{ Parsing */

/* Longer ones first, or "<=" would be "<". */
static const struct
{
  const char    *text;
  CltComparison  comparison;
  CltComparison  without_value; /* what it means with nothing behind it */
} operators[] = {
  { "!=", CLT_COMPARE_IS_NOT, CLT_COMPARE_IS_NOT_EMPTY },
  { "<=", CLT_COMPARE_AT_MOST, CLT_COMPARE_AT_MOST },
  { ">=", CLT_COMPARE_AT_LEAST, CLT_COMPARE_AT_LEAST },
  { "=", CLT_COMPARE_IS, CLT_COMPARE_IS_EMPTY },
  { "~", CLT_COMPARE_CONTAINS, CLT_COMPARE_CONTAINS },
  { "<", CLT_COMPARE_LESS, CLT_COMPARE_LESS },
  { ">", CLT_COMPARE_MORE, CLT_COMPARE_MORE },
};

static CltValue *
clt_filter_parse_value (const CltField  *field,
                        CltComparison    comparison,
                        const char      *text,
                        GError         **error)
{
  g_autoptr (CltValue) typed = clt_value_new_text (text);
  g_autoptr (CltValue) value = NULL;

  if (clt_filter_is_relative (field, typed) ||
      (comparison == CLT_COMPARE_CONTAINS &&
       clt_field_kind_is_textual (clt_field_get_kind (field))))
    return g_steal_pointer (&typed);

  value = clt_field_parse (field, text, error);

  /* A list has an item. */
  if (value != NULL && clt_value_get_n_items (value) > 0)
    return clt_value_ref (clt_value_get_item (value, 0));

  return g_steal_pointer (&value);
}

/* "=" on a list asks for an item: it cannot be anything else. */
static CltComparison
clt_filter_adapt_comparison (CltFieldKind  kind,
                             CltComparison comparison)
{
  return comparison == CLT_COMPARE_IS && !clt_field_kind_can_compare (kind, comparison)
         ? CLT_COMPARE_CONTAINS
         : comparison;
}

static CltFilter *
clt_filter_parse_behind (const CltField  *field,
                         gsize            operator_index,
                         const char      *text,
                         GError         **error)
{
  const CltComparison comparison =
    clt_filter_adapt_comparison (clt_field_get_kind (field),
                                 operators[operator_index].comparison);
  g_autoptr (CltValue) value = NULL;

  if (*text == '\0')
    return clt_filter_new_compare (clt_field_get_name (field),
                                   operators[operator_index].without_value, NULL);

  value = clt_filter_parse_value (field, comparison, text, error);

  return value != NULL
         ? clt_filter_new_compare (clt_field_get_name (field), comparison, value)
         : NULL;
}

/**
 * clt_filter_parse:
 * @text: a field, one of = != ~ (contains) < <= > >=, and a value: "city=Hangzhou",
 *   "amount>=1000", "owner!=me", "due<today+7"
 * @entity: the entity whose records it chooses from
 * @error: return location for an error
 *
 * Reads a condition as it is typed at the command line. With nothing behind it
 * "=" means "is empty" and "!=" means "is not empty".
 *
 * Returns: (transfer full): the condition; %NULL with %CLT_ERROR_INVALID
 */
CltFilter *
clt_filter_parse (const char       *text,
                  const CltEntity  *entity,
                  GError          **error)
{
  g_autoptr (CltFilter) filter = NULL;
  g_autofree char *name = NULL;
  const CltField *field;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (entity != NULL, NULL);

  length = strcspn (text, "!=~<>");
  name = g_strstrip (g_strndup (text, length));
  field = clt_entity_find_field (entity, name);
  if (field == NULL)
    {
      /* Translators: the first %s is what one record is called, the second the name of a field */
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, _("%s has no field “%s”."),
                   clt_entity_get_label (entity), name);
      return NULL;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (operators) && filter == NULL; i++)
    if (g_str_has_prefix (text + length, operators[i].text))
      {
        g_autofree char *rest = g_strstrip (g_strdup (text + length +
                                                      strlen (operators[i].text)));

        filter = clt_filter_parse_behind (field, i, rest, error);
        return filter != NULL && clt_filter_check (filter, entity, error)
               ? g_steal_pointer (&filter)
               : NULL;
      }

  /* Translators: %s is what was typed; “city=Paris” is an example */
  g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
               _("“%s” is no condition. Write one like city=Paris."), text);

  return NULL;
}

/* }}} */
/* {{{ Checking */

static gboolean
clt_filter_fits (const CltField  *field,
                 CltComparison    comparison,
                 const CltValue  *value)
{
  const CltFieldKind kind = clt_field_get_kind (field);
  const CltValueType type = clt_value_get_value_type (value);
  const gboolean is_empty = type == CLT_VALUE_NONE;

  if (comparison == CLT_COMPARE_IS_EMPTY || comparison == CLT_COMPARE_IS_NOT_EMPTY)
    return is_empty;

  if (clt_filter_is_relative (field, value))
    return TRUE;

  if (kind == CLT_FIELD_TAGS)
    return type == CLT_VALUE_TEXT;

  if (kind == CLT_FIELD_REFERENCES)
    return type == CLT_VALUE_REFERENCE;

  return type == clt_field_kind_get_value_type (kind);
}

static gboolean
clt_filter_check_compare (const CltFilter  *self,
                          const CltEntity  *entity,
                          GError          **error)
{
  const CltField *field = clt_entity_find_field (entity, clt_filter_get_field (self));
  const CltComparison comparison = clt_filter_get_comparison (self);

  if (field == NULL)
    {
      /* Translators: the first %s is what one record is called, the second the name of a field */
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, _("%s has no field “%s”."),
                   clt_entity_get_label (entity), clt_filter_get_field (self));
      return FALSE;
    }

  if (clt_field_kind_can_compare (clt_field_get_kind (field), comparison) &&
      clt_filter_fits (field, comparison, clt_filter_get_value (self)))
    return TRUE;

  /* Translators: %s is the label of a field */
  g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, _("“%s” cannot be compared in this way."),
               clt_field_get_label (field));

  return FALSE;
}

/**
 * clt_filter_check:
 * @self: a filter
 * @entity: the entity whose records it is to choose from
 * @error: return location for an error
 *
 * Tells whether the filter makes sense: its fields exist and may be compared as
 * they are.
 *
 * Returns: %TRUE if it does; else %FALSE with %CLT_ERROR_INVALID
 */
gboolean
clt_filter_check (const CltFilter  *self,
                  const CltEntity  *entity,
                  GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (entity != NULL, FALSE);

  if (clt_filter_get_filter_type (self) == CLT_FILTER_COMPARE)
    return clt_filter_check_compare (self, entity, error);

  for (gsize i = 0; i < clt_filter_get_n_children (self); i++)
    if (!clt_filter_check (clt_filter_get_child (self, i), entity, error))
      return FALSE;

  return TRUE;
}

/* }}} */
