/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-entity.h"

G_BEGIN_DECLS

/* Where a record stands in its own table; what is not shown is not in any list. */
typedef enum
{
  CLT_HIDDEN_NO = 0,
  CLT_HIDDEN_STUB = 1,    /* something refers to it and it is not here yet: there is a label */
  CLT_HIDDEN_DELETED = 2, /* by the user of this computer */
  CLT_HIDDEN_REMOVED = 3, /* by the server */
} CltHidden;

/* One field in SQL, identifiers quoted. A custom field has no column of its own: its expressions
 * look into the JSON of "extra". */
typedef struct
{
  CltField *field;     /* (unowned) */
  char     *value;     /* (owned): column or expression of the value; of the amount, of the id */
  char     *companion; /* (owned) (nullable): of the currency, of the linked entity */
  char     *key;       /* (owned) (nullable): column of the collation key */
  char     *index;     /* (owned) (nullable): name of the index by it */
  gboolean  is_custom;
  int       at;        /* where the value stands in a row; its companion and its key follow */
} CltColumn;

typedef enum
{
  CLT_SYSTEM_ID,
  CLT_SYSTEM_REMOTE_ID,
  CLT_SYSTEM_REVISION,
  CLT_SYSTEM_HIDDEN,
  CLT_SYSTEM_HIDDEN_AT, /* microseconds since the epoch */
  CLT_SYSTEM_SHOWN,     /* 1 if lists show it by default: neither hidden nor archived */
  CLT_SYSTEM_STATE,
  CLT_SYSTEM_BASE,      /* JSON of what the server has, while edits of a record wait */
  CLT_SYSTEM_EXTRA,     /* JSON of the custom fields */
} CltSystemColumn;

#define CLT_N_SYSTEM_COLUMNS (CLT_SYSTEM_EXTRA + 1)

/* How the records of an entity are kept: a table, its indices and a search table, all of which
 * follow from the description. Immutable; shared by the threads. */
typedef struct _CltEntityTable CltEntityTable;

/* The condition of every list, which every index begins with. */
#define CLT_ENTITY_TABLE_SHOWN "\"shown\" = 1"

CltEntityTable  *clt_entity_table_new             (CltEntity *entity);
CltEntityTable  *clt_entity_table_ref             (CltEntityTable *self);
void             clt_entity_table_unref           (CltEntityTable *self);

CltEntity       *clt_entity_table_get_entity      (CltEntityTable *self);
const char      *clt_entity_table_get_name        (CltEntityTable *self);
const char      *clt_entity_table_get_search_name (CltEntityTable *self);
const char      *clt_entity_table_get_select      (CltEntityTable *self);
const char      *clt_entity_table_get_insert      (CltEntityTable *self);
guint            clt_entity_table_get_n_columns   (CltEntityTable *self);
const CltColumn *clt_entity_table_get_column      (CltEntityTable *self,
                                                   guint           index);
const CltColumn *clt_entity_table_find_column     (CltEntityTable *self,
                                                   const char     *field);
const CltColumn *clt_entity_table_find_role       (CltEntityTable *self,
                                                   CltRole         role);

const CltColumn *clt_entity_table_find_group_order (CltEntityTable  *self,
                                                    const CltColumn *column);

GPtrArray       *clt_entity_table_list_definitions (CltEntityTable *self);
GPtrArray       *clt_entity_table_list_indices    (CltEntityTable *self);
char            *clt_entity_table_quote           (const char *prefix,
                                                   const char *name,
                                                   const char *suffix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltEntityTable, clt_entity_table_unref)

G_END_DECLS
