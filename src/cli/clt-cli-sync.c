/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-sync"

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>

#include "clt-cli-private.h"
#include "clt-error.h"
#include "clt-time.h"

/* Back to the beginning of the line, and away with what stood there. */
#define NEW_TEXT "\r\033[K"

static void
clt_cli_show_progress (CltCli     *self,
                       const char *text)
{
  g_autofree char *line = g_strconcat (NEW_TEXT, text, NULL);

  g_output_stream_write_all (self->err, line, strlen (line), NULL, NULL, NULL);
}

static void
clt_cli_progress_cb (CltEngine  *engine,
                     GParamSpec *pspec,
                     CltCli     *self)
{
  g_autofree char *words = clt_engine_dup_words (engine);

  clt_cli_show_progress (self, words);
}

/* Ctrl+C: what is stored stays, and the next run goes on from there. */
static gboolean
clt_cli_interrupt_cb (gpointer user_data)
{
  clt_engine_cancel (CLT_ENGINE (user_data));

  return G_SOURCE_CONTINUE;
}

static gboolean
clt_cli_run_engine (CltCli     *self,
                    CltEngine  *engine,
                    GError    **error)
{
  const gboolean is_watched = clt_cli_is_terminal (self->err);
  const guint interrupt = g_unix_signal_add (SIGINT, clt_cli_interrupt_cb, engine);
  g_autoptr (GAsyncResult) result = NULL;
  gulong handler = 0;
  gboolean succeeded;

  if (is_watched)
    handler = g_signal_connect (engine, "notify", G_CALLBACK (clt_cli_progress_cb), self);

  clt_engine_sync_async (engine, NULL, clt_cli_ready_cb, self);
  result = clt_cli_wait (self);
  succeeded = clt_engine_sync_finish (engine, result, error);

  g_source_remove (interrupt);
  if (is_watched)
    {
      g_signal_handler_disconnect (engine, handler);
      clt_cli_show_progress (self, "");
    }

  return succeeded;
}

/* There is somebody to ask, and a key to ask with. */
static gboolean
clt_cli_prepare_sync (CltCli        *self,
                      CltWorkspace  *workspace,
                      GError       **error)
{
  g_autofree char *secret = NULL;
  gboolean is_kept;

  if (!clt_workspace_has_server (workspace))
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
                   _("“%s” is on this computer only, there is no server to ask."),
                   clt_workspace_get_name (workspace));
      return FALSE;
    }

  if (self->options.secret_stdin)
    {
      secret = clt_cli_read_line (self, error);
      return secret != NULL && clt_cli_keep_secret (self, workspace, secret, &is_kept, error);
    }

  if (!clt_cli_has_secret (self, workspace))
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
                   _("The key for “%s” is not known. Give it with “sync --secret-stdin”."),
                   clt_workspace_get_name (workspace));
      return FALSE;
    }

  return TRUE;
}

/**
 * clt_cli_sync:
 * @self: a command line
 * @words: none
 * @error: return location for an error
 *
 * Fetches what is new on the server. A person who looks on sees how far it is.
 *
 * Returns: whether everything was fetched
 */
gboolean
clt_cli_sync (CltCli  *self,
              char   **words,
              GError **error)
{
  CltWorkspace *workspace = clt_cli_find_workspace (self, self->options.workspace, error);
  CltEngine *engine;
  g_autofree char *when = NULL;
  g_autofree char *answer = NULL;

  if (workspace == NULL || !clt_cli_prepare_sync (self, workspace, error) ||
      !clt_cli_open (self, FALSE, error))
    return FALSE;

  engine = clt_session_get_engine (self->session);
  if (!clt_cli_run_engine (self, engine, error))
    return FALSE;

  when = clt_time_to_iso (clt_engine_get_last_sync (engine));
  answer = clt_engine_dup_words (engine);
  if (self->options.json)
    clt_cli_print (self, "{\"last_sync\":\"%s\"}\n", when);
  else
    clt_cli_print (self, "%s\n", answer);

  return TRUE;
}
