/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLT_TYPE_CHIP (clt_chip_get_type ())
G_DECLARE_FINAL_TYPE (CltChip, clt_chip, CLT, CHIP, GtkWidget)

/* A few words that can be taken away again: “City is Hangzhou ×”.
 *
 * Signal: ::removed. */

GtkWidget *clt_chip_new (const char *label);

G_END_DECLS
