/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_PALETTE (clt_palette_get_type ())
G_DECLARE_FINAL_TYPE (CltPalette, clt_palette, CLT, PALETTE, AdwWindow)

/* Go to anything, run anything: places, saved views, actions, and records of every kind.
 * @views: (element-type CltSavedView) */

void clt_palette_present  (GtkWindow  *parent,
                           CltSession *session,
                           GPtrArray  *views);
void clt_palette_set_text (CltPalette *self,
                           const char *text);

G_END_DECLS
