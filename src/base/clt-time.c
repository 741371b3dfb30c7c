/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-time"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-time.h"

#define SECONDS_PER_MINUTE 60
#define SECONDS_PER_HOUR (60 * SECONDS_PER_MINUTE)
#define SECONDS_PER_DAY (24 * SECONDS_PER_HOUR)
#define FRACTION_DIGITS 6
#define DAYS_SAID_RELATIVELY 7

/* The clock's value in tests; 0 is the real clock. */
static gint64 fixed_now;

/* {{{ Reading */

/* Exactly @n digits. */
static gboolean
clt_time_read_digits (const char **at,
                      int          n,
                      int         *number)
{
  *number = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (*(*at)++);
    }

  return TRUE;
}

static gboolean
clt_time_read_char (const char **at,
                    char         c)
{
  if (**at != c)
    return FALSE;

  (*at)++;

  return TRUE;
}

/* "2026-11-22" */
static gboolean
clt_time_read_day (const char **at,
                   gint64      *day)
{
  char iso[sizeof "YYYY-MM-DD"];

  g_strlcpy (iso, *at, sizeof iso);
  if (!clt_day_parse (iso, day))
    return FALSE;

  *at += strlen (iso);

  return TRUE;
}

/* ".25" and nothing are fine; digits behind the microseconds are dropped. */
static gboolean
clt_time_read_fraction (const char **at,
                        gint64      *usec)
{
  int n_digits = 0;

  *usec = 0;
  if (!clt_time_read_char (at, '.') && !clt_time_read_char (at, ','))
    return TRUE;

  for (; g_ascii_isdigit (**at); (*at)++, n_digits++)
    if (n_digits < FRACTION_DIGITS)
      *usec = *usec * 10 + g_ascii_digit_value (**at);

  for (int i = n_digits; i < FRACTION_DIGITS; i++)
    *usec *= 10;

  return n_digits > 0;
}

/* "10:00", "10:00:00", "10:00:00.25" */
static gboolean
clt_time_read_clock (const char **at,
                     gint64      *usec)
{
  int hour, minute;
  int second = 0;
  gint64 fraction = 0;

  if (!clt_time_read_digits (at, 2, &hour) || !clt_time_read_char (at, ':') ||
      !clt_time_read_digits (at, 2, &minute))
    return FALSE;

  if (clt_time_read_char (at, ':') &&
      (!clt_time_read_digits (at, 2, &second) || !clt_time_read_fraction (at, &fraction)))
    return FALSE;

  *usec = (hour * SECONDS_PER_HOUR + minute * SECONDS_PER_MINUTE + second) * CLT_USEC_PER_SECOND +
          fraction;

  return hour <= 23 && minute <= 59 && second <= 59;
}

/* "Z", "+08:00", "+0800", "-05" and nothing; *has_zone is FALSE for nothing. */
static gboolean
clt_time_read_zone (const char **at,
                    gint64      *offset_usec,
                    gboolean    *has_zone)
{
  const gboolean is_west = **at == '-';
  int hours;
  int minutes = 0;

  *offset_usec = 0;
  *has_zone = **at != '\0';
  if (!*has_zone || clt_time_read_char (at, 'Z') || clt_time_read_char (at, 'z'))
    return TRUE;

  if (!clt_time_read_char (at, '+') && !clt_time_read_char (at, '-'))
    return FALSE;

  if (!clt_time_read_digits (at, 2, &hours))
    return FALSE;

  if (**at != '\0')
    {
      clt_time_read_char (at, ':');
      if (!clt_time_read_digits (at, 2, &minutes))
        return FALSE;
    }

  *offset_usec = (hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE) * CLT_USEC_PER_SECOND;
  if (is_west)
    *offset_usec = -*offset_usec;

  return hours <= 14 && minutes <= 59;
}

/* A day alone is its first moment. */
static gboolean
clt_time_read (const char *text,
               gint64     *moment,
               gboolean   *has_zone)
{
  gint64 day, offset;
  gint64 clock = 0;

  *has_zone = FALSE;
  if (!clt_time_read_day (&text, &day))
    return FALSE;

  if (*text != '\0')
    {
      if (!clt_time_read_char (&text, 'T') && !clt_time_read_char (&text, 't') &&
          !clt_time_read_char (&text, ' '))
        return FALSE;
      if (!clt_time_read_clock (&text, &clock))
        return FALSE;
    }

  if (!clt_time_read_zone (&text, &offset, has_zone) || *text != '\0')
    return FALSE;

  *moment = day * CLT_USEC_PER_DAY + clock - offset;

  return TRUE;
}

