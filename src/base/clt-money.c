/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-money"

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "clt-money.h"

#define USUAL_DIGITS 2
#define GROUP_LENGTH 3
#define CODE_LENGTH 3
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* 1.005 is a hair below itself in binary; this much is taken for the half that people see. */
#define ALMOST_HALF (0.5 - 1e-7)

/* The smallest power of two that does not fit a gint64. */
#define MINOR_LIMIT 9223372036854775808.0

typedef struct
{
  const char *code;   /* ISO 4217 */
  int         digits; /* of the minor unit */
  const char *symbol; /* (nullable): shown in front; without one the code is shown behind */
} CurrencyRow;

static const CurrencyRow currencies[] = {
  { "CNY", 2, "¥" },
  { "EUR", 2, "€" },
  { "GBP", 2, "£" },
  { "INR", 2, "₹" },
  { "JPY", 0, "JP¥" },
  { "KRW", 0, "₩" },
  { "USD", 2, "$" },
  { "VND", 0, NULL },
  { "BIF", 0, NULL },
  { "CLP", 0, NULL },
  { "DJF", 0, NULL },
  { "GNF", 0, NULL },
  { "ISK", 0, NULL },
  { "KMF", 0, NULL },
  { "PYG", 0, NULL },
  { "RWF", 0, NULL },
  { "UGX", 0, NULL },
  { "UYI", 0, NULL },
  { "VUV", 0, NULL },
  { "XAF", 0, NULL },
  { "XOF", 0, NULL },
  { "XPF", 0, NULL },
  { "BHD", 3, NULL },
  { "IQD", 3, NULL },
  { "JOD", 3, NULL },
  { "KWD", 3, NULL },
  { "LYD", 3, NULL },
  { "OMR", 3, NULL },
  { "TND", 3, NULL },
  { "CLF", 4, NULL },
  { "UYW", 4, NULL },
};

/* Words for money that are neither a currency sign of Unicode nor the code itself. */
static const char *const words[] = { "JP¥", "CN¥", "US$", "RMB", "元", "円", "圆", "块" };

static const CurrencyRow *
clt_money_find_currency (const char *currency)
{
  for (gsize i = 0; currency != NULL && i < G_N_ELEMENTS (currencies); i++)
    if (g_ascii_strcasecmp (currencies[i].code, currency) == 0)
      return &currencies[i];

  return NULL;
}

static guint64
clt_money_get_scale (const char *currency)
{
  guint64 scale = 1;

  for (int i = clt_money_get_digits (currency); i > 0; i--)
    scale *= 10;

  return scale;
}

/* {{{ Reading */

/* Empties every occurrence of @word, ignoring the case of ASCII letters. */
static void
clt_money_blank_out (char       *text,
                     const char *word)
{
  const gsize length = strlen (word);

  if (length == 0)
    return;

  for (char *at = text; *at != '\0'; at++)
    if (g_ascii_strncasecmp (at, word, length) == 0)
      memset (at, ' ', length);
}

/* Leaves digits, separators and a minus; NULL if there is anything that is not about money.
 * Compatibility forms (full-width digits and signs, no-break blanks) become the plain ones. */
static char *
clt_money_reduce (const char *text,
                  const char *currency)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr (GString) reduced = g_string_new (NULL);

  if (plain == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    clt_money_blank_out (plain, words[i]);
  clt_money_blank_out (plain, currency != NULL ? currency : "");

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c == 0x2212) /* the typographic minus */
        g_string_append_c (reduced, '-');
      else if (g_unichar_isdigit (c))
        g_string_append_c (reduced, (char) ('0' + g_unichar_digit_value (c)));
      else if (c == '.' || c == ',' || c == '-')
        g_string_append_c (reduced, (char) c);
      else if (!g_unichar_isspace (c) && c != '\'' && c != 0x2019 && c != '+' &&
               g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL)
        return NULL;
    }

  return g_string_free (g_steal_pointer (&reduced), FALSE);
}

static gsize
clt_money_count (const char *text,
                 char        c)
{
  gsize n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;

  return n;
}

/* The separator in front of the decimals, or NULL. Of two kinds the last one is it; one that
 * occurs twice groups; and one alone in front of three digits groups, unless the locale or the
 * currency says otherwise. */
