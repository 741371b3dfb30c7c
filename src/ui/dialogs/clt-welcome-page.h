/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-workspace-list.h"

G_BEGIN_DECLS

#define CLT_TYPE_WELCOME_PAGE (clt_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (CltWelcomePage, clt_welcome_page, CLT, WELCOME_PAGE, GtkWidget)

/* The first page: try the sample company, keep records on this computer, connect to a server, or
 * open a workspace that is already there. Makes the workspace; does not open it.
 *
 * Signal: ::workspace-chosen (CltWorkspace). */

GtkWidget *clt_welcome_page_new (CltWorkspaceList *workspaces);

G_END_DECLS
