/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-application.h"

G_BEGIN_DECLS

struct _CltApplication
{
  AdwApplication    parent_instance;

  CltWorkspaceList *workspaces;  /* (owned) (nullable): NULL before startup */
  CltWindow        *window;      /* (weak) (nullable) */
  char             *wanted;      /* (owned) (nullable): workspace named on the command line */
  gboolean          wants_sample;
  char             *tour_folder; /* (owned) (nullable) */
  int               exit_status;
};

/* clt-application-actions.c */
void clt_application_add_actions (CltApplication *self);

G_END_DECLS
