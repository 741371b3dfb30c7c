/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-preferences-window"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-preferences-window.h"
#include "clt-text.h"

struct _CltPreferencesWindow
{
  AdwPreferencesWindow  parent_instance;

  AdwComboRow          *color_scheme;
  GtkAdjustment        *sync_interval;
  GtkListBox           *workspace_list;

  GSettings            *settings;   /* (owned) */
  CltWorkspaceList     *workspaces; /* (owned) */
  CltSession           *session;    /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CltPreferencesWindow, clt_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
clt_preferences_window_show_error (CltPreferencesWindow *self,
                                   const GError         *error)
{
  g_autofree char *sentence = clt_error_dup_sentence (error);
  AdwToast *toast = adw_toast_new (sentence);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

/* {{{ Appearance */

/* The positions in the list are the values of the enumeration. */
static gboolean
clt_preferences_window_get_scheme (GValue   *value,
                                   GVariant *variant,
                                   gpointer  user_data)
{
  static const char *const nicks[] = { "default", "light", "dark" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_str_equal (g_variant_get_string (variant, NULL), nicks[i]))
        g_value_set_uint (value, i);
    }

  return TRUE;
}

static GVariant *
clt_preferences_window_set_scheme (const GValue       *value,
                                   const GVariantType *type,
                                   gpointer            user_data)
{
  static const char *const nicks[] = { "default", "light", "dark" };
  const guint selected = g_value_get_uint (value);

  return g_variant_new_string (nicks[selected < G_N_ELEMENTS (nicks) ? selected : 0]);
}

/* }}} */
/* {{{ Workspaces */

static void
clt_preferences_window_removed_cb (GObject      *object,
                                   GAsyncResult *result,
                                   gpointer      user_data)
{
  g_autoptr (CltPreferencesWindow) self = CLT_PREFERENCES_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!clt_workspace_list_remove_finish (CLT_WORKSPACE_LIST (object), result, &error)
      && !clt_error_is_cancelled (error))
    clt_preferences_window_show_error (self, error);
}

typedef struct
{
  CltPreferencesWindow *window;    /* (owned) */
  CltWorkspace         *workspace; /* (owned) */
} Removal;

static void
removal_free (gpointer  data,
              GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->window);
  g_object_unref (removal->workspace);
  g_free (removal);
}

static void
clt_preferences_window_confirmed_cb (GtkWidget  *dialog,
                                     const char *response,
                                     Removal    *removal)
{
  if (g_str_equal (response, "remove"))
    clt_workspace_list_remove_async (removal->window->workspaces, removal->workspace, NULL,
                                     clt_preferences_window_removed_cb,
                                     g_object_ref (removal->window));
}

static void
clt_preferences_window_remove_cb (CltPreferencesWindow *self,
                                  GtkWidget            *button)
{
  CltWorkspace *workspace = g_object_get_data (G_OBJECT (button), "workspace");
  Removal *removal = g_new0 (Removal, 1);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _("Remove “%s”?"),
                                     clt_workspace_get_name (workspace));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               clt_workspace_has_server (workspace)
                               ? _("What is on the server stays there. Changes that were not "
                                   "sent yet, and the key, are deleted from this computer.")
                               : _("All its records are deleted from this computer. This "
                                   "cannot be undone."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "remove", _("_Remove"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  removal->window = g_object_ref (self);
  removal->workspace = g_object_ref (workspace);
  g_signal_connect_data (dialog, "response", G_CALLBACK (clt_preferences_window_confirmed_cb),
                         removal, removal_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
clt_preferences_window_renamed_cb (CltPreferencesWindow *self,
                                   GtkWidget            *row)
{
  CltWorkspace *workspace = g_object_get_data (G_OBJECT (row), "workspace");
  const char *name = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autoptr (GError) error = NULL;

  if (clt_text_is_blank (name))
    gtk_editable_set_text (GTK_EDITABLE (row), clt_workspace_get_name (workspace));
  else if (!clt_workspace_set_name (workspace, name, &error))
    clt_preferences_window_show_error (self, error);
}

static GtkWidget *
clt_preferences_window_new_remove_button (CltPreferencesWindow *self,
                                          CltWorkspace         *workspace)
{
  const gboolean is_open = self->session != NULL
                           && clt_session_get_workspace (self->session) == workspace;
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, !is_open);
  gtk_widget_set_tooltip_text (button, is_open
                               ? _("The open workspace cannot be removed: switch to another first")
                               : _("Remove"));
  g_object_set_data_full (G_OBJECT (button), "workspace", g_object_ref (workspace),
                          g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clt_preferences_window_remove_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
clt_preferences_window_create_row_cb (gpointer item,
                                      gpointer user_data)
{
  CltPreferencesWindow *self = CLT_PREFERENCES_WINDOW (user_data);
  CltWorkspace *workspace = CLT_WORKSPACE (item);
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Name"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), clt_workspace_get_name (workspace));
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), gtk_image_new_from_icon_name (
                            clt_workspace_get_icon_name (workspace)));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                            clt_preferences_window_new_remove_button (self, workspace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the workspace"),
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "workspace", g_object_ref (workspace), g_object_unref);
  g_signal_connect_object (row, "apply", G_CALLBACK (clt_preferences_window_renamed_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

/* }}} */

static void
clt_preferences_window_dispose (GObject *object)
{
  CltPreferencesWindow *self = CLT_PREFERENCES_WINDOW (object);

  /* Seen with libadwaita 1.2.2: a list in a group outlives the window, and its model with it. */
  if (self->workspace_list != NULL)
    gtk_list_box_bind_model (self->workspace_list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (clt_preferences_window_parent_class)->dispose (object);
}

static void
clt_preferences_window_finalize (GObject *object)
{
  CltPreferencesWindow *self = CLT_PREFERENCES_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->workspaces);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (clt_preferences_window_parent_class)->finalize (object);
}

static void
clt_preferences_window_class_init (CltPreferencesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_preferences_window_dispose;
  object_class->finalize = clt_preferences_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/dialogs/clt-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CltPreferencesWindow, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, CltPreferencesWindow, sync_interval);
  gtk_widget_class_bind_template_child (widget_class, CltPreferencesWindow, workspace_list);
}

static void
clt_preferences_window_init (CltPreferencesWindow *self)
{
  self->settings = g_settings_new ("org.clientele.Clientele");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (self->settings, "sync-interval-minutes", self->sync_interval, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "color-scheme", self->color_scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, clt_preferences_window_get_scheme,
                                clt_preferences_window_set_scheme, NULL, NULL);
}

/**
 * clt_preferences_window_present:
 * @parent: the window it belongs to
 * @workspaces: the workspaces to rename and remove
 * @session: (nullable): the open one, which is not to be removed
 *
 * Shows the preferences; they take effect at once.
 */
void
clt_preferences_window_present (GtkWindow        *parent,
                                CltWorkspaceList *workspaces,
                                CltSession       *session)
{
  CltPreferencesWindow *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (CLT_IS_WORKSPACE_LIST (workspaces));
  g_return_if_fail (session == NULL || CLT_IS_SESSION (session));

  self = g_object_new (CLT_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
  self->workspaces = g_object_ref (workspaces);
  g_set_object (&self->session, session);
  gtk_list_box_bind_model (self->workspace_list, G_LIST_MODEL (workspaces),
                           clt_preferences_window_create_row_cb, self, NULL);
  gtk_window_present (GTK_WINDOW (self));
}
