/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sample-activities"

#include "config.h"

#include "clt-sample.h"
#include "clt-time.h"

#define N_EVENTS 500
#define N_EVENTS_TODAY 9
#define N_TASKS 300
#define N_NOTES 900

#define FIRST_EVENT_DAY (-90)
#define LAST_EVENT_DAY 60
#define QUARTER_HOUR (15 * 60 * CLT_USEC_PER_SECOND)

static const CltSampleWeight event_kinds[] = {
  { "meeting", 50 }, { "call", 30 }, { "visit", 20 }, { NULL }
};

static const CltSampleWeight task_kinds[] = {
  { "todo", 30 }, { "call", 30 }, { "email", 20 }, { "meeting", 10 }, { "other", 10 }, { NULL }
};

static const CltSampleWeight task_statuses[] = {
  { "open", 58 }, { "done", 37 }, { "cancelled", 5 }, { NULL }
};

static const CltSampleWeight priorities[] = {
  { "0", 20 }, { "1", 55 }, { "2", 20 }, { "3", 5 }, { NULL }
};

static const CltSampleWeight note_kinds[] = {
  { "call", 35 }, { "email", 28 }, { "note", 22 }, { "visit", 15 }, { NULL }
};

static const CltSampleWeight note_subjects[] = {
  { "customer", 42 }, { "deal", 38 }, { "ticket", 20 }, { NULL }
};

static const char * const *
clt_sample_find_titles (const CltSampleTitles *titles,
                        const char            *kind)
{
  while (!g_str_equal (titles->kind, kind))
    titles++;

  return titles->subjects;
}

static const CltSampleNotes *
clt_sample_find_notes (CltSampleLanguage  language,
                       const char        *kind)
{
  const CltSampleNotes *notes = clt_sample_texts_get (language)->notes;

  while (!g_str_equal (notes->kind, kind))
    notes++;

  return notes;
}

static void
clt_sample_note_contact (CltSampleRecord *customer,
                         gint64           moment)
{
  customer->last_contact = MAX (customer->last_contact, moment);
}

/* A day for an event: the closer to today the more of them. */
static gint64
clt_sample_event_day (CltSample *self,
                      guint      nth)
{
  const gint64 today = clt_sample_get_today (self);
  const int a = clt_sample_between (self, FIRST_EVENT_DAY, LAST_EVENT_DAY);
  const int b = clt_sample_between (self, FIRST_EVENT_DAY, LAST_EVENT_DAY);

  if (nth < N_EVENTS_TODAY)
    return today;

  return clt_sample_workday_from (today + (ABS (a) < ABS (b) ? a : b));
}

static char *
clt_sample_dup_address (CltSampleRecord *customer)
{
  const char *street = clt_value_get_text (clt_change_find_after (customer->change, "street"));
  const char *city = customer->place->city;

  return customer->language == CLT_SAMPLE_CHINESE ? g_strconcat (city, street, NULL)
                                                  : g_strjoin (", ", street, city, NULL);
}

static void
clt_sample_place_event (CltSample            *self,
                        CltSampleRecord      *event,
                        const char           *kind,
                        const CltSampleScene *scene)
{
  const CltSampleTexts *texts = clt_sample_texts_get (event->language);
  g_autofree char *link = NULL;

  if (g_str_equal (kind, "visit"))
    {
      g_autofree char *address = clt_sample_dup_address (scene->customer);

      clt_sample_set_text (event, "location", address);
    }
  else if (g_str_equal (kind, "meeting"))
    {
      clt_sample_set_text (event, "location", clt_sample_pick (self, texts->rooms));
      link = clt_sample_digits (self, "https://meet.example.com/###-###-###");
      if (clt_sample_happens (self, 40))
        clt_sample_set_text (event, "video_link", link);
    }
}

