/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clt-detail-pane.h"
#include "clt-filter-bar.h"
#include "clt-filter-editor.h"
#include "clt-place-page.h"

G_BEGIN_DECLS

struct _CltPlacePage
{
  GtkWidget        parent_instance;

  GtkWidget       *content;
  GtkWidget       *back_button;
  GtkWidget       *new_button;
  AdwWindowTitle  *title;
  GtkMenuButton   *filter_button;
  GtkMenuButton   *narrow_filter_button; /* beside the search, where the header has no room */
  GtkToggleButton *search_button;
  GtkMenuButton   *menu_button;
  GtkWidget       *close_button;
  GtkSearchBar    *search_bar;
  GtkSearchEntry  *search_entry;
  CltFilterBar    *filter_bar;
  CltDetailPane   *pane;
  AdwBin          *view_bin;
  AdwBin          *record_bin;
  GtkRevealer     *selection_revealer;
  GtkLabel        *selection_label;

  CltSession      *session;     /* (owned) */
  CltEntity       *entity;      /* (owned) (nullable) */
  CltSavedView    *saved;       /* (owned) (nullable) */
  CltView         *view;        /* in view_bin; (nullable) */
  CltRecord       *record;      /* (owned) (nullable): the one at the end */
  GCancellable    *loading;     /* (owned) (nullable): of the record that was asked for last */
  gboolean         folded;
};

/* clt-place-page-actions.c: what can be done with the records of a place. */
void clt_place_page_install_actions (GtkWidgetClass *widget_class);
void clt_place_page_toast           (CltPlacePage   *self,
                                     const char     *text);
void clt_place_page_toast_error     (CltPlacePage   *self,
                                     const GError   *error);

/* clt-place-page-record.c: the record beside the list. */
void clt_place_page_set_record      (CltPlacePage   *self,
                                     CltRecord      *record);
void clt_place_page_cancel_load     (CltPlacePage   *self);

/* clt-place-page.c */
void clt_place_page_update_header   (CltPlacePage   *self);
void clt_place_page_record_shown    (CltPlacePage   *self,
                                     CltRecord      *record);
void clt_place_page_change_query    (CltPlacePage   *self,
                                     CltQuery       *query);

G_END_DECLS
