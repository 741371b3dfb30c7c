/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-error"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"

typedef enum
{
  WORDS_OURS,    /* the sentence says it all */
  WORDS_QUOTED,  /* the error's message takes the place of %s in the sentence */
  WORDS_MESSAGE, /* the error's message is already a sentence for the user */
} Words;

typedef struct
{
  CltError    code;
  const char *nick;
  gboolean    is_transient; /* the same request may succeed later, with nobody doing anything */
  Words       words;
  const char *sentence;     /* what happened, what it means, what to do */
} ErrorRow;

static const ErrorRow rows[] = {
  { CLT_ERROR_FAILED, "failed", FALSE, WORDS_QUOTED,
    /* Translators: %s is a technical description of the problem */
    N_("Something went wrong: %s") },
  { CLT_ERROR_INVALID, "invalid", FALSE, WORDS_MESSAGE,
    N_("This value cannot be used. Please check it.") },
  { CLT_ERROR_NOT_FOUND, "not-found", FALSE, WORDS_OURS,
    N_("This no longer exists, or you may not see it. Synchronise to get the current state.") },
  { CLT_ERROR_NETWORK, "network", TRUE, WORDS_OURS,
    N_("The server cannot be reached. Your changes are kept on this computer and sent when the "
       "connection is back.") },
  { CLT_ERROR_TIMEOUT, "timeout", TRUE, WORDS_OURS,
    N_("The server did not answer in time. Your changes are kept on this computer and sent "
       "later.") },
  { CLT_ERROR_TLS, "tls", FALSE, WORDS_MESSAGE,
    N_("The server's certificate cannot be trusted, so nothing was sent. Check the address, or "
       "ask whoever runs the server.") },
  { CLT_ERROR_UNAUTHORIZED, "unauthorized", FALSE, WORDS_OURS,
    N_("The server does not accept your key. It may be wrong, expired or withdrawn: sign in "
       "again.") },
  { CLT_ERROR_FORBIDDEN, "forbidden", FALSE, WORDS_OURS,
    N_("Your account on the server may not do this. Ask an administrator for the right to do "
       "it.") },
  { CLT_ERROR_CONFLICT, "conflict", FALSE, WORDS_OURS,
    N_("Somebody else changed this at the same time. Both versions are kept: choose which one "
       "is right.") },
  { CLT_ERROR_REFUSED, "refused", FALSE, WORDS_QUOTED,
    /* Translators: %s is the server's own explanation */
    N_("The server refused: “%s”") },
  { CLT_ERROR_RATE_LIMITED, "rate-limited", TRUE, WORDS_OURS,
    N_("The server asked us to slow down. Clientele waits and goes on by itself.") },
  { CLT_ERROR_SERVER, "server", TRUE, WORDS_OURS,
    N_("The server has a problem of its own. Clientele tries again later; your changes are "
       "kept.") },
  { CLT_ERROR_REDIRECTED, "redirected", FALSE, WORDS_MESSAGE,
    N_("The server sent us to another address. Check the address of the workspace; your key "
       "was not sent there.") },
  { CLT_ERROR_NOT_A_CRM, "not-a-crm", FALSE, WORDS_MESSAGE,
    N_("There is no CRM server of this kind at this address. Check the address, or sign in to "
       "the network you are using.") },
  { CLT_ERROR_MALFORMED, "malformed", TRUE, WORDS_OURS,
    N_("The server's answer was damaged or incomplete, so nothing of it was used. Clientele "
       "tries again later.") },
  { CLT_ERROR_TOO_LARGE, "too-large", FALSE, WORDS_OURS,
    N_("This is larger than Clientele accepts, so nothing of it was used.") },
  { CLT_ERROR_DISK_FULL, "disk-full", FALSE, WORDS_OURS,
    N_("The disk is full, so nothing could be saved. Free some space and try again.") },
  { CLT_ERROR_READ_ONLY, "read-only", FALSE, WORDS_OURS,
    N_("The folder cannot be written to, so nothing could be saved. Check its permissions.") },
  { CLT_ERROR_CORRUPT, "corrupt", FALSE, WORDS_OURS,
    N_("The workspace's file is damaged. It was left as it is; restore it from a backup.") },
  { CLT_ERROR_NEWER, "newer", FALSE, WORDS_OURS,
    N_("This workspace was last used by a newer version of Clientele, and this one would damage "
       "it. Update Clientele to open it.") },
  { CLT_ERROR_BUSY, "busy", FALSE, WORDS_OURS,
    N_("This workspace is already open in another Clientele. Close that one first.") },
  { CLT_ERROR_STORE, "store", FALSE, WORDS_QUOTED,
    /* Translators: %s is a technical description of the problem */
    N_("The workspace's file cannot be used: %s") },
};

