/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record-list.h"

G_BEGIN_DECLS

#define CLT_TYPE_LIST_STATES (clt_list_states_get_type ())
G_DECLARE_FINAL_TYPE (CltListStates, clt_list_states, CLT, LIST_STATES, GtkWidget)

/* Shows a view while its list has something to show, and otherwise says why it has not: nothing
 * there yet, nothing that matches, still loading, an error.
 *
 * Properties: "child" (GtkWidget): the view. */

void clt_list_states_set_list (CltListStates *self,
                               CltRecordList *list);

G_END_DECLS
