/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-view.h"

G_BEGIN_DECLS

#define CLT_TYPE_PLACE_PAGE (clt_place_page_get_type ())
G_DECLARE_FINAL_TYPE (CltPlacePage, clt_place_page, CLT, PLACE_PAGE, GtkWidget)

/* One place of the sidebar: header bar with title, count, search and filters, a view of its
 * records, and at its end the record that was chosen.
 *
 * Properties: "folded": the sidebar is hidden, so that a way back to it is needed;
 *   "title" (read-only). Signal: ::record-shown (CltRecord, nullable). */

GtkWidget    *clt_place_page_new            (CltSession   *session);
void          clt_place_page_show_entity    (CltPlacePage *self,
                                             CltEntity    *entity);
void          clt_place_page_show_saved     (CltPlacePage *self,
                                             CltSavedView *saved);
CltEntity    *clt_place_page_get_entity     (CltPlacePage *self);
CltSavedView *clt_place_page_get_saved      (CltPlacePage *self);
CltView      *clt_place_page_get_view       (CltPlacePage *self);
CltRecord    *clt_place_page_get_record     (CltPlacePage *self);
gboolean      clt_place_page_get_is_pushed  (CltPlacePage *self);
void          clt_place_page_open_record    (CltPlacePage *self,
                                             gint64        id,
                                             gboolean      take_focus);
void          clt_place_page_close_record   (CltPlacePage *self);
void          clt_place_page_start_search   (CltPlacePage *self);
void          clt_place_page_set_search     (CltPlacePage *self,
                                             const char   *text);
void          clt_place_page_add_filter     (CltPlacePage *self,
                                             CltFilter    *filter);
void          clt_place_page_delete         (CltPlacePage *self);
void          clt_place_page_edit           (CltPlacePage *self);

G_END_DECLS
