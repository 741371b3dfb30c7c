/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-catalog.h"
#include "clt-change.h"
#include "clt-error.h"
#include "clt-json.h"
#include "clt-test-values.h"
#include "clt-test.h"

static CltChange *
edit_new (const char *field,
          const char *before,
          const char *after)
{
  g_autoptr (CltValue) before_value = clt_value_new_text (before);
  g_autoptr (CltValue) after_value = clt_value_new_text (after);
  CltChange *change = clt_change_new (CLT_CHANGE_EDIT, "customer", 12);

  clt_change_add (change, field, before_value, after_value);

  return change;
}

static void
assert_equal (const CltChange *a,
              const CltChange *b)
{
  g_autoptr (JsonNode) json_a = clt_change_to_json (a);
  g_autoptr (JsonNode) json_b = clt_change_to_json (b);
  g_autofree char *text_a = clt_json_to_text (json_a);
  g_autofree char *text_b = clt_json_to_text (json_b);

  g_assert_cmpstr (text_a, ==, text_b);
}

static void
test_edit (void)
{
  g_autoptr (CltChange) change = edit_new ("city", "Hangzhou", "杭州");

  g_assert_cmpint (clt_change_get_operation (change), ==, CLT_CHANGE_EDIT);
  g_assert_cmpstr (clt_change_get_entity (change), ==, "customer");
  g_assert_cmpint (clt_change_get_id (change), ==, 12);
  g_assert_cmpuint (clt_change_get_n_fields (change), ==, 1);
  g_assert_cmpstr (clt_change_get_field (change, 0), ==, "city");
  g_assert_cmpstr (clt_value_get_text (clt_change_get_before (change, 0)), ==, "Hangzhou");
  g_assert_cmpstr (clt_value_get_text (clt_change_get_after (change, 0)), ==, "杭州");
  g_assert_cmpstr (clt_value_get_text (clt_change_find_after (change, "city")), ==, "杭州");
  g_assert_null (clt_change_find_after (change, "name"));
}

static void
test_typing (void)
{
  g_autoptr (CltChange) change = edit_new ("city", "A", "AB");
  g_autoptr (CltValue) between = clt_value_new_text ("AB");
  g_autoptr (CltValue) typed = clt_value_new_text ("ABC");
  g_autoptr (CltValue) first = clt_value_new_text ("A");

  g_test_message ("what the user saw when editing began stays the before");
  clt_change_add (change, "email", NULL, typed);
  clt_change_add (change, "city", between, typed);
  g_assert_cmpuint (clt_change_get_n_fields (change), ==, 2);
  g_assert_cmpstr (clt_change_get_field (change, 0), ==, "city");
  g_assert_cmpstr (clt_value_get_text (clt_change_get_before (change, 0)), ==, "A");
  g_assert_cmpstr (clt_value_get_text (clt_change_get_after (change, 0)), ==, "ABC");

  g_test_message ("a field that is back where it was is not changed");
  clt_change_add (change, "city", typed, first);
  g_assert_cmpuint (clt_change_get_n_fields (change), ==, 1);
  g_assert_false (clt_change_is_empty (change));
  clt_change_add (change, "email", typed, NULL);
  g_assert_true (clt_change_is_empty (change));
}

static void
test_empty (void)
{
  g_autoptr (CltChange) edit = clt_change_new (CLT_CHANGE_EDIT, "customer", 12);
  g_autoptr (CltChange) create = clt_change_new (CLT_CHANGE_CREATE, "customer", 12);
  g_autoptr (CltChange) removal = clt_change_new (CLT_CHANGE_DELETE, "customer", 12);

  g_test_message ("only an edit can change nothing");
  g_assert_true (clt_change_is_empty (edit));
  g_assert_false (clt_change_is_empty (create));
  g_assert_false (clt_change_is_empty (removal));
}

static void
test_invert (void)
{
  static const struct
  {
    CltChangeOperation operation;
    CltChangeOperation inverse;
  } rows[] = {
    { CLT_CHANGE_CREATE, CLT_CHANGE_DELETE },
    { CLT_CHANGE_EDIT, CLT_CHANGE_EDIT },
    { CLT_CHANGE_DELETE, CLT_CHANGE_CREATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CltChange) change = clt_change_new (rows[i].operation, "customer", 12);
      g_autoptr (CltValue) name = clt_value_new_text ("Acme");
      g_autoptr (CltChange) inverse = NULL;
      g_autoptr (CltChange) again = NULL;

      clt_change_add (change, "name", NULL, name);
      inverse = clt_change_invert (change);
      again = clt_change_invert (inverse);

      g_test_message ("what is taken back twice is done");
      g_assert_cmpint (clt_change_get_operation (inverse), ==, rows[i].inverse);
      g_assert_true (clt_value_equal (clt_change_get_before (inverse, 0), name));
      g_assert_true (clt_value_is_none (clt_change_get_after (inverse, 0)));
      assert_equal (change, again);
    }
}

