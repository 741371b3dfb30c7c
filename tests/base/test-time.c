/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "clt-time.h"

/* 2026-11-22 10:00:00 UTC, a Sunday. The tests run in Shanghai: there it is 18:00. */
#define TEN G_GINT64_CONSTANT (1795341600000000)
#define MINUTE (60 * CLT_USEC_PER_SECOND)
#define HOUR (60 * MINUTE)

static const struct
{
  const char *what;
  const char *text;
  gint64      moment;
} readable[] = {
  { "UTC, with T and Z", "2026-11-22T10:00:00Z", TEN },
  { "without a zone it is UTC", "2026-11-22 10:00:00", TEN },
  { "an offset east", "2026-11-22T18:00:00+08:00", TEN },
  { "an offset west", "2026-11-22T05:00:00-05:00", TEN },
  { "an offset without colon", "2026-11-22T18:00:00+0800", TEN },
  { "an offset of hours", "2026-11-22T18:00:00+08", TEN },
  { "an offset of half an hour", "2026-11-22T15:30:00+05:30", TEN },
  { "a fraction", "2026-11-22T10:00:00.25Z", TEN + 250000 },
  { "microseconds", "2026-11-22 10:00:00.123456", TEN + 123456 },
  { "nanoseconds lose what we do not keep", "2026-11-22T10:00:00.123456789Z", TEN + 123456 },
  { "without seconds", "2026-11-22T10:00Z", TEN },
  { "a day alone is its midnight", "2026-11-22", TEN - 10 * HOUR },
  { "before the epoch", "1969-12-31T23:59:59.5Z", -500000 },
};

static const char *const nonsense[] = {
  "", "yesterday", "2026-11-22T", "2026-11-22T25:00:00Z", "2026-11-22T10:60:00Z",
  "2026-11-22T10:00:61Z", "2026-11-22T10:00:00.Z", "2026-11-22T10:00:00+", "2026-02-30T10:00:00Z",
  "2026-11-22T10:00:00+99:00", "2026-11-22T10:00:00Zulu", "2026-11-22X10:00:00", "10:00:00",
  "2026-11-22T10:00:00 +08:00 extra", "2026-11-22T1:00:00Z",
};

static const struct
{
  const char *what;
  gint64      offset; /* from now */
  const char *words;
} relative[] = {
  { "this moment", 0, "Just now" },
  { "half a minute ago", -30 * CLT_USEC_PER_SECOND, "Just now" },
  { "half a minute from now", 30 * CLT_USEC_PER_SECOND, "Just now" },
  { "one is not many", -MINUTE, "1 minute ago" },
  { "minutes ago", -5 * MINUTE, "5 minutes ago" },
  { "minutes from now", 59 * MINUTE, "In 59 minutes" },
  { "earlier today", -2 * HOUR, "Today at 16:00" },
  { "later today", 5 * HOUR, "Today at 23:00" },
  { "tomorrow is after midnight here, not after a day", 6 * HOUR, "Tomorrow at 00:00" },
  { "yesterday", -19 * HOUR, "Yesterday at 23:00" },
  { "days ago", -3 * 24 * HOUR, "3 days ago" },
  { "a week from now", 7 * 24 * HOUR, "In 7 days" },
  { "more than a week", 8 * 24 * HOUR, "11/30/26" },
  { "years ago", -1000 * 24 * HOUR, "02/26/24" },
};

static void
test_readable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      gint64 moment = 0;

      g_test_message ("%s", readable[i].what);
      g_assert_true (clt_time_parse (readable[i].text, &moment));
      g_assert_cmpint (moment, ==, readable[i].moment);
    }
}

static void
test_nonsense (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      gint64 moment = 42;

      g_test_message ("“%s” is no moment", nonsense[i]);
      g_assert_false (clt_time_parse (nonsense[i], &moment));
      g_assert_cmpint (moment, ==, 42);
    }
}

static void
test_typed (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    gint64      moment;
  } typed[] = {
    { "without a zone it is local", "2026-11-22 18:00", TEN },
    { "with one it is what it says", "2026-11-22T10:00:00Z", TEN },
    { "as the locale writes days", "11/22/26 18:00", TEN },
    { "in Chinese", "2026年11月22日 18:00:00", TEN },
    { "a day alone is its midnight here", "2026-11-22", TEN - 18 * HOUR },
  };
  gint64 moment;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_test_message ("%s", typed[i].what);
      g_assert_true (clt_time_parse_typed (typed[i].text, &moment));
      g_assert_cmpint (moment, ==, typed[i].moment);
    }

  g_assert_false (clt_time_parse_typed ("2026-11-22 25:00", &moment));
  g_assert_false (clt_time_parse_typed ("soon", &moment));
  g_assert_false (clt_time_parse_typed (NULL, &moment));
}

static void
test_written (void)
{
  static const gint64 moments[] = { TEN, TEN + 1, 0, -1, -CLT_USEC_PER_DAY, 253402300799999999 };
  g_autofree char *iso = clt_time_to_iso (TEN);
  g_autofree char *fraction = clt_time_to_iso (TEN + 250000);
  g_autofree char *sql = clt_time_to_sql (TEN + 250000);
  g_autofree char *display = clt_time_to_display (TEN);
  g_autofree char *endless = clt_time_to_display (G_MAXINT64);

  g_assert_cmpstr (iso, ==, "2026-11-22T10:00:00Z");
  g_assert_cmpstr (fraction, ==, "2026-11-22T10:00:00.250000Z");
  g_assert_cmpstr (sql, ==, "2026-11-22 10:00:00");
  g_assert_cmpstr (display, ==, "11/22/26 18:00");
  g_assert_nonnull (endless);

  g_test_message ("what is written is read again without loss");
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *text = clt_time_to_iso (moments[i]);
      gint64 moment;

      g_assert_true (clt_time_parse (text, &moment));
      g_assert_cmpint (moment, ==, moments[i]);
    }
}

static void
test_relative (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (relative); i++)
    {
      g_autofree char *words = clt_time_to_relative (TEN + relative[i].offset, TEN);

      g_test_message ("%s", relative[i].what);
      g_assert_cmpstr (words, ==, relative[i].words);
    }
}

static void
test_local_day (void)
{
  g_test_message ("the day changes at midnight here");
  g_assert_cmpint (clt_time_to_local_day (TEN), ==, 20779);
  g_assert_cmpint (clt_time_to_local_day (TEN + 6 * HOUR), ==, 20780);
  g_assert_cmpint (clt_time_from_local_day (20779), ==, TEN - 18 * HOUR);
  g_assert_cmpint (clt_time_to_local_day (clt_time_from_local_day (20779) - 1), ==, 20778);
}

static void
test_clock (void)
{
  g_test_message ("the clock can be stopped and runs on");
  clt_time_set_now (TEN);
  g_assert_cmpint (clt_time_now (), ==, TEN);
  clt_time_set_now (0);
  g_assert_cmpint (clt_time_now (), >, 0);
  g_assert_cmpint (clt_time_now (), !=, TEN);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/readable", test_readable);
  g_test_add_func ("/time/nonsense", test_nonsense);
  g_test_add_func ("/time/typed", test_typed);
  g_test_add_func ("/time/written", test_written);
  g_test_add_func ("/time/relative", test_relative);
  g_test_add_func ("/time/local-day", test_local_day);
  g_test_add_func ("/time/clock", test_clock);

  return g_test_run ();
}
