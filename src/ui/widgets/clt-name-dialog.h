/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a name. @accept_label: of the button, with its mnemonic. */
void  clt_name_dialog_ask_async  (GtkWindow            *parent,
                                  const char           *heading,
                                  const char           *name,
                                  const char           *accept_label,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
char *clt_name_dialog_ask_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
