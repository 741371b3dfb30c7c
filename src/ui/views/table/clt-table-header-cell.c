/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-table-header-cell"

#include "config.h"

#include "clt-table-cell.h"
#include "clt-table-header-cell.h"

#define ARROW_SIZE_PX 16
#define ARROW_GAP_PX 2

struct _CltTableHeaderCell
{
  GtkWidget         parent_instance;

  CltField         *field;  /* (owned) */
  PangoLayout      *layout; /* (owned) (nullable) */
  GtkAccessibleSort sort;
};

G_DEFINE_FINAL_TYPE (CltTableHeaderCell, clt_table_header_cell, GTK_TYPE_WIDGET)

static void
clt_table_header_cell_ensure_layout (CltTableHeaderCell *self)
{
  if (self->layout != NULL)
    return;

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                                 clt_field_get_label (self->field));
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

static void
clt_table_header_cell_snapshot_arrow (CltTableHeaderCell *self,
                                      GtkSnapshot        *snapshot,
                                      const GdkRGBA      *color,
                                      int                 x)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  gboolean ascending = self->sort == GTK_ACCESSIBLE_SORT_ASCENDING;
  g_autoptr (GtkIconPaintable) icon = NULL;

  icon = gtk_icon_theme_lookup_icon (theme, ascending ? "pan-up-symbolic" : "pan-down-symbolic",
                                     NULL, ARROW_SIZE_PX, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (
                            x, (gtk_widget_get_height (widget) - ARROW_SIZE_PX) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ARROW_SIZE_PX,
                                            ARROW_SIZE_PX, color, 1);
  gtk_snapshot_restore (snapshot);
}

/* The text is at the start, or over its digits at the end; the arrow follows the text. */
static void
clt_table_header_cell_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  CltTableHeaderCell *self = CLT_TABLE_HEADER_CELL (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean at_end = clt_table_cell_is_number (self->field);
  int width = gtk_widget_get_width (widget);
  int arrow = self->sort == GTK_ACCESSIBLE_SORT_NONE ? 0 : ARROW_SIZE_PX + ARROW_GAP_PX;
  int text_width, text_height, x;
  GdkRGBA color;

  clt_table_header_cell_ensure_layout (self);
  pango_layout_set_width (self->layout, MAX (width - arrow, 1) * PANGO_SCALE);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  pango_layout_set_width (self->layout, text_width * PANGO_SCALE);

  x = at_end != is_rtl ? width - text_width - arrow : 0;
  if (is_rtl)
    x += arrow;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (
                            x, (gtk_widget_get_height (widget) - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);

  if (arrow > 0)
    clt_table_header_cell_snapshot_arrow (self, snapshot, &color,
                                          is_rtl ? x - arrow : x + text_width + ARROW_GAP_PX);
}

static void
clt_table_header_cell_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  CltTableHeaderCell *self = CLT_TABLE_HEADER_CELL (widget);
  int width, height;

  clt_table_header_cell_ensure_layout (self);
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);

  /* The table says how wide a column is. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 1 : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
clt_table_header_cell_css_changed (GtkWidget         *widget,
                                   GtkCssStyleChange *change)
{
  CltTableHeaderCell *self = CLT_TABLE_HEADER_CELL (widget);

  GTK_WIDGET_CLASS (clt_table_header_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
}

static void
clt_table_header_cell_finalize (GObject *object)
{
  CltTableHeaderCell *self = CLT_TABLE_HEADER_CELL (object);

  g_clear_pointer (&self->field, clt_field_unref);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (clt_table_header_cell_parent_class)->finalize (object);
}

static void
clt_table_header_cell_class_init (CltTableHeaderCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = clt_table_header_cell_finalize;

  widget_class->snapshot = clt_table_header_cell_snapshot;
  widget_class->measure = clt_table_header_cell_measure;
  widget_class->css_changed = clt_table_header_cell_css_changed;

  gtk_widget_class_set_css_name (widget_class, "heading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
clt_table_header_cell_init (CltTableHeaderCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * clt_table_header_cell_new:
 * @field: what the column shows
 *
 * Returns: (transfer floating): a new heading
 */
GtkWidget *
clt_table_header_cell_new (CltField *field)
{
  CltTableHeaderCell *self;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (CLT_TYPE_TABLE_HEADER_CELL, NULL);
  self->field = clt_field_ref (field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, clt_field_get_label (field),
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), clt_field_get_label (field));

  return GTK_WIDGET (self);
}

/**
 * clt_table_header_cell_get_field:
 * @self: a heading
 *
 * Returns: (transfer none): what the column shows
 */
CltField *
clt_table_header_cell_get_field (CltTableHeaderCell *self)
{
  g_return_val_if_fail (CLT_IS_TABLE_HEADER_CELL (self), NULL);

  return self->field;
}

/**
 * clt_table_header_cell_set_sort:
 * @self: a heading
 * @sort: the direction, or none
 *
 * Shows whether the table is sorted by the column.
 */
void
clt_table_header_cell_set_sort (CltTableHeaderCell *self,
                                GtkAccessibleSort   sort)
{
  g_return_if_fail (CLT_IS_TABLE_HEADER_CELL (self));

  if (self->sort == sort)
    return;

  self->sort = sort;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_SORT, sort, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * clt_table_header_cell_activate:
 * @self: a heading
 *
 * Sorts by the column, or the other way round; does nothing for a field that has no order.
 */
void
clt_table_header_cell_activate (CltTableHeaderCell *self)
{
  g_return_if_fail (CLT_IS_TABLE_HEADER_CELL (self));

  if (clt_field_kind_can_sort (clt_field_get_kind (self->field)))
    gtk_widget_activate_action (GTK_WIDGET (self), "table.sort", "s",
                                clt_field_get_name (self->field));
}
