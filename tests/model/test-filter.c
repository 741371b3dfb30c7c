/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-error.h"
#include "clt-filter.h"
#include "clt-json.h"
#include "clt-test.h"

static CltFilter *
city_new (const char *city)
{
  g_autoptr (CltValue) value = clt_value_new_text (city);

  return clt_filter_new_compare ("city", CLT_COMPARE_IS, value);
}

static CltFilter *
tree_new (void)
{
  g_autoptr (CltFilter) paris = city_new ("Paris");
  g_autoptr (CltFilter) rome = city_new ("Rome");
  g_autoptr (CltFilter) no_mail = clt_filter_new_compare ("email", CLT_COMPARE_IS_EMPTY, NULL);
  CltFilter *cities[] = { paris, rome };
  g_autoptr (CltFilter) any = clt_filter_new_group (CLT_FILTER_ANY, cities, 2);
  g_autoptr (CltFilter) not = clt_filter_new_group (CLT_FILTER_NOT, &no_mail, 1);
  CltFilter *both[] = { any, not };

  return clt_filter_new_group (CLT_FILTER_ALL, both, 2);
}

static void
test_tree (void)
{
  g_autoptr (CltFilter) tree = tree_new ();
  const CltFilter *any = clt_filter_get_child (tree, 0);
  const CltFilter *rome = clt_filter_get_child (any, 1);

  g_assert_cmpint (clt_filter_get_filter_type (tree), ==, CLT_FILTER_ALL);
  g_assert_cmpuint (clt_filter_get_n_children (tree), ==, 2);
  g_assert_null (clt_filter_get_field (tree));
  g_assert_true (clt_value_is_none (clt_filter_get_value (tree)));
  g_assert_cmpint (clt_filter_get_filter_type (any), ==, CLT_FILTER_ANY);
  g_assert_cmpstr (clt_filter_get_field (rome), ==, "city");
  g_assert_cmpint (clt_filter_get_comparison (rome), ==, CLT_COMPARE_IS);
  g_assert_cmpstr (clt_value_get_text (clt_filter_get_value (rome)), ==, "Rome");
  g_assert_cmpuint (clt_filter_get_n_children (rome), ==, 0);
}

static void
test_equal (void)
{
  g_autoptr (CltFilter) tree = tree_new ();
  g_autoptr (CltFilter) again = tree_new ();
  g_autoptr (CltFilter) paris = city_new ("Paris");
  g_autoptr (CltFilter) rome = city_new ("Rome");

  g_assert_true (clt_filter_equal (tree, again));
  g_assert_false (clt_filter_equal (paris, rome));
  g_assert_false (clt_filter_equal (tree, paris));
}

static void
test_and (void)
{
  g_autoptr (CltFilter) paris = city_new ("Paris");
  g_autoptr (CltFilter) rome = city_new ("Rome");
  g_autoptr (CltFilter) oslo = city_new ("Oslo");
  g_autoptr (CltFilter) everything = clt_filter_and (NULL, NULL);
  g_autoptr (CltFilter) one = clt_filter_and (NULL, paris);
  g_autoptr (CltFilter) two = clt_filter_and (one, rome);
  g_autoptr (CltFilter) three = clt_filter_and (oslo, two);

  g_test_message ("conditions stand side by side, however they were added");
  g_assert_cmpuint (clt_filter_get_n_children (everything), ==, 0);
  g_assert_cmpuint (clt_filter_get_n_children (one), ==, 1);
  g_assert_cmpuint (clt_filter_get_n_children (two), ==, 2);
  g_assert_cmpuint (clt_filter_get_n_children (three), ==, 3);
  g_assert_true (clt_filter_equal (clt_filter_get_child (three, 0), oslo));
  g_assert_true (clt_filter_equal (clt_filter_get_child (three, 2), rome));
}

static void
test_without (void)
{
  g_autoptr (CltFilter) paris = city_new ("Paris");
  g_autoptr (CltFilter) tree = tree_new ();
  g_autoptr (CltFilter) rest = clt_filter_without (tree, 0);

  g_test_message ("a chip is removed, and with the last one the filter");
  g_assert_cmpuint (clt_filter_get_n_children (rest), ==, 1);
  g_assert_true (clt_filter_equal (clt_filter_get_child (rest, 0),
                                   clt_filter_get_child (tree, 1)));
  g_assert_null (clt_filter_without (rest, 0));
  g_assert_null (clt_filter_without (paris, 0));
}

static void
test_json (void)
{
  g_autoptr (CltFilter) tree = tree_new ();
  g_autoptr (JsonNode) node = clt_filter_to_json (tree);
  g_autofree char *text = clt_json_to_text (node);
  g_autoptr (GError) error = NULL;
  g_autoptr (CltFilter) again = clt_filter_new_from_json (node, &error);

  g_assert_no_error (error);
  g_assert_true (clt_filter_equal (tree, again));
  g_test_message ("the form is in the databases of users");
  g_assert_cmpstr (text, ==,
                   "{\"all\":[{\"any\":[{\"field\":\"city\",\"is\":\"is\",\"value\":\"Paris\"},"
                   "{\"field\":\"city\",\"is\":\"is\",\"value\":\"Rome\"}]},"
                   "{\"not\":[{\"field\":\"email\",\"is\":\"is-empty\",\"value\":null}]}]}");
}

static void
test_bad_json (void)
{
  static const char *const bad[] = {
    "[]", "{}", "{\"all\": 5}", "{\"all\": [{}]}", "{\"not\": []}",
    "{\"field\": \"city\"}", "{\"field\": \"city\", \"is\": \"resembles\"}",
    "{\"field\": \"city\", \"is\": \"is\", \"value\": {}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) node = clt_json_parse_text (bad[i], NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (clt_filter_new_from_json (node, &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/tree", test_tree);
  g_test_add_func ("/filter/equal", test_equal);
  g_test_add_func ("/filter/and", test_and);
  g_test_add_func ("/filter/without", test_without);
  g_test_add_func ("/filter/json", test_json);
  g_test_add_func ("/filter/bad-json", test_bad_json);

  return g_test_run ();
}
