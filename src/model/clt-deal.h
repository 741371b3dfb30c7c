/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-record.h"

G_BEGIN_DECLS

/* What is special about records with an amount and a stage. Main thread only. */

double    clt_deal_get_probability     (CltRecord *deal);
CltValue *clt_deal_dup_weighted_amount (CltRecord *deal);

G_END_DECLS
