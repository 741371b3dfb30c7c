/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-entity.h"

G_BEGIN_DECLS

typedef enum
{
  CLT_RECORD_LOADING, /* known by its id; values are on their way */
  CLT_RECORD_LOADED,
  CLT_RECORD_GONE,    /* deleted, or no longer visible to the user */
} CltRecordState;

/* Where the record stands with the server; the words are in SYNC terms. */
typedef enum
{
  CLT_SYNC_LOCAL,    /* on this computer; this workspace has no server */
  CLT_SYNC_WAITING,  /* saved here, not yet sent */
  CLT_SYNC_SENDING,
  CLT_SYNC_SYNCED,   /* on the server */
  CLT_SYNC_CHOICE,   /* needs the user's choice */
  CLT_SYNC_REFUSED,
} CltSyncState;

#define CLT_TYPE_RECORD_STATE (clt_record_state_get_type ())
#define CLT_TYPE_SYNC_STATE (clt_sync_state_get_type ())

GType clt_record_state_get_type (void) G_GNUC_CONST;
GType clt_sync_state_get_type   (void) G_GNUC_CONST;

#define CLT_TYPE_RECORD (clt_record_get_type ())
G_DECLARE_FINAL_TYPE (CltRecord, clt_record, CLT, RECORD, GObject)

/* One record as windows see it. Main thread only. The store's identity map has at most one
 * object per key; it fills the same object in place.
 *
 * Properties: "state" (CltRecordState), "title" (string), "sync-state".
 * Signal: ::changed, with the field's name as detail; after several, one for each field that
 * somebody listens to by name, or one without detail if nobody does. */

CltRecord      *clt_record_new            (CltEntity *entity,
                                           gint64     id);
CltEntity      *clt_record_get_entity     (CltRecord *self);
gint64          clt_record_get_id         (CltRecord *self);
const char     *clt_record_get_remote_id  (CltRecord *self);
CltRecordState  clt_record_get_state      (CltRecord *self);
CltSyncState    clt_record_get_sync_state (CltRecord *self);
const char     *clt_record_get_title      (CltRecord *self);

/* Borrowed, never NULL: what the record has, or the empty value. */
CltValue       *clt_record_get_value      (CltRecord  *self,
                                           const char *field);
CltValue       *clt_record_get_nth_value  (CltRecord *self,
                                           guint      index);
CltValue       *clt_record_get_role       (CltRecord *self,
                                           CltRole    role);

/* Titles of referenced records come with the row, resolved by the store. */
const char     *clt_record_get_nth_label  (CltRecord *self,
                                           guint      index);
/* What a person reads in a cell: the field's format, or the title of the referenced record. */
char           *clt_record_dup_display    (CltRecord *self,
                                           guint      index);

/* For the store and tests: replace all at once; emits only what differs. @values, in the entity's
 * order, and @labels (nullable) have an item for each of its fields; NULL where there is none. */
void            clt_record_fill           (CltRecord    *self,
                                           CltValue    **values,
                                           char        **labels,
                                           const char   *remote_id,
                                           CltSyncState  sync_state);
void            clt_record_set_state      (CltRecord      *self,
                                           CltRecordState  state);

G_END_DECLS
