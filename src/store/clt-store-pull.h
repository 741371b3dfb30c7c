/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-dirty.h"
#include "clt-layout.h"
#include "clt-pull-page.h"

G_BEGIN_DECLS

/* What a server said, on the writer's thread. */
gboolean   clt_store_pull_page       (CltDb        *db,
                                      CltLayout    *layout,
                                      CltPullPage  *page,
                                      const char   *cursor_key,
                                      CltDirty     *dirty,
                                      guint        *n_changed,
                                      GError      **error);
gboolean   clt_store_pull_remove     (CltDb               *db,
                                      CltLayout           *layout,
                                      const char          *entity,
                                      const char * const  *remote_ids,
                                      CltDirty            *dirty,
                                      guint               *n_removed,
                                      GError             **error);
GStrv      clt_store_pull_list_ids   (CltDb       *db,
                                      CltLayout   *layout,
                                      const char  *entity,
                                      GError     **error);

G_END_DECLS
