/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-change.h"
#include "clt-dirty.h"
#include "clt-layout.h"

G_BEGIN_DECLS

/* The user's edits on the writer's thread: everything about them in one transaction. */
gboolean clt_store_apply_changes (CltDb      *db,
                                  CltLayout  *layout,
                                  GPtrArray  *changes,
                                  gboolean    is_local,
                                  CltDirty   *dirty,
                                  GError    **error);

G_END_DECLS
