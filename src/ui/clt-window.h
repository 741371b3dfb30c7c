/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clt-place-page.h"
#include "clt-session.h"
#include "clt-workspace-list.h"

G_BEGIN_DECLS

#define CLT_TYPE_WINDOW (clt_window_get_type ())
G_DECLARE_FINAL_TYPE (CltWindow, clt_window, CLT, WINDOW, AdwApplicationWindow)

/* The window: one workspace, its places in a sidebar, and the place that is open. Its actions are
 * in clt-window-actions.c; whatever is in the window asks for things through them. */

CltWindow    *clt_window_new            (GtkApplication   *application,
                                         CltWorkspaceList *workspaces);
void          clt_window_open_workspace (CltWindow        *self,
                                         CltWorkspace     *workspace,
                                         gboolean          read_only);
/* Shows the window as soon as it has something to show. */
void          clt_window_present        (CltWindow        *self);
void          clt_window_show_welcome   (CltWindow        *self);
/* NULL while no workspace is open. */
CltSession   *clt_window_get_session    (CltWindow        *self);
CltPlacePage *clt_window_get_page       (CltWindow        *self);
gboolean      clt_window_get_is_opening (CltWindow        *self);

G_END_DECLS
