/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-row.h"

G_BEGIN_DECLS

/* The writing side of the tallies: the changes of one transaction, summed up in memory and written
 * before its commit. Kept are, of what lists show: the count and sums of each entity, and of each
 * value of its indexed choices (stages, statuses). Writer thread only. */
typedef struct _CltTallyKeeper CltTallyKeeper;

CltTallyKeeper *clt_tally_keeper_new     (void);
void            clt_tally_keeper_free    (CltTallyKeeper *self);
void            clt_tally_keeper_replace (CltTallyKeeper *self,
                                          const CltRow   *before,
                                          const CltRow   *after);
gboolean        clt_tally_keeper_write   (CltTallyKeeper  *self,
                                          CltDb           *db,
                                          GError         **error);

gboolean        clt_tally_keeper_keeps   (const CltColumn *column);
const CltColumn *clt_tally_keeper_find_amount (CltEntityTable *table);
gboolean        clt_tally_keeper_ensure  (CltEntityTable  *table,
                                          CltDb           *db,
                                          GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltTallyKeeper, clt_tally_keeper_free)

G_END_DECLS
