/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-empty-page.h"
#include "clt-history.h"
#include "clt-sidebar.h"
#include "clt-split-view.h"
#include "clt-sync-indicator.h"
#include "clt-window.h"
#include "clt-workspace-switcher.h"

G_BEGIN_DECLS

struct _CltWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  AdwBin               *shell_bin;
  GtkWidget            *page_shown;  /* in the stack, instead of a workspace; (nullable) */

  CltSplitView         *split;       /* in shell_bin, with what follows; (nullable): no session */
  CltWorkspaceSwitcher *switcher;
  CltSidebar           *sidebar;
  CltSyncIndicator     *indicator;
  CltPlacePage         *page;

  CltWorkspaceList     *workspaces;  /* (owned) */
  CltWorkspace         *workspace;   /* (owned) (nullable): open, or wanted */
  CltSession           *session;     /* (owned) (nullable) */
  CltHistory           *history;     /* (owned) */
  GCancellable         *opening;     /* (owned) (nullable) */
  AdwToast             *toast;       /* (owned) (nullable): the last one */
  guint                 patience;    /* source that presents an empty window, or 0 */
  char                 *place;       /* (owned) (nullable): that is shown */
};

/* clt-window-actions.c */
void clt_window_install_actions (GtkWidgetClass *widget_class);
void clt_window_update_actions  (CltWindow      *self);

/* clt-window-places.c: going from place to place. */
void clt_window_show_place      (CltWindow      *self,
                                 const char     *place,
                                 gint64          record);
void clt_window_open_record     (CltWindow      *self,
                                 const char     *entity,
                                 gint64          id);
void clt_window_schema_changed_cb (CltWindow    *self);
void clt_window_go              (CltWindow      *self,
                                 int             step);
void clt_window_go_up           (CltWindow      *self);
void clt_window_record_shown_cb (CltWindow      *self,
                                 CltRecord      *record);

/* clt-window-trouble.c: when a workspace cannot be opened. */
void clt_window_show_trouble    (CltWindow      *self,
                                 const GError   *error);

/* clt-window.c */
void clt_window_show_page       (CltWindow      *self,
                                 GtkWidget      *page);
void clt_window_toast           (CltWindow      *self,
                                 const char     *text,
                                 gboolean        can_undo);

G_END_DECLS
