/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sample"

#include "config.h"

#include "clt-sample.h"
#include "clt-time.h"

#define USEC_PER_MINUTE (60 * CLT_USEC_PER_SECOND)

/* Office hours, in minutes of the day; appointments begin at quarters of an hour. */
#define OFFICE_OPENS (8 * 60 + 30)
#define OFFICE_CLOSES (17 * 60)
#define QUARTER 15
#define FRIDAY 4

struct _CltSample
{
  GRand      *chance;  /* (owned) */
  gint64      today;   /* day */
  gint64      last_id;
  GPtrArray  *changes; /* (owned) (element-type CltChange) */
  GHashTable *lists;   /* (owned) (element-type utf8 GPtrArray): the records of each entity */
};

static void
clt_sample_record_free (gpointer data)
{
  CltSampleRecord *self = data;

  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_free (self->domain);
  g_free (self->title);
  g_free (self);
}

/**
 * clt_sample_new:
 * @seed: what everything is drawn from
 * @today: the day that dates are around
 *
 * Returns: (transfer full): a sample without records
 */
CltSample *
clt_sample_new (guint32 seed,
                gint64  today)
{
  CltSample *self = g_new0 (CltSample, 1);

  self->chance = g_rand_new_with_seed (seed);
  self->today = today;
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_change_unref);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) g_ptr_array_unref);

  return self;
}

/**
 * clt_sample_free:
 * @self: (transfer full): a sample
 *
 * Frees the sample and its records, but not changes that were stolen.
 */
void
clt_sample_free (CltSample *self)
{
  g_rand_free (self->chance);
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->lists);
  g_free (self);
}

/**
 * clt_sample_steal_changes:
 * @self: a sample that is made
 *
 * Returns: (transfer full) (element-type CltChange): a creation for each record
 */
GPtrArray *
clt_sample_steal_changes (CltSample *self)
{
  GPtrArray *changes = g_steal_pointer (&self->changes);

  self->changes = g_ptr_array_new ();

  return changes;
}

/**
 * clt_sample_get_today:
 * @self: a sample
 *
 * Returns: the day that dates are around
 */
gint64
clt_sample_get_today (CltSample *self)
{
  return self->today;
}

/**
 * clt_sample_below:
 * @self: a sample
 * @end: at least 1
 *
 * Returns: a number from 0 to @end - 1
 */
guint
clt_sample_below (CltSample *self,
                  guint      end)
{
  g_assert (end > 0);

  return g_rand_int_range (self->chance, 0, end);
}

/**
 * clt_sample_between:
 * @self: a sample
 * @least: the smallest answer
 * @most: the greatest answer
 *
 * Returns: a number from @least to @most
 */
int
clt_sample_between (CltSample *self,
                    int        least,
                    int        most)
{
  return g_rand_int_range (self->chance, least, most + 1);
}

/**
 * clt_sample_happens:
 * @self: a sample
 * @percent: how often, in a hundred times
 *
 * Returns: whether it happens this time
 */
gboolean
clt_sample_happens (CltSample *self,
                    guint      percent)
{
  return clt_sample_below (self, 100) < percent;
}

/**
 * clt_sample_pick:
 * @self: a sample
 * @words: (array zero-terminated=1): at least one
 *
 * Returns: (transfer none): one of the words
 */
const char *
clt_sample_pick (CltSample          *self,
                 const char * const *words)
{
  return words[clt_sample_below (self, g_strv_length ((char **) words))];
}

/**
 * clt_sample_choose:
 * @self: a sample
 * @weights: choices and how often each is taken
 *
 * Returns: (transfer none): the id of one of them
 */
const char *
clt_sample_choose (CltSample             *self,
                   const CltSampleWeight *weights)
{
  guint sum = 0;
  guint drawn;

  for (const CltSampleWeight *row = weights; row->id != NULL; row++)
    sum += row->weight;

  drawn = clt_sample_below (self, sum);
  while (drawn >= weights->weight)
    {
      drawn -= weights->weight;
      weights++;
    }

  return weights->id;
}

/**
 * clt_sample_digits:
 * @self: a sample
 * @format: a text with "#" where there is to be some digit
 *
 * Returns: (transfer full): the text with digits; none of its numbers begins with a 0 of ours
 */
char *
clt_sample_digits (CltSample  *self,
                   const char *format)
{
  char *text = g_strdup (format);

  for (char *c = text; *c != '\0'; c++)
    {
      const gboolean is_first = c == text || !g_ascii_isdigit (c[-1]);

      if (*c == '#')
        *c = '0' + clt_sample_between (self, is_first ? 1 : 0, 9);
    }

  return text;
}

