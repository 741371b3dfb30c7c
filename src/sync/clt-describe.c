/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-describe"

#include "config.h"

#include "clt-catalog.h"
#include "clt-describe.h"
#include "clt-pull.h"

typedef struct
{
  CltStore     *store;     /* (owned) */
  CltConnector *connector; /* (owned) */
  CltSchema    *merged;    /* (owned) (nullable): what we know and the server has */
  GPtrArray    *grown;     /* (owned) (nullable) (element-type utf8): cursors to be forgotten */
} Describe;

static void clt_describe_forget_next (GTask *task);

static void
describe_free (Describe *describe)
{
  g_object_unref (describe->store);
  g_object_unref (describe->connector);
  g_clear_pointer (&describe->merged, clt_schema_unref);
  g_clear_pointer (&describe->grown, g_ptr_array_unref);
  g_free (describe);
}

static void
clt_describe_settle (GTask *task)
{
  Describe *describe = g_task_get_task_data (task);

  g_task_return_pointer (task, clt_pull_dup_order (describe->merged),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
clt_describe_adopted_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (clt_store_set_schema_finish (CLT_STORE (object), result, &error))
    clt_describe_settle (task);
  else
    g_task_return_error (task, error);
}

static void
clt_describe_forgotten_cb (GObject      *object,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Describe *describe = g_task_get_task_data (task);
  GError *error = NULL;

  if (!clt_store_set_meta_finish (CLT_STORE (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_remove_index (describe->grown, describe->grown->len - 1);
  clt_describe_forget_next (task);
}

/* The cursors go before the new schema comes: killed in between, the next run fetches too much,
 * never too little. */
static void
clt_describe_forget_next (GTask *task)
{
  Describe *describe = g_task_get_task_data (task);
  GPtrArray *grown = describe->grown;

  if (grown->len > 0)
    {
      const char *entity = g_ptr_array_index (grown, grown->len - 1);
      g_autofree char *cursor_name = clt_pull_dup_cursor_name (entity);

      clt_store_set_meta_async (describe->store, cursor_name, NULL, g_task_get_cancellable (task),
                                clt_describe_forgotten_cb, g_object_ref (task));
      return;
    }

  clt_store_set_schema_async (describe->store, describe->merged, g_task_get_cancellable (task),
                              clt_describe_adopted_cb, g_object_ref (task));
}

static void
clt_describe_described_cb (GObject      *object,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Describe *describe = g_task_get_task_data (task);
  CltSchema *known = clt_store_get_schema (describe->store);
  g_autoptr (CltSchema) described = NULL;
  GError *error = NULL;

  described = clt_connector_describe_finish (describe->connector, result, &error);
  if (described == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  describe->merged = clt_schema_merge (clt_catalog_get (), described);
  if (clt_schema_equal (describe->merged, known))
    {
      clt_describe_settle (task);
      return;
    }

  describe->grown = clt_describe_find_grown (known, describe->merged);
  clt_describe_forget_next (task);
}

static gboolean
clt_describe_has_grown (CltEntity *before,
                        CltEntity *after)
{
  for (guint i = 0; i < clt_entity_get_n_fields (after); i++)
    if (clt_entity_find_index (before, clt_field_get_name (clt_entity_get_field (after, i))) < 0)
      return TRUE;

  return FALSE;
}

/**
 * clt_describe_find_grown:
 * @before: what the store kept so far
 * @after: what it is to keep
 *
 * Finds the entities that got a field. Their records have to be fetched again: a
 * new field may have values in rows that nobody touched, whose stamps are older
 * than the cursor.
 *
 * Returns: (transfer full) (element-type utf8): names of entities, borrowed from
 *   @after
 */
GPtrArray *
clt_describe_find_grown (const CltSchema *before,
                         const CltSchema *after)
{
  g_autoptr (GPtrArray) grown = g_ptr_array_new ();

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  for (guint i = 0; i < clt_schema_get_n_entities (after); i++)
    {
      CltEntity *entity = clt_schema_get_entity (after, i);
      const char *name = clt_entity_get_name (entity);
      CltEntity *known = clt_schema_find_entity (before, name);

      if (known != NULL && clt_describe_has_grown (known, entity))
        g_ptr_array_add (grown, (gpointer) name);
    }

  return g_steal_pointer (&grown);
}

/**
 * clt_describe_async:
 * @store: the workspace's store
 * @connector: the server; signed in
 * @cancellable: (nullable): to give up
 * @callback: called when the store has adopted the description
 * @user_data: for @callback
 *
 * Asks the server which entities and fields it has and lets the store adopt them,
 * merged with the catalog. An unchanged description changes nothing.
 */
void
clt_describe_async (CltStore            *store,
                    CltConnector        *connector,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Describe *describe;

  g_return_if_fail (CLT_IS_STORE (store));
  g_return_if_fail (CLT_IS_CONNECTOR (connector));

  describe = g_new0 (Describe, 1);
  describe->store = g_object_ref (store);
  describe->connector = g_object_ref (connector);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_describe_async);
  g_task_set_task_data (task, describe, (GDestroyNotify) describe_free);

  clt_connector_describe_async (connector, cancellable, clt_describe_described_cb,
                                g_object_ref (task));
}

/**
 * clt_describe_finish:
 * @store: the store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CltEntity): the entities that the server
 *   has, as the store keeps them, in the order in which they are to be fetched
 */
GPtrArray *
clt_describe_finish (CltStore      *store,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