static const char *
clt_money_find_point (const char *number,
                      int         digits)
{
  const char *dot = strrchr (number, '.');
  const char *comma = strrchr (number, ',');
  const char *last = MAX (dot, comma);

  if (last == NULL || clt_money_count (number, *last) > 1)
    return NULL;

  if (dot != NULL && comma != NULL)
    return last;

  if (strlen (last + 1) == GROUP_LENGTH && digits != GROUP_LENGTH &&
      *last != *localeconv ()->decimal_point)
    return NULL;

  return last;
}

static gboolean
clt_money_append_digit (guint64 *minor,
                        int      digit)
{
  return g_uint64_checked_mul (minor, *minor, 10) && g_uint64_checked_add (minor, *minor, digit);
}

/* Decimals that the currency does not have must be zeros: nothing is rounded silently. */
static gboolean
clt_money_read (const char *number,
                int         digits,
                guint64    *minor)
{
  const char *point = clt_money_find_point (number, digits);
  int n_digits = 0;
  int n_decimals = 0;

  *minor = 0;
  for (const char *at = number; *at != '\0'; at++)
    {
      if (!g_ascii_isdigit (*at))
        continue;

      n_digits++;
      n_decimals += point != NULL && at > point;
      if (n_decimals > digits && *at != '0')
        return FALSE;
      if (n_decimals <= digits && !clt_money_append_digit (minor, g_ascii_digit_value (*at)))
        return FALSE;
    }

  for (; n_decimals < digits; n_decimals++)
    if (!clt_money_append_digit (minor, 0))
      return FALSE;

  return n_digits > 0;
}

/* }}} */
/* {{{ Writing */

/* What the locale puts there, or the fallback where it has nothing we could show. */
static const char *
clt_money_choose_separator (const char *of_locale,
                            const char *fallback)
{
  return *of_locale != '\0' && g_utf8_validate (of_locale, -1, NULL) ? of_locale : fallback;
}

/* Digits of the whole units; a group ends where the count of those behind it divides by three. */
static void
clt_money_append_whole (GString    *text,
                        guint64     whole,
                        const char *separator)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, whole);
  gsize n_left = strlen (digits);

  for (const char *digit = digits; *digit != '\0'; digit++)
    {
      g_string_append_c (text, *digit);
      if (--n_left > 0 && n_left % GROUP_LENGTH == 0)
        g_string_append (text, separator);
    }
}

static char *
clt_money_write (gint64      minor,
                 const char *currency,
                 const char *symbol,
                 const char *group,
                 const char *point)
{
  const int digits = clt_money_get_digits (currency);
  const guint64 scale = clt_money_get_scale (currency);
  const guint64 amount = minor < 0 ? -(guint64) minor : (guint64) minor;
  GString *text = g_string_new (minor < 0 ? "-" : NULL);

  g_string_append (text, symbol);
  clt_money_append_whole (text, amount / scale, group);
  if (digits > 0)
    g_string_append_printf (text, "%s%0*" G_GUINT64_FORMAT, point, digits, amount % scale);

  return g_string_free (text, FALSE);
}

/* }}} */

/**
 * clt_money_get_digits:
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: how many decimals amounts of @currency have: 2, unless it is one of
 *   those known to have others
 */
int
clt_money_get_digits (const char *currency)
{
  const CurrencyRow *row = clt_money_find_currency (currency);

  return row != NULL ? row->digits : USUAL_DIGITS;
}

/**
 * clt_money_dup_currency:
 * @text: (nullable): an amount as people write it
 *
 * Finds the currency that @text names by its code in capitals, "12 EUR", or by a
 * sign that we show it with, "€12".
 *
 * Returns: (transfer full) (nullable): an ISO 4217 code; %NULL if it names none
 */
