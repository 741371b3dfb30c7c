/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-engine"

#include "config.h"

#include "clt-engine-private.h"
#include "clt-error.h"

G_DEFINE_FINAL_TYPE (CltEngine, clt_engine, G_TYPE_OBJECT)

typedef enum
{
  PROP_STATE = 1,
  PROP_ERROR,
  PROP_ENTITY,
  PROP_N_DONE,
  PROP_N_TOTAL,
  PROP_LAST_SYNC,
  PROP_RETRY_AT,
  PROP_N_SUSPECTED,
  PROP_INTERVAL_MINUTES,
} CltEngineProperty;

static GParamSpec *properties[PROP_INTERVAL_MINUTES + 1];

/* {{{ Small state */

/**
 * clt_engine_set_state:
 * @self: an engine
 * @state: a state
 *
 * Changes the property; only the state table decides when.
 */
void
clt_engine_set_state (CltEngine      *self,
                      CltEngineState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * clt_engine_set_error:
 * @self: an engine
 * @error: (nullable): how a run ended
 */
void
clt_engine_set_error (CltEngine    *self,
                      const GError *error)
{
  if (error == NULL && self->error == NULL)
    return;

  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/**
 * clt_engine_set_progress:
 * @self: an engine
 * @entity: (nullable): interned name of the entity being pulled
 * @n_done: rows stored so far
 * @n_total: rows to come in all, or -1 if the server did not say
 *
 * Changes all three before the first of them is notified.
 */
void
clt_engine_set_progress (CltEngine  *self,
                         const char *entity,
                         gint64      n_done,
                         gint64      n_total)
{
  GObject *object = G_OBJECT (self);

  /* Frozen, so that all three have changed when the first is seen. */
  g_object_freeze_notify (object);
  if (self->entity != entity)
    {
      self->entity = entity;
      g_object_notify_by_pspec (object, properties[PROP_ENTITY]);
    }
  if (self->n_done != n_done)
    {
      self->n_done = n_done;
      g_object_notify_by_pspec (object, properties[PROP_N_DONE]);
    }
  if (self->n_total != n_total)
    {
      self->n_total = n_total;
      g_object_notify_by_pspec (object, properties[PROP_N_TOTAL]);
    }
  g_object_thaw_notify (object);
}

/**
 * clt_engine_set_last_sync:
 * @self: an engine
 * @last_sync: microseconds since the epoch
 */
void
clt_engine_set_last_sync (CltEngine *self,
                          gint64     last_sync)
{
  if (self->last_sync == last_sync)
    return;

  self->last_sync = last_sync;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_SYNC]);
}

/**
 * clt_engine_set_retry_at:
 * @self: an engine
 * @retry_at: microseconds since the epoch, or 0
 */
void
clt_engine_set_retry_at (CltEngine *self,
                         gint64     retry_at)
{
  if (self->retry_at == retry_at)
    return;

  self->retry_at = retry_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RETRY_AT]);
}

/**
 * clt_engine_set_n_suspected:
 * @self: an engine
 * @n_suspected: records kept although the server does not list them
 */
void
clt_engine_set_n_suspected (CltEngine *self,
                            guint      n_suspected)
{
  if (self->n_suspected == n_suspected)
    return;

  self->n_suspected = n_suspected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SUSPECTED]);
}

/* }}} */
/* {{{ Overrides */

