/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libsoup/soup.h>
#include <string.h>

#include "clt-fake-server.h"

#define FLOOD_BYTES (100 * 1024 * 1024)
#define FLOOD_CHUNK_BYTES (64 * 1024)

typedef struct
{
  guint         status;
  char         *type;    /* (owned) */
  GBytes       *body;    /* (owned) */
  char        **headers; /* (owned) */
  CltFakeFault  fault;
} Answer;

typedef struct
{
  char *path; /* (owned) */
  char *text; /* (owned): head and body */
  char *body; /* (owned) */
} Request;

struct _CltFakeServer
{
  GThread      *thread;    /* (owned) */
  GMainContext *context;   /* (owned) */
  GMainLoop    *loop;      /* (owned) */
  SoupServer   *server;    /* (owned): its thread's */
  char         *url;       /* (owned) */
  int           n_flooded; /* atomic */
  int           n_floods;  /* atomic: that are going on */

  GMutex        lock;      /* of what follows */
  GHashTable   *answers;   /* (owned) (element-type utf8 GQueue): path → answers to come */
  GPtrArray    *requests;  /* (owned) (element-type Request) */
  GPtrArray    *held;      /* (owned) (element-type GIOStream): connections that hang */
  GPtrArray    *floods;    /* (owned) (element-type GThread) */
};

static void
answer_free (Answer *self)
{
  g_free (self->type);
  g_bytes_unref (self->body);
  g_strfreev (self->headers);
  g_free (self);
}

static Answer *
answer_copy (const Answer *self)
{
  Answer *copy = g_new (Answer, 1);

  *copy = *self;
  copy->type = g_strdup (self->type);
  copy->body = g_bytes_ref (self->body);
  copy->headers = g_strdupv (self->headers);

  return copy;
}

static void
answer_queue_free (gpointer queue)
{
  g_queue_free_full (queue, (GDestroyNotify) answer_free);
}

static void
request_free (Request *self)
{
  g_free (self->path);
  g_free (self->text);
  g_free (self->body);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* {{{ The server's thread */

static void
clt_fake_server_note (CltFakeServer     *self,
                      SoupServerMessage *message,
                      const char        *path)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  Request *request = g_new (Request, 1);
  GString *text = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char *name, *value;

  g_string_append_printf (text, "%s %s\n", soup_server_message_get_method (message), path);
  soup_message_headers_iter_init (&iter, soup_server_message_get_request_headers (message));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (text, "%s: %s\n", name, value);

  request->path = g_strdup (path);
  request->body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_string_append_printf (text, "\n%s", request->body);
  request->text = g_string_free (text, FALSE);

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->requests, request);
  g_mutex_unlock (&self->lock);
}

static Answer *
clt_fake_server_take_answer (CltFakeServer *self,
                             const char    *path)
{
  static const char not_found[] = "{\"name\": \"werkzeug.exceptions.NotFound\", "
                                  "\"message\": \"there is no such model\"}";
  Answer *answer = NULL;
  GQueue *queue;

  g_mutex_lock (&self->lock);
  queue = g_hash_table_lookup (self->answers, path);
  if (queue != NULL && queue->length > 1)
    answer = g_queue_pop_head (queue);
  else if (queue != NULL)
    answer = answer_copy (g_queue_peek_head (queue));
  g_mutex_unlock (&self->lock);

  if (answer != NULL)
    return answer;

  answer = g_new0 (Answer, 1);
  answer->status = 404;
  answer->type = g_strdup ("application/json");
  answer->body = g_bytes_new_static (not_found, strlen (not_found));

  return answer;
}

static void
clt_fake_server_add_headers (SoupServerMessage *message,
                             const Answer      *answer)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  for (gsize i = 0; answer->headers != NULL && answer->headers[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (answer->headers[i], ": ", 2);

      if (parts[0] != NULL && parts[1] != NULL)
        soup_message_headers_replace (headers, parts[0], parts[1]);
    }
}

static void
clt_fake_server_write (GIOStream  *stream,
                       const char *text,
                       gsize       length)
{
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), text, length, NULL, NULL,
                             NULL);
}

typedef struct
{
  CltFakeServer *server;
  GIOStream     *stream; /* (owned) */
} Flood;

