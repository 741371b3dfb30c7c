/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_RECORD_HEADER (clt_record_header_get_type ())
G_DECLARE_FINAL_TYPE (CltRecordHeader, clt_record_header, CLT, RECORD_HEADER, GtkWidget)

/* Who or what a record is: picture, title (edited in place), what it belongs to, how its last
 * change stands, key facts. Its buttons activate the page's actions (record.*). */

GtkWidget *clt_record_header_new         (void);
void       clt_record_header_set_session (CltRecordHeader *self,
                                          CltSession      *session);
void       clt_record_header_set_record  (CltRecordHeader *self,
                                          CltRecord       *record);
/* What the menu button offers to make anew for the record: sections of actions. */
void       clt_record_header_set_new_menu (CltRecordHeader *self,
                                           GMenuModel      *menu);
void       clt_record_header_set_has_timeline (CltRecordHeader *self,
                                               gboolean         has_timeline);
void       clt_record_header_edit_title  (CltRecordHeader *self);

G_END_DECLS
