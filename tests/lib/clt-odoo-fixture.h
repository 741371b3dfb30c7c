/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-connector-registry.h"
#include "clt-fake-server.h"

G_BEGIN_DECLS

/* What a real Odoo 19 with its demo data said, trimmed: see tests/fixtures/odoo. */

/* Sign-in, description and look-ups; pages are the test's. */
void          clt_odoo_fixture_teach     (CltFakeServer *server);
JsonNode     *clt_odoo_fixture_load      (const char    *name);
/* The recorded page of an entity, at @path. */
void          clt_odoo_fixture_add_page  (CltFakeServer *server,
                                          const char    *path,
                                          const char    *entity);
CltConnector *clt_odoo_fixture_connect   (CltFakeServer *server);
CltIdentity  *clt_odoo_fixture_sign_in   (CltConnector  *connector,
                                          GError       **error);
CltSchema    *clt_odoo_fixture_describe  (CltConnector  *connector,
                                          GError       **error);
CltPullPage  *clt_odoo_fixture_pull      (CltConnector  *connector,
                                          CltEntity     *entity,
                                          const char    *cursor,
                                          GError       **error);

G_END_DECLS
