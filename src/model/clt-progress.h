/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-record.h"

G_BEGIN_DECLS

/* How far a record is, by its roles alone: a deal by its stage, a lead, task or ticket by its
 * status. Main thread only. */
typedef enum
{
  CLT_PROGRESS_OPEN, /* also of what has neither stage nor status */
  CLT_PROGRESS_WON,  /* ended well: won, solved, done */
  CLT_PROGRESS_LOST, /* ended badly: lost, cancelled */
} CltProgress;

CltChoice   *clt_progress_find_choice (CltRecord *record,
                                       CltRole    role);
CltProgress  clt_progress_get         (CltRecord *record);
gboolean     clt_progress_is_late     (CltRecord *record,
                                       guint      index);

G_END_DECLS
