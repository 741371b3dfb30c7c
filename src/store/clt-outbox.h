/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-change.h"
#include "clt-db.h"

G_BEGIN_DECLS

typedef enum
{
  CLT_OUTBOX_QUEUED,
  CLT_OUTBOX_SENDING, /* its first byte may have left */
  CLT_OUTBOX_PARKED,  /* refused, or waiting for the user's choice */
} CltOutboxState;

/* An edit that a server does not know yet. */
typedef struct
{
  gint64          seq;
  CltChange      *change;  /* (owned) */
  CltOutboxState  state;
  guint           attempts;
  gint64          made_at; /* microseconds since the epoch */
} CltOutboxEntry;

void       clt_outbox_entry_free (CltOutboxEntry *self);

gboolean   clt_outbox_add        (CltDb            *db,
                                  const CltChange  *change,
                                  GError          **error);
gboolean   clt_outbox_has        (CltDb       *db,
                                  const char  *entity,
                                  gint64       id,
                                  gboolean    *has,
                                  GError     **error);
gboolean   clt_outbox_count      (CltDb   *db,
                                  gint64  *n_entries,
                                  GError **error);
GPtrArray *clt_outbox_list       (CltDb   *db,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltOutboxEntry, clt_outbox_entry_free)

G_END_DECLS