/* Goes on until the client has had enough. */
static gpointer
clt_fake_server_flood (gpointer user_data)
{
  g_autofree Flood *flood = user_data;
  g_autoptr (GIOStream) stream = flood->stream;
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  g_autofree char *chunk = g_strnfill (FLOOD_CHUNK_BYTES, ' ');
  g_autofree char *size = g_strdup_printf ("%x\r\n", FLOOD_CHUNK_BYTES);
  static const char head[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                             "Transfer-Encoding: chunked\r\n\r\n1\r\n[\r\n";

  clt_fake_server_write (stream, head, strlen (head));
  while (g_atomic_int_get (&flood->server->n_flooded) < FLOOD_BYTES
         && g_output_stream_write_all (output, size, strlen (size), NULL, NULL, NULL)
         && g_output_stream_write_all (output, chunk, FLOOD_CHUNK_BYTES, NULL, NULL, NULL)
         && g_output_stream_write_all (output, "\r\n", 2, NULL, NULL, NULL))
    g_atomic_int_add (&flood->server->n_flooded, FLOOD_CHUNK_BYTES);
  g_atomic_int_dec_and_test (&flood->server->n_floods);

  return NULL;
}

static void
clt_fake_server_misbehave (CltFakeServer     *self,
                           SoupServerMessage *message,
                           const Answer      *answer)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);
  const char *body = g_bytes_get_data (answer->body, NULL);
  const gsize size = g_bytes_get_size (answer->body);
  g_autoptr (GString) text = g_string_new (NULL);

  switch (answer->fault)
    {
    case CLT_FAKE_HANG:
      g_mutex_lock (&self->lock);
      g_ptr_array_add (self->held, g_steal_pointer (&stream));
      g_mutex_unlock (&self->lock);
      return;

    case CLT_FAKE_CUT_LENGTH:
      g_string_append_printf (text, "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %"
                              G_GSIZE_FORMAT "\r\n\r\n", answer->type, size);
      g_string_append_len (text, body, (gssize) (size / 2));
      break;

    case CLT_FAKE_CUT_CHUNKED:
      g_string_append_printf (text, "HTTP/1.1 200 OK\r\nContent-Type: %s\r\n"
                              "Transfer-Encoding: chunked\r\n\r\n%" G_GSIZE_MODIFIER "x\r\n",
                              answer->type, size / 2);
      g_string_append_len (text, body, (gssize) (size / 2));
      g_string_append (text, "\r\n");
      break;

    case CLT_FAKE_NOT_HTTP:
      g_string_append (text, "SSH-2.0-OpenSSH_9.2p1\r\n");
      break;

    case CLT_FAKE_FLOOD:
      {
        Flood *flood = g_new (Flood, 1);

        g_atomic_int_inc (&self->n_floods);
        flood->server = self;
        flood->stream = g_steal_pointer (&stream);
        g_ptr_array_add (self->floods, g_thread_new ("flood", clt_fake_server_flood, flood));
        return;
      }

    case CLT_FAKE_RESET:
    case CLT_FAKE_WELL:
    default:
      break;
    }

  clt_fake_server_write (stream, text->str, text->len);
  g_io_stream_close (stream, NULL, NULL);
}

static void
clt_fake_server_request_cb (SoupServer        *server,
                            SoupServerMessage *message,
                            const char        *path,
                            GHashTable        *query,
                            gpointer           user_data)
{
  CltFakeServer *self = user_data;
  g_autoptr (Answer) answer = NULL;

  clt_fake_server_note (self, message, path);
  answer = clt_fake_server_take_answer (self, path);

  if (answer->fault != CLT_FAKE_WELL)
    {
      clt_fake_server_misbehave (self, message, answer);
      return;
    }

  soup_server_message_set_status (message, answer->status, NULL);
  soup_server_message_set_response (message, answer->type, SOUP_MEMORY_COPY,
                                    g_bytes_get_data (answer->body, NULL),
                                    g_bytes_get_size (answer->body));
  clt_fake_server_add_headers (message, answer);
}

static gpointer
clt_fake_server_thread (gpointer user_data)
{
  CltFakeServer *self = user_data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

/* }}} */

static GTlsCertificate *
clt_fake_server_load_certificate (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".pem"));
  g_autofree char *key = g_strconcat (stem, ".key.pem", NULL);
  GTlsCertificate *certificate = g_tls_certificate_new_from_files (path, key, &error);

  g_assert_no_error (error);

  return certificate;
}

/**
 * clt_fake_server_new:
 * @certificate: (nullable): a PEM file for TLS
 *
 * Starts a server on a free port.
 *
 * Returns: (transfer full): the server
 */
CltFakeServer *
clt_fake_server_new (const char *certificate)
{
  CltFakeServer *self = g_new0 (CltFakeServer, 1);
  g_autoptr (GError) error = NULL;
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY;
  GSList *uris;

  g_mutex_init (&self->lock);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, answer_queue_free);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) request_free);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->floods = g_ptr_array_new ();
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);

  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new (NULL, NULL);
  if (certificate != NULL)
    {
      g_autoptr (GTlsCertificate) loaded = clt_fake_server_load_certificate (certificate);

      soup_server_set_tls_certificate (self->server, loaded);
      options |= SOUP_SERVER_LISTEN_HTTPS;
    }
  soup_server_add_handler (self->server, NULL, clt_fake_server_request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, options, &error);
  g_assert_no_error (error);
  g_main_context_pop_thread_default (self->context);

  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("%s://127.0.0.1:%d", certificate != NULL ? "https" : "http",
                               g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  self->thread = g_thread_new ("fake-server", clt_fake_server_thread, self);

  return self;
}

