/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One process writes a workspace. The lock is the system's: a process that dies gives it back. */

int  clt_store_lock_take    (const char  *folder,
                             GError     **error);
void clt_store_lock_release (int lock);

G_END_DECLS
