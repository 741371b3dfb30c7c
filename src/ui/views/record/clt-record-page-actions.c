/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record-page"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-new-record-dialog.h"
#include "clt-record-page-private.h"
#include "clt-relations.h"

/* {{{ Reaching people */

static void
clt_record_page_open_uri (CltRecordPage *self,
                          const char    *scheme,
                          CltRole        role)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const char *address = clt_value_get_text (
    clt_record_get_role (clt_record_page_get_record (self), role));
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;

  if (address == NULL)
    return;

  escaped = g_uri_escape_string (address, "@+", TRUE);
  uri = g_strconcat (scheme, escaped, NULL);
  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

static void
clt_record_page_call (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  clt_record_page_open_uri (CLT_RECORD_PAGE (widget), "tel:", CLT_ROLE_PHONE);
}

static void
clt_record_page_write (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  clt_record_page_open_uri (CLT_RECORD_PAGE (widget), "mailto:", CLT_ROLE_EMAIL);
}

static void
clt_record_page_log_follow_up (GtkWidget  *widget,
                               const char *action_name,
                               GVariant   *parameter)
{
  clt_record_page_begin_follow_up (CLT_RECORD_PAGE (widget));
}

static void
clt_record_page_title (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  clt_record_page_edit_title (CLT_RECORD_PAGE (widget));
}

/* }}} */
/* {{{ Stepping through the list */

/* The neighbour in the list, or NULL at its end or without one. */
static CltRecord *
clt_record_page_dup_neighbour (CltRecordPage *self,
                               int            step)
{
  CltRecordList *list = clt_record_page_get_list (self);
  CltRecord *record = clt_record_page_get_record (self);
  guint position;

  if (list == NULL || record == NULL)
    return NULL;

  position = clt_record_list_find (list, clt_record_get_id (record));
  if (position == GTK_INVALID_LIST_POSITION || (position == 0 && step < 0))
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (list), (guint) ((int) position + step));
}

static void
clt_record_page_step (CltRecordPage *self,
                      int            step)
{
  g_autoptr (CltRecord) record = clt_record_page_dup_neighbour (self, step);

  if (record != NULL)
    clt_record_page_set_record (self, record);
}

static void
clt_record_page_previous (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  clt_record_page_step (CLT_RECORD_PAGE (widget), -1);
}

static void
clt_record_page_next (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  clt_record_page_step (CLT_RECORD_PAGE (widget), 1);
}

/* }}} */
/* {{{ Changing the whole record */

static void
clt_record_page_done_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (CltRecordPage) self = CLT_RECORD_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (!clt_command_stack_run_finish (CLT_COMMAND_STACK (object), result, &error))
    {
      g_autofree char *sentence = clt_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
    }
}

static void
clt_record_page_run (CltRecordPage *self,
                     const char    *label,
                     GPtrArray     *changes)
{
  CltSession *session = clt_record_page_get_session (self);

  clt_command_stack_run_async (clt_session_get_commands (session), label, changes, NULL,
                               clt_record_page_done_cb, g_object_ref (self));
}

static void
clt_record_page_delete (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  CltRecordPage *self = CLT_RECORD_PAGE (widget);
  CltRecord *record = clt_record_page_get_record (self);
  g_autoptr (GPtrArray) changes = clt_command_delete (&record, 1);
  g_autofree char *label = NULL;

  /* Translators: what was done and can be undone: a kind of record, then its title */
  label = g_strdup_printf (_("%s “%s” deleted"),
                           clt_entity_get_label (clt_record_get_entity (record)),
                           clt_record_get_title (record));
  clt_record_page_run (self, label, changes);
}

static void
clt_record_page_toggle_archived (GtkWidget  *widget,
                                 const char *action_name,
                                 GVariant   *parameter)
{
  CltRecordPage *self = CLT_RECORD_PAGE (widget);
  CltRecord *record = clt_record_page_get_record (self);
  CltField *field = clt_entity_find_role (clt_record_get_entity (record), CLT_ROLE_ARCHIVED);
  const gboolean is_archived =
    clt_value_get_boolean (clt_record_get_role (record, CLT_ROLE_ARCHIVED));
  g_autoptr (CltValue) value = clt_value_new_boolean (!is_archived);
  g_autoptr (GPtrArray) changes = clt_command_set_field (record, clt_field_get_name (field), value);
  g_autofree char *label = NULL;

  /* Translators: what was done and can be undone: a record's title */
  label = g_strdup_printf (is_archived ? _("“%s” taken out of the archive") : _("“%s” archived"),
                           clt_record_get_title (record));
  clt_record_page_run (self, label, changes);
}

static void
clt_record_page_copy_reference (GtkWidget  *widget,
                                const char *action_name,
                                GVariant   *parameter)
{
  CltRecord *record = clt_record_page_get_record (CLT_RECORD_PAGE (widget));
  const CltRecordKey key = {
    g_intern_string (clt_entity_get_name (clt_record_get_entity (record))),
    clt_record_get_id (record),
  };
  g_autofree char *text = clt_record_key_to_text (&key);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.toast", "s", _("Reference copied"));
}

