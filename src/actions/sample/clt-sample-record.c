/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sample-record"

#include "config.h"

#include "clt-sample.h"

/* Giving records their values. Each record is a creation in the making. */

static void
clt_sample_set (CltSampleRecord *record,
                const char      *field,
                CltValue        *value)
{
  clt_change_add (record->change, field, NULL, value);
  clt_value_unref (value);
}

/**
 * clt_sample_set_text:
 * @record: the record
 * @field: a field that holds text, or the id of a choice
 * @text: what it is
 *
 * Gives the record a value.
 */
void
clt_sample_set_text (CltSampleRecord *record,
                     const char      *field,
                     const char      *text)
{
  clt_sample_set (record, field, clt_value_new_text (text));
}

/**
 * clt_sample_set_integer:
 * @record: the record
 * @field: a field that holds a whole number
 * @number: what it is
 *
 * Gives the record a value.
 */
void
clt_sample_set_integer (CltSampleRecord *record,
                        const char      *field,
                        gint64           number)
{
  clt_sample_set (record, field, clt_value_new_integer (number));
}

/**
 * clt_sample_set_real:
 * @record: the record
 * @field: a field that holds a number
 * @number: what it is
 *
 * Gives the record a value.
 */
void
clt_sample_set_real (CltSampleRecord *record,
                     const char      *field,
                     double           number)
{
  clt_sample_set (record, field, clt_value_new_real (number));
}

/**
 * clt_sample_set_true:
 * @record: the record
 * @field: a field that is true or false
 *
 * Makes it true.
 */
void
clt_sample_set_true (CltSampleRecord *record,
                     const char      *field)
{
  clt_sample_set (record, field, clt_value_new_boolean (TRUE));
}

/**
 * clt_sample_set_day:
 * @record: the record
 * @field: a field that holds a date
 * @day: what it is
 *
 * Gives the record a value.
 */
void
clt_sample_set_day (CltSampleRecord *record,
                    const char      *field,
                    gint64           day)
{
  clt_sample_set (record, field, clt_value_new_day (day));
}

/**
 * clt_sample_set_moment:
 * @record: the record
 * @field: a field that holds a date and a time
 * @moment: what it is
 *
 * Gives the record a value.
 */
void
clt_sample_set_moment (CltSampleRecord *record,
                       const char      *field,
                       gint64           moment)
{
  clt_sample_set (record, field, clt_value_new_moment (moment));
}

/**
 * clt_sample_set_money:
 * @record: the record
 * @field: a field that holds an amount
 * @minor: how much, in minor units
 * @currency: of which currency
 *
 * Gives the record a value.
 */
void
clt_sample_set_money (CltSampleRecord *record,
                      const char      *field,
                      gint64           minor,
                      const char      *currency)
{
  clt_sample_set (record, field, clt_value_new_money (minor, currency));
}

/**
 * clt_sample_set_reference:
 * @record: the record
 * @field: a field that names another record
 * @target: the other record
 *
 * Gives the record a value.
 */
void
clt_sample_set_reference (CltSampleRecord       *record,
                          const char            *field,
                          const CltSampleRecord *target)
{
  clt_sample_set (record, field, clt_value_new_reference (target->entity, target->id));
}

/**
 * clt_sample_set_references:
 * @record: the record
 * @field: a field that names other records
 * @targets: (element-type CltSampleRecord): the other records
 *
 * Gives the record a value.
 */
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

/**
 * clt_sample_set_tags:
 * @self: a sample
 * @record: a record with tags
 * @words: (array zero-terminated=1): at least one
 *
 * Gives the record one of the words for a tag, or two.
 */
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

/**
 * clt_sample_set_owner:
 * @record: a record that somebody is responsible for
 * @user: who
 *
 * Makes the user responsible.
 */
void
clt_sample_set_owner (CltSampleRecord *record,
                      CltSampleRecord *user)
{
  record->owner = user;
  clt_sample_set_reference (record, "owner", user);
}

/**
 * clt_sample_set_customer:
 * @record: a record that belongs to a customer
 * @customer: which
 *
 * Makes the record the customer's.
 */
void
clt_sample_set_customer (CltSampleRecord *record,
                         CltSampleRecord *customer)
{
  record->customer = customer;
  clt_sample_set_reference (record, "customer", customer);
}
