/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-odoo-cursor.h"

static void
test_run (void)
{
  g_autoptr (CltOdooCursor) cursor = clt_odoo_cursor_new (NULL);
  g_autoptr (CltOdooCursor) resumed = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *end = NULL;

  g_assert_null (cursor->since);
  g_assert_cmpint (cursor->last, ==, 0);

  g_test_message ("ids rise, stamps do not");
  cursor->total = 5;
  clt_odoo_cursor_note (cursor, 3, "2026-11-22 12:30:00");
  clt_odoo_cursor_note (cursor, 9, "2026-11-22 12:00:00");
  middle = clt_odoo_cursor_to_text (cursor);

  g_test_message ("another process goes on behind the last row that was stored");
  resumed = clt_odoo_cursor_new (middle);
  g_assert_null (resumed->since);
  g_assert_cmpint (resumed->last, ==, 9);
  g_assert_cmpint (resumed->total, ==, 5);
  g_assert_cmpstr (resumed->seen, ==, "2026-11-22 12:30:00");

  g_test_message ("the next run begins ten minutes before the greatest stamp");
  clt_odoo_cursor_end_run (resumed);
  g_assert_cmpstr (resumed->since, ==, "2026-11-22 12:20:00");
  g_assert_cmpint (resumed->last, ==, 0);
  g_assert_cmpint (resumed->total, ==, -1);

  g_test_message ("and a run without rows changes nothing");
  clt_odoo_cursor_end_run (resumed);
  end = clt_odoo_cursor_to_text (resumed);
  g_assert_cmpstr (resumed->since, ==, "2026-11-22 12:20:00");
  g_assert_nonnull (end);
}

static void
test_nothing_yet (void)
{
  g_autoptr (CltOdooCursor) cursor = clt_odoo_cursor_new (NULL);

  clt_odoo_cursor_end_run (cursor);
  g_assert_null (cursor->since);
}

static void
test_unreadable (void)
{
  static const char * const texts[] = { "", "x", "[]", "{\"last\": \"many\", \"since\": 7}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CltOdooCursor) cursor = clt_odoo_cursor_new (texts[i]);

      g_test_message ("“%s” is the beginning", texts[i]);
      g_assert_null (cursor->since);
      g_assert_cmpint (cursor->last, ==, 0);
      g_assert_cmpint (cursor->total, ==, -1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odoo-cursor/run", test_run);
  g_test_add_func ("/odoo-cursor/nothing-yet", test_nothing_yet);
  g_test_add_func ("/odoo-cursor/unreadable", test_unreadable);

  return g_test_run ();
}
