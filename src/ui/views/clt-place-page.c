/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-place-page"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-menu.h"
#include "clt-place-page-private.h"
#include "clt-settings.h"
#include "clt-view-registry.h"

typedef enum
{
  PROP_FOLDED = 1,
  PROP_TITLE,
} CltPlacePageProperty;

static GParamSpec *properties[PROP_TITLE + 1];

enum
{
  RECORD_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CltPlacePage, clt_place_page, GTK_TYPE_WIDGET)

static const char *
clt_place_page_get_title (CltPlacePage *self)
{
  if (self->saved != NULL)
    return clt_saved_view_get_name (self->saved);

  return self->entity != NULL ? clt_entity_get_label_plural (self->entity) : "";
}

/**
 * clt_place_page_update_header:
 * @self: a page
 *
 * A pushed record takes the list's place: the header says which.
 */
void
clt_place_page_update_header (CltPlacePage *self)
{
  gboolean is_pushed = clt_place_page_get_is_pushed (self);
  g_autofree char *count = NULL;

  gtk_widget_set_visible (self->back_button, self->folded || is_pushed);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), !is_pushed);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), !is_pushed && !self->folded);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_filter_button), self->folded);
  gtk_widget_set_visible (self->new_button, !is_pushed);
  gtk_widget_set_visible (self->close_button,
                          !is_pushed && clt_detail_pane_get_show_detail (self->pane));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "place.close-record",
                                 clt_detail_pane_get_show_detail (self->pane));

  if (is_pushed)
    {
      adw_window_title_set_title (self->title, clt_entity_get_label (self->entity));
      adw_window_title_set_subtitle (self->title, "");
      return;
    }

  if (self->view != NULL)
    count = g_strdup_printf ("%'u", g_list_model_get_n_items (
                               G_LIST_MODEL (clt_view_get_list (self->view))));
  adw_window_title_set_title (self->title, clt_place_page_get_title (self));
  adw_window_title_set_subtitle (self->title, count != NULL ? count : "");
}

static void
clt_place_page_selection_changed_cb (CltPlacePage *self)
{
  guint n_selected = clt_view_get_n_selected (self->view);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n_selected), n_selected);
  gtk_label_set_label (self->selection_label, text);

  /* One selected row is what one looks at; more is something to be done with. */
  gtk_revealer_set_reveal_child (self->selection_revealer, n_selected > 1);
}

static void
clt_place_page_record_chosen_cb (CltPlacePage *self,
                                 gint64        id,
                                 gboolean      activated)
{
  clt_place_page_open_record (self, id, activated);
}

static void
clt_place_page_search_changed_cb (CltPlacePage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (CltQuery) query = NULL;

  if (self->view == NULL)
    return;

  query = clt_query_with_search (clt_view_get_query (self->view), *text != '\0' ? text : NULL);
  clt_place_page_change_query (self, query);
}

