/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-command-stack.h"
#include "clt-engine.h"
#include "clt-workspace.h"

G_BEGIN_DECLS

#define CLT_TYPE_SESSION (clt_session_get_type ())
G_DECLARE_FINAL_TYPE (CltSession, clt_session, CLT, SESSION, GObject)

/* An open workspace and what its user can do and undo there: what a window or the command line
 * works with. Main thread only. Properties (read-only): "workspace", "store", "commands". */

/* Opens the workspace; the sample company is filled at its first opening. */
void             clt_session_open_async    (CltWorkspace         *workspace,
                                            gboolean              read_only,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
CltSession      *clt_session_open_finish   (GAsyncResult         *result,
                                            GError              **error);
CltWorkspace    *clt_session_get_workspace (CltSession           *self);
CltStore        *clt_session_get_store     (CltSession           *self);
CltSchema       *clt_session_get_schema    (CltSession           *self);
CltCommandStack *clt_session_get_commands  (CltSession           *self);
/* NULL without a server. */
CltEngine       *clt_session_get_engine    (CltSession           *self);
/* The user whose workspace it is, a reference; NULL where that is not known. */
CltValue        *clt_session_get_user      (CltSession           *self);
/* clt_command_create(), and the workspace's user is responsible unless @fields says otherwise. */
GPtrArray       *clt_session_create        (CltSession           *self,
                                            CltEntity            *entity,
                                            const char * const   *fields,
                                            CltValue            **values,
                                            gsize                 n,
                                            gint64               *id);

G_END_DECLS
