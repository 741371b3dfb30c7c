/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_FOLLOW_UP_BOX (clt_follow_up_box_get_type ())
G_DECLARE_FINAL_TYPE (CltFollowUpBox, clt_follow_up_box, CLT, FOLLOW_UP_BOX, GtkWidget)

/* Writes down what was done with a record (a note, a call, a visit …) and, if the user says so,
 * what is to be done next and when: one step to undo. */

GtkWidget *clt_follow_up_box_new         (void);
void       clt_follow_up_box_set_session (CltFollowUpBox *self,
                                          CltSession     *session);
void       clt_follow_up_box_set_record  (CltFollowUpBox *self,
                                          CltRecord      *record);

G_END_DECLS
