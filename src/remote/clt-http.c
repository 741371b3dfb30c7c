/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-http"

#include "config.h"

#include "clt-http-private.h"

/* Nothing was heard for so long: the connection is dead. Slow servers think for some seconds. */
#define IDLE_TIMEOUT_S 60
#define MAX_CONNECTIONS 4

G_DEFINE_FINAL_TYPE (CltHttp, clt_http, G_TYPE_OBJECT)

static void
clt_http_finalize (GObject *object)
{
  CltHttp *self = CLT_HTTP (object);

  soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->origin, g_uri_unref);
  g_clear_pointer (&self->headers, g_hash_table_unref);

  G_OBJECT_CLASS (clt_http_parent_class)->finalize (object);
}

static void
clt_http_class_init (CltHttpClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clt_http_finalize;
}

static void
clt_http_init (CltHttp *self)
{
  self->worker = clt_worker_new ("clt-http");
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->session = soup_session_new_with_options ("user-agent", "Clientele/" PACKAGE_VERSION,
                                                 "timeout", IDLE_TIMEOUT_S,
                                                 "max-conns", MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_CONNECTIONS,
                                                 NULL);
}

/**
 * clt_http_new:
 * @origin: scheme, host and port of a server: see clt_http_parse_origin()
 *
 * Prepares to talk to one server; nothing is sent yet. Main thread only.
 *
 * Returns: (transfer full): the new object
 */
CltHttp *
clt_http_new (GUri *origin)
{
  CltHttp *self;

  g_return_val_if_fail (origin != NULL, NULL);

  self = g_object_new (CLT_TYPE_HTTP, NULL);
  self->origin = g_uri_ref (origin);

  return self;
}

/**
 * clt_http_get_origin:
 * @self: an HTTP client
 *
 * Returns: (transfer none): the one server it talks to
 */
GUri *
clt_http_get_origin (CltHttp *self)
{
  g_return_val_if_fail (CLT_IS_HTTP (self), NULL);

  return self->origin;
}

/**
 * clt_http_set_header:
 * @self: an HTTP client
 * @name: the name of a header
 * @value: (nullable): its value; %NULL sends it no more
 *
 * Sets what every request to the origin carries. It never goes anywhere else.
 */
void
clt_http_set_header (CltHttp    *self,
                     const char *name,
                     const char *value)
{
  g_return_if_fail (CLT_IS_HTTP (self));
  g_return_if_fail (name != NULL);

  if (value != NULL)
    g_hash_table_replace (self->headers, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (self->headers, name);
}

/**
 * clt_http_set_explain_func:
 * @self: an HTTP client
 * @func: (nullable): who knows this kind of server's words
 * @user_data: for @func
 *
 * Sets who is asked, on the main thread, about answers whose status is a failure.
 */
void
clt_http_set_explain_func (CltHttp            *self,
                           CltHttpExplainFunc  func,
                           gpointer            user_data)
{
  g_return_if_fail (CLT_IS_HTTP (self));

  self->explain = func;
  self->explain_data = user_data;
}

/**
 * clt_http_get_session:
 * @self: an HTTP client
 *
 * Returns: (transfer none): the session that carries the requests
 */
SoupSession *
clt_http_get_session (CltHttp *self)
{
  g_return_val_if_fail (CLT_IS_HTTP (self), NULL);

  return self->session;
}

/**
 * clt_http_send_json_async:
 * @self: an HTTP client
 * @intent: whether the request changes something; not always what @method suggests
 * @method: the HTTP method
 * @path: relative to the origin, escaped
 * @body: (nullable): JSON text
 * @cancellable: (nullable): to stop waiting; whether the server acted is then unknown
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Sends a request and reads the answer, which must be JSON. Requests run side by
 * side, at most four at a time.
 */
void
clt_http_send_json_async (CltHttp             *self,
                          CltHttpIntent        intent,
                          const char          *method,
                          const char          *path,
                          GBytes              *body,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_if_fail (CLT_IS_HTTP (self));
  g_return_if_fail (method != NULL && path != NULL);

  uri = g_uri_parse_relative (self->origin, path, SOUP_HTTP_URI_FLAGS, NULL);
  g_return_if_fail (uri != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_http_send_json_async);
  if (!g_task_return_error_if_cancelled (task))
    clt_http_exchange (self, task, intent, method, uri, body);
}

/**
 * clt_http_send_json_finish:
 * @self: an HTTP client
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the answer of a success; %NULL with a
 *   #CltError or %G_IO_ERROR_CANCELLED otherwise
 */
JsonNode *
clt_http_send_json_finish (CltHttp       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * clt_http_get_retry_after:
 * @self: an HTTP client
 *
 * Returns: seconds the server asked us to wait with its last 429 or 503, or 0
 */
guint
clt_http_get_retry_after (CltHttp *self)
{
  g_return_val_if_fail (CLT_IS_HTTP (self), 0);

  return self->retry_after_s;
}

/**
 * clt_http_get_skew:
 * @self: an HTTP client
 *
 * Returns: the server's clock minus ours, in microseconds, as of its last answer;
 *   exact to a second; 0 before the first
 */
gint64
clt_http_get_skew (CltHttp *self)
{
  g_return_val_if_fail (CLT_IS_HTTP (self), 0);

  return self->skew;
}
