/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-engine-states"

#include "config.h"

#include "clt-engine-private.h"
#include "clt-error.h"

/* {{{ The state table */

typedef struct
{
  CltEngineState  next;
  void          (*action) (CltEngine *self);
} Transition;

#define STARTS { CLT_ENGINE_SIGNING_IN, clt_engine_start }

/* However far a run has come, these end it in the same way. */
#define ENDS \
  [CLT_EVENT_CANCELLED] = { CLT_ENGINE_IDLE, clt_engine_stop }, \
  [CLT_EVENT_NO_NETWORK] = { CLT_ENGINE_OFFLINE, clt_engine_fail }, \
  [CLT_EVENT_TRANSIENT] = { CLT_ENGINE_WAITING, clt_engine_wait }, \
  [CLT_EVENT_UNAUTHORIZED] = { CLT_ENGINE_NEEDS_SIGN_IN, clt_engine_fail }, \
  [CLT_EVENT_ERROR] = { CLT_ENGINE_FAILED, clt_engine_fail }

/* Without a row, an event changes nothing: a tick during a run, say. Drawn in README.md. */
static const Transition transitions[CLT_N_ENGINE_STATES][CLT_N_ENGINE_EVENTS] = {
  [CLT_ENGINE_IDLE] = {
    [CLT_EVENT_ASKED] = STARTS,
    [CLT_EVENT_TICK] = STARTS,
    [CLT_EVENT_CONNECTED] = { CLT_ENGINE_IDLE, clt_engine_stay },
    [CLT_EVENT_UNAUTHORIZED] = { CLT_ENGINE_NEEDS_SIGN_IN, clt_engine_fail },
  },
  [CLT_ENGINE_SIGNING_IN] = {
    [CLT_EVENT_CONNECTED] = { CLT_ENGINE_SIGNING_IN, clt_engine_sign_in },
    [CLT_EVENT_DONE] = { CLT_ENGINE_DESCRIBING, clt_engine_describe },
    ENDS,
  },
  [CLT_ENGINE_DESCRIBING] = {
    [CLT_EVENT_DONE] = { CLT_ENGINE_PULLING, clt_engine_pull },
    ENDS,
  },
  [CLT_ENGINE_PULLING] = {
    [CLT_EVENT_DONE] = { CLT_ENGINE_SWEEPING, clt_engine_sweep },
    ENDS,
  },
  [CLT_ENGINE_SWEEPING] = {
    [CLT_EVENT_DONE] = { CLT_ENGINE_IDLE, clt_engine_succeed },
    [CLT_EVENT_WARNED] = { CLT_ENGINE_FAILED, clt_engine_succeed },
    ENDS,
  },
  [CLT_ENGINE_OFFLINE] = {
    [CLT_EVENT_ASKED] = STARTS,
    [CLT_EVENT_TICK] = STARTS,
    [CLT_EVENT_NETWORK_BACK] = STARTS,
    [CLT_EVENT_CONNECTED] = STARTS,
  },
  [CLT_ENGINE_WAITING] = {
    [CLT_EVENT_ASKED] = STARTS,
    [CLT_EVENT_RETRY_DUE] = STARTS,
    [CLT_EVENT_NETWORK_BACK] = STARTS,
    [CLT_EVENT_CONNECTED] = STARTS,
  },
  /* No timer leaves this state: a refused key is not tried again and again. */
  [CLT_ENGINE_NEEDS_SIGN_IN] = {
    [CLT_EVENT_ASKED] = { CLT_ENGINE_NEEDS_SIGN_IN, clt_engine_stay },
    [CLT_EVENT_CONNECTED] = STARTS,
    [CLT_EVENT_UNAUTHORIZED] = { CLT_ENGINE_NEEDS_SIGN_IN, clt_engine_fail },
  },
  [CLT_ENGINE_FAILED] = {
    [CLT_EVENT_ASKED] = STARTS,
    [CLT_EVENT_TICK] = STARTS,
    [CLT_EVENT_CONNECTED] = STARTS,
  },
};

/**
 * clt_engine_is_running:
 * @self: an engine
 *
 * Returns: %TRUE while there is work to do in this state
 */
