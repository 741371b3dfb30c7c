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

static const CltSampleWeight event_kinds[] = { { "meeting", 50 }, { "call", 30 }, { "visit", 20 }, { NULL } };

static const CltSampleWeight task_kinds[] = {
  { "todo", 30 }, { "call", 30 }, { "email", 20 }, { "meeting", 10 }, { "other", 10 }, { NULL }
};

static const CltSampleWeight task_statuses[] = { { "open", 58 }, { "done", 37 }, { "cancelled", 5 }, { NULL } };

static const CltSampleWeight priorities[] = { { "0", 20 }, { "1", 55 }, { "2", 20 }, { "3", 5 }, { NULL } };

static const CltSampleWeight note_kinds[] = {
  { "call", 35 }, { "email", 28 }, { "note", 22 }, { "visit", 15 }, { NULL }
};

static const CltSampleWeight note_subjects[] = { { "customer", 42 }, { "deal", 38 }, { "ticket", 20 }, { NULL } };

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

/* 1970-01-01 was a Thursday: what falls on a weekend moves to Monday. */
static gint64
clt_sample_working_day (gint64 day)
{
  const gint64 days_after_monday = ((day + 3) % 7 + 7) % 7;

  return days_after_monday >= 5 ? day + 7 - days_after_monday : day;
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

  return nth < N_EVENTS_TODAY ? today : clt_sample_working_day (today + (ABS (a) < ABS (b) ? a : b));
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
      const char *street = clt_value_get_text (clt_change_find_after (scene->customer->change, "street"));
      g_autofree char *address = event->language == CLT_SAMPLE_CHINESE
        ? g_strconcat (scene->customer->place->city, street, NULL)
        : g_strjoin (", ", street, scene->customer->place->city, NULL);

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
                       gint64           day,
                       gboolean         is_all_day)
{
  const gint64 start = is_all_day ? clt_time_from_local_day (day) : clt_sample_office_time (self, day);
  const gint64 length = clt_sample_between (self, 2, 8) * QUARTER_HOUR;
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
  const char *kind = clt_sample_choose (self, event_kinds);
  const gboolean is_all_day = clt_sample_happens (self, 5);
  const gint64 created = clt_sample_office_time (self, MIN (day, clt_sample_get_today (self)) - 7);
  g_autoptr (GPtrArray) attendees = g_ptr_array_new ();
  g_autofree char *subject = NULL;
  CltSampleRecord *event;

  subject = clt_sample_write (self, clt_sample_pick (self, is_all_day ? texts->all_day_events
                                                                      : clt_sample_find_titles (texts->events, kind)),
                              &scene);
  event = clt_sample_add (self, "event", deal->language, subject, created);

  clt_sample_set_customer (event, scene.customer);
  clt_sample_set_text (event, "kind", kind);
  clt_sample_set_owner (event, scene.customer->owner);
  clt_sample_set_reference (event, "about", clt_sample_happens (self, 60) ? deal : scene.customer);
  clt_sample_place_event (self, event, kind, &scene);
  clt_sample_time_event (self, event, day, is_all_day);
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
    due = clt_sample_working_day (today + clt_sample_between (self, -10, 30));

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
  const int age = clt_sample_between (self, 61, 80);
  const gint64 created = clt_sample_office_time (self, clt_sample_get_today (self) - age);
  g_autofree char *subject = NULL;
  CltSampleRecord *task;

  subject = clt_sample_write (self, clt_sample_pick (self, clt_sample_find_titles (texts->tasks, kind)), &scene);
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
  g_autofree char *text = NULL;

  if (g_str_equal (about->entity, "ticket"))
    text = g_strdup (clt_sample_pick (self, texts->ticket_notes));
  else if (scene->customer->contacts == NULL)
    text = g_strdup (clt_sample_pick (self, texts->person_notes));
  else
    text = g_strconcat (clt_sample_pick (self, notes->openings), space,
                        clt_sample_pick (self, texts->note_bodies), space,
                        clt_sample_happens (self, 70) ? clt_sample_pick (self, texts->note_closings) : "",
                        NULL);

  return clt_sample_write (self, g_strchomp (text), scene);
}

static void
clt_sample_make_note (CltSample         *self,
                      CltSampleLanguage  language)
{
  CltSampleRecord *about = clt_sample_any_subject (self, language);
  const CltSampleScene scene = clt_sample_scene (self, clt_sample_customer_of (about));
  const CltSampleNotes *notes = clt_sample_find_notes (language, clt_sample_choose (self, note_kinds));
  const gint64 posted = clt_sample_past_moment (self, about->created);
  g_autofree char *subject = clt_sample_write (self, clt_sample_pick (self, notes->subjects), &scene);
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
