/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field.h"
#include "clt-statement.h"

G_BEGIN_DECLS

/* Value ↔ SQL, one row of one table per kind of field: both directions, and the types of the
 * columns, so that they cannot drift. A custom field goes through JSON instead. */

const char *clt_row_codec_get_type      (CltFieldKind kind);
const char *clt_row_codec_get_companion (CltFieldKind kind);
guint       clt_row_codec_get_n_columns (CltFieldKind kind);

/* @position counts from 1, @column from 0; a kind with a companion takes two of them. */
void        clt_row_codec_put           (CltStatement   *statement,
                                         int             position,
                                         CltFieldKind    kind,
                                         const CltValue *value);
CltValue   *clt_row_codec_get           (CltStatement   *statement,
                                         int             column,
                                         const CltField *field);

JsonNode   *clt_row_codec_to_json       (CltFieldKind    kind,
                                         const CltValue *value);
CltValue   *clt_row_codec_from_json     (const CltField *field,
                                         JsonNode       *node);

G_END_DECLS
