/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-place-page"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-csv-export.h"
#include "clt-error.h"
#include "clt-name-dialog.h"
#include "clt-place-page-private.h"

static GtkWindow *
clt_place_page_get_window (CltPlacePage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/**
 * clt_place_page_toast:
 * @self: a page
 * @text: what is said
 *
 * Says something in passing.
 */
void
clt_place_page_toast (CltPlacePage *self,
                      const char   *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

/**
 * clt_place_page_toast_error:
 * @self: a page
 * @error: what went wrong
 *
 * Says what went wrong; nothing for what was cancelled.
 */
void
clt_place_page_toast_error (CltPlacePage *self,
                            const GError *error)
{
  g_autofree char *sentence = NULL;

  if (clt_error_is_cancelled (error))
    return;

  sentence = clt_error_dup_sentence (error);
  clt_place_page_toast (self, sentence);
}

static void
clt_place_page_run_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (CltPlacePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!clt_command_stack_run_finish (CLT_COMMAND_STACK (object), result, &error))
    clt_place_page_toast_error (self, error);
}

static char *
clt_place_page_dup_deleted_label (GPtrArray *records)
{
  if (records->len == 1)
    /* Translators: %s is the name of a record; said after it was deleted, beside “Undo” */
    return g_strdup_printf (_("“%s” deleted"),
                            clt_record_get_title (g_ptr_array_index (records, 0)));

  /* Translators: said after several records were deleted, beside “Undo” */
  return g_strdup_printf (ngettext ("%'u deleted", "%'u deleted", records->len), records->len);
}

static void
clt_place_page_load_deleted_cb (GObject      *object,
                                GAsyncResult *result,
                                gpointer      user_data)
{
  g_autoptr (CltPlacePage) self = user_data;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  records = clt_store_load_many_finish (CLT_STORE (object), result, &error);
  if (records == NULL)
    {
      clt_place_page_toast_error (self, error);
      return;
    }
  if (records->len == 0)
    return;

  label = clt_place_page_dup_deleted_label (records);
  changes = clt_command_delete ((CltRecord **) records->pdata, records->len);
  clt_command_stack_run_async (clt_session_get_commands (self->session), label, changes, NULL,
                               clt_place_page_run_cb, g_object_ref (self));
  if (self->view != NULL)
    clt_view_clear_selection (self->view);
}

static gboolean
clt_place_page_is_record_focused (CltPlacePage *self)
{
  return self->record != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->record_bin)) != NULL;
}

