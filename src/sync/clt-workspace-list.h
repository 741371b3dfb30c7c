/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-workspace.h"

G_BEGIN_DECLS

#define CLT_TYPE_WORKSPACE_LIST (clt_workspace_list_get_type ())
G_DECLARE_FINAL_TYPE (CltWorkspaceList, clt_workspace_list, CLT, WORKSPACE_LIST, GObject)

/* A GListModel of the CltWorkspaces below $XDG_DATA_HOME/clientele, by name. */

/* @folder: (nullable): instead of the user's data folder */
CltWorkspaceList *clt_workspace_list_new           (const char           *folder);
CltWorkspace     *clt_workspace_list_find          (CltWorkspaceList     *self,
                                                    const char           *id_or_name);
/* Makes the folder and its workspace.ini; the workspace is not opened.
 * @kind: CLT_WORKSPACE_LOCAL, CLT_WORKSPACE_SAMPLE or a connector's id; @settings: (nullable)
 * (element-type utf8 utf8), without the secret */
CltWorkspace     *clt_workspace_list_add           (CltWorkspaceList     *self,
                                                    const char           *name,
                                                    const char           *kind,
                                                    GHashTable           *settings,
                                                    GError              **error);
/* Closes it, clears its secret, deletes its folder. Not undoable: ask first. */
void              clt_workspace_list_remove_async  (CltWorkspaceList     *self,
                                                    CltWorkspace         *workspace,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean          clt_workspace_list_remove_finish (CltWorkspaceList     *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
