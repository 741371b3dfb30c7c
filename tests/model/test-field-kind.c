/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-field-kind.h"
#include "clt-test.h"

static void
test_every_kind (void)
{
  for (guint i = 0; i < CLT_N_FIELD_KINDS; i++)
    {
      const char *nick = clt_field_kind_get_nick (i);
      CltFieldKind kind = CLT_N_FIELD_KINDS;

      g_test_message ("“%s” has a row", nick);
      g_assert_nonnull (nick);
      g_assert_true (clt_field_kind_from_nick (nick, &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpint (clt_field_kind_get_value_type (kind), !=, CLT_VALUE_NONE);
      g_assert_true (clt_field_kind_can_compare (kind, CLT_COMPARE_IS_EMPTY));
      g_assert_true (clt_field_kind_can_compare (kind, CLT_COMPARE_IS_NOT_EMPTY));
      g_assert_true (clt_field_kind_can_compare (kind, CLT_COMPARE_IS) ||
                     clt_field_kind_can_compare (kind, CLT_COMPARE_CONTAINS));
      g_assert_false (clt_field_kind_is_number (kind) && clt_field_kind_is_textual (kind));
    }
}

static void
test_traits (void)
{
  g_assert_true (clt_field_kind_is_number (CLT_FIELD_MONEY));
  g_assert_false (clt_field_kind_is_number (CLT_FIELD_DATE));
  g_assert_true (clt_field_kind_is_textual (CLT_FIELD_EMAIL));
  g_assert_false (clt_field_kind_is_textual (CLT_FIELD_CHOICE));
  g_assert_true (clt_field_kind_can_sort (CLT_FIELD_REFERENCE));
  g_assert_false (clt_field_kind_can_sort (CLT_FIELD_TAGS));
  g_assert_true (clt_field_kind_can_compare (CLT_FIELD_DATE, CLT_COMPARE_LESS));
  g_assert_false (clt_field_kind_can_compare (CLT_FIELD_TEXT, CLT_COMPARE_LESS));
  g_assert_false (clt_field_kind_can_compare (CLT_FIELD_TAGS, CLT_COMPARE_IS));
}

static void
test_unknown (void)
{
  CltFieldKind kind = CLT_FIELD_URL;
  CltComparison comparison = CLT_COMPARE_MORE;

  g_test_message ("unknown names touch nothing");
  g_assert_false (clt_field_kind_from_nick ("colour", &kind));
  g_assert_false (clt_field_kind_from_nick (NULL, &kind));
  g_assert_cmpint (kind, ==, CLT_FIELD_URL);
  g_assert_false (clt_comparison_from_nick ("resembles", &comparison));
  g_assert_cmpint (comparison, ==, CLT_COMPARE_MORE);
}

static void
test_every_comparison (void)
{
  for (guint i = 0; i < CLT_N_COMPARISONS; i++)
    {
      CltComparison comparison = CLT_N_COMPARISONS;

      g_assert_true (clt_comparison_from_nick (clt_comparison_get_nick (i), &comparison));
      g_assert_cmpint (comparison, ==, i);
      g_assert_cmpstr (clt_comparison_get_label (i), !=, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-kind/every-kind", test_every_kind);
  g_test_add_func ("/field-kind/traits", test_traits);
  g_test_add_func ("/field-kind/unknown", test_unknown);
  g_test_add_func ("/field-kind/every-comparison", test_every_comparison);

  return g_test_run ();
}
