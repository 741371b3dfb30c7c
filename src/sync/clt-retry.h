/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long to wait before a server is asked again. Pure: no clock, no dice of its own. */
gint64 clt_retry_ceiling (guint attempt);
gint64 clt_retry_delay   (guint  attempt,
                          guint  retry_after,
                          double share);

G_END_DECLS