/* }}} */
/* {{{ Helpers */

/* Rounds towards the past, also before 1970. */
static gint64
clt_time_floor (gint64 number,
                gint64 unit)
{
  return number / unit - (number % unit < 0 ? 1 : 0);
}

static GDateTime *
clt_time_to_local (gint64 moment)
{
  g_autoptr (GDateTime) utc = NULL;

  utc = g_date_time_new_from_unix_utc (clt_time_floor (moment, CLT_USEC_PER_SECOND));

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

/* The moment at which a clock on the wall shows what @moment would be in UTC. */
static gint64
clt_time_from_wall (gint64 moment)
{
  const gint64 day = clt_time_floor (moment, CLT_USEC_PER_DAY);
  const gint64 usec = moment - day * CLT_USEC_PER_DAY;
  const int seconds = (int) (usec / CLT_USEC_PER_SECOND);
  g_autoptr (GDateTime) local = NULL;
  int year, month, day_of_month;

  clt_day_to_ymd (day, &year, &month, &day_of_month);
  local = g_date_time_new_local (year, month, day_of_month, seconds / SECONDS_PER_HOUR,
                                 seconds / SECONDS_PER_MINUTE % 60, seconds % 60);

  return local != NULL
         ? g_date_time_to_unix (local) * CLT_USEC_PER_SECOND + usec % CLT_USEC_PER_SECOND
         : moment;
}

/* What is at least an hour away; days are counted by the calendar on the wall. */
static char *
clt_time_to_relative_day (gint64 moment,
                          gint64 days)
{
  g_autoptr (GDateTime) local = clt_time_to_local (moment);

  if (local == NULL)
    return clt_time_to_iso (moment);

  if (days == 0)
    /* Translators: %H:%M is the time of day, as in strftime() */
    return g_date_time_format (local, _("Today at %H:%M"));
  if (days == 1)
    /* Translators: %H:%M is the time of day, as in strftime() */
    return g_date_time_format (local, _("Tomorrow at %H:%M"));
  if (days == -1)
    /* Translators: %H:%M is the time of day, as in strftime() */
    return g_date_time_format (local, _("Yesterday at %H:%M"));
  if (days < 0 && days >= -DAYS_SAID_RELATIVELY)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), (int) -days);
  if (days > 0 && days <= DAYS_SAID_RELATIVELY)
    return g_strdup_printf (ngettext ("In %d day", "In %d days", (gulong) days), (int) days);

  return g_date_time_format (local, "%x");
}

/* }}} */

/**
 * clt_time_now:
 *
 * Returns: the current time, in microseconds since the Unix epoch, UTC
 */
gint64
clt_time_now (void)
{
  return fixed_now != 0 ? fixed_now : g_get_real_time ();
}

/**
 * clt_time_set_now:
 * @now: the moment at which the clock is to stand; 0 to let it run again
 *
 * Stops the clock, for tests and for pictures that are to look alike every day.
 * Call it while no other thread asks for the time.
 */
void
clt_time_set_now (gint64 now)
{
  fixed_now = now;
}

/**
 * clt_time_parse:
 * @text: (nullable): ISO 8601 as machines write it: "2026-11-22T10:00:00Z", with
 *   an offset, a fraction, or a space for the T
 * @moment: (out): return location for the moment
 *
 * Reads a moment. Without an offset it is UTC, and a day alone is its midnight.
 *
 * Returns: %TRUE if @text is a moment; else @moment is not touched
 */
gboolean
clt_time_parse (const char *text,
                gint64     *moment)
{
  gboolean has_zone;

  g_return_val_if_fail (moment != NULL, FALSE);

  return text != NULL && clt_time_read (text, moment, &has_zone);
}

/**
 * clt_time_parse_typed:
 * @text: (nullable): a day as for clt_day_parse_typed(), then perhaps a blank and
 *   the time of day; or what clt_time_parse() takes
 * @moment: (out): return location for the moment
 *
 * Reads a moment as a person types it: without an offset it is local time.
 *
 * Returns: %TRUE if @text is a moment; else @moment is not touched
 */
