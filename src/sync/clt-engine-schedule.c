/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-engine-schedule"

#include "config.h"

#include "clt-engine-private.h"
#include "clt-error.h"
#include "clt-time.h"

static gboolean
clt_engine_retry_cb (gpointer user_data)
{
  CltEngine *self = CLT_ENGINE (user_data);

  self->retry_source = 0;
  clt_engine_handle (self, CLT_EVENT_RETRY_DUE);

  return G_SOURCE_REMOVE;
}

static gboolean
clt_engine_tick_cb (gpointer user_data)
{
  clt_engine_handle (CLT_ENGINE (user_data), CLT_EVENT_TICK);

  return G_SOURCE_CONTINUE;
}

static void
clt_engine_network_cb (CltEngine *self)
{
  if (clt_network_get_available (self->network) && !clt_engine_must_wait (self))
    clt_engine_handle (self, CLT_EVENT_NETWORK_BACK);
}

static void
clt_engine_schedule_ticks (CltEngine *self)
{
  g_clear_handle_id (&self->interval_source, g_source_remove);
  if (self->interval > 0)
    self->interval_source = g_timeout_add_seconds (self->interval * 60, clt_engine_tick_cb, self);
}

/**
 * clt_engine_begin_schedule:
 * @self: a new engine
 *
 * Follows the network and the clock from now on.
 */
void
clt_engine_begin_schedule (CltEngine *self)
{
  self->network = clt_network_get_default ();
  g_signal_connect_object (self->network, "notify::available", G_CALLBACK (clt_engine_network_cb),
                           self, G_CONNECT_SWAPPED);
  self->interval = CLT_ENGINE_DEFAULT_INTERVAL;
  clt_engine_schedule_ticks (self);
}

/**
 * clt_engine_end_schedule:
 * @self: an engine that is going away
 *
 * Starts nothing any more.
 */
void
clt_engine_end_schedule (CltEngine *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_clear_handle_id (&self->interval_source, g_source_remove);
}

/**
 * clt_engine_schedule_retry:
 * @self: an engine whose run failed in passing
 * @delay: milliseconds until the next attempt
 *
 * Sets the alarm for the next attempt.
 */
void
clt_engine_schedule_retry (CltEngine *self,
                           gint64     delay)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
  self->retry_source = g_timeout_add ((guint) delay, clt_engine_retry_cb, self);
  clt_engine_set_retry_at (self, clt_time_now () + delay * 1000);
}

/**
 * clt_engine_forget_retry:
 * @self: an engine
 *
 * Stops the alarm: the attempt is being made, or no longer makes sense.
 */
void
clt_engine_forget_retry (CltEngine *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
  clt_engine_set_retry_at (self, 0);
}

/**
 * clt_engine_must_wait:
 * @self: an engine
 *
 * Tells whether the server asked for peace. It gets it, whoever is in a hurry here.
 *
 * Returns: %TRUE until the time it named has come
 */
gboolean
clt_engine_must_wait (CltEngine *self)
{
  return self->state == CLT_ENGINE_WAITING
         && g_error_matches (self->error, CLT_ERROR, CLT_ERROR_RATE_LIMITED);
}

/**
 * clt_engine_get_interval:
 * @self: an engine
 *
 * Returns: minutes between two runs; 0 if there are none unless asked for
 */
guint
clt_engine_get_interval (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), 0);

  return self->interval;
}

/**
 * clt_engine_set_interval:
 * @self: an engine
 * @minutes: time between two runs, at most a day; 0 for none unless asked for
 *
 * Counts from now.
 */
void
clt_engine_set_interval (CltEngine *self,
                         guint      minutes)
{
  g_return_if_fail (CLT_IS_ENGINE (self));

  minutes = MIN (minutes, CLT_ENGINE_LONGEST_INTERVAL);
  if (self->interval == minutes)
    return;

  self->interval = minutes;
  clt_engine_schedule_ticks (self);
  g_object_notify (G_OBJECT (self), "interval-minutes");
}
