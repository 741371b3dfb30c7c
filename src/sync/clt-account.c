/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-account"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-account.h"
#include "clt-error.h"

/* What is remembered of an identity, in the order in which it is compared and kept. */
static const struct
{
  const char *key;     /* the setting of the store */
  goffset     offset;  /* of the text in CltIdentity */
  const char *refusal; /* (nullable): said if it is not what it was; NULL: it may change */
} rows[] = {
  { "server-id", G_STRUCT_OFFSET (CltIdentity, server_id),
    N_("This is not the server that the workspace was made with, so nothing was fetched or sent. "
       "Make a new workspace for the other server.") },
  { "user-id", G_STRUCT_OFFSET (CltIdentity, user_id),
    N_("This workspace holds the records of another account, so nothing was fetched or sent. Sign "
       "in with that account, or make a new workspace for this one.") },
  { "user-name", G_STRUCT_OFFSET (CltIdentity, user_name), NULL },
  { "server-version", G_STRUCT_OFFSET (CltIdentity, server_version), NULL },
};

typedef struct
{
  CltStore    *store;    /* (owned) */
  CltIdentity *identity; /* (owned) */
  gsize        row;      /* the one being looked at */
} Check;

static void clt_account_check_row (GTask *task);

static void
check_free (Check *check)
{
  g_object_unref (check->store);
  clt_identity_free (check->identity);
  g_free (check);
}

static const char *
check_get_text (Check *check)
{
  const char *text = G_STRUCT_MEMBER (const char *, check->identity, rows[check->row].offset);

  return text != NULL ? text : "";
}

static void
clt_account_step (GTask *task)
{
  Check *check = g_task_get_task_data (task);

  check->row++;
  clt_account_check_row (task);
}

static void
clt_account_kept_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (clt_store_set_meta_finish (CLT_STORE (object), result, &error))
    clt_account_step (task);
  else
    g_task_return_error (task, error);
}

static void
clt_account_known_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Check *check = g_task_get_task_data (task);
  const char *refusal = rows[check->row].refusal;
  g_autofree char *known = NULL;
  GError *error = NULL;

  known = clt_store_get_meta_finish (CLT_STORE (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (g_strcmp0 (known, check_get_text (check)) == 0)
    clt_account_step (task);
  else if (known != NULL && refusal != NULL)
    g_task_return_new_error (task, CLT_ERROR, CLT_ERROR_INVALID, "%s", gettext (refusal));
  else
    clt_store_set_meta_async (check->store, rows[check->row].key, check_get_text (check),
                              g_task_get_cancellable (task), clt_account_kept_cb,
                              g_object_ref (task));
}

static void
clt_account_check_row (GTask *task)
{
  Check *check = g_task_get_task_data (task);

  if (check->row == G_N_ELEMENTS (rows))
    g_task_return_boolean (task, TRUE);
  else
    clt_store_get_meta_async (check->store, rows[check->row].key, g_task_get_cancellable (task),
                              clt_account_known_cb, g_object_ref (task));
}

/**
 * clt_account_check_async:
 * @store: the workspace's store
 * @identity: who we are to the server that answered
 * @cancellable: (nullable): to give up
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Compares the server and the user with those of the first sign-in, or remembers
 * them if this is the first. Records of one account must never be mixed with, or
 * sent as, those of another.
 */
void
clt_account_check_async (CltStore            *store,
                         const CltIdentity   *identity,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Check *check;

  g_return_if_fail (CLT_IS_STORE (store));
  g_return_if_fail (identity != NULL);

  check = g_new0 (Check, 1);
  check->store = g_object_ref (store);
  check->identity = clt_identity_copy (identity);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_account_check_async);
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);

  clt_account_check_row (task);
}

/**
 * clt_account_check_finish:
 * @store: the store
 * @result: what the callback got
 * @error: return location for an error: %CLT_ERROR_INVALID, with a sentence for
 *   the user, if it is another server or another account
 *
 * Returns: %TRUE if it is the same server and the same account
 */
gboolean
clt_account_check_finish (CltStore      *store,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