static void
clt_sample_time_event (CltSample       *self,
                       CltSampleRecord *event,
                       const char      *kind,
                       gint64           day,
                       gboolean         is_all_day)
{
  const gint64 midnight = clt_time_from_local_day (day);
  const gint64 start = is_all_day ? midnight : clt_sample_office_time (self, day);
  const int least = g_str_equal (kind, "call") ? 1 : 3;
  const gint64 length = clt_sample_between (self, least, 3 * least) * QUARTER_HOUR;
  const char *status = "planned";

  if (day < clt_sample_get_today (self))
    status = clt_sample_happens (self, 90) ? "held" : "not-held";

  clt_sample_set_text (event, "status", status);
  clt_sample_set_moment (event, "start", start);
  clt_sample_set_moment (event, "end", is_all_day ? start : start + length);
  if (is_all_day)
    clt_sample_set_true (event, "all_day");
  if (g_str_equal (status, "held"))
    clt_sample_note_contact (event->customer, start);
}

static void
clt_sample_make_event (CltSample       *self,
                       CltSampleRecord *deal,
                       gint64           day)
{
  const CltSampleTexts *texts = clt_sample_texts_get (deal->language);
  const CltSampleScene scene = clt_sample_scene (self, deal->customer);
  const gboolean is_all_day = clt_sample_happens (self, 5);
  const char *kind = is_all_day ? "visit" : clt_sample_choose (self, event_kinds);
  const gint64 created = clt_sample_office_time (self, MIN (day, clt_sample_get_today (self)) - 7);
  g_autoptr (GPtrArray) attendees = g_ptr_array_new ();
  g_autofree char *subject = NULL;
  const char * const *subjects;
  CltSampleRecord *event;

  subjects = is_all_day ? texts->all_day_events : clt_sample_find_titles (texts->events, kind);
  subject = clt_sample_write (self, clt_sample_pick (self, subjects), &scene);
  event = clt_sample_add (self, "event", deal->language, subject, created);

  clt_sample_set_customer (event, scene.customer);
  clt_sample_set_text (event, "kind", kind);
  clt_sample_set_owner (event, scene.customer->owner);
  clt_sample_set_reference (event, "about", clt_sample_happens (self, 60) ? deal : scene.customer);
  clt_sample_place_event (self, event, kind, &scene);
  clt_sample_time_event (self, event, kind, day, is_all_day);
  if (clt_sample_happens (self, 50))
    clt_sample_set_writing (self, event, "description", texts->event_texts, &scene);

  g_ptr_array_add (attendees, scene.person);
  clt_sample_set_references (event, "attendees", attendees);
}

/* What a task or a note is about: a deal, a ticket, or a customer. */
static CltSampleRecord *
clt_sample_any_subject (CltSample         *self,
                        CltSampleLanguage  language)
{
  return clt_sample_any (self, clt_sample_choose (self, note_subjects), language);
}

static CltSampleRecord *
clt_sample_customer_of (CltSampleRecord *record)
{
  return record->customer != NULL ? record->customer : record;
}

static void
clt_sample_date_task (CltSample       *self,
                      CltSampleRecord *task)
{
  const gint64 today = clt_sample_get_today (self);
  const char *status = clt_sample_choose (self, task_statuses);
  gint64 due;

  if (!g_str_equal (status, "open"))
    due = today - clt_sample_between (self, 1, 60);
  else if (clt_sample_happens (self, 12))
    due = today;
  else
    due = clt_sample_workday_from (today + clt_sample_between (self, -10, 30));

  clt_sample_set_text (task, "status", status);
  clt_sample_set_day (task, "due", due);
  if (g_str_equal (status, "done"))
    clt_sample_set_moment (task, "completed", clt_sample_office_time (self, due));
}

