/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-http-gate"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#include "clt-http-gate.h"
#include "clt-json.h"
#include "clt-time.h"

/* A server that asks for more than a day does not know what it says. */
#define LONGEST_RETRY_AFTER_S (24 * 60 * 60)

/* The first row whose range has the status decides. */
static const struct
{
  guint    first;
  guint    last;
  CltError code;
} statuses[] = {
  { 300, 399, CLT_ERROR_REDIRECTED },
  { 401, 401, CLT_ERROR_UNAUTHORIZED },
  { 403, 403, CLT_ERROR_FORBIDDEN },
  { 404, 404, CLT_ERROR_NOT_FOUND },
  { 407, 407, CLT_ERROR_NETWORK }, /* a proxy wants a password: the request never arrived */
  { 408, 408, CLT_ERROR_TIMEOUT },
  { 409, 409, CLT_ERROR_CONFLICT },
  { 410, 410, CLT_ERROR_NOT_FOUND },
  { 425, 425, CLT_ERROR_SERVER },  /* too early: come back later, as after a 503 */
  { 429, 429, CLT_ERROR_RATE_LIMITED },
  { 400, 499, CLT_ERROR_REFUSED },
  { 504, 504, CLT_ERROR_TIMEOUT },
  { 500, 599, CLT_ERROR_SERVER },
};

/* Flaws of a certificate, the gravest first: only one is worth a sentence. */
static const struct
{
  GTlsCertificateFlags flaw;
  const char          *sentence;
} flaw_sentences[] = {
  { G_TLS_CERTIFICATE_REVOKED,
    /* Translators: %s is the name of a server, such as crm.example.org */
    N_("The certificate of “%s” was withdrawn by its issuer, so nothing was sent. Ask whoever "
       "runs the server.") },
  { G_TLS_CERTIFICATE_BAD_IDENTITY,
    /* Translators: %s is the name of a server, such as crm.example.org */
    N_("The certificate was not made for “%s”, so nothing was sent. Check the address.") },
  { G_TLS_CERTIFICATE_EXPIRED,
    /* Translators: %s is the name of a server, such as crm.example.org */
    N_("The certificate of “%s” has expired, so nothing was sent. Check this computer's clock, "
       "or ask whoever runs the server to renew it.") },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED,
    /* Translators: %s is the name of a server, such as crm.example.org */
    N_("The certificate of “%s” is not valid yet, so nothing was sent. Check this computer's "
       "clock.") },
  { G_TLS_CERTIFICATE_INSECURE,
    /* Translators: %s is the name of a server, such as crm.example.org */
    N_("The certificate of “%s” uses a method that is no longer safe, so nothing was sent. Ask "
       "whoever runs the server.") },
  { G_TLS_CERTIFICATE_UNKNOWN_CA,
    /* Translators: %s is the name of a server, such as crm.example.org */
    N_("The certificate of “%s” was issued by nobody this computer knows, so nothing was sent. "
       "Ask whoever runs the server.") },
};

/**
 * clt_http_gate_check_status:
 * @status: the status of an answer
 * @reason: (nullable): the server's words for it
 * @error: return location for an error
 *
 * Says which of our errors a status is. Only 2xx is none.
 *
 * Returns: %TRUE if the answer is worth reading
 */
gboolean
clt_http_gate_check_status (guint        status,
                            const char  *reason,
                            GError     **error)
{
  if (SOUP_STATUS_IS_SUCCESSFUL (status))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (status >= statuses[i].first && status <= statuses[i].last)
      {
        g_set_error (error, CLT_ERROR, statuses[i].code, "%u %s", status,
                     reason != NULL ? reason : "");
        return FALSE;
      }

  g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED, "Nobody knows the status %u", status);

  return FALSE;
}

/**
 * clt_http_gate_is_html:
 * @headers: the headers of an answer
 *
 * Tells whether the answer is a page for people: a login page, a captive portal,
 * the error page of a proxy.
 *
 * Returns: %TRUE if it is
 */
gboolean
clt_http_gate_is_html (SoupMessageHeaders *headers)
{
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  return type != NULL && (g_ascii_strcasecmp (type, "text/html") == 0
                          || g_ascii_strcasecmp (type, "application/xhtml+xml") == 0);
}

static gboolean
clt_http_gate_is_json (SoupMessageHeaders *headers)
{
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  return type != NULL && (g_ascii_strcasecmp (type, "application/json") == 0
                          || g_str_has_suffix (type, "+json"));
}

/**
 * clt_http_gate_check_type:
 * @headers: the headers of an answer
 * @host: where it came from
 * @error: return location for an error
 *
 * Lets only JSON through. A page for people means that somebody else answered
 * than who was asked.
 *
 * Returns: %TRUE if the body claims to be JSON
 */
gboolean
clt_http_gate_check_type (SoupMessageHeaders  *headers,
                          const char          *host,
                          GError             **error)
{
  if (clt_http_gate_is_json (headers))
    return TRUE;

  /* Translators: %s is the name of a server, such as crm.example.org */
  g_set_error (error, CLT_ERROR, CLT_ERROR_NOT_A_CRM,
               _("“%s” answered with a web page instead of records. Check the address; if this "
                 "network has a sign-in page, open it in a browser first."), host);

  return FALSE;
}

