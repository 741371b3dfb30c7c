/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sample"

#include "config.h"

#include <string.h>

#include "clt-sample.h"
#include "clt-time.h"

#define USEC_PER_MINUTE (60 * CLT_USEC_PER_SECOND)

/* Office hours, in minutes of the day; appointments begin at quarters of an hour. */
#define OFFICE_OPENS (8 * 60 + 30)
#define OFFICE_CLOSES (17 * 60)
#define QUARTER 15

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

gint64
clt_sample_get_today (CltSample *self)
{
  return self->today;
}

guint
clt_sample_below (CltSample *self,
                  guint      end)
{
  g_assert (end > 0);

  return g_rand_int_range (self->chance, 0, end);
}

int
clt_sample_between (CltSample *self,
                    int        least,
                    int        most)
{
  return g_rand_int_range (self->chance, least, most + 1);
}

gboolean
clt_sample_happens (CltSample *self,
                    guint      percent)
{
  return clt_sample_below (self, 100) < percent;
}

const char *
clt_sample_pick (CltSample          *self,
                 const char * const *words)
{
  return words[clt_sample_below (self, g_strv_length ((char **) words))];
}

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

/* "#" in the format becomes a digit. */
char *
clt_sample_digits (CltSample  *self,
                   const char *format)
{
  char *text = g_strdup (format);

  for (char *c = text; *c != '\0'; c++)
    if (*c == '#')
      *c = '0' + clt_sample_below (self, 10);

  return text;
}

/* A moment of that day at which people work. */
gint64
clt_sample_office_time (CltSample *self,
                        gint64     day)
{
  const int minute = clt_sample_between (self, OFFICE_OPENS / QUARTER, OFFICE_CLOSES / QUARTER) * QUARTER;

  return clt_time_from_local_day (day) + minute * USEC_PER_MINUTE;
}

/* A moment between the earliest and yesterday, rather of late than long ago. */
gint64
clt_sample_past_moment (CltSample *self,
                        gint64     earliest)
{
  const gint64 yesterday = self->today - 1;
  const gint64 first = MIN (clt_time_to_local_day (earliest), yesterday);
  const int a = clt_sample_between (self, 0, yesterday - first);
  const int b = clt_sample_between (self, 0, yesterday - first);

  return MAX (clt_sample_office_time (self, yesterday - MIN (a, b)), earliest);
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

/* Some record of the entity in that language: there must be one. */
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

CltSampleRecord *
clt_sample_any_person (CltSample       *self,
                       CltSampleRecord *customer)
{
  GPtrArray *contacts = customer->contacts;

  if (contacts == NULL || contacts->len == 0)
    return customer;

  return g_ptr_array_index (contacts, clt_sample_below (self, contacts->len));
}

static void
clt_sample_set (CltSampleRecord *record,
                const char      *field,
                CltValue        *value)
{
  clt_change_add (record->change, field, NULL, value);
  clt_value_unref (value);
}

void
clt_sample_set_text (CltSampleRecord *record,
                     const char      *field,
                     const char      *text)
{
  clt_sample_set (record, field, clt_value_new_text (text));
}

void
clt_sample_set_integer (CltSampleRecord *record,
                        const char      *field,
                        gint64           number)
{
  clt_sample_set (record, field, clt_value_new_integer (number));
}

void
clt_sample_set_real (CltSampleRecord *record,
                     const char      *field,
                     double           number)
{
  clt_sample_set (record, field, clt_value_new_real (number));
}

void
clt_sample_set_true (CltSampleRecord *record,
                     const char      *field)
{
  clt_sample_set (record, field, clt_value_new_boolean (TRUE));
}

void
clt_sample_set_day (CltSampleRecord *record,
                    const char      *field,
                    gint64           day)
{
  clt_sample_set (record, field, clt_value_new_day (day));
}

void
clt_sample_set_moment (CltSampleRecord *record,
                       const char      *field,
                       gint64           moment)
{
  clt_sample_set (record, field, clt_value_new_moment (moment));
}

void
clt_sample_set_money (CltSampleRecord *record,
                      const char      *field,
                      gint64           minor,
                      const char      *currency)
{
  clt_sample_set (record, field, clt_value_new_money (minor, currency));
}

void
clt_sample_set_reference (CltSampleRecord       *record,
                          const char            *field,
                          const CltSampleRecord *target)
{
  clt_sample_set (record, field, clt_value_new_reference (target->entity, target->id));
}

void
clt_sample_set_references (CltSampleRecord *record,
                           const char      *field,
                           GPtrArray       *targets)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);

  for (guint i = 0; i < targets->len; i++)
    {
      const CltSampleRecord *target = g_ptr_array_index (targets, i);

      g_ptr_array_add (items, clt_value_new_reference (target->entity, target->id));
    }

  clt_sample_set (record, field, clt_value_new_list ((CltValue **) items->pdata, items->len));
}