gboolean
clt_engine_is_running (CltEngine *self)
{
  return transitions[self->state][CLT_EVENT_DONE].action != NULL;
}

/* Tells everybody who waits how the run ended. Their callbacks may do anything, so this is last. */
static void
clt_engine_answer (CltEngine *self)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->tasks);
  g_autoptr (GError) outcome = g_steal_pointer (&self->outcome);

  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tasks->len; i++)
    {
      GTask *task = g_ptr_array_index (tasks, i);
      GCancellable *cancellable = g_task_get_cancellable (task);

      if (cancellable != NULL)
        g_signal_handlers_disconnect_by_func (cancellable, clt_engine_cancel, self);

      if (outcome != NULL)
        g_task_return_error (task, g_error_copy (outcome));
      else
        g_task_return_boolean (task, TRUE);
    }
}

static void
clt_engine_transit (CltEngine      *self,
                    CltEngineEvent  event)
{
  const Transition *transition = &transitions[self->state][event];

  if (transition->action == NULL)
    return;

  clt_engine_set_state (self, transition->next);
  transition->action (self);
}

/**
 * clt_engine_adopt_connector:
 * @self: an engine that is not working with its connector
 * @connector: the one to work with from now on
 *
 * What the old one said of the server may not hold for the new one's account.
 */
void
clt_engine_adopt_connector (CltEngine    *self,
                            CltConnector *connector)
{
  g_set_object (&self->connector, connector);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
}

/* A key that came during the run: whoever waits gets the next run's answer instead. */
static void
clt_engine_change_connector (CltEngine *self)
{
  g_autoptr (CltConnector) connector = g_steal_pointer (&self->next_connector);

  clt_engine_adopt_connector (self, connector);
  clt_engine_handle (self, self->state == CLT_ENGINE_IDLE ? CLT_EVENT_ASKED : CLT_EVENT_CONNECTED);
}

/**
 * clt_engine_handle:
 * @self: an engine
 * @event: what happened
 *
 * Changes the state as the table says, and acts. An event that an action brings
 * about is handled after that action. At the end of a run those who waited for it
 * get their answer, and may do anything.
 */
void
clt_engine_handle (CltEngine      *self,
                   CltEngineEvent  event)
{
  G_GNUC_UNUSED g_autoptr (CltEngine) alive = g_object_ref (self);

  if (self->is_handling)
    {
      self->queued_event = event;
      return;
    }

  g_object_freeze_notify (G_OBJECT (self));
  self->is_handling = TRUE;
  for (; event != CLT_EVENT_NONE; event = self->queued_event)
    {
      self->queued_event = CLT_EVENT_NONE;
      clt_engine_transit (self, event);
    }
  self->is_handling = FALSE;
  g_object_thaw_notify (G_OBJECT (self));

  if (clt_engine_is_running (self))
    return;

  if (self->next_connector != NULL)
    clt_engine_change_connector (self);
  else
    clt_engine_answer (self);
}

/* }}} */
/* {{{ Failures */

static CltEngineEvent
clt_engine_classify (CltEngine    *self,
                     const GError *error)
{
  if (clt_error_is_cancelled (error))
    return CLT_EVENT_CANCELLED;
  if (g_error_matches (error, CLT_ERROR, CLT_ERROR_UNAUTHORIZED))
    return CLT_EVENT_UNAUTHORIZED;
  if (!clt_error_is_transient (error))
    return CLT_EVENT_ERROR;
  /* Only a hint, so it is asked after the attempt: a server on this computer needs no network. */
  if (!clt_network_get_available (self->network))
    return CLT_EVENT_NO_NETWORK;

  return CLT_EVENT_TRANSIENT;
}

/**
 * clt_engine_end_with:
 * @self: an engine
 * @error: (transfer full): what went wrong
 *
 * Lets an error be the event that it stands for, and the answer to those who wait.
 */
void
clt_engine_end_with (CltEngine *self,
                     GError    *error)
{
  g_clear_error (&self->outcome);
  self->outcome = error;
  clt_engine_handle (self, clt_engine_classify (self, error));
}

/* }}} */
