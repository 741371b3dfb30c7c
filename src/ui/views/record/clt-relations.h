/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-filter.h"
#include "clt-record-key.h"
#include "clt-schema.h"

G_BEGIN_DECLS

/* How records of one entity refer to records of another: by references, lists of references and
 * links. What a record page shows below a record follows from these, not from names. */

gboolean   clt_relations_exist      (CltEntity          *entity,
                                     CltEntity          *target);
CltFilter *clt_relations_new_filter (CltEntity          *entity,
                                     const CltRecordKey *target);
CltField  *clt_relations_find_field (CltEntity          *entity,
                                     const char         *target);
gboolean   clt_relations_is_party   (CltEntity          *entity);

G_END_DECLS
