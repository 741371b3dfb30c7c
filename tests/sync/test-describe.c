/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-describe.h"

/* "customer: name city; user: name" → a schema. */
static CltSchema *
make_schema (const char *text)
{
  g_autoptr (GPtrArray) entities = NULL;
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);

  entities = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_entity_unref);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) fields = NULL;
      g_auto (GStrv) names = g_strsplit_set (parts[i], ": ", -1);

      fields = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_field_unref);
      for (gsize j = 1; names[j] != NULL; j++)
        if (*names[j] != '\0')
          g_ptr_array_add (fields, clt_field_new (names[j], CLT_FIELD_TEXT, names[j], NULL,
                                                  CLT_ROLE_NONE, CLT_FIELD_FLAG_NONE, NULL, NULL));
      g_ptr_array_add (entities, clt_entity_new (names[0], names[0], names[0], NULL,
                                                 CLT_ENTITY_FLAG_NONE, fields));
    }

  return clt_schema_new (entities);
}

static const struct {
  const char *what;
  const char *before;
  const char *after;
  const char *grown;
} cases[] = {
  { "the same has not grown",
    "customer: name city; user: name", "customer: name city; user: name", "" },
  { "a new field may have values in old records",
    "customer: name; user: name", "customer: name x_mood; user: name", "customer" },
  { "so may one that takes the place of another",
    "customer: name city", "customer: name x_mood", "customer" },
  { "a field that went away leaves nothing to fetch",
    "customer: name city", "customer: name", "" },
  { "the order of the fields does not matter",
    "customer: name city", "customer: city name", "" },
  { "a new entity has no cursor to forget",
    "customer: name", "customer: name; user: name", "" },
  { "neither has one that went away",
    "customer: name; user: name", "customer: name", "" },
};

static void
test_grown (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CltSchema) before = make_schema (cases[i].before);
      g_autoptr (CltSchema) after = make_schema (cases[i].after);
      g_autoptr (GPtrArray) grown = clt_describe_find_grown (before, after);
      g_autofree char *names = NULL;

      g_test_message ("%s", cases[i].what);
      g_ptr_array_add (grown, NULL);
      names = g_strjoinv (" ", (char **) grown->pdata);
      g_assert_cmpstr (names, ==, cases[i].grown);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/describe/grown", test_grown);

  return g_test_run ();
}
