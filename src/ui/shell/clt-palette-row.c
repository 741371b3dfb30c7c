/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-palette-row"

#include "config.h"

#include "clt-palette-row.h"

struct _CltPaletteRow
{
  GtkListBoxRow  parent_instance;

  GtkImage      *icon;
  GtkLabel      *title;
  GtkLabel      *context;
  char          *action; /* (owned) */
  GVariant      *target; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CltPaletteRow, clt_palette_row, GTK_TYPE_LIST_BOX_ROW)

static void
clt_palette_row_finalize (GObject *object)
{
  CltPaletteRow *self = CLT_PALETTE_ROW (object);

  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->target, g_variant_unref);

  G_OBJECT_CLASS (clt_palette_row_parent_class)->finalize (object);
}

static void
clt_palette_row_class_init (CltPaletteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clt_palette_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/shell/clt-palette-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CltPaletteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CltPaletteRow, title);
  gtk_widget_class_bind_template_child (widget_class, CltPaletteRow, context);
}

static void
clt_palette_row_init (CltPaletteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_palette_row_new:
 * @icon_name: a symbolic icon
 * @title: what it is called
 * @context: (nullable): what kind of thing it is
 * @action: name of the action
 * @target: (transfer floating) (nullable): its parameter
 *
 * Returns: (transfer floating): a row that runs the action when it is chosen
 */
GtkWidget *
clt_palette_row_new (const char *icon_name,
                     const char *title,
                     const char *context,
                     const char *action,
                     GVariant   *target)
{
  CltPaletteRow *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (action != NULL, NULL);

  self = g_object_new (CLT_TYPE_PALETTE_ROW, NULL);
  self->action = g_strdup (action);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->context, context != NULL ? context : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/**
 * clt_palette_row_get_action:
 * @self: a row
 *
 * Returns: (transfer none): name of the action to run
 */
const char *
clt_palette_row_get_action (CltPaletteRow *self)
{
  g_return_val_if_fail (CLT_IS_PALETTE_ROW (self), NULL);

  return self->action;
}

/**
 * clt_palette_row_get_target:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the parameter of the action
 */
GVariant *
clt_palette_row_get_target (CltPaletteRow *self)
{
  g_return_val_if_fail (CLT_IS_PALETTE_ROW (self), NULL);

  return self->target;
}
