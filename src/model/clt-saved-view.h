/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-query.h"

G_BEGIN_DECLS

/* A query with a name, the columns to show and the view that shows it. Immutable. */
typedef struct _CltSavedView CltSavedView;

#define CLT_TYPE_SAVED_VIEW (clt_saved_view_get_type ())

GType               clt_saved_view_get_type    (void) G_GNUC_CONST;
/* @id: 0 for one that was never saved; @columns: (nullable) names of fields */
CltSavedView       *clt_saved_view_new         (gint64              id,
                                                const char         *name,
                                                const char         *view,
                                                CltQuery           *query,
                                                const char * const *columns);
CltSavedView       *clt_saved_view_ref         (const CltSavedView *self);
void                clt_saved_view_unref       (CltSavedView *self);
gint64              clt_saved_view_get_id      (const CltSavedView *self);
const char         *clt_saved_view_get_name    (const CltSavedView *self);
const char         *clt_saved_view_get_view    (const CltSavedView *self);
CltQuery           *clt_saved_view_get_query   (const CltSavedView *self);
const char * const *clt_saved_view_get_columns (const CltSavedView *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltSavedView, clt_saved_view_unref)

G_END_DECLS