static void
clt_place_page_search_done_cb (CltPlacePage *self)
{
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
clt_place_page_filter_removed_cb (CltPlacePage *self,
                                  guint         index)
{
  CltQuery *query = clt_view_get_query (self->view);
  g_autoptr (CltFilter) filter = clt_filter_without (clt_query_get_filter (query), index);
  g_autoptr (CltQuery) changed = clt_query_with_filter (query, filter);

  clt_place_page_change_query (self, changed);
}

static void
clt_place_page_filter_made_cb (CltPlacePage *self,
                               CltFilter    *filter)
{
  clt_place_page_add_filter (self, filter);
}

static void
clt_place_page_pane_changed_cb (CltPlacePage *self)
{
  clt_place_page_update_header (self);
}

static void
clt_place_page_set_view (CltPlacePage *self,
                         const char   *kind,
                         CltQuery     *query)
{
  GtkWidget *view = clt_view_registry_find (kind)->create (self->session, query);

  clt_place_page_cancel_load (self);
  clt_place_page_set_record (self, NULL);
  clt_detail_pane_set_show_detail (self->pane, FALSE);

  self->view = CLT_VIEW (view);
  g_signal_connect_object (view, "record-chosen", G_CALLBACK (clt_place_page_record_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "selection-changed",
                           G_CALLBACK (clt_place_page_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clt_view_get_list (self->view), "items-changed",
                           G_CALLBACK (clt_place_page_update_header), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  adw_bin_set_child (self->view_bin, view);
}

/* A place opens without the search that the last one had. */
static void
clt_place_page_reset_search (CltPlacePage *self,
                             const char   *search)
{
  gtk_search_bar_set_search_mode (self->search_bar, search != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search != NULL ? search : "");
}

static void
clt_place_page_update_editing (CltPlacePage *self)
{
  gboolean can_add = !clt_entity_has_flags (self->entity, CLT_ENTITY_READ_ONLY) &&
                     !clt_store_get_read_only (clt_session_get_store (self->session));

  gtk_widget_set_sensitive (self->new_button, can_add);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->new_button), "s",
                                    clt_entity_get_name (self->entity));
}

static void
clt_place_page_show (CltPlacePage *self,
                     CltEntity    *entity,
                     CltSavedView *saved,
                     CltQuery     *query)
{
  g_clear_pointer (&self->entity, clt_entity_unref);
  g_clear_pointer (&self->saved, clt_saved_view_unref);
  self->entity = clt_entity_ref (entity);
  self->saved = saved != NULL ? clt_saved_view_ref (saved) : NULL;

  self->view = NULL;
  clt_place_page_reset_search (self, clt_query_get_search (query));
  clt_place_page_set_view (self, saved != NULL ? clt_saved_view_get_view (saved) : NULL, query);
  if (saved != NULL && clt_saved_view_get_columns (saved) != NULL)
    clt_view_set_columns (self->view, clt_saved_view_get_columns (saved));

  clt_filter_bar_show_query (self->filter_bar, query, entity);
  clt_place_page_selection_changed_cb (self);
  clt_place_page_update_editing (self);
  clt_place_page_update_header (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
clt_place_page_create_filter_editor (GtkMenuButton *button,
                                     gpointer       user_data)
{
  CltPlacePage *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    {
      GtkWidget *editor = clt_filter_editor_new ();

      clt_filter_editor_set_session (CLT_FILTER_EDITOR (editor), self->session);
      g_signal_connect_object (editor, "filter-made", G_CALLBACK (clt_place_page_filter_made_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, editor);
    }
  clt_filter_editor_set_entity (CLT_FILTER_EDITOR (gtk_menu_button_get_popover (button)),
                                self->entity);
}

static void
clt_place_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CltPlacePage *self = CLT_PLACE_PAGE (object);

  switch ((CltPlacePageProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_TITLE:
      g_value_set_string (value, clt_place_page_get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_place_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CltPlacePage *self = CLT_PLACE_PAGE (object);

  switch ((CltPlacePageProperty) prop_id)
    {
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      clt_place_page_update_header (self);
      break;
    case PROP_TITLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_place_page_dispose (GObject *object)
{
  CltPlacePage *self = CLT_PLACE_PAGE (object);

  clt_place_page_cancel_load (self);
  clt_place_page_set_record (self, NULL);
  self->view = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (clt_place_page_parent_class)->dispose (object);
}

static void
clt_place_page_finalize (GObject *object)
{
  CltPlacePage *self = CLT_PLACE_PAGE (object);

  g_clear_pointer (&self->entity, clt_entity_unref);
  g_clear_pointer (&self->saved, clt_saved_view_unref);

  G_OBJECT_CLASS (clt_place_page_parent_class)->finalize (object);
}

static void
clt_place_page_bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/views/clt-place-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, content);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, new_button);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, title);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, narrow_filter_button);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, search_button);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, close_button);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, pane);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, view_bin);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, record_bin);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, selection_revealer);
  gtk_widget_class_bind_template_child (widget_class, CltPlacePage, selection_label);
  gtk_widget_class_bind_template_callback (widget_class, clt_place_page_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_place_page_search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_place_page_filter_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_place_page_pane_changed_cb);
}

