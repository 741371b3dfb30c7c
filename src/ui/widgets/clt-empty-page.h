/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLT_TYPE_EMPTY_PAGE (clt_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (CltEmptyPage, clt_empty_page, CLT, EMPTY_PAGE, GtkWidget)

/* Where there is nothing to show: what is the matter, and the one action that helps. */

GtkWidget *clt_empty_page_new         (void);
void       clt_empty_page_set_text    (CltEmptyPage *self,
                                       const char   *icon_name,
                                       const char   *title,
                                       const char   *description);
/* @detailed_action: (nullable): none leaves the button out */
void       clt_empty_page_set_action  (CltEmptyPage *self,
                                       const char   *label,
                                       const char   *detailed_action);
/* @details: (nullable): what support wants to know; shown when asked for, can be copied */
void       clt_empty_page_set_details (CltEmptyPage *self,
                                       const char   *details);

G_END_DECLS
