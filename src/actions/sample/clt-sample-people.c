/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sample-people"

#include "config.h"

#include <string.h>

#include "clt-sample-people.h"
#include "clt-time.h"

#define N_CUSTOMERS 400
#define OLDEST_CUSTOMER_DAYS 1100

/* Days since 1970: contacts are born from 1963 to 2001. */
#define OLDEST_BIRTHDAY (-2500)
#define YOUNGEST_BIRTHDAY 11600

static const CltSampleWeight life_cycle[] = {
  { "lead", 8 }, { "prospect", 20 }, { "customer", 56 }, { "former", 10 }, { "partner", 6 },
  { NULL }
};

static const CltSampleWeight ratings[] = { { "a", 20 }, { "b", 45 }, { "c", 35 }, { NULL } };

const CltSampleWeight clt_sample_sources[] = {
  { "website", 28 }, { "referral", 24 }, { "fair", 18 }, { "campaign", 10 },
  { "call", 8 }, { "partner", 8 }, { "other", 4 }, { NULL }
};

static guint
clt_sample_count_names (const CltSampleName *names)
{
  guint n = 0;

  while (names[n].text != NULL)
    n++;

  return n;
}

static const CltSampleName *
clt_sample_pick_name (CltSample           *self,
                      const CltSampleName *names)
{
  return &names[clt_sample_below (self, clt_sample_count_names (names))];
}

/* How an address on the net spells it. */
static char *
clt_sample_spell (const CltSampleName *name,
                  const char          *locale)
{
  g_autofree char *ascii = g_str_to_ascii (name->latin != NULL ? name->latin : name->text, locale);

  return g_ascii_strdown (ascii, -1);
}

/**
 * clt_sample_make_name:
 * @self: a sample
 * @naming: how people are called there
 * @mailbox: (out) (transfer full): what stands before the @ of the address
 *
 * Returns: (transfer full): the name of a person
 */
char *
clt_sample_make_name (CltSample             *self,
                      const CltSampleNaming *naming,
                      char                 **mailbox)
{
  const CltSampleName *given = clt_sample_pick_name (self, naming->given);
  const CltSampleName *surname = clt_sample_pick_name (self, naming->surnames);
  g_autofree char *given_spelt = clt_sample_spell (given, naming->locale);
  g_autofree char *surname_spelt = clt_sample_spell (surname, naming->locale);

  *mailbox = g_strconcat (given_spelt, ".", surname_spelt, NULL);

  if (naming->language == CLT_SAMPLE_CHINESE)
    return g_strconcat (surname->text, given->text, NULL);

  return g_strjoin (" ", given->text, surname->text, NULL);
}

/**
 * clt_sample_make_company:
 * @self: a sample
 * @place: where it is
 * @industry: what it does
 * @brand: (out) (transfer none): its short name
 * @domain: (out) (transfer full): its name on the net, below a reserved one
 *
 * Returns: (transfer full): the full name of a company of that trade and place
 */
char *
clt_sample_make_company (CltSample                *self,
                         const CltSamplePlace     *place,
                         const CltSampleIndustry  *industry,
                         const char              **brand,
                         char                    **domain)
{
  const CltSampleNaming *naming = &clt_sample_namings[place->culture];
  const CltSampleName *name = clt_sample_pick_name (self, naming->brands);
  const guint word = clt_sample_below (self, G_N_ELEMENTS (industry->words[0]));
  const char *trade = industry->words[place->culture][word];
  const char *form = clt_sample_pick (self, place->legal_forms);
  g_autofree char *spelt = clt_sample_spell (name, naming->locale);

  *brand = name->text;
  *domain = g_strdup_printf ("%s-%s.example.%s", spelt, place->latin,
                             place->culture == CLT_SAMPLE_CULTURE_CHINESE ? "net" : "com");

  if (naming->language == CLT_SAMPLE_CHINESE)
    return g_strconcat (place->city, name->text, trade, form, NULL);

  return g_strconcat (name->text, " ", trade, form, NULL);
}

/**
 * clt_sample_any_place:
 * @self: a sample
 * @language: one of the two languages
 *
 * Returns: (transfer none): a town where it is the language of business
 */
const CltSamplePlace *
clt_sample_any_place (CltSample         *self,
                      CltSampleLanguage  language)
{
  const CltSamplePlace *place;

  do
    place = &clt_sample_places[clt_sample_below (self, clt_sample_n_places)];
  while (clt_sample_namings[place->culture].language != language);

  return place;
}

