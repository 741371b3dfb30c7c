/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-db.h"
#include "clt-entity-table.h"
#include "clt-schema.h"

G_BEGIN_DECLS

/* How everything that a schema describes is kept: its tables, and what is derived from them (the
 * search index, the tallies, the collation keys). Immutable; a job works with the layout that
 * was current when it was asked for. */
typedef struct _CltLayout CltLayout;

CltLayout      *clt_layout_new          (CltSchema *schema);
CltLayout      *clt_layout_ref          (CltLayout *self);
void            clt_layout_unref        (CltLayout *self);

CltSchema      *clt_layout_get_schema   (CltLayout *self);
guint           clt_layout_get_n_tables (CltLayout *self);
CltEntityTable *clt_layout_get_table    (CltLayout *self,
                                         guint      index);
CltEntityTable *clt_layout_find_table   (CltLayout   *self,
                                         const char  *entity,
                                         GError     **error);
gboolean        clt_layout_ensure       (CltLayout  *self,
                                         CltDb      *db,
                                         GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltLayout, clt_layout_unref)

G_END_DECLS
