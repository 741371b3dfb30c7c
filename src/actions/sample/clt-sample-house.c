/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sample-house"

#include "config.h"

#include "clt-sample.h"
#include "clt-time.h"

/* The sample company's own house: its people, what it sells, what it tells the world. */

#define COMPANY_AGE_DAYS 1500
#define CAMPAIGN_DAYS 45

/* What a product costs in yuan, and what it costs us, for each euro of its price. */
#define YUAN_PER_EURO 8
#define COST_PERCENT 58

static const struct
{
  const char        *name;
  const char        *login;
  const char        *phone;
  CltSampleLanguage  language;
  guint              team;
} users[] = {
  { "陈静", "chenjing", "+86 129 0010 2001", CLT_SAMPLE_CHINESE, 1 },
  { "王志远", "wangzhiyuan", "+86 129 0010 2002", CLT_SAMPLE_CHINESE, 1 },
  { "李思琪", "lisiqi", "+86 129 0010 2003", CLT_SAMPLE_CHINESE, 1 },
  { "周文博", "zhouwenbo", "+86 129 0010 2004", CLT_SAMPLE_CHINESE, 2 },
  { "Emma Larsen", "emma", "+44 7700 900101", CLT_SAMPLE_ENGLISH, 0 },
  { "David Okafor", "david", "+44 7700 900102", CLT_SAMPLE_ENGLISH, 0 },
  { "Clara Weiss", "clara", "+49 171 3920011", CLT_SAMPLE_ENGLISH, 0 },
  { "Tom Becker", "tom", "+49 171 3920012", CLT_SAMPLE_ENGLISH, 2 },
};

static const struct
{
  const char        *name;
  const char        *description;
  CltSampleLanguage  language;
  guint              leader;
} teams[] = {
  { "Sales Europe", "Customers outside of China.", CLT_SAMPLE_ENGLISH, 4 },
  { "华东销售部", "负责国内客户。", CLT_SAMPLE_CHINESE, 0 },
  { "Customer Care · 客户服务", "Tickets in both languages. 受理中英文工单。", CLT_SAMPLE_ENGLISH, 7 },
};

#define SALES_TEAM_EUROPE 0
#define SALES_TEAM_CHINA 1
#define CARE_TEAM 2

/* A campaign's status follows from when it starts, in days from today. */
static const struct
{
  const char *status;
  int         starts;
} campaign_times[] = {
  { "finished", -210 }, { "finished", -120 }, { "running", -20 },
  { "running", -8 }, { "planned", 25 }, { "cancelled", -70 },
};

static void
clt_sample_make_users (CltSample *self)
{
  const gint64 created = clt_time_from_local_day (clt_sample_get_today (self) - COMPANY_AGE_DAYS);
  GPtrArray *made_users = clt_sample_list (self, "user");
  GPtrArray *made_teams = clt_sample_list (self, "team");

  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autofree char *email = g_strconcat (users[i].login, "@lumen.example.com", NULL);
      CltSampleRecord *user = clt_sample_add (self, "user", users[i].language, users[i].name,
                                              created);

      clt_sample_set_text (user, "login", users[i].login);
      clt_sample_set_text (user, "email", email);
      clt_sample_set_text (user, "phone", users[i].phone);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (teams); i++)
    {
      CltSampleRecord *leader = g_ptr_array_index (made_users, teams[i].leader);
      CltSampleRecord *team = clt_sample_add (self, "team", teams[i].language, teams[i].name,
                                              created);

      clt_sample_set_reference (team, "leader", leader);
      clt_sample_set_text (team, "description", teams[i].description);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    clt_sample_set_reference (g_ptr_array_index (made_users, i), "team",
                              g_ptr_array_index (made_teams, users[i].team));
}

static void
clt_sample_make_product (CltSample              *self,
                         const CltSampleProduct *row,
                         CltSampleLanguage       language)
{
  const gboolean is_chinese = language == CLT_SAMPLE_CHINESE;
  const gint64 created = clt_time_from_local_day (clt_sample_get_today (self) - COMPANY_AGE_DAYS);
  const gint64 price = (gint64) row->price * 100 * (is_chinese ? YUAN_PER_EURO : 1);
  const char *currency = is_chinese ? "CNY" : "EUR";
  g_autofree char *code = g_strconcat (row->code, is_chinese ? "-CN" : "-EU", NULL);
  CltSampleRecord *product = clt_sample_add (self, "product", language, row->names[language],
                                             created);

  clt_sample_set_text (product, "code", code);
  clt_sample_set_text (product, "category", row->categories[language]);
  clt_sample_set_text (product, "unit", row->units[language]);
  clt_sample_set_money (product, "price", price, currency);
  clt_sample_set_money (product, "cost", price * COST_PERCENT / 100, currency);
}

