/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-row.h"

G_BEGIN_DECLS

/* The identity map: at most one CltRecord per key, for as long as anybody holds it. It holds
 * none itself. Main thread only. */
typedef struct _CltRecordCache CltRecordCache;

CltRecordCache *clt_record_cache_new      (void);
void            clt_record_cache_free     (CltRecordCache *self);
CltRecord      *clt_record_cache_find     (CltRecordCache *self,
                                           const char     *entity,
                                           gint64          id);
CltRecord      *clt_record_cache_dup      (CltRecordCache *self,
                                           CltEntity      *entity,
                                           gint64          id);
CltRecord      *clt_record_cache_fill     (CltRecordCache *self,
                                           const CltRow   *row);
GArray         *clt_record_cache_list_ids (CltRecordCache *self,
                                           const char     *entity,
                                           GArray         *among);
void            clt_record_cache_forget   (CltRecordCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltRecordCache, clt_record_cache_free)

G_END_DECLS
