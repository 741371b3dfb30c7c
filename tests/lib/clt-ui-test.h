/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clt-session.h"
#include "clt-test.h"
#include "clt-workspace-list.h"

G_BEGIN_DECLS

/* Real windows in this process: widgets are found by what people see, and activated. Any warning
 * of the toolkit ends the test. Pictures go to the folder CLIENTELE_TEST_PICTURES, if it is set. */

void          clt_ui_test_init           (int    *argc,
                                          char ***argv);
int           clt_ui_test_run            (void);

/* A window of the program's application around @content, presented and drawn. Its "win" actions
 * only remember that they were activated: see clt_ui_test_get_activated(). */
GtkWindow    *clt_ui_test_present        (GtkWidget *content,
                                          int        width,
                                          int        height);
/* The last action of the window with its parameter printed, "win.toast 'Saved'", or "". */
const char   *clt_ui_test_get_activated  (void);
void          clt_ui_test_forget         (void);
/* Closes the window and lets what was under way end. */
void          clt_ui_test_close          (GtkWindow *window);
void          clt_ui_test_draw           (GtkWidget *widget);
void          clt_ui_test_save_picture   (GtkWidget  *widget,
                                          const char *name);

/* Depth first among the mapped widgets; (nullable). */
GtkWidget    *clt_ui_test_find_type      (GtkWidget *root,
                                          GType      type);
GtkWidget    *clt_ui_test_find_label     (GtkWidget  *root,
                                          const char *text);
GtkWidget    *clt_ui_test_find_button    (GtkWidget  *root,
                                          const char *text);
/* The window that is not @window: the dialog it opened. */
GtkWindow    *clt_ui_test_find_dialog    (GtkWindow *window);
char         *clt_ui_test_dup_text       (GtkWidget *root);

/* Fails the test if something that takes the keyboard has no name. */
void          clt_ui_test_assert_named   (GtkWidget *root);
void          clt_ui_test_assert_narrow  (GtkWidget *root);

/* A key as the controllers on the widget and those around it see it. */
gboolean      clt_ui_test_press          (GtkWidget       *widget,
                                          guint            keyval,
                                          GdkModifierType  modifiers);

/* A workspace of @kind in a folder of its own, open. */
CltSession   *clt_ui_test_open_session   (const char *folder,
                                          const char *kind);
void          clt_ui_test_close_session  (CltSession *session);

G_END_DECLS
