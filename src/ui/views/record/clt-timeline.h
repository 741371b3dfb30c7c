/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_TIMELINE (clt_timeline_get_type ())
G_DECLARE_FINAL_TYPE (CltTimeline, clt_timeline, CLT, TIMELINE, GtkWidget)

/* What happened with a record and what is planned, newest first, under a box that logs more. */

GtkWidget *clt_timeline_new             (void);
void       clt_timeline_set_session     (CltTimeline *self,
                                         CltSession  *session);
void       clt_timeline_set_record      (CltTimeline *self,
                                         CltRecord   *record);
void       clt_timeline_begin_follow_up (CltTimeline *self);

G_END_DECLS