static void
clt_engine_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CltEngine *self = CLT_ENGINE (object);

  switch ((CltEngineProperty) prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_ENTITY:
      g_value_set_string (value, self->entity);
      break;
    case PROP_N_DONE:
      g_value_set_int64 (value, self->n_done);
      break;
    case PROP_N_TOTAL:
      g_value_set_int64 (value, self->n_total);
      break;
    case PROP_LAST_SYNC:
      g_value_set_int64 (value, self->last_sync);
      break;
    case PROP_RETRY_AT:
      g_value_set_int64 (value, self->retry_at);
      break;
    case PROP_N_SUSPECTED:
      g_value_set_uint (value, self->n_suspected);
      break;
    case PROP_INTERVAL_MINUTES:
      g_value_set_uint (value, self->interval);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_engine_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (prop_id == PROP_INTERVAL_MINUTES)
    clt_engine_set_interval (CLT_ENGINE (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
clt_engine_finalize (GObject *object)
{
  CltEngine *self = CLT_ENGINE (object);

  clt_engine_end_schedule (self);
  g_clear_object (&self->store);
  g_clear_object (&self->connector);
  g_clear_object (&self->next_connector);
  g_clear_error (&self->error);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_object (&self->running);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_error (&self->warning);
  g_clear_error (&self->outcome);

  G_OBJECT_CLASS (clt_engine_parent_class)->finalize (object);
}

static void
clt_engine_class_init (CltEngineClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clt_engine_get_property;
  object_class->set_property = clt_engine_set_property;
  object_class->finalize = clt_engine_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CLT_TYPE_ENGINE_STATE,
                                              CLT_ENGINE_IDLE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_ENTITY] = g_param_spec_string ("entity", NULL, NULL, NULL, flags);
  properties[PROP_N_DONE] = g_param_spec_int64 ("n-done", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_N_TOTAL] = g_param_spec_int64 ("n-total", NULL, NULL, -1, G_MAXINT64, -1, flags);
  properties[PROP_LAST_SYNC] = g_param_spec_int64 ("last-sync", NULL, NULL, 0, G_MAXINT64, 0,
                                                   flags);
  properties[PROP_RETRY_AT] = g_param_spec_int64 ("retry-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_N_SUSPECTED] = g_param_spec_uint ("n-suspected", NULL, NULL, 0, G_MAXUINT, 0,
                                                    flags);
  properties[PROP_INTERVAL_MINUTES] =
    g_param_spec_uint ("interval-minutes", NULL, NULL, 0, CLT_ENGINE_LONGEST_INTERVAL,
                       CLT_ENGINE_DEFAULT_INTERVAL,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clt_engine_init (CltEngine *self)
{
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_total = -1;
  clt_engine_begin_schedule (self);
}

GType
clt_engine_state_get_type (void)
{
  static const GEnumValue values[] = {
    { CLT_ENGINE_IDLE, "CLT_ENGINE_IDLE", "idle" },
    { CLT_ENGINE_SIGNING_IN, "CLT_ENGINE_SIGNING_IN", "signing-in" },
    { CLT_ENGINE_DESCRIBING, "CLT_ENGINE_DESCRIBING", "describing" },
    { CLT_ENGINE_PULLING, "CLT_ENGINE_PULLING", "pulling" },
    { CLT_ENGINE_SWEEPING, "CLT_ENGINE_SWEEPING", "sweeping" },
    { CLT_ENGINE_OFFLINE, "CLT_ENGINE_OFFLINE", "offline" },
    { CLT_ENGINE_WAITING, "CLT_ENGINE_WAITING", "waiting" },
    { CLT_ENGINE_NEEDS_SIGN_IN, "CLT_ENGINE_NEEDS_SIGN_IN", "needs-sign-in" },
    { CLT_ENGINE_FAILED, "CLT_ENGINE_FAILED", "failed" },
    { 0, NULL, NULL }
  };
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("CltEngineState", values));

  return type;
}

/* }}} */

/**
 * clt_engine_new:
 * @store: the workspace's store, open for writing
 * @connector: (nullable): the server, or %NULL while the key is being looked for
 *
 * Makes an engine at rest. From now on it starts a run by itself every few
 * minutes and when the network comes back; the first one is up to the caller.
 *
 * Returns: (transfer full): the engine
 */
CltEngine *
clt_engine_new (CltStore     *store,
                CltConnector *connector)
{
  CltEngine *self;

  g_return_val_if_fail (CLT_IS_STORE (store), NULL);
  g_return_val_if_fail (connector == NULL || CLT_IS_CONNECTOR (connector), NULL);

  self = g_object_new (CLT_TYPE_ENGINE, NULL);
  self->store = g_object_ref (store);
  g_set_object (&self->connector, connector);
  clt_engine_recall (self);

  return self;
}

/**
 * clt_engine_get_store:
 * @self: an engine
 *
 * Returns: (transfer none): the store that the engine fills
 */
CltStore *
clt_engine_get_store (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), NULL);

  return self->store;
}

/**
 * clt_engine_get_state:
 * @self: an engine
 *
 * Returns: what the engine is doing
 */
CltEngineState
clt_engine_get_state (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), CLT_ENGINE_IDLE);

  return self->state;
}

/**
 * clt_engine_get_error:
 * @self: an engine
 *
 * Returns: (transfer none) (nullable): what went wrong in the last run; it stays until
 *   another run has ended
 */
GError *
clt_engine_get_error (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), NULL);

  return self->error;
}

/**
 * clt_engine_get_entity:
 * @self: an engine
 *
 * Returns: (nullable): the name of the entity being pulled
 */
const char *
clt_engine_get_entity (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), NULL);

  return self->entity;
}

/**
 * clt_engine_get_n_done:
 * @self: an engine
 *
 * Returns: how many rows of the entity are stored in this run
 */
