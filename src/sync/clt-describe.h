/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-connector.h"
#include "clt-store.h"

G_BEGIN_DECLS

/* Lets the store adopt the server's own description. Main thread only. */

GPtrArray *clt_describe_find_grown (const CltSchema *before,
                                    const CltSchema *after);
void       clt_describe_async      (CltStore             *store,
                                    CltConnector         *connector,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GPtrArray *clt_describe_finish     (CltStore             *store,
                                    GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
