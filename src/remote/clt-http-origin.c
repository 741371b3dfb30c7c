/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-http-origin"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-error.h"
#include "clt-http.h"

static gboolean
clt_http_origin_is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  return g_ascii_strcasecmp (host, "localhost") == 0 || g_str_has_suffix (host, ".localhost");
}

static gboolean
clt_http_origin_refuse (GError     **error,
                        const char  *sentence)
{
  g_set_error_literal (error, CLT_ERROR, CLT_ERROR_INVALID, sentence);

  return FALSE;
}

static gboolean
clt_http_origin_check (GUri    *uri,
                       GError **error)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if (strcmp (scheme, "https") != 0 && strcmp (scheme, "http") != 0)
    return clt_http_origin_refuse (error, _("The address of a server begins with https://."));

  if (host == NULL || *host == '\0')
    return clt_http_origin_refuse (error, _("The address lacks the name of the server."));

  if (g_uri_get_userinfo (uri) != NULL)
    return clt_http_origin_refuse (error, _("Leave the user name and the password out of the "
                                            "address; the form has fields for them."));

  if (strcmp (scheme, "http") == 0 && !clt_http_origin_is_loopback (host))
    return clt_http_origin_refuse (error, _("Without encryption, everybody on the way could read "
                                            "your records and your key. Use an address that "
                                            "begins with https://."));

  return TRUE;
}

/* "localhost:8069" is a server on this computer and seldom has a certificate. */
static GUri *
clt_http_origin_parse_with_scheme (const char  *text,
                                   GError     **error)
{
  g_autofree char *with_scheme = g_strconcat ("https://", text, NULL);
  g_autoptr (GUri) uri = g_uri_parse (with_scheme, SOUP_HTTP_URI_FLAGS, error);

  if (uri != NULL && g_uri_get_host (uri) != NULL
      && clt_http_origin_is_loopback (g_uri_get_host (uri)))
    {
      g_free (with_scheme);
      with_scheme = g_strconcat ("http://", text, NULL);
      return g_uri_parse (with_scheme, SOUP_HTTP_URI_FLAGS, error);
    }

  return g_steal_pointer (&uri);
}

/**
 * clt_http_parse_origin:
 * @text: what somebody typed or pasted as the address of a server
 * @error: return location for an error
 *
 * Finds the origin in it: scheme, host and port. A path, such as that of the page
 * it was copied from, is left out; a missing scheme is https, or http for this
 * computer itself. Plain http to anywhere else is refused.
 *
 * Returns: (transfer full) (nullable): the origin, or %NULL with
 *   %CLT_ERROR_INVALID and a sentence for the person who typed it
 */
GUri *
clt_http_parse_origin (const char  *text,
                       GError     **error)
{
  g_autofree char *stripped = NULL;
  g_autofree char *host = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    {
      clt_http_origin_refuse (error, _("Enter the address of your server."));
      return NULL;
    }

  if (strpbrk (stripped, " \t\r\n\"<>\\^`{|}") == NULL && g_utf8_validate (stripped, -1, NULL))
    uri = strstr (stripped, "://") != NULL
          ? g_uri_parse (stripped, SOUP_HTTP_URI_FLAGS, NULL)
          : clt_http_origin_parse_with_scheme (stripped, NULL);

  if (uri == NULL)
    {
      g_autofree char *legible = g_utf8_make_valid (stripped, -1);

      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
                   /* Translators: %s is what somebody typed as the address of a server */
                   _("“%s” is not the address of a server. It looks like "
                     "https://crm.example.org."), legible);
      return NULL;
    }

  if (!clt_http_origin_check (uri, error))
    return NULL;

  host = g_ascii_strdown (g_uri_get_host (uri), -1);

  return g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (uri), NULL, host,
                      g_uri_get_port (uri), "/", NULL, NULL);
}
