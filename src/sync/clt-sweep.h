/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-connector.h"
#include "clt-store.h"

G_BEGIN_DECLS

/* Finds what was deleted on a server that does not say so: the ids we have are compared with the
 * ids it lists. Main thread only. */

gboolean   clt_sweep_is_suspicious (guint n_ours,
                                    guint n_theirs,
                                    guint n_gone);
GPtrArray *clt_sweep_find_gone     (const char * const *ours,
                                    GPtrArray          *theirs);
void       clt_sweep_async         (CltStore             *store,
                                    CltConnector         *connector,
                                    GPtrArray            *entities,
                                    guint                 allowance,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean   clt_sweep_finish        (CltStore      *store,
                                    GAsyncResult  *result,
                                    guint         *n_kept,
                                    GError       **kept,
                                    GError       **error);

G_END_DECLS
