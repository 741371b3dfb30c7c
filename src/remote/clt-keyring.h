/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  CLT_KEYRING_KEPT,         /* in the keyring */
  CLT_KEYRING_SESSION_ONLY, /* no keyring on this desktop: in memory until the program ends */
} CltKeyringPlace;

/* Secrets of workspaces, through libsecret; where no provider answers, for this session only, in
 * memory. Never in a file, a log, an argument or an export. Main thread only. */
void             clt_keyring_store_async   (const char           *workspace_id,
                                            const char           *label,
                                            const char           *secret,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean         clt_keyring_store_finish  (GAsyncResult         *result,
                                            CltKeyringPlace      *place,
                                            GError              **error);
/* Returns: (nullable) (transfer full): NULL without error if there is none */
void             clt_keyring_lookup_async  (const char           *workspace_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
char            *clt_keyring_lookup_finish (GAsyncResult         *result,
                                            GError              **error);
void             clt_keyring_clear_async   (const char           *workspace_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean         clt_keyring_clear_finish  (GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
