/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clt-window.h"
#include "clt-workspace-list.h"

G_BEGIN_DECLS

#define CLT_TYPE_APPLICATION (clt_application_get_type ())
G_DECLARE_FINAL_TYPE (CltApplication, clt_application, CLT, APPLICATION, AdwApplication)

/* The program with windows: one process, one window, the workspace that was open last. */

CltApplication   *clt_application_new            (void);
CltWorkspaceList *clt_application_get_workspaces (CltApplication *self);
CltWindow        *clt_application_get_window     (CltApplication *self);

/* Runs the program until its window is closed. Returns: the exit status */
int               clt_ui_run                     (int    argc,
                                                  char **argv);

G_END_DECLS
