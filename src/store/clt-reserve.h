/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room kept for the user's own work: a file that is given up when the disk is full, so that
 * saving still works, and a limit below which no more is pulled. */

void     clt_reserve_make    (const char *folder);
gboolean clt_reserve_give_up (const char *folder);
gboolean clt_reserve_check   (const char  *folder,
                              GError     **error);

G_END_DECLS
