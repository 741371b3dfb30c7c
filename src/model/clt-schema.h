/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-entity.h"

G_BEGIN_DECLS

/* All entities of a workspace: the built-in catalog, merged with the server's own description.
 * Immutable and reference counted; a new description makes a new schema. */
typedef struct _CltSchema CltSchema;

#define CLT_TYPE_SCHEMA (clt_schema_get_type ())

GType       clt_schema_get_type       (void) G_GNUC_CONST;

/* @entities: (element-type CltEntity), in the order of the sidebar */
CltSchema  *clt_schema_new            (GPtrArray *entities);
CltSchema  *clt_schema_merge          (const CltSchema *builtin,
                                       const CltSchema *described);
CltSchema  *clt_schema_ref            (const CltSchema *self);
void        clt_schema_unref          (CltSchema *self);

guint       clt_schema_get_n_entities (const CltSchema *self);
CltEntity  *clt_schema_get_entity     (const CltSchema *self,
                                       guint            index);
CltEntity  *clt_schema_find_entity    (const CltSchema *self,
                                       const char      *name);
gboolean    clt_schema_equal          (const CltSchema *a,
                                       const CltSchema *b);

/* What the schema-store keeps, so that a start without network knows the server's fields. */
JsonNode   *clt_schema_to_json        (const CltSchema *self);
CltSchema  *clt_schema_new_from_json  (JsonNode  *node,
                                       GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltSchema, clt_schema_unref)

G_END_DECLS
