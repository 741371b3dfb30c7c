/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record.h"

G_BEGIN_DECLS

#define CLT_TYPE_RELATED_ROW (clt_related_row_get_type ())
G_DECLARE_FINAL_TYPE (CltRelatedRow, clt_related_row, CLT, RELATED_ROW, GtkListBoxRow)

/* A record in a few words: its title, where it stands, its amount. */

GtkWidget *clt_related_row_new        (CltRecord     *record);
CltRecord *clt_related_row_get_record (CltRelatedRow *self);

G_END_DECLS
