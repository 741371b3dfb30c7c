/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-deal"

#include "config.h"

#include "clt-deal.h"
#include "clt-progress.h"

#define CERTAIN 100.0 /* percent */

/* Of a probability: hundredths of a percent are as fine as anybody guesses. */
#define SHARES_A_PERCENT 100

/* Rounds halves away from zero, without leaving integers: a double holds no large amount. */
static gint64
clt_deal_weigh (gint64 minor,
                double probability)
{
  const gint64 whole = (gint64) CERTAIN * SHARES_A_PERCENT;
  const gint64 share = (gint64) (CLAMP (probability, 0.0, CERTAIN) * SHARES_A_PERCENT + 0.5);
  const gint64 half = minor < 0 ? -whole / 2 : whole / 2;

  return minor / whole * share + (minor % whole * share + half) / whole;
}

/**
 * clt_deal_get_probability:
 * @deal: a record
 *
 * Gets how likely the deal is won. What has ended is certain; else what somebody
 * wrote down counts more than what deals in this stage usually do.
 *
 * Returns: percent, 0 to 100
 */
double
clt_deal_get_probability (CltRecord *deal)
{
  const CltProgress progress = clt_progress_get (deal);
  const CltValue *probability = clt_record_get_role (deal, CLT_ROLE_PROBABILITY);
  const CltChoice *stage;

  if (progress != CLT_PROGRESS_OPEN)
    return progress == CLT_PROGRESS_WON ? CERTAIN : 0.0;

  if (!clt_value_is_none (probability))
    return clt_value_get_real (probability);

  stage = clt_progress_find_choice (deal, CLT_ROLE_STAGE);

  return stage != NULL ? clt_choice_get_probability (stage) : 0.0;
}

/**
 * clt_deal_dup_weighted_amount:
 * @deal: a record
 *
 * Computes what the deal is worth in a forecast: its amount times its
 * probability.
 *
 * Returns: (transfer full): money; the empty value if the deal has no amount
 */
CltValue *
clt_deal_dup_weighted_amount (CltRecord *deal)
{
  const CltValue *amount;

  g_return_val_if_fail (CLT_IS_RECORD (deal), clt_value_new_none ());

  amount = clt_record_get_role (deal, CLT_ROLE_AMOUNT);
  if (clt_value_get_value_type (amount) != CLT_VALUE_MONEY)
    return clt_value_new_none ();

  return clt_value_new_money (clt_deal_weigh (clt_value_get_integer (amount),
                                              clt_deal_get_probability (deal)),
                              clt_value_get_currency (amount));
}
