/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "clt-cli-private.h"

G_BEGIN_DECLS

/* Records as other programs read them: ids and numbers as numbers, dates in ISO 8601, amounts as
 * {"amount", "currency"}, choices by their ids, other records as {"entity", "id", "title"}. */

JsonNode *clt_cli_take_object       (JsonObject *object);
JsonNode *clt_cli_take_array        (JsonArray  *array);
JsonNode *clt_cli_record_to_json    (CltRecord *record,
                                     GArray    *columns);
void      clt_cli_print_record_json (CltCli    *cli,
                                     CltRecord *record);

G_END_DECLS
