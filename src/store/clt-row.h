/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-db.h"
#include "clt-entity-table.h"
#include "clt-record.h"

G_BEGIN_DECLS

/* A record as it lies in its table: what readers and the writer hand to the main thread. */
typedef struct
{
  CltEntityTable  *table;     /* (owned) */
  gint64           id;
  char            *remote_id; /* (owned) (nullable) */
  char            *revision;  /* (owned) (nullable) */
  CltHidden        hidden;
  CltSyncState     state;
  CltValue       **values;    /* (owned) (array): in the entity's order, none NULL */
  char           **labels;    /* (owned) (nullable) (array): titles of referenced records */
} CltRow;

CltRow   *clt_row_new       (CltEntityTable *table,
                             gint64          id);
CltRow   *clt_row_copy      (const CltRow *self);
void      clt_row_free      (CltRow *self);
guint     clt_row_get_n     (const CltRow *self);
void      clt_row_set       (CltRow         *self,
                             guint           index,
                             const CltValue *value);
gboolean  clt_row_equal     (const CltRow *a,
                             const CltRow *b);
gboolean  clt_row_is_shown  (const CltRow *self);
char     *clt_row_to_base   (const CltRow *self);

/* Found nothing: NULL without an error. */
CltRow   *clt_row_find      (CltDb           *db,
                             CltEntityTable  *table,
                             gint64           id,
                             GError         **error);
CltRow   *clt_row_find_remote (CltDb           *db,
                               CltEntityTable  *table,
                               const char      *remote_id,
                               GError         **error);
CltRow   *clt_row_read      (CltStatement   *statement,
                             CltEntityTable *table);
gboolean  clt_row_insert    (const CltRow  *self,
                             CltDb         *db,
                             GError       **error);
gboolean  clt_row_update    (const CltRow  *self,
                             CltDb         *db,
                             const CltRow  *before,
                             GError       **error);
gboolean  clt_row_set_base  (CltDb           *db,
                             CltEntityTable  *table,
                             gint64           id,
                             const char      *base,
                             const char      *revision,
                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltRow, clt_row_free)

G_END_DECLS
