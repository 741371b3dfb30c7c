/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "clt-time.h"

#define FIRST_DAY_TRIED (-800000) /* in the year -221 */
#define LAST_DAY_TRIED 3000000    /* in the year 10183 */

static const struct
{
  const char *what;
  gint64      day;
  const char *iso;
} known[] = {
  { "the first day of all", 0, "1970-01-01" },
  { "the day before", -1, "1969-12-31" },
  { "a leap day", 11016, "2000-02-29" },
  { "the day after it", 11017, "2000-03-01" },
  { "today, when this was written", 20779, "2026-11-22" },
  { "a century without a leap day", 47540, "2100-02-28" },
  { "the day after that", 47541, "2100-03-01" },
};

static const struct
{
  const char *what;
  const char *text;
} nonsense[] = {
  { "nothing", "" },
  { "no text at all", NULL },
  { "the thirtieth of February", "2026-02-30" },
  { "a leap day in a common year", "2026-02-29" },
  { "month 13", "2026-13-01" },
  { "month 0", "2026-00-10" },
  { "day 0", "2026-11-00" },
  { "the year 0", "0000-01-01" },
  { "a day with time", "2026-11-22 10:00:00" },
  { "signs among the digits", "2026-1 -22" },
  { "other separators", "2026/11/22" },
  { "short forms", "26-11-22" },
};

static const struct
{
  const char *what;
  const char *text;
  gint64      day;
} typed[] = {
  { "as machines write it", "2026-11-22", 20779 },
  { "with blanks around", "  2026-11-22 ", 20779 },
  { "with slashes", "2026/11/22", 20779 },
  { "with dots and one digit", "2026.1.2", 20455 },
  { "in Chinese", "2026年11月22日", 20779 },
  { "as the locale writes it", "11/22/26", 20779 },
};

static void
test_known (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *iso = clt_day_to_iso (known[i].day);
      gint64 day;

      g_test_message ("%s", known[i].what);
      g_assert_cmpstr (iso, ==, known[i].iso);
      g_assert_true (clt_day_parse (known[i].iso, &day));
      g_assert_cmpint (day, ==, known[i].day);
    }
}

static void
test_there_and_back (void)
{
  int former_day = 0;

  g_test_message ("each day has one date, and they follow each other");
  for (gint64 day = FIRST_DAY_TRIED; day < LAST_DAY_TRIED; day++)
    {
      int year, month, day_of_month;

      clt_day_to_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (clt_day_from_ymd (year, month, day_of_month), ==, day);
      g_assert_true (day == FIRST_DAY_TRIED || day_of_month == 1 ||
                     day_of_month == former_day + 1);
      former_day = day_of_month;
    }
}

static void
test_nonsense (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      gint64 day = 42;

      g_test_message ("%s is no day", nonsense[i].what);
      g_assert_false (clt_day_parse (nonsense[i].text, &day));
      g_assert_cmpint (day, ==, 42);
    }
}

static void
test_typed (void)
{
  gint64 day;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_test_message ("%s", typed[i].what);
      g_assert_true (clt_day_parse_typed (typed[i].text, &day));
      g_assert_cmpint (day, ==, typed[i].day);
    }

  g_test_message ("but what does not exist does not exist");
  g_assert_false (clt_day_parse_typed ("2026/02/30", &day));
  g_assert_false (clt_day_parse_typed ("some day", &day));
  g_assert_false (clt_day_parse_typed (NULL, &day));
}

static void
test_words (void)
{
  static const struct
  {
    int         offset;
    const char *words;
  } relative[] = {
    { 0, "Today" }, { 1, "Tomorrow" }, { -1, "Yesterday" }, { 2, "11/24/26" },
  };

  g_test_message ("near days have names, others are as the locale writes them");
  for (gsize i = 0; i < G_N_ELEMENTS (relative); i++)
    {
      g_autofree char *words = clt_day_to_relative (20779 + relative[i].offset, 20779);

      g_assert_cmpstr (words, ==, relative[i].words);
    }
}

static void
test_extremes (void)
{
  g_test_message ("days that no calendar shows are shown as numbers");
  for (gint64 day = -(G_GINT64_CONSTANT (1) << 36); day != 0; day /= 16)
    {
      g_autofree char *display = clt_day_to_display (day);

      g_assert_cmpuint (strlen (display), >=, 8);
    }
}

static void
test_today (void)
{
  g_test_message ("today is the day of the clock");
  clt_time_set_now (20779 * CLT_USEC_PER_DAY + CLT_USEC_PER_DAY - 1);
  g_assert_cmpint (clt_day_today (), ==, 20779);
  clt_time_set_now (0);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/known", test_known);
  g_test_add_func ("/day/there-and-back", test_there_and_back);
  g_test_add_func ("/day/nonsense", test_nonsense);
  g_test_add_func ("/day/typed", test_typed);
  g_test_add_func ("/day/words", test_words);
  g_test_add_func ("/day/extremes", test_extremes);
  g_test_add_func ("/day/today", test_today);

  return g_test_run ();
}
