/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-table-columns.h"

G_BEGIN_DECLS

#define CLT_TYPE_COLUMN_CHOOSER (clt_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CltColumnChooser, clt_column_chooser, CLT, COLUMN_CHOOSER, GtkPopover)

/* Which fields have a column: one check for each, at once. */

GtkWidget *clt_column_chooser_new (CltTableColumns *columns);

G_END_DECLS
