/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-schema.h"

G_BEGIN_DECLS

/* What a server said about some records of one entity, decoded: handed from a connector to the
 * store, which do not know each other. References are CLT_VALUE_REMOTE_REFERENCE. Built by one
 * thread, then only read. */
typedef struct _CltPullPage CltPullPage;

/* One row. @values is in the entity's order; NULL where the server said nothing of the field. */
typedef struct
{
  char      *remote_id; /* (owned) */
  char      *revision;  /* (owned) (nullable): the server's stamp, opaque */
  gboolean   removed;   /* the server says that it is gone */
  CltValue **values;    /* (owned) (array length=n_values) */
} CltPullRow;

#define CLT_TYPE_PULL_PAGE (clt_pull_page_get_type ())

GType        clt_pull_page_get_type    (void) G_GNUC_CONST;
CltPullPage *clt_pull_page_new         (CltEntity *entity);
CltPullPage *clt_pull_page_ref         (CltPullPage *self);
void         clt_pull_page_unref       (CltPullPage *self);

/* Returns: (transfer none): the new row, all values NULL; valid until the next call */
CltPullRow  *clt_pull_page_add         (CltPullPage *self,
                                        const char  *remote_id,
                                        const char  *revision);
void         clt_pull_row_take         (CltPullRow  *row,
                                        guint        index,
                                        CltValue    *value);
/* @cursor: where the next pull of the entity goes on; @is_last: nothing more for now.
 * @total: how many records the whole pull will bring, or -1 if the server did not say. */
void         clt_pull_page_finish      (CltPullPage *self,
                                        const char  *cursor,
                                        gboolean     is_last,
                                        gint64       total);

CltEntity   *clt_pull_page_get_entity  (CltPullPage *self);
guint        clt_pull_page_get_n_rows  (CltPullPage *self);
CltPullRow  *clt_pull_page_get_row     (CltPullPage *self,
                                        guint        index);
const char  *clt_pull_page_get_cursor  (CltPullPage *self);
gboolean     clt_pull_page_get_is_last (CltPullPage *self);
gint64       clt_pull_page_get_total   (CltPullPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltPullPage, clt_pull_page_unref)

G_END_DECLS
