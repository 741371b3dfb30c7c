/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-test-store.h"
#include "clt-test.h"

/* What a server describes: of the customer the name, and fields that its users added. */
static CltSchema *
describe (gboolean with_more)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_field_unref);
  g_autoptr (GPtrArray) entities =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clt_entity_unref);

  g_ptr_array_add (fields, clt_field_new ("name", CLT_FIELD_TEXT, "Name", "General",
                                          CLT_ROLE_TITLE, CLT_FIELD_SEARCHED, NULL, NULL));
  g_ptr_array_add (fields, clt_field_new ("x_color", CLT_FIELD_TEXT, "Colour", "More",
                                          CLT_ROLE_NONE, CLT_FIELD_SEARCHED, NULL, NULL));
  g_ptr_array_add (fields, clt_field_new ("x_size", CLT_FIELD_INTEGER, "Size", "More",
                                          CLT_ROLE_NONE, 0, NULL, NULL));
  g_ptr_array_add (fields, clt_field_new ("x_worth", CLT_FIELD_MONEY, "Worth", "More",
                                          CLT_ROLE_NONE, 0, NULL, NULL));
  g_ptr_array_add (fields, clt_field_new ("state", CLT_FIELD_TEXT, "State", "More",
                                          CLT_ROLE_NONE, 0, NULL, NULL));
  if (with_more)
    g_ptr_array_add (fields, clt_field_new ("x_more", CLT_FIELD_BOOLEAN, "More", "More",
                                            CLT_ROLE_NONE, 0, NULL, NULL));

  g_ptr_array_add (entities, clt_entity_new ("customer", "Customer", "Customers", NULL, 0, fields));

  return clt_schema_new (entities);
}

static void
set_schema (CltStore  *store,
            CltSchema *schema)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_store_set_schema_async (store, schema, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  clt_store_set_schema_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static gint64
create_custom (CltStore   *store,
               const char *name,
               const char *color,
               gint64      size)
{
  const gint64 id = clt_record_id_new ();
  g_autoptr (CltChange) change = clt_change_new (CLT_CHANGE_CREATE, "customer", id);
  g_autoptr (CltValue) name_value = clt_value_new_text (name);
  g_autoptr (CltValue) color_value = clt_value_new_text (color);
  g_autoptr (CltValue) size_value = clt_value_new_integer (size);
  g_autoptr (CltValue) worth = clt_value_new_money (size * 100, "EUR");

  clt_change_add (change, "name", NULL, name_value);
  clt_change_add (change, "x_color", NULL, color_value);
  clt_change_add (change, "state", NULL, color_value);
  clt_change_add (change, "x_size", NULL, size_value);
  clt_change_add (change, "x_worth", NULL, worth);
  clt_test_store_apply (store, change);

  return id;
}

static void
assert_titles (CltStore      *store,
               CltQuery      *query,
               const char    *expected)
{
  g_autofree char *titles = clt_test_store_titles (store, query);

  g_assert_cmpstr (titles, ==, expected);
}

static void
assert_custom (CltStore *store,
               gint64    id)
{
  g_autoptr (CltRecord) record = clt_test_store_load (store, "customer", id);

  g_assert_nonnull (record);
  g_assert_cmpstr (clt_value_get_text (clt_record_get_value (record, "x_color")), ==, "red");
  g_assert_cmpstr (clt_value_get_text (clt_record_get_value (record, "state")), ==, "red");
  g_assert_cmpint (clt_value_get_integer (clt_record_get_value (record, "x_size")), ==, 7);
  g_assert_cmpstr (clt_value_get_currency (clt_record_get_value (record, "x_worth")), ==, "EUR");
}

static void
assert_questions (CltStore *store)
{
  g_autoptr (CltQuery) all = clt_query_new ("customer");
  g_autoptr (CltQuery) sorted = clt_query_with_sort (all, "x_size", TRUE);
  g_autoptr (CltQuery) by_worth = clt_query_with_sort (all, "x_worth", FALSE);
  g_autoptr (CltQuery) found = clt_query_with_search (all, "blue");
  g_autoptr (CltValue) seven = clt_value_new_integer (7);
  g_autoptr (CltFilter) filter = clt_filter_new_compare ("x_size", CLT_COMPARE_MORE, seven);
  g_autoptr (CltQuery) larger = clt_query_with_filter (all, filter);

  assert_titles (store, sorted, "Beta, Alpha");
  assert_titles (store, by_worth, "Alpha, Beta");
  assert_titles (store, found, "Beta");
  assert_titles (store, larger, "Beta");
}

static void
test_described (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  g_autoptr (CltSchema) described = describe (FALSE);
  g_autoptr (CltSchema) more = describe (TRUE);
  guint n_changes = 0;
  gint64 id;

  g_signal_connect_swapped (store, "notify::schema", G_CALLBACK (count_cb), &n_changes);
  set_schema (store, described);
  g_assert_cmpuint (n_changes, ==, 1);

  g_test_message ("fields that the server's users added are kept, sorted, filtered and searched");
  id = create_custom (store, "Alpha", "red", 7);
  create_custom (store, "Beta", "blue", 70);
  assert_custom (store, id);
  assert_questions (store);

  g_test_message ("the same description is no change");
  set_schema (store, described);
  g_assert_cmpuint (n_changes, ==, 1);

  g_test_message ("a new field does not touch what is there");
  set_schema (store, more);
  g_assert_cmpuint (n_changes, ==, 2);
  assert_custom (store, id);

  g_test_message ("without network, the next start knows the fields");
  clt_test_store_close (store);
  store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  assert_custom (store, id);
  assert_questions (store);
  g_assert_nonnull (clt_entity_find_field (
                      clt_schema_find_entity (clt_store_get_schema (store), "customer"), "x_more"));

  clt_test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store-schema/described", test_described);

  return g_test_run ();
}
