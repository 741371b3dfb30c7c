/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-workspace"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-cli-json.h"
#include "clt-cli-table.h"
#include "clt-cli-words.h"
#include "clt-connector-registry.h"
#include "clt-text.h"

#define DEFAULT_KIND CLT_WORKSPACE_LOCAL

/* What stands for a secret that was not given, where only the other settings are looked at. */
#define SOME_SECRET "-"

static JsonNode *
clt_cli_workspace_to_json (CltWorkspace *workspace)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", clt_workspace_get_id (workspace));
  json_object_set_string_member (object, "name", clt_workspace_get_name (workspace));
  json_object_set_string_member (object, "kind", clt_workspace_get_kind (workspace));
  json_object_set_string_member (object, "folder", clt_workspace_get_folder (workspace));

  return clt_cli_take_object (object);
}

static void
clt_cli_print_workspaces_json (CltCli *self)
{
  GListModel *list = G_LIST_MODEL (self->workspaces);
  JsonArray *array = json_array_new ();
  g_autoptr (JsonNode) node = clt_cli_take_array (array);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CltWorkspace) workspace = g_list_model_get_item (list, i);

      json_array_add_element (array, clt_cli_workspace_to_json (workspace));
    }

  clt_cli_print_json (self, node);
}

static void
clt_cli_print_workspaces (CltCli *self)
{
  GListModel *list = G_LIST_MODEL (self->workspaces);
  g_autoptr (CltCliTable) table = clt_cli_table_new (self);

  clt_cli_table_add_column (table, _("Name"), FALSE);
  clt_cli_table_add_column (table, C_("of a workspace", "Kind"), FALSE);
  clt_cli_table_add_column (table, _("Folder"), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CltWorkspace) workspace = g_list_model_get_item (list, i);

      clt_cli_table_add_cell (table, g_strdup (clt_workspace_get_name (workspace)));
      clt_cli_table_add_cell (table, g_strdup (clt_workspace_get_kind (workspace)));
      clt_cli_table_add_cell (table, g_strdup (clt_workspace_get_folder (workspace)));
    }

  clt_cli_table_flush (table);
}

/**
 * clt_cli_workspace_list:
 * @self: a command line
 * @words: none
 * @error: return location for an error
 *
 * Prints the workspaces.
 *
 * Returns: whether it succeeded
 */
gboolean
clt_cli_workspace_list (CltCli  *self,
                        char   **words,
                        GError **error)
{
  if (self->options.json)
    clt_cli_print_workspaces_json (self);
  else
    clt_cli_print_workspaces (self);

  return TRUE;
}

static GPtrArray *
clt_cli_list_kinds (void)
{
  GPtrArray *kinds = g_ptr_array_new ();

  g_ptr_array_add (kinds, (gpointer) CLT_WORKSPACE_LOCAL);
  g_ptr_array_add (kinds, (gpointer) CLT_WORKSPACE_SAMPLE);
  for (guint i = 0; i < clt_connector_registry_size (); i++)
    g_ptr_array_add (kinds, (gpointer) clt_connector_registry_get (i)->id);

  return kinds;
}

static gboolean
clt_cli_check_kind (const char  *kind,
                    GError     **error)
{
  g_autoptr (GPtrArray) kinds = clt_cli_list_kinds ();
  g_autofree char *list = NULL;

  if (g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL))
    return TRUE;

  g_ptr_array_add (kinds, NULL);
  list = g_strjoinv (", ", (char **) kinds->pdata);
  clt_cli_set_usage_error (error, _("There is no kind of workspace “%s”, only: %s"), kind, list);

  return FALSE;
}

static const CltConnectorSetting *
clt_cli_find_setting (const CltConnectorKind *kind,
                      const char             *name)
{
  const CltConnectorSetting *setting;

  for (setting = kind->settings; setting->name != NULL; setting++)
    if (g_str_equal (setting->name, name))
      return setting;

  return NULL;
}

/* What the connector requires is there, and nothing that it does not know. */
static gboolean
clt_cli_check_settings (CltCli                  *self,
                        const CltConnectorKind  *kind,
                        GError                 **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->options.settings);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (kind == NULL || clt_cli_find_setting (kind, name) == NULL)
      {
        clt_cli_set_usage_error (error, _("This kind of workspace knows no --%s."), (char *) name);
        return FALSE;
      }

  for (const CltConnectorSetting *setting = kind != NULL ? kind->settings : NULL;
       setting != NULL && setting->name != NULL; setting++)
    if (setting->required && !setting->secret &&
        !g_hash_table_contains (self->options.settings, setting->name))
      {
        clt_cli_set_usage_error (error, _("%s needs --%s."), kind->name, setting->name);
        return FALSE;
      }

  return TRUE;
}

/* Reading verbs look without making anything, so the file has to be there for them. */
static gboolean
clt_cli_make_file (CltCli        *self,
                   CltWorkspace  *workspace,
                   GError       **error)
{
  g_free (self->options.workspace);
  self->options.workspace = g_strdup (clt_workspace_get_id (workspace));

  return clt_cli_open (self, FALSE, error);
}

