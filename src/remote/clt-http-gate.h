/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libsoup/soup.h>

#include "clt-error.h"

G_BEGIN_DECLS

/* What the head of an answer, or the failure to get one, means to us. Pure functions. */

gboolean  clt_http_gate_check_status     (guint                 status,
                                          const char           *reason,
                                          GError              **error);
gboolean  clt_http_gate_check_type       (SoupMessageHeaders   *headers,
                                          const char           *host,
                                          GError              **error);
gboolean  clt_http_gate_is_html          (SoupMessageHeaders   *headers);
gboolean  clt_http_gate_check_length     (SoupMessageHeaders   *headers,
                                          GError              **error);
guint     clt_http_gate_find_retry_after (SoupMessageHeaders   *headers,
                                          gint64                now);
gboolean  clt_http_gate_find_date        (SoupMessageHeaders   *headers,
                                          gint64               *moment);
GError   *clt_http_gate_translate_error  (const GError         *error,
                                          GTlsCertificateFlags  flaws,
                                          const char           *host);
char     *clt_http_gate_describe_flaws   (GTlsCertificateFlags  flaws,
                                          const char           *host);

G_END_DECLS
