/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "clt-test.h"
#include "clt-value.h"

static void
test_nothing (void)
{
  g_autoptr (CltValue) no_text = clt_value_new_text (NULL);
  g_autoptr (CltValue) empty_text = clt_value_new_text ("");
  g_autoptr (CltValue) no_number = clt_value_new_real (NAN);
  g_autoptr (CltValue) no_items = clt_value_new_list (NULL, 0);
  g_autoptr (CltValue) no_texts = clt_value_new_text_list (NULL);

  g_test_message ("whatever says nothing is the one empty value");
  g_assert_true (no_text == clt_value_new_none ());
  g_assert_true (empty_text == no_text);
  g_assert_true (no_number == no_text);
  g_assert_true (no_items == no_text);
  g_assert_true (no_texts == no_text);
  g_assert_true (clt_value_is_none (no_text));
}

static void
test_getters (void)
{
  g_autoptr (CltValue) text = clt_value_new_text ("杭州");
  g_autoptr (CltValue) integer = clt_value_new_integer (-7);
  g_autoptr (CltValue) real = clt_value_new_real (2.5);
  g_autoptr (CltValue) day = clt_value_new_day (20779);
  g_autoptr (CltValue) moment = clt_value_new_moment (G_MININT64);
  g_autoptr (CltValue) money = clt_value_new_money (1250, "EUR");
  g_autoptr (CltValue) no_currency = clt_value_new_money (1250, "");
  g_autoptr (CltValue) reference = clt_value_new_reference ("customer", 12);
  g_autoptr (CltValue) remote = clt_value_new_remote_reference ("customer", "42", "Acme");
  g_autoptr (CltValue) unlabelled = clt_value_new_remote_reference ("customer", "42", NULL);

  g_test_message ("each type gives back what it was made of");
  g_assert_cmpstr (clt_value_get_text (text), ==, "杭州");
  g_assert_cmpint (clt_value_get_integer (integer), ==, -7);
  g_assert_cmpfloat_with_epsilon (clt_value_get_real (real), 2.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (clt_value_get_real (integer), -7, 1e-12);
  g_assert_cmpint (clt_value_get_integer (day), ==, 20779);
  g_assert_cmpint (clt_value_get_integer (moment), ==, G_MININT64);
  g_assert_cmpint (clt_value_get_integer (money), ==, 1250);
  g_assert_cmpstr (clt_value_get_currency (money), ==, "EUR");
  g_assert_null (clt_value_get_currency (no_currency));
  g_assert_cmpstr (clt_value_get_entity (reference), ==, "customer");
  g_assert_cmpint (clt_value_get_id (reference), ==, 12);
  g_assert_cmpstr (clt_value_get_entity (remote), ==, "customer");
  g_assert_cmpstr (clt_value_get_remote_id (remote), ==, "42");
  g_assert_cmpstr (clt_value_get_label (remote), ==, "Acme");
  g_assert_cmpstr (clt_value_get_remote_id (unlabelled), ==, "42");
  g_assert_null (clt_value_get_label (unlabelled));
}

static void
test_other_types (void)
{
  g_autoptr (CltValue) integer = clt_value_new_integer (1);
  g_autoptr (CltValue) text = clt_value_new_text ("1");

  g_test_message ("a getter of another type answers nothing, and never NULL text");
  g_assert_cmpstr (clt_value_get_text (integer), ==, "");
  g_assert_cmpint (clt_value_get_integer (text), ==, 0);
  g_assert_false (clt_value_get_boolean (integer));
  g_assert_null (clt_value_get_entity (text));
  g_assert_null (clt_value_get_remote_id (text));
  g_assert_cmpint (clt_value_get_id (text), ==, 0);
  g_assert_cmpuint (clt_value_get_n_items (text), ==, 0);
}

static void
test_booleans (void)
{
  g_autoptr (CltValue) yes = clt_value_new_boolean (42);
  g_autoptr (CltValue) no = clt_value_new_boolean (FALSE);

  g_assert_true (yes == clt_value_new_boolean (TRUE));
  g_assert_true (clt_value_get_boolean (yes));
  g_assert_cmpint (clt_value_get_integer (yes), ==, 1);
  g_assert_false (clt_value_get_boolean (no));
  g_assert_false (clt_value_is_none (no));
}

static void
test_lists (void)
{
  const char *const words[] = { "one", "two", NULL };
  g_autoptr (CltValue) list = clt_value_new_text_list (words);
  CltValue *item = clt_value_ref (clt_value_get_item (list, 1));
  CltValue *items[] = { list, item };
  g_autoptr (CltValue) nested = clt_value_new_list (items, G_N_ELEMENTS (items));

  g_test_message ("a list keeps its items, and they outlive it");
  g_assert_cmpuint (clt_value_get_n_items (list), ==, 2);
  g_clear_pointer (&list, clt_value_unref);
  g_assert_cmpstr (clt_value_get_text (clt_value_get_item (clt_value_get_item (nested, 0), 0)),
                   ==, "one");
  g_clear_pointer (&nested, clt_value_unref);
  g_assert_cmpstr (clt_value_get_text (item), ==, "two");
  clt_value_unref (item);
}

static void
test_boxed (void)
{
  g_auto (GValue) boxed = G_VALUE_INIT;
  g_autoptr (CltValue) text = clt_value_new_text ("boxed");

  g_test_message ("properties and signals can carry a value without copying it");
  g_value_init (&boxed, CLT_TYPE_VALUE);
  g_value_set_boxed (&boxed, text);
  g_assert_true (g_value_get_boxed (&boxed) == text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value/nothing", test_nothing);
  g_test_add_func ("/value/getters", test_getters);
  g_test_add_func ("/value/other-types", test_other_types);
  g_test_add_func ("/value/booleans", test_booleans);
  g_test_add_func ("/value/lists", test_lists);
  g_test_add_func ("/value/boxed", test_boxed);

  return g_test_run ();
}
