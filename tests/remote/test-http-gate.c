/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-http-gate.h"
#include "clt-json.h"
#include "clt-time.h"

static const struct
{
  const char *what;
  guint       status;
  int         code; /* -1: none */
} statuses[] = {
  { "200 is good", 200, -1 },
  { "201 is good", 201, -1 },
  { "204 is good", 204, -1 },
  { "a redirection is not an answer", 302, CLT_ERROR_REDIRECTED },
  { "304 was not asked for", 304, CLT_ERROR_REDIRECTED },
  { "a bad request", 400, CLT_ERROR_REFUSED },
  { "a wrong key", 401, CLT_ERROR_UNAUTHORIZED },
  { "a missing right", 403, CLT_ERROR_FORBIDDEN },
  { "a missing record", 404, CLT_ERROR_NOT_FOUND },
  { "a proxy that wants a password", 407, CLT_ERROR_NETWORK },
  { "a slow request", 408, CLT_ERROR_TIMEOUT },
  { "a conflict", 409, CLT_ERROR_CONFLICT },
  { "a record that is gone", 410, CLT_ERROR_NOT_FOUND },
  { "a body that is too large", 413, CLT_ERROR_REFUSED },
  { "a wrong type", 415, CLT_ERROR_REFUSED },
  { "a wrong argument", 422, CLT_ERROR_REFUSED },
  { "too early", 425, CLT_ERROR_SERVER },
  { "too many requests", 429, CLT_ERROR_RATE_LIMITED },
  { "any other fault of ours", 418, CLT_ERROR_REFUSED },
  { "a broken server", 500, CLT_ERROR_SERVER },
  { "a broken gateway", 502, CLT_ERROR_SERVER },
  { "a server under repair", 503, CLT_ERROR_SERVER },
  { "a slow gateway", 504, CLT_ERROR_TIMEOUT },
  { "a status that nobody knows", 999, CLT_ERROR_MALFORMED },
};

static void
test_statuses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", statuses[i].what);
      if (clt_http_gate_check_status (statuses[i].status, "Words", &error))
        g_assert_cmpint (statuses[i].code, ==, -1);
      else
        g_assert_error (error, CLT_ERROR, statuses[i].code);
    }
}

static const struct
{
  const char *type;
  gboolean    is_json;
  gboolean    is_html;
} types[] = {
  { "application/json", TRUE, FALSE },
  { "application/json; charset=utf-8", TRUE, FALSE },
  { "Application/JSON", TRUE, FALSE },
  { "application/hal+json", TRUE, FALSE },
  { "text/html; charset=utf-8", FALSE, TRUE },
  { "application/xhtml+xml", FALSE, TRUE },
  { "text/plain", FALSE, FALSE },
  { "application/octet-stream", FALSE, FALSE },
  { NULL, FALSE, FALSE },
};

static void
test_types (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GError) error = NULL;
      SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

      g_test_message ("%s", types[i].type != NULL ? types[i].type : "no type");
      if (types[i].type != NULL)
        soup_message_headers_append (headers, "Content-Type", types[i].type);

      g_assert_cmpint (clt_http_gate_is_html (headers), ==, types[i].is_html);
      g_assert_cmpint (clt_http_gate_check_type (headers, "crm.example.org", &error), ==,
                       types[i].is_json);
      if (!types[i].is_json)
        {
          g_assert_error (error, CLT_ERROR, CLT_ERROR_NOT_A_CRM);
          g_assert_nonnull (strstr (error->message, "crm.example.org"));
        }

      soup_message_headers_unref (headers);
    }
}

static void
test_length (void)
{
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  g_autoptr (GError) error = NULL;

  g_assert_true (clt_http_gate_check_length (headers, NULL));

  soup_message_headers_set_content_length (headers, CLT_JSON_MAX_BYTES);
  g_assert_true (clt_http_gate_check_length (headers, NULL));

  soup_message_headers_set_content_length (headers, CLT_JSON_MAX_BYTES + 1);
  g_assert_false (clt_http_gate_check_length (headers, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_TOO_LARGE);

  soup_message_headers_unref (headers);
}

/* Our clock, when nothing else is said: Sun, 22 Nov 2026 12:00:00 GMT. */
#define NOON (G_GINT64_CONSTANT (1795348800) * CLT_USEC_PER_SECOND)

static const struct
{
  const char *what;
  const char *retry_after;
  const char *date;
  guint       seconds;
} waits[] = {
  { "nothing was said", NULL, NULL, 0 },
  { "a number of seconds", "120", NULL, 120 },
  { "zero is now", "0", NULL, 0 },
  { "a date", "Sun, 22 Nov 2026 12:01:30 GMT", NULL, 90 },
  { "a date of a clock that is an hour ahead", "Sun, 22 Nov 2026 13:00:10 GMT",
    "Sun, 22 Nov 2026 13:00:00 GMT", 10 },
  { "a date that has passed", "Sun, 22 Nov 2026 11:00:00 GMT", NULL, 0 },
  { "at most a day", "999999999", NULL, 86400 },
  { "a number that no number holds", "99999999999999999999999", NULL, 0 },
  { "a negative number", "-5", NULL, 0 },
  { "nonsense", "soon", NULL, 0 },
};

static void
test_retry_after (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

      g_test_message ("%s", waits[i].what);
      if (waits[i].retry_after != NULL)
        soup_message_headers_append (headers, "Retry-After", waits[i].retry_after);
      if (waits[i].date != NULL)
        soup_message_headers_append (headers, "Date", waits[i].date);
      g_assert_cmpuint (clt_http_gate_find_retry_after (headers, NOON), ==, waits[i].seconds);

      soup_message_headers_unref (headers);
    }
}

