/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record-header"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-field-row.h"
#include "clt-record-facts.h"
#include "clt-record-header.h"
#include "clt-relations.h"
#include "clt-text.h"
#include "clt-wrap-layout.h"

struct _CltRecordHeader
{
  GtkWidget       parent_instance;

  GtkWidget      *content;
  AdwAvatar      *avatar;
  AdwBin         *title_slot;
  CltFieldRow    *title;      /* (nullable): child of the slot */
  GtkLabel       *subtitle;
  GtkLabel       *sync_state;
  CltRecordFacts *facts;
  GtkWidget      *call_button;
  GtkWidget      *write_button;
  GtkWidget      *log_button;
  GtkMenuButton  *new_button;

  CltSession     *session;    /* (owned) (nullable) */
  CltRecord      *record;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CltRecordHeader, clt_record_header, GTK_TYPE_WIDGET)

/* How the user's last change stands. */
static const char *
clt_record_header_get_sync_words (CltSyncState state)
{
  switch (state)
    {
    case CLT_SYNC_LOCAL:
      return C_("state of a record", "Saved");

    case CLT_SYNC_WAITING:
      return C_("state of a record", "Saved, waiting to be sent");

    case CLT_SYNC_SENDING:
      return C_("state of a record", "Sending");

    case CLT_SYNC_SYNCED:
      return C_("state of a record", "On the server");

    case CLT_SYNC_CHOICE:
      return C_("state of a record", "Needs your choice");

    case CLT_SYNC_REFUSED:
      return C_("state of a record", "Refused by the server");

    default:
      g_assert_not_reached ();
    }
}

