/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_RELATED_PAGE (clt_related_page_get_type ())
G_DECLARE_FINAL_TYPE (CltRelatedPage, clt_related_page, CLT, RELATED_PAGE, GtkWidget)

/* A small list for each entity whose records refer to the record: its contacts, deals, tickets …
 * Property: "count" (gint64): of all lists together. */

GtkWidget *clt_related_page_new         (void);
void       clt_related_page_set_session (CltRelatedPage *self,
                                         CltSession     *session);
void       clt_related_page_set_record  (CltRelatedPage *self,
                                         CltRecord      *record);
gboolean   clt_related_page_has_lists   (CltRelatedPage *self);

G_END_DECLS
