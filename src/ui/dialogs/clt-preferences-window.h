/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clt-session.h"
#include "clt-workspace-list.h"

G_BEGIN_DECLS

#define CLT_TYPE_PREFERENCES_WINDOW (clt_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (CltPreferencesWindow, clt_preferences_window, CLT, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/* Appearance and sync interval are written to GSettings; who they concern follows them there.
 * The open workspace (@session, nullable) is renamed here, but not removed. */
void clt_preferences_window_present (GtkWindow        *parent,
                                     CltWorkspaceList *workspaces,
                                     CltSession       *session);

G_END_DECLS
