/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-store.h"

G_BEGIN_DECLS

/* The records of a list that are looked at: asked for by their id at once, read in one go when
 * the main loop is next idle, and kept alive for a while after they scrolled out. Main thread. */
typedef struct _CltRecordWindow CltRecordWindow;

CltRecordWindow *clt_record_window_new   (CltStore   *store,
                                          const char *entity);
void             clt_record_window_free  (CltRecordWindow *self);
CltRecord       *clt_record_window_dup   (CltRecordWindow *self,
                                          gint64           id);
void             clt_record_window_keep  (CltRecordWindow *self,
                                          CltRecord       *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltRecordWindow, clt_record_window_free)

G_END_DECLS
