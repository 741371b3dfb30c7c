/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-record-list.h"

G_BEGIN_DECLS

#define CLT_TYPE_TABLE_SELECTION (clt_table_selection_get_type ())
G_DECLARE_FINAL_TYPE (CltTableSelection, clt_table_selection, CLT, TABLE_SELECTION, GObject)

/* Which records of a list are selected, by their ids: a new order of the list changes nothing.
 *
 * Signal: ::changed. */

CltTableSelection *clt_table_selection_new        (CltRecordList     *list);
gboolean           clt_table_selection_contains   (CltTableSelection *self,
                                                   guint              position);
guint              clt_table_selection_get_size   (CltTableSelection *self);
void               clt_table_selection_clear      (CltTableSelection *self);
void               clt_table_selection_select     (CltTableSelection *self,
                                                   guint              position);
void               clt_table_selection_toggle     (CltTableSelection *self,
                                                   guint              position);
void               clt_table_selection_extend     (CltTableSelection *self,
                                                   guint              position);
void               clt_table_selection_select_all (CltTableSelection *self);
GArray            *clt_table_selection_dup_ids    (CltTableSelection *self);

G_END_DECLS
