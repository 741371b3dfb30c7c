/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sample-tickets"

#include "config.h"

#include "clt-sample.h"
#include "clt-time.h"

#define N_TICKETS 180
#define OLDEST_DAYS 150
#define OLDEST_OPEN_DAYS 12

static const CltSampleWeight statuses[] = {
  { "new", 12 }, { "open", 18 }, { "waiting", 12 }, { "solved", 50 }, { "cancelled", 8 }, { NULL }
};

static const CltSampleWeight priorities[] = {
  { "0", 15 }, { "1", 50 }, { "2", 25 }, { "3", 10 }, { NULL }
};

static const CltSampleTicket *
clt_sample_pick_ticket (CltSample         *self,
                        CltSampleLanguage  language)
{
  const CltSampleTicket *tickets = clt_sample_texts_get (language)->tickets;
  guint n = 0;

  while (tickets[n].kind != NULL)
    n++;

  return &tickets[clt_sample_below (self, n)];
}

static CltSampleRecord *
clt_sample_open_ticket (CltSample            *self,
                        const CltSampleScene *scene,
                        guint                 number,
                        gint64                created)
{
  const CltSampleTicket *row = clt_sample_pick_ticket (self, scene->customer->language);
  g_autofree char *number_text = g_strdup_printf ("T-%05u", number);
  g_autofree char *subject = clt_sample_write (self, row->subject, scene);
  g_autofree char *text = clt_sample_write (self, row->text, scene);
  CltSampleRecord *ticket;

  ticket = clt_sample_add (self, "ticket", scene->customer->language, subject, created);
  clt_sample_set_text (ticket, "number", number_text);
  clt_sample_set_text (ticket, "kind", row->kind);
  clt_sample_set_text (ticket, "description", text);
  clt_sample_set_customer (ticket, scene->customer);
  clt_sample_set_reference (ticket, "product", scene->product);
  if (scene->person != scene->customer)
    clt_sample_set_reference (ticket, "contact", scene->person);

  return ticket;
}

static void
clt_sample_make_ticket (CltSample         *self,
                        CltSampleLanguage  language,
                        guint              number)
{
  const CltSampleScene scene = clt_sample_scene (self, clt_sample_any (self, "customer", language));
  const char *status = clt_sample_choose (self, statuses);
  const gboolean is_closed = g_str_equal (status, "solved") || g_str_equal (status, "cancelled");
  const int age = clt_sample_between (self, 1, is_closed ? OLDEST_DAYS : OLDEST_OPEN_DAYS);
  const gint64 created = clt_sample_days_ago (self, age);
  const gint64 day = clt_time_to_local_day (created);
  CltSampleRecord *ticket = clt_sample_open_ticket (self, &scene, number, created);

  clt_sample_set_text (ticket, "status", status);
  clt_sample_set_text (ticket, "priority", clt_sample_choose (self, priorities));
  clt_sample_set_reference (ticket, "team", clt_sample_care_team (self));
  if (!g_str_equal (status, "new") || clt_sample_happens (self, 30))
    clt_sample_set_owner (ticket, scene.user);

  if (is_closed)
    {
      clt_sample_set_moment (ticket, "due", clt_sample_office_time (self, day + 3));
      clt_sample_set_moment (ticket, "closed", clt_sample_past_moment (self, created));
    }
  else
    {
      const gint64 due = clt_sample_get_today (self) + clt_sample_between (self, -3, 6);

      clt_sample_set_moment (ticket, "due", clt_sample_office_time (self, MAX (due, day)));
    }
}

/**
 * clt_sample_make_tickets:
 * @self: a sample with customers
 *
 * Makes tickets over all statuses; the open ones are young.
 */
void
clt_sample_make_tickets (CltSample *self)
{
  for (guint i = 0; i < N_TICKETS; i++)
    clt_sample_make_ticket (self, i % CLT_SAMPLE_N_LANGUAGES, 2001 + i);
}
