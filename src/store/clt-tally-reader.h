/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-layout.h"
#include "clt-query.h"

G_BEGIN_DECLS

/* The reading side of the tallies: what is kept is looked up, anything else is counted. */

gboolean   clt_tally_reader_count (CltDb      *db,
                                   CltLayout  *layout,
                                   CltQuery   *query,
                                   gint64     *count,
                                   GError    **error);
GPtrArray *clt_tally_reader_list  (CltDb       *db,
                                   CltLayout   *layout,
                                   CltQuery    *query,
                                   const char  *group_field,
                                   const char  *measure,
                                   GError     **error);

G_END_DECLS