static void
clt_place_page_class_init (CltPlacePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = clt_place_page_dispose;
  object_class->finalize = clt_place_page_finalize;
  object_class->get_property = clt_place_page_get_property;
  object_class->set_property = clt_place_page_set_property;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[RECORD_SHOWN] = g_signal_new ("record-shown", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, CLT_TYPE_RECORD);

  g_type_ensure (CLT_TYPE_DETAIL_PANE);
  g_type_ensure (CLT_TYPE_FILTER_BAR);
  clt_place_page_bind_template (GTK_WIDGET_CLASS (klass));
  clt_place_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
clt_place_page_init (CltPlacePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->view_bin));
  clt_menu_set_button (self->menu_button, "primary_menu");
  gtk_menu_button_set_create_popup_func (self->filter_button, clt_place_page_create_filter_editor,
                                         self, NULL);
  gtk_menu_button_set_create_popup_func (self->narrow_filter_button,
                                         clt_place_page_create_filter_editor, self, NULL);
  g_settings_bind (clt_settings_get (), "record-width", self->pane, "detail-width",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * clt_place_page_new:
 * @session: the open workspace
 *
 * Returns: (transfer floating): a page that shows no place yet
 */
GtkWidget *
clt_place_page_new (CltSession *session)
{
  CltPlacePage *self;

  g_return_val_if_fail (CLT_IS_SESSION (session), NULL);

  self = g_object_new (CLT_TYPE_PLACE_PAGE, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * clt_place_page_show_entity:
 * @self: a page
 * @entity: what to show
 *
 * Shows all records of an entity, in the order in which people look for them.
 */
void
clt_place_page_show_entity (CltPlacePage *self,
                            CltEntity    *entity)
{
  g_autoptr (CltQuery) query = NULL;

  g_return_if_fail (CLT_IS_PLACE_PAGE (self));
  g_return_if_fail (entity != NULL);

  query = clt_query_new_in_usual_order (entity);
  clt_place_page_show (self, entity, NULL, query);
}

/**
 * clt_place_page_show_saved:
 * @self: a page
 * @saved: a saved view
 *
 * Shows the records of a saved view in its order, with its columns.
 */
void
clt_place_page_show_saved (CltPlacePage *self,
                           CltSavedView *saved)
{
  CltQuery *query;
  CltEntity *entity;

  g_return_if_fail (CLT_IS_PLACE_PAGE (self));
  g_return_if_fail (saved != NULL);

  query = clt_saved_view_get_query (saved);
  entity = clt_schema_find_entity (clt_session_get_schema (self->session),
                                   clt_query_get_entity (query));
  if (entity != NULL)
    clt_place_page_show (self, entity, saved, query);
}

/**
 * clt_place_page_get_entity:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what the records shown are
 */
CltEntity *
clt_place_page_get_entity (CltPlacePage *self)
{
  g_return_val_if_fail (CLT_IS_PLACE_PAGE (self), NULL);

  return self->entity;
}

/**
 * clt_place_page_get_saved:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the saved view that is shown, if it is one
 */
CltSavedView *
clt_place_page_get_saved (CltPlacePage *self)
{
  g_return_val_if_fail (CLT_IS_PLACE_PAGE (self), NULL);

  return self->saved;
}

/**
 * clt_place_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the view of the records
 */
CltView *
clt_place_page_get_view (CltPlacePage *self)
{
  g_return_val_if_fail (CLT_IS_PLACE_PAGE (self), NULL);

  return self->view;
}

/**
 * clt_place_page_start_search:
 * @self: a page
 *
 * Shows the search entry and puts the keyboard there.
 */
void
clt_place_page_start_search (CltPlacePage *self)
{
  g_return_if_fail (CLT_IS_PLACE_PAGE (self));

  if (clt_place_page_get_is_pushed (self))
    clt_place_page_close_record (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * clt_place_page_set_search:
 * @self: a page
 * @text: what to look for
 *
 * Searches, as typing would.
 */
void
clt_place_page_set_search (CltPlacePage *self,
                           const char   *text)
{
  g_return_if_fail (CLT_IS_PLACE_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
}

/**
 * clt_place_page_record_shown:
 * @self: a page
 * @record: (nullable): the record
 *
 * Tells the window that another record is shown.
 */
void
clt_place_page_record_shown (CltPlacePage *self,
                             CltRecord    *record)
{
  g_signal_emit (self, signals[RECORD_SHOWN], 0, record);
}

/**
 * clt_place_page_change_query:
 * @self: a page
 * @query: which records
 *
 * Asks for other records and shows what was asked.
 */
void
clt_place_page_change_query (CltPlacePage *self,
                             CltQuery     *query)
{
  clt_view_set_query (self->view, query);
  clt_filter_bar_show_query (self->filter_bar, query, self->entity);
  clt_place_page_update_header (self);
}

/**
 * clt_place_page_add_filter:
 * @self: a page
 * @filter: the condition
 *
 * Narrows what is shown by one more condition.
 */
void
clt_place_page_add_filter (CltPlacePage *self,
                           CltFilter    *filter)
{
  CltQuery *query;
  g_autoptr (CltFilter) both = NULL;
  g_autoptr (CltQuery) changed = NULL;

  g_return_if_fail (CLT_IS_PLACE_PAGE (self));
  g_return_if_fail (filter != NULL);

  query = clt_view_get_query (self->view);
  both = clt_filter_and (clt_query_get_filter (query), filter);
  changed = clt_query_with_filter (query, both);
  clt_place_page_change_query (self, changed);
}
