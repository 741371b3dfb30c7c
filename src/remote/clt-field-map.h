/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-codec.h"
#include "clt-schema.h"

G_BEGIN_DECLS

/* How one server names and writes what our catalog describes: one JSON file per server, read once,
 * then only read, by any thread. A map is part of the program: what is wrong in it is a bug.
 *
 *   {"defaults": {"date-time": "date-time-sql"},       codecs of kinds, where the server differs
 *    "entities": {"deal": [{"model": "crm.lead", …}]}, the first whose model exists is used
 *    "choices": {"crm.stage": {"won": "is_won"}}}      models that are lists of choices
 *
 * A section: model; domain (in the server's own notation); rows (per page); filtered (pages may
 * be short before the end); needs (a field without which a row is left out); fields.
 * A field: "remote name", or {name, codec, with, model, choices, values, read-only}, or a list of
 * those, of which the first that is not empty counts. */
typedef struct _CltFieldMap CltFieldMap;

typedef struct
{
  char           *remote;       /* (owned): the server's name of the field */
  const CltCodec *codec;
  char           *with;         /* (owned) (nullable): the server's name of its companion */
  char           *model;        /* (owned) (nullable): what its ids belong to, to be resolved */
  char           *choices;      /* (owned) (nullable): the model that lists its choices */
  JsonObject     *values;       /* (owned) (nullable): the server's word → our choice */
  gboolean        is_read_only; /* never sent, whatever the server says */
} CltMapSource;

typedef struct
{
  char      *name;    /* (owned): ours */
  GPtrArray *sources; /* (owned) (element-type CltMapSource): at least one */
} CltMapField;

typedef struct
{
  char       *entity;      /* (owned) */
  char       *model;       /* (owned) */
  JsonArray  *domain;      /* (owned) */
  guint       n_page_rows;
  gboolean    is_filtered;
  char       *needs;       /* (owned) (nullable) */
  GPtrArray  *fields;      /* (owned) (element-type CltMapField) */
} CltMapSection;

typedef struct
{
  char *model; /* (owned) */
  char *label; /* (owned): name of the field to show */
  char *order; /* (owned) */
  char *won;   /* (owned) (nullable): name of the flag of choices that end well */
  char *fold;  /* (owned) (nullable): … that boards show collapsed */
} CltMapChoices;

CltFieldMap   *clt_field_map_new          (JsonNode         *node,
                                           CltSchema        *catalog,
                                           GError          **error);
CltFieldMap   *clt_field_map_load         (const char       *resource_path,
                                           GError          **error);
void           clt_field_map_free         (CltFieldMap      *self);
/* (element-type CltMapSection): of all entities, in the order of the file */
GPtrArray     *clt_field_map_get_sections (CltFieldMap      *self);
/* (element-type CltMapChoices) */
GPtrArray     *clt_field_map_get_choices  (CltFieldMap      *self);
/* For a field that only the server knows. @codec: (nullable): NULL leaves it to the kind */
CltMapField   *clt_field_map_make_custom  (CltFieldMap      *self,
                                           const CltField   *field,
                                           const char       *codec);
CltMapField   *clt_map_section_find_field (CltMapSection    *self,
                                           const char       *name);

void           clt_map_field_free         (CltMapField      *self);
/* Tries the sources that @row has. Returns: (transfer full) (nullable): NULL if it has none */
CltValue      *clt_map_field_decode       (CltMapField      *self,
                                           JsonObject       *row,
                                           CltCodecContext  *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltFieldMap, clt_field_map_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltMapField, clt_map_field_free)

G_END_DECLS
