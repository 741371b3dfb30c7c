/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-schema.h"

G_BEGIN_DECLS

/* The built-in entities and fields, labels in the user's language; made once. */
CltSchema *clt_catalog_get (void);

G_END_DECLS
