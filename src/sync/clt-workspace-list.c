/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-workspace-list"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-connector-registry.h"
#include "clt-error.h"
#include "clt-keyring.h"
#include "clt-workspace-file.h"
#include "clt-workspace-list.h"

#define FOLDER_NAME "clientele"

struct _CltWorkspaceList
{
  GObject    parent_instance;

  char      *folder;     /* (owned) */
  GPtrArray *workspaces; /* (owned) (element-type CltWorkspace): by name */
};

static void clt_workspace_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CltWorkspaceList, clt_workspace_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      clt_workspace_list_model_init))

static int
clt_workspace_list_compare (gconstpointer a,
                            gconstpointer b)
{
  CltWorkspace *first = *(CltWorkspace **) a;
  CltWorkspace *second = *(CltWorkspace **) b;
  int order = g_utf8_collate (clt_workspace_get_name (first), clt_workspace_get_name (second));

  if (order == 0)
    order = g_strcmp0 (clt_workspace_get_id (first), clt_workspace_get_id (second));

  return order;
}

static void
clt_workspace_list_sort (CltWorkspaceList *self)
{
  g_ptr_array_sort (self->workspaces, clt_workspace_list_compare);
}

static void
clt_workspace_list_renamed_cb (CltWorkspaceList *self)
{
  const guint n_items = self->workspaces->len;

  clt_workspace_list_sort (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, n_items);
}

static void
clt_workspace_list_take (CltWorkspaceList *self,
                         CltWorkspace     *workspace)
{
  g_ptr_array_add (self->workspaces, workspace);
  g_signal_connect_object (workspace, "notify::name", G_CALLBACK (clt_workspace_list_renamed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
clt_workspace_list_scan (CltWorkspaceList *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  /* No folder yet: nobody has made a workspace. */
  if (dir == NULL)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (self->folder, name, NULL);
      g_autoptr (GError) error = NULL;
      CltWorkspace *workspace = clt_workspace_new_for_folder (folder, &error);

      if (workspace != NULL)
        clt_workspace_list_take (self, workspace);
      else if (!g_error_matches (error, CLT_ERROR, CLT_ERROR_NOT_FOUND))
        g_message ("A workspace is left out: %s", error->message);
    }

  clt_workspace_list_sort (self);
}

static GType
clt_workspace_list_get_item_type (GListModel *model)
{
  return CLT_TYPE_WORKSPACE;
}

static guint
clt_workspace_list_get_n_items (GListModel *model)
{
  return CLT_WORKSPACE_LIST (model)->workspaces->len;
}

static gpointer
clt_workspace_list_get_item (GListModel *model,
                             guint       position)
{
  CltWorkspaceList *self = CLT_WORKSPACE_LIST (model);

  if (position >= self->workspaces->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->workspaces, position));
}

static void
clt_workspace_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = clt_workspace_list_get_item_type;
  iface->get_n_items = clt_workspace_list_get_n_items;
  iface->get_item = clt_workspace_list_get_item;
}

static void
clt_workspace_list_finalize (GObject *object)
{
  CltWorkspaceList *self = CLT_WORKSPACE_LIST (object);

  g_free (self->folder);
  g_ptr_array_unref (self->workspaces);

  G_OBJECT_CLASS (clt_workspace_list_parent_class)->finalize (object);
}

static void
clt_workspace_list_class_init (CltWorkspaceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clt_workspace_list_finalize;
}

