/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-error.h"
#include "clt-http.h"

static const struct
{
  const char *typed;
  const char *origin;
} good[] = {
  { "crm.example.org", "https://crm.example.org/" },
  { "  crm.example.org\n", "https://crm.example.org/" },
  { "https://crm.example.org", "https://crm.example.org/" },
  { "HTTPS://CRM.Example.ORG/", "https://crm.example.org/" },
  { "crm.example.org:8443", "https://crm.example.org:8443/" },
  { "https://acme.odoo.com/odoo/contacts?view=kanban#x", "https://acme.odoo.com/" },
  { "localhost:8069", "http://localhost:8069/" },
  { "127.0.0.1:8069", "http://127.0.0.1:8069/" },
  { "[::1]:8069", "http://[::1]:8069/" },
  { "http://localhost:8069/odoo", "http://localhost:8069/" },
  { "http://crm.localhost", "http://crm.localhost/" },
  { "https://localhost", "https://localhost/" },
  { "192.168.1.7", "https://192.168.1.7/" },
  { "https://客户.example.cn", "https://xn--ubt06m.example.cn/" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = clt_http_parse_origin (good[i].typed, &error);
      g_autofree char *origin = NULL;

      g_test_message ("%s", good[i].typed);
      g_assert_no_error (error);
      origin = g_uri_to_string (uri);
      g_assert_cmpstr (origin, ==, good[i].origin);
    }
}

static const struct
{
  const char *typed;
  const char *words; /* in the sentence */
} bad[] = {
  { "", "Enter the address" },
  { "   ", "Enter the address" },
  { "our crm", "not the address" },
  { "https://", "lacks the name" },
  { "https:///odoo", "lacks the name" },
  { "https://crm.example.org:99999", "not the address" },
  { "<script>", "not the address" },
  { "ftp://crm.example.org", "begins with https://" },
  { "file:///etc/passwd", "begins with https://" },
  { "http://crm.example.org", "Without encryption" },
  { "http://192.168.1.7:8069", "Without encryption" },
  { "http://localhost.example.org", "Without encryption" },
  { "https://admin:secret@crm.example.org", "Leave the user name" },
  { "admin@crm.example.org", "Leave the user name" },
  { "\xff\xfe", "not the address" },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = clt_http_parse_origin (bad[i].typed, &error);

      g_test_message ("“%s”: %s", i == G_N_ELEMENTS (bad) - 1 ? "?" : bad[i].typed,
                      error != NULL ? error->message : "taken");
      g_assert_null (uri);
      g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, bad[i].words));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http-origin/good", test_good);
  g_test_add_func ("/http-origin/bad", test_bad);

  return g_test_run ();
}
