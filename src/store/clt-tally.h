/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-store.h"

G_BEGIN_DECLS

/* One group of a tally: how many, and the sum of the measure by currency. */
typedef struct
{
  CltValue  *group; /* (owned): the value of the grouping field; none for a tally without groups */
  gint64     count;
  GPtrArray *sums;  /* (owned) (element-type CltValue): money or number, one per currency */
} CltTallyRow;

/* Counts and sums of a query's records, by the values of a field.
 * @group_field, @measure: (nullable).
 * Returns: (element-type CltTallyRow) */
void       clt_store_tally_async  (CltStore             *self,
                                   CltQuery             *query,
                                   const char           *group_field,
                                   const char           *measure,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GPtrArray *clt_store_tally_finish (CltStore             *self,
                                   GAsyncResult         *result,
                                   GError              **error);
void       clt_tally_row_free     (CltTallyRow *self);

G_END_DECLS
