/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-layout.h"
#include "clt-query.h"

G_BEGIN_DECLS

/* What readers read: ids of queries, rows of ids. */

GArray    *clt_row_reader_list_ids  (CltDb      *db,
                                     CltLayout  *layout,
                                     CltQuery   *query,
                                     guint       limit,
                                     GError    **error);
gboolean   clt_row_reader_is_costly (CltLayout *layout,
                                     CltQuery  *query);
GPtrArray *clt_row_reader_load      (CltDb         *db,
                                     CltLayout     *layout,
                                     const char    *entity,
                                     const gint64  *ids,
                                     gsize          n_ids,
                                     GError       **error);

G_END_DECLS