static void
clt_workspace_list_init (CltWorkspaceList *self)
{
  self->workspaces = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * clt_workspace_list_new:
 * @folder: (nullable): an absolute path, or %NULL for the user's data folder
 *
 * Reads which workspaces there are. A folder whose workspace.ini cannot be
 * understood is left out and named in the log; it is never touched.
 *
 * Returns: (transfer full): the list
 */
CltWorkspaceList *
clt_workspace_list_new (const char *folder)
{
  CltWorkspaceList *self = g_object_new (CLT_TYPE_WORKSPACE_LIST, NULL);

  if (folder != NULL)
    self->folder = g_canonicalize_filename (folder, NULL);
  else
    self->folder = g_build_filename (g_get_user_data_dir (), FOLDER_NAME, NULL);

  clt_workspace_list_scan (self);

  return self;
}

static CltWorkspace *
clt_workspace_list_find_by (CltWorkspaceList *self,
                            const char     *(*get_text) (CltWorkspace *workspace),
                            const char       *text)
{
  for (guint i = 0; i < self->workspaces->len; i++)
    {
      CltWorkspace *workspace = g_ptr_array_index (self->workspaces, i);

      if (g_str_equal (get_text (workspace), text))
        return workspace;
    }

  return NULL;
}

/**
 * clt_workspace_list_find:
 * @self: the list
 * @id_or_name: an id, or the exact name
 *
 * Finds a workspace; an id goes before a name.
 *
 * Returns: (transfer none) (nullable): the workspace
 */
CltWorkspace *
clt_workspace_list_find (CltWorkspaceList *self,
                         const char       *id_or_name)
{
  CltWorkspace *workspace;

  g_return_val_if_fail (CLT_IS_WORKSPACE_LIST (self), NULL);
  g_return_val_if_fail (id_or_name != NULL, NULL);

  workspace = clt_workspace_list_find_by (self, clt_workspace_get_id, id_or_name);
  if (workspace == NULL)
    workspace = clt_workspace_list_find_by (self, clt_workspace_get_name, id_or_name);

  return workspace;
}

static char *
clt_workspace_list_dup_free_name (CltWorkspaceList *self,
                                  const char       *name)
{
  char *candidate = g_strdup (name);

  for (guint i = 2; clt_workspace_list_find (self, candidate) != NULL; i++)
    {
      g_free (candidate);
      candidate = g_strdup_printf ("%s (%u)", name, i);
    }

  return candidate;
}

/* What the connector's row asks for, but never a secret, whatever the caller handed over. */
static GHashTable *
clt_workspace_list_choose_settings (const CltConnectorKind *kind,
                                    GHashTable             *settings)
{
  GHashTable *chosen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const CltConnectorSetting *setting = kind->settings; setting->name != NULL; setting++)
    {
      char *value = setting->secret ? NULL : g_hash_table_lookup (settings, setting->name);

      if (value != NULL && *value != '\0')
        g_hash_table_insert (chosen, (gpointer) setting->name, value);
    }

  return chosen;
}

static gboolean
clt_workspace_list_is_here_only (const char *kind)
{
  return g_str_equal (kind, CLT_WORKSPACE_LOCAL) || g_str_equal (kind, CLT_WORKSPACE_SAMPLE);
}

/**
 * clt_workspace_list_add:
 * @self: the list
 * @name: a name for people; “Name (2)” is used if there is one of that name
 * @kind: %CLT_WORKSPACE_LOCAL, %CLT_WORKSPACE_SAMPLE, or a connector's id
 * @settings: (nullable) (element-type utf8 utf8): what the connector's row asks
 *   for; a secret in it is not written
 * @error: return location for an error; %CLT_ERROR_INVALID if there is no such kind
 *
 * Makes the folder of a new workspace and its workspace.ini, and puts it in the
 * list. It is not opened, and no server is asked.
 *
 * Returns: (transfer none): the workspace
 */
