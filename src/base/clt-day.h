/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days are whole days since 1970-01-01 of the proleptic Gregorian calendar and have no zone. */

gboolean  clt_day_parse       (const char *text,
                               gint64     *day);
gboolean  clt_day_parse_typed (const char *text,
                               gint64     *day);
char     *clt_day_to_iso      (gint64 day);
char     *clt_day_to_display  (gint64 day);
char     *clt_day_to_relative (gint64 day,
                               gint64 today);
gint64    clt_day_today       (void);
gint64    clt_day_from_ymd    (int year,
                               int month,
                               int day);
void      clt_day_to_ymd      (gint64  day,
                               int    *year,
                               int    *month,
                               int    *day_of_month);

G_END_DECLS