gint64
clt_engine_get_n_done (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), 0);

  return self->n_done;
}

/**
 * clt_engine_get_n_total:
 * @self: an engine
 *
 * Returns: how many there will be, or -1 if the server did not say
 */
gint64
clt_engine_get_n_total (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), -1);

  return self->n_total;
}

/**
 * clt_engine_get_last_sync:
 * @self: an engine
 *
 * Returns: when the last whole run ended, in microseconds since the epoch; 0 for never
 */
gint64
clt_engine_get_last_sync (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), 0);

  return self->last_sync;
}

/**
 * clt_engine_get_retry_at:
 * @self: an engine
 *
 * Returns: when the next attempt is due, in microseconds since the epoch; 0 unless
 *   waiting
 */
gint64
clt_engine_get_retry_at (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), 0);

  return self->retry_at;
}

/**
 * clt_engine_get_n_suspected:
 * @self: an engine
 *
 * Returns: how many records the server no longer lists, but so many at once that they
 *   were kept
 */
guint
clt_engine_get_n_suspected (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), 0);

  return self->n_suspected;
}

/**
 * clt_engine_set_connector:
 * @self: an engine
 * @connector: the server, with the key to use
 *
 * Works with this connector from now on. A run that waits for one goes on; a run
 * that works with another ends, and one with the new connector takes its place,
 * because the key may be that of another account. An engine that was in need of
 * it starts a run.
 */
void
clt_engine_set_connector (CltEngine    *self,
                          CltConnector *connector)
{
  g_return_if_fail (CLT_IS_ENGINE (self));
  g_return_if_fail (CLT_IS_CONNECTOR (connector));

  if (clt_engine_is_running (self) && self->connector != NULL)
    {
      g_set_object (&self->next_connector, connector);
      g_cancellable_cancel (self->running);
      return;
    }

  clt_engine_adopt_connector (self, connector);
  clt_engine_handle (self, CLT_EVENT_CONNECTED);
}

/**
 * clt_engine_refuse:
 * @self: an engine without a connector
 * @error: why it gets none
 *
 * Tells the engine that there will be no connector until the user does something
 * about it. Whoever waits for a run gets the error.
 */
void
clt_engine_refuse (CltEngine    *self,
                   const GError *error)
{
  g_return_if_fail (CLT_IS_ENGINE (self));
  g_return_if_fail (error != NULL);

  if (self->connector != NULL)
    return;

  g_clear_error (&self->outcome);
  self->outcome = g_error_copy (error);
  clt_engine_handle (self, CLT_EVENT_UNAUTHORIZED);
}

/**
 * clt_engine_sync_async:
 * @self: an engine
 * @cancellable: (nullable): ends the run, for all who wait for it
 * @callback: called when the run has ended
 * @user_data: for @callback
 *
 * Starts a run, or joins the one under way. A server that asked us to wait is
 * not asked before its time: the answer is its refusal again.
 */
void
clt_engine_sync_async (CltEngine           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CLT_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_engine_sync_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  if (clt_engine_must_wait (self))
    {
      g_task_return_error (task, g_error_copy (self->error));
      return;
    }

  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (clt_engine_cancel), self,
                             G_CONNECT_SWAPPED);

  self->is_asked = TRUE;
  g_ptr_array_add (self->tasks, g_steal_pointer (&task));
  clt_engine_handle (self, CLT_EVENT_ASKED);
}

/**
 * clt_engine_sync_finish:
 * @self: an engine
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %TRUE if everything was fetched
 */
gboolean
clt_engine_sync_finish (CltEngine     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * clt_engine_allow_removals:
 * @self: an engine
 *
 * Starts a run that removes as many records as the user has been shown, although
 * so many are suspicious. If there are more by then, it asks again.
 */
void
clt_engine_allow_removals (CltEngine *self)
{
  g_return_if_fail (CLT_IS_ENGINE (self));

  self->allowance = self->n_suspected;
  self->is_asked = TRUE;
  clt_engine_handle (self, CLT_EVENT_ASKED);
}

/**
 * clt_engine_cancel:
 * @self: an engine
 *
 * Ends the run under way. The page that is being stored is still stored; the
 * next run goes on from there. Without a run, nothing happens.
 */
void
clt_engine_cancel (CltEngine *self)
{
  g_return_if_fail (CLT_IS_ENGINE (self));

  if (!clt_engine_is_running (self))
    return;

  g_cancellable_cancel (self->running);

  /* Nothing is under way that could tell us: the run waits for a connector. */
  if (self->connector == NULL)
    clt_engine_end_with (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled"));
}
