/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-pull"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-pull.h"

/* One entity's turn. */
typedef struct
{
  CltEntity *entity;          /* (owned) */
  char      *cursor;          /* (owned) (nullable): what the next request asks after */
  gboolean   is_cursor_known; /* the store has been asked where the last run stopped */
  gint64     n_done;
} PullLane;

/* At most one request and one transaction are under way, and one page waits between them. */
typedef struct
{
  CltStore            *store;         /* (owned) */
  CltConnector        *connector;     /* (owned) */
  CltPullProgressFunc  progress;
  gpointer             progress_data;
  GPtrArray           *lanes;         /* (owned) (element-type PullLane) */
  guint                current;       /* the lane whose pages are being asked for */
  gboolean             is_fetching;
  CltPullPage         *waiting;       /* (owned) (nullable): fetched, not yet handed to the store */
  PullLane            *waiting_lane;
  CltPullPage         *applying;      /* (owned) (nullable): in the store's hands */
  PullLane            *applying_lane;
  GError              *error;         /* (owned) (nullable): ends the pull */
  GError              *left_out;      /* (owned) (nullable): the first entity that was refused */
} Pull;

static void clt_pull_continue (GTask *task);

static PullLane *
pull_lane_new (CltEntity *entity)
{
  PullLane *lane = g_new0 (PullLane, 1);

  lane->entity = clt_entity_ref (entity);

  return lane;
}

static void
pull_lane_free (PullLane *lane)
{
  clt_entity_unref (lane->entity);
  g_free (lane->cursor);
  g_free (lane);
}

static void
pull_free (Pull *pull)
{
  g_object_unref (pull->store);
  g_object_unref (pull->connector);
  g_ptr_array_unref (pull->lanes);
  g_clear_pointer (&pull->waiting, clt_pull_page_unref);
  g_clear_pointer (&pull->applying, clt_pull_page_unref);
  g_clear_error (&pull->error);
  g_clear_error (&pull->left_out);
  g_free (pull);
}

/* {{{ From the server */

/* Only the first failure counts: what follows is often its echo. */
static void
clt_pull_end (Pull   *pull,
              GError *error)
{
  if (pull->error == NULL)
    pull->error = error;
  else
    g_error_free (error);
}

/* What is refused for one entity says nothing of the others: they go on. */
static void
clt_pull_leave_out (Pull         *pull,
                    const GError *error)
{
  PullLane *lane = g_ptr_array_index (pull->lanes, pull->current);
  g_autofree char *sentence = clt_error_dup_sentence (error);

  if (pull->left_out == NULL)
    g_set_error (&pull->left_out, CLT_ERROR, CLT_ERROR_INVALID,
                 /* Translators: %s are the plural of a kind of record, such as “Tickets”, and a
                  * sentence that says why */
                 _("%s were not fetched. %s"), clt_entity_get_label_plural (lane->entity),
                 sentence);

  pull->current++;
}

static void
clt_pull_take_page (Pull        *pull,
                    CltPullPage *page)
{
  PullLane *lane = g_ptr_array_index (pull->lanes, pull->current);
  const gboolean is_last = clt_pull_page_get_is_last (page);
  const char *cursor = clt_pull_page_get_cursor (page);

  /* A server that forgets the cursor would send its first page for ever. */
  if (!is_last && g_strcmp0 (cursor, lane->cursor) == 0)
    {
      clt_pull_end (pull, g_error_new (CLT_ERROR, CLT_ERROR_MALFORMED, "The cursor stands still"));
      clt_pull_page_unref (page);
      return;
    }

  pull->waiting = page;
  pull->waiting_lane = lane;
  if (is_last)
    pull->current++;
}

static void
clt_pull_fetched_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Pull *pull = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  CltPullPage *page;

  page = clt_connector_pull_finish (pull->connector, result, &error);
  pull->is_fetching = FALSE;
  if (page != NULL)
    clt_pull_take_page (pull, page);
  else if (clt_pull_is_refusal (error))
    clt_pull_leave_out (pull, error);
  else
    clt_pull_end (pull, g_steal_pointer (&error));

  clt_pull_continue (task);
}

