/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-workspace-list.h"

G_BEGIN_DECLS

/* The command line: the same program without windows. */

gboolean clt_cli_is_verb (const char        *argument);
int      clt_cli_run     (CltWorkspaceList  *workspaces,
                          int                argc,
                          char             **argv,
                          GInputStream      *in,
                          GOutputStream     *out,
                          GOutputStream     *err);

G_END_DECLS
