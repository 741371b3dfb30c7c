/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-catalog.h"
#include "clt-cli-words.h"

static const struct
{
  const char *what;
  const char *typed;
  const char *hint;
} hints[] = {
  { "a letter too few", "custmer", " Did you mean “customer”?" },
  { "two letters changed places", "csutomer", " Did you mean “customer”?" },
  { "capitals do not matter", "CUSTOMER", " Did you mean “customer”?" },
  { "the nearest of several", "dea", " Did you mean “deal”?" },
  { "nothing near", "invoice", "" },
  { "nothing typed", "", "" },
};

static void
test_hints (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) "customer");
  g_ptr_array_add (names, (gpointer) "lead");
  g_ptr_array_add (names, (gpointer) "deal");

  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      g_autofree char *hint = clt_cli_dup_hint (hints[i].typed, names);

      g_test_message ("%s", hints[i].what);
      g_assert_cmpstr (hint, ==, hints[i].hint);
    }
}

static const struct
{
  const char *what;
  const char *typed;
  const char *name;
} fields[] = {
  { "its name", "city", "city" },
  { "its label", "City", "city" },
  { "a label of two words", "postal code", "postal_code" },
  { "nothing like it", "shoe size", NULL },
};

static void
test_fields (void)
{
  CltEntity *customer = clt_schema_find_entity (clt_catalog_get (), "customer");

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) error = NULL;
      CltField *field = clt_cli_find_field (customer, fields[i].typed, &error);

      g_test_message ("%s", fields[i].what);
      g_assert_cmpstr (field != NULL ? clt_field_get_name (field) : NULL, ==, fields[i].name);
      g_assert_true ((field == NULL) == (error != NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-words/hints", test_hints);
  g_test_add_func ("/cli-words/fields", test_fields);

  return g_test_run ();
}
