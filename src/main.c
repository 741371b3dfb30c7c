/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

#include "clt-application.h"
#include "clt-cli.h"

/* Other programs read what a verb writes to its error output: messages for the curious are left
 * out unless they are asked for. Warnings stay: they are our mistakes. */
static GLogWriterOutput
main_write_log_cb (GLogLevelFlags   level,
                   const GLogField *fields,
                   gsize            n_fields,
                   gpointer         unused)
{
  if ((level & (G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO)) != 0 &&
      g_getenv ("G_MESSAGES_DEBUG") == NULL)
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, NULL);
}

static int
main_run_verb (int    argc,
               char **argv)
{
  g_autoptr (CltWorkspaceList) workspaces = NULL;
  g_autoptr (GInputStream) in = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) out = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GOutputStream) err = g_unix_output_stream_new (STDERR_FILENO, FALSE);

  /* A reader that went away is an error like others, not the end of us in the middle of work. */
  signal (SIGPIPE, SIG_IGN);
  g_log_set_writer_func (main_write_log_cb, NULL, NULL);
  workspaces = clt_workspace_list_new (NULL);

  return clt_cli_run (workspaces, argc, argv, in, out, err);
}

/* What is not installed has its translations in the build folder, and says so. */
static const char *
main_get_locale_dir (void)
{
  const char *folder = g_getenv ("CLIENTELE_LOCALE_DIR");

  return folder != NULL ? folder : LOCALE_DIR;
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, main_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("clientele");

  if (argc > 1 && clt_cli_is_verb (argv[1]))
    return main_run_verb (argc, argv);

  return clt_ui_run (argc, argv);
}
