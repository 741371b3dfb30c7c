/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-table-view"

#include "config.h"

#include "clt-column-chooser.h"
#include "clt-list-states.h"
#include "clt-menu.h"
#include "clt-settings.h"
#include "clt-table-view.h"
#include "clt-table.h"

struct _CltTableView
{
  GtkWidget           parent_instance;

  CltListStates      *states;
  GtkScrolledWindow  *scroller;
  GtkMenuButton      *columns_button;

  GtkWidget          *menu;         /* a child; (nullable): made when it is first opened */
  CltRecordList      *list;         /* (owned) */
  CltTableColumns    *columns;      /* (owned) */
  CltTable           *table;        /* in the scroller */
  gboolean            is_default;   /* the columns are those of the entity, not of a saved view */
};

static void clt_table_view_view_init (CltViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CltTableView, clt_table_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CLT_TYPE_VIEW, clt_table_view_view_init))

static void
clt_table_view_sync_sort (CltTableView *self)
{
  CltQuery *query = clt_record_list_get_query (self->list);

  clt_table_set_sort (self->table, clt_query_get_sort_field (query),
                      clt_query_get_descending (query));
}

static void
clt_table_view_chosen_cb (CltTableView *self,
                          guint         position)
{
  clt_view_record_chosen (CLT_VIEW (self), clt_record_list_get_id (self->list, position), FALSE);
}

static void
clt_table_view_activated_cb (CltTableView *self,
                             guint         position)
{
  clt_view_record_chosen (CLT_VIEW (self), clt_record_list_get_id (self->list, position), TRUE);
}

static void
clt_table_view_menu_requested_cb (CltTableView *self,
                                  double        x,
                                  double        y)
{
  gtk_widget_translate_coordinates (GTK_WIDGET (self->table), GTK_WIDGET (self), x, y, &x, &y);
  self->menu = clt_menu_popup (self->menu, GTK_WIDGET (self), "row_menu", x, y);
}

static void
clt_table_view_columns_changed_cb (CltTableView *self)
{
  const char *entity = clt_entity_get_name (clt_table_columns_get_entity (self->columns));
  g_autofree char *text = clt_table_columns_to_text (self->columns);

  if (self->is_default)
    clt_settings_set_columns (entity, text);
}

/* A second click on the heading turns the order round. */
static void
clt_table_view_sort_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  CltTableView *self = CLT_TABLE_VIEW (widget);
  CltQuery *query = clt_record_list_get_query (self->list);
  const char *field = g_variant_get_string (parameter, NULL);
  gboolean is_same = g_strcmp0 (clt_query_get_sort_field (query), field) == 0;
  g_autoptr (CltQuery) sorted = NULL;

  sorted = clt_query_with_sort (query, field, is_same && !clt_query_get_descending (query));
  clt_view_set_query (CLT_VIEW (self), sorted);
}

static void
clt_table_view_choose_columns_action (GtkWidget  *widget,
                                      const char *action_name,
                                      GVariant   *parameter)
{
  gtk_menu_button_popup (CLT_TABLE_VIEW (widget)->columns_button);
}

static CltQuery *
clt_table_view_get_query (CltView *view)
{
  return clt_record_list_get_query (CLT_TABLE_VIEW (view)->list);
}

static void
clt_table_view_set_query (CltView  *view,
                          CltQuery *query)
{
  CltTableView *self = CLT_TABLE_VIEW (view);

  if (clt_query_equal (clt_record_list_get_query (self->list), query))
    return;

  clt_table_selection_clear (clt_table_get_selection (self->table));
  clt_record_list_set_query (self->list, query);
  clt_table_view_sync_sort (self);
  clt_table_set_cursor (self->table, 0);
  clt_table_scroll_to (self->table, 0);
}

static CltRecordList *
clt_table_view_get_list (CltView *view)
{
  return CLT_TABLE_VIEW (view)->list;
}

static guint
clt_table_view_get_n_selected (CltView *view)
{
  return clt_table_selection_get_size (clt_table_get_selection (CLT_TABLE_VIEW (view)->table));
}

static GArray *
clt_table_view_dup_selected (CltView *view)
{
  return clt_table_selection_dup_ids (clt_table_get_selection (CLT_TABLE_VIEW (view)->table));
}

static void
clt_table_view_clear_selection (CltView *view)
{
  clt_table_selection_clear (clt_table_get_selection (CLT_TABLE_VIEW (view)->table));
}

static void
clt_table_view_select (CltView *view,
                       gint64   id)
{
  CltTableView *self = CLT_TABLE_VIEW (view);
  guint position = clt_record_list_find (self->list, id);

  if (position == G_MAXUINT ||
      (clt_table_selection_get_size (clt_table_get_selection (self->table)) == 1 &&
       clt_table_selection_contains (clt_table_get_selection (self->table), position)))
    return;

  clt_table_selection_select (clt_table_get_selection (self->table), position);
  clt_table_set_cursor (self->table, position);
  clt_table_scroll_to (self->table, position);
}

