/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-filter.h"
#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_FILTER_EDITOR (clt_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (CltFilterEditor, clt_filter_editor, CLT, FILTER_EDITOR, GtkPopover)

/* Makes one condition: a field, a comparison, a value.
 *
 * Properties: "entity" (CltEntity), "session" (nullable: without it, references cannot be chosen).
 * Signal: ::filter-made (CltFilter): the popover closes itself. */

GtkWidget *clt_filter_editor_new         (void);
void       clt_filter_editor_set_entity  (CltFilterEditor *self,
                                          CltEntity       *entity);
void       clt_filter_editor_set_session (CltFilterEditor *self,
                                          CltSession      *session);

G_END_DECLS
