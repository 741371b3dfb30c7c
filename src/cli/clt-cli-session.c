/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-session"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-cli-private.h"
#include "clt-cli-words.h"
#include "clt-error.h"
#include "clt-keyring.h"

/* What the store calls its file. */
#define STORE_FILE "workspace.db"

/* Which workspace verbs work in when none is named: a file with its id. */
static char *
clt_cli_dup_last_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "clientele", "last-workspace", NULL);
}

static CltWorkspace *
clt_cli_find_last (CltCli *self)
{
  g_autofree char *path = clt_cli_dup_last_path ();
  g_autofree char *id = NULL;

  if (!g_file_get_contents (path, &id, NULL, NULL))
    return NULL;

  return clt_workspace_list_find (self->workspaces, g_strstrip (id));
}

/* It is a convenience: where it cannot be kept, verbs ask for a name next time. */
static void
clt_cli_remember (CltWorkspace *workspace)
{
  g_autofree char *path = clt_cli_dup_last_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  const char *id = clt_workspace_get_id (workspace);
  g_autofree char *known = NULL;

  if (g_file_get_contents (path, &known, NULL, NULL) && g_str_equal (known, id))
    return;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, id, -1, NULL);
}

static GPtrArray *
clt_cli_list_names (CltCli *self)
{
  GListModel *list = G_LIST_MODEL (self->workspaces);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CltWorkspace) workspace = g_list_model_get_item (list, i);

      g_ptr_array_add (names, g_strdup (clt_workspace_get_name (workspace)));
    }

  return names;
}

/* The only workspace, or the one used last. */
static CltWorkspace *
clt_cli_find_default (CltCli  *self,
                      GError **error)
{
  g_autoptr (GPtrArray) names = clt_cli_list_names (self);
  CltWorkspace *workspace = NULL;
  g_autofree char *list = NULL;

  if (names->len == 0)
    {
      g_set_error_literal (error, CLT_ERROR, CLT_ERROR_INVALID,
                           _("There is no workspace yet. Add one with “workspace add”."));
      return NULL;
    }

  if (names->len == 1)
    return clt_workspace_list_find (self->workspaces, g_ptr_array_index (names, 0));

  workspace = clt_cli_find_last (self);
  if (workspace != NULL)
    return workspace;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  clt_cli_set_usage_error (error, _("There are several workspaces. Name one with --workspace: %s"),
                           list);

  return NULL;
}

/**
 * clt_cli_find_workspace:
 * @self: a command line
 * @name: (nullable): its name or id; %NULL for the one to work in
 * @error: return location for an error of %CLT_CLI_ERROR
 *
 * Returns: (transfer none) (nullable): the workspace that is meant
 */
CltWorkspace *
clt_cli_find_workspace (CltCli      *self,
                        const char  *name,
                        GError     **error)
{
  CltWorkspace *workspace;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *hint = NULL;

  if (name == NULL)
    return clt_cli_find_default (self, error);

  workspace = clt_workspace_list_find (self->workspaces, name);
  if (workspace != NULL)
    return workspace;

  names = clt_cli_list_names (self);
  hint = clt_cli_dup_hint (name, names);
  clt_cli_set_usage_error (error, _("There is no workspace “%s”.%s"), name, hint);

  return NULL;
}

/**
 * clt_cli_keep_secret:
 * @self: a command line
 * @workspace: whose secret it is
 * @secret: the key or password
 * @is_kept: (out): whether it outlives this run: there is a keyring
 * @error: return location for an error
 *
 * Gives the secret to the keyring; without one it lasts as long as this run.
 *
 * Returns: whether it can be used now
 */
gboolean
clt_cli_keep_secret (CltCli        *self,
                     CltWorkspace  *workspace,
                     const char    *secret,
                     gboolean      *is_kept,
                     GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CltKeyringPlace place;

  clt_keyring_store_async (clt_workspace_get_id (workspace), clt_workspace_get_name (workspace),
                           secret, NULL, clt_cli_ready_cb, self);
  result = clt_cli_wait (self);
  if (!clt_keyring_store_finish (result, &place, error))
    return FALSE;

  *is_kept = place == CLT_KEYRING_KEPT;

  return TRUE;
}

/**
 * clt_cli_has_secret:
 * @self: a command line
 * @workspace: a workspace with a server
 *
 * Returns: whether a key or password is known
 */
gboolean
clt_cli_has_secret (CltCli       *self,
                    CltWorkspace *workspace)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *secret = NULL;

  clt_keyring_lookup_async (clt_workspace_get_id (workspace), NULL, clt_cli_ready_cb, self);
  result = clt_cli_wait (self);
  secret = clt_keyring_lookup_finish (result, NULL);

  return secret != NULL;
}

/* A workspace that was added and never opened has nothing to look at yet. */
static gboolean
clt_cli_was_opened (CltWorkspace *workspace)
{
  g_autofree char *path = g_build_filename (clt_workspace_get_folder (workspace), STORE_FILE, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * clt_cli_open:
 * @self: a command line
 * @read_only: whether the verb only looks, which it may do beside an open window
 * @error: return location for an error
 *
 * Opens the workspace that --workspace names, or the only one, or the last.
 *
 * Returns: whether it is open
 */
gboolean
clt_cli_open (CltCli    *self,
              gboolean   read_only,
              GError   **error)
{
  CltWorkspace *workspace = clt_cli_find_workspace (self, self->options.workspace, error);
  g_autoptr (GAsyncResult) result = NULL;

  if (workspace == NULL)
    return FALSE;

  clt_session_open_async (workspace, read_only && clt_cli_was_opened (workspace), NULL,
                          clt_cli_ready_cb, self);
  result = clt_cli_wait (self);
  self->session = clt_session_open_finish (result, error);
  if (self->session == NULL)
    return FALSE;

  clt_cli_remember (workspace);

  return TRUE;
}

/**
 * clt_cli_load:
 * @self: a command line with an open workspace
 * @entity: what kind of record
 * @id: its id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the record
 */
CltRecord *
clt_cli_load (CltCli      *self,
              const char  *entity,
              gint64       id,
              GError     **error)
{
  CltStore *store = clt_session_get_store (self->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) load_error = NULL;
  CltRecord *record;

  clt_store_load_async (store, entity, id, NULL, clt_cli_ready_cb, self);
  result = clt_cli_wait (self);
  record = clt_store_load_finish (store, result, &load_error);

  if (g_error_matches (load_error, CLT_ERROR, CLT_ERROR_NOT_FOUND))
    {
      g_autofree char *key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, entity, id);

      /* Translators: %s is how a record is named at the command line, such as customer/12 */
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, _("There is no %s."), key);
    }
  else if (load_error != NULL)
    g_propagate_error (error, g_steal_pointer (&load_error));

  return record;
}

/**
 * clt_cli_run_command:
 * @self: a command line with a workspace open for writing
 * @label: what is done
 * @changes: (element-type CltChange): the changes it is made of
 * @error: return location for an error
 *
 * Returns: whether the changes are on disk
 */
gboolean
clt_cli_run_command (CltCli      *self,
                     const char  *label,
                     GPtrArray   *changes,
                     GError     **error)
{
  CltCommandStack *commands = clt_session_get_commands (self->session);
  g_autoptr (GAsyncResult) result = NULL;

  clt_command_stack_run_async (commands, label, changes, NULL, clt_cli_ready_cb, self);
  result = clt_cli_wait (self);

  return clt_command_stack_run_finish (commands, result, error);
}
