/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sample-sales"

#include "config.h"

#include "clt-sample-people.h"
#include "clt-time.h"

#define N_LEADS 150
#define N_DEALS 350
#define N_QUOTES 80

#define OLDEST_LEAD_DAYS 120
#define OLDEST_DEAL_DAYS 400
#define QUOTE_VALID_DAYS 30

/* Deals are between 3 000 and about 150 000 of the currency, the small ones more often; in yuan a
 * deal of the same size counts eight times as many. */
#define SMALLEST_DEAL 30
#define YUAN_PER_EURO 8

static const CltSampleWeight lead_statuses[] = {
  { "new", 38 }, { "working", 32 }, { "qualified", 14 }, { "disqualified", 16 }, { NULL }
};

static const CltSampleWeight priorities[] = {
  { "0", 20 }, { "1", 55 }, { "2", 20 }, { "3", 5 }, { NULL }
};

static const CltSampleWeight deal_stages[] = {
  { "new", 17 }, { "qualified", 19 }, { "proposal", 20 }, { "negotiation", 14 },
  { "won", 19 }, { "lost", 11 }, { NULL }
};

/* What follows from a deal's stage. */
static const struct
{
  const char *stage;
  const char *status;
  const char *quote_status; /* (nullable): no quote yet */
  int         probability;
} stages[] = {
  { "new", "open", NULL, 10 },
  { "qualified", "open", "draft", 30 },
  { "proposal", "open", "sent", 50 },
  { "negotiation", "open", "sent", 80 },
  { "won", "won", "accepted", 100 },
  { "lost", "lost", "cancelled", 0 },
};

static guint
clt_sample_find_stage (const char *stage)
{
  guint i = 0;

  while (!g_str_equal (stages[i].stage, stage))
    i++;

  return i;
}

/* In minor units, in round numbers. */
static gint64
clt_sample_draw_amount (CltSample  *self,
                        const char *currency)
{
  gint64 hundreds = SMALLEST_DEAL + clt_sample_below (self, 170);

  if (clt_sample_happens (self, 25))
    hundreds *= clt_sample_between (self, 2, 8);
  if (g_str_equal (currency, "CNY"))
    hundreds *= YUAN_PER_EURO;

  return hundreds * 100 * 100;
}

static CltSampleRecord *
clt_sample_any_organisation (CltSample         *self,
                             CltSampleLanguage  language)
{
  CltSampleRecord *customer;

  do
    customer = clt_sample_any (self, "customer", language);
  while (customer->contacts == NULL);

  return customer;
}

/* Those of a lead who are not customers yet: a company and somebody there. */
static void
clt_sample_introduce_lead (CltSample            *self,
                           CltSampleRecord      *lead,
                           const CltSamplePlace *place)
{
  const guint industry = clt_sample_below (self, clt_sample_n_industries);
  g_autofree char *domain = NULL;
  g_autofree char *company = NULL;
  g_autofree char *mailbox = NULL;
  g_autofree char *person = NULL;
  g_autofree char *email = NULL;
  const char *brand;

  company = clt_sample_make_company (self, place, &clt_sample_industries[industry],
                                     &brand, &domain);
  person = clt_sample_make_name (self, &clt_sample_namings[place->culture], &mailbox);
  email = g_strconcat (mailbox, "@", domain, NULL);

  clt_sample_set_text (lead, "company", company);
  clt_sample_set_text (lead, "person", person);
  clt_sample_set_text (lead, "email", email);
  clt_sample_set_phone (self, lead, "phone", place->phone);
  clt_sample_set_place (self, lead, place);
}

