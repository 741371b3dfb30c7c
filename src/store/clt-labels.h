/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-layout.h"

G_BEGIN_DECLS

/* @rows: (element-type CltRow) */
gboolean clt_labels_fill (CltDb      *db,
                          CltLayout  *layout,
                          GPtrArray  *rows,
                          GError    **error);

G_END_DECLS
