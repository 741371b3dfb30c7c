/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-connector.h"
#include "clt-store.h"

G_BEGIN_DECLS

/* Fetches entities one after another, page by page: while one page goes into the store, the next
 * is on its way. Main thread only. */

/* After each page that was stored. @n_total: -1 if the server does not say. */
typedef void (*CltPullProgressFunc) (CltEntity *entity,
                                     gint64     n_done,
                                     gint64     n_total,
                                     gpointer   user_data);

gboolean   clt_pull_is_refusal      (const GError *error);
char      *clt_pull_dup_cursor_name (const char *entity);
GPtrArray *clt_pull_dup_order       (const CltSchema *schema);
void       clt_pull_async           (CltStore             *store,
                                     CltConnector         *connector,
                                     GPtrArray            *entities,
                                     CltPullProgressFunc   progress,
                                     gpointer              progress_data,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean   clt_pull_finish          (CltStore      *store,
                                     GAsyncResult  *result,
                                     GError       **left_out,
                                     GError       **error);

G_END_DECLS
