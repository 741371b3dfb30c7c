/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-catalog.h"
#include "clt-table-columns.h"

#define CHAR_PX 8.0
#define MOST_COLUMNS 40

static CltTableColumns *
new_columns (void)
{
  return clt_table_columns_new (clt_schema_find_entity (clt_catalog_get (), "customer"));
}

static int
lay_out (CltTableColumns *columns,
         int              available,
         CltTableSpan    *spans)
{
  return clt_table_columns_lay_out (columns, CHAR_PX, available, spans);
}

static void
test_the_title_is_first (void)
{
  g_autoptr (CltTableColumns) columns = new_columns ();

  g_assert_cmpint (clt_table_columns_find (columns, "name"), ==, 0);
  g_assert_cmpint (clt_table_columns_find (columns, "tax_id"), ==, -1);
}

static void
test_the_last_one_stays (void)
{
  g_autoptr (CltTableColumns) columns = new_columns ();
  const char *const one[] = { "city", NULL };

  clt_table_columns_set_names (columns, one);
  clt_table_columns_set_shown (columns, "city", FALSE);
  g_assert_cmpuint (clt_table_columns_get_n (columns), ==, 1);

  clt_table_columns_set_shown (columns, "name", TRUE);
  clt_table_columns_set_shown (columns, "city", FALSE);
  g_assert_cmpint (clt_table_columns_find (columns, "name"), ==, 0);
  g_assert_cmpuint (clt_table_columns_get_n (columns), ==, 1);
}

static void
test_they_share_the_room (void)
{
  g_autoptr (CltTableColumns) columns = new_columns ();
  CltTableSpan spans[MOST_COLUMNS];
  guint last = clt_table_columns_get_n (columns) - 1;
  int wide = lay_out (columns, 3000, spans);

  g_assert_cmpint (ABS (wide - 3000), <=, (int) last + 1);
  g_assert_cmpint (spans[last].x + spans[last].width, ==, wide);
  g_assert_cmpint (lay_out (columns, 100, spans), >, 100);
}

static void
test_a_width_of_ones_own_stays (void)
{
  g_autoptr (CltTableColumns) columns = new_columns ();
  CltTableSpan before[MOST_COLUMNS], after[MOST_COLUMNS];

  lay_out (columns, 1500, before);
  clt_table_columns_freeze (columns, before, CHAR_PX);
  clt_table_columns_set_width (columns, 1, clt_table_columns_get (columns, 1)->width + 10);
  lay_out (columns, 1500, after);

  g_assert_cmpint (ABS (after[0].width - before[0].width), <=, 1);
  g_assert_cmpint (ABS (after[1].width - before[1].width - 80), <=, 1);
}

static void
test_text_and_back (void)
{
  g_autoptr (CltTableColumns) columns = new_columns ();
  g_autofree char *text = NULL;
  g_auto (GStrv) names = NULL;
  const char *const wanted[] = { "name", "city", "phone", NULL };

  clt_table_columns_restore (columns, "name:30 city:12 no_such_field:9 phone:20 city:3");
  names = clt_table_columns_dup_names (columns);
  g_assert_cmpstrv (names, wanted);
  text = clt_table_columns_to_text (columns);
  g_assert_cmpstr (text, ==, "name:30 city:12 phone:20");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/table-columns/title-first", test_the_title_is_first);
  g_test_add_func ("/ui/table-columns/last-one-stays", test_the_last_one_stays);
  g_test_add_func ("/ui/table-columns/share-the-room", test_they_share_the_room);
  g_test_add_func ("/ui/table-columns/own-width", test_a_width_of_ones_own_stays);
  g_test_add_func ("/ui/table-columns/text", test_text_and_back);

  return g_test_run ();
}
