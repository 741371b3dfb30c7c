/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-error.h"
#include "clt-fake-server.h"
#include "clt-http.h"
#include "clt-json.h"
#include "clt-test.h"
#include "clt-time.h"

/* More than the sockets on the way can hold. */
#define SOCKET_BYTES (16 * 1024 * 1024)

static CltHttp *
connect_to (const char *url)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) origin = clt_http_parse_origin (url, &error);

  g_assert_no_error (error);

  return clt_http_new (origin);
}

static JsonNode *
ask (CltHttp       *http,
     CltHttpIntent  intent,
     const char    *path,
     GError       **error)
{
  static const char body[] = "{\"ids\": [7]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (body, strlen (body));
  g_autoptr (GAsyncResult) result = NULL;

  clt_http_send_json_async (http, intent, "POST", path, bytes, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_http_send_json_finish (http, result, error);
}

static void
test_good (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltHttp *http = connect_to (clt_fake_server_get_url (server));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *request = NULL;

  clt_fake_server_answer_json (server, "/json/2/res.users/read", "{\"name\": \"Ægir 客户\"}");
  clt_http_set_header (http, "Authorization", "Bearer abc");

  answer = ask (http, CLT_HTTP_READ, "/json/2/res.users/read", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clt_json_peek_string (answer, "name", NULL), ==, "Ægir 客户");

  request = clt_fake_server_dup_request (server, 0);
  g_assert_true (g_str_has_prefix (request, "POST /json/2/res.users/read\n"));
  g_assert_nonnull (strstr (request, "Authorization: Bearer abc\n"));
  g_assert_nonnull (strstr (request, "Content-Type: application/json\n"));
  g_assert_nonnull (strstr (request, "User-Agent: Clientele/" PACKAGE_VERSION "\n"));
  g_assert_true (g_str_has_suffix (request, "\n\n{\"ids\": [7]}"));

  clt_test_assert_finalize (http);
}

static const char deep[] =
  "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
  "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]";
#define PAGE "<html><body>Please sign in</body></html>"
#define RECORDS "{\"records\": [{\"id\": 1, \"name\": \"Azure Interior\"}, {\"id\": 2}]}"

static const struct
{
  const char    *what;
  CltFakeAnswer  answer;
  int            code; /* CltError */
  const char    *words; /* (nullable): in the sentence */
} faults[] = {
  { "a login page", { .type = "text/html", .body = PAGE }, CLT_ERROR_NOT_A_CRM, "web page" },
  { "a page where nothing is", { .status = 404, .type = "text/html", .body = PAGE },
    CLT_ERROR_NOT_A_CRM, "Check the address" },
  { "a proxy's page", { .status = 502, .type = "text/html", .body = PAGE }, CLT_ERROR_SERVER,
    "problem of its own" },
  { "plain text", { .type = "text/plain", .body = "{}" }, CLT_ERROR_NOT_A_CRM, "web page" },
  { "a wrong key", { .status = 401, .body = "{\"message\": \"Invalid apikey\"}" },
    CLT_ERROR_UNAUTHORIZED, "sign in again" },
  { "a missing right", { .status = 403 }, CLT_ERROR_FORBIDDEN, "Ask an administrator" },
  { "a missing thing", { .status = 404 }, CLT_ERROR_NOT_FOUND, NULL },
  { "a conflict", { .status = 409 }, CLT_ERROR_CONFLICT, NULL },
  { "a wrong argument", { .status = 422 }, CLT_ERROR_REFUSED, "refused" },
  { "too many requests", { .status = 429, .headers = "Retry-After: 7" }, CLT_ERROR_RATE_LIMITED,
    "slow down" },
  { "a broken server", { .status = 500 }, CLT_ERROR_SERVER, NULL },
  { "a server under repair", { .status = 503, .headers = "Retry-After: 7" }, CLT_ERROR_SERVER,
    NULL },
  { "no answer", { .fault = CLT_FAKE_HANG }, CLT_ERROR_TIMEOUT, "in time" },
  { "a closed connection", { .fault = CLT_FAKE_RESET }, CLT_ERROR_NETWORK, "cannot be reached" },
  { "half of what was promised", { .body = RECORDS, .fault = CLT_FAKE_CUT_LENGTH },
    CLT_ERROR_NETWORK, NULL },
  { "half of the chunks", { .body = RECORDS, .fault = CLT_FAKE_CUT_CHUNKED }, CLT_ERROR_MALFORMED,
    "incomplete" },
  { "another protocol", { .fault = CLT_FAKE_NOT_HTTP }, CLT_ERROR_NOT_A_CRM, "the port" },
  { "nothing", { .body = " " }, CLT_ERROR_MALFORMED, NULL },
  { "not JSON", { .body = "hello" }, CLT_ERROR_MALFORMED, NULL },
  { "truncated JSON", { .body = "{\"records\": [{\"id\": 1}" }, CLT_ERROR_MALFORMED, NULL },
  { "81 brackets deep", { .body = deep }, CLT_ERROR_MALFORMED, NULL },
  { "bad UTF-8", { .body = "[\"\xff\xfe\"]" }, CLT_ERROR_MALFORMED, NULL },
  { "a NUL in the middle", { .body = "[\"a\0b\"]", .length = 7 }, CLT_ERROR_MALFORMED, NULL },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
      CltHttp *http = connect_to (clt_fake_server_get_url (server));
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) answer = NULL;
      g_autofree char *sentence = NULL;

      clt_fake_server_answer (server, "/x", &faults[i].answer);
      soup_session_set_timeout (clt_http_get_session (http), 1);
      answer = ask (http, CLT_HTTP_WRITE, "/x", &error);
      g_assert_null (answer);
      g_assert_nonnull (error);
      sentence = clt_error_dup_sentence (error);
      g_test_message ("%s: %s (%s)", faults[i].what, sentence, error->message);
      g_assert_error (error, CLT_ERROR, faults[i].code);
      if (faults[i].words != NULL)
        g_assert_nonnull (strstr (sentence, faults[i].words));
      g_assert_cmpuint (clt_http_get_retry_after (http), ==,
                        faults[i].answer.headers != NULL ? 7 : 0);

      clt_test_assert_finalize (http);
    }
}

