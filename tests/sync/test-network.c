/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-network.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_network_override (void)
{
  CltNetwork *network = clt_network_get_default ();
  guint n_notified = 0;
  gulong handler;

  handler = g_signal_connect_swapped (network, "notify::available", G_CALLBACK (count_cb),
                                      &n_notified);
  clt_network_set_available (network, TRUE);
  n_notified = 0;

  clt_network_set_available (network, FALSE);
  g_assert_false (clt_network_get_available (network));
  g_assert_cmpuint (n_notified, ==, 1);

  g_test_message ("saying it again is no change");
  clt_network_set_available (network, FALSE);
  g_assert_cmpuint (n_notified, ==, 1);

  g_test_message ("what the desktop says no longer counts");
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  g_assert_false (clt_network_get_available (network));

  g_signal_handler_disconnect (network, handler);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/network/override", test_network_override);

  return g_test_run ();
}