static void
clt_pull_cursor_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Pull *pull = g_task_get_task_data (task);
  PullLane *lane = g_ptr_array_index (pull->lanes, pull->current);
  GError *error = NULL;

  lane->cursor = clt_store_get_meta_finish (pull->store, result, &error);
  lane->is_cursor_known = TRUE;
  pull->is_fetching = FALSE;
  if (error != NULL)
    clt_pull_end (pull, error);

  clt_pull_continue (task);
}

static void
clt_pull_fetch (GTask *task)
{
  Pull *pull = g_task_get_task_data (task);
  PullLane *lane = g_ptr_array_index (pull->lanes, pull->current);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autofree char *cursor_name = clt_pull_dup_cursor_name (clt_entity_get_name (lane->entity));

  pull->is_fetching = TRUE;
  if (lane->is_cursor_known)
    clt_connector_pull_async (pull->connector, lane->entity, lane->cursor, cancellable,
                              clt_pull_fetched_cb, g_object_ref (task));
  else
    clt_store_get_meta_async (pull->store, cursor_name, cancellable, clt_pull_cursor_cb,
                              g_object_ref (task));
}

/* }}} */
/* {{{ Into the store */

static void
clt_pull_report (Pull *pull)
{
  PullLane *lane = pull->applying_lane;

  lane->n_done += clt_pull_page_get_n_rows (pull->applying);
  if (pull->progress != NULL)
    pull->progress (lane->entity, lane->n_done, clt_pull_page_get_total (pull->applying),
                    pull->progress_data);
}

static void
clt_pull_applied_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Pull *pull = g_task_get_task_data (task);
  GError *error = NULL;

  if (clt_store_apply_page_finish (pull->store, result, NULL, &error))
    clt_pull_report (pull);
  else
    clt_pull_end (pull, error);

  g_clear_pointer (&pull->applying, clt_pull_page_unref);
  clt_pull_continue (task);
}

static void
clt_pull_apply (GTask *task)
{
  Pull *pull = g_task_get_task_data (task);
  CltEntity *entity = pull->waiting_lane->entity;
  g_autofree char *cursor_name = clt_pull_dup_cursor_name (clt_entity_get_name (entity));

  pull->applying = g_steal_pointer (&pull->waiting);
  pull->applying_lane = pull->waiting_lane;

  /* Not cancellable: a page that is here is worth keeping. */
  clt_store_apply_page_async (pull->store, pull->applying, cursor_name, NULL, clt_pull_applied_cb,
                              g_object_ref (task));
}

/* The next request asks after the new cursor already, while the store still holds the old one:
 * killed here, the next run asks for this page again. Pages are stored in the order in which they
 * were fetched, so the stored cursor never passes a row that is not stored. */
static void
clt_pull_take_cursor (Pull *pull)
{
  PullLane *lane = pull->waiting_lane;

  g_free (lane->cursor);
  lane->cursor = g_strdup (clt_pull_page_get_cursor (pull->waiting));
}

/* Nothing came and the cursor did not move: the usual page of a workspace at rest. */
static gboolean
clt_pull_is_idle_page (Pull *pull)
{
  return clt_pull_page_get_n_rows (pull->waiting) == 0
         && g_strcmp0 (clt_pull_page_get_cursor (pull->waiting), pull->waiting_lane->cursor) == 0;
}

/* }}} */

