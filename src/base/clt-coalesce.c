/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-coalesce"

#include "config.h"

#include "clt-coalesce.h"

/* Before GTK draws (GDK_PRIORITY_REDRAW is G_PRIORITY_HIGH_IDLE + 20): what was asked for while
 * a frame was laid out is then answered before the next one. */
#define PRIORITY G_PRIORITY_HIGH_IDLE

struct _CltCoalesce
{
  guint            delay_ms;
  CltCoalesceFunc  func;
  gpointer         user_data;
  guint            source_id; /* 0 if nothing was requested */
};

static gboolean
clt_coalesce_run_cb (gpointer user_data)
{
  CltCoalesce *self = user_data;

  /* First: the function may request again, or free us. */
  self->source_id = 0;
  self->func (self->user_data);

  return G_SOURCE_REMOVE;
}

/**
 * clt_coalesce_new:
 * @delay_ms: how long to collect requests, in milliseconds; 0 to wait only until
 *   the main loop is idle
 * @func: what to call once for a burst of requests
 * @user_data: what to call it with
 *
 * Returns: (transfer full): a coalescer without a request
 */
CltCoalesce *
clt_coalesce_new (guint           delay_ms,
                  CltCoalesceFunc func,
                  gpointer        user_data)
{
  CltCoalesce *self;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (CltCoalesce, 1);
  self->delay_ms = delay_ms;
  self->func = func;
  self->user_data = user_data;

  return self;
}

/**
 * clt_coalesce_request:
 * @self: a coalescer
 *
 * Asks for a call. Requests before that call add nothing: they do not put it off
 * either, so that a steady stream of requests is answered steadily.
 */
void
clt_coalesce_request (CltCoalesce *self)
{
  g_return_if_fail (self != NULL);

  if (self->source_id != 0)
    return;

  if (self->delay_ms == 0)
    self->source_id = g_idle_add_full (PRIORITY, clt_coalesce_run_cb, self, NULL);
  else
    self->source_id = g_timeout_add_full (PRIORITY, self->delay_ms, clt_coalesce_run_cb, self,
                                          NULL);
}

/**
 * clt_coalesce_cancel:
 * @self: a coalescer
 *
 * Forgets what was requested. Nothing happens if nothing was.
 */
void
clt_coalesce_cancel (CltCoalesce *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source_id, g_source_remove);
}

/**
 * clt_coalesce_free:
 * @self: (nullable): a coalescer
 *
 * Frees it; what was requested is not called any more.
 */
void
clt_coalesce_free (CltCoalesce *self)
{
  if (self == NULL)
    return;

  clt_coalesce_cancel (self);
  g_free (self);
}
