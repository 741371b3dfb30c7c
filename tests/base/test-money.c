/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <math.h>

#include "clt-money.h"

static const struct
{
  const char *what;
  const char *text;
  const char *currency;
  gint64      minor;
} readable[] = {
  { "plain", "12.5", "EUR", 1250 },
  { "whole", "1234", "EUR", 123400 },
  { "the English way", "1,234.50", "USD", 123450 },
  { "the German way", "1.234,50", "EUR", 123450 },
  { "the French way, with a no-break blank", "1\u202f234,50", "EUR", 123450 },
  { "the Swiss way", "1'234.50", "CHF", 123450 },
  { "the Indian way", "12,34,567.00", "INR", 123456700 },
  { "a comma for the point", "12,5", "EUR", 1250 },
  { "a lone comma in front of three digits groups", "1,234", "EUR", 123400 },
  { "two of a kind group", "1.234.567", "EUR", 123456700 },
  { "a sign in front", "$12.50", "USD", 1250 },
  { "a full-width sign and digits", "￥１２.５", "CNY", 1250 },
  { "a word behind", "12.50元", "CNY", 1250 },
  { "the code behind", "12.50 eur", "EUR", 1250 },
  { "the code in front", "USD 12.50", "USD", 1250 },
  { "negative", "-12.50", "EUR", -1250 },
  { "with the typographic minus and a sign", "−€12.50", "EUR", -1250 },
  { "a currency without decimals", "1,234", "JPY", 1234 },
  { "zeros that the currency does not have", "1234.00", "JPY", 1234 },
  { "three decimals where there are three", "1.234", "KWD", 1234 },
  { "four decimals where there are four", "1.2345", "CLF", 12345 },
  { "no currency has two decimals", "12.5", NULL, 1250 },
  { "a point first", ".5", "EUR", 50 },
  { "the largest", "92233720368547758.07", "EUR", G_MAXINT64 },
};

static const struct
{
  const char *what;
  const char *text;
  const char *currency;
} unreadable[] = {
  { "nothing", "", "EUR" },
  { "no text at all", NULL, "EUR" },
  { "words", "twelve", "EUR" },
  { "another currency", "12.50 USD", "EUR" },
  { "a sign alone", "€", "EUR" },
  { "decimals that would be rounded", "12.345", "EUR" },
  { "decimals of a currency without", "12.5", "JPY" },
  { "more than fits", "92233720368547758.08", "EUR" },
  { "far more than fits", "99999999999999999999999999999999", "EUR" },
  { "a minus inside", "12-50", "EUR" },
  { "bytes that are not UTF-8", "12\xff", "EUR" },
};

static const struct
{
  gint64      minor;
  const char *currency;
  const char *display;
  const char *plain;
} written[] = {
  { 123400, "CNY", "¥1,234.00", "1234.00" },
  { 123450, "EUR", "€1,234.50", "1234.50" },
  { 1234, "JPY", "JP¥1,234", "1234" },
  { 1234567, "KWD", "1,234.567\u00a0KWD", "1234.567" },
  { 123400, "CHF", "1,234.00\u00a0CHF", "1234.00" },
  { 123400, NULL, "1,234.00", "1234.00" },
  { 5, "USD", "$0.05", "0.05" },
  { 0, "USD", "$0.00", "0.00" },
  { -5, "USD", "-$0.05", "-0.05" },
  { 99999, "USD", "$999.99", "999.99" },
  { 100000000, "USD", "$1,000,000.00", "1000000.00" },
  { G_MAXINT64, "USD", "$92,233,720,368,547,758.07", "92233720368547758.07" },
  { G_MININT64, "USD", "-$92,233,720,368,547,758.08", "-92233720368547758.08" },
};

