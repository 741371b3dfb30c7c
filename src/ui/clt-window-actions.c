/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-window"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-new-record-dialog.h"
#include "clt-palette.h"
#include "clt-sign-in-dialog.h"
#include "clt-window-private.h"

static void
clt_window_toast_error (CltWindow    *self,
                        const GError *error)
{
  g_autofree char *sentence = NULL;

  if (clt_error_is_cancelled (error))
    return;

  sentence = clt_error_dup_sentence (error);
  clt_window_toast (self, sentence, FALSE);
}

static void
clt_window_open_record_action (CltWindow *self,
                               GVariant  *parameter)
{
  const char *entity;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &entity, &id);
  clt_window_open_record (self, entity, id);
}

static void
clt_window_new_record_action (CltWindow *self,
                              GVariant  *parameter)
{
  CltSchema *schema = clt_session_get_schema (self->session);
  CltEntity *entity = clt_schema_find_entity (schema, g_variant_get_string (parameter, NULL));

  if (entity != NULL)
    clt_new_record_dialog_present (GTK_WINDOW (self), self->session, entity, NULL);
}

static void
clt_window_new_here_action (CltWindow *self,
                            GVariant  *parameter)
{
  CltEntity *entity = clt_place_page_get_entity (self->page);

  if (entity != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-record", "s",
                                clt_entity_get_name (entity));
}

static void
clt_window_show_place_action (CltWindow *self,
                              GVariant  *parameter)
{
  const char *place = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) views = clt_sidebar_dup_saved (self->sidebar);

  if (g_strcmp0 (place, "search") == 0)
    clt_palette_present (GTK_WINDOW (self), self->session, views);
  else
    clt_window_show_place (self, place, 0);
}

static void
clt_window_palette_action (CltWindow *self,
                           GVariant  *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", "search");
}

static void
clt_window_go_nth_action (CltWindow *self,
                          GVariant  *parameter)
{
  const char *place = clt_sidebar_get_nth (self->sidebar, g_variant_get_uint32 (parameter));
  g_autofree char *copy = g_strdup (place);

  if (copy != NULL)
    clt_window_show_place (self, copy, 0);
}

static void
clt_window_toast_action (CltWindow *self,
                         GVariant  *parameter)
{
  clt_window_toast (self, g_variant_get_string (parameter, NULL), FALSE);
}

static void
clt_window_undo_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (CltWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!clt_command_stack_undo_finish (CLT_COMMAND_STACK (object), result, &error))
    clt_window_toast_error (self, error);
}

static void
clt_window_undo_action (CltWindow *self,
                        GVariant  *parameter)
{
  clt_command_stack_undo_async (clt_session_get_commands (self->session), NULL,
                                clt_window_undo_cb, g_object_ref (self));
}

static void
clt_window_redo_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (CltWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!clt_command_stack_redo_finish (CLT_COMMAND_STACK (object), result, &error))
    clt_window_toast_error (self, error);
}

static void
clt_window_redo_action (CltWindow *self,
                        GVariant  *parameter)
{
  clt_command_stack_redo_async (clt_session_get_commands (self->session), NULL,
                                clt_window_redo_cb, g_object_ref (self));
}

static void
clt_window_delete_action (CltWindow *self,
                          GVariant  *parameter)
{
  clt_place_page_delete (self->page);
}

static void
clt_window_edit_action (CltWindow *self,
                        GVariant  *parameter)
{
  clt_place_page_edit (self->page);
}

static void
clt_window_find_action (CltWindow *self,
                        GVariant  *parameter)
{
  clt_place_page_start_search (self->page);
}

/* The engine says itself, in the indicator, what went wrong. */
static void
clt_window_synced_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!clt_engine_sync_finish (CLT_ENGINE (object), result, &error) &&
      !clt_error_is_cancelled (error))
    g_debug ("Sync ended: %s", error->message);
}