/**
 * clt_http_gate_check_length:
 * @headers: the headers of an answer
 * @error: return location for an error
 *
 * Refuses a body whose own head says that it is over the cap, before a byte of it
 * is read. Without a Content-Length the reader has to count.
 *
 * Returns: %TRUE if the head has nothing against it
 */
gboolean
clt_http_gate_check_length (SoupMessageHeaders  *headers,
                            GError             **error)
{
  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH
      || soup_message_headers_get_content_length (headers) <= CLT_JSON_MAX_BYTES)
    return TRUE;

  g_set_error (error, CLT_ERROR, CLT_ERROR_TOO_LARGE,
               "The answer has %" G_GOFFSET_FORMAT " bytes; the limit is %d",
               soup_message_headers_get_content_length (headers), CLT_JSON_MAX_BYTES);

  return FALSE;
}

static gboolean
clt_http_gate_parse_date (const char *text,
                          gint64     *moment)
{
  g_autoptr (GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  if (date == NULL)
    return FALSE;

  *moment = g_date_time_to_unix (date) * CLT_USEC_PER_SECOND;

  return TRUE;
}

/**
 * clt_http_gate_find_retry_after:
 * @headers: the headers of an answer
 * @now: our clock, in microseconds since the Unix epoch, UTC
 *
 * Reads how long the server wants to be left alone: a number of seconds or a date.
 *
 * Returns: seconds, at most a day; 0 if the server did not say, or said nonsense
 */
guint
clt_http_gate_find_retry_after (SoupMessageHeaders *headers,
                                gint64              now)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  gint64 date, server_now;
  guint64 seconds;

  if (text == NULL)
    return 0;

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &seconds, NULL))
    return (guint) MIN (seconds, LONGEST_RETRY_AFTER_S);

  if (!clt_http_gate_parse_date (text, &date))
    return 0;

  /* A date of the server's clock: our own may be wrong by hours. */
  if (!clt_http_gate_find_date (headers, &server_now))
    server_now = now;

  return (guint) CLAMP ((date - server_now) / CLT_USEC_PER_SECOND, 0, LONGEST_RETRY_AFTER_S);
}

/**
 * clt_http_gate_find_date:
 * @headers: the headers of an answer
 * @moment: (out): when the server says that it answered
 *
 * Reads the server's clock, which has whole seconds.
 *
 * Returns: %TRUE if there was one
 */
gboolean
clt_http_gate_find_date (SoupMessageHeaders *headers,
                         gint64             *moment)
{
  return clt_http_gate_parse_date (soup_message_headers_get_one (headers, "Date"), moment);
}

/**
 * clt_http_gate_describe_flaws:
 * @flaws: what is wrong with a certificate
 * @host: the server that showed it
 *
 * Says in the user's language why a certificate is not trusted. There is no way
 * to go on anyway.
 *
 * Returns: (transfer full): the sentence
 */
char *
clt_http_gate_describe_flaws (GTlsCertificateFlags  flaws,
                              const char           *host)
{
  g_autoptr (GString) sentence = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (flaw_sentences) && sentence == NULL; i++)
    if (flaws & flaw_sentences[i].flaw)
      sentence = g_string_new (gettext (flaw_sentences[i].sentence));

  if (sentence == NULL)
    /* Translators: %s is the name of a server, such as crm.example.org */
    sentence = g_string_new (_("No safe connection to “%s” could be made, so nothing was sent. "
                               "Check the address and the port."));
  g_string_replace (sentence, "%s", host, 1);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/**
 * clt_http_gate_translate_error:
 * @error: what libsoup or GIO said
 * @flaws: what was wrong with the certificate, or 0
 * @host: the server
 *
 * Turns the failure to get an answer into one of our errors.
 *
 * Returns: (transfer full): a #CltError, or %G_IO_ERROR_CANCELLED as it was
 */
GError *
clt_http_gate_translate_error (const GError         *error,
                               GTlsCertificateFlags  flaws,
                               const char           *host)
{
  if (error->domain == CLT_ERROR || clt_error_is_cancelled (error))
    return g_error_copy (error);

  if (flaws != 0 || error->domain == G_TLS_ERROR)
    {
      g_autofree char *sentence = clt_http_gate_describe_flaws (flaws, host);

      g_debug ("TLS with %s failed: %s", host, error->message);
      return g_error_new_literal (CLT_ERROR, CLT_ERROR_TLS, sentence);
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_error_new_literal (CLT_ERROR, CLT_ERROR_TIMEOUT, error->message);

  if (g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING))
    return g_error_new (CLT_ERROR, CLT_ERROR_NOT_A_CRM,
                        /* Translators: %s is the name of a server, such as crm.example.org */
                        _("“%s” does not answer like a web server. Check the address and the "
                          "port."), host);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return g_error_new_literal (CLT_ERROR, CLT_ERROR_MALFORMED, error->message);

  return g_error_new_literal (CLT_ERROR, CLT_ERROR_NETWORK, error->message);
}
