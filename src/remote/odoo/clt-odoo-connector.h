/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-connector.h"

G_BEGIN_DECLS

#define CLT_TYPE_ODOO_CONNECTOR (clt_odoo_connector_get_type ())
G_DECLARE_FINAL_TYPE (CltOdooConnector, clt_odoo_connector, CLT, ODOO_CONNECTOR, GObject)

/* Odoo 19 and newer, over /json/2 with an API key. */

/* @settings: "url", "secret" (the key); optional: "database", "project" (an id or a name: its
 * tasks are tickets) */
CltConnector *clt_odoo_connector_new (GHashTable  *settings,
                                      GError     **error);

G_END_DECLS
