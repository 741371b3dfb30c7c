/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CLT_TYPE_WORKER (clt_worker_get_type ())
G_DECLARE_FINAL_TYPE (CltWorker, clt_worker, CLT, WORKER, GObject)

/* One thread and its queue of tasks: what must not happen on the main loop happens here, in
 * the order it was asked for. The last unref ends the thread after the queued tasks. */

CltWorker *clt_worker_new               (const char *name);
void       clt_worker_run               (CltWorker       *self,
                                         GTask           *task,
                                         GTaskThreadFunc  func);
gboolean   clt_worker_is_current_thread (CltWorker *self);
guint      clt_worker_get_n_waiting     (CltWorker *self);

G_END_DECLS
