/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "clt-error.h"

static GQuark
unknown_quark (void)
{
  return g_quark_from_static_string ("somebody-elses-error");
}

static const struct
{
  const char *what;
  GQuark    (*domain) (void);
  int         code;
  const char *name;
  gboolean    is_transient;
  const char *words; /* that the sentence has */
} errors[] = {
  { "our own codes are found", clt_error_quark, CLT_ERROR_RATE_LIMITED,
    "rate-limited", TRUE, "slow down" },
  { "a refusal quotes the server", clt_error_quark, CLT_ERROR_REFUSED,
    "refused", FALSE, "The server refused: “100% wrong”" },
  { "an invalid value says itself what is wrong", clt_error_quark, CLT_ERROR_INVALID,
    "invalid", FALSE, "100% wrong" },
  { "what has no better word quotes the technical one", clt_error_quark, CLT_ERROR_FAILED,
    "failed", FALSE, "Something went wrong: 100% wrong" },
  { "a damaged answer is worth asking again", clt_error_quark, CLT_ERROR_MALFORMED,
    "malformed", TRUE, "damaged" },
  { "a wrong key is not", clt_error_quark, CLT_ERROR_UNAUTHORIZED,
    "unauthorized", FALSE, "sign in" },
  { "a host that is not found is the network", g_io_error_quark, G_IO_ERROR_HOST_NOT_FOUND,
    "network", TRUE, "cannot be reached" },
  { "so is a resolver's complaint", g_resolver_error_quark, G_RESOLVER_ERROR_NOT_FOUND,
    "network", TRUE, "cannot be reached" },
  { "so is a refused connection", g_io_error_quark, G_IO_ERROR_CONNECTION_REFUSED,
    "network", TRUE, "cannot be reached" },
  { "and a broken pipe", g_io_error_quark, G_IO_ERROR_BROKEN_PIPE,
    "network", TRUE, "cannot be reached" },
  { "a socket that timed out", g_io_error_quark, G_IO_ERROR_TIMED_OUT,
    "timeout", TRUE, "in time" },
  { "a bad certificate will not get better", g_tls_error_quark, G_TLS_ERROR_BAD_CERTIFICATE,
    "tls", FALSE, "certificate" },
  { "a full disk, said by a stream", g_io_error_quark, G_IO_ERROR_NO_SPACE,
    "disk-full", FALSE, "Free some space" },
  { "a full disk, said by a file", g_file_error_quark, G_FILE_ERROR_NOSPC,
    "disk-full", FALSE, "Free some space" },
  { "a folder that cannot be written", g_io_error_quark, G_IO_ERROR_READ_ONLY,
    "read-only", FALSE, "permissions" },
  { "an invalid argument of GIO does not show its technical words", g_io_error_quark,
    G_IO_ERROR_INVALID_ARGUMENT, "invalid", FALSE, "Please check it" },
  { "an unknown domain is a failure", unknown_quark, 7, "failed", FALSE, "100% wrong" },
  { "an unknown code of ours is a failure", clt_error_quark, 999, "failed", FALSE, "100% wrong" },
};

static void
test_errors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (errors[i].domain (), errors[i].code,
                                                      "100% wrong");
      g_autofree char *sentence = clt_error_dup_sentence (error);

      g_test_message ("%s", errors[i].what);
      g_assert_cmpstr (clt_error_get_code_name (error), ==, errors[i].name);
      g_assert_cmpint (clt_error_is_transient (error), ==, errors[i].is_transient);
      g_assert_nonnull (strstr (sentence, errors[i].words));
    }
}

static void
test_every_code (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_test_message ("each code has a name of its own and a sentence that ends");
  for (int code = CLT_ERROR_FAILED; code <= CLT_ERROR_STORE; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (CLT_ERROR, code, "this.");
      g_autofree char *sentence = clt_error_dup_sentence (error);

      g_assert_true (g_hash_table_add (names, (gpointer) clt_error_get_code_name (error)));
      g_assert_true (g_str_has_suffix (sentence, ".") || g_str_has_suffix (sentence, "”"));
      g_assert_null (strstr (sentence, "%s"));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "…");
  g_autoptr (GError) other = g_error_new_literal (CLT_ERROR, CLT_ERROR_NETWORK, "…");

  g_test_message ("only a cancelled operation is cancelled, and it is not tried again");
  g_assert_true (clt_error_is_cancelled (cancelled));
  g_assert_false (clt_error_is_transient (cancelled));
  g_assert_cmpstr (clt_error_get_code_name (cancelled), ==, "cancelled");
  g_assert_false (clt_error_is_cancelled (other));
  g_assert_false (clt_error_is_cancelled (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error/errors", test_errors);
  g_test_add_func ("/error/every-code", test_every_code);
  g_test_add_func ("/error/cancelled", test_cancelled);

  return g_test_run ();
}
