/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sidebar"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-coalesce.h"
#include "clt-error.h"
#include "clt-menu.h"
#include "clt-name-dialog.h"
#include "clt-sidebar-row.h"
#include "clt-sidebar.h"

/* Counts follow a sync at this pace, not at every page. */
#define COUNT_DELAY_MS 400

struct _CltSidebar
{
  GtkWidget     parent_instance;

  GtkWidget    *scroller;
  GtkListBox   *list;
  GtkWidget    *menu;     /* a child; (nullable): made when it is first opened */

  CltSession   *session;  /* (owned) (nullable) */
  GPtrArray    *views;    /* (owned) (element-type CltSavedView) */
  char         *selected; /* (owned) (nullable): the place that is shown */
  CltSavedView *pointed;  /* (owned) (nullable): whose menu is open */
  CltCoalesce  *counting; /* (owned) */
  GCancellable *asking;   /* (owned): of the session's questions */
};

G_DEFINE_FINAL_TYPE (CltSidebar, clt_sidebar, GTK_TYPE_WIDGET)

static CltSidebarRow *
clt_sidebar_find_row (CltSidebar *self,
                      const char *place)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (clt_sidebar_row_get_place (CLT_SIDEBAR_ROW (row)), place) == 0)
      return CLT_SIDEBAR_ROW (row);

  return NULL;
}

static void
clt_sidebar_count_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (CltSidebarRow) row = user_data;
  g_autoptr (GError) error = NULL;
  gint64 count = clt_store_count_finish (CLT_STORE (object), result, &error);

  /* A place without its count is still a place: nobody is told. */
  if (error == NULL)
    clt_sidebar_row_set_count (row, count);
}

static void
clt_sidebar_count (gpointer user_data)
{
  CltSidebar *self = user_data;
  GtkListBoxRow *row;

  if (self->session == NULL)
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    clt_store_count_async (clt_session_get_store (self->session),
                           clt_sidebar_row_get_query (CLT_SIDEBAR_ROW (row)), self->asking,
                           clt_sidebar_count_cb, g_object_ref (row));
}

static void
clt_sidebar_fill (CltSidebar *self)
{
  CltSchema *schema = clt_session_get_schema (self->session);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);

      if (clt_entity_has_flags (entity, CLT_ENTITY_PLACE))
        gtk_list_box_append (self->list, clt_sidebar_row_new_entity (entity));
    }

  for (guint i = 0; i < self->views->len; i++)
    {
      CltSavedView *saved = g_ptr_array_index (self->views, i);
      CltEntity *entity = clt_schema_find_entity (
        schema, clt_query_get_entity (clt_saved_view_get_query (saved)));

      if (entity != NULL)
        gtk_list_box_append (self->list, clt_sidebar_row_new_saved (saved, entity));
    }

  clt_sidebar_select (self, self->selected);
  clt_coalesce_request (self->counting);
}

static void
clt_sidebar_views_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (CltSidebar) self = user_data;
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GError) error = NULL;

  views = clt_store_list_views_finish (CLT_STORE (object), result, &error);
  if (views == NULL)
    {
      if (!clt_error_is_cancelled (error))
        g_warning ("Saved views cannot be listed: %s", error->message);
      return;
    }

  if (views->len == 0 && self->views->len == 0)
    return;

  g_ptr_array_unref (self->views);
  self->views = g_steal_pointer (&views);
  clt_sidebar_fill (self);
}

static void
clt_sidebar_list_views (CltSidebar *self)
{
  clt_store_list_views_async (clt_session_get_store (self->session), self->asking,
                              clt_sidebar_views_cb, g_object_ref (self));
}

static void
clt_sidebar_store_changed_cb (CltSidebar *self)
{
  clt_coalesce_request (self->counting);
}

static void
clt_sidebar_row_activated_cb (CltSidebar    *self,
                              CltSidebarRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s",
                              clt_sidebar_row_get_place (row));
}

