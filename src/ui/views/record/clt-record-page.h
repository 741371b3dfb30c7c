/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record-list.h"
#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_RECORD_PAGE (clt_record_page_get_type ())
G_DECLARE_FINAL_TYPE (CltRecordPage, clt_record_page, CLT, RECORD_PAGE, GtkWidget)

/* One record: header with title and key facts, form, timeline, related lists; edited in place.
 * Knows no entity by name: roles and the schema say what to show.
 *
 * Properties: "session" (construct only), "record" (nullable; changes by itself when the user
 *   steps through the list), "list" (nullable).
 * Activates win.open-record, win.undo and win.toast of its window; deletes its record itself,
 * undoably. */

GtkWidget     *clt_record_page_new         (CltSession    *session);
CltSession    *clt_record_page_get_session (CltRecordPage *self);
CltRecord     *clt_record_page_get_record  (CltRecordPage *self);
/* @record: (nullable): none shows the empty page */
void           clt_record_page_set_record  (CltRecordPage *self,
                                            CltRecord     *record);
CltRecordList *clt_record_page_get_list    (CltRecordPage *self);
/* @list: (nullable): without it there is no previous and next */
void           clt_record_page_set_list    (CltRecordPage *self,
                                            CltRecordList *list);

G_END_DECLS