/* The rest of 100 MB must not be read, let alone kept. */
static void
test_flood (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltHttp *http = connect_to (clt_fake_server_get_url (server));
  const CltFakeAnswer flood = { .fault = CLT_FAKE_FLOOD };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = NULL;

  clt_fake_server_answer (server, "/x", &flood);
  answer = ask (http, CLT_HTTP_READ, "/x", &error);
  g_assert_error (error, CLT_ERROR, CLT_ERROR_TOO_LARGE);

  clt_test_await (!clt_fake_server_is_flooding (server));
  clt_test_assert_finalize (http);
  g_assert_cmpint (clt_fake_server_get_n_flooded (server), <, CLT_JSON_MAX_BYTES + SOCKET_BYTES);
}

static void
test_cancel_a_flood (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltHttp *http = connect_to (clt_fake_server_get_url (server));
  const CltFakeAnswer flood = { .fault = CLT_FAKE_FLOOD };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_fake_server_answer (server, "/x", &flood);
  clt_http_send_json_async (http, CLT_HTTP_READ, "GET", "/x", NULL, cancellable, clt_test_result_cb,
                            &result);
  clt_test_await (clt_fake_server_get_n_flooded (server) > 0);
  g_cancellable_cancel (cancellable);
  clt_test_await (result != NULL);
  g_assert_null (clt_http_send_json_finish (http, result, &error));
  g_assert_true (clt_error_is_cancelled (error));

  clt_test_await (!clt_fake_server_is_flooding (server));
  g_clear_object (&result);
  clt_test_assert_finalize (http);
}

static void
test_too_long_by_its_head (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltHttp *http = connect_to (clt_fake_server_get_url (server));
  g_autofree char *body = g_strnfill (CLT_JSON_MAX_BYTES + 1, ' ');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = NULL;

  clt_fake_server_answer_json (server, "/x", body);
  answer = ask (http, CLT_HTTP_READ, "/x", &error);
  g_assert_error (error, CLT_ERROR, CLT_ERROR_TOO_LARGE);

  clt_test_assert_finalize (http);
}

/* {{{ Redirections */

static const struct
{
  const char    *what;
  guint          status;
  CltHttpIntent  intent;
  const char    *location;
  gboolean       follows;
} redirections[] = {
  { "a read within the origin", 307, CLT_HTTP_READ, "/y", TRUE },
  { "for good", 308, CLT_HTTP_READ, "/y", TRUE },
  { "the old way, still a POST", 301, CLT_HTTP_READ, "/y", TRUE },
  { "the other old way", 302, CLT_HTTP_READ, "/y", TRUE },
  { "see other: the answer is elsewhere", 303, CLT_HTTP_READ, "/y", FALSE },
  { "a write", 307, CLT_HTTP_WRITE, "/y", FALSE },
  { "a write, for good", 308, CLT_HTTP_WRITE, "/y", FALSE },
  { "round in circles", 307, CLT_HTTP_READ, "/x", FALSE },
  { "without a place", 302, CLT_HTTP_READ, NULL, FALSE },
  { "to nonsense", 302, CLT_HTTP_READ, "http://[", FALSE },
};

