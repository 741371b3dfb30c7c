/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-cli-private.h"

G_BEGIN_DECLS

/* Columns of text for people, aligned also where letters are two cells wide. The widths follow
 * from the rows of the first flush; later ones keep to them. */
typedef struct _CltCliTable CltCliTable;

CltCliTable *clt_cli_table_new        (CltCli       *cli);
void         clt_cli_table_free       (CltCliTable  *self);
void         clt_cli_table_add_column (CltCliTable  *self,
                                       const char   *title,
                                       gboolean      is_number);
void         clt_cli_table_add_cell   (CltCliTable  *self,
                                       char         *text);
void         clt_cli_table_flush      (CltCliTable  *self);

guint        clt_cli_text_width       (const char   *text);
void         clt_cli_text_disarm      (char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltCliTable, clt_cli_table_free)

G_END_DECLS
