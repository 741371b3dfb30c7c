/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-cli-private.h"
#include "clt-query.h"

G_BEGIN_DECLS

/* What the words of a command line mean: names of entities and fields, keys, conditions, values.
 * What is not understood is a mistake in the command line, answered with the nearest name. */

char         *clt_cli_dup_hint       (const char    *typed,
                                      GPtrArray     *names);
CltEntity    *clt_cli_find_entity    (CltCli        *cli,
                                      const char    *name,
                                      GError       **error);
CltField     *clt_cli_find_field     (CltEntity     *entity,
                                      const char    *name,
                                      GError       **error);
CltRecordKey *clt_cli_parse_key      (CltCli        *cli,
                                      const char    *text,
                                      GError       **error);
CltValue     *clt_cli_parse_value    (CltCli        *cli,
                                      CltField      *field,
                                      const char    *text,
                                      GError       **error);
gboolean      clt_cli_parse_values   (CltCli        *cli,
                                      CltEntity     *entity,
                                      char         **words,
                                      GPtrArray     *fields,
                                      GPtrArray     *values,
                                      GError       **error);
CltQuery     *clt_cli_parse_query    (CltCli        *cli,
                                      CltEntity     *entity,
                                      GError       **error);
GArray       *clt_cli_parse_columns  (CltCli        *cli,
                                      CltEntity     *entity,
                                      GError       **error);

G_END_DECLS
