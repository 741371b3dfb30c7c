/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_SYNC_INDICATOR (clt_sync_indicator_get_type ())
G_DECLARE_FINAL_TYPE (CltSyncIndicator, clt_sync_indicator, CLT, SYNC_INDICATOR, GtkWidget)

/* How the records stand with the server: one icon and a few words; more when it is opened. */

void clt_sync_indicator_set_session (CltSyncIndicator *self,
                                     CltSession       *session);

G_END_DECLS
