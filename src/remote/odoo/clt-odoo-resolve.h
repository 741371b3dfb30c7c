/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-odoo-private.h"

G_BEGIN_DECLS

/* What the ids on one page stand for. A partner may be a customer or a contact, a lead of the
 * server a lead or a deal, a task a ticket or nothing of ours: the page does not say, so the server
 * is asked for all of a page's ids at once. Filled on the main thread, then only read, by any
 * thread. */
typedef struct _CltOdooResolution CltOdooResolution;

CltOdooResolution *clt_odoo_resolution_new         (CltOdooConnector    *connector);
void               clt_odoo_resolution_free        (CltOdooResolution   *self);
/* Notes an id that a page refers to. */
void               clt_odoo_resolution_want        (CltOdooResolution   *self,
                                                    const char          *model,
                                                    gint64               id);
/* Asks for all that were noted. Calls back with TRUE or an error. */
void               clt_odoo_resolution_look_up     (CltOdooResolution   *self,
                                                    CltOdooConnector    *connector,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean           clt_odoo_resolution_look_up_finish (GAsyncResult     *result,
                                                       GError          **error);
/* A CltCodecResolveFunc; @user_data is the resolution. */
gboolean           clt_odoo_resolution_resolve     (const char          *model,
                                                    const char          *remote_id,
                                                    const char          *wanted,
                                                    gpointer             user_data,
                                                    const char         **entity,
                                                    const char         **id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltOdooResolution, clt_odoo_resolution_free)

G_END_DECLS
