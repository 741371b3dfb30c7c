/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-keyring"

#include "config.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "clt-error.h"
#include "clt-keyring.h"

#define ATTRIBUTE "workspace"

static const SecretSchema schema = {
  .name = APP_ID,
  .flags = SECRET_SCHEMA_NONE,
  .attributes = {
    { ATTRIBUTE, SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL },
  },
};

/* What no keyring would take: until the program ends. */
static GHashTable *session_secrets;

static GHashTable *
clt_keyring_get_session (void)
{
  if (session_secrets == NULL)
    session_secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) secret_password_free);

  return session_secrets;
}

/* {{{ Storing */

typedef struct
{
  char            *workspace_id; /* (owned) */
  char            *secret;       /* (owned): wiped when freed */
  CltKeyringPlace  place;
} Store;

static void
store_free (Store *self)
{
  g_free (self->workspace_id);
  secret_password_free (self->secret);
  g_free (self);
}

/* Whatever the reason (no bus, no provider, a prompt that was dismissed), signing in goes on; the
 * caller learns where the secret is and tells the user. */
static void
clt_keyring_stored_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Store *store = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (secret_password_store_finish (result, &error))
    {
      g_hash_table_remove (clt_keyring_get_session (), store->workspace_id);
      store->place = CLT_KEYRING_KEPT;
    }
  else if (g_task_return_error_if_cancelled (task))
    {
      return;
    }
  else
    {
      g_info ("No keyring: %s", error->message);
      g_hash_table_replace (clt_keyring_get_session (), g_strdup (store->workspace_id),
                            g_steal_pointer (&store->secret));
      store->place = CLT_KEYRING_SESSION_ONLY;
    }

  g_task_return_boolean (task, TRUE);
}

/**
 * clt_keyring_store_async:
 * @workspace_id: the workspace it belongs to
 * @label: what password managers show, in the user's language
 * @secret: the secret
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Keeps a workspace's secret, in place of an older one. Where there is no keyring,
 * or the user does not open it, the secret stays in memory until the program ends.
 */
void
clt_keyring_store_async (const char          *workspace_id,
                         const char          *label,
                         const char          *secret,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;
  Store *store;

  g_return_if_fail (workspace_id != NULL && label != NULL && secret != NULL);

  store = g_new0 (Store, 1);
  store->workspace_id = g_strdup (workspace_id);
  store->secret = g_strdup (secret);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_keyring_store_async);
  g_task_set_task_data (task, store, (GDestroyNotify) store_free);

  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, secret, cancellable,
                         clt_keyring_stored_cb, task, ATTRIBUTE, workspace_id, NULL);
}

/**
 * clt_keyring_store_finish:
 * @result: the result
 * @place: (out) (optional): where the secret is now
 * @error: return location for an error
 *
 * Returns: %TRUE if the secret is kept somewhere; %FALSE only if it was cancelled
 */
gboolean
clt_keyring_store_finish (GAsyncResult     *result,
                          CltKeyringPlace  *place,
                          GError          **error)
{
  Store *store;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  store = g_task_get_task_data (G_TASK (result));
  if (place != NULL)
    *place = store->place;

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* }}} */
/* {{{ Looking up */

static void
clt_keyring_found_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *secret = secret_password_lookup_finish (result, &error);

  if (secret == NULL && g_task_return_error_if_cancelled (task))
    return;

  if (error != NULL)
    g_info ("No keyring: %s", error->message);

  g_task_return_pointer (task, g_steal_pointer (&secret), g_free);
}

/**
 * clt_keyring_lookup_async:
 * @workspace_id: the workspace
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Looks for a workspace's secret. The keyring may ask the user to open it.
 */
void
clt_keyring_lookup_async (const char          *workspace_id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  const char *secret;

  g_return_if_fail (workspace_id != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_keyring_lookup_async);

  secret = g_hash_table_lookup (clt_keyring_get_session (), workspace_id);
  if (secret != NULL)
    {
      g_task_return_pointer (task, g_strdup (secret), g_free);
      g_object_unref (task);
      return;
    }

  secret_password_lookup (&schema, cancellable, clt_keyring_found_cb, task, ATTRIBUTE,
                          workspace_id, NULL);
}

/**
 * clt_keyring_lookup_finish:
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the secret; free it with
 *   secret_password_free() or g_free(). %NULL without an error if there is none, no
 *   keyring, or the user did not open it
 */
char *
clt_keyring_lookup_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* }}} */
/* {{{ Clearing */

static void
clt_keyring_cleared_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (g_task_return_error_if_cancelled (task))
    return;

  /* A computer without a keyring, such as one without a desktop, keeps no secret; there, too,
   * workspaces are to be removed. A keyring that refuses is another matter. */
  if (error != NULL && error->domain != SECRET_ERROR)
    g_message ("No keyring: %s", error->message);

  if (error == NULL || error->domain != SECRET_ERROR)
    g_task_return_boolean (task, TRUE);
  else
    /* Translators: %s is a technical description of the problem */
    g_task_return_new_error (task, CLT_ERROR, CLT_ERROR_FAILED,
                             _("the key may still be in the keyring (%s)"), error->message);
}

/**
 * clt_keyring_clear_async:
 * @workspace_id: the workspace
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Forgets a workspace's secret, wherever it is.
 */
void
clt_keyring_clear_async (const char          *workspace_id,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (workspace_id != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_keyring_clear_async);

  /* A secret that no keyring took is in none. */
  if (g_hash_table_remove (clt_keyring_get_session (), workspace_id))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  secret_password_clear (&schema, cancellable, clt_keyring_cleared_cb, task, ATTRIBUTE,
                         workspace_id, NULL);
}

/**
 * clt_keyring_clear_finish:
 * @result: the result
 * @error: return location for an error
 *
 * Returns: %TRUE if there is no secret any more; having had none is no error
 */
gboolean
clt_keyring_clear_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* }}} */
