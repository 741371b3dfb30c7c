/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-catalog.h"
#include "clt-error.h"
#include "clt-json.h"
#include "clt-query.h"
#include "clt-test.h"

static CltQuery *
query_new (void)
{
  g_autoptr (CltValue) city = clt_value_new_text ("杭州");
  g_autoptr (CltFilter) filter = clt_filter_new_compare ("city", CLT_COMPARE_IS, city);
  g_autoptr (CltQuery) everything = clt_query_new ("customer");
  g_autoptr (CltQuery) filtered = clt_query_with_filter (everything, filter);
  g_autoptr (CltQuery) searched = clt_query_with_search (filtered, "  acme ");

  return clt_query_with_sort (searched, "modified", TRUE);
}

static void
test_query (void)
{
  g_autoptr (CltQuery) everything = clt_query_new ("customer");
  g_autoptr (CltQuery) query = query_new ();

  g_test_message ("a new query asks for everything by title");
  g_assert_null (clt_query_get_filter (everything));
  g_assert_null (clt_query_get_search (everything));
  g_assert_null (clt_query_get_sort_field (everything));
  g_assert_false (clt_query_get_descending (everything));

  g_test_message ("each step keeps what was there");
  g_assert_cmpstr (clt_query_get_entity (query), ==, "customer");
  g_assert_cmpstr (clt_filter_get_field (clt_query_get_filter (query)), ==, "city");
  g_assert_cmpstr (clt_query_get_search (query), ==, "acme");
  g_assert_cmpstr (clt_query_get_sort_field (query), ==, "modified");
  g_assert_true (clt_query_get_descending (query));
}

static void
test_usual_order (void)
{
  static const struct
  {
    const char *entity;
    const char *field;
    gboolean    descending;
  } orders[] = {
    { "customer", "name", FALSE },
    { "event", "start", TRUE },
    { "note", "posted", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      CltEntity *entity = clt_schema_find_entity (clt_catalog_get (), orders[i].entity);
      g_autoptr (CltQuery) query = clt_query_new_in_usual_order (entity);

      g_test_message ("%s by %s", orders[i].entity, orders[i].field);
      g_assert_cmpstr (clt_query_get_sort_field (query), ==, orders[i].field);
      g_assert_cmpint (clt_query_get_descending (query), ==, orders[i].descending);
    }
}

static void
test_immutable (void)
{
  g_autoptr (CltQuery) query = query_new ();
  g_autoptr (CltQuery) again = query_new ();
  g_autoptr (CltQuery) unfiltered = clt_query_with_filter (query, NULL);
  g_autoptr (CltQuery) unsearched = clt_query_with_search (query, " \t");
  g_autoptr (CltQuery) unsorted = clt_query_with_sort (query, NULL, FALSE);

  g_test_message ("a step makes another query and leaves the first alone");
  g_assert_true (clt_query_equal (query, again));
  g_assert_false (clt_query_equal (query, unfiltered));
  g_assert_false (clt_query_equal (query, unsearched));
  g_assert_false (clt_query_equal (query, unsorted));
  g_assert_null (clt_query_get_filter (unfiltered));
  g_assert_null (clt_query_get_search (unsearched));
  g_assert_null (clt_query_get_sort_field (unsorted));
}

static void
test_json (void)
{
  g_autoptr (CltQuery) query = query_new ();
  g_autoptr (CltQuery) everything = clt_query_new ("deal");
  CltQuery *queries[] = { query, everything };

  g_test_message ("saved views keep all of it");
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (JsonNode) node = clt_query_to_json (queries[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (CltQuery) again = clt_query_new_from_json (node, &error);

      g_assert_no_error (error);
      g_assert_true (clt_query_equal (queries[i], again));
    }
}

static void
test_bad_json (void)
{
  static const char *const bad[] = { "{}", "[]", "{\"entity\": \"deal\", \"filter\": {}}" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) node = clt_json_parse_text (bad[i], NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (clt_query_new_from_json (node, &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/query", test_query);
  g_test_add_func ("/query/usual-order", test_usual_order);
  g_test_add_func ("/query/immutable", test_immutable);
  g_test_add_func ("/query/json", test_json);
  g_test_add_func ("/query/bad-json", test_bad_json);

  return g_test_run ();
}
