/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record-key.h"
#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_RECORD_CHOOSER (clt_record_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CltRecordChooser, clt_record_chooser, CLT, RECORD_CHOOSER, GtkPopover)

/* Looks for a record while its name is typed; before that, offers the ones changed last.
 *
 * Signal: ::chosen (CltRecordKey, const char *title): the popover closes itself. */

/* @entity: (nullable): name of the only entity to look in; otherwise every one */
GtkWidget *clt_record_chooser_new (CltSession *session,
                                   const char *entity);

G_END_DECLS
