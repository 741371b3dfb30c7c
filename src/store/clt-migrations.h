/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-db.h"

G_BEGIN_DECLS

/* The version of our own tables that this program writes: the greatest number in sql/. The tables
 * of records are no part of it, for they follow from the schema. */
#define CLT_STORE_VERSION 1

gboolean clt_migrations_get_version (CltDb   *db,
                                     gint64  *version,
                                     GError **error);
gboolean clt_migrations_run         (CltDb       *db,
                                     const char  *backup_path,
                                     GError     **error);

G_END_DECLS