gboolean
clt_time_parse_typed (const char *text,
                      gint64     *moment)
{
  g_autofree char *day_text = NULL;
  const char *clock_text;
  gboolean has_zone;
  gint64 day;
  gint64 wall;
  gint64 clock = 0;

  g_return_val_if_fail (moment != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  if (clt_time_read (text, &wall, &has_zone))
    {
      *moment = has_zone ? wall : clt_time_from_wall (wall);
      return TRUE;
    }

  clock_text = strrchr (text, ' ');
  if (clock_text != NULL && strchr (clock_text, ':') != NULL)
    {
      day_text = g_strstrip (g_strndup (text, (gsize) (clock_text - text)));
      clock_text++;
      if (!clt_time_read_clock (&clock_text, &clock) || *clock_text != '\0')
        return FALSE;
    }

  if (!clt_day_parse_typed (day_text != NULL ? day_text : text, &day))
    return FALSE;

  *moment = clt_time_from_wall (day * CLT_USEC_PER_DAY + clock);

  return TRUE;
}

/**
 * clt_time_to_iso:
 * @moment: a moment
 *
 * Returns: (transfer full): ISO 8601 in UTC, such as "2026-11-22T10:00:00Z", with
 *   a fraction only if there is one; clt_time_parse() gives @moment again
 */
char *
clt_time_to_iso (gint64 moment)
{
  const gint64 usec = moment - clt_time_floor (moment, CLT_USEC_PER_SECOND) * CLT_USEC_PER_SECOND;
  g_autofree char *text = clt_time_to_sql (moment);

  *strchr (text, ' ') = 'T';
  if (usec == 0)
    return g_strconcat (text, "Z", NULL);

  return g_strdup_printf ("%s.%06" G_GINT64_FORMAT "Z", text, usec);
}

/**
 * clt_time_to_sql:
 * @moment: a moment
 *
 * Returns: (transfer full): "2026-11-22 10:00:00", in UTC, without fraction
 */
char *
clt_time_to_sql (gint64 moment)
{
  const gint64 day = clt_time_floor (moment, CLT_USEC_PER_DAY);
  const int seconds = (int) ((moment - day * CLT_USEC_PER_DAY) / CLT_USEC_PER_SECOND);
  g_autofree char *iso = clt_day_to_iso (day);

  return g_strdup_printf ("%s %02d:%02d:%02d", iso, seconds / SECONDS_PER_HOUR,
                          seconds / SECONDS_PER_MINUTE % 60, seconds % 60);
}

/**
 * clt_time_to_display:
 * @moment: a moment
 *
 * Returns: (transfer full): day and time as the user's locale writes them, local time
 */
char *
clt_time_to_display (gint64 moment)
{
  g_autoptr (GDateTime) local = clt_time_to_local (moment);

  if (local == NULL)
    return clt_time_to_iso (moment);

  /* Translators: a day and a time of day, as in strftime(); %x is the locale's own day */
  return g_date_time_format (local, _("%x %H:%M"));
}

/**
 * clt_time_to_relative:
 * @moment: a moment
 * @now: the current time, from clt_time_now()
 *
 * Says how long ago @moment was or how soon it will be: "5 minutes ago",
 * "Tomorrow at 10:00", and for what is more than a week away the day.
 *
 * Returns: (transfer full): a phrase, beginning with a capital where the language has them
 */
char *
clt_time_to_relative (gint64 moment,
                      gint64 now)
{
  const gint64 seconds = (moment - now) / CLT_USEC_PER_SECOND;
  const int minutes = (int) CLAMP (ABS (seconds) / SECONDS_PER_MINUTE, 0, SECONDS_PER_HOUR);

  if (minutes == 0)
    return g_strdup (_("Just now"));

  if (seconds < 0 && minutes < 60)
    return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", (gulong) minutes),
                            minutes);

  if (minutes < 60)
    return g_strdup_printf (ngettext ("In %d minute", "In %d minutes", (gulong) minutes), minutes);

  return clt_time_to_relative_day (moment, clt_time_to_local_day (moment) -
                                           clt_time_to_local_day (now));
}

/**
 * clt_time_to_local_day:
 * @moment: a moment
 *
 * Returns: the day that the user's calendar shows at @moment
 */
gint64
clt_time_to_local_day (gint64 moment)
{
  g_autoptr (GDateTime) local = clt_time_to_local (moment);
  int year, month, day;

  if (local == NULL)
    return clt_time_floor (moment, CLT_USEC_PER_DAY);

  g_date_time_get_ymd (local, &year, &month, &day);

  return clt_day_from_ymd (year, month, day);
}

/**
 * clt_time_from_local_day:
 * @day: a day
 *
 * Returns: the moment at which @day begins where the user is
 */
gint64
clt_time_from_local_day (gint64 day)
{
  return clt_time_from_wall (day * CLT_USEC_PER_DAY);
}
