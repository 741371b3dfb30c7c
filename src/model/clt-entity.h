/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field.h"

G_BEGIN_DECLS

typedef enum
{
  CLT_ENTITY_FLAG_NONE = 0,
  CLT_ENTITY_PLACE = 1 << 0,      /* has a row of its own in the sidebar */
  CLT_ENTITY_TIMELINE = 1 << 1,   /* appears on the timeline of the record it is about */
  CLT_ENTITY_READ_ONLY = 1 << 2,  /* this workspace may not create or change it */
  CLT_ENTITY_REFERENCE = 1 << 3,  /* users, teams: chosen from, seldom looked at */
} CltEntityFlags;

/* The description of a kind of record: its fields in the order of the form. Immutable. */
typedef struct _CltEntity CltEntity;

#define CLT_TYPE_ENTITY (clt_entity_get_type ())

GType           clt_entity_get_type         (void) G_GNUC_CONST;

/* @fields: (element-type CltField) */
CltEntity      *clt_entity_new              (const char     *name,
                                             const char     *label,
                                             const char     *label_plural,
                                             const char     *icon_name,
                                             CltEntityFlags  flags,
                                             GPtrArray      *fields);
CltEntity      *clt_entity_ref              (const CltEntity *self);
void            clt_entity_unref            (CltEntity *self);

const char     *clt_entity_get_name         (const CltEntity *self);
const char     *clt_entity_get_label        (const CltEntity *self);
const char     *clt_entity_get_label_plural (const CltEntity *self);
const char     *clt_entity_get_icon_name    (const CltEntity *self);
CltEntityFlags  clt_entity_get_flags        (const CltEntity *self);
gboolean        clt_entity_has_flags        (const CltEntity *self,
                                             CltEntityFlags   flags);
guint           clt_entity_get_n_fields     (const CltEntity *self);
CltField       *clt_entity_get_field        (const CltEntity *self,
                                             guint            index);
int             clt_entity_find_index       (const CltEntity *self,
                                             const char      *name);
CltField       *clt_entity_find_field       (const CltEntity *self,
                                             const char      *name);
CltField       *clt_entity_find_role        (const CltEntity *self,
                                             CltRole          role);
int             clt_entity_find_role_index  (const CltEntity *self,
                                             CltRole          role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltEntity, clt_entity_unref)

G_END_DECLS
