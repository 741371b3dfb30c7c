/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-day"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "clt-day.h"
#include "clt-time.h"

/* What GDateTime can show, and more than any CRM holds. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

/* The Gregorian calendar repeats itself after an era. Years are counted from March, so that the
 * leap day is the last of its year; day 0 of era 0 is 0000-03-01. */
#define YEARS_PER_ERA 400
#define DAYS_PER_ERA 146097
#define ERA_DAY_OF_1970 719468

/* How people write days besides their locale's way, as in strptime(). */
static const char *const typed_formats[] = { "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%x" };

static gboolean
clt_day_is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static gboolean
clt_day_is_valid (int year,
                  int month,
                  int day)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int length;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
    return FALSE;

  length = lengths[month - 1] + (month == 2 && clt_day_is_leap_year (year) ? 1 : 0);

  return day >= 1 && day <= length;
}

/**
 * clt_day_from_ymd:
 * @year: a year
 * @month: 1 to 12
 * @day: 1 to 31; a day behind the month's last is counted on into the next month
 *
 * Returns: the day
 */
gint64
clt_day_from_ymd (int year,
                  int month,
                  int day)
{
  const gint64 march_year = (gint64) year - (month <= 2 ? 1 : 0);
  const gint64 era = (march_year - (march_year < 0 ? YEARS_PER_ERA - 1 : 0)) / YEARS_PER_ERA;
  const gint64 year_of_era = march_year - era * YEARS_PER_ERA;
  const gint64 march_month = month + (month > 2 ? -3 : 9);
  const gint64 day_of_year = (153 * march_month + 2) / 5 + day - 1;

  return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
         day_of_year - ERA_DAY_OF_1970;
}

/**
 * clt_day_to_ymd:
 * @day: a day
 * @year: (out): return location for the year
 * @month: (out): return location for the month, 1 to 12
 * @day_of_month: (out): return location for the day of the month, 1 to 31
 *
 * Finds the date of a day.
 */
void
clt_day_to_ymd (gint64  day,
                int    *year,
                int    *month,
                int    *day_of_month)
{
  const gint64 days = day + ERA_DAY_OF_1970;
  const gint64 era = (days - (days < 0 ? DAYS_PER_ERA - 1 : 0)) / DAYS_PER_ERA;
  const gint64 day_of_era = days - era * DAYS_PER_ERA;
  const gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                              day_of_era / (DAYS_PER_ERA - 1)) / 365;
  const gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 -
                                           year_of_era / 100);
  const gint64 march_month = (5 * day_of_year + 2) / 153;

  *day_of_month = (int) (day_of_year - (153 * march_month + 2) / 5 + 1);
  *month = (int) (march_month + (march_month < 10 ? 3 : -9));
  *year = (int) (year_of_era + era * YEARS_PER_ERA + (*month <= 2 ? 1 : 0));
}

/**
 * clt_day_parse:
 * @text: (nullable): "2026-11-22", and nothing else
 * @day: (out): return location for the day
 *
 * Reads a day as machines write it.
 *
 * Returns: %TRUE if @text is a day that exists; else @day is not touched
 */
gboolean
clt_day_parse (const char *text,
               gint64     *day)
{
  int year = 0;
  int month = 0;
  int day_of_month = 0;

  g_return_val_if_fail (day != NULL, FALSE);

  if (text == NULL || strlen (text) != strlen ("YYYY-MM-DD"))
    return FALSE;

  for (gsize i = 0; text[i] != '\0'; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;

  sscanf (text, "%4d-%2d-%2d", &year, &month, &day_of_month);
  if (!clt_day_is_valid (year, month, day_of_month))
    return FALSE;

  *day = clt_day_from_ymd (year, month, day_of_month);

  return TRUE;
}

/**
 * clt_day_parse_typed:
 * @text: (nullable): a day as the locale writes it, or year, month and day
 *   between "-", "/", "." or 年月日
 * @day: (out): return location for the day
 *
 * Reads a day as a person types it.
 *
 * Returns: %TRUE if @text is a day that exists; else @day is not touched
 */
gboolean
clt_day_parse_typed (const char *text,
                     gint64     *day)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (day != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  stripped = g_strstrip (g_strdup (text));
  if (clt_day_parse (stripped, day))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (typed_formats); i++)
    {
      struct tm tm = { 0 };
      const char *end = strptime (stripped, typed_formats[i], &tm);

      if (end == NULL || *end != '\0' ||
          !clt_day_is_valid (tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday))
        continue;

      *day = clt_day_from_ymd (tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
      return TRUE;
    }

  return FALSE;
}

/**
 * clt_day_to_iso:
 * @day: a day
 *
 * Returns: (transfer full): "2026-11-22"
 */
char *
clt_day_to_iso (gint64 day)
{
  int year, month, day_of_month;

  clt_day_to_ymd (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

/**
 * clt_day_to_display:
 * @day: a day
 *
 * Returns: (transfer full): the day as the user's locale writes it
 */
char *
clt_day_to_display (gint64 day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  clt_day_to_ymd (day, &year, &month, &day_of_month);
  if (clt_day_is_valid (year, month, day_of_month))
    date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);

  return date != NULL ? g_date_time_format (date, "%x") : clt_day_to_iso (day);
}

/**
 * clt_day_to_relative:
 * @day: a day
 * @today: the current day, from clt_day_today()
 *
 * Returns: (transfer full): "Yesterday", "Today" or "Tomorrow", or the day as
 *   clt_day_to_display() shows it
 */
char *
clt_day_to_relative (gint64 day,
                     gint64 today)
{
  if (day == today)
    return g_strdup (_("Today"));
  if (day == today + 1)
    return g_strdup (_("Tomorrow"));
  if (day == today - 1)
    return g_strdup (_("Yesterday"));

  return clt_day_to_display (day);
}

/**
 * clt_day_today:
 *
 * Returns: the day that the user's calendar shows now
 */
gint64
clt_day_today (void)
{
  return clt_time_to_local_day (clt_time_now ());
}
