/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-store.h"

G_BEGIN_DECLS

#define CLT_TYPE_RECORD_LIST (clt_record_list_get_type ())
G_DECLARE_FINAL_TYPE (CltRecordList, clt_record_list, CLT, RECORD_LIST, GObject)

/* A GListModel over a query: an id vector plus a window of records. get_item() answers at once,
 * with a record that may still be LOADING and fills in place. It follows the store by itself.
 * Never wrap it in a GtkSortListModel or GtkFilterListModel: sorting and filtering are SQL's work.
 *
 * Properties: "query" (CltQuery, boxed, read-write: a new query supersedes the old one's work),
 *   "loading" (gboolean), "error" (GError boxed, nullable), "n-items" (guint). */

CltRecordList *clt_record_list_new         (CltStore      *store,
                                            CltQuery      *query);
CltStore      *clt_record_list_get_store   (CltRecordList *self);
CltQuery      *clt_record_list_get_query   (CltRecordList *self);
void           clt_record_list_set_query   (CltRecordList *self,
                                            CltQuery      *query);
gboolean       clt_record_list_get_loading (CltRecordList *self);
GError        *clt_record_list_get_error   (CltRecordList *self);
gint64         clt_record_list_get_id      (CltRecordList *self,
                                            guint          position);
/* Returns: the position, or GTK_INVALID_LIST_POSITION (G_MAXUINT) */
guint          clt_record_list_find        (CltRecordList *self,
                                            gint64         id);

G_END_DECLS