static void
test_redirections (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (redirections); i++)
    {
      g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
      CltHttp *http = connect_to (clt_fake_server_get_url (server));
      g_autofree char *header = NULL;
      CltFakeAnswer answer = { .status = redirections[i].status };
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;

      g_test_message ("%s", redirections[i].what);
      if (redirections[i].location != NULL)
        header = g_strconcat ("Location: ", redirections[i].location, NULL);
      answer.headers = header;
      clt_fake_server_answer (server, "/x", &answer);
      clt_fake_server_answer_json (server, "/y", "[1]");

      node = ask (http, redirections[i].intent, "/x", &error);
      if (redirections[i].follows)
        {
          g_autofree char *second = clt_fake_server_dup_request (server, 1);

          g_assert_no_error (error);
          g_assert_true (g_str_has_prefix (second, "POST /y\n"));
          g_assert_true (g_str_has_suffix (second, "{\"ids\": [7]}"));
        }
      else
        {
          g_assert_error (error, CLT_ERROR, CLT_ERROR_REDIRECTED);
        }

      clt_test_assert_finalize (http);
    }
}

/* I15: credentials go only to the workspace's own origin. */
static void
test_redirection_to_another_origin (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  g_autoptr (CltFakeServer) thief = clt_fake_server_new (NULL);
  CltHttp *http = connect_to (clt_fake_server_get_url (server));
  g_autofree char *header = g_strdup_printf ("Location: %s/x", clt_fake_server_get_url (thief));
  const CltFakeAnswer answer = { .status = 307, .headers = header };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  clt_fake_server_answer (server, "/x", &answer);
  clt_http_set_header (http, "X-Api-Key", "abc");

  node = ask (http, CLT_HTTP_READ, "/x", &error);
  g_assert_error (error, CLT_ERROR, CLT_ERROR_REDIRECTED);
  g_assert_nonnull (strstr (error->message, "your key was not sent there"));
  g_assert_cmpuint (clt_fake_server_get_n_requests (server), ==, 1);
  g_assert_cmpuint (clt_fake_server_get_n_requests (thief), ==, 0);

  clt_test_assert_finalize (http);
}

/* }}} */
/* {{{ TLS */

static const struct
{
  const char *certificate;
  gboolean    trusts_authority;
  const char *words; /* (nullable): NULL: trusted */
} certificates[] = {
  { "good", TRUE, NULL },
  { "good", FALSE, "issued by nobody" },
  { "self-signed", FALSE, "issued by nobody" },
  { "other-host", TRUE, "not made for" },
  { "expired", TRUE, "has expired" },
  { "not-yet", TRUE, "not valid yet" },
};

static char *
find_certificate (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pem", NULL);

  return g_test_build_filename (G_TEST_DIST, "fixtures", "tls", file, NULL);
}

static void
trust_authority (CltHttp *http)
{
  g_autofree char *path = find_certificate ("authority");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  soup_session_set_tls_database (clt_http_get_session (http), database);
}

static void
test_certificates (void)
{
  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_test_skip ("GIO has no TLS here: glib-networking is missing");
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (certificates); i++)
    {
      g_autofree char *path = find_certificate (certificates[i].certificate);
      g_autoptr (CltFakeServer) server = clt_fake_server_new (path);
      CltHttp *http = connect_to (clt_fake_server_get_url (server));
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) answer = NULL;

      clt_fake_server_answer_json (server, "/x", "[1]");
      if (certificates[i].trusts_authority)
        trust_authority (http);

      answer = ask (http, CLT_HTTP_READ, "/x", &error);
      g_test_message ("%s: %s", certificates[i].certificate,
                      error != NULL ? error->message : "trusted");
      if (certificates[i].words == NULL)
        {
          g_assert_no_error (error);
        }
      else
        {
          g_assert_error (error, CLT_ERROR, CLT_ERROR_TLS);
          g_assert_nonnull (strstr (error->message, certificates[i].words));
          g_assert_cmpuint (clt_fake_server_get_n_requests (server), ==, 0);
        }

      clt_test_assert_finalize (http);
    }
}

/* }}} */

