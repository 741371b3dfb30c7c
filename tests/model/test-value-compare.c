/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-test-values.h"
#include "clt-test.h"

static void
test_order (void)
{
  g_autoptr (GPtrArray) values = clt_test_values_new ();
  g_autoptr (GPtrArray) again = clt_test_values_new ();

  g_test_message ("every value is before all that follow it, and equal to its like");
  for (guint i = 0; i < values->len; i++)
    for (guint k = 0; k < again->len; k++)
      {
        const int order = clt_value_compare (values->pdata[i], again->pdata[k]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > k) - (i < k));
        g_assert_cmpint (clt_value_equal (values->pdata[i], again->pdata[k]), ==, i == k);
      }
}

static void
test_hash (void)
{
  g_autoptr (GPtrArray) values = clt_test_values_new ();
  g_autoptr (GPtrArray) again = clt_test_values_new ();
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);

  g_test_message ("equal values have one hash, others seldom");
  for (guint i = 0; i < values->len; i++)
    {
      g_assert_cmpuint (clt_value_hash (values->pdata[i]), ==, clt_value_hash (again->pdata[i]));
      g_hash_table_add (hashes, GUINT_TO_POINTER (clt_value_hash (values->pdata[i])));
    }
  g_assert_cmpuint (g_hash_table_size (hashes), >=, values->len - 2);
}

static void
test_zeros (void)
{
  g_autoptr (CltValue) zero = clt_value_new_real (0.0);
  g_autoptr (CltValue) minus_zero = clt_value_new_real (-0.0);

  g_assert_true (clt_value_equal (zero, minus_zero));
  g_assert_cmpuint (clt_value_hash (zero), ==, clt_value_hash (minus_zero));
}

static void
test_labels (void)
{
  g_autoptr (CltValue) old_name = clt_value_new_remote_reference ("customer", "42", "Acme");
  g_autoptr (CltValue) new_name = clt_value_new_remote_reference ("customer", "42", "Acme AG");

  g_test_message ("a reference to a renamed record is the same reference");
  g_assert_true (clt_value_equal (old_name, new_name));
  g_assert_cmpuint (clt_value_hash (old_name), ==, clt_value_hash (new_name));
}

static void
test_contains (void)
{
  static const char *const words[] = { "one", "two", NULL };
  g_autoptr (CltValue) list = clt_value_new_text_list (words);
  g_autoptr (CltValue) two = clt_value_new_text ("two");
  g_autoptr (CltValue) three = clt_value_new_text ("three");

  g_assert_true (clt_value_contains (list, two));
  g_assert_false (clt_value_contains (list, three));
  g_assert_true (clt_value_contains (two, two));
  g_assert_false (clt_value_contains (clt_value_new_none (), two));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value-compare/order", test_order);
  g_test_add_func ("/value-compare/hash", test_hash);
  g_test_add_func ("/value-compare/zeros", test_zeros);
  g_test_add_func ("/value-compare/labels", test_labels);
  g_test_add_func ("/value-compare/contains", test_contains);

  return g_test_run ();
}