static void
test_json (void)
{
  g_autoptr (GPtrArray) values = clt_test_values_new ();
  g_autoptr (CltChange) change = clt_change_new (CLT_CHANGE_DELETE, "customer",
                                                 (G_GINT64_CONSTANT (1) << 53) - 1);
  g_autoptr (CltChange) again = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) parsed = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < values->len; i++)
    {
      g_autofree char *field = g_strdup_printf ("field%u", i);

      clt_change_add (change, field, values->pdata[i], values->pdata[i - 1]);
    }

  g_test_message ("the outbox keeps every value");
  node = clt_change_to_json (change);
  text = clt_json_to_text (node);
  parsed = clt_json_parse_text (text, &error);
  again = clt_change_new_from_json (parsed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clt_change_get_n_fields (again), ==, values->len - 1);
  assert_equal (change, again);
}

static void
test_bad_json (void)
{
  static const char *const bad[] = {
    "{}",
    "{\"operation\": \"explode\", \"entity\": \"customer\", \"id\": 1, \"fields\": []}",
    "{\"operation\": \"edit\", \"id\": 1, \"fields\": []}",
    "{\"operation\": \"edit\", \"entity\": \"customer\", \"fields\": []}",
    "{\"operation\": \"edit\", \"entity\": \"customer\", \"id\": 1}",
    "{\"operation\": \"edit\", \"entity\": \"customer\", \"id\": 1, \"fields\": [{}]}",
    ("{\"operation\": \"edit\", \"entity\": \"customer\", \"id\": 1, \"fields\": "
     "[{\"field\": \"name\", \"before\": {\"t\": \"?\"}}]}"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) node = clt_json_parse_text (bad[i], NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (clt_change_new_from_json (node, &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
    }
}

static const struct
{
  const char         *what;
  CltChangeOperation  operation;
  const char         *entity;
  const char         *field; /* (nullable) */
  const char         *after; /* (nullable) */
  const char         *words; /* (nullable): of the complaint */
} checks[] = {
  { "an edit", CLT_CHANGE_EDIT, "customer", "city", "杭州", NULL },
  { "an edit need not have what a create must", CLT_CHANGE_EDIT, "customer", "city", NULL, NULL },
  { "a delete", CLT_CHANGE_DELETE, "customer", NULL, NULL, NULL },
  { "a create with its title", CLT_CHANGE_CREATE, "customer", "name", "Acme", NULL },
  { "a create without", CLT_CHANGE_CREATE, "customer", "city", "杭州", "“Name” must not be empty" },
  { "a title taken away", CLT_CHANGE_EDIT, "customer", "name", NULL, "“Name” must not be empty" },
  { "a bad address", CLT_CHANGE_EDIT, "customer", "email", "anna", "e-mail address" },
  { "an unknown field", CLT_CHANGE_EDIT, "customer", "shoe_size", "43", "shoe_size" },
  { "an unknown entity", CLT_CHANGE_EDIT, "robot", "name", "R2", "robot" },
  { "a choice that is none", CLT_CHANGE_EDIT, "customer", "stage", "dating", "one of the choices" },
  { "what the server keeps", CLT_CHANGE_EDIT, "deal", "closed", "2026", "cannot be changed" },
};

static void
test_check (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (CltChange) change = clt_change_new (checks[i].operation, checks[i].entity, 12);
      g_autoptr (CltValue) before = clt_value_new_text ("before");
      g_autoptr (CltValue) after = clt_value_new_text (checks[i].after);
      g_autoptr (GError) error = NULL;
      gboolean is_right;

      if (checks[i].field != NULL)
        clt_change_add (change, checks[i].field, before, after);
      is_right = clt_change_check (change, clt_catalog_get (), &error);

      g_test_message ("%s", checks[i].what);
      g_assert_cmpint (is_right, ==, checks[i].words == NULL);
      if (!is_right)
        g_assert_nonnull (strstr (error->message, checks[i].words));
    }
}

static void
test_bring_back (void)
{
  g_autoptr (CltChange) removal = clt_change_new (CLT_CHANGE_DELETE, "customer", 12);
  g_autoptr (CltValue) name = clt_value_new_text ("Acme");
  g_autoptr (CltValue) created = clt_value_new_moment (0);
  g_autoptr (CltChange) create = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("a deleted record comes back with what the server kept");
  clt_change_add (removal, "name", name, NULL);
  clt_change_add (removal, "created", created, NULL);
  create = clt_change_invert (removal);
  clt_change_check (create, clt_catalog_get (), &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/edit", test_edit);
  g_test_add_func ("/change/typing", test_typing);
  g_test_add_func ("/change/empty", test_empty);
  g_test_add_func ("/change/invert", test_invert);
  g_test_add_func ("/change/json", test_json);
  g_test_add_func ("/change/bad-json", test_bad_json);
  g_test_add_func ("/change/check", test_check);
  g_test_add_func ("/change/bring-back", test_bring_back);

  return g_test_run ();
}