static GArray *
clt_place_page_dup_meant (CltPlacePage *self)
{
  GArray *ids;
  gint64 id;

  if (!clt_place_page_is_record_focused (self) && clt_view_get_n_selected (self->view) > 0)
    return clt_view_dup_selected (self->view);

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (self->record != NULL)
    {
      id = clt_record_get_id (self->record);
      g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * clt_place_page_delete:
 * @self: a page
 *
 * Deletes the record that has the keyboard, or the selected ones. It asks nothing: it can
 * be undone.
 */
void
clt_place_page_delete (CltPlacePage *self)
{
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (CLT_IS_PLACE_PAGE (self));

  if (self->view == NULL || clt_store_get_read_only (clt_session_get_store (self->session)))
    return;

  ids = clt_place_page_dup_meant (self);
  if (ids->len > 0)
    clt_store_load_many_async (clt_session_get_store (self->session),
                               clt_entity_get_name (self->entity),
                               (const gint64 *) (gpointer) ids->data, ids->len, NULL,
                               clt_place_page_load_deleted_cb, g_object_ref (self));
}

/**
 * clt_place_page_edit:
 * @self: a page
 *
 * Opens the selected record and puts the keyboard into its first field.
 */
void
clt_place_page_edit (CltPlacePage *self)
{
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (CLT_IS_PLACE_PAGE (self));

  if (self->view == NULL)
    return;

  ids = clt_place_page_dup_meant (self);
  if (ids->len > 0)
    clt_place_page_open_record (self, g_array_index (ids, gint64, 0), TRUE);
}

static void
clt_place_page_open_selected_action (GtkWidget  *widget,
                                     const char *action_name,
                                     GVariant   *parameter)
{
  clt_place_page_edit (CLT_PLACE_PAGE (widget));
}

static void
clt_place_page_select_none_action (GtkWidget  *widget,
                                   const char *action_name,
                                   GVariant   *parameter)
{
  clt_view_clear_selection (CLT_PLACE_PAGE (widget)->view);
}

static void
clt_place_page_close_record_action (GtkWidget  *widget,
                                    const char *action_name,
                                    GVariant   *parameter)
{
  clt_place_page_close_record (CLT_PLACE_PAGE (widget));
}

static void
clt_place_page_clear_filters_action (GtkWidget  *widget,
                                     const char *action_name,
                                     GVariant   *parameter)
{
  CltPlacePage *self = CLT_PLACE_PAGE (widget);
  CltQuery *query = clt_view_get_query (self->view);
  g_autoptr (CltQuery) unfiltered = clt_query_with_filter (query, NULL);
  g_autoptr (CltQuery) all = clt_query_with_search (unfiltered, NULL);

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  clt_place_page_change_query (self, all);
}

static void
clt_place_page_reload_action (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  CltPlacePage *self = CLT_PLACE_PAGE (widget);
  CltRecordList *list = clt_view_get_list (self->view);

  clt_record_list_set_query (list, clt_record_list_get_query (list));
}

static void
clt_place_page_save_view_cb (GObject      *object,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr (CltPlacePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  gint64 id;

  id = clt_store_save_view_finish (CLT_STORE (object), result, &error);
  if (error != NULL)
    {
      clt_place_page_toast_error (self, error);
      return;
    }

  place = g_strdup_printf ("view:%" G_GINT64_FORMAT, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", place);
}

static void
clt_place_page_view_named_cb (GObject      *object,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  g_autoptr (CltPlacePage) self = user_data;
  g_autofree char *name = clt_name_dialog_ask_finish (result, NULL);
  g_autoptr (CltSavedView) saved = NULL;
  g_auto (GStrv) columns = NULL;

  if (name == NULL || self->view == NULL)
    return;

  columns = clt_view_dup_columns (self->view);
  saved = clt_saved_view_new (0, name, "table", clt_view_get_query (self->view),
                              (const char * const *) columns);
  clt_store_save_view_async (clt_session_get_store (self->session), saved, NULL,
                             clt_place_page_save_view_cb, g_object_ref (self));
}

static void
clt_place_page_save_view_action (GtkWidget  *widget,
                                 const char *action_name,
                                 GVariant   *parameter)
{
  CltPlacePage *self = CLT_PLACE_PAGE (widget);
  const char *search = clt_query_get_search (clt_view_get_query (self->view));

  clt_name_dialog_ask_async (clt_place_page_get_window (self), _("Save as View"),
                             search != NULL ? search : "", _("_Save"),
                             clt_place_page_view_named_cb, g_object_ref (self));
}

static void
clt_place_page_export_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (CltPlacePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 n_rows;

  n_rows = clt_csv_export_finish (result, &error);
  if (error != NULL)
    {
      clt_place_page_toast_error (self, error);
      return;
    }

  /* A macro in the words would hide them from the translators. */
  text = g_strdup_printf (ngettext ("%'ld row exported", "%'ld rows exported", (gulong) n_rows),
                          (glong) n_rows);
  clt_place_page_toast (self, text);
}

static void
clt_place_page_replace_cb (GObject      *object,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr (CltPlacePage) self = user_data;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) columns = NULL;

  stream = g_file_replace_finish (G_FILE (object), result, &error);
  if (stream == NULL || self->view == NULL)
    {
      if (error != NULL)
        clt_place_page_toast (self, error->message);
      return;
    }

  columns = clt_view_dup_columns (self->view);
  clt_csv_export_async (clt_session_get_store (self->session), clt_view_get_query (self->view),
                        (const char * const *) columns, G_OUTPUT_STREAM (stream), NULL,
                        clt_place_page_export_cb, g_object_ref (self));
}

static void
clt_place_page_file_chosen_cb (GtkNativeDialog *chooser,
                               int              response,
                               gpointer         user_data)
{
  g_autoptr (CltPlacePage) self = user_data;
  g_autoptr (GtkNativeDialog) owned G_GNUC_UNUSED = chooser;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_file_replace_async (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, G_PRIORITY_DEFAULT,
                        NULL, clt_place_page_replace_cb, g_object_ref (self));
}

static void
clt_place_page_export_action (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  CltPlacePage *self = CLT_PLACE_PAGE (widget);
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  chooser = gtk_file_chooser_native_new (_("Export"), clt_place_page_get_window (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  /* Translators: the proposed name of an exported file; %s is the plural of a kind of record */
  name = g_strdup_printf (_("%s.csv"), clt_entity_get_label_plural (self->entity));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (clt_place_page_file_chosen_cb),
                    g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static const struct
{
  const char                  *name;
  GtkWidgetActionActivateFunc  activate;
} actions[] = {
  { "place.clear-filters", clt_place_page_clear_filters_action },
  { "place.close-record", clt_place_page_close_record_action },
  { "place.export", clt_place_page_export_action },
  { "place.open-selected", clt_place_page_open_selected_action },
  { "place.reload", clt_place_page_reload_action },
  { "place.save-view", clt_place_page_save_view_action },
  { "place.select-none", clt_place_page_select_none_action },
};

/**
 * clt_place_page_install_actions:
 * @widget_class: the class
 *
 * Installs what can be done with the records of a place.
 */
void
clt_place_page_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "place.close-record", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "place.export",
                                       NULL);
}