static void
clt_sample_make_segments (CltSample         *self,
                          CltSampleLanguage  language)
{
  const gint64 day = clt_sample_get_today (self) - COMPANY_AGE_DAYS / 2;
  const gint64 created = clt_time_from_local_day (day);
  const CltSamplePiece *row;

  for (row = clt_sample_texts_get (language)->segments; row->name != NULL; row++)
    {
      CltSampleRecord *segment = clt_sample_add (self, "segment", language, row->name, created);

      clt_sample_set_text (segment, "description", row->text);
      clt_sample_set_owner (segment, clt_sample_any (self, "user", language));
    }
}

static void
clt_sample_make_campaign (CltSample            *self,
                          const CltSamplePiece *row,
                          CltSampleLanguage     language,
                          guint                 nth)
{
  const guint time = nth % G_N_ELEMENTS (campaign_times);
  const gint64 today = clt_sample_get_today (self);
  const gint64 starts = today + campaign_times[time].starts;
  const gint64 created = clt_sample_office_time (self, MIN (starts, today) - 30);
  const gint64 budget = clt_sample_between (self, 6, 60) * G_GINT64_CONSTANT (100000);
  const gint64 spent = budget / 100 * clt_sample_between (self, 40, 110);
  const char *currency = language == CLT_SAMPLE_CHINESE ? "CNY" : "EUR";
  CltSampleRecord *campaign = clt_sample_add (self, "campaign", language, row->name, created);

  clt_sample_set_text (campaign, "status", campaign_times[time].status);
  clt_sample_set_text (campaign, "description", row->text);
  clt_sample_set_day (campaign, "starts", starts);
  clt_sample_set_day (campaign, "ends", starts + CAMPAIGN_DAYS);
  clt_sample_set_money (campaign, "budget", budget, currency);
  clt_sample_set_reference (campaign, "segment", clt_sample_any (self, "segment", language));
  clt_sample_set_owner (campaign, clt_sample_any (self, "user", language));
  if (starts < today)
    clt_sample_set_money (campaign, "cost", spent, currency);
}

static void
clt_sample_make_articles (CltSample         *self,
                          CltSampleLanguage  language)
{
  const char *statuses[] = {
    "published", "published", "published", "draft", "published", "withdrawn"
  };
  const CltSamplePiece *row;
  guint nth = 0;

  for (row = clt_sample_texts_get (language)->articles; row->name != NULL; row++)
    {
      const int age = clt_sample_between (self, 20, COMPANY_AGE_DAYS / 2);
      const gint64 created = clt_sample_days_ago (self, age);
      CltSampleRecord *article = clt_sample_add (self, "article", language, row->name, created);

      clt_sample_set_text (article, "status", statuses[nth++ % G_N_ELEMENTS (statuses)]);
      clt_sample_set_text (article, "category", row->category);
      clt_sample_set_text (article, "description", row->text);
      clt_sample_set_owner (article, clt_sample_any (self, "user", language));
    }
}

/**
 * clt_sample_sales_team:
 * @self: a sample with teams
 * @language: the customer's language
 *
 * Returns: (transfer none): the team that sells to such customers
 */
CltSampleRecord *
clt_sample_sales_team (CltSample         *self,
                       CltSampleLanguage  language)
{
  const guint nth = language == CLT_SAMPLE_CHINESE ? SALES_TEAM_CHINA : SALES_TEAM_EUROPE;

  return g_ptr_array_index (clt_sample_list (self, "team"), nth);
}

/**
 * clt_sample_care_team:
 * @self: a sample with teams
 *
 * Returns: (transfer none): the team that answers tickets
 */
CltSampleRecord *
clt_sample_care_team (CltSample *self)
{
  return g_ptr_array_index (clt_sample_list (self, "team"), CARE_TEAM);
}

/**
 * clt_sample_make_house:
 * @self: an empty sample
 *
 * Makes what the company itself is: users, teams, products, segments, campaigns
 * and articles.
 */
void
clt_sample_make_house (CltSample *self)
{
  clt_sample_make_users (self);

  for (guint language = 0; language < CLT_SAMPLE_N_LANGUAGES; language++)
    {
      const CltSamplePiece *campaigns = clt_sample_texts_get (language)->campaigns;

      for (guint i = 0; i < clt_sample_n_products; i++)
        clt_sample_make_product (self, &clt_sample_products[i], language);
      clt_sample_make_segments (self, language);
      for (guint i = 0; campaigns[i].name != NULL; i++)
        clt_sample_make_campaign (self, &campaigns[i], language, i);
      clt_sample_make_articles (self, language);
    }
}
