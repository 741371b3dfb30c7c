/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Moments are microseconds since the Unix epoch, UTC. Days are whole days since 1970-01-01 of
 * the proleptic Gregorian calendar and have no zone. Both are gint64. */
#define CLT_USEC_PER_SECOND G_GINT64_CONSTANT (1000000)
#define CLT_USEC_PER_DAY (G_GINT64_CONSTANT (86400) * CLT_USEC_PER_SECOND)

gint64    clt_time_now            (void);
void      clt_time_set_now        (gint64 now);

gboolean  clt_time_parse          (const char *text,
                                   gint64     *moment);
char     *clt_time_to_iso         (gint64 moment);
char     *clt_time_to_sql         (gint64 moment);
char     *clt_time_to_display     (gint64 moment);
char     *clt_time_to_relative    (gint64 moment,
                                   gint64 now);
gint64    clt_time_to_local_day   (gint64 moment);
gint64    clt_time_from_local_day (gint64 day);

gboolean  clt_day_parse           (const char *text,
                                   gint64     *day);
char     *clt_day_to_iso          (gint64 day);
char     *clt_day_to_display      (gint64 day);
gint64    clt_day_today           (void);
gint64    clt_day_from_ymd        (int year,
                                   int month,
                                   int day);
void      clt_day_to_ymd          (gint64 days,
                                   int   *year,
                                   int   *month,
                                   int   *day);

G_END_DECLS
