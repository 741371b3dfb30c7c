/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-record-key.h"
#include "clt-store.h"

G_BEGIN_DECLS

/* What must not be missed about a record: that others which refer to it are open and of a kind
 * that is marked so (CLT_CHOICE_ALERT), such as a customer's complaint. */

/* Returns: (nullable): a sentence for the banner; NULL without error if all is well */
void  clt_record_alert_find_async  (CltStore             *store,
                                    const CltRecordKey   *key,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
char *clt_record_alert_find_finish (CltStore             *store,
                                    GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
