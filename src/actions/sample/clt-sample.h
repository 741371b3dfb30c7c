/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-change.h"
#include "clt-sample-texts.h"

G_BEGIN_DECLS

/* The sample company in the making: chance, dates around today, and the records so far. One thread
 * at a time. Everything comes from the seed: no clock, no other randomness. */
typedef struct _CltSample CltSample;

typedef struct _CltSampleRecord CltSampleRecord;

struct _CltSampleRecord
{
  const char           *entity;
  gint64                id;
  CltChange            *change;       /* (unowned): of the sample's changes */
  char                 *title;        /* (owned) */
  CltSampleLanguage     language;
  gint64                created;      /* moment */
  gint64                last_contact; /* moment; 0: never */
  CltSampleRecord      *customer;     /* (unowned) (nullable): whose it is */
  CltSampleRecord      *owner;        /* (unowned) (nullable): the user responsible for it */
  const CltSamplePlace *place;        /* (unowned) (nullable): of customers */
  const char           *brand;        /* (unowned): the short name of a customer */
  char                 *domain;       /* (owned) (nullable): of organisations */
  GPtrArray            *contacts;     /* (owned) (nullable): of organisations */
};

/* A choice and how often it is taken, of the sum of all. Tables are ended by a NULL id. */
typedef struct
{
  const char *id;
  guint       weight;
} CltSampleWeight;

/* Who and what a text speaks of. */
typedef struct
{
  CltSampleRecord *customer;
  CltSampleRecord *person;  /* a contact of the customer, or the customer */
  CltSampleRecord *product;
  CltSampleRecord *user;
} CltSampleScene;

CltSample       *clt_sample_new            (guint32                 seed,
                                            gint64                  today);
void             clt_sample_free           (CltSample              *self);
GPtrArray       *clt_sample_steal_changes  (CltSample              *self);
gint64           clt_sample_get_today      (CltSample              *self);

/* Chance */
guint            clt_sample_below          (CltSample              *self,
                                            guint                   end);
int              clt_sample_between        (CltSample              *self,
                                            int                     least,
                                            int                     most);
gboolean         clt_sample_happens        (CltSample              *self,
                                            guint                   percent);
const char      *clt_sample_pick           (CltSample              *self,
                                            const char * const     *words);
const char      *clt_sample_choose         (CltSample              *self,
                                            const CltSampleWeight  *weights);
char            *clt_sample_digits         (CltSample              *self,
                                            const char             *format);
gint64           clt_sample_workday_from   (gint64                  day);
gint64           clt_sample_office_time    (CltSample              *self,
                                            gint64                  day);
gint64           clt_sample_days_ago       (CltSample              *self,
                                            int                     days);
gint64           clt_sample_past_moment    (CltSample              *self,
                                            gint64                  earliest);

/* Records */
CltSampleRecord *clt_sample_add            (CltSample              *self,
                                            const char             *entity,
                                            CltSampleLanguage       language,
                                            const char             *title,
                                            gint64                  created);
GPtrArray       *clt_sample_list           (CltSample              *self,
                                            const char             *entity);
CltSampleRecord *clt_sample_any            (CltSample              *self,
                                            const char             *entity,
                                            CltSampleLanguage       language);
CltSampleRecord *clt_sample_any_person     (CltSample              *self,
                                            CltSampleRecord        *customer);

void             clt_sample_set_text       (CltSampleRecord        *record,
                                            const char             *field,
                                            const char             *text);
void             clt_sample_set_integer    (CltSampleRecord        *record,
                                            const char             *field,
                                            gint64                  number);
void             clt_sample_set_real       (CltSampleRecord        *record,
                                            const char             *field,
                                            double                  number);
void             clt_sample_set_true       (CltSampleRecord        *record,
                                            const char             *field);
void             clt_sample_set_day        (CltSampleRecord        *record,
                                            const char             *field,
                                            gint64                  day);
void             clt_sample_set_moment     (CltSampleRecord        *record,
                                            const char             *field,
                                            gint64                  moment);
void             clt_sample_set_money      (CltSampleRecord        *record,
                                            const char             *field,
                                            gint64                  minor,
                                            const char             *currency);
void             clt_sample_set_reference  (CltSampleRecord        *record,
                                            const char             *field,
                                            const CltSampleRecord  *target);
void             clt_sample_set_references (CltSampleRecord        *record,
                                            const char             *field,
                                            GPtrArray              *targets);
void             clt_sample_set_tags       (CltSample              *self,
                                            CltSampleRecord        *record,
                                            const char * const     *words);
void             clt_sample_set_owner      (CltSampleRecord        *record,
                                            CltSampleRecord        *user);
void             clt_sample_set_customer   (CltSampleRecord        *record,
                                            CltSampleRecord        *customer);

/* Texts */
CltSampleScene   clt_sample_scene          (CltSample              *self,
                                            CltSampleRecord        *customer);
char            *clt_sample_write          (CltSample              *self,
                                            const char             *text,
                                            const CltSampleScene   *scene);
void             clt_sample_set_writing    (CltSample              *self,
                                            CltSampleRecord        *record,
                                            const char             *field,
                                            const char * const     *texts,
                                            const CltSampleScene   *scene);

/* The ids of two of the users: 陈静 and Emma Larsen. */
#define CLT_SAMPLE_USER_CHINESE "1"
#define CLT_SAMPLE_USER_ENGLISH "5"

/* The parts of the company, each made of those before. */
CltSampleRecord *clt_sample_sales_team      (CltSample              *self,
                                             CltSampleLanguage       language);
CltSampleRecord *clt_sample_care_team       (CltSample              *self);
void             clt_sample_make_house      (CltSample              *self);
void             clt_sample_make_people     (CltSample              *self);
void             clt_sample_make_sales      (CltSample              *self);
void             clt_sample_make_tickets    (CltSample              *self);
void             clt_sample_make_activities (CltSample              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltSample, clt_sample_free)

G_END_DECLS