static const struct
{
  const char           *what;
  GTlsCertificateFlags  flaws;
  const char           *words;
} flaws[] = {
  { "nobody we know signed it", G_TLS_CERTIFICATE_UNKNOWN_CA, "issued by nobody" },
  { "it is somebody else's", G_TLS_CERTIFICATE_BAD_IDENTITY, "not made for" },
  { "it has expired", G_TLS_CERTIFICATE_EXPIRED, "has expired" },
  { "it begins tomorrow", G_TLS_CERTIFICATE_NOT_ACTIVATED, "not valid yet" },
  { "it was withdrawn", G_TLS_CERTIFICATE_REVOKED, "withdrawn" },
  { "it is weak", G_TLS_CERTIFICATE_INSECURE, "no longer safe" },
  { "the host weighs more than the issuer",
    G_TLS_CERTIFICATE_UNKNOWN_CA | G_TLS_CERTIFICATE_BAD_IDENTITY, "not made for" },
  { "something else", G_TLS_CERTIFICATE_GENERIC_ERROR, "No safe connection" },
  { "no certificate at all", 0, "No safe connection" },
};

static void
test_flaws (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flaws); i++)
    {
      g_autofree char *sentence = clt_http_gate_describe_flaws (flaws[i].flaws, "crm.example.org");

      g_test_message ("%s: %s", flaws[i].what, sentence);
      g_assert_nonnull (strstr (sentence, flaws[i].words));
      g_assert_nonnull (strstr (sentence, "“crm.example.org”"));
    }
}

static void
test_translate (void)
{
  static const struct
  {
    const char *what;
    GQuark    (*domain) (void);
    int         code;
    int         ours; /* CltError */
  } errors[] = {
    { "no answer in time", g_io_error_quark, G_IO_ERROR_TIMED_OUT, CLT_ERROR_TIMEOUT },
    { "refused", g_io_error_quark, G_IO_ERROR_CONNECTION_REFUSED, CLT_ERROR_NETWORK },
    { "cut short", g_io_error_quark, G_IO_ERROR_PARTIAL_INPUT, CLT_ERROR_NETWORK },
    { "no such host", g_resolver_error_quark, G_RESOLVER_ERROR_NOT_FOUND, CLT_ERROR_NETWORK },
    { "no TLS", g_tls_error_quark, G_TLS_ERROR_NOT_TLS, CLT_ERROR_TLS },
    { "a bad compression", g_io_error_quark, G_IO_ERROR_INVALID_DATA, CLT_ERROR_MALFORMED },
    { "no HTTP", soup_session_error_quark, SOUP_SESSION_ERROR_PARSING, CLT_ERROR_NOT_A_CRM },
    { "ours stays ours", clt_error_quark, CLT_ERROR_TOO_LARGE, CLT_ERROR_TOO_LARGE },
  };
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "enough");
  g_autoptr (GError) same = clt_http_gate_translate_error (cancelled, 0, "crm.example.org");

  g_assert_error (same, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (errors[i].domain (), errors[i].code, "words");
      g_autoptr (GError) ours = clt_http_gate_translate_error (error, 0, "crm.example.org");

      g_test_message ("%s", errors[i].what);
      g_assert_error (ours, CLT_ERROR, errors[i].ours);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http-gate/statuses", test_statuses);
  g_test_add_func ("/http-gate/types", test_types);
  g_test_add_func ("/http-gate/length", test_length);
  g_test_add_func ("/http-gate/retry-after", test_retry_after);
  g_test_add_func ("/http-gate/flaws", test_flaws);
  g_test_add_func ("/http-gate/translate", test_translate);

  return g_test_run ();
}