CltWorkspace *
clt_workspace_list_add (CltWorkspaceList  *self,
                        const char        *name,
                        const char        *kind,
                        GHashTable        *settings,
                        GError           **error)
{
  g_autofree char *free_name = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GHashTable) chosen = NULL;
  CltWorkspace *workspace;
  guint position;

  g_return_val_if_fail (CLT_IS_WORKSPACE_LIST (self), NULL);
  g_return_val_if_fail (name != NULL && *name != '\0', NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  if (!clt_workspace_list_is_here_only (kind) && clt_connector_registry_find (kind) == NULL)
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
                   /* Translators: %s is what the user typed for a kind of server */
                   _("There is no kind of workspace called “%s”."), kind);
      return NULL;
    }

  if (settings != NULL && !clt_workspace_list_is_here_only (kind))
    chosen = clt_workspace_list_choose_settings (clt_connector_registry_find (kind), settings);

  free_name = clt_workspace_list_dup_free_name (self, name);
  folder = clt_workspace_file_create (self->folder, free_name, kind, chosen, error);
  if (folder == NULL)
    return NULL;

  workspace = clt_workspace_new_for_folder (folder, error);
  if (workspace == NULL)
    return NULL;

  clt_workspace_list_take (self, workspace);
  clt_workspace_list_sort (self);
  g_ptr_array_find (self->workspaces, workspace, &position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);

  return workspace;
}

/* {{{ Removal: the secret, then the folder, then the row */

static void
clt_workspace_list_removed_cb (GObject      *object,
                               GAsyncResult *result,
                               gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CltWorkspaceList *self = g_task_get_source_object (task);
  CltWorkspace *workspace = g_task_get_task_data (task);
  GError *error = NULL;
  guint position;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (g_ptr_array_find (self->workspaces, workspace, &position))
    {
      g_ptr_array_remove_index (self->workspaces, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }

  g_task_return_boolean (task, TRUE);
}

static void
clt_workspace_list_delete_in_thread (GTask        *task,
                                     gpointer      source_object,
                                     gpointer      task_data,
                                     GCancellable *cancellable)
{
  GError *error = NULL;

  if (clt_workspace_file_delete (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
clt_workspace_list_delete (CltWorkspaceList *self,
                           GTask            *task)
{
  CltWorkspace *workspace = g_task_get_task_data (task);
  g_autoptr (GTask) job = NULL;

  job = g_task_new (self, g_task_get_cancellable (task), clt_workspace_list_removed_cb,
                    g_object_ref (task));
  g_task_set_source_tag (job, clt_workspace_list_delete);
  g_task_set_task_data (job, g_strdup (clt_workspace_get_folder (workspace)), g_free);
  g_task_run_in_thread (job, clt_workspace_list_delete_in_thread);
}

static void
clt_workspace_list_cleared_cb (GObject      *object,
                               GAsyncResult *result,
                               gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  /* With its folder gone nobody would know any more whose key that is. */
  if (clt_keyring_clear_finish (result, &error))
    clt_workspace_list_delete (g_task_get_source_object (task), task);
  else
    g_task_return_error (task, error);
}

/**
 * clt_workspace_list_remove_async:
 * @self: the list
 * @workspace: one of its workspaces
 * @cancellable: (nullable): to give up
 * @callback: called when it is gone
 * @user_data: for @callback
 *
 * Closes the workspace, clears its secret and deletes its folder, in this order.
 * If the keyring refuses, nothing is deleted.
 */
void
clt_workspace_list_remove_async (CltWorkspaceList    *self,
                                 CltWorkspace        *workspace,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CLT_IS_WORKSPACE_LIST (self));
  g_return_if_fail (CLT_IS_WORKSPACE (workspace));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_workspace_list_remove_async);
  g_task_set_task_data (task, g_object_ref (workspace), g_object_unref);

  clt_workspace_close (workspace);
  if (clt_workspace_has_server (workspace))
    clt_keyring_clear_async (clt_workspace_get_id (workspace), cancellable,
                             clt_workspace_list_cleared_cb, g_object_ref (task));
  else
    clt_workspace_list_delete (self, task);
}

/**
 * clt_workspace_list_remove_finish:
 * @self: the list
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %TRUE if nothing is left of the workspace
 */
gboolean
clt_workspace_list_remove_finish (CltWorkspaceList  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* }}} */
