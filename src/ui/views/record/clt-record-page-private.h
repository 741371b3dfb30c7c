/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-record-page.h"

G_BEGIN_DECLS

/* Between clt-record-page.c and clt-record-page-actions.c. */

void        clt_record_page_install_actions (GtkWidgetClass *widget_class);
void        clt_record_page_update_actions  (CltRecordPage  *self);
GMenuModel *clt_record_page_dup_new_menu    (CltRecordPage  *self);

void        clt_record_page_begin_follow_up (CltRecordPage  *self);
void        clt_record_page_edit_title      (CltRecordPage  *self);

G_END_DECLS
