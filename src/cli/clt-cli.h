/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-workspace-list.h"

G_BEGIN_DECLS

/* Whether the first argument is one of the headless verbs (or --help, --version). */
gboolean clt_cli_is_verb (const char *argument);

/* Runs a verb to its end on a main loop of its own. Answers go to @out, errors as one clear line to @err.
 * @workspaces: where the records are. Returns: the exit status, 0 only on success. */
int      clt_cli_run     (CltWorkspaceList  *workspaces,
                          int                argc,
                          char             **argv,
                          GInputStream      *in,
                          GOutputStream     *out,
                          GOutputStream     *err);

G_END_DECLS
