/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-workspace.h"

G_BEGIN_DECLS

void clt_workspace_find_secret (CltWorkspace *self,
                                GCancellable *cancellable);

G_END_DECLS
