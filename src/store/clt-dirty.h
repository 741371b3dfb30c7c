/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which records a transaction touched: filled by the writer, told to everybody after the commit. */
typedef struct _CltDirty CltDirty;

typedef void (*CltDirtyFunc) (const char *entity,
                              GArray     *ids,
                              gpointer    user_data);

CltDirty *clt_dirty_new     (void);
void      clt_dirty_free    (CltDirty *self);
void      clt_dirty_add     (CltDirty   *self,
                             const char *entity,
                             gint64      id);
void      clt_dirty_clear   (CltDirty *self);
void      clt_dirty_foreach (CltDirty     *self,
                             CltDirtyFunc  func,
                             gpointer      user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltDirty, clt_dirty_free)

G_END_DECLS
