/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-schema.h"

G_BEGIN_DECLS

typedef enum
{
  CLT_CHANGE_CREATE,
  CLT_CHANGE_EDIT,
  CLT_CHANGE_DELETE,
} CltChangeOperation;

/* An edit of one record: field by field what it was when editing began and what it is to be.
 * A create has no before, a delete no after; a delete carries the whole record, so that its
 * inverse brings it back under the same id. Built on the main thread, then only read. */
typedef struct _CltChange CltChange;

#define CLT_TYPE_CHANGE (clt_change_get_type ())

GType               clt_change_get_type      (void) G_GNUC_CONST;
CltChange          *clt_change_new           (CltChangeOperation  operation,
                                              const char         *entity,
                                              gint64              id);
CltChange          *clt_change_ref           (const CltChange *self);
void                clt_change_unref         (CltChange *self);

/* @before, @after: (nullable): NULL is the empty value. A second call for a field keeps the first
 * before. */
void                clt_change_add           (CltChange      *self,
                                              const char     *field,
                                              const CltValue *before,
                                              const CltValue *after);
CltChangeOperation  clt_change_get_operation (const CltChange *self);
const char         *clt_change_get_entity    (const CltChange *self);
gint64              clt_change_get_id        (const CltChange *self);
guint               clt_change_get_n_fields  (const CltChange *self);
const char         *clt_change_get_field     (const CltChange *self,
                                              guint            index);
CltValue           *clt_change_get_before    (const CltChange *self,
                                              guint            index);
CltValue           *clt_change_get_after     (const CltChange *self,
                                              guint            index);
CltValue           *clt_change_find_after    (const CltChange *self,
                                              const char      *field);
gboolean            clt_change_is_empty      (const CltChange *self);
CltChange          *clt_change_invert        (const CltChange *self);
gboolean            clt_change_check         (const CltChange  *self,
                                              const CltSchema  *schema,
                                              GError          **error);
JsonNode           *clt_change_to_json       (const CltChange *self);
CltChange          *clt_change_new_from_json (JsonNode  *node,
                                              GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltChange, clt_change_unref)

G_END_DECLS
