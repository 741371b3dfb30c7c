/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-retry.h"

static const struct {
  const char *what;
  guint attempt;
  guint retry_after;
  double share;
  gint64 delay;
} delays[] = {
  { "first failure waits two seconds at most",   1,          0,  1.0,     2000 },
  { "each failure doubles the longest wait",     4,          0,  1.0,    16000 },
  { "the wait stops growing at 15 min",         11,          0,  1.0,   900000 },
  { "a very old failure cannot overflow",      999,          0,  1.0,   900000 },
  { "the wait is a share of the longest",        4,          0,  0.25,    4000 },
  { "it may be none at all",                     4,          0,  0.0,        0 },
  { "a bad die cannot make it longer",           1,          0,  7.0,     2000 },
  { "nor negative",                              1,          0, -1.0,        0 },
  { "the server may ask for more",               1,         90,  1.0,    90000 },
  { "but never shortens our own wait",           4,          1,  1.0,    16000 },
  { "nor makes us wait for longer than a day",   1, G_MAXUINT,   1.0, 86400000 },
};

static void
test_retry_delay (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      g_test_message ("%s", delays[i].what);
      g_assert_cmpint (clt_retry_delay (delays[i].attempt, delays[i].retry_after,
                                        delays[i].share), ==, delays[i].delay);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/retry/delay", test_retry_delay);

  return g_test_run ();
}
