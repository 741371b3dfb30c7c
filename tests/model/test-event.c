/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-event.h"
#include "clt-test-record.h"
#include "clt-test.h"
#include "clt-time.h"

/* The tests run in Shanghai, eight hours ahead of UTC. */
static const struct
{
  const char *what;
  const char *fields;
  const char *start; /* UTC */
  const char *end;
} events[] = {
  { "from then to then", "start=2026-11-22 18:00; end=2026-11-22 19:30",
    "2026-11-22T10:00:00Z", "2026-11-22T11:30:00Z" },
  { "without an end it takes an hour", "start=2026-11-22 18:00",
    "2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z" },
  { "it cannot end before it begins", "start=2026-11-22 18:00; end=2026-11-22 17:00",
    "2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z" },
  { "all day is a day here", "start=2026-11-22 08:00; all_day=yes",
    "2026-11-21T16:00:00Z", "2026-11-22T16:00:00Z" },
  { "all of several days, the last included",
    "start=2026-11-22 08:00; end=2026-11-24 18:00; all_day=yes",
    "2026-11-21T16:00:00Z", "2026-11-24T16:00:00Z" },
};

static void
test_events (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (CltRecord) event = clt_test_record_new ("event", events[i].fields);
      g_autofree char *start_text = NULL;
      g_autofree char *end_text = NULL;
      gint64 start, end;

      g_test_message ("%s", events[i].what);
      g_assert_true (clt_event_get_span (event, &start, &end));
      start_text = clt_time_to_iso (start);
      end_text = clt_time_to_iso (end);
      g_assert_cmpstr (start_text, ==, events[i].start);
      g_assert_cmpstr (end_text, ==, events[i].end);
    }
}

static void
test_no_start (void)
{
  g_autoptr (CltRecord) event = clt_test_record_new ("event", "end=2026-11-22 19:00");
  gint64 start = 1;
  gint64 end = 2;

  g_test_message ("without a start it is nowhere");
  g_assert_false (clt_event_get_span (event, &start, &end));
  g_assert_cmpint (start, ==, 1);
  g_assert_cmpint (end, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event/events", test_events);
  g_test_add_func ("/event/no-start", test_no_start);

  return g_test_run ();
}
