/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-catalog.h"
#include "clt-pull-page.h"
#include "clt-test.h"

static void
test_page (void)
{
  CltEntity *customer = clt_schema_find_entity (clt_catalog_get (), "customer");
  const guint city = (guint) clt_entity_find_index (customer, "city");
  g_autoptr (CltPullPage) page = clt_pull_page_new (customer);
  CltPullRow *row;

  g_test_message ("a row says nothing of a field until something is said");
  row = clt_pull_page_add (page, "42", "2026-11-22 10:00:00");
  g_assert_null (row->values[city]);
  g_assert_false (row->removed);

  g_test_message ("the last word counts");
  clt_pull_row_take (row, city, clt_value_new_text ("Paris"));
  clt_pull_row_take (row, city, clt_value_new_text ("Rome"));

  for (int i = 0; i < 1000; i++)
    clt_pull_page_add (page, "43", NULL)->removed = TRUE;
  clt_pull_page_finish (page, "43", TRUE, -1);

  g_test_message ("rows stay what they are while others are added");
  g_assert_true (clt_pull_page_get_entity (page) == customer);
  g_assert_cmpuint (clt_pull_page_get_n_rows (page), ==, 1001);
  row = clt_pull_page_get_row (page, 0);
  g_assert_cmpstr (row->remote_id, ==, "42");
  g_assert_cmpstr (row->revision, ==, "2026-11-22 10:00:00");
  g_assert_cmpstr (clt_value_get_text (row->values[city]), ==, "Rome");
  g_assert_null (clt_pull_page_get_row (page, 1)->revision);
}

static void
test_finish (void)
{
  CltEntity *customer = clt_schema_find_entity (clt_catalog_get (), "customer");
  g_autoptr (CltPullPage) page = clt_pull_page_new (customer);

  g_assert_cmpint (clt_pull_page_get_total (page), ==, -1);
  clt_pull_page_finish (page, "a", FALSE, 10);
  g_assert_cmpstr (clt_pull_page_get_cursor (page), ==, "a");
  g_assert_false (clt_pull_page_get_is_last (page));
  g_assert_cmpint (clt_pull_page_get_total (page), ==, 10);

  g_test_message ("a cursor may be continued from itself");
  clt_pull_page_finish (page, clt_pull_page_get_cursor (page), TRUE, 10);
  g_assert_cmpstr (clt_pull_page_get_cursor (page), ==, "a");
  g_assert_true (clt_pull_page_get_is_last (page));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pull-page/page", test_page);
  g_test_add_func ("/pull-page/finish", test_finish);

  return g_test_run ();
}
