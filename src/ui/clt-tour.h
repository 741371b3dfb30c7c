/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-application.h"

G_BEGIN_DECLS

/* A walk through every page over the sample company, with a picture of each: for a look at the
 * program where there is no screen, and for translators. Ends the program.
 *
 * It has a workspace and settings of its own, which are gone afterwards. */

/* Before anything reads a setting. */
void              clt_tour_prepare        (void);
CltWorkspaceList *clt_tour_new_workspaces (void);
void              clt_tour_start          (CltApplication *application,
                                           const char     *folder);

G_END_DECLS
