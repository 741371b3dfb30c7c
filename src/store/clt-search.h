/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-store.h"

G_BEGIN_DECLS

/* One record that the search over everything found. */
typedef struct
{
  const char *entity; /* interned */
  gint64      id;
  char       *title;   /* (owned) */
  char       *context; /* (owned) (nullable): why it was found, plain text: "E-mail: anna@…" */
} CltSearchHit;

#define CLT_TYPE_SEARCH_HIT (clt_search_hit_get_type ())

GType         clt_search_hit_get_type (void) G_GNUC_CONST;
CltSearchHit *clt_search_hit_copy     (const CltSearchHit *self);
void          clt_search_hit_free     (CltSearchHit *self);

/* Words by prefix, Chinese/Japanese/Korean by part, all words must match; best first.
 * @entity: (nullable): only this one; otherwise every entity.
 * Returns: (element-type CltSearchHit) */
void          clt_store_search_async  (CltStore             *self,
                                       const char           *text,
                                       const char           *entity,
                                       guint                 limit,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GPtrArray    *clt_store_search_finish (CltStore             *self,
                                       GAsyncResult         *result,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltSearchHit, clt_search_hit_free)

G_END_DECLS
