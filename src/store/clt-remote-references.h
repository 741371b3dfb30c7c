/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-layout.h"

G_BEGIN_DECLS

/* Turns a server's references into ours, for one page. Writer thread only. */
typedef struct _CltRemoteReferences CltRemoteReferences;

CltRemoteReferences *clt_remote_references_new     (CltDb     *db,
                                                    CltLayout *layout);
void                 clt_remote_references_free    (CltRemoteReferences *self);
CltValue            *clt_remote_references_resolve (CltRemoteReferences  *self,
                                                    const CltValue       *value,
                                                    GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltRemoteReferences, clt_remote_references_free)

G_END_DECLS
