/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-catalog.h"
#include "clt-error.h"
#include "clt-filter.h"
#include "clt-test.h"
#include "clt-time.h"

/* 2026-11-22 10:00:00 UTC; the tests run in Shanghai, where it is 18:00. */
#define NOW G_GINT64_CONSTANT (1795341600000000)
#define TODAY 20779
#define HOUR (3600 * CLT_USEC_PER_SECOND)

static const struct
{
  const char *typed;
  const char *words;
} readable[] = {
  { "name=Order", "Subject is Order" },
  { "name != Order ", "Subject is not Order" },
  { "name~ord", "Subject contains ord" },
  { "name~=", "Subject contains =" },
  { "name=a=b", "Subject is a=b" },
  { "name=", "Subject is empty" },
  { "name!=", "Subject is not empty" },
  { "stage=won", "Stage is Won" },
  { "stage=Negotiation", "Stage is Negotiation" },
  { "amount>=1000 EUR", "Amount is at least €1,000.00" },
  { "amount<1,500", "Amount is less than 1,500.00" },
  { "probability<=50%", "Probability is at most 50%" },
  { "closes>2026-11-30", "Expected closing is more than 11/30/26" },
  { "closes<today", "Expected closing is less than today" },
  { "closes<=today+7", "Expected closing is at most 11/29/26" },
  { "modified>=now-3600", "Modified is at least 11/22/26 17:00" },
  { "archived=yes", "Archived is Yes" },
  { "owner=me", "Responsible is me" },
  { "owner!=me", "Responsible is not me" },
  { "owner=user/3", "Responsible is user/3" },
  { "customer=7", "Customer is customer/7" },
  { "tags~vip", "Tags contains vip" },
  { "tags=vip", "Tags contains vip" },
};

static const char *const unreadable[] = {
  "", "name", "=Order", "shoe_size=43", "name<Order", "stage=dating", "amount>=much", "amount>=",
  "closes<soon", "customer=me", "archived>yes", "tags<vip", "name~", "closes<today+999999999",
};

static const CltEntity *
deal (void)
{
  return clt_schema_find_entity (clt_catalog_get (), "deal");
}

static void
test_readable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CltFilter) filter = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%s", readable[i].typed);
      filter = clt_filter_parse (readable[i].typed, deal (), &error);
      g_assert_no_error (error);
      words = clt_filter_dup_words (filter, deal ());
      g_assert_cmpstr (words, ==, readable[i].words);
    }
}

static void
test_unreadable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", unreadable[i]);
      g_assert_null (clt_filter_parse (unreadable[i], deal (), &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
    }
}

static void
test_groups (void)
{
  g_autoptr (CltFilter) won = clt_filter_parse ("stage=won", deal (), NULL);
  g_autoptr (CltFilter) mine = clt_filter_parse ("owner=me", deal (), NULL);
  CltFilter *both[] = { won, mine };
  g_autoptr (CltFilter) all = clt_filter_new_group (CLT_FILTER_ALL, both, 2);
  g_autoptr (CltFilter) any = clt_filter_new_group (CLT_FILTER_ANY, both, 2);
  g_autoptr (CltFilter) not = clt_filter_new_group (CLT_FILTER_NOT, &any, 1);
  g_autoptr (CltFilter) everything = clt_filter_new_group (CLT_FILTER_ALL, NULL, 0);
  g_autofree char *all_words = clt_filter_dup_words (all, deal ());
  g_autofree char *not_words = clt_filter_dup_words (not, deal ());
  g_autofree char *no_words = clt_filter_dup_words (everything, deal ());

  g_assert_cmpstr (all_words, ==, "Stage is Won and Responsible is me");
  g_assert_cmpstr (not_words, ==, "not (Stage is Won or Responsible is me)");
  g_assert_cmpstr (no_words, ==, "Everything");
}

static void
test_gone_field (void)
{
  g_autoptr (CltValue) blue = clt_value_new_text ("blue");
  g_autoptr (CltFilter) filter = clt_filter_new_compare ("x_colour", CLT_COMPARE_IS, blue);
  g_autofree char *words = clt_filter_dup_words (filter, deal ());
  g_autoptr (GError) error = NULL;

  g_test_message ("a saved view names a field that the server no longer has");
  g_assert_cmpstr (words, ==, "x_colour is blue");
  g_assert_false (clt_filter_check (filter, deal (), &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
}

static void
test_check (void)
{
  g_autoptr (CltValue) text = clt_value_new_text ("much");
  g_autoptr (CltValue) number = clt_value_new_integer (5);
  g_autoptr (CltFilter) wrong_type = clt_filter_new_compare ("amount", CLT_COMPARE_MORE, number);
  g_autoptr (CltFilter) wrong_way = clt_filter_new_compare ("name", CLT_COMPARE_LESS, text);
  g_autoptr (CltFilter) right = clt_filter_new_compare ("name", CLT_COMPARE_CONTAINS, text);
  CltFilter *both[] = { right, wrong_way };
  g_autoptr (CltFilter) group = clt_filter_new_group (CLT_FILTER_ANY, both, 2);

  g_assert_true (clt_filter_check (right, deal (), NULL));
  g_assert_false (clt_filter_check (wrong_type, deal (), NULL));
  g_assert_false (clt_filter_check (wrong_way, deal (), NULL));
  g_test_message ("one wrong condition makes the group wrong");
  g_assert_false (clt_filter_check (group, deal (), NULL));
}

static CltValue *
resolve (const char     *typed,
         const CltValue *me)
{
  g_autoptr (CltFilter) filter = clt_filter_parse (typed, deal (), NULL);
  const CltField *field = clt_entity_find_field (deal (), clt_filter_get_field (filter));

  return clt_filter_resolve_value (filter, field, me);
}

static void
test_resolve (void)
{
  g_autoptr (CltValue) somebody = clt_value_new_reference ("user", 3);
  const struct
  {
    const char *typed;
    CltValue   *value; /* (owned) */
  } rows[] = {
    { "closes<today", clt_value_new_day (TODAY) },
    { "closes<today+7", clt_value_new_day (TODAY + 7) },
    { "closes<today-7", clt_value_new_day (TODAY - 7) },
    { "closes<2026-11-22", clt_value_new_day (TODAY) },
    { "modified<now", clt_value_new_moment (NOW) },
    { "modified<now-3600", clt_value_new_moment (NOW - HOUR) },
    { "modified<today", clt_value_new_moment (NOW - 18 * HOUR) },
    { "modified<today+1", clt_value_new_moment (NOW + 6 * HOUR) },
    { "owner=me", clt_value_ref (somebody) },
    { "name=today", clt_value_new_text ("today") },
    { "name=me", clt_value_new_text ("me") },
  };

  clt_time_set_now (NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CltValue) value = resolve (rows[i].typed, somebody);

      g_test_message ("%s", rows[i].typed);
      g_assert_true (clt_value_equal (value, rows[i].value));
      clt_value_unref (rows[i].value);
    }

  g_test_message ("while nobody is signed in, nobody is me");
  g_assert_true (clt_value_is_none (resolve ("owner=me", NULL)));
  clt_time_set_now (0);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  g_test_init (&argc, &argv, NULL);
  clt_time_set_now (NOW);

  g_test_add_func ("/filter-text/readable", test_readable);
  g_test_add_func ("/filter-text/unreadable", test_unreadable);
  g_test_add_func ("/filter-text/groups", test_groups);
  g_test_add_func ("/filter-text/gone-field", test_gone_field);
  g_test_add_func ("/filter-text/check", test_check);
  g_test_add_func ("/filter-text/resolve", test_resolve);

  return g_test_run ();
}
