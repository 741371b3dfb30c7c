/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-error.h"
#include "clt-field.h"
#include "clt-test.h"

/* Times are shown as in Shanghai: 10:00 UTC is 18:00 there. */

static const struct
{
  const char   *what;
  CltFieldKind  kind;
  const char   *typed;
  const char   *plain; /* for machines */
  const char   *shown; /* for people */
} readable[] = {
  { "text", CLT_FIELD_TEXT, "  Acme GmbH ", "Acme GmbH", "Acme GmbH" },
  { "a line has no breaks", CLT_FIELD_TEXT, "a\nb", "a b", "a b" },
  { "long text keeps them", CLT_FIELD_LONG_TEXT, "a\nb", "a\nb", "a\nb" },
  { "mail", CLT_FIELD_EMAIL, "anna@example.com", "anna@example.com", "anna@example.com" },
  { "a phone number", CLT_FIELD_PHONE, "+86 (571) 88-88", "+86 (571) 88-88", "+86 (571) 88-88" },
  { "a web address", CLT_FIELD_URL, "http://example.com", "http://example.com",
    "http://example.com" },
  { "one without scheme gets one", CLT_FIELD_URL, "example.com", "https://example.com",
    "https://example.com" },
  { "a whole number", CLT_FIELD_INTEGER, "1,234", "1234", "1234" },
  { "negative", CLT_FIELD_INTEGER, "-7", "-7", "-7" },
  { "a number", CLT_FIELD_REAL, "1,234.5", "1234.5", "1234.5" },
  { "a comma for the point", CLT_FIELD_REAL, "12,5", "12.5", "12.5" },
  { "a percentage", CLT_FIELD_PERCENT, "12.5 %", "12.5", "12.5%" },
  { "a full-width percentage", CLT_FIELD_PERCENT, "80％", "80", "80%" },
  { "yes", CLT_FIELD_BOOLEAN, "YES", "true", "Yes" },
  { "no", CLT_FIELD_BOOLEAN, "0", "false", "No" },
  { "a date", CLT_FIELD_DATE, "2026-11-22", "2026-11-22", "11/22/26" },
  { "a date as the locale writes it", CLT_FIELD_DATE, "11/22/26", "2026-11-22", "11/22/26" },
  { "a moment", CLT_FIELD_DATE_TIME, "2026-11-22 18:00", "2026-11-22T10:00:00Z",
    "11/22/26 18:00" },
  { "minutes", CLT_FIELD_DURATION, "45", "45", "45 min" },
  { "hours and minutes", CLT_FIELD_DURATION, "1:30", "90", "1 h 30 min" },
  { "hours in words", CLT_FIELD_DURATION, "2h", "120", "2 h" },
  { "both in words", CLT_FIELD_DURATION, "1 h 30 min", "90", "1 h 30 min" },
  { "minutes in words", CLT_FIELD_DURATION, "15min", "15", "15 min" },
  { "money", CLT_FIELD_MONEY, "1,234.50 EUR", "1234.50 EUR", "€1,234.50" },
  { "money with a sign", CLT_FIELD_MONEY, "￥1234", "1234.00 CNY", "¥1,234.00" },
  { "money of no currency", CLT_FIELD_MONEY, "12", "12.00", "12.00" },
  { "a choice by its id", CLT_FIELD_CHOICE, "won", "won", "Gewonnen" },
  { "a choice by its label, in any case", CLT_FIELD_CHOICE, "gewonnen", "won", "Gewonnen" },
  { "tags", CLT_FIELD_TAGS, "won, Verloren", "won,lost", "Gewonnen, Verloren" },
  { "tags the Chinese way", CLT_FIELD_TAGS, "won，lost", "won,lost", "Gewonnen, Verloren" },
  { "a record", CLT_FIELD_REFERENCE, "customer/12", "customer/12", "" },
  { "a record of the field's entity", CLT_FIELD_REFERENCE, "12", "customer/12", "" },
  { "records", CLT_FIELD_REFERENCES, "1, customer/2", "customer/1,customer/2", "" },
  { "nothing is nothing", CLT_FIELD_MONEY, "  ", "", "" },
};