char *
clt_money_dup_currency (const char *text)
{
  g_autofree char *plain = NULL;

  plain = text != NULL ? g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE) : NULL;
  if (plain == NULL)
    return NULL;

  for (const char *at = plain; *at != '\0'; at++)
    {
      const gsize length = strspn (at, CAPITALS);

      if (length == CODE_LENGTH)
        return g_strndup (at, CODE_LENGTH);
      if (length > 0)
        at += length - 1;
    }

  /* Longer signs first, or "JP¥" would be "¥". */
  for (gsize i = G_N_ELEMENTS (currencies); i > 0; i--)
    if (currencies[i - 1].symbol != NULL && strstr (plain, currencies[i - 1].symbol) != NULL)
      return g_strdup (currencies[i - 1].code);

  return NULL;
}

/**
 * clt_money_parse:
 * @text: (nullable): an amount as people write it: "1,234.50", "1 234,50", "￥12.5"
 * @currency: (nullable): the ISO 4217 code of the currency it is in; it may stand
 *   in @text too
 * @minor: (out): return location for the amount in minor units
 *
 * Reads an amount without ever guessing at its digits: more decimals than the
 * currency has, and amounts that do not fit, are refused.
 *
 * Returns: %TRUE if @text is an amount; else @minor is not touched
 */
gboolean
clt_money_parse (const char *text,
                 const char *currency,
                 gint64     *minor)
{
  g_autofree char *number = NULL;
  const char *unsigned_number;
  gboolean is_negative;
  guint64 amount;

  g_return_val_if_fail (minor != NULL, FALSE);

  number = text != NULL ? clt_money_reduce (text, currency) : NULL;
  if (number == NULL)
    return FALSE;

  is_negative = *number == '-';
  unsigned_number = number + (is_negative ? 1 : 0);
  if (strchr (unsigned_number, '-') != NULL ||
      !clt_money_read (unsigned_number, clt_money_get_digits (currency), &amount) ||
      amount > G_MAXINT64)
    return FALSE;

  *minor = is_negative ? -(gint64) amount : (gint64) amount;

  return TRUE;
}

/**
 * clt_money_from_double:
 * @major: an amount as servers send it, in major units
 * @currency: (nullable): an ISO 4217 code
 * @minor: (out): return location for the amount in minor units
 *
 * Rounds to the currency's decimals, halves away from zero.
 *
 * Returns: %TRUE if @major is a number that fits; else @minor is not touched
 */
gboolean
clt_money_from_double (double      major,
                       const char *currency,
                       gint64     *minor)
{
  const double scaled = major * (double) clt_money_get_scale (currency);
  double whole = trunc (scaled);

  g_return_val_if_fail (minor != NULL, FALSE);

  if (!isfinite (scaled))
    return FALSE;

  if (fabs (scaled - whole) >= ALMOST_HALF)
    whole += copysign (1.0, scaled);

  if (!(fabs (whole) < MINOR_LIMIT))
    return FALSE;

  *minor = (gint64) whole;

  return TRUE;
}

/**
 * clt_money_to_double:
 * @minor: an amount in minor units
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: the amount in major units, for servers and charts, never to calculate with
 */
double
clt_money_to_double (gint64      minor,
                     const char *currency)
{
  return (double) minor / (double) clt_money_get_scale (currency);
}

/**
 * clt_money_to_display:
 * @minor: an amount in minor units
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: (transfer full): the amount with the locale's separators and the
 *   currency: "¥1,234.00", "1,234.000 KWD"
 */
char *
clt_money_to_display (gint64      minor,
                      const char *currency)
{
  const CurrencyRow *row = clt_money_find_currency (currency);
  const struct lconv *locale = localeconv ();
  const char *symbol = row != NULL && row->symbol != NULL ? row->symbol : "";
  const char *point = clt_money_choose_separator (locale->decimal_point, ".");
  const char *group = clt_money_choose_separator (locale->thousands_sep,
                                                  *point == ',' ? "\u00a0" : ",");
  g_autofree char *amount = clt_money_write (minor, currency, symbol, group, point);

  if (*symbol != '\0' || currency == NULL || *currency == '\0')
    return g_steal_pointer (&amount);

  return g_strdup_printf ("%s\u00a0%s", amount, currency);
}

/**
 * clt_money_to_plain:
 * @minor: an amount in minor units
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: (transfer full): the amount for machines, such as "-1234.50"
 */
char *
clt_money_to_plain (gint64      minor,
                    const char *currency)
{
  return clt_money_write (minor, currency, "", "", ".");
}