static void
clt_record_page_new_related (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  CltRecordPage *self = CLT_RECORD_PAGE (widget);
  CltRecord *record = clt_record_page_get_record (self);
  CltSession *session = clt_record_page_get_session (self);
  CltEntity *entity = NULL;
  g_autoptr (CltRecordKey) about = NULL;

  entity = clt_schema_find_entity (clt_session_get_schema (session),
                                   g_variant_get_string (parameter, NULL));
  if (entity == NULL || record == NULL)
    return;

  about = clt_record_key_new (clt_entity_get_name (clt_record_get_entity (record)),
                              clt_record_get_id (record));
  clt_new_record_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), session, entity,
                                 about);
}

/* }}} */

static gboolean
clt_record_page_can_write (CltRecordPage *self)
{
  CltRecord *record = clt_record_page_get_record (self);
  CltStore *store = clt_session_get_store (clt_record_page_get_session (self));

  return record != NULL && clt_record_get_state (record) == CLT_RECORD_LOADED
         && !clt_entity_has_flags (clt_record_get_entity (record), CLT_ENTITY_READ_ONLY)
         && store != NULL && !clt_store_get_read_only (store);
}

/* What has no field for being archived, or no address, has no such action. */
static gboolean
clt_record_page_has_role (CltRecordPage *self,
                          CltRole        role)
{
  CltRecord *record = clt_record_page_get_record (self);

  return record != NULL && clt_entity_find_role (clt_record_get_entity (record), role) != NULL;
}

/**
 * clt_record_page_update_actions:
 * @self: a record page
 *
 * Enables the actions that make sense for the record as it is now.
 */
void
clt_record_page_update_actions (CltRecordPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean can_write = clt_record_page_can_write (self);
  g_autoptr (CltRecord) previous = clt_record_page_dup_neighbour (self, -1);
  g_autoptr (CltRecord) next = clt_record_page_dup_neighbour (self, 1);

  gtk_widget_action_set_enabled (widget, "record.call",
                                 clt_record_page_has_role (self, CLT_ROLE_PHONE));
  gtk_widget_action_set_enabled (widget, "record.write",
                                 clt_record_page_has_role (self, CLT_ROLE_EMAIL));
  gtk_widget_action_set_enabled (widget, "record.previous", previous != NULL);
  gtk_widget_action_set_enabled (widget, "record.next", next != NULL);
  gtk_widget_action_set_enabled (widget, "record.delete", can_write);
  gtk_widget_action_set_enabled (widget, "record.toggle-archived", can_write
                                 && clt_record_page_has_role (self, CLT_ROLE_ARCHIVED));
  gtk_widget_action_set_enabled (widget, "record.new-related", can_write);
  gtk_widget_action_set_enabled (widget, "record.copy-reference",
                                 clt_record_page_get_record (self) != NULL);
}

/**
 * clt_record_page_dup_new_menu:
 * @self: a record page
 *
 * Makes the menu of what can be made anew for the record: every entity that can refer to it.
 *
 * Returns: (transfer full) (nullable): the menu, or %NULL if it would be empty
 */
GMenuModel *
clt_record_page_dup_new_menu (CltRecordPage *self)
{
  CltSchema *schema = clt_session_get_schema (clt_record_page_get_session (self));
  CltRecord *record = clt_record_page_get_record (self);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; record != NULL && i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);
      g_autoptr (GMenuItem) item = NULL;

      if (!clt_entity_has_flags (entity, CLT_ENTITY_PLACE)
          || clt_entity_has_flags (entity, CLT_ENTITY_READ_ONLY)
          || !clt_relations_exist (entity, clt_record_get_entity (record)))
        continue;

      item = g_menu_item_new (clt_entity_get_label (entity), NULL);
      g_menu_item_set_action_and_target (item, "record.new-related", "s",
                                         clt_entity_get_name (entity));
      g_menu_append_item (menu, item);
    }

  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return NULL;

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * clt_record_page_install_actions:
 * @widget_class: the class of the record page
 *
 * Adds the record.* actions and their keys.
 */
void
clt_record_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "record.call", NULL, clt_record_page_call },
    { "record.copy-reference", NULL, clt_record_page_copy_reference },
    { "record.delete", NULL, clt_record_page_delete },
    { "record.edit-title", NULL, clt_record_page_title },
    { "record.log-follow-up", NULL, clt_record_page_log_follow_up },
    { "record.new-related", "s", clt_record_page_new_related },
    { "record.next", NULL, clt_record_page_next },
    { "record.previous", NULL, clt_record_page_previous },
    { "record.toggle-archived", NULL, clt_record_page_toggle_archived },
    { "record.write", NULL, clt_record_page_write },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type,
                                     actions[i].activate);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "record.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "record.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "record.edit-title", NULL);
}
