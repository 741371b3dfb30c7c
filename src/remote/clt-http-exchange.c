/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-http-exchange"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-http-gate.h"
#include "clt-http-private.h"
#include "clt-json.h"
#include "clt-time.h"

/* A whole request, however it drips: some minutes is what a reverse proxy allows, too. */
#define WHOLE_TIMEOUT_S (5 * 60)
#define MAX_REDIRECTS 3
#define READ_BYTES (64 * 1024)
/* The explanation of an error is a sentence; longer bodies are not looked at. */
#define MAX_EXPLANATION_BYTES (64 * 1024)
#define TOO_MANY_REQUESTS 429 /* no name in libsoup 3.2 */

/* One request on its way; the data of its task. */
typedef struct
{
  CltHttpIntent         intent;
  char                 *method;      /* (owned) */
  GUri                 *uri;         /* (owned) */
  GBytes               *body;        /* (owned) (nullable) */
  GCancellable         *stop;        /* (owned): the caller's and the deadline's */
  GCancellable         *cancellable; /* (owned) (nullable): the caller's */
  gulong                cancelled_id;
  guint                 deadline_id;
  gboolean              is_late;
  guint                 n_redirects;
  SoupMessage          *message;     /* (owned) */
  GInputStream         *stream;      /* (owned) (nullable) */
  GByteArray           *received;    /* (owned) */
  GBytes               *answer;      /* (owned) (nullable): what the worker parses */
  GTlsCertificateFlags  flaws;
} Send;

static void clt_http_start (GTask *task);
static void clt_http_read_more (GTask *task);

static void
send_free (Send *send)
{
  g_cancellable_disconnect (send->cancellable, send->cancelled_id);
  g_clear_handle_id (&send->deadline_id, g_source_remove);
  g_clear_object (&send->stream);
  g_clear_object (&send->message);
  g_clear_object (&send->cancellable);
  g_clear_object (&send->stop);
  g_clear_pointer (&send->answer, g_bytes_unref);
  g_clear_pointer (&send->received, g_byte_array_unref);
  g_clear_pointer (&send->body, g_bytes_unref);
  g_clear_pointer (&send->uri, g_uri_unref);
  g_free (send->method);
  g_free (send);
}

static void
clt_http_caller_cancelled_cb (GCancellable *cancellable,
                              gpointer      user_data)
{
  g_cancellable_cancel (G_CANCELLABLE (user_data));
}

static gboolean
clt_http_deadline_cb (gpointer user_data)
{
  Send *send = g_task_get_task_data (G_TASK (user_data));

  send->deadline_id = 0;
  send->is_late = TRUE;
  g_cancellable_cancel (send->stop);

  return G_SOURCE_REMOVE;
}

/* Ends the exchange where it is. Closing the stream makes libsoup 3.2 drop the connection without
 * reading what is left; closed with a cancelled cancellable, it would keep both for ever. */
