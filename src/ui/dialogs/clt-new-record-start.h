/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-record.h"

G_BEGIN_DECLS

/* What a new record has before the user typed anything. */

CltRecord *clt_new_record_start (CltEntity *entity,
                                 CltRecord *about);

G_END_DECLS
