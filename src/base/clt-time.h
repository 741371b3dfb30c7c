/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-day.h"

G_BEGIN_DECLS

/* Moments are microseconds since the Unix epoch, UTC, in a gint64. */
#define CLT_USEC_PER_SECOND G_GINT64_CONSTANT (1000000)
#define CLT_USEC_PER_DAY (G_GINT64_CONSTANT (86400) * CLT_USEC_PER_SECOND)

gint64    clt_time_now            (void);
void      clt_time_set_now        (gint64 now);

gboolean  clt_time_parse          (const char *text,
                                   gint64     *moment);
gboolean  clt_time_parse_typed    (const char *text,
                                   gint64     *moment);
char     *clt_time_to_iso         (gint64 moment);
char     *clt_time_to_sql         (gint64 moment);
char     *clt_time_to_display     (gint64 moment);
char     *clt_time_to_relative    (gint64 moment,
                                   gint64 now);
gint64    clt_time_to_local_day   (gint64 moment);
gint64    clt_time_from_local_day (gint64 day);

G_END_DECLS