static void
clt_http_abandon (Send *send)
{
  g_clear_handle_id (&send->deadline_id, g_source_remove);
  if (send->stream != NULL)
    g_input_stream_close_async (send->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
}

static void
clt_http_fail (GTask  *task,
               GError *error)
{
  Send *send = g_task_get_task_data (task);
  g_autoptr (GError) ours = NULL;

  if (send->is_late)
    ours = g_error_new_literal (CLT_ERROR, CLT_ERROR_TIMEOUT, "The answer took too long");
  else
    ours = clt_http_gate_translate_error (error, send->flaws, g_uri_get_host (send->uri));

  g_error_free (error);
  clt_http_abandon (send);
  g_task_return_error (task, g_steal_pointer (&ours));
}

static void
clt_http_parse (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Send *send = task_data;
  GError *error = NULL;
  JsonNode *node = clt_json_parse (send->answer, &error);

  if (node != NULL)
    g_task_return_pointer (task, node, (GDestroyNotify) json_node_unref);
  else
    g_task_return_error (task, error);
}

/* The body of an error is read for its words; anything odd about it changes nothing. */
static GError *
clt_http_explain (CltHttp *self,
                  Send    *send,
                  GError  *by_status)
{
  const guint status = soup_message_get_status (send->message);
  g_autoptr (GError) error = by_status;
  g_autoptr (GError) explained = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *text = NULL;

  if (g_bytes_get_size (send->answer) <= MAX_EXPLANATION_BYTES)
    {
      answer = clt_json_parse (send->answer, NULL);
      text = g_utf8_make_valid (g_bytes_get_data (send->answer, NULL),
                                (gssize) g_bytes_get_size (send->answer));
    }

  if (self->explain != NULL
      && self->explain (status, answer, text != NULL ? text : "", self->explain_data, &explained))
    return g_steal_pointer (&explained);

  /* No such page: whoever answers is not who was meant. */
  if (g_error_matches (error, CLT_ERROR, CLT_ERROR_NOT_FOUND)
      && !clt_http_gate_check_type (soup_message_get_response_headers (send->message),
                                    g_uri_get_host (send->uri), &explained))
    return g_steal_pointer (&explained);

  return g_steal_pointer (&error);
}

static void
clt_http_judge (GTask *task)
{
  CltHttp *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_handle_id (&send->deadline_id, g_source_remove);
  send->answer = g_byte_array_free_to_bytes (g_steal_pointer (&send->received));

  if (!clt_http_gate_check_status (soup_message_get_status (send->message),
                                   soup_message_get_reason_phrase (send->message), &error))
    g_task_return_error (task, clt_http_explain (self, send, error));
  else
    clt_worker_run (self->worker, task, clt_http_parse);
}

static void
clt_http_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  Send *send = g_task_get_task_data (task);

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);
  if (bytes == NULL)
    {
      clt_http_fail (task, error);
      return;
    }

  if (g_bytes_get_size (bytes) == 0)
    {
      clt_http_judge (task);
      return;
    }

  g_byte_array_append (send->received, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (send->received->len > CLT_JSON_MAX_BYTES)
    clt_http_fail (task, g_error_new (CLT_ERROR, CLT_ERROR_TOO_LARGE,
                                      "The answer is over the limit of %d bytes",
                                      CLT_JSON_MAX_BYTES));
  else
    clt_http_read_more (task);
}

static void
clt_http_read_more (GTask *task)
{
  Send *send = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (send->stream, READ_BYTES, g_task_get_priority (task),
                                   send->stop, clt_http_read_cb, g_object_ref (task));
}

/* What the head of every answer tells about the server. */
static void
clt_http_note_head (CltHttp     *self,
                    SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const guint status = soup_message_get_status (message);
  const gint64 now = clt_time_now ();
  gint64 server_now;

  if (clt_http_gate_find_date (headers, &server_now))
    self->skew = server_now - now;

  if (status == TOO_MANY_REQUESTS || status == SOUP_STATUS_SERVICE_UNAVAILABLE)
    self->retry_after_s = clt_http_gate_find_retry_after (headers, now);
}

static gboolean
clt_http_is_same_origin (GUri *a,
                         GUri *b)
{
  return g_strcmp0 (g_uri_get_scheme (a), g_uri_get_scheme (b)) == 0
         && g_uri_get_host (b) != NULL
         && g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0
         && g_uri_get_port (a) == g_uri_get_port (b);
}

/* Follows by our own hand: libsoup would turn a POST into a GET and take our keys to another
 * origin. 303 says that the answer lies elsewhere, so it is not followed either. */
static gboolean
clt_http_follow (CltHttp  *self,
                 Send     *send,
                 GError  **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (send->message);
  const char *location = soup_message_headers_get_one (headers, "Location");
  const guint status = soup_message_get_status (send->message);
  g_autoptr (GUri) target = NULL;

  if (location != NULL)
    target = g_uri_parse_relative (send->uri, location, SOUP_HTTP_URI_FLAGS, NULL);

  if (target != NULL && !clt_http_is_same_origin (self->origin, target))
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_REDIRECTED,
                   /* Translators: both %s are names of servers, such as crm.example.org */
                   _("“%s” sent us on to “%s”; your key was not sent there. If that is the "
                     "right server, enter its address instead."),
                   g_uri_get_host (self->origin),
                   g_uri_get_host (target) != NULL ? g_uri_get_host (target) : location);
      return FALSE;
    }

  if (target == NULL || send->intent == CLT_HTTP_WRITE || status == SOUP_STATUS_SEE_OTHER
      || send->n_redirects == MAX_REDIRECTS)
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_REDIRECTED,
                   /* Translators: %s is the name of a server, such as crm.example.org */
                   _("“%s” sent us on to another page instead of answering. Check the address."),
                   g_uri_get_host (self->origin));
      return FALSE;
    }

  g_uri_unref (send->uri);
  send->uri = g_steal_pointer (&target);
  send->n_redirects++;

  return TRUE;
}

