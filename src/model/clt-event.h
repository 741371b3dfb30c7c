/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-record.h"

G_BEGIN_DECLS

/* What is special about records with a start. Main thread only. */

gboolean clt_event_get_span (CltRecord *event,
                             gint64    *start,
                             gint64    *end);

G_END_DECLS
