/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the program remembers between starts about windows; keys are in the .gschema.xml. */

GSettings *clt_settings_get         (void);
char      *clt_settings_dup_columns (const char *entity);
void       clt_settings_set_columns (const char *entity,
                                     const char *columns);

G_END_DECLS
