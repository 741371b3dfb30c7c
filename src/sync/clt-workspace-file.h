/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The folder of a workspace and its workspace.ini: name, kind, and the settings without the secret.
 * Folders are 0700, files 0600, and the file is replaced as a whole or not at all. */

GKeyFile *clt_workspace_file_load   (const char  *folder,
                                     GError     **error);
gboolean  clt_workspace_file_save   (const char  *folder,
                                     GKeyFile    *file,
                                     GError     **error);
char     *clt_workspace_file_create (const char  *parent,
                                     const char  *name,
                                     const char  *kind,
                                     GHashTable  *settings,
                                     GError     **error);
gboolean  clt_workspace_file_delete (const char    *folder,
                                     GCancellable  *cancellable,
                                     GError       **error);

/* The words in the file. */
#define CLT_WORKSPACE_GROUP "workspace"
#define CLT_WORKSPACE_NAME "name"
#define CLT_WORKSPACE_KIND "kind"
#define CLT_WORKSPACE_SETTINGS "settings"

G_END_DECLS
