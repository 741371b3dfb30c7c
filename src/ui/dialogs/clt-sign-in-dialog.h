/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clt-session.h"
#include "clt-workspace-list.h"

G_BEGIN_DECLS

#define CLT_TYPE_SIGN_IN_DIALOG (clt_sign_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CltSignInDialog, clt_sign_in_dialog, CLT, SIGN_IN_DIALOG, AdwWindow)

/* Asks for what a kind of server needs, tries it, and only when the server has let us in makes the
 * workspace and keeps the key in the keyring.
 *
 * Signal: ::workspace-chosen (CltWorkspace): signed in; the dialog is closing. */

/* @parent: (nullable). Connects to a new server. */
CltSignInDialog *clt_sign_in_dialog_new           (GtkWindow        *parent,
                                                   CltWorkspaceList *workspaces);
/* The key of @session's workspace was refused or is missing: asks for a new one, and when the
 * server accepts it, gives it to the engine and syncs. Presents itself. */
void             clt_sign_in_dialog_present_again (GtkWindow        *parent,
                                                   CltSession       *session);

G_END_DECLS
