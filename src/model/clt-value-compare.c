/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-value-compare"

#include "config.h"

#include <string.h>

#include "clt-value.h"

/* Multiplies the hash of what stands in front, as g_str_hash() does. */
#define HASH_FACTOR 33

static int
clt_value_compare_integers (gint64 a,
                            gint64 b)
{
  return (a > b) - (a < b);
}

static int
clt_value_compare_reals (double a,
                         double b)
{
  return (a > b) - (a < b);
}

static int
clt_value_compare_money (const CltValue *a,
                         const CltValue *b)
{
  const int order = g_strcmp0 (clt_value_get_currency (a), clt_value_get_currency (b));

  return order != 0
         ? order
         : clt_value_compare_integers (clt_value_get_integer (a), clt_value_get_integer (b));
}

static int
clt_value_compare_references (const CltValue *a,
                              const CltValue *b)
{
  int order = g_strcmp0 (clt_value_get_entity (a), clt_value_get_entity (b));

  if (order == 0)
    order = clt_value_compare_integers (clt_value_get_id (a), clt_value_get_id (b));

  return order != 0
         ? order
         : g_strcmp0 (clt_value_get_remote_id (a), clt_value_get_remote_id (b));
}

static int
clt_value_compare_lists (const CltValue *a,
                         const CltValue *b)
{
  const gsize n_a = clt_value_get_n_items (a);
  const gsize n_b = clt_value_get_n_items (b);

  for (gsize i = 0; i < MIN (n_a, n_b); i++)
    {
      const int order = clt_value_compare (clt_value_get_item (a, i), clt_value_get_item (b, i));

      if (order != 0)
        return order;
    }

  return clt_value_compare_integers ((gint64) n_a, (gint64) n_b);
}

/**
 * clt_value_compare:
 * @a: a value
 * @b: another
 *
 * Puts values in order: the empty one first, then by type, then by size, text by
 * its bytes, money of one currency together. For people text is sorted by
 * clt_text_collation_key() instead.
 *
 * Returns: less than, equal to or greater than 0, as @a is to @b; 0 only if
 *   clt_value_equal()
 */
int
clt_value_compare (const CltValue *a,
                   const CltValue *b)
{
  const CltValueType type = clt_value_get_value_type (a);
  const CltValueType type_of_b = clt_value_get_value_type (b);

  if (type != type_of_b)
    return type < type_of_b ? -1 : 1;

  if (a == b)
    return 0;

  switch (type)
    {
    case CLT_VALUE_TEXT:
      return strcmp (clt_value_get_text (a), clt_value_get_text (b));
    case CLT_VALUE_INTEGER:
    case CLT_VALUE_BOOLEAN:
    case CLT_VALUE_DAY:
    case CLT_VALUE_MOMENT:
      return clt_value_compare_integers (clt_value_get_integer (a), clt_value_get_integer (b));
    case CLT_VALUE_REAL:
      return clt_value_compare_reals (clt_value_get_real (a), clt_value_get_real (b));
    case CLT_VALUE_MONEY:
      return clt_value_compare_money (a, b);
    case CLT_VALUE_REFERENCE:
    case CLT_VALUE_REMOTE_REFERENCE:
      return clt_value_compare_references (a, b);
    case CLT_VALUE_LIST:
      return clt_value_compare_lists (a, b);
    case CLT_VALUE_NONE:
    default:
      return 0;
    }
}

/**
 * clt_value_equal:
 * @a: a value
 * @b: another
 *
 * Tells whether both say the same. A remote reference is what it points to; its
 * label does not count.
 *
 * Returns: %TRUE if they do
 */
gboolean
clt_value_equal (const CltValue *a,
                 const CltValue *b)
{
  return clt_value_compare (a, b) == 0;
}

/**
 * clt_value_contains:
 * @self: a value
 * @item: another
 *
 * Returns: %TRUE if @self is a list with @item in it, or is @item itself
 */
gboolean
clt_value_contains (const CltValue *self,
                    const CltValue *item)
{
  for (gsize i = 0; i < clt_value_get_n_items (self); i++)
    if (clt_value_equal (clt_value_get_item (self, i), item))
      return TRUE;

  return clt_value_equal (self, item);
}

/* Not g_int64_hash() and g_double_hash(), which drop the upper half and what does not fit. */
static guint
clt_value_hash_bits (guint64 bits)
{
  return (guint) (bits ^ (bits >> 32));
}

static guint
clt_value_hash_real (double number)
{
  const double unsigned_zero = number + 0.0; /* -0.0 equals 0.0 */
  guint64 bits;

  memcpy (&bits, &unsigned_zero, sizeof bits);

  return clt_value_hash_bits (bits);
}

static guint
clt_value_hash_text (const char *text)
{
  return text != NULL ? g_str_hash (text) : 0;
}

/**
 * clt_value_hash:
 * @self: a value
 *
 * Returns: a number that is the same for all values that are clt_value_equal()
 */
guint
clt_value_hash (const CltValue *self)
{
  guint hash = clt_value_get_value_type (self);

  hash = hash * HASH_FACTOR + clt_value_hash_bits ((guint64) clt_value_get_integer (self));
  hash = hash * HASH_FACTOR + clt_value_hash_bits ((guint64) clt_value_get_id (self));
  hash = hash * HASH_FACTOR + clt_value_hash_text (clt_value_get_text (self));
  hash = hash * HASH_FACTOR + clt_value_hash_text (clt_value_get_currency (self));
  hash = hash * HASH_FACTOR + clt_value_hash_text (clt_value_get_entity (self));
  hash = hash * HASH_FACTOR + clt_value_hash_text (clt_value_get_remote_id (self));
  hash = hash * HASH_FACTOR + clt_value_hash_real (clt_value_get_real (self));

  for (gsize i = 0; i < clt_value_get_n_items (self); i++)
    hash = hash * HASH_FACTOR + clt_value_hash (clt_value_get_item (self, i));

  return hash;
}
