/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An amount in minor units (cents, fen) of an ISO 4217 currency; never a double. */

int       clt_money_get_digits   (const char *currency);
char     *clt_money_dup_currency (const char *text);
gboolean  clt_money_parse        (const char *text,
                                  const char *currency,
                                  gint64     *minor);
gboolean  clt_money_from_double  (double      major,
                                  const char *currency,
                                  gint64     *minor);
double    clt_money_to_double    (gint64      minor,
                                  const char *currency);
char     *clt_money_to_display   (gint64      minor,
                                  const char *currency);
char     *clt_money_to_plain     (gint64      minor,
                                  const char *currency);

G_END_DECLS
