/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sweep"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-pull.h"
#include "clt-sweep.h"

/* So many may go at once without a question; people do tidy up. */
#define UNSUSPICIOUS_COUNT 20
#define UNSUSPICIOUS_PERCENT 5

typedef struct
{
  CltStore     *store;     /* (owned) */
  CltConnector *connector; /* (owned) */
  GPtrArray    *entities;  /* (owned) (element-type CltEntity) */
  guint         current;   /* index of the entity being swept */
  guint         allowance; /* so many more may go, because the user said so */
  GStrv         ours;      /* (owned) (nullable) */
  guint         n_kept;    /* records that seem to be gone and were kept */
  GString      *kept;      /* (owned): which: "Customers: 30 of 49, Notes: 30 of 267" */
} Sweep;

static void clt_sweep_compare_next (GTask *task);

static void
sweep_free (Sweep *sweep)
{
  g_object_unref (sweep->store);
  g_object_unref (sweep->connector);
  g_ptr_array_unref (sweep->entities);
  g_strfreev (sweep->ours);
  g_string_free (sweep->kept, TRUE);
  g_free (sweep);
}

static CltEntity *
sweep_get_entity (Sweep *sweep)
{
  return g_ptr_array_index (sweep->entities, sweep->current);
}

static void
clt_sweep_step (GTask *task)
{
  Sweep *sweep = g_task_get_task_data (task);

  sweep->current++;
  clt_sweep_compare_next (task);
}

static void
clt_sweep_removed_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Sweep *sweep = g_task_get_task_data (task);
  GError *error = NULL;

  if (!clt_store_remove_remote_finish (sweep->store, result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  clt_sweep_step (task);
}

static void
clt_sweep_keep (Sweep *sweep,
                guint  n_ours,
                guint  n_gone)
{
  if (sweep->n_kept > 0)
    /* Translators: stands between the items of a list */
    g_string_append (sweep->kept, C_("list", ", "));

  /* Translators: one item of a list; %s is the plural of a kind of record, such as “Customers” */
  g_string_append_printf (sweep->kept, _("%s: %u of %u"),
                          clt_entity_get_label_plural (sweep_get_entity (sweep)), n_gone, n_ours);
  sweep->n_kept += n_gone;
}

/* A suspicious number goes only if the user has agreed to so many. */
static gboolean
clt_sweep_may_remove (Sweep *sweep,
                      guint  n_ours,
                      guint  n_theirs,
                      guint  n_gone)
{
  if (!clt_sweep_is_suspicious (n_ours, n_theirs, n_gone))
    return TRUE;
  if (n_gone > sweep->allowance)
    return FALSE;

  sweep->allowance -= n_gone;

  return TRUE;
}

static void
clt_sweep_compare (GTask     *task,
                   GPtrArray *theirs)
{
  Sweep *sweep = g_task_get_task_data (task);
  const guint n_ours = g_strv_length (sweep->ours);
  g_autoptr (GPtrArray) gone = NULL;
  guint n_gone;

  gone = clt_sweep_find_gone ((const char * const *) sweep->ours, theirs);
  n_gone = gone->len - 1;

  if (!clt_sweep_may_remove (sweep, n_ours, theirs->len, n_gone))
    {
      clt_sweep_keep (sweep, n_ours, n_gone);
      n_gone = 0;
    }

  if (n_gone > 0)
    {
      clt_store_remove_remote_async (sweep->store,
                                     clt_entity_get_name (sweep_get_entity (sweep)),
                                     (const char * const *) gone->pdata,
                                     g_task_get_cancellable (task), clt_sweep_removed_cb,
                                     g_object_ref (task));
      return;
    }

  clt_sweep_step (task);
}

static void
clt_sweep_theirs_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Sweep *sweep = g_task_get_task_data (task);
  g_autoptr (GPtrArray) theirs = NULL;
  g_autoptr (GError) error = NULL;

  theirs = clt_connector_list_ids_finish (sweep->connector, result, &error);
  if (theirs != NULL)
    clt_sweep_compare (task, theirs);
  else if (clt_pull_is_refusal (error))
    clt_sweep_step (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
clt_sweep_ours_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Sweep *sweep = g_task_get_task_data (task);
  GError *error = NULL;

  g_strfreev (sweep->ours);
  sweep->ours = clt_store_remote_ids_finish (sweep->store, result, &error);
  if (sweep->ours == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (sweep->ours[0] != NULL)
    {
      /* Theirs after ours: what they lack now was there before, so it cannot be merely new. */
      clt_connector_list_ids_async (sweep->connector, sweep_get_entity (sweep),
                                    g_task_get_cancellable (task), clt_sweep_theirs_cb,
                                    g_object_ref (task));
      return;
    }

  clt_sweep_step (task);
}

static void
clt_sweep_compare_next (GTask *task)
{
  Sweep *sweep = g_task_get_task_data (task);

  if (sweep->current == sweep->entities->len)
    g_task_return_boolean (task, TRUE);
  else
    clt_store_remote_ids_async (sweep->store, clt_entity_get_name (sweep_get_entity (sweep)),
                                g_task_get_cancellable (task), clt_sweep_ours_cb,
                                g_object_ref (task));
}

/**
 * clt_sweep_is_suspicious:
 * @n_ours: records of an entity that are here and were on the server
 * @n_theirs: records the server lists
 * @n_gone: records that are here and that the server does not list
 *
 * Tells whether the answer looks more like a broken, empty or wrong server than
 * like people who deleted records. Address books were emptied because a captive
 * portal answered “nothing”.
 *
 * Returns: %TRUE if nothing should be removed without asking
 */
gboolean
clt_sweep_is_suspicious (guint n_ours,
                         guint n_theirs,
                         guint n_gone)
{
  if (n_gone == 0)
    return FALSE;

  return n_theirs == 0
         || (n_gone > UNSUSPICIOUS_COUNT
             && (guint64) n_gone * 100 > (guint64) n_ours * UNSUSPICIOUS_PERCENT);
}

/**
 * clt_sweep_find_gone:
 * @ours: (array zero-terminated=1): ids that are here
 * @theirs: (element-type utf8): ids the server lists
 *
 * Finds the ids that are only here.
 *
 * Returns: (transfer container) (element-type utf8): texts of @ours, followed by
 *   %NULL, so that the array's data is a string vector too
 */
GPtrArray *
clt_sweep_find_gone (const char * const *ours,
                     GPtrArray          *theirs)
{
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GHashTable) listed = NULL;

  g_return_val_if_fail (ours != NULL, NULL);
  g_return_val_if_fail (theirs != NULL, NULL);

  gone = g_ptr_array_new ();
  listed = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < theirs->len; i++)
    g_hash_table_add (listed, g_ptr_array_index (theirs, i));

  for (gsize i = 0; ours[i] != NULL; i++)
    if (!g_hash_table_contains (listed, ours[i]))
      g_ptr_array_add (gone, (gpointer) ours[i]);
  g_ptr_array_add (gone, NULL);

  return g_steal_pointer (&gone);
}

