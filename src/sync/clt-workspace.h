/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "clt-keyring.h"
#include "clt-store.h"

G_BEGIN_DECLS

typedef struct _CltEngine CltEngine;

#define CLT_TYPE_WORKSPACE (clt_workspace_get_type ())
G_DECLARE_FINAL_TYPE (CltWorkspace, clt_workspace, CLT, WORKSPACE, GObject)

/* One configured server, or one file on this computer: a folder with workspace.ini (name, kind,
 * settings without the secret), workspace.db, and the lock.
 *
 * Properties: "id", "name", "kind", "state" (CltWorkspaceState), "store", "engine", "error". */

/* Kinds besides those of the connector registry. */
#define CLT_WORKSPACE_LOCAL "local"
#define CLT_WORKSPACE_SAMPLE "sample"

typedef enum
{
  CLT_WORKSPACE_CLOSED,
  CLT_WORKSPACE_OPENING,
  CLT_WORKSPACE_OPEN,
  CLT_WORKSPACE_FAILED, /* see "error" */
} CltWorkspaceState;

#define CLT_TYPE_WORKSPACE_STATE (clt_workspace_state_get_type ())

GType              clt_workspace_state_get_type (void) G_GNUC_CONST;

CltWorkspace      *clt_workspace_new_for_folder (const char           *folder,
                                                 GError              **error);
const char        *clt_workspace_get_id         (CltWorkspace         *self);
const char        *clt_workspace_get_name       (CltWorkspace         *self);
gboolean           clt_workspace_set_name       (CltWorkspace         *self,
                                                 const char           *name,
                                                 GError              **error);
const char        *clt_workspace_get_kind       (CltWorkspace         *self);
const char        *clt_workspace_get_folder     (CltWorkspace         *self);
const char        *clt_workspace_get_icon_name  (CltWorkspace         *self);
gboolean           clt_workspace_has_server     (CltWorkspace         *self);
/* Settings of the connector ("url", "database" …); never the secret. */
char              *clt_workspace_dup_setting    (CltWorkspace         *self,
                                                 const char           *name);
CltWorkspaceState  clt_workspace_get_state      (CltWorkspace         *self);
GError            *clt_workspace_get_error      (CltWorkspace         *self);
/* NULL unless open. */
CltStore          *clt_workspace_get_store      (CltWorkspace         *self);
/* NULL without a server, unless open, or when open only for reading. */
CltEngine         *clt_workspace_get_engine     (CltWorkspace         *self);

/* A workspace is open as soon as its records are: the key and the server come later, or fail. */
void               clt_workspace_open_async     (CltWorkspace         *self,
                                                 gboolean              read_only,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean           clt_workspace_open_finish    (CltWorkspace         *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void               clt_workspace_close          (CltWorkspace         *self);

/* Keeps the secret in the keyring and, if open, lets the engine sign in with it. */
void               clt_workspace_set_secret_async  (CltWorkspace         *self,
                                                    const char           *secret,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/* @place: (out) (optional): where it is kept */
gboolean           clt_workspace_set_secret_finish (CltWorkspace         *self,
                                                    GAsyncResult         *result,
                                                    CltKeyringPlace      *place,
                                                    GError              **error);

G_END_DECLS
