/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-choice.h"
#include "clt-test.h"

static void
test_choice (void)
{
  g_autoptr (CltChoice) won = clt_choice_new ("won", "Gewonnen", CLT_CHOICE_WON, 100);
  g_autoptr (CltChoice) lost = clt_choice_new ("lost", NULL, CLT_CHOICE_LOST, 0);
  g_autoptr (CltChoice) open = clt_choice_new ("open", "Open", CLT_CHOICE_FOLDED, 30);

  g_assert_cmpstr (clt_choice_get_id (won), ==, "won");
  g_assert_cmpstr (clt_choice_get_label (won), ==, "Gewonnen");
  g_assert_cmpint (clt_choice_get_flags (won), ==, CLT_CHOICE_WON);
  g_assert_cmpfloat_with_epsilon (clt_choice_get_probability (won), 100, 1e-9);

  g_test_message ("without a label the id is shown");
  g_assert_cmpstr (clt_choice_get_label (lost), ==, "lost");

  g_test_message ("well or badly ended is closed, folded is not");
  g_assert_true (clt_choice_is_closed (won));
  g_assert_true (clt_choice_is_closed (lost));
  g_assert_false (clt_choice_is_closed (open));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/choice/choice", test_choice);

  return g_test_run ();
}