static void
clt_window_sync_action (CltWindow *self,
                        GVariant  *parameter)
{
  clt_engine_sync_async (clt_session_get_engine (self->session), NULL, clt_window_synced_cb, NULL);
}

static void
clt_window_cancel_sync_action (CltWindow *self,
                               GVariant  *parameter)
{
  clt_engine_cancel (clt_session_get_engine (self->session));
}

/* So many are gone on the server that the engine did not believe it; the user has seen how many. */
static void
clt_window_remove_suspected_action (CltWindow *self,
                                    GVariant  *parameter)
{
  clt_engine_allow_removals (clt_session_get_engine (self->session));
}

static void
clt_window_sign_in_action (CltWindow *self,
                           GVariant  *parameter)
{
  clt_sign_in_dialog_present_again (GTK_WINDOW (self), self->session);
}

static void
clt_window_back_action (CltWindow *self,
                        GVariant  *parameter)
{
  clt_window_go (self, -1);
}

static void
clt_window_forward_action (CltWindow *self,
                           GVariant  *parameter)
{
  clt_window_go (self, 1);
}

static void
clt_window_up_action (CltWindow *self,
                      GVariant  *parameter)
{
  clt_window_go_up (self);
}

static void
clt_window_retry_action (CltWindow *self,
                         GVariant  *parameter)
{
  g_autoptr (CltWorkspace) workspace = g_object_ref (self->workspace);

  clt_window_open_workspace (self, workspace, FALSE);
}

static void
clt_window_open_read_only_action (CltWindow *self,
                                  GVariant  *parameter)
{
  g_autoptr (CltWorkspace) workspace = g_object_ref (self->workspace);

  clt_window_open_workspace (self, workspace, TRUE);
}

