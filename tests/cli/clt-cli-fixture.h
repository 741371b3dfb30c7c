/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-test.h"

G_BEGIN_DECLS

/* The real program, run as a person runs it, with data folders of its own. */
typedef struct
{
  CltTestDir *folder;
  int         status; /* of the last run: what it ended with */
  char       *out;    /* … what it printed */
  char       *err;
} CltCliFixture;

/* One command line and what comes of it. Patterns are regular expressions; NULL: nothing at all. */
typedef struct
{
  const char *what;
  const char *command; /* as a shell would read it, without the program's name */
  int         status;
  const char *out;
  const char *err;
} CltCliCase;

static inline void
clt_cli_fixture_set_up (CltCliFixture *self,
                        gconstpointer  unused)
{
  self->folder = clt_test_dir_new ();
}

static inline void
clt_cli_fixture_tear_down (CltCliFixture *self,
                           gconstpointer  unused)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  clt_test_dir_remove (self->folder);
}

static inline GSubprocessLauncher *
clt_cli_fixture_new_launcher (CltCliFixture *self)
{
  GSubprocessLauncher *launcher;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                        G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", self->folder, TRUE);
  /* No keyring of the person who runs the tests. */
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);

  return launcher;
}

/* @input: (nullable): what the program reads */
static inline void
clt_cli_fixture_run (CltCliFixture *self,
                     const char    *command,
                     const char    *input)
{
  g_autoptr (GSubprocessLauncher) launcher = clt_cli_fixture_new_launcher (self);
  g_autofree char *line = g_strconcat (g_getenv ("CLIENTELE_PROGRAM"), " ", command, NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);

  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);

  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
}

static inline void
clt_cli_fixture_match (const char *text,
                       const char *pattern)
{
  if (pattern == NULL)
    g_assert_cmpstr (text, ==, "");
  else if (!g_regex_match_simple (pattern, text, G_REGEX_MULTILINE | G_REGEX_DOTALL, 0))
    g_error ("“%s” is not like “%s”", text, pattern);
}

static inline void
clt_cli_fixture_check (CltCliFixture    *self,
                       const CltCliCase *row)
{
  g_test_message ("%s: %s", row->what, row->command);
  clt_cli_fixture_run (self, row->command, NULL);

  clt_cli_fixture_match (self->err, row->err);
  clt_cli_fixture_match (self->out, row->out);
  g_assert_cmpint (self->status, ==, row->status);
}

static inline void
clt_cli_fixture_check_all (CltCliFixture    *self,
                           const CltCliCase *rows,
                           gsize             n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    clt_cli_fixture_check (self, &rows[i]);
}

/* Runs something that has to succeed on the way to what is tested. */
static inline void
clt_cli_fixture_do (CltCliFixture *self,
                    const char    *command)
{
  clt_cli_fixture_run (self, command, NULL);
  clt_cli_fixture_match (self->err, NULL);
  g_assert_cmpint (self->status, ==, 0);
}

G_END_DECLS
