/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CLT_TYPE_NETWORK (clt_network_get_type ())
G_DECLARE_FINAL_TYPE (CltNetwork, clt_network, CLT, NETWORK, GObject)

/* Whether this computer has a network, as far as the desktop knows. Only a hint: a server on this
 * computer answers without one. Main thread only. Property: "available" (gboolean). */

CltNetwork *clt_network_get_default   (void);
gboolean    clt_network_get_available (CltNetwork *self);
/* For tests: from now on this is the answer, whatever the desktop says. */
void        clt_network_set_available (CltNetwork *self,
                                       gboolean    available);

G_END_DECLS
