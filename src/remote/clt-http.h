/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

#define CLT_TYPE_HTTP (clt_http_get_type ())
G_DECLARE_FINAL_TYPE (CltHttp, clt_http, CLT, HTTP, GObject)

/* One server's HTTP: one origin, TLS always verified, no redirection followed for writes and only
 * to the same origin for reads, a cap on what is read, and every failure one CLT_ERROR_*. The
 * answer gate (status, content type, size, nesting, completeness) stands here, once for all
 * connectors. */

/* What a request does to the server, whatever its method is called. */
typedef enum
{
  CLT_HTTP_READ,  /* changes nothing: may be sent again, also to where it is redirected */
  CLT_HTTP_WRITE,
} CltHttpIntent;

/* A server's own words about a failed request, better than what the status alone says. @answer is
 * the parsed body, or NULL if it was no JSON; @text is its beginning. Sets @error and returns TRUE,
 * or returns FALSE to leave it to the status. */
typedef gboolean (*CltHttpExplainFunc) (guint        status,
                                        JsonNode    *answer,
                                        const char  *text,
                                        gpointer     user_data,
                                        GError     **error);

CltHttp     *clt_http_new              (GUri                 *origin);
GUri        *clt_http_get_origin       (CltHttp              *self);
/* Header sent with every request to the origin ("Authorization", "X-Odoo-Database" …). */
void         clt_http_set_header       (CltHttp              *self,
                                        const char           *name,
                                        const char           *value);
void         clt_http_set_explain_func (CltHttp              *self,
                                        CltHttpExplainFunc    func,
                                        gpointer              user_data);
/* The session, for what the program as a whole decides (a proxy, a private CA) and for tests. */
SoupSession *clt_http_get_session      (CltHttp              *self);
/* @path is relative to the origin; @body: (nullable) JSON text. The answer is parsed JSON, parsed
 * off the main loop. */
void         clt_http_send_json_async  (CltHttp              *self,
                                        CltHttpIntent         intent,
                                        const char           *method,
                                        const char           *path,
                                        GBytes               *body,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
JsonNode    *clt_http_send_json_finish (CltHttp              *self,
                                        GAsyncResult         *result,
                                        GError              **error);
/* Seconds the server asked us to wait with its last 429 or 503, or 0. */
guint        clt_http_get_retry_after  (CltHttp              *self);
/* The server's clock minus ours, in microseconds, from its last Date. */
gint64       clt_http_get_skew         (CltHttp              *self);
/* A typed address: "crm.example.org" → https://crm.example.org; says in words what
 * is wrong with it. */
GUri        *clt_http_parse_origin     (const char           *text,
                                        GError              **error);

G_END_DECLS
