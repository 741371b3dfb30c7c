/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-history.h"

static void
assert_at (const CltHistoryEntry *entry,
           const char            *place,
           gint64                 record)
{
  g_assert_nonnull (entry);
  g_assert_cmpstr (entry->place, ==, place);
  g_assert_cmpint (entry->record, ==, record);
}

static void
test_back_and_forward (void)
{
  g_autoptr (CltHistory) history = clt_history_new ();

  g_assert_false (clt_history_can_go (history, -1));
  g_assert_null (clt_history_go (history, -1));

  clt_history_visit (history, "customer", 0);
  clt_history_visit (history, "deal", 0);
  clt_history_visit (history, "task", 0);

  assert_at (clt_history_go (history, -1), "deal", 0);
  assert_at (clt_history_go (history, -1), "customer", 0);
  g_assert_null (clt_history_go (history, -1));
  assert_at (clt_history_go (history, 1), "deal", 0);
}

static void
test_a_visit_forgets_what_was_gone_back_from (void)
{
  g_autoptr (CltHistory) history = clt_history_new ();

  clt_history_visit (history, "customer", 0);
  clt_history_visit (history, "deal", 0);
  clt_history_go (history, -1);
  clt_history_visit (history, "task", 0);

  g_assert_false (clt_history_can_go (history, 1));
  assert_at (clt_history_go (history, -1), "customer", 0);
}

static void
test_the_first_record_belongs_to_the_visit (void)
{
  g_autoptr (CltHistory) history = clt_history_new ();

  clt_history_visit (history, "customer", 0);
  clt_history_visit (history, "customer", 7);
  g_assert_false (clt_history_can_go (history, -1));

  clt_history_visit (history, "customer", 8);
  assert_at (clt_history_go (history, -1), "customer", 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/history/back-and-forward", test_back_and_forward);
  g_test_add_func ("/ui/history/a-visit-forgets", test_a_visit_forgets_what_was_gone_back_from);
  g_test_add_func ("/ui/history/first-record", test_the_first_record_belongs_to_the_visit);

  return g_test_run ();
}
