/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-value.h"

G_BEGIN_DECLS

/* One value of each type and some more, in the order of clt_value_compare(); no two are equal.
 * Whatever stores, sends or shows values should manage all of them. */
static inline GPtrArray *
clt_test_values_new (void)
{
  static const char *const words[] = { "one", "two", NULL };
  static const char *const more_words[] = { "one", "two", "three", NULL };
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);

  g_ptr_array_add (values, clt_value_new_none ());
  g_ptr_array_add (values, clt_value_new_text ("12"));
  g_ptr_array_add (values, clt_value_new_text ("{\"t\": \"day\"}\n"));
  g_ptr_array_add (values, clt_value_new_text ("杭州"));
  g_ptr_array_add (values, clt_value_new_integer (G_MININT64));
  g_ptr_array_add (values, clt_value_new_integer (0));
  g_ptr_array_add (values, clt_value_new_integer (G_MAXINT64));
  g_ptr_array_add (values, clt_value_new_real (-1e300));
  g_ptr_array_add (values, clt_value_new_real (0.1));
  g_ptr_array_add (values, clt_value_new_real (5.0));
  g_ptr_array_add (values, clt_value_new_boolean (FALSE));
  g_ptr_array_add (values, clt_value_new_boolean (TRUE));
  g_ptr_array_add (values, clt_value_new_day (-1));
  g_ptr_array_add (values, clt_value_new_day (20779));
  g_ptr_array_add (values, clt_value_new_moment (0));
  g_ptr_array_add (values, clt_value_new_moment (G_GINT64_CONSTANT (1795341600123456)));
  g_ptr_array_add (values, clt_value_new_money (5, NULL));
  g_ptr_array_add (values, clt_value_new_money (1250, "CNY"));
  g_ptr_array_add (values, clt_value_new_money (-1, "EUR"));
  g_ptr_array_add (values, clt_value_new_money (G_MAXINT64, "EUR"));
  g_ptr_array_add (values, clt_value_new_reference ("contact", 9));
  g_ptr_array_add (values, clt_value_new_reference ("customer", 7));
  g_ptr_array_add (values, clt_value_new_remote_reference ("customer", "42", "Acme"));
  g_ptr_array_add (values, clt_value_new_remote_reference ("customer", "43", NULL));
  g_ptr_array_add (values, clt_value_new_text_list (words));
  g_ptr_array_add (values, clt_value_new_text_list (more_words));

  return values;
}

G_END_DECLS
