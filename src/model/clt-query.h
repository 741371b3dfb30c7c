/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-filter.h"

G_BEGIN_DECLS

/* Which records, in which order: entity + filter + search + sort. Immutable; with_ functions make
 * a new one. Archived records are left out unless the filter names the archived field. */
typedef struct _CltQuery CltQuery;

#define CLT_TYPE_QUERY (clt_query_get_type ())

GType       clt_query_get_type        (void) G_GNUC_CONST;
CltQuery   *clt_query_new             (const char *entity);
CltQuery   *clt_query_new_in_usual_order (const CltEntity *entity);
CltQuery   *clt_query_ref             (const CltQuery *self);
void        clt_query_unref           (CltQuery *self);

CltQuery   *clt_query_with_filter     (const CltQuery  *self,
                                       const CltFilter *filter);
CltQuery   *clt_query_with_search     (const CltQuery *self,
                                       const char     *search);
CltQuery   *clt_query_with_sort       (const CltQuery *self,
                                       const char     *field,
                                       gboolean        descending);

const char *clt_query_get_entity      (const CltQuery *self);
CltFilter  *clt_query_get_filter      (const CltQuery *self);
const char *clt_query_get_search      (const CltQuery *self);
const char *clt_query_get_sort_field  (const CltQuery *self);
gboolean    clt_query_get_descending  (const CltQuery *self);
gboolean    clt_query_equal           (const CltQuery *a,
                                       const CltQuery *b);
JsonNode   *clt_query_to_json         (const CltQuery *self);
CltQuery   *clt_query_new_from_json   (JsonNode  *node,
                                       GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltQuery, clt_query_unref)

G_END_DECLS
