/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-kind"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-field-kind.h"

#define BIT(comparison) (1u << (comparison))
#define EMPTINESS (BIT (CLT_COMPARE_IS_EMPTY) | BIT (CLT_COMPARE_IS_NOT_EMPTY))
#define SAMENESS (BIT (CLT_COMPARE_IS) | BIT (CLT_COMPARE_IS_NOT) | EMPTINESS)
#define PARTS (BIT (CLT_COMPARE_CONTAINS) | EMPTINESS)
#define ORDER (BIT (CLT_COMPARE_LESS) | BIT (CLT_COMPARE_AT_MOST) | BIT (CLT_COMPARE_MORE) | \
               BIT (CLT_COMPARE_AT_LEAST))

typedef enum
{
  NUMBER = 1 << 0,
  TEXTUAL = 1 << 1,
  SORTS = 1 << 2,
} KindTraits;

/* How a kind is read, shown and checked stands beside, in clt-field-text.c. */
static const struct
{
  const char   *nick;
  CltValueType  value_type;
  KindTraits    traits;
  guint         comparisons;
} kinds[CLT_N_FIELD_KINDS] = {
  [CLT_FIELD_TEXT] = { "text", CLT_VALUE_TEXT, TEXTUAL | SORTS, SAMENESS | PARTS },
  [CLT_FIELD_LONG_TEXT] = { "long-text", CLT_VALUE_TEXT, TEXTUAL, PARTS },
  [CLT_FIELD_EMAIL] = { "email", CLT_VALUE_TEXT, TEXTUAL | SORTS, SAMENESS | PARTS },
  [CLT_FIELD_PHONE] = { "phone", CLT_VALUE_TEXT, TEXTUAL | SORTS, SAMENESS | PARTS },
  [CLT_FIELD_URL] = { "url", CLT_VALUE_TEXT, TEXTUAL | SORTS, SAMENESS | PARTS },
  [CLT_FIELD_INTEGER] = { "integer", CLT_VALUE_INTEGER, NUMBER | SORTS, SAMENESS | ORDER },
  [CLT_FIELD_REAL] = { "real", CLT_VALUE_REAL, NUMBER | SORTS, SAMENESS | ORDER },
  [CLT_FIELD_PERCENT] = { "percent", CLT_VALUE_REAL, NUMBER | SORTS, SAMENESS | ORDER },
  [CLT_FIELD_BOOLEAN] = { "boolean", CLT_VALUE_BOOLEAN, SORTS, SAMENESS },
  [CLT_FIELD_DATE] = { "date", CLT_VALUE_DAY, SORTS, SAMENESS | ORDER },
  [CLT_FIELD_DATE_TIME] = { "date-time", CLT_VALUE_MOMENT, SORTS, SAMENESS | ORDER },
  [CLT_FIELD_DURATION] = { "duration", CLT_VALUE_INTEGER, NUMBER | SORTS, SAMENESS | ORDER },
  [CLT_FIELD_MONEY] = { "money", CLT_VALUE_MONEY, NUMBER | SORTS, SAMENESS | ORDER },
  [CLT_FIELD_CHOICE] = { "choice", CLT_VALUE_TEXT, SORTS, SAMENESS },
  [CLT_FIELD_TAGS] = { "tags", CLT_VALUE_LIST, 0, PARTS },
  [CLT_FIELD_REFERENCE] = { "reference", CLT_VALUE_REFERENCE, SORTS, SAMENESS },
  [CLT_FIELD_REFERENCES] = { "references", CLT_VALUE_LIST, 0, PARTS },
  [CLT_FIELD_LINK] = { "link", CLT_VALUE_REFERENCE, 0, SAMENESS },
};

static const struct
{
  const char *nick;
  const char *label;
} comparisons[CLT_N_COMPARISONS] = {
  [CLT_COMPARE_IS] = { "is", NC_("comparison", "is") },
  [CLT_COMPARE_IS_NOT] = { "is-not", NC_("comparison", "is not") },
  [CLT_COMPARE_CONTAINS] = { "contains", NC_("comparison", "contains") },
  [CLT_COMPARE_LESS] = { "less", NC_("comparison", "is less than") },
  [CLT_COMPARE_AT_MOST] = { "at-most", NC_("comparison", "is at most") },
  [CLT_COMPARE_MORE] = { "more", NC_("comparison", "is more than") },
  [CLT_COMPARE_AT_LEAST] = { "at-least", NC_("comparison", "is at least") },
  [CLT_COMPARE_IS_EMPTY] = { "is-empty", NC_("comparison", "is empty") },
  [CLT_COMPARE_IS_NOT_EMPTY] = { "is-not-empty", NC_("comparison", "is not empty") },
};

