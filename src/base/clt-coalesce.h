/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Many requests, one call: the callback runs once, delay_ms after the first request of a burst
 * (0: when the main loop is next idle). Main thread only. */
typedef struct _CltCoalesce CltCoalesce;

typedef void (*CltCoalesceFunc) (gpointer user_data);

CltCoalesce *clt_coalesce_new     (guint            delay_ms,
                                   CltCoalesceFunc  func,
                                   gpointer         user_data);
void         clt_coalesce_request (CltCoalesce *self);
void         clt_coalesce_cancel  (CltCoalesce *self);
void         clt_coalesce_free    (CltCoalesce *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltCoalesce, clt_coalesce_free)

G_END_DECLS