/* One of the words, or two. */
void
clt_sample_set_tags (CltSample          *self,
                     CltSampleRecord    *record,
                     const char * const *words)
{
  const char *tags[] = { clt_sample_pick (self, words), clt_sample_pick (self, words), NULL };

  if (g_str_equal (tags[0], tags[1]))
    tags[1] = NULL;

  clt_sample_set (record, "tags", clt_value_new_text_list (tags));
}

void
clt_sample_set_owner (CltSampleRecord *record,
                      CltSampleRecord *user)
{
  record->owner = user;
  clt_sample_set_reference (record, "owner", user);
}

void
clt_sample_set_customer (CltSampleRecord *record,
                         CltSampleRecord *customer)
{
  record->customer = customer;
  clt_sample_set_reference (record, "customer", customer);
}

CltSampleScene
clt_sample_scene (CltSample       *self,
                  CltSampleRecord *customer)
{
  return (CltSampleScene) {
    .customer = customer,
    .person = clt_sample_any_person (self, customer),
    .product = clt_sample_any (self, "product", customer->language),
    .user = clt_sample_any (self, "user", customer->language),
  };
}

/* What stands for the word in braces. */
static void
clt_sample_write_word (CltSample            *self,
                       GString              *written,
                       const char           *word,
                       gsize                 length,
                       const CltSampleScene *scene)
{
  const struct
  {
    const char *word;
    const char *meaning;
  } meanings[] = {
    { "person", scene->person->title },
    { "customer", scene->customer->title },
    { "brand", scene->customer->brand },
    { "product", scene->product->title },
    { "city", scene->customer->place->city },
    { "user", scene->user->title },
    { "weekday", clt_sample_pick (self, clt_sample_texts_get (scene->customer->language)->weekdays) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (strlen (meanings[i].word) == length && strncmp (meanings[i].word, word, length) == 0)
      {
        g_string_append (written, meanings[i].meaning);
        return;
      }

  g_assert (strncmp (word, "nn", length) == 0);
  g_string_append_printf (written, "%d", length == 2 ? clt_sample_between (self, 12, 48)
                                                     : clt_sample_between (self, 2, 9));
}

/**
 * clt_sample_write:
 * @self: a sample
 * @text: words, some of them in braces
 * @scene: who and what the words in braces are
 *
 * Returns: (transfer full): the text with all braces filled in
 */
char *
clt_sample_write (CltSample            *self,
                  const char           *text,
                  const CltSampleScene *scene)
{
  GString *written = g_string_new (NULL);
  const char *open;

  while ((open = strchr (text, '{')) != NULL)
    {
      const char *close = strchr (open, '}');

      g_string_append_len (written, text, open - text);
      clt_sample_write_word (self, written, open + 1, close - open - 1, scene);
      text = close + 1;
    }
  g_string_append (written, text);

  return g_string_free (written, FALSE);
}

void
clt_sample_set_writing (CltSample            *self,
                        CltSampleRecord      *record,
                        const char           *field,
                        const char * const   *texts,
                        const CltSampleScene *scene)
{
  g_autofree char *written = clt_sample_write (self, clt_sample_pick (self, texts), scene);

  clt_sample_set_text (record, field, written);
}
