/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-cli-private.h"
#include "clt-cli-verbs.h"
#include "clt-cli-words.h"
#include "clt-cli.h"
#include "clt-error.h"

#define EXIT_OK 0
#define EXIT_FAILED 1
#define EXIT_USAGE 2

static void
clt_cli_init (CltCli           *self,
              CltWorkspaceList *workspaces,
              GInputStream     *in,
              GOutputStream    *out,
              GOutputStream    *err)
{
  memset (self, 0, sizeof *self);
  self->workspaces = workspaces;
  self->in = in;
  self->out = g_buffered_output_stream_new (out);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self->out), FALSE);
  self->err = err;
  self->is_terminal = clt_cli_is_terminal (out);
}

static void
clt_cli_clear (CltCli *self)
{
  if (self->session != NULL)
    clt_workspace_close (clt_session_get_workspace (self->session));
  g_clear_object (&self->session);
  g_clear_object (&self->result);
  g_clear_object (&self->out);
  g_clear_error (&self->write_error);
  clt_cli_options_clear (&self->options);
}

static void
clt_cli_complain (CltCli       *self,
                  const GError *error)
{
  g_autofree char *sentence = error->domain == CLT_CLI_ERROR ? g_strdup (error->message)
                                                             : clt_error_dup_sentence (error);

  clt_cli_note (self, sentence);
}

static int
clt_cli_end (CltCli       *self,
             gboolean      succeeded,
             const GError *error)
{
  if (error == NULL)
    return succeeded ? EXIT_OK : EXIT_FAILED;

  /* Whoever reads our answer has read enough: “list customers | head”. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return EXIT_FAILED;

  clt_cli_complain (self, error);
  return error->domain == CLT_CLI_ERROR ? EXIT_USAGE : EXIT_FAILED;
}

static gboolean
clt_cli_help (CltCli  *self,
              char   **words,
              GError **error)
{
  int width = 0;

  clt_cli_print (self, "%s\n", _("Usage:"));
  clt_cli_print (self, "  clientele         %s\n", _("Open the window"));
  clt_cli_print (self, "  clientele VERB    %s\n\n", _("Do something without a window"));
  clt_cli_print (self, "%s\n", _("Verbs:"));

  for (guint i = 0; i < clt_cli_n_verbs; i++)
    width = MAX (width, (int) strlen (clt_cli_verbs[i].name));
  for (guint i = 0; i < clt_cli_n_verbs; i++)
    if (clt_cli_verbs[i].help != NULL)
      clt_cli_print (self, "  %-*s  %s\n", width, clt_cli_verbs[i].name,
                     _(clt_cli_verbs[i].help));

  clt_cli_print (self, "\n%s\n", _("“clientele VERB --help” says more about a verb."));

  return TRUE;
}

static gboolean
clt_cli_help_verb (CltCli     *self,
                   const CltCliVerb *verb)
{
  const char *words = verb->usage[0] != '\0' ? _(verb->usage) : "";
  g_autofree char *usage = g_strjoin (" ", verb->name, words, NULL);
  g_autofree char *help = clt_cli_options_dup_help (&self->options, verb->options, usage,
                                                    _(verb->help));

  clt_cli_print (self, "%s", help);

  return TRUE;
}

static void
clt_cli_set_unknown_verb (char   **words,
                          GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *typed = NULL;
  g_autofree char *hint = NULL;

  for (guint i = 0; i < clt_cli_n_verbs; i++)
    g_ptr_array_add (names, (gpointer) clt_cli_verbs[i].name);

  typed = g_str_equal (words[0], "workspace") && words[1] != NULL
    ? g_strjoin (" ", words[0], words[1], NULL)
    : g_utf8_make_valid (words[0], -1);
  hint = clt_cli_dup_hint (typed, names);
  clt_cli_set_usage_error (error, _("There is no verb “%s”.%s"), typed, hint);
}

static gboolean
clt_cli_run_verb (CltCli      *self,
                  const CltCliVerb  *verb,
                  char       **words,
                  GError     **error)
{
  const guint n_words = g_strv_length (words + 1);

  if (self->options.help)
    return clt_cli_help_verb (self, verb);

  if (n_words < verb->n_least || n_words > verb->n_most)
    {
      const char *usage = verb->usage[0] != '\0' ? _(verb->usage) : "";

      clt_cli_set_usage_error (error, _("Usage: clientele %s %s"), verb->name, usage);
      return FALSE;
    }

  return verb->run (self, words + 1, error);
}

/* @words: the arguments, the program's name first. */
static gboolean
clt_cli_dispatch (CltCli   *self,
                  char   ***words,
                  GError  **error)
{
  char **args = *words;
  const CltCliVerb *verb;
  guint n_names = 0;

  if (args[1] == NULL || g_str_equal (args[1], "--help") || g_str_equal (args[1], "-h"))
    return clt_cli_help (self, args + 1, error);

  if (g_str_equal (args[1], "--version"))
    {
      clt_cli_print (self, "clientele %s\n", PACKAGE_VERSION);
      return TRUE;
    }

  verb = clt_cli_find_verb (args + 1, &n_names);
  if (verb == NULL)
    {
      clt_cli_set_unknown_verb (args + 1, error);
      return FALSE;
    }

  /* The verb's name goes; the program's stays, since that is what the parser leaves alone. */
  for (; n_names > 0; n_names--)
    {
      g_free (args[1]);
      memmove (&args[1], &args[2], (g_strv_length (args + 2) + 1) * sizeof *args);
    }

  return clt_cli_options_parse (&self->options, verb->options, words, error) &&
         clt_cli_run_verb (self, verb, *words, error);
}

/**
 * clt_cli_is_verb:
 * @argument: (nullable): the program's first argument
 *
 * Returns: whether the command line is meant: a word, be it a verb or a mistyped
 *   one, --help or --version; an address or another option is for the window
 */
gboolean
clt_cli_is_verb (const char *argument)
{
  if (argument == NULL || argument[0] == '\0')
    return FALSE;

  if (argument[0] == '-')
    return g_str_equal (argument, "--help") || g_str_equal (argument, "-h") ||
           g_str_equal (argument, "--version");

  return strchr (argument, ':') == NULL;
}

/**
 * clt_cli_run:
 * @workspaces: where the records are
 * @argc: how many arguments
 * @argv: the arguments, the program's name first
 * @in: read where an option asks for it
 * @out: where answers go
 * @err: where one line goes if it fails
 *
 * Runs a verb to its end, on a main loop of its own.
 *
 * Returns: the exit status: 0 only on success, 1 if it failed, 2 if the command
 *   line made no sense
 */
int
clt_cli_run (CltWorkspaceList  *workspaces,
             int                argc,
             char             **argv,
             GInputStream      *in,
             GOutputStream     *out,
             GOutputStream     *err)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  CltCli self;
  gboolean succeeded;
  int status;

  g_return_val_if_fail (CLT_IS_WORKSPACE_LIST (workspaces), EXIT_FAILED);
  g_return_val_if_fail (argc > 0, EXIT_FAILED);

  clt_cli_init (&self, workspaces, in, out, err);
  words = g_strdupv (argv);

  succeeded = clt_cli_dispatch (&self, &words, &error) && clt_cli_check_written (&self, &error);
  status = clt_cli_end (&self, succeeded, error);
  clt_cli_clear (&self);

  return status;
}
