/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-workspace-list.h"

G_BEGIN_DECLS

#define CLT_TYPE_WORKSPACE_SWITCHER (clt_workspace_switcher_get_type ())
G_DECLARE_FINAL_TYPE (CltWorkspaceSwitcher, clt_workspace_switcher, CLT, WORKSPACE_SWITCHER,
                      GtkWidget)

/* Names the open workspace; its menu goes to another (app.switch-workspace) or adds one
 * (app.add-workspace). */

void clt_workspace_switcher_set_workspaces (CltWorkspaceSwitcher *self,
                                            CltWorkspaceList     *workspaces);
void clt_workspace_switcher_set_current    (CltWorkspaceSwitcher *self,
                                            CltWorkspace         *current);

G_END_DECLS
