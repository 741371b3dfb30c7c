/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-place-page"

#include "config.h"

#include "clt-error.h"
#include "clt-place-page-private.h"
#include "clt-record-page.h"

static void
clt_place_page_record_state_cb (CltPlacePage *self)
{
  if (self->record != NULL && clt_record_get_state (self->record) == CLT_RECORD_GONE)
    clt_place_page_close_record (self);
}

/**
 * clt_place_page_set_record:
 * @self: a page
 * @record: (nullable): the record beside the list
 *
 * Follows another record, to notice when it is gone.
 */
void
clt_place_page_set_record (CltPlacePage *self,
                           CltRecord    *record)
{
  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, clt_place_page_record_state_cb, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (record, "notify::state",
                             G_CALLBACK (clt_place_page_record_state_cb), self,
                             G_CONNECT_SWAPPED);
}

/* The record page is made when it is first needed: a list alone opens sooner. */
static CltRecordPage *
clt_place_page_ensure_record_page (CltPlacePage *self)
{
  if (adw_bin_get_child (self->record_bin) == NULL)
    adw_bin_set_child (self->record_bin, clt_record_page_new (self->session));

  return CLT_RECORD_PAGE (adw_bin_get_child (self->record_bin));
}

static void
clt_place_page_show_record (CltPlacePage *self,
                            CltRecord    *record)
{
  CltRecordPage *page = clt_place_page_ensure_record_page (self);

  clt_place_page_set_record (self, record);
  clt_record_page_set_list (page, clt_view_get_list (self->view));
  clt_record_page_set_record (page, record);
  clt_detail_pane_set_show_detail (self->pane, TRUE);
  clt_view_select (self->view, clt_record_get_id (record));
  clt_place_page_update_header (self);
  clt_place_page_record_shown (self, record);
}

static void
clt_place_page_load_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (CltPlacePage) self = user_data;
  g_autoptr (CltRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  record = clt_store_load_finish (CLT_STORE (object), result, &error);

  /* Another record was chosen meanwhile; its own load will fill the page. */
  if (clt_error_is_cancelled (error))
    return;

  if (record != NULL)
    clt_place_page_show_record (self, record);
  else
    clt_place_page_toast_error (self, error);
}

static void
clt_place_page_load_and_focus_cb (GObject      *object,
                                  GAsyncResult *result,
                                  gpointer      user_data)
{
  CltPlacePage *self = user_data;
  GtkWidget *record_bin = GTK_WIDGET (self->record_bin);

  g_object_ref (record_bin);
  clt_place_page_load_cb (object, result, user_data);
  if (gtk_widget_get_mapped (record_bin))
    gtk_widget_child_focus (record_bin, GTK_DIR_TAB_FORWARD);
  g_object_unref (record_bin);
}

/**
 * clt_place_page_cancel_load:
 * @self: a page
 *
 * Forgets the record that was asked for and has not come yet.
 */
void
clt_place_page_cancel_load (CltPlacePage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/**
 * clt_place_page_get_record:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the record beside the list
 */
CltRecord *
clt_place_page_get_record (CltPlacePage *self)
{
  g_return_val_if_fail (CLT_IS_PLACE_PAGE (self), NULL);

  return self->record;
}

/**
 * clt_place_page_get_is_pushed:
 * @self: a page
 *
 * Returns: whether a record has taken the list’s place, for lack of room
 */
gboolean
clt_place_page_get_is_pushed (CltPlacePage *self)
{
  g_return_val_if_fail (CLT_IS_PLACE_PAGE (self), FALSE);

  return clt_detail_pane_get_show_detail (self->pane) && clt_detail_pane_get_narrow (self->pane);
}

/**
 * clt_place_page_open_record:
 * @self: a page that shows the record's entity
 * @id: the record
 * @take_focus: whether the keyboard follows
 *
 * Shows the record beside the list, or over it; a record asked for later wins.
 */
void
clt_place_page_open_record (CltPlacePage *self,
                            gint64        id,
                            gboolean      take_focus)
{
  g_return_if_fail (CLT_IS_PLACE_PAGE (self));
  g_return_if_fail (self->entity != NULL);

  clt_place_page_cancel_load (self);
  self->loading = g_cancellable_new ();
  clt_store_load_async (clt_session_get_store (self->session), clt_entity_get_name (self->entity),
                        id, self->loading,
                        take_focus ? clt_place_page_load_and_focus_cb : clt_place_page_load_cb,
                        g_object_ref (self));
}

/**
 * clt_place_page_close_record:
 * @self: a page
 *
 * Takes the record away and gives the keyboard back to the list.
 */
void
clt_place_page_close_record (CltPlacePage *self)
{
  g_return_if_fail (CLT_IS_PLACE_PAGE (self));

  clt_place_page_cancel_load (self);
  clt_place_page_set_record (self, NULL);
  if (adw_bin_get_child (self->record_bin) != NULL)
    clt_record_page_set_record (clt_place_page_ensure_record_page (self), NULL);
  clt_detail_pane_set_show_detail (self->pane, FALSE);
  clt_place_page_update_header (self);
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  clt_place_page_record_shown (self, NULL);
}