/* The first of the saved views has their heading above it. */
static void
clt_sidebar_header_func (GtkListBoxRow *row,
                         GtkListBoxRow *before,
                         gpointer       user_data)
{
  GtkWidget *heading;
  gboolean is_first = clt_sidebar_row_get_saved (CLT_SIDEBAR_ROW (row)) != NULL &&
                      (before == NULL ||
                       clt_sidebar_row_get_saved (CLT_SIDEBAR_ROW (before)) == NULL);

  if (!is_first)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  /* Translators: heading above the user's saved views */
  heading = gtk_label_new (_("Views"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "sidebar-heading");
  gtk_list_box_row_set_header (row, heading);
}

static void
clt_sidebar_open_menu (CltSidebar    *self,
                       CltSidebarRow *row)
{
  GtkWidget *widget = GTK_WIDGET (row);
  double x, y;

  if (row == NULL || clt_sidebar_row_get_saved (row) == NULL)
    return;

  g_clear_pointer (&self->pointed, clt_saved_view_unref);
  self->pointed = clt_saved_view_ref (clt_sidebar_row_get_saved (row));
  gtk_widget_translate_coordinates (widget, GTK_WIDGET (self),
                                    gtk_widget_get_width (widget) / 2,
                                    gtk_widget_get_height (widget), &x, &y);
  self->menu = clt_menu_popup (self->menu, GTK_WIDGET (self), "view_menu", x, y);
}

static void
clt_sidebar_pressed_cb (CltSidebar *self,
                        int         n_press,
                        double      x,
                        double      y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);

  clt_sidebar_open_menu (self, row != NULL ? CLT_SIDEBAR_ROW (row) : NULL);
}

static gboolean
clt_sidebar_key_pressed_cb (CltSidebar      *self,
                            guint            keyval,
                            guint            keycode,
                            GdkModifierType  state)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  gboolean is_menu = keyval == GDK_KEY_Menu ||
                     (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK));

  if (!is_menu || row == NULL)
    return FALSE;

  clt_sidebar_open_menu (self, CLT_SIDEBAR_ROW (row));

  return TRUE;
}

static void
clt_sidebar_toast_error (CltSidebar   *self,
                         const GError *error)
{
  g_autofree char *sentence = clt_error_dup_sentence (error);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
}

static void
clt_sidebar_renamed_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (CltSidebar) self = user_data;
  g_autoptr (GError) error = NULL;

  clt_store_save_view_finish (CLT_STORE (object), result, &error);
  if (error != NULL)
    clt_sidebar_toast_error (self, error);
}

static void
clt_sidebar_named_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (CltSidebar) self = user_data;
  g_autofree char *name = clt_name_dialog_ask_finish (result, NULL);
  g_autoptr (CltSavedView) renamed = NULL;

  if (name == NULL || self->session == NULL || self->pointed == NULL)
    return;

  renamed = clt_saved_view_new (clt_saved_view_get_id (self->pointed), name,
                                clt_saved_view_get_view (self->pointed),
                                clt_saved_view_get_query (self->pointed),
                                clt_saved_view_get_columns (self->pointed));
  clt_store_save_view_async (clt_session_get_store (self->session), renamed, NULL,
                             clt_sidebar_renamed_cb, g_object_ref (self));
}

static void
clt_sidebar_rename_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  CltSidebar *self = CLT_SIDEBAR (widget);

  clt_name_dialog_ask_async (GTK_WINDOW (gtk_widget_get_root (widget)), _("Rename View"),
                             clt_saved_view_get_name (self->pointed), _("_Rename"),
                             clt_sidebar_named_cb, g_object_ref (self));
}

static void
clt_sidebar_deleted_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (CltSidebar) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!clt_store_delete_view_finish (CLT_STORE (object), result, &error))
    clt_sidebar_toast_error (self, error);
}

static void
clt_sidebar_delete_response_cb (CltSidebar *self,
                                const char *response)
{
  if (g_strcmp0 (response, "delete") == 0 && self->session != NULL && self->pointed != NULL)
    clt_store_delete_view_async (clt_session_get_store (self->session),
                                 clt_saved_view_get_id (self->pointed), NULL,
                                 clt_sidebar_deleted_cb, g_object_ref (self));
}