static void
clt_pull_settle (GTask *task)
{
  Pull *pull = g_task_get_task_data (task);

  if (pull->error != NULL)
    g_task_return_error (task, g_steal_pointer (&pull->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
clt_pull_continue (GTask *task)
{
  Pull *pull = g_task_get_task_data (task);

  if (pull->error == NULL)
    g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &pull->error);

  if (pull->error != NULL)
    {
      if (!pull->is_fetching && pull->applying == NULL)
        clt_pull_settle (task);
      return;
    }

  if (pull->waiting != NULL && clt_pull_is_idle_page (pull))
    g_clear_pointer (&pull->waiting, clt_pull_page_unref);

  if (pull->waiting != NULL && pull->applying == NULL)
    {
      clt_pull_take_cursor (pull);
      clt_pull_apply (task);
    }

  if (pull->waiting == NULL && !pull->is_fetching && pull->current < pull->lanes->len)
    clt_pull_fetch (task);

  if (!pull->is_fetching && pull->waiting == NULL && pull->applying == NULL)
    clt_pull_settle (task);
}

/* {{{ Order */

static void
clt_pull_visit (const CltSchema *schema,
                CltEntity       *entity,
                GHashTable      *visited,
                GPtrArray       *order)
{
  if (!g_hash_table_add (visited, entity))
    return;

  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    {
      const char *target = clt_field_get_target (clt_entity_get_field (entity, i));
      CltEntity *referred = target != NULL ? clt_schema_find_entity (schema, target) : NULL;

      if (referred != NULL)
        clt_pull_visit (schema, referred, visited, order);
    }

  g_ptr_array_add (order, clt_entity_ref (entity));
}

/**
 * clt_pull_dup_order:
 * @schema: what the server has
 *
 * Lists the entities in the order in which they are to be fetched: that of the
 * schema, but what a record refers to comes before it, so that names are there
 * when the first rows are shown. Where entities refer to each other in a circle,
 * the first of the schema's order ends it; the store fills in what was missing.
 *
 * Returns: (transfer full) (element-type CltEntity): all entities of @schema
 */
GPtrArray *
clt_pull_dup_order (const CltSchema *schema)
{
  g_autoptr (GPtrArray) order = NULL;
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (schema != NULL, NULL);

  order = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_entity_unref);
  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    clt_pull_visit (schema, clt_schema_get_entity (schema, i), visited, order);

  return g_steal_pointer (&order);
}

/* }}} */

/**
 * clt_pull_is_refusal:
 * @error: what a server answered for one entity
 *
 * Tells whether the answer is about that entity alone: this account may not see
 * it, or the server does not have it. Other entities are worth asking for.
 *
 * Returns: %FALSE if the whole run has to end
 */
gboolean
clt_pull_is_refusal (const GError *error)
{
  return g_error_matches (error, CLT_ERROR, CLT_ERROR_FORBIDDEN)
         || g_error_matches (error, CLT_ERROR, CLT_ERROR_NOT_FOUND)
         || g_error_matches (error, CLT_ERROR, CLT_ERROR_REFUSED);
}

/**
 * clt_pull_dup_cursor_name:
 * @entity: the name of an entity
 *
 * Names the setting of the store under which the cursor of an entity is kept.
 *
 * Returns: (transfer full): for clt_store_get_meta_async()
 */
char *
clt_pull_dup_cursor_name (const char *entity)
{
  return g_strconcat ("cursor/", entity, NULL);
}

/**
 * clt_pull_async:
 * @store: where the records go
 * @connector: where they come from; signed in
 * @entities: (element-type CltEntity): what to fetch, in this order
 * @progress: (nullable): called after each page that was stored
 * @progress_data: for @progress, which is not called after @callback
 * @cancellable: (nullable): to stop; pages that are stored stay
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Fetches what changed since the stored cursors, or everything where there is
 * none. Each page is stored together with its cursor, so that the next pull goes
 * on where this one ended, however it ended.
 */
void
clt_pull_async (CltStore            *store,
                CltConnector        *connector,
                GPtrArray           *entities,
                CltPullProgressFunc  progress,
                gpointer             progress_data,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Pull *pull;

  g_return_if_fail (CLT_IS_STORE (store));
  g_return_if_fail (CLT_IS_CONNECTOR (connector));
  g_return_if_fail (entities != NULL);

  pull = g_new0 (Pull, 1);
  pull->store = g_object_ref (store);
  pull->connector = g_object_ref (connector);
  pull->progress = progress;
  pull->progress_data = progress_data;
  pull->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) pull_lane_free);
  for (guint i = 0; i < entities->len; i++)
    g_ptr_array_add (pull->lanes, pull_lane_new (g_ptr_array_index (entities, i)));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_pull_async);
  g_task_set_task_data (task, pull, (GDestroyNotify) pull_free);

  clt_pull_continue (task);
}

/**
 * clt_pull_finish:
 * @store: the store
 * @result: what the callback got
 * @left_out: (out) (optional) (nullable): why an entity was left out, if one was:
 *   the server refused it, and the others went on
 * @error: return location for an error, which ended the pull
 *
 * Returns: %TRUE if all entities were fetched to their end or left out
 */
gboolean
clt_pull_finish (CltStore      *store,
                 GAsyncResult  *result,
                 GError       **left_out,
                 GError       **error)
{
  Pull *pull;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  pull = g_task_get_task_data (G_TASK (result));
  if (left_out != NULL)
    *left_out = g_steal_pointer (&pull->left_out);

  return g_task_propagate_boolean (G_TASK (result), error);
}
