/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-store.h"

G_BEGIN_DECLS

/* The sample company: some hundreds of customers with contacts, leads, deals over all stages,
 * events, tasks, tickets, notes, products, quotes, campaigns and articles, in English and Chinese.
 * The same @seed gives the same company; dates are relative to @today. It is only made in an empty
 * workspace. */

/* (transfer full) (element-type CltChange) */
GPtrArray *clt_sample_company_make        (guint32               seed,
                                           gint64                today);
void       clt_sample_company_fill_async  (CltStore             *store,
                                           guint32               seed,
                                           gint64                today,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean   clt_sample_company_fill_finish (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