static gboolean
clt_http_check_head (Send    *send,
                     GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (send->message);

  if (!clt_http_gate_check_length (headers, error))
    return FALSE;

  return !SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (send->message))
         || clt_http_gate_check_type (headers, g_uri_get_host (send->uri), error);
}

static void
clt_http_send_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CltHttp *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  GError *error = NULL;

  send->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (send->stream == NULL)
    {
      clt_http_fail (task, error);
      return;
    }

  clt_http_note_head (self, send->message);

  if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (send->message)))
    {
      if (clt_http_follow (self, send, &error))
        clt_http_start (task);
      else
        clt_http_fail (task, error);
    }
  else if (!clt_http_check_head (send, &error))
    clt_http_fail (task, error);
  else
    clt_http_read_more (task);
}

static gboolean
clt_http_accept_certificate_cb (SoupMessage          *message,
                                GTlsCertificate      *certificate,
                                GTlsCertificateFlags  flaws,
                                gpointer              user_data)
{
  Send *send = user_data;

  send->flaws = flaws;

  return FALSE;
}

/* (Re)starts the request at its current address. */
static void
clt_http_start (GTask *task)
{
  CltHttp *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  SoupMessageHeaders *headers;
  GHashTableIter iter;
  gpointer name, value;

  g_clear_object (&send->stream);
  g_clear_object (&send->message);
  send->message = soup_message_new_from_uri (send->method, send->uri);
  soup_message_add_flags (send->message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect (send->message, "accept-certificate",
                    G_CALLBACK (clt_http_accept_certificate_cb), send);

  headers = soup_message_get_request_headers (send->message);
  soup_message_headers_append (headers, "Accept", "application/json");
  g_hash_table_iter_init (&iter, self->headers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    soup_message_headers_replace (headers, name, value);

  if (send->body != NULL)
    soup_message_set_request_body_from_bytes (send->message, "application/json", send->body);

  soup_session_send_async (self->session, send->message, g_task_get_priority (task), send->stop,
                           clt_http_send_cb, g_object_ref (task));
}

/**
 * clt_http_exchange:
 * @self: an HTTP client
 * @task: gets the parsed answer; its cancellable stops the exchange
 * @intent: whether the request changes something
 * @method: the HTTP method
 * @uri: an address of the origin
 * @body: (nullable): JSON text
 *
 * Sends one request and returns its answer, or what went wrong, to @task.
 */
void
clt_http_exchange (CltHttp       *self,
                   GTask         *task,
                   CltHttpIntent  intent,
                   const char    *method,
                   GUri          *uri,
                   GBytes        *body)
{
  Send *send = g_new0 (Send, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_assert (clt_http_is_same_origin (self->origin, uri));

  send->intent = intent;
  send->method = g_strdup (method);
  send->uri = g_uri_ref (uri);
  send->body = body != NULL ? g_bytes_ref (body) : NULL;
  send->received = g_byte_array_new ();
  send->stop = g_cancellable_new ();
  g_task_set_task_data (task, send, (GDestroyNotify) send_free);

  if (g_set_object (&send->cancellable, cancellable))
    send->cancelled_id = g_cancellable_connect (cancellable,
                                                G_CALLBACK (clt_http_caller_cancelled_cb),
                                                g_object_ref (send->stop), g_object_unref);
  send->deadline_id = g_timeout_add_seconds (WHOLE_TIMEOUT_S, clt_http_deadline_cb, task);

  clt_http_start (task);
}
