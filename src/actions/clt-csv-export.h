/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-store.h"

G_BEGIN_DECLS

/* Writes a query's records as CSV (RFC 4180, UTF-8), streaming: memory does not grow with the
 * number of rows. A cell that a spreadsheet would take for a formula is defused by a leading
 * apostrophe. @columns: (nullable): names of fields; NULL: id and all fields. */
void   clt_csv_export_async  (CltStore             *store,
                              CltQuery             *query,
                              const char * const   *columns,
                              GOutputStream        *stream,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
gint64 clt_csv_export_finish (GAsyncResult         *result,
                              GError              **error);

G_END_DECLS
