/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-change.h"

G_BEGIN_DECLS

typedef enum
{
  CLT_FOLD_APART,  /* both must be sent, in order */
  CLT_FOLD_ONE,    /* one change says it all */
  CLT_FOLD_NOTHING /* the second takes the first back */
} CltFold;

CltFold clt_outbox_fold (const CltChange  *first,
                         const CltChange  *next,
                         CltChange       **folded);

G_END_DECLS
