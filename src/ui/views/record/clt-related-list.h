/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_RELATED_LIST (clt_related_list_get_type ())
G_DECLARE_FINAL_TYPE (CltRelatedList, clt_related_list, CLT, RELATED_LIST, GtkWidget)

/* The records of one entity that refer to a record: how many, the newest few, a button for a new
 * one. Property: "count" (gint64). */

GtkWidget *clt_related_list_new        (CltSession     *session,
                                        CltEntity      *entity);
void       clt_related_list_set_record (CltRelatedList *self,
                                        CltRecord      *record);
gint64     clt_related_list_get_count  (CltRelatedList *self);

G_END_DECLS