static void
clt_window_show_folder_action (CltWindow *self,
                               GVariant  *parameter)
{
  g_autofree char *uri = g_filename_to_uri (clt_workspace_get_folder (self->workspace), NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* The window of shortcuts is made when it is asked for: it would cost every start. */
static void
clt_window_show_help_overlay_action (CltWindow *self,
                                     GVariant  *parameter)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *overlay;

  builder = gtk_builder_new_from_resource (RESOURCE_PREFIX "/ui/help-overlay.ui");
  overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  gtk_window_set_transient_for (overlay, GTK_WINDOW (self));
  gtk_window_present (overlay);
}

/* What an action needs, or it is insensitive. */
typedef enum
{
  NEEDS_NOTHING,
  NEEDS_WORKSPACE,
  NEEDS_SESSION,
  NEEDS_WRITING,
  NEEDS_ENGINE,
  NEEDS_UNDO,
  NEEDS_REDO,
  NEEDS_PAST,
  NEEDS_FUTURE,
} Needs;

static const struct
{
  const char *name;
  const char *type; /* (nullable): of the parameter */
  void      (*activate) (CltWindow *self,
                         GVariant  *parameter);
  Needs       needs;
} actions[] = {
  { "win.back", NULL, clt_window_back_action, NEEDS_PAST },
  { "win.cancel-sync", NULL, clt_window_cancel_sync_action, NEEDS_ENGINE },
  { "win.delete", NULL, clt_window_delete_action, NEEDS_WRITING },
  { "win.edit", NULL, clt_window_edit_action, NEEDS_SESSION },
  { "win.find", NULL, clt_window_find_action, NEEDS_SESSION },
  { "win.forward", NULL, clt_window_forward_action, NEEDS_FUTURE },
  { "win.go-nth", "u", clt_window_go_nth_action, NEEDS_SESSION },
  { "win.new-here", NULL, clt_window_new_here_action, NEEDS_WRITING },
  { "win.new-record", "s", clt_window_new_record_action, NEEDS_WRITING },
  { "win.open-read-only", NULL, clt_window_open_read_only_action, NEEDS_WORKSPACE },
  { "win.open-record", "(sx)", clt_window_open_record_action, NEEDS_SESSION },
  { "win.palette", NULL, clt_window_palette_action, NEEDS_SESSION },
  { "win.redo", NULL, clt_window_redo_action, NEEDS_REDO },
  { "win.remove-suspected", NULL, clt_window_remove_suspected_action, NEEDS_ENGINE },
  { "win.retry", NULL, clt_window_retry_action, NEEDS_WORKSPACE },
  { "win.show-folder", NULL, clt_window_show_folder_action, NEEDS_WORKSPACE },
  { "win.show-help-overlay", NULL, clt_window_show_help_overlay_action, NEEDS_NOTHING },
  { "win.show-place", "s", clt_window_show_place_action, NEEDS_SESSION },
  { "win.sign-in", NULL, clt_window_sign_in_action, NEEDS_ENGINE },
  { "win.sync", NULL, clt_window_sync_action, NEEDS_ENGINE },
  { "win.toast", "s", clt_window_toast_action, NEEDS_NOTHING },
  { "win.undo", NULL, clt_window_undo_action, NEEDS_UNDO },
  { "win.up", NULL, clt_window_up_action, NEEDS_SESSION },
};

/* Keys that belong to the window; text fields take Delete and the like for themselves first. */
static const struct
{
  guint            keyval;
  GdkModifierType  modifiers;
  const char      *action;
} keys[] = {
  { GDK_KEY_k, GDK_CONTROL_MASK, "win.palette" },
  { GDK_KEY_f, GDK_CONTROL_MASK, "win.find" },
  { GDK_KEY_n, GDK_CONTROL_MASK, "win.new-here" },
  { GDK_KEY_F2, 0, "win.edit" },
  { GDK_KEY_F5, 0, "win.sync" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
  { GDK_KEY_Delete, 0, "win.delete" },
  { GDK_KEY_Left, GDK_ALT_MASK, "win.back" },
  { GDK_KEY_Right, GDK_ALT_MASK, "win.forward" },
  { GDK_KEY_question, GDK_CONTROL_MASK, "win.show-help-overlay" },
};

#define N_NUMBERED_PLACES 9

static gboolean
clt_window_has_what_it_needs (CltWindow *self,
                              Needs      needs)
{
  CltCommandStack *commands;

  if (needs == NEEDS_NOTHING)
    return TRUE;
  if (needs == NEEDS_WORKSPACE)
    return self->workspace != NULL;
  if (self->session == NULL)
    return FALSE;

  commands = clt_session_get_commands (self->session);
  switch (needs)
    {
    case NEEDS_WRITING:
      return !clt_store_get_read_only (clt_session_get_store (self->session));
    case NEEDS_ENGINE:
      return clt_session_get_engine (self->session) != NULL;
    case NEEDS_UNDO:
      return clt_command_stack_can_undo (commands);
    case NEEDS_REDO:
      return clt_command_stack_can_redo (commands);
    case NEEDS_PAST:
      return clt_history_can_go (self->history, -1);
    case NEEDS_FUTURE:
      return clt_history_can_go (self->history, 1);
    case NEEDS_NOTHING:
    case NEEDS_WORKSPACE:
    case NEEDS_SESSION:
    default:
      return TRUE;
    }
}

static void
clt_window_activate_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i].name, action_name) == 0)
      actions[i].activate (CLT_WINDOW (widget), parameter);
}

/**
 * clt_window_update_actions:
 * @self: a window
 *
 * Makes sensitive what can be done now, and nothing else.
 */
void
clt_window_update_actions (CltWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   clt_window_has_what_it_needs (self, actions[i].needs));
}

/**
 * clt_window_install_actions:
 * @widget_class: the class
 *
 * Installs the actions and keys of windows.
 */
void
clt_window_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     clt_window_activate_action);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers,
                                         keys[i].action, NULL);
  for (guint i = 0; i < N_NUMBERED_PLACES; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.go-nth",
                                         "u", i);
}