static const struct
{
  const char   *what;
  CltFieldKind  kind;
  const char   *typed;
} unreadable[] = {
  { "letters for a number", CLT_FIELD_INTEGER, "seven" },
  { "half a number", CLT_FIELD_INTEGER, "1.5" },
  { "a number that does not fit", CLT_FIELD_INTEGER, "99999999999999999999" },
  { "something behind a number", CLT_FIELD_REAL, "1.5x" },
  { "no finite number", CLT_FIELD_REAL, "inf" },
  { "perhaps", CLT_FIELD_BOOLEAN, "perhaps" },
  { "a day that does not exist", CLT_FIELD_DATE, "2026-02-30" },
  { "an hour that does not exist", CLT_FIELD_DATE_TIME, "2026-11-22 25:00" },
  { "a duration in days", CLT_FIELD_DURATION, "3 days" },
  { "too many decimals", CLT_FIELD_MONEY, "1.2345 EUR" },
  { "a choice that is none", CLT_FIELD_CHOICE, "perhaps" },
  { "a tag that is none", CLT_FIELD_TAGS, "won, perhaps" },
  { "a record of another entity", CLT_FIELD_REFERENCE, "deal/12" },
  { "a name for a record", CLT_FIELD_REFERENCE, "Acme" },
  { "a number where the entity is not known", CLT_FIELD_LINK, "12" },
};

static const struct
{
  const char   *what;
  CltFieldKind  kind;
  const char   *typed; /* can be read, but … */
  const char   *words; /* (nullable): the complaint has these */
} checked[] = {
  { "an address", CLT_FIELD_EMAIL, "anna.li+crm@mail.example.com", NULL },
  { "an address in Chinese", CLT_FIELD_EMAIL, "李@例子.中国", NULL },
  { "no at", CLT_FIELD_EMAIL, "anna.example.com", "e-mail address" },
  { "two ats", CLT_FIELD_EMAIL, "a@b@example.com", "e-mail address" },
  { "nobody", CLT_FIELD_EMAIL, "@example.com", "e-mail address" },
  { "no domain", CLT_FIELD_EMAIL, "anna@", "e-mail address" },
  { "a blank", CLT_FIELD_EMAIL, "anna li@example.com", "e-mail address" },
  { "two addresses", CLT_FIELD_EMAIL, "a@example.com,b@example.com", "e-mail address" },
  { "an extension", CLT_FIELD_PHONE, "0571 8888 ext. 12", NULL },
  { "words", CLT_FIELD_PHONE, "call me", "telephone number" },
  { "one digit", CLT_FIELD_PHONE, "1", "telephone number" },
  { "a secure page", CLT_FIELD_URL, "https://example.com/a?b=c#d", NULL },
  { "a file", CLT_FIELD_URL, "file:///etc/passwd", "http://" },
  { "a script", CLT_FIELD_URL, "javascript://alert(1)", "http://" },
  { "no host", CLT_FIELD_URL, "http://", "http://" },
  { "all of it", CLT_FIELD_PERCENT, "100", NULL },
  { "more than all", CLT_FIELD_PERCENT, "101", "between 0 and 100" },
  { "less than nothing", CLT_FIELD_PERCENT, "-1", "between 0 and 100" },
  { "a negative duration", CLT_FIELD_DURATION, "-5", "less than nothing" },
  { "any text", CLT_FIELD_TEXT, "<b>", NULL },
};

static CltField *
field_new (CltFieldKind  kind,
           CltFieldFlags flags)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                  clt_choice_unref);
  const gboolean has_choices = kind == CLT_FIELD_CHOICE || kind == CLT_FIELD_TAGS;
  const gboolean has_target = kind == CLT_FIELD_REFERENCE || kind == CLT_FIELD_REFERENCES;

  g_ptr_array_add (choices, clt_choice_new ("won", "Gewonnen", CLT_CHOICE_WON, 100));
  g_ptr_array_add (choices, clt_choice_new ("lost", "Verloren", CLT_CHOICE_LOST, 0));

  return clt_field_new ("field", kind, "Field", NULL, CLT_ROLE_NONE, flags,
                        has_target ? "customer" : NULL, has_choices ? choices : NULL);
}