static void
clt_sample_settle_lead (CltSample            *self,
                        CltSampleRecord      *lead,
                        const CltSampleScene *scene)
{
  const CltSampleTexts *texts = clt_sample_texts_get (lead->language);
  const char *status = clt_sample_choose (self, lead_statuses);

  clt_sample_set_text (lead, "status", status);
  if (g_str_equal (status, "qualified"))
    {
      clt_sample_set_customer (lead, scene->customer);
      clt_sample_set_reference (lead, "contact", scene->person);
    }
  else if (g_str_equal (status, "disqualified"))
    {
      clt_sample_set_text (lead, "lost_reason", clt_sample_pick (self, texts->lead_lost_reasons));
    }

  /* New leads wait for somebody to take them. */
  if (!g_str_equal (status, "new") || clt_sample_happens (self, 40))
    clt_sample_set_owner (lead, scene->user);
}

static void
clt_sample_make_lead (CltSample         *self,
                      CltSampleLanguage  language)
{
  const CltSampleTexts *texts = clt_sample_texts_get (language);
  const CltSamplePlace *place = clt_sample_any_place (self, language);
  CltSampleRecord *customer = clt_sample_any_organisation (self, language);
  const CltSampleScene scene = clt_sample_scene (self, customer);
  const gint64 amount = clt_sample_draw_amount (self, place->currency);
  const int age = clt_sample_between (self, 1, OLDEST_LEAD_DAYS);
  const gint64 created = clt_sample_days_ago (self, age);
  g_autofree char *subject = NULL;
  CltSampleRecord *lead;

  subject = clt_sample_write (self, clt_sample_pick (self, texts->lead_subjects), &scene);
  lead = clt_sample_add (self, "lead", language, subject, created);

  clt_sample_introduce_lead (self, lead, place);
  clt_sample_settle_lead (self, lead, &scene);
  clt_sample_set_text (lead, "priority", clt_sample_choose (self, priorities));
  clt_sample_set_text (lead, "source", clt_sample_choose (self, clt_sample_sources));
  clt_sample_set_real (lead, "score", clt_sample_between (self, 1, 19) * 5);
  clt_sample_set_money (lead, "amount", amount, place->currency);
  clt_sample_set_writing (self, lead, "description", texts->lead_texts, &scene);
}

/* What a deal says about its end: when it is expected, or how and when it came. */
static void
clt_sample_date_deal (CltSample            *self,
                      CltSampleRecord      *deal,
                      guint                 stage,
                      const CltSampleScene *scene)
{
  const CltSampleTexts *texts = clt_sample_texts_get (deal->language);
  const gint64 today = clt_sample_get_today (self);
  const gint64 entered = clt_sample_past_moment (self, deal->created);

  clt_sample_set_moment (deal, "stage_entered", entered);
  if (!g_str_equal (stages[stage].status, "open"))
    {
      clt_sample_set_moment (deal, "closed", entered);
      clt_sample_set_day (deal, "closes", clt_time_to_local_day (entered));
      if (g_str_equal (stages[stage].status, "lost"))
        clt_sample_set_text (deal, "lost_reason", clt_sample_pick (self, texts->lost_reasons));
      return;
    }

  clt_sample_set_day (deal, "closes", today + clt_sample_between (self, -15, 110));
  if (clt_sample_happens (self, 75))
    {
      clt_sample_set_writing (self, deal, "next_step", texts->next_steps, scene);
      clt_sample_set_day (deal, "next_step_date", today + clt_sample_between (self, -5, 20));
    }
}

