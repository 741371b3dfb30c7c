/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-record-key.h"
#include "clt-store.h"

G_BEGIN_DECLS

/* What happened, and is to happen, with a record: the records of every entity that appears on
 * timelines and refers to it, newest first. */

gint64     clt_timeline_get_moment    (CltRecord            *record);

/* Returns: (element-type CltRecord), at most @limit; @has_more: whether there are older ones */
void       clt_timeline_gather_async  (CltStore             *store,
                                       const CltRecordKey   *target,
                                       guint                 limit,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GPtrArray *clt_timeline_gather_finish (CltStore             *store,
                                       GAsyncResult         *result,
                                       gboolean             *has_more,
                                       GError              **error);

G_END_DECLS