static void
clt_cli_discard (CltCli       *self,
                 CltWorkspace *workspace)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_workspace_list_remove_async (self->workspaces, workspace, NULL, clt_cli_ready_cb, self);
  result = clt_cli_wait (self);
  clt_workspace_list_remove_finish (self->workspaces, result, NULL);
}

/* The connector itself looks at the settings: an address that is none, or not a safe one. */
static gboolean
clt_cli_try_connector (CltCli                  *self,
                       const CltConnectorKind  *kind,
                       const char              *secret,
                       GError                 **error)
{
  g_autoptr (GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CltConnector) connector = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, self->options.settings);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (settings, name, value);
  for (const CltConnectorSetting *setting = kind->settings; setting->name != NULL; setting++)
    if (setting->secret)
      g_hash_table_insert (settings, (gpointer) setting->name,
                           (gpointer) (secret != NULL ? secret : SOME_SECRET));

  connector = kind->create (settings, error);

  return connector != NULL;
}

static gboolean
clt_cli_give_secret (CltCli        *self,
                     CltWorkspace  *workspace,
                     const char    *secret,
                     GError       **error)
{
  gboolean is_kept;

  if (secret == NULL)
    return TRUE;

  if (!clt_cli_keep_secret (self, workspace, secret, &is_kept, error))
    return FALSE;

  if (!is_kept)
    clt_cli_note (self, _("No keyring is running, so the key is not kept. Give it to each run of "
                          "“sync” with --secret-stdin."));

  return TRUE;
}

/* A name that can be read in a list and typed again. */
static gboolean
clt_cli_check_name (const char  *name,
                    GError     **error)
{
  gboolean is_good = !clt_text_is_blank (name);

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      is_good = FALSE;

  if (!is_good)
    clt_cli_set_usage_error (error, _("A workspace needs a name, on one line."));

  return is_good;
}

static gboolean
clt_cli_check_addition (CltCli       *self,
                        const char   *name,
                        const char   *kind,
                        char        **secret,
                        GError      **error)
{
  const CltConnectorKind *connector = clt_connector_registry_find (kind);

  if (!clt_cli_check_name (name, error) || !clt_cli_check_kind (kind, error) ||
      !clt_cli_check_settings (self, connector, error))
    return FALSE;

  if (clt_workspace_list_find (self->workspaces, name) != NULL)
    {
      clt_cli_set_usage_error (error, _("There is a workspace “%s” already."), name);
      return FALSE;
    }

  if (self->options.secret_stdin && (*secret = clt_cli_read_line (self, error)) == NULL)
    return FALSE;

  return connector == NULL || clt_cli_try_connector (self, connector, *secret, error);
}

/**
 * clt_cli_workspace_add:
 * @self: a command line
 * @words: the name
 * @error: return location for an error
 *
 * Adds a workspace and makes its file; for the sample company, with all that is in it.
 *
 * Returns: whether it succeeded; if not, there is no such workspace
 */
gboolean
clt_cli_workspace_add (CltCli  *self,
                       char   **words,
                       GError **error)
{
  const char *kind = self->options.kind != NULL ? self->options.kind : DEFAULT_KIND;
  g_autofree char *secret = NULL;
  g_autoptr (JsonNode) node = NULL;
  CltWorkspace *workspace;

  if (!clt_cli_check_addition (self, words[0], kind, &secret, error))
    return FALSE;

  workspace = clt_workspace_list_add (self->workspaces, words[0], kind, self->options.settings,
                                      error);
  if (workspace == NULL)
    return FALSE;

  if (!clt_cli_give_secret (self, workspace, secret, error) ||
      !clt_cli_make_file (self, workspace, error))
    {
      clt_cli_discard (self, workspace);
      return FALSE;
    }

  node = clt_cli_workspace_to_json (workspace);
  if (self->options.json)
    clt_cli_print_json (self, node);
  else
    clt_cli_print (self, _("Workspace “%s” is ready.\n"), clt_workspace_get_name (workspace));

  return TRUE;
}

/**
 * clt_cli_workspace_remove:
 * @self: a command line
 * @words: the name
 * @error: return location for an error
 *
 * Removes a workspace for good, which has to be confirmed with --yes.
 *
 * Returns: whether it succeeded
 */
gboolean
clt_cli_workspace_remove (CltCli  *self,
                          char   **words,
                          GError **error)
{
  CltWorkspace *workspace = clt_cli_find_workspace (self, words[0], error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *name = NULL;

  if (workspace == NULL)
    return FALSE;

  name = g_strdup (clt_workspace_get_name (workspace));
  if (!self->options.yes)
    {
      clt_cli_set_usage_error (error, _("This deletes all records of “%s” on this computer. "
                                        "Add --yes if that is what you want."), name);
      return FALSE;
    }

  clt_workspace_list_remove_async (self->workspaces, workspace, NULL, clt_cli_ready_cb, self);
  result = clt_cli_wait (self);
  if (!clt_workspace_list_remove_finish (self->workspaces, result, error))
    return FALSE;

  if (!self->options.json)
    clt_cli_print (self, _("Workspace “%s” is removed.\n"), name);

  return TRUE;
}
