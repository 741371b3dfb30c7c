/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record.h"
#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_TIMELINE_ROW (clt_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (CltTimelineRow, clt_timeline_row, CLT, TIMELINE_ROW, GtkListBoxRow)

/* One happening: what kind, who, when, the words; what is still to do can be ticked off. */

GtkWidget *clt_timeline_row_new        (CltSession     *session,
                                        CltRecord      *record);
CltRecord *clt_timeline_row_get_record (CltTimelineRow *self);

G_END_DECLS