static void
clt_sample_make_deal (CltSample         *self,
                      CltSampleLanguage  language)
{
  const CltSampleTexts *texts = clt_sample_texts_get (language);
  CltSampleRecord *customer = clt_sample_any_organisation (self, language);
  const CltSampleScene scene = clt_sample_scene (self, customer);
  const guint stage = clt_sample_find_stage (clt_sample_choose (self, deal_stages));
  const char *currency = customer->place->currency;
  const int age = clt_sample_between (self, 3, OLDEST_DEAL_DAYS);
  gint64 created = clt_sample_days_ago (self, age);
  g_autofree char *subject = NULL;
  CltSampleRecord *deal;

  created = MAX (created, customer->created);
  subject = clt_sample_write (self, clt_sample_pick (self, texts->deal_subjects), &scene);
  deal = clt_sample_add (self, "deal", language, subject, created);

  clt_sample_set_customer (deal, customer);
  clt_sample_set_reference (deal, "contact", scene.person);
  clt_sample_set_text (deal, "stage", stages[stage].stage);
  clt_sample_set_text (deal, "status", stages[stage].status);
  clt_sample_set_real (deal, "probability", stages[stage].probability);
  clt_sample_set_money (deal, "amount", clt_sample_draw_amount (self, currency), currency);
  clt_sample_set_text (deal, "priority", clt_sample_choose (self, priorities));
  clt_sample_set_text (deal, "source", clt_sample_choose (self, clt_sample_sources));
  clt_sample_set_owner (deal, customer->owner);
  clt_sample_set_reference (deal, "team", clt_sample_sales_team (self, language));
  clt_sample_set_writing (self, deal, "description", texts->deal_texts, &scene);
  clt_sample_date_deal (self, deal, stage, &scene);

  if (clt_sample_happens (self, 25))
    clt_sample_set_reference (deal, "campaign", clt_sample_any (self, "campaign", language));
  if (clt_sample_happens (self, 30))
    clt_sample_set_text (deal, "competitor", clt_sample_pick (self, texts->competitors));
  if (clt_sample_happens (self, 30))
    clt_sample_set_tags (self, deal, texts->deal_tags);
}

static void
clt_sample_make_quote (CltSample       *self,
                       CltSampleRecord *deal,
                       const char      *status,
                       guint            number)
{
  const gint64 created = clt_sample_past_moment (self, deal->created);
  const gint64 day = clt_time_to_local_day (created);
  const CltSampleTexts *texts = clt_sample_texts_get (deal->language);
  const CltValue *amount = clt_change_find_after (deal->change, "amount");
  g_autofree char *name = g_strdup_printf ("Q-%05u", number);
  CltSampleRecord *quote = clt_sample_add (self, "quote", deal->language, name, created);

  clt_sample_set_customer (quote, deal->customer);
  clt_sample_set_reference (quote, "deal", deal);
  clt_sample_set_text (quote, "status", status);
  clt_sample_set_money (quote, "amount", clt_value_get_integer (amount),
                        clt_value_get_currency (amount));
  clt_sample_set_day (quote, "valid_until", day + QUOTE_VALID_DAYS);
  clt_sample_set_owner (quote, deal->owner);
  clt_sample_set_text (quote, "description", clt_sample_pick (self, texts->quote_terms));
}

static void
clt_sample_make_quotes (CltSample *self)
{
  GPtrArray *deals = clt_sample_list (self, "deal");
  GPtrArray *quotes = clt_sample_list (self, "quote");

  for (guint i = 0; i < deals->len && quotes->len < N_QUOTES; i++)
    {
      CltSampleRecord *deal = g_ptr_array_index (deals, i);
      const char *stage = clt_value_get_text (clt_change_find_after (deal->change, "stage"));
      const char *status = stages[clt_sample_find_stage (stage)].quote_status;

      if (status != NULL && clt_sample_happens (self, 40))
        clt_sample_make_quote (self, deal, status, 1001 + quotes->len);
    }
}

/**
 * clt_sample_make_sales:
 * @self: a sample with customers
 *
 * Makes leads, deals over all stages, and quotes for some of the deals.
 */
void
clt_sample_make_sales (CltSample *self)
{
  for (guint i = 0; i < N_LEADS; i++)
    clt_sample_make_lead (self, i % CLT_SAMPLE_N_LANGUAGES);
  for (guint i = 0; i < N_DEALS; i++)
    clt_sample_make_deal (self, i % CLT_SAMPLE_N_LANGUAGES);
  clt_sample_make_quotes (self);
}
