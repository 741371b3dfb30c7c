/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-view.h"

G_BEGIN_DECLS

#define CLT_TYPE_TABLE_VIEW (clt_table_view_get_type ())
G_DECLARE_FINAL_TYPE (CltTableView, clt_table_view, CLT, TABLE_VIEW, GtkWidget)

/* The records of a query as a table; for every entity. Remembers the entity's columns. */

GtkWidget *clt_table_view_new (CltSession *session,
                               CltQuery   *query);

G_END_DECLS