static const struct
{
  const char *what;
  double      major;
  const char *currency;
  gint64      minor;
} doubles[] = {
  { "as it is", 12.5, "EUR", 1250 },
  { "what binary cannot hold", 0.1 + 0.2, "EUR", 30 },
  { "halves go away from zero", 0.125, "EUR", 13 },
  { "on both sides", -0.125, "EUR", -13 },
  { "also a half that binary lowered", 1.005, "EUR", 101 },
  { "and less than a half does not", 1.0049, "EUR", 100 },
  { "no decimals", 1234.5, "JPY", 1235 },
  { "three decimals", 1.2345, "KWD", 1235 },
  { "large whole amounts stay exact", 9e13, "EUR", G_GINT64_CONSTANT (9000000000000000) },
};

static void
test_readable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      gint64 minor = 0;

      g_test_message ("%s: %s", readable[i].what, readable[i].text);
      g_assert_true (clt_money_parse (readable[i].text, readable[i].currency, &minor));
      g_assert_cmpint (minor, ==, readable[i].minor);
    }
}

static void
test_unreadable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      gint64 minor = 42;

      g_test_message ("%s is no amount", unreadable[i].what);
      g_assert_false (clt_money_parse (unreadable[i].text, unreadable[i].currency, &minor));
      g_assert_cmpint (minor, ==, 42);
    }
}

static void
test_written (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *display = clt_money_to_display (written[i].minor, written[i].currency);
      g_autofree char *plain = clt_money_to_plain (written[i].minor, written[i].currency);
      gint64 minor = 0;

      g_assert_cmpstr (display, ==, written[i].display);
      g_assert_cmpstr (plain, ==, written[i].plain);

      if (written[i].minor == G_MININT64)
        continue;

      g_test_message ("what is shown can be typed: %s", display);
      g_assert_true (clt_money_parse (display, written[i].currency, &minor));
      g_assert_cmpint (minor, ==, written[i].minor);
      g_assert_true (clt_money_parse (plain, written[i].currency, &minor));
      g_assert_cmpint (minor, ==, written[i].minor);
    }
}

static void
test_doubles (void)
{
  gint64 minor = 42;

  for (gsize i = 0; i < G_N_ELEMENTS (doubles); i++)
    {
      g_test_message ("%s", doubles[i].what);
      g_assert_true (clt_money_from_double (doubles[i].major, doubles[i].currency, &minor));
      g_assert_cmpint (minor, ==, doubles[i].minor);
    }

  g_test_message ("what is no number, or does not fit, is refused");
  minor = 42;
  g_assert_false (clt_money_from_double (NAN, "EUR", &minor));
  g_assert_false (clt_money_from_double (INFINITY, "EUR", &minor));
  g_assert_false (clt_money_from_double (1e17, "EUR", &minor));
  g_assert_false (clt_money_from_double (-1e300, "EUR", &minor));
  g_assert_cmpint (minor, ==, 42);

  g_assert_cmpfloat_with_epsilon (clt_money_to_double (123450, "EUR"), 1234.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (clt_money_to_double (1234, "JPY"), 1234, 1e-9);
}

static void
test_currency (void)
{
  static const struct
  {
    const char *text;
    const char *currency;
  } named[] = {
    { "12 EUR", "EUR" },  { "USD12", "USD" },  { "€12", "EUR" },   { "￥12", "CNY" },
    { "JP¥12", "JPY" },   { "12", NULL },      { "ABCD 12", NULL }, { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *currency = clt_money_dup_currency (named[i].text);

      g_test_message ("%s", named[i].text != NULL ? named[i].text : "nothing");
      g_assert_cmpstr (currency, ==, named[i].currency);
    }

  g_assert_cmpint (clt_money_get_digits ("EUR"), ==, 2);
  g_assert_cmpint (clt_money_get_digits ("VND"), ==, 0);
  g_assert_cmpint (clt_money_get_digits ("TND"), ==, 3);
  g_assert_cmpint (clt_money_get_digits ("???"), ==, 2);
  g_assert_cmpint (clt_money_get_digits (NULL), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/readable", test_readable);
  g_test_add_func ("/money/unreadable", test_unreadable);
  g_test_add_func ("/money/written", test_written);
  g_test_add_func ("/money/doubles", test_doubles);
  g_test_add_func ("/money/currency", test_currency);

  return g_test_run ();
}
