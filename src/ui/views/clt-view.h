/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record-list.h"
#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_VIEW (clt_view_get_type ())
G_DECLARE_INTERFACE (CltView, clt_view, CLT, VIEW, GtkWidget)

/* A way to look at the records of a query: table, board, calendar … A view knows roles, not names.
 *
 * Signals: ::record-chosen (gint64 id, gboolean activated): show it; activated: and go there;
 *   ::selection-changed. */
struct _CltViewInterface
{
  GTypeInterface parent_iface;

  CltQuery      *(*get_query)       (CltView    *self);
  void           (*set_query)       (CltView    *self,
                                     CltQuery   *query);
  CltRecordList *(*get_list)        (CltView    *self);
  guint          (*get_n_selected)  (CltView    *self);
  GArray        *(*dup_selected)    (CltView    *self);
  void           (*clear_selection) (CltView    *self);
  void           (*select)          (CltView    *self,
                                     gint64      id);
  char         **(*dup_columns)     (CltView    *self);
  void           (*set_columns)     (CltView            *self,
                                     const char * const *names);
};

CltQuery      *clt_view_get_query         (CltView            *self);
void           clt_view_set_query         (CltView            *self,
                                           CltQuery           *query);
CltRecordList *clt_view_get_list          (CltView            *self);
guint          clt_view_get_n_selected    (CltView            *self);
GArray        *clt_view_dup_selected      (CltView            *self);
void           clt_view_clear_selection   (CltView            *self);
void           clt_view_select            (CltView            *self,
                                           gint64              id);
char         **clt_view_dup_columns       (CltView            *self);
void           clt_view_set_columns       (CltView            *self,
                                           const char * const *names);

/* For implementations. */
void           clt_view_record_chosen     (CltView            *self,
                                           gint64              id,
                                           gboolean            activated);
void           clt_view_selection_changed (CltView            *self);

G_END_DECLS
