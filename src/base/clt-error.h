/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one error domain. What a user is told about each code stands in clt-error.c. */
#define CLT_ERROR (clt_error_quark ())

typedef enum
{
  CLT_ERROR_FAILED,       /* something that has no better word */
  CLT_ERROR_INVALID,      /* a value, argument or file that does not make sense */
  CLT_ERROR_NOT_FOUND,    /* no such record, field, entity, workspace; HTTP 404, 410 */
  CLT_ERROR_NETWORK,      /* no route, DNS, refused, reset, cut short */
  CLT_ERROR_TIMEOUT,      /* no answer in time; HTTP 408 */
  CLT_ERROR_TLS,          /* the certificate is not to be trusted */
  CLT_ERROR_UNAUTHORIZED, /* HTTP 401: key wrong, expired, or withdrawn */
  CLT_ERROR_FORBIDDEN,    /* HTTP 403: the account may not do that */
  CLT_ERROR_CONFLICT,     /* HTTP 409 */
  CLT_ERROR_REFUSED,      /* HTTP 400, 413, 415, 422: the message is the server's own words */
  CLT_ERROR_RATE_LIMITED, /* HTTP 429 */
  CLT_ERROR_SERVER,       /* HTTP 5xx */
  CLT_ERROR_REDIRECTED,   /* a redirection that must not be followed */
  CLT_ERROR_NOT_A_CRM,    /* an answer, but not from the kind of server that was asked */
  CLT_ERROR_MALFORMED,    /* truncated, nested too deeply, not JSON, without the expected keys */
  CLT_ERROR_TOO_LARGE,    /* an answer or file over its cap */
  CLT_ERROR_DISK_FULL,
  CLT_ERROR_READ_ONLY,    /* the folder or file cannot be written */
  CLT_ERROR_CORRUPT,      /* the store is damaged */
  CLT_ERROR_NEWER,        /* the store was written by a newer Clientele */
  CLT_ERROR_BUSY,         /* another process holds the workspace */
  CLT_ERROR_STORE,        /* any other failure of the store */
} CltError;

GQuark      clt_error_quark            (void);

gboolean    clt_error_is_transient     (const GError *error);
gboolean    clt_error_is_cancelled     (const GError *error);
char       *clt_error_dup_sentence     (const GError *error);
const char *clt_error_get_code_name    (const GError *error);

G_END_DECLS
