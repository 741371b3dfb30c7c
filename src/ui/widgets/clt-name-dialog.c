/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-name-dialog"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-name-dialog.h"
#include "clt-text.h"

static void
clt_name_dialog_changed_cb (GtkEditable *entry,
                            gpointer     user_data)
{
  adw_message_dialog_set_response_enabled (user_data, "accept",
                                           !clt_text_is_blank (gtk_editable_get_text (entry)));
}

static void
clt_name_dialog_response_cb (AdwMessageDialog *dialog,
                             const char       *response,
                             gpointer          user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);

  if (g_strcmp0 (response, "accept") == 0)
    {
      char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

      g_task_return_pointer (task, g_strstrip (name), g_free);
    }
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The name was not given");
}

static GtkWidget *
clt_name_dialog_make_entry (GtkWidget  *dialog,
                            const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (clt_name_dialog_changed_cb), dialog, 0);

  return entry;
}

/**
 * clt_name_dialog_ask_async:
 * @parent: the window it belongs to
 * @heading: what is to be named
 * @name: the name it has, or a proposal; may be empty
 * @accept_label: label of the button that takes the name
 * @callback: called when the user has answered
 * @user_data: data for @callback
 *
 * Asks for a name that is not blank.
 */
void
clt_name_dialog_ask_async (GtkWindow           *parent,
                           const char          *heading,
                           const char          *name,
                           const char          *accept_label,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  GtkWidget *entry = clt_name_dialog_make_entry (dialog, name);

  g_task_set_source_tag (task, clt_name_dialog_ask_async);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "accept", accept_label,
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  clt_name_dialog_changed_cb (GTK_EDITABLE (entry), dialog);

  g_signal_connect (dialog, "response", G_CALLBACK (clt_name_dialog_response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * clt_name_dialog_ask_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full): the name, without blanks around it; %NULL with
 *   %G_IO_ERROR_CANCELLED if the user went away
 */
char *
clt_name_dialog_ask_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
