/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record-key.h"
#include "clt-session.h"

G_BEGIN_DECLS

/* Asks for the fields that matter most of a new record of @entity, hints at similar ones while the
 * title is typed, creates it (undoable) and activates win.open-record on @parent.
 * @about: (nullable): the record it belongs to: its customer, its deal … */
void clt_new_record_dialog_present (GtkWindow    *parent,
                                    CltSession   *session,
                                    CltEntity    *entity,
                                    CltRecordKey *about);

G_END_DECLS
