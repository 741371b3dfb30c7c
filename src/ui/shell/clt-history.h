/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the user has been in a window: places, with the record that was open there. */
typedef struct _CltHistory CltHistory;

typedef struct
{
  char   *place;  /* (owned) */
  gint64  record; /* id, or 0 for none */
} CltHistoryEntry;

CltHistory            *clt_history_new         (void);
void                   clt_history_free        (CltHistory *self);
void                   clt_history_visit       (CltHistory *self,
                                                const char *place,
                                                gint64      record);
gboolean               clt_history_can_go      (CltHistory *self,
                                                int         step);
const CltHistoryEntry *clt_history_go          (CltHistory *self,
                                                int         step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltHistory, clt_history_free)

G_END_DECLS
