/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-connector.h"
#include "clt-store.h"

G_BEGIN_DECLS

/* Whose records these are: the server and the user of the first sign-in, kept in the store. */

void     clt_account_check_async  (CltStore             *store,
                                   const CltIdentity    *identity,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean clt_account_check_finish (CltStore             *store,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
