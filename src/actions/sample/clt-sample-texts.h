/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-sample-names.h"

G_BEGIN_DECLS

/* What the people of the sample company write, in one language. Lists are ended by NULL (or a NULL
 * first member). Words in braces are filled in: {person} {customer} {brand} {product} {city} {user}
 * {weekday} {n} (2 to 9) {nn} (12 to 48). */

/* Notes of one kind: what they are called, how they begin. */
typedef struct
{
  const char         *kind;
  const char * const *subjects;
  const char * const *openings;
} CltSampleNotes;

typedef struct
{
  const char         *kind;
  const char * const *subjects;
} CltSampleTitles;

typedef struct
{
  const char *kind;
  const char *subject;
  const char *text;
} CltSampleTicket;

/* Something with a name of its own: an article, a campaign, a segment. */
typedef struct
{
  const char *name;
  const char *category; /* (nullable) */
  const char *text;
} CltSamplePiece;

typedef struct
{
  const CltSampleNotes  *notes;
  const char * const    *note_bodies;
  const char * const    *note_closings;
  const char * const    *person_notes; /* about people who buy for themselves */
  const char * const    *ticket_notes;

  const char * const    *deal_subjects;
  const char * const    *deal_texts;
  const char * const    *next_steps;
  const char * const    *competitors;
  const char * const    *lost_reasons;
  const char * const    *quote_terms;

  const char * const    *lead_subjects;
  const char * const    *lead_texts;
  const char * const    *lead_lost_reasons;

  const CltSampleTitles *events;
  const char * const    *all_day_events;
  const char * const    *event_texts;
  const char * const    *rooms;

  const CltSampleTitles *tasks;
  const CltSampleTicket *tickets;

  const char * const    *customer_texts;
  const char * const    *customer_tags;
  const char * const    *contact_tags;
  const char * const    *deal_tags;
  const char * const    *weekdays;

  const CltSamplePiece  *articles;
  const CltSamplePiece  *campaigns;
  const CltSamplePiece  *segments;
} CltSampleTexts;

/* What the sample company sells: in each of its two markets under that market's name. */
typedef struct
{
  const char *code;
  const char *names[CLT_SAMPLE_N_LANGUAGES];
  const char *categories[CLT_SAMPLE_N_LANGUAGES];
  const char *units[CLT_SAMPLE_N_LANGUAGES];
  guint       price; /* euros */
} CltSampleProduct;

extern const CltSampleTexts clt_sample_texts_english;
extern const CltSampleTexts clt_sample_texts_chinese;

extern const CltSampleProduct clt_sample_products[];
extern const guint clt_sample_n_products;

const CltSampleTexts *clt_sample_texts_get (CltSampleLanguage language);

G_END_DECLS