/**
 * clt_fake_server_free:
 * @self: (transfer full): a server
 *
 * Stops it.
 */
void
clt_fake_server_free (CltFakeServer *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  for (guint i = 0; i < self->floods->len; i++)
    g_thread_join (g_ptr_array_index (self->floods, i));
  g_ptr_array_unref (self->floods);

  g_main_context_push_thread_default (self->context);
  g_ptr_array_unref (self->held);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  while (g_main_context_iteration (self->context, FALSE))
    continue;
  g_main_context_pop_thread_default (self->context);

  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->answers);
  g_ptr_array_unref (self->requests);
  g_mutex_clear (&self->lock);
  g_free (self->url);
  g_free (self);
}

/**
 * clt_fake_server_get_url:
 * @self: a server
 *
 * Returns: (transfer none): its address
 */
const char *
clt_fake_server_get_url (CltFakeServer *self)
{
  return self->url;
}

/**
 * clt_fake_server_answer:
 * @self: a server
 * @path: a path
 * @answer: what it answers there
 *
 * Adds an answer behind those that the path has.
 */
void
clt_fake_server_answer (CltFakeServer       *self,
                        const char          *path,
                        const CltFakeAnswer *answer)
{
  const char *body = answer->body != NULL ? answer->body : "{}";
  const gsize length = answer->length > 0 ? (gsize) answer->length : strlen (body);
  Answer *copy = g_new0 (Answer, 1);
  GQueue *queue;

  copy->status = answer->status != 0 ? answer->status : 200;
  copy->type = g_strdup (answer->type != NULL ? answer->type : "application/json");
  copy->body = g_bytes_new (body, length);
  copy->headers = answer->headers != NULL ? g_strsplit (answer->headers, "\n", -1) : NULL;
  copy->fault = answer->fault;

  g_mutex_lock (&self->lock);
  queue = g_hash_table_lookup (self->answers, path);
  if (queue == NULL)
    {
      queue = g_queue_new ();
      g_hash_table_insert (self->answers, g_strdup (path), queue);
    }
  g_queue_push_tail (queue, copy);
  g_mutex_unlock (&self->lock);
}

/**
 * clt_fake_server_answer_json:
 * @self: a server
 * @path: a path
 * @body: JSON
 *
 * Adds a good answer behind those that the path has.
 */
void
clt_fake_server_answer_json (CltFakeServer *self,
                             const char    *path,
                             const char    *body)
{
  const CltFakeAnswer answer = { .body = body };

  clt_fake_server_answer (self, path, &answer);
}

/**
 * clt_fake_server_forget:
 * @self: a server
 *
 * Drops all answers and recorded requests.
 */
void
clt_fake_server_forget (CltFakeServer *self)
{
  g_mutex_lock (&self->lock);
  g_hash_table_remove_all (self->answers);
  g_ptr_array_set_size (self->requests, 0);
  g_mutex_unlock (&self->lock);
}

/**
 * clt_fake_server_get_n_requests:
 * @self: a server
 *
 * Returns: how many requests came
 */
guint
clt_fake_server_get_n_requests (CltFakeServer *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->requests->len;
  g_mutex_unlock (&self->lock);

  return n;
}

/**
 * clt_fake_server_dup_request:
 * @self: a server
 * @index: which request, the first is 0
 *
 * Returns: (transfer full) (nullable): its method, path, headers and body
 */
char *
clt_fake_server_dup_request (CltFakeServer *self,
                             guint          index)
{
  char *text = NULL;

  g_mutex_lock (&self->lock);
  if (index < self->requests->len)
    text = g_strdup (((Request *) g_ptr_array_index (self->requests, index))->text);
  g_mutex_unlock (&self->lock);

  return text;
}

/**
 * clt_fake_server_dup_last_body:
 * @self: a server
 * @path: a path
 *
 * Returns: (transfer full) (nullable): the body of the last request to @path
 */
char *
clt_fake_server_dup_last_body (CltFakeServer *self,
                               const char    *path)
{
  char *body = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = self->requests->len; i > 0 && body == NULL; i--)
    {
      const Request *request = g_ptr_array_index (self->requests, i - 1);

      if (g_str_equal (request->path, path))
        body = g_strdup (request->body);
    }
  g_mutex_unlock (&self->lock);

  return body;
}

/**
 * clt_fake_server_get_n_flooded:
 * @self: a server
 *
 * Returns: how many bytes of floods were sent
 */
int
clt_fake_server_get_n_flooded (CltFakeServer *self)
{
  return g_atomic_int_get (&self->n_flooded);
}

/**
 * clt_fake_server_is_flooding:
 * @self: a server
 *
 * Returns: whether a flood goes on: its connection is still open
 */
gboolean
clt_fake_server_is_flooding (CltFakeServer *self)
{
  return g_atomic_int_get (&self->n_floods) > 0;
}