static char **
clt_table_view_dup_columns (CltView *view)
{
  return clt_table_columns_dup_names (CLT_TABLE_VIEW (view)->columns);
}

static void
clt_table_view_set_columns (CltView            *view,
                            const char * const *names)
{
  CltTableView *self = CLT_TABLE_VIEW (view);

  self->is_default = FALSE;
  clt_table_columns_set_names (self->columns, names);
}

static void
clt_table_view_view_init (CltViewInterface *iface)
{
  iface->get_query = clt_table_view_get_query;
  iface->set_query = clt_table_view_set_query;
  iface->get_list = clt_table_view_get_list;
  iface->get_n_selected = clt_table_view_get_n_selected;
  iface->dup_selected = clt_table_view_dup_selected;
  iface->clear_selection = clt_table_view_clear_selection;
  iface->select = clt_table_view_select;
  iface->dup_columns = clt_table_view_dup_columns;
  iface->set_columns = clt_table_view_set_columns;
}

static gboolean
clt_table_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CLT_TABLE_VIEW (widget)->table));
}

static void
clt_table_view_dispose (GObject *object)
{
  CltTableView *self = CLT_TABLE_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->states != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->states));
  self->states = NULL;

  G_OBJECT_CLASS (clt_table_view_parent_class)->dispose (object);
}

static void
clt_table_view_finalize (GObject *object)
{
  CltTableView *self = CLT_TABLE_VIEW (object);

  g_clear_object (&self->list);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (clt_table_view_parent_class)->finalize (object);
}

static void
clt_table_view_class_init (CltTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_table_view_dispose;
  object_class->finalize = clt_table_view_finalize;

  widget_class->grab_focus = clt_table_view_grab_focus;

  g_type_ensure (CLT_TYPE_LIST_STATES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/views/clt-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CltTableView, states);
  gtk_widget_class_bind_template_child (widget_class, CltTableView, scroller);
  gtk_widget_class_bind_template_child (widget_class, CltTableView, columns_button);

  gtk_widget_class_install_action (widget_class, "table.sort", "s", clt_table_view_sort_action);
  gtk_widget_class_install_action (widget_class, "table.choose-columns", NULL,
                                   clt_table_view_choose_columns_action);
}

static void
clt_table_view_init (CltTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_default = TRUE;
}

/* The popover is made when it is first opened: it has a row for each field. */
static void
clt_table_view_create_chooser (GtkMenuButton *button,
                               gpointer       user_data)
{
  CltTableView *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, clt_column_chooser_new (self->columns));
}

static void
clt_table_view_make_table (CltTableView *self)
{
  self->table = CLT_TABLE (clt_table_new (self->list, self->columns));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clt_entity_get_label_plural (
                                    clt_table_columns_get_entity (self->columns)), -1);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->table));
  g_object_bind_property (self->table, "compact", self->columns_button, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  clt_list_states_set_list (self->states, self->list);
  clt_table_view_sync_sort (self);

  g_signal_connect_object (self->table, "chosen", G_CALLBACK (clt_table_view_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (clt_table_view_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "menu-requested",
                           G_CALLBACK (clt_table_view_menu_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clt_table_get_selection (self->table), "changed",
                           G_CALLBACK (clt_view_selection_changed), self, G_CONNECT_SWAPPED);
}

/**
 * clt_table_view_new:
 * @session: what is worked with
 * @query: which records
 *
 * Returns: (transfer floating): a table of the records, with the columns that the user
 *   chose last for their entity
 */
GtkWidget *
clt_table_view_new (CltSession *session,
                    CltQuery   *query)
{
  CltTableView *self;
  CltEntity *entity;
  g_autofree char *columns = NULL;

  g_return_val_if_fail (CLT_IS_SESSION (session), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  self = g_object_new (CLT_TYPE_TABLE_VIEW, NULL);
  entity = clt_schema_find_entity (clt_session_get_schema (session), clt_query_get_entity (query));
  self->list = clt_record_list_new (clt_session_get_store (session), query);
  self->columns = clt_table_columns_new (entity);

  columns = clt_settings_dup_columns (clt_entity_get_name (entity));
  if (columns != NULL)
    clt_table_columns_restore (self->columns, columns);
  clt_table_view_make_table (self);

  g_signal_connect_object (self->columns, "changed",
                           G_CALLBACK (clt_table_view_columns_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->columns_button, clt_table_view_create_chooser,
                                         self, NULL);

  return GTK_WIDGET (self);
}