/**
 * clt_sample_set_phone:
 * @self: a sample
 * @record: the record
 * @field: a field for telephone numbers
 * @format: the number, "#" for each digit that is left to chance
 *
 * Gives the record a telephone number.
 */
void
clt_sample_set_phone (CltSample       *self,
                      CltSampleRecord *record,
                      const char      *field,
                      const char      *format)
{
  g_autofree char *phone = clt_sample_digits (self, format);

  clt_sample_set_text (record, field, phone);
}

/**
 * clt_sample_set_place:
 * @self: a sample
 * @record: a record with an address
 * @place: the town
 *
 * Gives the record an address in the town.
 */
void
clt_sample_set_place (CltSample            *self,
                      CltSampleRecord      *record,
                      const CltSamplePlace *place)
{
  const char *street_format = clt_sample_pick (self, clt_sample_namings[place->culture].streets);
  g_autofree char *street = clt_sample_digits (self, street_format);
  g_autofree char *postal_code = clt_sample_digits (self, place->postal);

  clt_sample_set_text (record, "street", street);
  clt_sample_set_text (record, "postal_code", postal_code);
  clt_sample_set_text (record, "city", place->city);
  clt_sample_set_text (record, "region", place->region);
  clt_sample_set_text (record, "country", place->country);
}

/* What organisations have and people do not. */
static void
clt_sample_fill_organisation (CltSample               *self,
                              CltSampleRecord         *customer,
                              const CltSampleIndustry *industry)
{
  const int employees = clt_sample_between (self, 1, 24) * clt_sample_between (self, 2, 30);
  const gint64 revenue = (gint64) employees * clt_sample_between (self, 80, 240) * 1000 * 100;
  g_autofree char *email = g_strconcat (clt_sample_happens (self, 50) ? "info@" : "office@",
                                        customer->domain, NULL);
  g_autofree char *website = g_strconcat ("https://", customer->domain, NULL);

  clt_sample_set_text (customer, "kind", "organisation");
  clt_sample_set_text (customer, "industry", industry->labels[customer->language]);
  clt_sample_set_text (customer, "email", email);
  clt_sample_set_text (customer, "website", website);
  clt_sample_set_integer (customer, "employees", employees);
  clt_sample_set_money (customer, "revenue", revenue, customer->place->currency);
  customer->contacts = g_ptr_array_new ();
}

static CltSampleRecord *
clt_sample_make_organisation (CltSample         *self,
                              CltSampleLanguage  language,
                              GHashTable        *taken,
                              gint64             created)
{
  const CltSampleIndustry *industry;
  const CltSamplePlace *place;
  CltSampleRecord *customer;
  g_autofree char *domain = NULL;
  g_autofree char *name = NULL;
  const char *brand;

  industry = &clt_sample_industries[clt_sample_below (self, clt_sample_n_industries)];
  do
    {
      g_clear_pointer (&domain, g_free);
      g_clear_pointer (&name, g_free);
      place = clt_sample_any_place (self, language);
      name = clt_sample_make_company (self, place, industry, &brand, &domain);
    }
  while (!g_hash_table_add (taken, g_strdup (domain)));

  customer = clt_sample_add (self, "customer", language, name, created);
  customer->place = place;
  customer->brand = brand;
  customer->domain = g_steal_pointer (&domain);
  clt_sample_fill_organisation (self, customer, industry);

  return customer;
}

static CltSampleRecord *
clt_sample_make_person (CltSample            *self,
                        const CltSamplePlace *place,
                        gint64                created)
{
  const CltSampleNaming *naming = &clt_sample_namings[place->culture];
  g_autofree char *mailbox = NULL;
  g_autofree char *name = clt_sample_make_name (self, naming, &mailbox);
  g_autofree char *email = g_strconcat (mailbox, "@example.org", NULL);
  CltSampleRecord *customer = clt_sample_add (self, "customer", naming->language, name, created);

  customer->place = place;
  customer->brand = customer->title;
  clt_sample_set_text (customer, "kind", "person");
  clt_sample_set_text (customer, "email", email);

  return customer;
}

