/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-codec-number"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "clt-field-codec.h"
#include "clt-money.h"

#define GROUP_LENGTH 3
#define MAX_PERCENT 100.0
#define MINUTES_PER_HOUR 60
#define REAL_DIGITS 15

/* Leaves one point at most. A comma in front of three digits groups; any other alone is a point. */
static char *
clt_field_reduce_number (const char *text)
{
  const char *comma = strrchr (text, ',');
  const gboolean is_point = comma != NULL && strchr (text, ',') == comma &&
                            strchr (text, '.') == NULL && strlen (comma + 1) != GROUP_LENGTH;
  GString *reduced = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c == ',' && is_point)
        g_string_append_c (reduced, '.');
      else if (c != ',' && c != '\'' && !g_unichar_isspace (c))
        g_string_append_unichar (reduced, c);
    }

  return g_string_free (reduced, FALSE);
}

static CltValue *
clt_field_parse_integer (const CltField *field,
                         const char     *text)
{
  g_autofree char *reduced = clt_field_reduce_number (text);
  gint64 number;

  return g_ascii_string_to_signed (reduced, 10, G_MININT64, G_MAXINT64, &number, NULL)
         ? clt_value_new_integer (number)
         : NULL;
}

static char *
clt_field_format_integer (const CltField *field,
                          const CltValue *value)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, clt_value_get_integer (value));
}

static char *
clt_field_to_plain_integer (const CltField *field,
                            const CltValue *value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, clt_value_get_integer (value));
}

static CltValue *
clt_field_parse_real (const CltField *field,
                      const char     *text)
{
  g_autofree char *reduced = clt_field_reduce_number (text);
  char *end;
  const double number = g_ascii_strtod (reduced, &end);

  if (end == reduced || *end != '\0' || !isfinite (number))
    return NULL;

  return clt_value_new_real (number);
}

static char *
clt_field_format_real (const CltField *field,
                       const CltValue *value)
{
  return g_strdup_printf ("%'.*g", REAL_DIGITS, clt_value_get_real (value));
}

static char *
clt_field_to_plain_real (const CltField *field,
                         const CltValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, clt_value_get_real (value)));
}

static CltValue *
clt_field_parse_percent (const CltField *field,
                         const char     *text)
{
  g_autofree char *number = g_strdup (text);

  if (g_str_has_suffix (number, "%"))
    number[strlen (number) - 1] = '\0';
  else if (g_str_has_suffix (number, "％"))
    number[strlen (number) - strlen ("％")] = '\0';

  return clt_field_parse_real (field, number);
}

static char *
clt_field_format_percent (const CltField *field,
                          const CltValue *value)
{
  g_autofree char *number = clt_field_format_real (field, value);

  /* Translators: %s is a number, the rest a percent sign */
  return g_strdup_printf (_("%s%%"), number);
}

static gboolean
clt_field_check_percent (const CltField *field,
                         const CltValue *value)
{
  const double number = clt_value_get_real (value);

  return number >= 0.0 && number <= MAX_PERCENT;
}

static gboolean
clt_field_check_duration (const CltField *field,
                          const CltValue *value)
{
  return clt_value_get_integer (value) >= 0;
}

/* "90", "1:30", "1h", "1h 30min" */
static CltValue *
clt_field_parse_duration (const CltField *field,
                          const char     *text)
{
  guint hours = 0;
  guint minutes = 0;
  int end = 0;

  if ((sscanf (text, "%4u:%2u%n", &hours, &minutes, &end) == 2 && text[end] == '\0') ||
      (sscanf (text, "%4u h %u min%n", &hours, &minutes, &end) == 2 && text[end] == '\0'))
    return clt_value_new_integer (hours * MINUTES_PER_HOUR + minutes);

  end = 0;
  if (sscanf (text, "%4u h%n", &hours, &end) == 1 && end > 0 && text[end] == '\0')
    return clt_value_new_integer (hours * MINUTES_PER_HOUR);

  end = 0;
  if (sscanf (text, "%6u min%n", &minutes, &end) == 1 && end > 0 && text[end] == '\0')
    return clt_value_new_integer (minutes);

  return clt_field_parse_integer (field, text);
}

static char *
clt_field_format_duration (const CltField *field,
                           const CltValue *value)
{
  const gint64 minutes = clt_value_get_integer (value);

  if (ABS (minutes) < MINUTES_PER_HOUR)
    /* Translators: a duration in minutes */
    return g_strdup_printf (_("%d min"), (int) minutes);

  if (minutes % MINUTES_PER_HOUR == 0)
    /* Translators: a duration in hours */
    return g_strdup_printf (_("%d h"), (int) (minutes / MINUTES_PER_HOUR));

  /* Translators: a duration in hours and minutes */
  return g_strdup_printf (_("%d h %d min"), (int) (minutes / MINUTES_PER_HOUR),
                          (int) ABS (minutes % MINUTES_PER_HOUR));
}

static CltValue *
clt_field_parse_money (const CltField *field,
                       const char     *text)
{
  g_autofree char *currency = clt_money_dup_currency (text);
  gint64 minor;

  return clt_money_parse (text, currency, &minor) ? clt_value_new_money (minor, currency) : NULL;
}

static char *
clt_field_format_money (const CltField *field,
                        const CltValue *value)
{
  return clt_money_to_display (clt_value_get_integer (value), clt_value_get_currency (value));
}

static char *
clt_field_to_plain_money (const CltField *field,
                          const CltValue *value)
{
  const char *currency = clt_value_get_currency (value);
  g_autofree char *amount = clt_money_to_plain (clt_value_get_integer (value), currency);

  return currency != NULL ? g_strdup_printf ("%s %s", amount, currency)
                          : g_steal_pointer (&amount);
}

const CltFieldCodec clt_field_codec_integer = {
  .parse = clt_field_parse_integer,
  .format = clt_field_format_integer,
  .to_plain = clt_field_to_plain_integer,
  /* Translators: keep {text}, what the user typed */
  .unreadable = N_("“{text}” is not a whole number."),
};

const CltFieldCodec clt_field_codec_real = {
  .parse = clt_field_parse_real,
  .format = clt_field_format_real,
  .to_plain = clt_field_to_plain_real,
  /* Translators: keep {text}, what the user typed */
  .unreadable = N_("“{text}” is not a number."),
};

const CltFieldCodec clt_field_codec_percent = {
  .parse = clt_field_parse_percent,
  .format = clt_field_format_percent,
  .to_plain = clt_field_to_plain_real,
  .check = clt_field_check_percent,
  /* Translators: keep {text}, what the user typed */
  .unreadable = N_("“{text}” is not a number."),
  /* Translators: keep {field}, the label of a field */
  .wrong = N_("“{field}” must be between 0 and 100."),
};

const CltFieldCodec clt_field_codec_duration = {
  .parse = clt_field_parse_duration,
  .format = clt_field_format_duration,
  .to_plain = clt_field_to_plain_integer,
  .check = clt_field_check_duration,
  /* Translators: keep {text}, what the user typed; 1:30 is an example */
  .unreadable = N_("“{text}” is not a duration. Write minutes, or hours and minutes like 1:30."),
  /* Translators: keep {field}, the label of a field */
  .wrong = N_("“{field}” cannot be less than nothing."),
};

const CltFieldCodec clt_field_codec_money = {
  .parse = clt_field_parse_money,
  .format = clt_field_format_money,
  .to_plain = clt_field_to_plain_money,
  /* Translators: keep {text}, what the user typed; the rest is an example */
  .unreadable = N_("“{text}” is not an amount. Write it like 1234.50 EUR."),
};
