/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_SIDEBAR (clt_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (CltSidebar, clt_sidebar, CLT, SIDEBAR, GtkWidget)

/* The places: entities of the schema that have one, and the user's saved views, with counts.
 * Going to one activates win.show-place. */

void          clt_sidebar_set_session (CltSidebar *self,
                                       CltSession *session);
/* @place: (nullable): NULL selects none */
void          clt_sidebar_select      (CltSidebar *self,
                                       const char *place);
/* The place @n steps below the first one, for Alt+1 and so on. Returns: (nullable) */
const char   *clt_sidebar_get_nth     (CltSidebar *self,
                                       guint       n);
/* Returns: (nullable): NULL also while the views are still being read */
CltSavedView *clt_sidebar_find_saved  (CltSidebar *self,
                                       const char *place);
/* Returns: (transfer full) (element-type CltSavedView) */
GPtrArray    *clt_sidebar_dup_saved   (CltSidebar *self);

G_END_DECLS