static void
clt_sample_make_task (CltSample         *self,
                      CltSampleLanguage  language)
{
  const CltSampleTexts *texts = clt_sample_texts_get (language);
  CltSampleRecord *about = clt_sample_any_subject (self, language);
  const CltSampleScene scene = clt_sample_scene (self, clt_sample_customer_of (about));
  const char *kind = clt_sample_choose (self, task_kinds);
  const gint64 created = clt_sample_days_ago (self, clt_sample_between (self, 61, 80));
  const char * const *subjects = clt_sample_find_titles (texts->tasks, kind);
  g_autofree char *subject = NULL;
  CltSampleRecord *task;

  subject = clt_sample_write (self, clt_sample_pick (self, subjects), &scene);
  task = clt_sample_add (self, "task", language, subject, created);

  clt_sample_set_text (task, "kind", kind);
  clt_sample_set_text (task, "priority", clt_sample_choose (self, priorities));
  clt_sample_set_reference (task, "about", about);
  clt_sample_set_owner (task, scene.user);
  clt_sample_date_task (self, task);
}

/* How it began, what was said, and what follows: two or three sentences of one person's hand. */
static char *
clt_sample_write_note (CltSample            *self,
                       CltSampleRecord      *about,
                       const CltSampleNotes *notes,
                       const CltSampleScene *scene)
{
  const CltSampleTexts *texts = clt_sample_texts_get (about->language);
  const char *space = about->language == CLT_SAMPLE_CHINESE ? "" : " ";
  const char *closing = clt_sample_pick (self, texts->note_closings);
  g_autofree char *text = NULL;

  if (g_str_equal (about->entity, "ticket"))
    return clt_sample_write (self, clt_sample_pick (self, texts->ticket_notes), scene);
  if (scene->customer->contacts == NULL)
    return clt_sample_write (self, clt_sample_pick (self, texts->person_notes), scene);

  text = g_strjoin (space, clt_sample_pick (self, notes->openings),
                    clt_sample_pick (self, texts->note_bodies),
                    clt_sample_happens (self, 70) ? closing : NULL, NULL);

  return clt_sample_write (self, text, scene);
}

static void
clt_sample_make_note (CltSample         *self,
                      CltSampleLanguage  language)
{
  CltSampleRecord *about = clt_sample_any_subject (self, language);
  const CltSampleScene scene = clt_sample_scene (self, clt_sample_customer_of (about));
  const char *kind = clt_sample_choose (self, note_kinds);
  const CltSampleNotes *notes = clt_sample_find_notes (language, kind);
  const gint64 posted = clt_sample_past_moment (self, about->created);
  const char *title = clt_sample_pick (self, notes->subjects);
  g_autofree char *subject = clt_sample_write (self, title, &scene);
  g_autofree char *text = clt_sample_write_note (self, about, notes, &scene);
  CltSampleRecord *note = clt_sample_add (self, "note", language, subject, posted);

  clt_sample_set_text (note, "kind", notes->kind);
  clt_sample_set_reference (note, "about", about);
  clt_sample_set_text (note, "author", scene.user->title);
  clt_sample_set_moment (note, "posted", posted);
  clt_sample_set_text (note, "description", text);
  clt_sample_note_contact (scene.customer, posted);
}

static void
clt_sample_set_last_contacts (CltSample *self)
{
  GPtrArray *customers = clt_sample_list (self, "customer");

  for (guint i = 0; i < customers->len; i++)
    {
      CltSampleRecord *customer = g_ptr_array_index (customers, i);

      if (customer->last_contact != 0)
        clt_sample_set_moment (customer, "last_contact", customer->last_contact);
    }
}

/**
 * clt_sample_make_activities:
 * @self: a sample with customers, deals and tickets
 *
 * Makes events around today, tasks, and notes; then each customer can say when
 * it was last spoken to.
 */
void
clt_sample_make_activities (CltSample *self)
{
  for (guint i = 0; i < N_EVENTS; i++)
    clt_sample_make_event (self, clt_sample_any (self, "deal", i % CLT_SAMPLE_N_LANGUAGES),
                           clt_sample_event_day (self, i));
  for (guint i = 0; i < N_TASKS; i++)
    clt_sample_make_task (self, i % CLT_SAMPLE_N_LANGUAGES);
  for (guint i = 0; i < N_NOTES; i++)
    clt_sample_make_note (self, i % CLT_SAMPLE_N_LANGUAGES);

  clt_sample_set_last_contacts (self);
}
