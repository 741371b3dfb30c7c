/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-workspace-secret"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-connector-registry.h"
#include "clt-engine.h"
#include "clt-error.h"
#include "clt-keyring.h"
#include "clt-workspace-secret.h"

static void
clt_workspace_free_secret (gpointer secret)
{
  /* Not left behind in freed memory, from where it could reach a core dump. */
  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

static GHashTable *
clt_workspace_build_settings (CltWorkspace           *self,
                              const CltConnectorKind *kind,
                              const char             *secret)
{
  GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                clt_workspace_free_secret);

  for (const CltConnectorSetting *setting = kind->settings; setting->name != NULL; setting++)
    {
      char *value = setting->secret ? g_strdup (secret)
                                    : clt_workspace_dup_setting (self, setting->name);

      if (value != NULL)
        g_hash_table_insert (settings, (gpointer) setting->name, value);
    }

  return settings;
}

static CltConnector *
clt_workspace_make_connector (CltWorkspace  *self,
                              const char    *secret,
                              GError       **error)
{
  const CltConnectorKind *kind = clt_connector_registry_find (clt_workspace_get_kind (self));
  g_autoptr (GHashTable) settings = NULL;

  if (kind == NULL)
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
                   /* Translators: %s is the short name of a kind of server, such as “odoo” */
                   _("This version of Clientele does not know servers of the kind “%s”."),
                   clt_workspace_get_kind (self));
      return NULL;
    }

  settings = clt_workspace_build_settings (self, kind, secret);

  return kind->create (settings, error);
}

static void
clt_workspace_connect (CltWorkspace *self,
                       const char   *secret)
{
  CltEngine *engine = clt_workspace_get_engine (self);
  g_autoptr (CltConnector) connector = NULL;
  g_autoptr (GError) error = NULL;

  if (secret != NULL)
    connector = clt_workspace_make_connector (self, secret, &error);
  else
    error = g_error_new_literal (CLT_ERROR, CLT_ERROR_INVALID,
                                 _("The key for this server is not on this computer. Sign in "
                                   "again."));

  if (connector != NULL)
    clt_engine_set_connector (engine, connector);
  else
    clt_engine_refuse (engine, error);
}

static void
clt_workspace_secret_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (CltWorkspace) self = CLT_WORKSPACE (user_data);
  g_autoptr (GError) error = NULL;
  char *secret = clt_keyring_lookup_finish (result, &error);

  /* The workspace may have been closed meanwhile. */
  if (clt_workspace_get_engine (self) != NULL && !clt_error_is_cancelled (error))
    {
      if (error != NULL)
        clt_engine_refuse (clt_workspace_get_engine (self), error);
      else
        clt_workspace_connect (self, secret);
    }

  g_clear_pointer (&secret, clt_workspace_free_secret);
}

/**
 * clt_workspace_find_secret:
 * @self: a workspace with a server
 * @cancellable: (nullable): cancelled when the workspace is closed
 *
 * Asks the keyring for the workspace's secret and gives the engine a connector made
 * with it, or the reason why there is none. Returns at once.
 */
void
clt_workspace_find_secret (CltWorkspace *self,
                           GCancellable *cancellable)
{
  clt_keyring_lookup_async (clt_workspace_get_id (self), cancellable, clt_workspace_secret_cb,
                            g_object_ref (self));
}

static void
clt_workspace_stored_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CltWorkspace *self = g_task_get_source_object (task);
  CltKeyringPlace place = CLT_KEYRING_KEPT;
  GError *error = NULL;

  if (!clt_keyring_store_finish (result, &place, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (clt_workspace_get_engine (self) != NULL)
    clt_workspace_connect (self, g_task_get_task_data (task));

  g_task_return_int (task, (gssize) place);
}

/**
 * clt_workspace_set_secret_async:
 * @self: a workspace with a server, open or not
 * @secret: the key or password for the server
 * @cancellable: (nullable): to give up
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Keeps the secret in the keyring or, where there is none, in memory until the
 * program ends. An open workspace's engine signs in with it.
 */
void
clt_workspace_set_secret_async (CltWorkspace        *self,
                                const char          *secret,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (CLT_IS_WORKSPACE (self));
  g_return_if_fail (clt_workspace_has_server (self));
  g_return_if_fail (secret != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_workspace_set_secret_async);
  g_task_set_task_data (task, g_strdup (secret), clt_workspace_free_secret);

  /* Translators: the name of a key in the desktop's list of passwords; %s is the name of a
   * workspace */
  label = g_strdup_printf (_("Clientele: %s"), clt_workspace_get_name (self));
  clt_keyring_store_async (clt_workspace_get_id (self), label, secret, cancellable,
                           clt_workspace_stored_cb, g_object_ref (task));
}

/**
 * clt_workspace_set_secret_finish:
 * @self: a workspace with a server
 * @result: what the callback got
 * @place: (out) (optional): where it is kept
 * @error: return location for an error
 *
 * Returns: %TRUE if it is kept
 */
gboolean
clt_workspace_set_secret_finish (CltWorkspace     *self,
                                 GAsyncResult     *result,
                                 CltKeyringPlace  *place,
                                 GError          **error)
{
  g_autoptr (GError) reason = NULL;
  gssize kept;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  kept = g_task_propagate_int (G_TASK (result), &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  if (place != NULL)
    *place = (CltKeyringPlace) kept;

  return TRUE;
}
