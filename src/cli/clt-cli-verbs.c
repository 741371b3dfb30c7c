/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-verbs"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-cli-verbs.h"

#define QUERY (CLT_CLI_OPTIONS_WORKSPACE | CLT_CLI_OPTIONS_QUERY | CLT_CLI_OPTIONS_COLUMNS)
#define ANY G_MAXUINT

/* The words of “usage” also tell the shell what to offer; see clt-cli-complete.c. */
const CltCliVerb clt_cli_verbs[] = {
  { "list", N_("ENTITY"), N_("List records"),
    1, 1, QUERY | CLT_CLI_OPTIONS_LIMIT, clt_cli_list },
  { "show", N_("ENTITY/ID"), N_("Show a record"),
    1, 2, CLT_CLI_OPTIONS_WORKSPACE, clt_cli_show },
  { "search", N_("TEXT"), N_("Find records of every kind by their words"),
    1, ANY, CLT_CLI_OPTIONS_WORKSPACE | CLT_CLI_OPTIONS_ENTITY | CLT_CLI_OPTIONS_LIMIT,
    clt_cli_search },
  { "new", N_("ENTITY FIELD=VALUE…"), N_("Make a record"),
    2, ANY, CLT_CLI_OPTIONS_WORKSPACE, clt_cli_new },
  { "set", N_("ENTITY/ID FIELD=VALUE…"), N_("Change a record"),
    2, ANY, CLT_CLI_OPTIONS_WORKSPACE, clt_cli_set },
  { "delete", N_("ENTITY/ID…"), N_("Delete records"),
    1, ANY, CLT_CLI_OPTIONS_WORKSPACE, clt_cli_delete },
  { "export", N_("ENTITY"), N_("Write records to a file"),
    1, 1, QUERY | CLT_CLI_OPTIONS_FILE, clt_cli_export },
  { "sync", "", N_("Fetch what is new on the server"),
    0, 0, CLT_CLI_OPTIONS_WORKSPACE | CLT_CLI_OPTIONS_SECRET, clt_cli_sync },
  { "workspace list", "", N_("List the workspaces"),
    0, 0, CLT_CLI_OPTIONS_NONE, clt_cli_workspace_list },
  { "workspace add", N_("NAME"), N_("Add a workspace: on this computer, or for a server"),
    1, 1, CLT_CLI_OPTIONS_SERVER | CLT_CLI_OPTIONS_SECRET, clt_cli_workspace_add },
  { "workspace remove", N_("NAME"), N_("Remove a workspace and everything in it"),
    1, 1, CLT_CLI_OPTIONS_YES, clt_cli_workspace_remove },
  { "complete", N_("WORD…"), NULL,
    1, ANY, CLT_CLI_OPTIONS_NONE, clt_cli_complete },
};

const guint clt_cli_n_verbs = G_N_ELEMENTS (clt_cli_verbs);

/**
 * clt_cli_find_verb:
 * @words: (array zero-terminated=1): what was typed after the program's name
 * @n_words: (out): how many of them are the verb's name
 *
 * Returns: (transfer none) (nullable): the verb that the words begin with
 */
const CltCliVerb *
clt_cli_find_verb (char  **words,
                   guint  *n_words)
{
  for (guint i = 0; i < clt_cli_n_verbs; i++)
    {
      g_auto (GStrv) names = g_strsplit (clt_cli_verbs[i].name, " ", -1);
      guint n = 0;

      while (names[n] != NULL && g_strcmp0 (names[n], words[n]) == 0)
        n++;
      if (names[n] == NULL)
        {
          *n_words = n;
          return &clt_cli_verbs[i];
        }
    }

  return NULL;
}
