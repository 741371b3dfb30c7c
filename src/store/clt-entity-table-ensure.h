/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-db.h"
#include "clt-entity-table.h"

G_BEGIN_DECLS

/* Making and completing a table in the file. */

gboolean clt_entity_table_ensure     (CltEntityTable  *self,
                                      CltDb           *db,
                                      GError         **error);
gboolean clt_entity_table_renew_keys (CltEntityTable  *self,
                                      CltDb           *db,
                                      GError         **error);

G_END_DECLS
