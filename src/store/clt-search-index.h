/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-row.h"

G_BEGIN_DECLS

/* The writing side of the search: one FTS5 table per entity, with the text of what lists show.
 *
 * One per entity, not one for all: a search within an entity walks only its own hits, a search
 * over everything takes the best of each, and the row's id is the record's. The tables keep no
 * text of their own, so what is taken out must be exactly what was put in. */

gboolean clt_search_index_ensure  (CltEntityTable  *table,
                                   CltDb           *db,
                                   GError         **error);
gboolean clt_search_index_replace (CltDb         *db,
                                   const CltRow  *before,
                                   const CltRow  *after,
                                   GError       **error);

G_END_DECLS
