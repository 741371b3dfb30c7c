/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-schema.h"

G_BEGIN_DECLS

typedef enum
{
  CLT_FILTER_ALL,     /* every child holds; without children: everything */
  CLT_FILTER_ANY,     /* some child holds */
  CLT_FILTER_NOT,     /* its one child does not hold */
  CLT_FILTER_COMPARE, /* a field, a comparison, a value */
} CltFilterType;

/* A tree of conditions. Immutable and reference counted.
 *
 * A value of a time kind may be relative: the texts "today", "today+7", "now", "now-3600" (days,
 * seconds) are resolved when the query runs, so that a saved view stays right tomorrow. The text
 * "me" for a reference to a user is the workspace's own user. */
typedef struct _CltFilter CltFilter;

#define CLT_TYPE_FILTER (clt_filter_get_type ())

GType          clt_filter_get_type        (void) G_GNUC_CONST;
CltFilter     *clt_filter_new_compare     (const char     *field,
                                           CltComparison   comparison,
                                           const CltValue *value);
CltFilter     *clt_filter_new_group       (CltFilterType   type,
                                           CltFilter     **children,
                                           gsize           n_children);
CltFilter     *clt_filter_ref             (const CltFilter *self);
void           clt_filter_unref           (CltFilter *self);

CltFilterType  clt_filter_get_filter_type (const CltFilter *self);
gsize          clt_filter_get_n_children  (const CltFilter *self);
CltFilter     *clt_filter_get_child       (const CltFilter *self,
                                           gsize            index);
const char    *clt_filter_get_field       (const CltFilter *self);
CltComparison  clt_filter_get_comparison  (const CltFilter *self);
CltValue      *clt_filter_get_value       (const CltFilter *self);
gboolean       clt_filter_equal           (const CltFilter *a,
                                           const CltFilter *b);

/* ALL of self's conditions and one more; NULL self is everything. */
CltFilter     *clt_filter_and             (const CltFilter *self,
                                           const CltFilter *other);
CltFilter     *clt_filter_without         (const CltFilter *self,
                                           gsize            index);
/* "City is Hangzhou": what the chip says. */
char          *clt_filter_dup_words       (const CltFilter *self,
                                           const CltEntity *entity);
/* "city=Hangzhou", "amount>=1000", "owner!=me", "email=" (empty): the command line's form. */
CltFilter     *clt_filter_parse           (const char       *text,
                                           const CltEntity  *entity,
                                           GError          **error);
/* The value that the condition has now: what is relative becomes a day, a moment, or @me. */
CltValue      *clt_filter_resolve_value   (const CltFilter *self,
                                           const CltField  *field,
                                           const CltValue  *me);
gboolean       clt_filter_check           (const CltFilter  *self,
                                           const CltEntity  *entity,
                                           GError          **error);
JsonNode      *clt_filter_to_json         (const CltFilter *self);
CltFilter     *clt_filter_new_from_json   (JsonNode  *node,
                                           GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltFilter, clt_filter_unref)

G_END_DECLS