static void
test_readable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autoptr (CltField) field = field_new (readable[i].kind, CLT_FIELD_FLAG_NONE);
      g_autoptr (GError) error = NULL;
      g_autoptr (CltValue) value = clt_field_parse (field, readable[i].typed, &error);
      g_autoptr (CltValue) again = NULL;
      g_autofree char *plain = NULL;
      g_autofree char *shown = NULL;

      g_test_message ("%s", readable[i].what);
      g_assert_no_error (error);
      plain = clt_field_to_plain (field, value);
      shown = clt_field_format (field, value);
      g_assert_cmpstr (plain, ==, readable[i].plain);
      g_assert_cmpstr (shown, ==, readable[i].shown);
      g_assert_true (clt_field_check (field, value, &error));

      again = clt_field_parse (field, plain, &error);
      g_assert_no_error (error);
      g_assert_true (clt_value_equal (value, again));
    }
}

static void
test_unreadable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (CltField) field = field_new (unreadable[i].kind, CLT_FIELD_FLAG_NONE);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", unreadable[i].what);
      g_assert_null (clt_field_parse (field, unreadable[i].typed, &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, unreadable[i].typed));
    }
}

static void
test_checked (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checked); i++)
    {
      g_autoptr (CltField) field = field_new (checked[i].kind, CLT_FIELD_FLAG_NONE);
      g_autoptr (CltValue) value = clt_field_parse (field, checked[i].typed, NULL);
      g_autoptr (GError) error = NULL;
      const gboolean is_right = clt_field_check (field, value, &error);

      g_test_message ("%s", checked[i].what);
      g_assert_cmpint (is_right, ==, checked[i].words == NULL);
      if (checked[i].words == NULL)
        continue;

      g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, checked[i].words));
      g_assert_nonnull (strstr (error->message, "“Field”"));
    }
}

static void
test_required (void)
{
  g_autoptr (CltField) required = field_new (CLT_FIELD_TEXT, CLT_FIELD_REQUIRED);
  g_autoptr (CltField) optional = field_new (CLT_FIELD_TEXT, CLT_FIELD_FLAG_NONE);
  g_autoptr (GError) error = NULL;

  g_test_message ("only what is required must not be empty");
  g_assert_true (clt_field_check (optional, clt_value_new_none (), NULL));
  g_assert_false (clt_field_check (required, clt_value_new_none (), &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "“Field” must not be empty.");
}

static void
test_other_type (void)
{
  for (guint kind = 0; kind < CLT_N_FIELD_KINDS; kind++)
    {
      g_autoptr (CltField) field = field_new (kind, CLT_FIELD_FLAG_NONE);
      g_autoptr (CltValue) remote = clt_value_new_remote_reference ("customer", "42", "Acme");
      g_autofree char *shown = clt_field_format (field, remote);
      g_autofree char *plain = clt_field_to_plain (field, remote);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: a value of another type is shown somehow, and refused",
                      clt_field_kind_get_nick (kind));
      g_assert_nonnull (shown);
      g_assert_nonnull (plain);
      g_assert_false (clt_field_check (field, remote, &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
    }
}

static void
test_free_tags (void)
{
  g_autoptr (CltField) field = clt_field_new ("tags", CLT_FIELD_TAGS, NULL, NULL, CLT_ROLE_TAGS,
                                              CLT_FIELD_FLAG_NONE, NULL, NULL);
  g_autoptr (CltValue) value = clt_field_parse (field, "new customer; vip,,", NULL);
  g_autofree char *shown = clt_field_format (field, value);

  g_test_message ("without choices tags are free words");
  g_assert_cmpstr (shown, ==, "new customer, vip");
  g_assert_true (clt_field_check (field, value, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-text/readable", test_readable);
  g_test_add_func ("/field-text/unreadable", test_unreadable);
  g_test_add_func ("/field-text/checked", test_checked);
  g_test_add_func ("/field-text/required", test_required);
  g_test_add_func ("/field-text/other-type", test_other_type);
  g_test_add_func ("/field-text/free-tags", test_free_tags);

  return g_test_run ();
}
