/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-odoo-cursor.h"
#include "clt-odoo-resolve.h"
#include "clt-pull-page.h"

G_BEGIN_DECLS

/* What to ask for an entity's records and how to read them: the entity's fields, the map and what
 * the server has, put together. Built on the main thread, then only read, by any thread. */
typedef struct _CltOdooPlan CltOdooPlan;

CltOdooPlan *clt_odoo_plan_new       (CltOdooConnector   *connector,
                                      CltMapSection      *section,
                                      CltEntity          *entity);
void         clt_odoo_plan_free      (CltOdooPlan        *self);
/* The specification of web_search_read: labels only where we keep a label. */
JsonObject  *clt_odoo_plan_build_specification (CltOdooPlan *self);
/* Says which records a page refers to. */
void         clt_odoo_plan_want      (CltOdooPlan        *self,
                                      JsonArray          *records,
                                      CltOdooResolution  *resolution);
/* Checks that the rows are what was asked for, and moves @cursor behind them. */
gboolean     clt_odoo_plan_check     (CltOdooPlan        *self,
                                      JsonArray          *records,
                                      CltOdooCursor      *cursor,
                                      GError            **error);
CltPullPage *clt_odoo_plan_decode    (CltOdooPlan        *self,
                                      JsonArray          *records,
                                      CltOdooResolution  *resolution);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltOdooPlan, clt_odoo_plan_free)

G_END_DECLS
