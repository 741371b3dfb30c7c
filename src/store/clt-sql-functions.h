/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-db.h"

G_BEGIN_DECLS

/* What our SQL may call beside SQLite's own: clt_fold (text), for comparisons without case and
 * accents; clt_key (text), for sorting by the rules of the user's language. */
gboolean clt_sql_functions_register (CltDb   *db,
                                     GError **error);

G_END_DECLS