static gboolean
clt_field_kind_has (CltFieldKind kind,
                    KindTraits   trait)
{
  g_return_val_if_fail ((guint) kind < CLT_N_FIELD_KINDS, FALSE);

  return (kinds[kind].traits & trait) != 0;
}

/**
 * clt_field_kind_get_nick:
 * @kind: a kind
 *
 * Returns: (transfer none): the name of @kind in files and maps, such as "date-time"
 */
const char *
clt_field_kind_get_nick (CltFieldKind kind)
{
  g_return_val_if_fail ((guint) kind < CLT_N_FIELD_KINDS, NULL);

  return kinds[kind].nick;
}

/**
 * clt_field_kind_from_nick:
 * @nick: (nullable): what may be the name of a kind
 * @kind: (out): return location for the kind
 *
 * Returns: %TRUE if there is such a kind; else @kind is not touched
 */
gboolean
clt_field_kind_from_nick (const char   *nick,
                          CltFieldKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < CLT_N_FIELD_KINDS; i++)
    if (g_strcmp0 (kinds[i].nick, nick) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * clt_field_kind_get_value_type:
 * @kind: a kind
 *
 * Returns: the type of what a field of @kind holds if it is not empty
 */
CltValueType
clt_field_kind_get_value_type (CltFieldKind kind)
{
  g_return_val_if_fail ((guint) kind < CLT_N_FIELD_KINDS, CLT_VALUE_NONE);

  return kinds[kind].value_type;
}

/**
 * clt_field_kind_is_number:
 * @kind: a kind
 *
 * Returns: %TRUE if sums of it make sense and it is aligned at its end
 */
gboolean
clt_field_kind_is_number (CltFieldKind kind)
{
  return clt_field_kind_has (kind, NUMBER);
}

/**
 * clt_field_kind_is_textual:
 * @kind: a kind
 *
 * Returns: %TRUE if it holds what people type, so that parts of it can be looked for
 */
gboolean
clt_field_kind_is_textual (CltFieldKind kind)
{
  return clt_field_kind_has (kind, TEXTUAL);
}

/**
 * clt_field_kind_can_sort:
 * @kind: a kind
 *
 * Returns: %TRUE if records can be put in order by it
 */
gboolean
clt_field_kind_can_sort (CltFieldKind kind)
{
  return clt_field_kind_has (kind, SORTS);
}

/**
 * clt_field_kind_can_compare:
 * @kind: a kind
 * @comparison: a comparison
 *
 * Returns: %TRUE if a filter may compare fields of @kind in this way
 */
gboolean
clt_field_kind_can_compare (CltFieldKind  kind,
                            CltComparison comparison)
{
  g_return_val_if_fail ((guint) kind < CLT_N_FIELD_KINDS, FALSE);
  g_return_val_if_fail ((guint) comparison < CLT_N_COMPARISONS, FALSE);

  return (kinds[kind].comparisons & BIT (comparison)) != 0;
}

/**
 * clt_comparison_get_nick:
 * @comparison: a comparison
 *
 * Returns: (transfer none): its name in files, such as "at-least"
 */
const char *
clt_comparison_get_nick (CltComparison comparison)
{
  g_return_val_if_fail ((guint) comparison < CLT_N_COMPARISONS, NULL);

  return comparisons[comparison].nick;
}

/**
 * clt_comparison_get_label:
 * @comparison: a comparison
 *
 * Returns: (transfer none): what a menu of comparisons says
 */
const char *
clt_comparison_get_label (CltComparison comparison)
{
  g_return_val_if_fail ((guint) comparison < CLT_N_COMPARISONS, NULL);

  return g_dpgettext2 (NULL, "comparison", comparisons[comparison].label);
}

/**
 * clt_comparison_from_nick:
 * @nick: (nullable): what may be the name of a comparison
 * @comparison: (out): return location for the comparison
 *
 * Returns: %TRUE if there is such a comparison; else @comparison is not touched
 */
gboolean
clt_comparison_from_nick (const char    *nick,
                          CltComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, FALSE);

  for (guint i = 0; i < CLT_N_COMPARISONS; i++)
    if (g_strcmp0 (comparisons[i].nick, nick) == 0)
      {
        *comparison = i;
        return TRUE;
      }

  return FALSE;
}
