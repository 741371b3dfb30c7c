/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-ui-test.h"
#include "clt-window.h"

G_BEGIN_DECLS

/* The program's window over a workspace of its own. */
typedef struct
{
  GtkApplication   *application;
  CltWorkspaceList *workspaces;
  CltWindow        *window;
  char             *folder;
} CltWindowFixture;

CltWindowFixture *clt_window_fixture_new         (const char       *kind);
void              clt_window_fixture_free        (CltWindowFixture *self);
void              clt_window_fixture_activate    (CltWindowFixture *self,
                                                  const char       *detailed_action);
GtkWindow        *clt_window_fixture_find_dialog (CltWindowFixture *self);

/* What is asked of the window again and again. */
CltView          *clt_window_fixture_get_view    (CltWindowFixture *self);
guint             clt_window_fixture_get_n_rows  (CltWindowFixture *self);
void              clt_window_fixture_await_list  (CltWindowFixture *self);
void              clt_window_fixture_show_place  (CltWindowFixture *self,
                                                  const char       *place);

G_END_DECLS
