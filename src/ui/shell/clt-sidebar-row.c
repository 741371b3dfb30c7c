/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sidebar-row"

#include "config.h"

#include "clt-sidebar-row.h"

struct _CltSidebarRow
{
  GtkListBoxRow  parent_instance;

  GtkImage      *icon;
  GtkLabel      *label;
  GtkLabel      *count;
  char          *place; /* (owned) */
  CltQuery      *query; /* (owned): what is counted */
  CltSavedView  *saved; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CltSidebarRow, clt_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
clt_sidebar_row_finalize (GObject *object)
{
  CltSidebarRow *self = CLT_SIDEBAR_ROW (object);

  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->query, clt_query_unref);
  g_clear_pointer (&self->saved, clt_saved_view_unref);

  G_OBJECT_CLASS (clt_sidebar_row_parent_class)->finalize (object);
}

static void
clt_sidebar_row_class_init (CltSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clt_sidebar_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/shell/clt-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CltSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CltSidebarRow, label);
  gtk_widget_class_bind_template_child (widget_class, CltSidebarRow, count);
}

static void
clt_sidebar_row_init (CltSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static CltSidebarRow *
clt_sidebar_row_make (const char *label,
                      CltEntity  *entity)
{
  CltSidebarRow *self = g_object_new (CLT_TYPE_SIDEBAR_ROW, NULL);

  gtk_label_set_label (self->label, label);
  gtk_image_set_from_icon_name (self->icon, clt_entity_get_icon_name (entity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return self;
}

/**
 * clt_sidebar_row_new_entity:
 * @entity: an entity
 *
 * Returns: (transfer floating): a row that leads to all records of an entity
 */
GtkWidget *
clt_sidebar_row_new_entity (CltEntity *entity)
{
  CltSidebarRow *self;

  g_return_val_if_fail (entity != NULL, NULL);

  self = clt_sidebar_row_make (clt_entity_get_label_plural (entity), entity);
  self->place = g_strdup (clt_entity_get_name (entity));
  self->query = clt_query_new (clt_entity_get_name (entity));

  return GTK_WIDGET (self);
}

/**
 * clt_sidebar_row_new_saved:
 * @saved: a saved view
 * @entity: the entity of its query
 *
 * Returns: (transfer floating): a row that leads to a saved view
 */
GtkWidget *
clt_sidebar_row_new_saved (CltSavedView *saved,
                           CltEntity    *entity)
{
  CltSidebarRow *self;

  g_return_val_if_fail (saved != NULL, NULL);
  g_return_val_if_fail (entity != NULL, NULL);

  self = clt_sidebar_row_make (clt_saved_view_get_name (saved), entity);
  self->place = g_strdup_printf ("view:%" G_GINT64_FORMAT, clt_saved_view_get_id (saved));
  self->query = clt_query_ref (clt_saved_view_get_query (saved));
  self->saved = clt_saved_view_ref (saved);

  return GTK_WIDGET (self);
}

/**
 * clt_sidebar_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none): the argument of win.show-place
 */
const char *
clt_sidebar_row_get_place (CltSidebarRow *self)
{
  g_return_val_if_fail (CLT_IS_SIDEBAR_ROW (self), NULL);

  return self->place;
}

/**
 * clt_sidebar_row_get_saved:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the saved view it leads to, if it does
 */
CltSavedView *
clt_sidebar_row_get_saved (CltSidebarRow *self)
{
  g_return_val_if_fail (CLT_IS_SIDEBAR_ROW (self), NULL);

  return self->saved;
}

/**
 * clt_sidebar_row_get_query:
 * @self: a row
 *
 * Returns: (transfer none): what is counted for the row
 */
CltQuery *
clt_sidebar_row_get_query (CltSidebarRow *self)
{
  g_return_val_if_fail (CLT_IS_SIDEBAR_ROW (self), NULL);

  return self->query;
}

/**
 * clt_sidebar_row_set_count:
 * @self: a row
 * @count: how many
 *
 * Shows how many records there are.
 */
void
clt_sidebar_row_set_count (CltSidebarRow *self,
                           gint64         count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CLT_IS_SIDEBAR_ROW (self));

  text = g_strdup_printf ("%'" G_GINT64_FORMAT, count);
  gtk_label_set_label (self->count, text);
}
