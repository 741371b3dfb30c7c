/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sign-in-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-connector-registry.h"
#include "clt-error.h"
#include "clt-keyring.h"
#include "clt-sign-in-dialog.h"
#include "clt-text.h"

struct _CltSignInDialog
{
  AdwWindow               parent_instance;

  AdwWindowTitle         *title;
  AdwPreferencesGroup    *group;
  AdwComboRow            *kind_row;
  GtkStringList          *kind_names;
  GtkLabel               *problem;
  GtkWidget              *sign_in_button;
  GtkSpinner             *spinner;

  CltWorkspaceList       *workspaces;  /* (owned) (nullable): where the new one goes */
  CltSession             *session;     /* (owned) (nullable): the one signed in to again */
  const CltConnectorKind *kind;        /* static */
  GPtrArray              *rows;        /* (owned) (element-type AdwEntryRow): one per setting */
  CltConnector           *connector;   /* (owned) (nullable): while it tries, and after */
  CltWorkspace           *workspace;   /* (owned) (nullable): once there is one */
  GCancellable           *cancellable; /* (owned): cancelled on closing */
};

G_DEFINE_FINAL_TYPE (CltSignInDialog, clt_sign_in_dialog, ADW_TYPE_WINDOW)

enum
{
  WORKSPACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* {{{ The form */

static GtkWidget *
clt_sign_in_dialog_new_row (const CltConnectorSetting *setting)
{
  GtkWidget *row = setting->secret ? adw_password_entry_row_new () : adw_entry_row_new ();
  g_autofree char *title = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  /* Translators: an entry of the sign-in form that may stay empty */
  title = setting->required ? g_strdup (gettext (setting->label))
                            : g_strdup_printf (_("%s (optional)"), gettext (setting->label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (setting->placeholder != NULL)
    gtk_widget_set_tooltip_text (row, gettext (setting->placeholder));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gettext (setting->label),
                                  -1);

  return row;
}

/* Signing in again, only the secret can be another one. */
static void
clt_sign_in_dialog_fill_row (CltSignInDialog           *self,
                             GtkWidget                 *row,
                             const CltConnectorSetting *setting)
{
  g_autofree char *text = NULL;

  if (self->workspace == NULL || setting->secret)
    return;

  text = clt_workspace_dup_setting (self->workspace, setting->name);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  gtk_widget_set_sensitive (row, FALSE);
}

static void
clt_sign_in_dialog_sign_in_cb (CltSignInDialog *self);

static void
clt_sign_in_dialog_typed_cb (CltSignInDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_remove_css_class (g_ptr_array_index (self->rows, i), "error");
}

/* Typing begins with what has to be typed, not at Cancel. */
static void
clt_sign_in_dialog_focus_first (CltSignInDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_sensitive (row) && gtk_widget_grab_focus (row))
        return;
    }
}

static void
clt_sign_in_dialog_show_form (CltSignInDialog        *self,
                              const CltConnectorKind *kind)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  self->kind = kind;
  adw_window_title_set_subtitle (self->title, kind->name);
  adw_preferences_group_set_description (self->group, gettext (kind->description));
  for (const CltConnectorSetting *setting = kind->settings; setting->name != NULL; setting++)
    {
      GtkWidget *row = clt_sign_in_dialog_new_row (setting);

      clt_sign_in_dialog_fill_row (self, row, setting);
      g_signal_connect_object (row, "entry-activated", G_CALLBACK (clt_sign_in_dialog_sign_in_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "changed", G_CALLBACK (clt_sign_in_dialog_typed_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  clt_sign_in_dialog_focus_first (self);
}

static void
clt_sign_in_dialog_kind_chosen_cb (CltSignInDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->kind_row);

  if (self->rows != NULL && selected < clt_connector_registry_size ())
    clt_sign_in_dialog_show_form (self, clt_connector_registry_get (selected));
}

static const char *
clt_sign_in_dialog_get_text (CltSignInDialog *self,
                             guint            index)
{
  return gtk_editable_get_text (GTK_EDITABLE (g_ptr_array_index (self->rows, index)));
}

/* Everything that was typed, the secret included. (element-type utf8 utf8) */
static GHashTable *
clt_sign_in_dialog_dup_settings (CltSignInDialog *self,
                                 gboolean         with_secret)
{
  GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CltConnectorSetting *setting = &self->kind->settings[i];
      const char *text = clt_sign_in_dialog_get_text (self, i);

      if (!clt_text_is_blank (text) && (with_secret || !setting->secret))
        g_hash_table_insert (settings, g_strdup (setting->name),
                             g_strstrip (g_strdup (text)));
    }

  return settings;
}

static const char *
clt_sign_in_dialog_get_secret (CltSignInDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (self->kind->settings[i].secret)
        return clt_sign_in_dialog_get_text (self, i);
    }

  return "";
}

/* }}} */

static void
clt_sign_in_dialog_set_busy (CltSignInDialog *self,
                             gboolean         is_busy)
{
  /* GTK 4.8 leaves the keyboard with an insensitive entry, and warns about that later. */
  if (is_busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), !is_busy);
  gtk_widget_set_sensitive (self->sign_in_button, !is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
}

static void
clt_sign_in_dialog_show_problem (CltSignInDialog *self,
                                 const char      *sentence)
{
  clt_sign_in_dialog_set_busy (self, FALSE);
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
clt_sign_in_dialog_show_error (CltSignInDialog *self,
                               const GError    *error)
{
  g_autofree char *sentence = clt_error_dup_sentence (error);

  clt_sign_in_dialog_show_problem (self, sentence);

  /* Of all that was typed, a refused key is the most likely to be mistyped. */
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (!self->kind->settings[i].secret
          || !g_error_matches (error, CLT_ERROR, CLT_ERROR_UNAUTHORIZED))
        continue;

      gtk_widget_add_css_class (row, "error");
      gtk_widget_grab_focus (row);
    }
}

/* {{{ Signed in */

static void
clt_sign_in_dialog_finish (CltSignInDialog *self)
{
  g_autoptr (CltSignInDialog) alive G_GNUC_UNUSED = g_object_ref (self);

  if (self->session != NULL)
    {
      CltEngine *engine = clt_session_get_engine (self->session);

      if (engine != NULL)
        {
          clt_engine_set_connector (engine, self->connector);
          clt_engine_sync_async (engine, NULL, NULL, NULL);
        }
    }

  g_signal_emit (self, signals[WORKSPACE_CHOSEN], 0, self->workspace);
  gtk_window_close (GTK_WINDOW (self));
}

static void
clt_sign_in_dialog_warned_cb (CltSignInDialog *self)
{
  clt_sign_in_dialog_finish (self);
}

/* What the program cannot keep, the user has to know before it asks again tomorrow. */
static void
clt_sign_in_dialog_warn (CltSignInDialog *self)
{
  GtkWidget *warning = adw_message_dialog_new (
    GTK_WINDOW (self),
    _("The Key Is Not Kept"),
    _("This desktop has no keyring to keep it safe. You are signed in until Clientele is closed; "
      "the next time it will ask for the key again."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (warning), "continue", _("_Continue"));
  g_signal_connect_object (warning, "response", G_CALLBACK (clt_sign_in_dialog_warned_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (warning));
}

static void
clt_sign_in_dialog_kept_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (CltSignInDialog) self = CLT_SIGN_IN_DIALOG (user_data);
  CltKeyringPlace place = CLT_KEYRING_KEPT;
  g_autoptr (GError) error = NULL;

  if (!clt_keyring_store_finish (result, &place, &error))
    {
      if (!clt_error_is_cancelled (error))
        clt_sign_in_dialog_show_error (self, error);
      return;
    }

  if (place == CLT_KEYRING_SESSION_ONLY)
    clt_sign_in_dialog_warn (self);
  else
    clt_sign_in_dialog_finish (self);
}

/* "crm.example.org" of what was typed as the address; the kind's name if there is none. */
static char *
clt_sign_in_dialog_dup_name (CltSignInDialog *self,
                             GHashTable      *settings)
{
  const char *url = g_hash_table_lookup (settings, "url");
  g_autoptr (GUri) uri = NULL;

  if (url != NULL)
    uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  if (uri != NULL && g_uri_get_host (uri) != NULL)
    return g_strdup (g_uri_get_host (uri));

  return g_strdup (url != NULL ? url : self->kind->name);
}

static gboolean
clt_sign_in_dialog_make_workspace (CltSignInDialog  *self,
                                   GError          **error)
{
  g_autoptr (GHashTable) settings = clt_sign_in_dialog_dup_settings (self, FALSE);
  g_autofree char *name = NULL;
  CltWorkspace *workspace;

  if (self->workspace != NULL)
    return TRUE;

  name = clt_sign_in_dialog_dup_name (self, settings);
  workspace = clt_workspace_list_add (self->workspaces, name, self->kind->id, settings, error);

  return g_set_object (&self->workspace, workspace);
}

static void
clt_sign_in_dialog_let_in_cb (GObject      *object,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  g_autoptr (CltSignInDialog) self = CLT_SIGN_IN_DIALOG (user_data);
  g_autoptr (CltIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;

  identity = clt_connector_sign_in_finish (CLT_CONNECTOR (object), result, &error);
  if (clt_error_is_cancelled (error))
    return;

  if (identity == NULL || !clt_sign_in_dialog_make_workspace (self, &error))
    {
      clt_sign_in_dialog_show_error (self, error);
      return;
    }

  clt_keyring_store_async (clt_workspace_get_id (self->workspace),
                           clt_workspace_get_name (self->workspace),
                           clt_sign_in_dialog_get_secret (self), self->cancellable,
                           clt_sign_in_dialog_kept_cb, g_object_ref (self));
}

/* }}} */

static gboolean
clt_sign_in_dialog_is_complete (CltSignInDialog *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (!self->kind->settings[i].required
          || !clt_text_is_blank (clt_sign_in_dialog_get_text (self, i)))
        continue;

      gtk_widget_add_css_class (row, "error");
      first = first != NULL ? first : row;
    }

  if (first != NULL)
    {
      g_autofree char *sentence = NULL;

      /* Translators: the label of an entry in the sign-in form */
      sentence = g_strdup_printf (_("“%s” is still missing."),
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (first)));
      clt_sign_in_dialog_show_problem (self, sentence);
      gtk_widget_grab_focus (first);
    }

  return first == NULL;
}

static void
clt_sign_in_dialog_sign_in_cb (CltSignInDialog *self)
{
  g_autoptr (GHashTable) settings = NULL;
  g_autoptr (GError) error = NULL;

  clt_sign_in_dialog_typed_cb (self);
  if (!clt_sign_in_dialog_is_complete (self))
    return;

  settings = clt_sign_in_dialog_dup_settings (self, TRUE);
  g_clear_object (&self->connector);
  self->connector = self->kind->create (settings, &error);
  if (self->connector == NULL)
    {
      clt_sign_in_dialog_show_error (self, error);
      return;
    }

  clt_sign_in_dialog_set_busy (self, TRUE);
  clt_connector_sign_in_async (self->connector, self->cancellable, clt_sign_in_dialog_let_in_cb,
                               g_object_ref (self));
}

static gboolean
clt_sign_in_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (CLT_SIGN_IN_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (clt_sign_in_dialog_parent_class)->close_request (window);
}

static void
clt_sign_in_dialog_dispose (GObject *object)
{
  CltSignInDialog *self = CLT_SIGN_IN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_SIGN_IN_DIALOG);

  G_OBJECT_CLASS (clt_sign_in_dialog_parent_class)->dispose (object);
}

static void
clt_sign_in_dialog_finalize (GObject *object)
{
  CltSignInDialog *self = CLT_SIGN_IN_DIALOG (object);

  g_clear_object (&self->workspaces);
  g_clear_object (&self->session);
  g_clear_object (&self->connector);
  g_clear_object (&self->workspace);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (clt_sign_in_dialog_parent_class)->finalize (object);
}

static void
clt_sign_in_dialog_class_init (CltSignInDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_sign_in_dialog_dispose;
  object_class->finalize = clt_sign_in_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = clt_sign_in_dialog_close_request;

  signals[WORKSPACE_CHOSEN] = g_signal_new ("workspace-chosen", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, CLT_TYPE_WORKSPACE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/dialogs/clt-sign-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CltSignInDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CltSignInDialog, kind_names);
  gtk_widget_class_bind_template_child (widget_class, CltSignInDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CltSignInDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, CltSignInDialog, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, CltSignInDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, CltSignInDialog, title);
  gtk_widget_class_bind_template_callback (widget_class, clt_sign_in_dialog_kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_sign_in_dialog_sign_in_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clt_sign_in_dialog_init (CltSignInDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_sign_in_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @workspaces: where the workspace of the server is made
 *
 * Makes a dialog that connects to a new server; it is still to be presented.
 *
 * Returns: (transfer none): the dialog; it is kept by GTK until it is closed
 */
CltSignInDialog *
clt_sign_in_dialog_new (GtkWindow        *parent,
                        CltWorkspaceList *workspaces)
{
  CltSignInDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (CLT_IS_WORKSPACE_LIST (workspaces), NULL);

  self = g_object_new (CLT_TYPE_SIGN_IN_DIALOG, "transient-for", parent, NULL);
  self->workspaces = g_object_ref (workspaces);
  for (guint i = 0; i < clt_connector_registry_size (); i++)
    gtk_string_list_append (self->kind_names, clt_connector_registry_get (i)->name);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), clt_connector_registry_size () > 1);
  if (self->kind == NULL)
    clt_sign_in_dialog_kind_chosen_cb (self);

  return self;
}

/**
 * clt_sign_in_dialog_present_again:
 * @parent: the window it belongs to
 * @session: an open workspace with a server
 *
 * Asks for a new key for a workspace whose key is missing or was refused.
 */
void
clt_sign_in_dialog_present_again (GtkWindow  *parent,
                                  CltSession *session)
{
  CltSignInDialog *self;
  CltWorkspace *workspace;
  const CltConnectorKind *kind;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (CLT_IS_SESSION (session));

  workspace = clt_session_get_workspace (session);
  kind = clt_connector_registry_find (clt_workspace_get_kind (workspace));
  g_return_if_fail (kind != NULL);

  self = g_object_new (CLT_TYPE_SIGN_IN_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->workspace = g_object_ref (workspace);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), FALSE);
  clt_sign_in_dialog_show_form (self, kind);
  gtk_window_present (GTK_WINDOW (self));
}