static void
test_nobody_there (void)
{
  CltHttp *http = connect_to ("http://127.0.0.1:1");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ask (http, CLT_HTTP_READ, "/x", &error);

  g_assert_null (answer);
  g_assert_error (error, CLT_ERROR, CLT_ERROR_NETWORK);

  clt_test_assert_finalize (http);
}

static void
test_cancel (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltHttp *http = connect_to (clt_fake_server_get_url (server));
  const CltFakeAnswer hang = { .fault = CLT_FAKE_HANG };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late_error = NULL;

  clt_fake_server_answer (server, "/x", &hang);
  clt_http_send_json_async (http, CLT_HTTP_READ, "GET", "/x", NULL, cancellable, clt_test_result_cb,
                            &result);
  clt_test_await (clt_fake_server_get_n_requests (server) == 1);
  g_cancellable_cancel (cancellable);
  clt_test_await (result != NULL);
  g_assert_null (clt_http_send_json_finish (http, result, &error));
  g_assert_true (clt_error_is_cancelled (error));

  g_test_message ("what is cancelled already is not even sent");
  clt_http_send_json_async (http, CLT_HTTP_READ, "GET", "/x", NULL, cancellable, clt_test_result_cb,
                            &late);
  clt_test_await (late != NULL);
  g_assert_null (clt_http_send_json_finish (http, late, &late_error));
  g_assert_true (clt_error_is_cancelled (late_error));
  g_assert_cmpuint (clt_fake_server_get_n_requests (server), ==, 1);

  g_clear_object (&result);
  g_clear_object (&late);
  clt_test_assert_finalize (http);
}

static void
test_skew (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltHttp *http = connect_to (clt_fake_server_get_url (server));
  const CltFakeAnswer answer = { .headers = "Date: Sun, 22 Nov 2026 13:00:00 GMT" };
  g_autoptr (JsonNode) node = NULL;
  gint64 noon;

  g_assert_true (clt_time_parse ("2026-11-22T12:00:00Z", &noon));
  clt_time_set_now (noon);
  clt_fake_server_answer (server, "/x", &answer);
  g_assert_cmpint (clt_http_get_skew (http), ==, 0);

  node = ask (http, CLT_HTTP_READ, "/x", NULL);
  g_assert_nonnull (node);
  g_assert_cmpint (clt_http_get_skew (http), ==, 60 * 60 * CLT_USEC_PER_SECOND);

  clt_time_set_now (0);
  clt_test_assert_finalize (http);
}

static gboolean
explain (guint        status,
         JsonNode    *answer,
         const char  *text,
         gpointer     user_data,
         GError     **error)
{
  if (status != 422)
    return FALSE;

  g_assert_cmpstr (text, ==, "{\"message\": \"Too long\"}");
  g_set_error_literal (error, CLT_ERROR, CLT_ERROR_REFUSED,
                       clt_json_peek_string (answer, "message", "?"));

  return TRUE;
}

static void
test_explain (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltHttp *http = connect_to (clt_fake_server_get_url (server));
  const CltFakeAnswer refused = { .status = 422, .body = "{\"message\": \"Too long\"}" };
  const CltFakeAnswer forbidden = { .status = 403, .body = "not JSON" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;

  clt_fake_server_answer (server, "/x", &refused);
  clt_fake_server_answer (server, "/y", &forbidden);
  clt_http_set_explain_func (http, explain, NULL);

  g_assert_null (ask (http, CLT_HTTP_WRITE, "/x", &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "Too long");

  g_test_message ("what it does not explain is left to the status");
  g_assert_null (ask (http, CLT_HTTP_WRITE, "/y", &other_error));
  g_assert_error (other_error, CLT_ERROR, CLT_ERROR_FORBIDDEN);

  clt_test_assert_finalize (http);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http/good", test_good);
  g_test_add_func ("/http/faults", test_faults);
  g_test_add_func ("/http/flood", test_flood);
  g_test_add_func ("/http/cancel-a-flood", test_cancel_a_flood);
  g_test_add_func ("/http/too-long-by-its-head", test_too_long_by_its_head);
  g_test_add_func ("/http/redirections", test_redirections);
  g_test_add_func ("/http/redirection-to-another-origin", test_redirection_to_another_origin);
  g_test_add_func ("/http/certificates", test_certificates);
  g_test_add_func ("/http/nobody-there", test_nobody_there);
  g_test_add_func ("/http/cancel", test_cancel);
  g_test_add_func ("/http/skew", test_skew);
  g_test_add_func ("/http/explain", test_explain);

  return g_test_run ();
}