/**
 * clt_sweep_async:
 * @store: where the records are
 * @connector: the server; signed in
 * @entities: (element-type CltEntity): what to sweep
 * @allowance: so many records may go even if that looks suspicious, because the
 *   user has seen the number and agreed; otherwise 0
 * @cancellable: (nullable): to stop
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Hides the records that the server no longer has, or no longer shows to this
 * account. Where it looks as if the server were to blame, they stay.
 */
void
clt_sweep_async (CltStore            *store,
                 CltConnector        *connector,
                 GPtrArray           *entities,
                 guint                allowance,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Sweep *sweep;

  g_return_if_fail (CLT_IS_STORE (store));
  g_return_if_fail (CLT_IS_CONNECTOR (connector));
  g_return_if_fail (entities != NULL);

  sweep = g_new0 (Sweep, 1);
  sweep->store = g_object_ref (store);
  sweep->connector = g_object_ref (connector);
  sweep->entities = g_ptr_array_ref (entities);
  sweep->allowance = allowance;
  sweep->kept = g_string_new (NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_sweep_async);
  g_task_set_task_data (task, sweep, (GDestroyNotify) sweep_free);

  clt_sweep_compare_next (task);
}

static GError *
clt_sweep_explain (Sweep *sweep)
{
  return g_error_new (CLT_ERROR, CLT_ERROR_INVALID,
                      /* Translators: %s says which: “Customers: 30 of 49, Notes: 30 of 267” */
                      ngettext ("%u record is no longer on the server (%s). That is more than "
                                "usual, so it was kept on this computer.",
                                "%u records are no longer on the server (%s). That is more than "
                                "usual, so they were kept on this computer.",
                                sweep->n_kept),
                      sweep->n_kept, sweep->kept->str);
}

/**
 * clt_sweep_finish:
 * @store: the store
 * @result: what the callback got
 * @n_kept: (out) (optional): how many records seem to be gone and were kept
 * @kept: (out) (optional) (nullable): why, in words for the user
 * @error: return location for an error, which ended the sweep
 *
 * Returns: %TRUE if all entities were compared
 */
gboolean
clt_sweep_finish (CltStore      *store,
                  GAsyncResult  *result,
                  guint         *n_kept,
                  GError       **kept,
                  GError       **error)
{
  Sweep *sweep;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  sweep = g_task_get_task_data (G_TASK (result));
  if (n_kept != NULL)
    *n_kept = sweep->n_kept;
  if (kept != NULL && sweep->n_kept > 0)
    *kept = clt_sweep_explain (sweep);

  return g_task_propagate_boolean (G_TASK (result), error);
}
