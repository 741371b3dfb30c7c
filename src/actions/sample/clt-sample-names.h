/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where names come from. The words are data of the sample company, not of the program: they are
 * the same in every language the program runs in, as a real company's records would be. */

typedef enum
{
  CLT_SAMPLE_ENGLISH,
  CLT_SAMPLE_CHINESE,
} CltSampleLanguage;

#define CLT_SAMPLE_N_LANGUAGES (CLT_SAMPLE_CHINESE + 1)

typedef enum
{
  CLT_SAMPLE_CULTURE_CHINESE,
  CLT_SAMPLE_CULTURE_ENGLISH,
  CLT_SAMPLE_CULTURE_GERMAN,
  CLT_SAMPLE_CULTURE_FRENCH,
  CLT_SAMPLE_CULTURE_SWEDISH,
} CltSampleCulture;

#define CLT_SAMPLE_N_CULTURES (CLT_SAMPLE_CULTURE_SWEDISH + 1)

/* A name and how an address on the net spells it; NULL where both are the same. */
typedef struct
{
  const char *text;
  const char *latin;
} CltSampleName;

/* How people and companies of a culture are called. Each list is ended by a NULL (text). */
typedef struct
{
  CltSampleLanguage    language;
  const char          *locale;   /* for spelling names in ASCII */
  const CltSampleName *given;
  const CltSampleName *surnames;
  const CltSampleName *brands;
  const char * const  *streets;  /* "#" is a digit */
} CltSampleNaming;

/* A town. In formats "#" is a digit. Telephone numbers are of ranges that no one has. */
typedef struct
{
  CltSampleCulture    culture;
  const char         *city;
  const char         *latin;
  const char         *region;
  const char         *country;
  const char         *postal;
  const char         *phone;
  const char         *mobile;
  const char         *currency;
  const char * const *legal_forms;
} CltSamplePlace;

typedef struct
{
  const char *labels[CLT_SAMPLE_N_LANGUAGES];
  const char *words[CLT_SAMPLE_N_CULTURES][2]; /* what a company of the trade has in its name */
} CltSampleIndustry;

typedef struct
{
  const char *titles[CLT_SAMPLE_N_LANGUAGES];
  const char *departments[CLT_SAMPLE_N_LANGUAGES];
} CltSampleJob;

extern const CltSampleNaming clt_sample_namings[CLT_SAMPLE_N_CULTURES];

extern const CltSamplePlace clt_sample_places[];
extern const guint clt_sample_n_places;

extern const CltSampleIndustry clt_sample_industries[];
extern const guint clt_sample_n_industries;

extern const CltSampleJob clt_sample_jobs[];
extern const guint clt_sample_n_jobs;

G_END_DECLS