/* "Contact · Lotus Trading · Hangzhou" */
static char *
clt_record_header_dup_subtitle (CltRecord *record)
{
  static const CltRole roles[] = { CLT_ROLE_CUSTOMER, CLT_ROLE_CITY };
  CltEntity *entity = clt_record_get_entity (record);
  g_autoptr (GString) words = g_string_new (clt_entity_get_label (entity));

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const int index = clt_entity_find_role_index (entity, roles[i]);
      g_autofree char *word = index >= 0 ? clt_record_dup_display (record, (guint) index) : NULL;

      if (!clt_text_is_blank (word))
        g_string_append_printf (words, " · %s", word);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
clt_record_header_update_avatar (CltRecordHeader *self)
{
  CltEntity *entity = clt_record_get_entity (self->record);
  const gboolean is_party = clt_relations_is_party (entity);

  adw_avatar_set_text (self->avatar, clt_record_get_title (self->record));
  adw_avatar_set_show_initials (self->avatar, is_party);
  adw_avatar_set_icon_name (self->avatar, clt_entity_get_icon_name (entity));
}

static void
clt_record_header_update (CltRecordHeader *self)
{
  g_autofree char *subtitle = NULL;

  if (self->record == NULL)
    return;

  /* A long title does not fit its one line. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_slot),
                               clt_record_get_title (self->record));
  subtitle = clt_record_header_dup_subtitle (self->record);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->sync_state, clt_record_header_get_sync_words (
                       clt_record_get_sync_state (self->record)));
  clt_record_header_update_avatar (self);
  gtk_widget_set_visible (self->call_button, !clt_value_is_none (
                          clt_record_get_role (self->record, CLT_ROLE_PHONE)));
  gtk_widget_set_visible (self->write_button, !clt_value_is_none (
                          clt_record_get_role (self->record, CLT_ROLE_EMAIL)));
}

/* The row knows its field from the beginning, so another entity may need another row. */
static void
clt_record_header_choose_title (CltRecordHeader *self)
{
  CltField *field = NULL;
  const char *name = NULL;

  if (self->record != NULL)
    field = clt_entity_find_role (clt_record_get_entity (self->record), CLT_ROLE_TITLE);
  if (field != NULL)
    name = clt_field_get_name (field);

  if (self->title != NULL && g_strcmp0 (clt_field_row_get_field (self->title), name) != 0)
    {
      self->title = NULL;
      adw_bin_set_child (self->title_slot, NULL);
    }

  if (self->title == NULL && name != NULL)
    {
      self->title = CLT_FIELD_ROW (clt_field_row_new (name));
      g_object_set (self->title, "show-label", FALSE, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (self->title), "record-title");
      clt_field_row_set_session (self->title, self->session);
      adw_bin_set_child (self->title_slot, GTK_WIDGET (self->title));
    }

  if (self->title != NULL)
    clt_field_row_set_record (self->title, self->record);
}

static void
clt_record_header_dispose (GObject *object)
{
  CltRecordHeader *self = CLT_RECORD_HEADER (object);

  self->title = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_RECORD_HEADER);

  G_OBJECT_CLASS (clt_record_header_parent_class)->dispose (object);
}

static void
clt_record_header_finalize (GObject *object)
{
  CltRecordHeader *self = CLT_RECORD_HEADER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (clt_record_header_parent_class)->finalize (object);
}

static void
clt_record_header_class_init (CltRecordHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_record_header_dispose;
  object_class->finalize = clt_record_header_finalize;

  g_type_ensure (CLT_TYPE_RECORD_FACTS);
  g_type_ensure (CLT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/record/clt-record-header.ui");
  gtk_widget_class_bind_template_child (widget_class, CltRecordHeader, avatar);
  gtk_widget_class_bind_template_child (widget_class, CltRecordHeader, call_button);
  gtk_widget_class_bind_template_child (widget_class, CltRecordHeader, content);
  gtk_widget_class_bind_template_child (widget_class, CltRecordHeader, facts);
  gtk_widget_class_bind_template_child (widget_class, CltRecordHeader, log_button);
  gtk_widget_class_bind_template_child (widget_class, CltRecordHeader, new_button);
  gtk_widget_class_bind_template_child (widget_class, CltRecordHeader, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CltRecordHeader, sync_state);
  gtk_widget_class_bind_template_child (widget_class, CltRecordHeader, title_slot);
  gtk_widget_class_bind_template_child (widget_class, CltRecordHeader, write_button);
}

static void
clt_record_header_init (CltRecordHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_record_header_new:
 *
 * Returns: (transfer floating): a header of no record
 */
GtkWidget *
clt_record_header_new (void)
{
  return g_object_new (CLT_TYPE_RECORD_HEADER, NULL);
}

/**
 * clt_record_header_set_session:
 * @self: a header
 * @session: where the records live
 *
 * To be set before the record.
 */
void
clt_record_header_set_session (CltRecordHeader *self,
                               CltSession      *session)
{
  g_return_if_fail (CLT_IS_RECORD_HEADER (self));
  g_return_if_fail (CLT_IS_SESSION (session));

  g_set_object (&self->session, session);
}

/**
 * clt_record_header_set_record:
 * @self: a header
 * @record: (nullable): what it is the header of
 */
void
clt_record_header_set_record (CltRecordHeader *self,
                              CltRecord       *record)
{
  g_return_if_fail (CLT_IS_RECORD_HEADER (self));
  g_return_if_fail (record == NULL || CLT_IS_RECORD (record));

  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_signal_connect_object (record, "changed", G_CALLBACK (clt_record_header_update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (record, "notify", G_CALLBACK (clt_record_header_update), self,
                               G_CONNECT_SWAPPED);
    }

  clt_record_header_choose_title (self);
  clt_record_facts_set_record (self->facts, record);
  clt_record_header_update (self);
}

/**
 * clt_record_header_set_new_menu:
 * @self: a header
 * @menu: (nullable): what can be made anew for the record; without one there is no button
 */
void
clt_record_header_set_new_menu (CltRecordHeader *self,
                                GMenuModel      *menu)
{
  g_return_if_fail (CLT_IS_RECORD_HEADER (self));
  g_return_if_fail (menu == NULL || G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_menu_model (self->new_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), menu != NULL);
}

/**
 * clt_record_header_set_has_timeline:
 * @self: a header
 * @has_timeline: whether there is a timeline to log on
 */
void
clt_record_header_set_has_timeline (CltRecordHeader *self,
                                    gboolean         has_timeline)
{
  g_return_if_fail (CLT_IS_RECORD_HEADER (self));

  gtk_widget_set_visible (self->log_button, has_timeline);
}

/**
 * clt_record_header_edit_title:
 * @self: a header
 *
 * Puts the keyboard into the title.
 */
void
clt_record_header_edit_title (CltRecordHeader *self)
{
  g_return_if_fail (CLT_IS_RECORD_HEADER (self));

  if (self->title != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