/* It asks: a view that was deleted cannot be brought back. */
static void
clt_sidebar_delete_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  CltSidebar *self = CLT_SIDEBAR (widget);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  /* Translators: %s is the name of a saved view */
  heading = g_strdup_printf (_("Delete the View “%s”?"), clt_saved_view_get_name (self->pointed));
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading,
                                   _("The records it shows stay as they are."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (clt_sidebar_delete_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
clt_sidebar_dispose (GObject *object)
{
  CltSidebar *self = CLT_SIDEBAR (object);

  clt_coalesce_cancel (self->counting);
  g_cancellable_cancel (self->asking);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (clt_sidebar_parent_class)->dispose (object);
}

static void
clt_sidebar_finalize (GObject *object)
{
  CltSidebar *self = CLT_SIDEBAR (object);

  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->pointed, clt_saved_view_unref);
  g_clear_pointer (&self->counting, clt_coalesce_free);
  g_clear_object (&self->asking);

  G_OBJECT_CLASS (clt_sidebar_parent_class)->finalize (object);
}

static void
clt_sidebar_class_init (CltSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_sidebar_dispose;
  object_class->finalize = clt_sidebar_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/shell/clt-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CltSidebar, scroller);
  gtk_widget_class_bind_template_child (widget_class, CltSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, clt_sidebar_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_sidebar_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_sidebar_key_pressed_cb);

  gtk_widget_class_install_action (widget_class, "sidebar.rename-view", NULL,
                                   clt_sidebar_rename_action);
  gtk_widget_class_install_action (widget_class, "sidebar.delete-view", NULL,
                                   clt_sidebar_delete_action);
}

static void
clt_sidebar_init (CltSidebar *self)
{
  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_saved_view_unref);
  self->counting = clt_coalesce_new (COUNT_DELAY_MS, clt_sidebar_count, self);
  self->asking = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, clt_sidebar_header_func, NULL, NULL);
}

/**
 * clt_sidebar_set_session:
 * @self: a sidebar
 * @session: the open workspace
 *
 * Shows the places of a workspace, and follows it.
 */
void
clt_sidebar_set_session (CltSidebar *self,
                         CltSession *session)
{
  CltStore *store;

  g_return_if_fail (CLT_IS_SIDEBAR (self));
  g_return_if_fail (CLT_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  store = clt_session_get_store (session);
  self->session = g_object_ref (session);

  g_signal_connect_object (store, "changed", G_CALLBACK (clt_sidebar_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "views-changed", G_CALLBACK (clt_sidebar_list_views), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::schema", G_CALLBACK (clt_sidebar_fill), self,
                           G_CONNECT_SWAPPED);
  clt_sidebar_fill (self);
  clt_sidebar_list_views (self);
}

/**
 * clt_sidebar_select:
 * @self: a sidebar
 * @place: (nullable): a place
 *
 * Marks the place that is shown; %NULL marks none.
 */
void
clt_sidebar_select (CltSidebar *self,
                    const char *place)
{
  CltSidebarRow *row;

  g_return_if_fail (CLT_IS_SIDEBAR (self));

  if (place != self->selected)
    {
      g_free (self->selected);
      self->selected = g_strdup (place);
    }

  row = place != NULL ? clt_sidebar_find_row (self, place) : NULL;
  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  else
    gtk_list_box_unselect_all (self->list);
}

/**
 * clt_sidebar_get_nth:
 * @self: a sidebar
 * @n: rows below the first
 *
 * Returns: (transfer none) (nullable): the place in that row
 */
const char *
clt_sidebar_get_nth (CltSidebar *self,
                     guint       n)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (CLT_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_row_at_index (self->list, n);

  return row != NULL ? clt_sidebar_row_get_place (CLT_SIDEBAR_ROW (row)) : NULL;
}

/**
 * clt_sidebar_find_saved:
 * @self: a sidebar
 * @place: a place
 *
 * Returns: (transfer none) (nullable): the saved view that the place is; %NULL also while
 *   the views are still being read
 */
CltSavedView *
clt_sidebar_find_saved (CltSidebar *self,
                        const char *place)
{
  CltSidebarRow *row;

  g_return_val_if_fail (CLT_IS_SIDEBAR (self), NULL);

  row = clt_sidebar_find_row (self, place);

  return row != NULL ? clt_sidebar_row_get_saved (row) : NULL;
}

/**
 * clt_sidebar_dup_saved:
 * @self: a sidebar
 *
 * Returns: (transfer full) (element-type CltSavedView): the saved views
 */
GPtrArray *
clt_sidebar_dup_saved (CltSidebar *self)
{
  g_return_val_if_fail (CLT_IS_SIDEBAR (self), NULL);

  return g_ptr_array_ref (self->views);
}
