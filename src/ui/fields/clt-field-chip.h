/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-value.h"

G_BEGIN_DECLS

#define CLT_TYPE_FIELD_CHIP (clt_field_chip_get_type ())
G_DECLARE_FINAL_TYPE (CltFieldChip, clt_field_chip, CLT, FIELD_CHIP, GtkWidget)

/* One of several values of a field, with a button that removes it.
 *
 * Signals: ::removed; ::opened, if it can be opened. Either may end the chip. */

GtkWidget *clt_field_chip_new       (CltValue     *value,
                                     const char   *label,
                                     gboolean      can_open);
CltValue  *clt_field_chip_get_value (CltFieldChip *self);

G_END_DECLS
