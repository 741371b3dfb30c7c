/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-command.h"
#include "clt-store.h"

G_BEGIN_DECLS

#define CLT_TYPE_COMMAND_STACK (clt_command_stack_get_type ())
G_DECLARE_FINAL_TYPE (CltCommandStack, clt_command_stack, CLT, COMMAND_STACK, GObject)

/* Every edit goes through here: changes are applied to the store and remembered for undo. One per
 * open workspace. Main thread only.
 *
 * Properties: "can-undo", "can-redo", "undo-label", "redo-label".
 * Signal: ::done (const char *label): something was done that can be undone (for the toast). */

CltCommandStack *clt_command_stack_new            (CltStore             *store);
CltStore        *clt_command_stack_get_store      (CltCommandStack      *self);

/* @label: what was done, in the user's words ("Customer “Ada” deleted")
 * @changes: (element-type CltChange) */
void             clt_command_stack_run_async      (CltCommandStack      *self,
                                                   const char           *label,
                                                   GPtrArray            *changes,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean         clt_command_stack_run_finish     (CltCommandStack      *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void             clt_command_stack_undo_async     (CltCommandStack      *self,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean         clt_command_stack_undo_finish    (CltCommandStack      *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void             clt_command_stack_redo_async     (CltCommandStack      *self,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean         clt_command_stack_redo_finish    (CltCommandStack      *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
gboolean         clt_command_stack_can_undo       (CltCommandStack      *self);
gboolean         clt_command_stack_can_redo       (CltCommandStack      *self);
const char      *clt_command_stack_get_undo_label (CltCommandStack      *self);
const char      *clt_command_stack_get_redo_label (CltCommandStack      *self);

G_END_DECLS