static void
clt_sample_make_contact (CltSample       *self,
                         CltSampleRecord *customer,
                         GHashTable      *taken)
{
  const CltSampleNaming *naming = &clt_sample_namings[customer->place->culture];
  const CltSampleTexts *texts = clt_sample_texts_get (customer->language);
  const CltSampleJob *job = &clt_sample_jobs[clt_sample_below (self, clt_sample_n_jobs)];
  g_autofree char *mailbox = NULL;
  g_autofree char *name = clt_sample_make_name (self, naming, &mailbox);
  g_autofree char *email = g_strconcat (mailbox, "@", customer->domain, NULL);
  CltSampleRecord *contact;

  /* The name has been drawn before for this company: it does with one contact fewer. */
  if (!g_hash_table_add (taken, g_strdup (email)))
    return;

  contact = clt_sample_add (self, "contact", customer->language, name,
                            clt_sample_past_moment (self, customer->created));
  g_ptr_array_add (customer->contacts, contact);

  clt_sample_set_customer (contact, customer);
  clt_sample_set_owner (contact, customer->owner);
  clt_sample_set_text (contact, "job_title", job->titles[customer->language]);
  clt_sample_set_text (contact, "department", job->departments[customer->language]);
  clt_sample_set_text (contact, "email", email);
  clt_sample_set_phone (self, contact, "phone", customer->place->phone);
  clt_sample_set_text (contact, "city", customer->place->city);
  clt_sample_set_text (contact, "country", customer->place->country);
  if (clt_sample_happens (self, 70))
    clt_sample_set_phone (self, contact, "mobile", customer->place->mobile);
  if (clt_sample_happens (self, 25))
    clt_sample_set_day (contact, "birthday",
                        clt_sample_between (self, OLDEST_BIRTHDAY, YOUNGEST_BIRTHDAY));
  if (clt_sample_happens (self, 3))
    clt_sample_set_true (contact, "do_not_contact");
  if (clt_sample_happens (self, 20))
    clt_sample_set_tags (self, contact, texts->contact_tags);
}

/* What every customer has; users come first, so that there is one to be responsible. */
static void
clt_sample_fill_customer (CltSample       *self,
                          CltSampleRecord *customer)
{
  const CltSampleTexts *texts = clt_sample_texts_get (customer->language);

  clt_sample_set_owner (customer, clt_sample_any (self, "user", customer->language));
  clt_sample_set_reference (customer, "team", clt_sample_sales_team (self, customer->language));
  clt_sample_set_text (customer, "stage", clt_sample_choose (self, life_cycle));
  clt_sample_set_text (customer, "rating", clt_sample_choose (self, ratings));
  clt_sample_set_text (customer, "source", clt_sample_choose (self, clt_sample_sources));
  clt_sample_set_phone (self, customer, "phone", customer->place->phone);
  clt_sample_set_place (self, customer, customer->place);
  if (clt_sample_happens (self, 35))
    clt_sample_set_tags (self, customer, texts->customer_tags);
}

static void
clt_sample_describe_customer (CltSample       *self,
                              CltSampleRecord *customer)
{
  const CltSampleTexts *texts = clt_sample_texts_get (customer->language);
  const CltSampleScene scene = clt_sample_scene (self, customer);
  const gboolean is_person = customer->contacts == NULL;

  if (clt_sample_happens (self, 60))
    clt_sample_set_writing (self, customer, "description",
                            is_person ? texts->person_notes : texts->customer_texts, &scene);
}

/**
 * clt_sample_make_people:
 * @self: a sample with a house
 *
 * Makes the customers and the people who work there. Languages take turns, and
 * two customers in ten are people.
 */
void
clt_sample_make_people (CltSample *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      const CltSampleLanguage language = i % 2 == 0 ? CLT_SAMPLE_ENGLISH : CLT_SAMPLE_CHINESE;
      const int age = clt_sample_between (self, 20, OLDEST_CUSTOMER_DAYS);
      const gint64 created = clt_sample_days_ago (self, age);
      CltSampleRecord *customer;

      if (i % 10 >= 8)
        customer = clt_sample_make_person (self, clt_sample_any_place (self, language), created);
      else
        customer = clt_sample_make_organisation (self, language, taken, created);

      clt_sample_fill_customer (self, customer);
      if (customer->contacts != NULL)
        for (guint j = clt_sample_between (self, 1, 5); j > 0; j--)
          clt_sample_make_contact (self, customer, taken);
      clt_sample_describe_customer (self, customer);
    }
}