/* From Monday, 0, to Sunday, 6: 1970-01-01 was a Thursday. */
static int
clt_sample_weekday (gint64 day)
{
  return ((day + 3) % 7 + 7) % 7;
}

/**
 * clt_sample_workday_from:
 * @day: a day
 *
 * Returns: the day, or the Monday after it if it falls on a weekend
 */
gint64
clt_sample_workday_from (gint64 day)
{
  const int weekday = clt_sample_weekday (day);

  return weekday > FRIDAY ? day + 7 - weekday : day;
}

static gint64
clt_sample_workday_until (gint64 day)
{
  return day - MAX (clt_sample_weekday (day) - FRIDAY, 0);
}

/**
 * clt_sample_office_time:
 * @self: a sample
 * @day: a day
 *
 * Returns: a moment of that day at which people work
 */
gint64
clt_sample_office_time (CltSample *self,
                        gint64     day)
{
  const int quarter = clt_sample_between (self, OFFICE_OPENS / QUARTER, OFFICE_CLOSES / QUARTER);

  return clt_time_from_local_day (day) + quarter * QUARTER * USEC_PER_MINUTE;
}

/**
 * clt_sample_days_ago:
 * @self: a sample
 * @days: how many
 *
 * Returns: a moment at which people worked, that day or shortly before
 */
gint64
clt_sample_days_ago (CltSample *self,
                     int        days)
{
  return clt_sample_office_time (self, clt_sample_workday_until (self->today - days));
}

/**
 * clt_sample_past_moment:
 * @self: a sample
 * @earliest: a moment
 *
 * Returns: a moment between the earliest and yesterday, rather of late than long ago
 */
gint64
clt_sample_past_moment (CltSample *self,
                        gint64     earliest)
{
  const gint64 yesterday = self->today - 1;
  const gint64 first = MIN (clt_time_to_local_day (earliest), yesterday);
  const int a = clt_sample_between (self, 0, yesterday - first);
  const int b = clt_sample_between (self, 0, yesterday - first);

  return MAX (clt_sample_days_ago (self, 1 + MIN (a, b)), earliest);
}

/**
 * clt_sample_add:
 * @self: a sample
 * @entity: a static string: what kind of record
 * @language: which language it is written in
 * @title: its name or subject
 * @created: when it was made, a moment
 *
 * Ids count from 1, so that the same seed gives the same records under the same
 * ids; ids made later by people are far above.
 *
 * Returns: (transfer none): the new record, to be given its values
 */
CltSampleRecord *
clt_sample_add (CltSample         *self,
                const char        *entity,
                CltSampleLanguage  language,
                const char        *title,
                gint64             created)
{
  CltSampleRecord *record = g_new0 (CltSampleRecord, 1);

  record->entity = entity;
  record->id = ++self->last_id;
  record->change = clt_change_new (CLT_CHANGE_CREATE, entity, record->id);
  record->title = g_strdup (title);
  record->language = language;
  record->created = created;

  clt_sample_set_text (record, "name", title);
  clt_sample_set_moment (record, "created", created);

  g_ptr_array_add (self->changes, record->change);
  g_ptr_array_add (clt_sample_list (self, entity), record);

  return record;
}

/**
 * clt_sample_list:
 * @self: a sample
 * @entity: a static string: what kind of records
 *
 * Returns: (transfer none) (element-type CltSampleRecord): those made so far
 */
GPtrArray *
clt_sample_list (CltSample  *self,
                 const char *entity)
{
  GPtrArray *list = g_hash_table_lookup (self->lists, entity);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (clt_sample_record_free);
      g_hash_table_insert (self->lists, (gpointer) entity, list);
    }

  return list;
}

/**
 * clt_sample_any:
 * @self: a sample
 * @entity: what kind of record
 * @language: in which language; there must be one
 *
 * Returns: (transfer none): one of the records
 */
CltSampleRecord *
clt_sample_any (CltSample         *self,
                const char        *entity,
                CltSampleLanguage  language)
{
  GPtrArray *list = clt_sample_list (self, entity);
  CltSampleRecord *record;

  do
    record = g_ptr_array_index (list, clt_sample_below (self, list->len));
  while (record->language != language);

  return record;
}

/**
 * clt_sample_any_person:
 * @self: a sample
 * @customer: a customer
 *
 * Returns: (transfer none): somebody who works there, or the customer itself if it is a person
 */
CltSampleRecord *
clt_sample_any_person (CltSample       *self,
                       CltSampleRecord *customer)
{
  GPtrArray *contacts = customer->contacts;

  if (contacts == NULL || contacts->len == 0)
    return customer;

  return g_ptr_array_index (contacts, clt_sample_below (self, contacts->len));
}
