/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-db.h"

G_BEGIN_DECLS

/* Small settings of the workspace, by name. */

gboolean clt_meta_read  (CltDb       *db,
                         const char  *key,
                         char       **value,
                         GError     **error);
gboolean clt_meta_write (CltDb       *db,
                         const char  *key,
                         const char  *value,
                         GError     **error);

G_END_DECLS
