/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-deal.h"
#include "clt-test-record.h"
#include "clt-test.h"

static const struct
{
  const char *what;
  const char *fields;
  double      probability;
  const char *weighted; /* plain */
} deals[] = {
  { "what somebody wrote down", "amount=1000 EUR; stage=new; probability=25", 25, "250.00 EUR" },
  { "else what the stage says", "amount=1000 EUR; stage=negotiation", 80, "800.00 EUR" },
  { "else nothing", "amount=1000 EUR", 0, "0.00 EUR" },
  { "won is certain", "amount=1000 EUR; stage=won; probability=80", 100, "1000.00 EUR" },
  { "lost is certain too", "amount=1000 EUR; status=lost; probability=80", 0, "0.00 EUR" },
  { "halves go away from zero", "amount=0.01 EUR; probability=50", 50, "0.01 EUR" },
  { "also below it", "amount=-0.01 EUR; probability=50", 50, "-0.01 EUR" },
  { "a fraction of a percent", "amount=1000 EUR; probability=33.33", 33.33, "333.30 EUR" },
  { "a currency without decimals", "amount=1000 JPY; probability=33.3", 33.3, "333 JPY" },
  { "an amount that no double holds", "amount=90071992547409.93 EUR; probability=100", 100,
    "90071992547409.93 EUR" },
  { "no amount", "stage=won", 100, "" },
};

static void
test_deals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deals); i++)
    {
      g_autoptr (CltRecord) deal = clt_test_record_new ("deal", deals[i].fields);
      g_autoptr (CltValue) weighted = clt_deal_dup_weighted_amount (deal);
      const CltField *amount = clt_entity_find_role (clt_record_get_entity (deal),
                                                     CLT_ROLE_AMOUNT);
      g_autofree char *plain = clt_field_to_plain (amount, weighted);

      g_test_message ("%s", deals[i].what);
      g_assert_cmpfloat_with_epsilon (clt_deal_get_probability (deal), deals[i].probability, 1e-9);
      g_assert_cmpstr (plain, ==, deals[i].weighted);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deal/deals", test_deals);

  return g_test_run ();
}