/* What GIO calls our errors. Whatever is not listed is CLT_ERROR_FAILED. */
static const struct
{
  GQuark   (*domain) (void);
  int      code;
  CltError ours;
} foreign[] = {
  { g_io_error_quark, G_IO_ERROR_HOST_NOT_FOUND, CLT_ERROR_NETWORK },
  { g_io_error_quark, G_IO_ERROR_HOST_UNREACHABLE, CLT_ERROR_NETWORK },
  { g_io_error_quark, G_IO_ERROR_NETWORK_UNREACHABLE, CLT_ERROR_NETWORK },
  { g_io_error_quark, G_IO_ERROR_CONNECTION_REFUSED, CLT_ERROR_NETWORK },
  { g_io_error_quark, G_IO_ERROR_CONNECTION_CLOSED, CLT_ERROR_NETWORK }, /* and BROKEN_PIPE */
  { g_io_error_quark, G_IO_ERROR_NOT_CONNECTED, CLT_ERROR_NETWORK },
  { g_io_error_quark, G_IO_ERROR_PARTIAL_INPUT, CLT_ERROR_NETWORK },
  { g_io_error_quark, G_IO_ERROR_PROXY_FAILED, CLT_ERROR_NETWORK },
  { g_io_error_quark, G_IO_ERROR_TIMED_OUT, CLT_ERROR_TIMEOUT },
  { g_io_error_quark, G_IO_ERROR_NOT_FOUND, CLT_ERROR_NOT_FOUND },
  { g_io_error_quark, G_IO_ERROR_INVALID_ARGUMENT, CLT_ERROR_INVALID },
  { g_io_error_quark, G_IO_ERROR_INVALID_DATA, CLT_ERROR_MALFORMED },
  { g_io_error_quark, G_IO_ERROR_MESSAGE_TOO_LARGE, CLT_ERROR_TOO_LARGE },
  { g_io_error_quark, G_IO_ERROR_NO_SPACE, CLT_ERROR_DISK_FULL },
  { g_io_error_quark, G_IO_ERROR_READ_ONLY, CLT_ERROR_READ_ONLY },
  { g_io_error_quark, G_IO_ERROR_PERMISSION_DENIED, CLT_ERROR_READ_ONLY },
  { g_io_error_quark, G_IO_ERROR_BUSY, CLT_ERROR_BUSY },
  { g_file_error_quark, G_FILE_ERROR_NOSPC, CLT_ERROR_DISK_FULL },
  { g_file_error_quark, G_FILE_ERROR_ROFS, CLT_ERROR_READ_ONLY },
  { g_file_error_quark, G_FILE_ERROR_ACCES, CLT_ERROR_READ_ONLY },
  { g_file_error_quark, G_FILE_ERROR_PERM, CLT_ERROR_READ_ONLY },
  { g_file_error_quark, G_FILE_ERROR_NOENT, CLT_ERROR_NOT_FOUND },
  { g_resolver_error_quark, G_RESOLVER_ERROR_NOT_FOUND, CLT_ERROR_NETWORK },
  { g_resolver_error_quark, G_RESOLVER_ERROR_TEMPORARY_FAILURE, CLT_ERROR_NETWORK },
  { g_tls_error_quark, G_TLS_ERROR_BAD_CERTIFICATE, CLT_ERROR_TLS },
  { g_tls_error_quark, G_TLS_ERROR_NOT_TLS, CLT_ERROR_TLS },
  { g_tls_error_quark, G_TLS_ERROR_HANDSHAKE, CLT_ERROR_TLS },
  { g_tls_error_quark, G_TLS_ERROR_CERTIFICATE_REQUIRED, CLT_ERROR_TLS },
  { g_tls_error_quark, G_TLS_ERROR_EOF, CLT_ERROR_NETWORK },
};

G_DEFINE_QUARK (clt-error-quark, clt_error)

static CltError
clt_error_find_code (const GError *error)
{
  if (error->domain == CLT_ERROR)
    return error->code;

  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (g_error_matches (error, foreign[i].domain (), foreign[i].code))
      return foreign[i].ours;

  return CLT_ERROR_FAILED;
}

static const ErrorRow *
clt_error_find_row (const GError *error)
{
  const CltError code = clt_error_find_code (error);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].code == code)
      return &rows[i];

  return &rows[0];
}

/**
 * clt_error_is_transient:
 * @error: an error of any domain
 *
 * Tells whether what failed may succeed later without anybody doing anything,
 * so that it is worth trying again.
 *
 * Returns: %TRUE if it is; a cancelled operation is not
 */
gboolean
clt_error_is_transient (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return clt_error_find_row (error)->is_transient;
}

/**
 * clt_error_is_cancelled:
 * @error: (nullable): an error of any domain
 *
 * Tells whether the error only says that somebody stopped waiting. Such an error
 * is never shown.
 *
 * Returns: %TRUE if it does; %FALSE for %NULL
 */
gboolean
clt_error_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/**
 * clt_error_dup_sentence:
 * @error: an error of any domain
 *
 * Says in the user's language what happened, what it means and what to do.
 *
 * The message of an error is for the log, with these exceptions: that of
 * %CLT_ERROR_REFUSED is the server's own words, which are quoted; those of
 * %CLT_ERROR_INVALID, %CLT_ERROR_TLS, %CLT_ERROR_REDIRECTED and
 * %CLT_ERROR_NOT_A_CRM are sentences already, which name the value or the server.
 *
 * Returns: (transfer full): one to three sentences, plain text
 */
char *
clt_error_dup_sentence (const GError *error)
{
  g_autoptr (GString) sentence = NULL;
  const ErrorRow *row;

  g_return_val_if_fail (error != NULL, NULL);

  row = clt_error_find_row (error);
  if (row->words == WORDS_MESSAGE && error->domain == CLT_ERROR)
    return g_strdup (error->message);

  sentence = g_string_new (gettext (row->sentence));
  if (row->words == WORDS_QUOTED)
    g_string_replace (sentence, "%s", error->message, 1);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/**
 * clt_error_get_code_name:
 * @error: an error of any domain
 *
 * Gets the name of the error's code for logs, tests and `--json`. An error of
 * GIO has the name of the code that it means to us.
 *
 * Returns: a name such as "rate-limited", never translated
 */
const char *
clt_error_get_code_name (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (clt_error_is_cancelled (error))
    return "cancelled";

  return clt_error_find_row (error)->nick;
}
