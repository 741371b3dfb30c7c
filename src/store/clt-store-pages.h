/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-store.h"

G_BEGIN_DECLS

/* What only a list asks of the store. */

typedef struct
{
  GArray    *ids;         /* (owned) (element-type gint64) */
  gboolean   is_complete; /* there are no other ids */
  GPtrArray *rows;        /* (owned) (nullable): on the way to the main thread */
  GPtrArray *records;     /* (owned) (element-type CltRecord): of the first ids */
} CltStorePage;

void          clt_store_page_free   (CltStorePage *self);
void          clt_store_page_async  (CltStore             *self,
                                     CltQuery             *query,
                                     guint                 limit,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
CltStorePage *clt_store_page_finish (CltStore             *self,
                                     GAsyncResult         *result,
                                     GError              **error);
CltRecord    *clt_store_dup_record  (CltStore   *self,
                                     const char *entity,
                                     gint64      id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltStorePage, clt_store_page_free)

G_END_DECLS
