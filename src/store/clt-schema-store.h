/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-db.h"
#include "clt-schema.h"

G_BEGIN_DECLS

/* The server's description, kept so that a start without network knows its fields. */

CltSchema *clt_schema_store_load (CltDb      *db,
                                  CltSchema  *builtin,
                                  GError    **error);
gboolean   clt_schema_store_save (CltDb      *db,
                                  CltSchema  *described,
                                  GError    **error);

G_END_DECLS
