/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-saved-view.h"
#include "clt-test.h"

static void
test_saved_view (void)
{
  const char *const columns[] = { "name", "city", NULL };
  g_autoptr (CltQuery) query = clt_query_new ("customer");
  g_autoptr (CltSavedView) chosen = clt_saved_view_new (7, "Mine", "table", query, columns);
  g_autoptr (CltSavedView) usual = clt_saved_view_new (0, "All", "board", query, NULL);

  g_assert_cmpint (clt_saved_view_get_id (chosen), ==, 7);
  g_assert_cmpstr (clt_saved_view_get_name (chosen), ==, "Mine");
  g_assert_cmpstr (clt_saved_view_get_view (chosen), ==, "table");
  g_assert_true (clt_saved_view_get_query (chosen) == query);
  g_assert_cmpstr (clt_saved_view_get_columns (chosen)[1], ==, "city");
  g_assert_null (clt_saved_view_get_columns (chosen)[2]);

  g_test_message ("who chose no columns has none, rather than an empty list");
  g_assert_null (clt_saved_view_get_columns (usual));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/saved-view/saved-view", test_saved_view);

  return g_test_run ();
}
