/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-table-row"

#include "config.h"

#include "clt-table-cell.h"
#include "clt-table-row.h"

#define CELL_PADDING_PX 12
#define LINE_GAP_PX 2

/* Text that is not the title steps back a little; a record that is closed, more. */
#define PLAIN_ALPHA 0.78
#define DONE_ALPHA 0.55

/* The bars that stand for text on its way. */
#define BAR_ALPHA 0.08
#define BAR_HEIGHT_SHARE 0.55

/* A narrow row's three texts. */
enum
{
  COMPACT_TITLE,
  COMPACT_FIGURE,
  COMPACT_SUBTITLE,
  N_COMPACT_TEXTS
};

typedef struct
{
  PangoLayout       *layout; /* (owned) (nullable): made when it is first drawn */
  CltTableCellStyle  style;
} Cell;

struct _CltTableRow
{
  GtkWidget               parent_instance;

  const CltTableGeometry *geometry;
  CltRecord              *record;   /* (owned) (nullable) */
  GArray                 *cells;    /* (owned) (element-type Cell) */
  guint                   position; /* G_MAXUINT while unused */
  gboolean                dirty;    /* the cells' texts are not the record's */
};

G_DEFINE_FINAL_TYPE (CltTableRow, clt_table_row, GTK_TYPE_WIDGET)

static void
clt_table_row_clear_cell (gpointer data)
{
  Cell *cell = data;

  g_clear_object (&cell->layout);
}

static void
clt_table_row_set_text (CltTableRow       *self,
                        guint              index,
                        const char        *text,
                        CltTableCellStyle  style,
                        gboolean           is_number)
{
  Cell *cell = &g_array_index (self->cells, Cell, index);

  if (cell->layout == NULL)
    {
      cell->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_ellipsize (cell->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (cell->layout, TRUE);
    }

  pango_layout_set_text (cell->layout, text, -1);
  pango_layout_set_alignment (cell->layout, is_number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  if (is_number)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (cell->layout, attributes);
    }
  cell->style = style;
}

static void
clt_table_row_fill_wide (CltTableRow *self)
{
  CltTableColumns *columns = self->geometry->columns;

  g_array_set_size (self->cells, clt_table_columns_get_n (columns));
  for (guint i = 0; i < self->cells->len; i++)
    {
      const CltTableColumn *column = clt_table_columns_get (columns, i);
      g_autofree char *text = clt_table_cell_dup_text (self->record, column->index);

      clt_table_row_set_text (self, i, text, clt_table_cell_get_style (self->record, column->index),
                              clt_table_cell_is_number (column->field));
    }
}

static void
clt_table_row_fill_compact (CltTableRow *self)
{
  int index = clt_table_cell_find_figure (clt_record_get_entity (self->record));
  g_autofree char *figure = NULL;
  g_autofree char *subtitle = NULL;

  figure = index >= 0 ? clt_table_cell_dup_text (self->record, index) : g_strdup ("");
  subtitle = clt_table_cell_dup_subtitle (self->record, index >= 0 ? (guint) index : G_MAXUINT);

  g_array_set_size (self->cells, N_COMPACT_TEXTS);
  clt_table_row_set_text (self, COMPACT_TITLE, clt_record_get_title (self->record),
                          CLT_TABLE_CELL_TITLE, FALSE);
  clt_table_row_set_text (self, COMPACT_FIGURE, figure,
                          index >= 0 ? clt_table_cell_get_style (self->record, index)
                                     : CLT_TABLE_CELL_PLAIN, TRUE);
  clt_table_row_set_text (self, COMPACT_SUBTITLE, subtitle, CLT_TABLE_CELL_PLAIN, FALSE);
}

/* What a screen reader says: the title, and the facts a sighted user sees beside it. */
static void
clt_table_row_update_name (CltTableRow *self)
{
  g_autofree char *facts = NULL;
  g_autofree char *name = NULL;

  if (clt_record_get_state (self->record) == CLT_RECORD_LOADED)
    {
      facts = clt_table_cell_dup_subtitle (self->record, G_MAXUINT);
      name = g_strdup_printf ("%s, %s", clt_record_get_title (self->record), facts);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "…",
                                  -1);
}

static void
clt_table_row_fill (CltTableRow *self)
{
  if (self->geometry->compact)
    clt_table_row_fill_compact (self);
  else
    clt_table_row_fill_wide (self);

  self->dirty = FALSE;
}

static GdkRGBA
clt_table_row_get_color (CltTableRow       *self,
                         CltTableCellStyle  style)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (style == CLT_TABLE_CELL_LATE &&
      gtk_style_context_lookup_color (context, "error_color", &color))
    return color;

  gtk_style_context_get_color (context, &color);
  if (style == CLT_TABLE_CELL_PLAIN)
    color.alpha *= PLAIN_ALPHA;
  else if (style == CLT_TABLE_CELL_DONE)
    color.alpha *= DONE_ALPHA;

  return color;
}

/* All texts of a line stand on one baseline, whichever fonts they had to be taken from. */
static void
clt_table_row_draw_text (CltTableRow *self,
                         GtkSnapshot *snapshot,
                         guint        index,
                         int          x,
                         int          y,
                         int          width)
{
  const Cell *cell = &g_array_index (self->cells, Cell, index);
  GdkRGBA color = clt_table_row_get_color (self, cell->style);

  if (width <= 0 || *pango_layout_get_text (cell->layout) == '\0')
    return;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  pango_layout_set_width (cell->layout, width * PANGO_SCALE);
  y += self->geometry->ascent - PANGO_PIXELS (pango_layout_get_baseline (cell->layout));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, cell->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
clt_table_row_snapshot_wide (CltTableRow *self,
                             GtkSnapshot *snapshot)
{
  int y = (gtk_widget_get_height (GTK_WIDGET (self)) - self->geometry->line_height) / 2;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const CltTableSpan *span = &self->geometry->spans[i];

      clt_table_row_draw_text (self, snapshot, i, span->x + CELL_PADDING_PX, y,
                               span->width - 2 * CELL_PADDING_PX);
    }
}

static void
clt_table_row_snapshot_compact (CltTableRow *self,
                                GtkSnapshot *snapshot)
{
  PangoLayout *figure = g_array_index (self->cells, Cell, COMPACT_FIGURE).layout;
  int inner = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * CELL_PADDING_PX;
  int figure_width;

  pango_layout_set_width (figure, -1);
  pango_layout_get_pixel_size (figure, &figure_width, NULL);
  figure_width = MIN (figure_width, inner / 2);

  clt_table_row_draw_text (self, snapshot, COMPACT_TITLE, CELL_PADDING_PX, 0,
                           inner - figure_width - CELL_PADDING_PX);
  clt_table_row_draw_text (self, snapshot, COMPACT_FIGURE,
                           CELL_PADDING_PX + inner - figure_width, 0, figure_width);
  clt_table_row_draw_text (self, snapshot, COMPACT_SUBTITLE, CELL_PADDING_PX,
                           self->geometry->line_height + LINE_GAP_PX, inner);
}

/* Each row's bar has a length of its own, so that what is loading looks like text, not a grid. */
static void
clt_table_row_snapshot_bar (CltTableRow *self,
                            GtkSnapshot *snapshot,
                            guint        index,
                            int          x,
                            int          width)
{
  int height = self->geometry->line_height * BAR_HEIGHT_SHARE;
  guint length = 45 + (self->position * 7 + index * 13) % 40;
  graphene_rect_t rect;
  GskRoundedRect outline;
  GdkRGBA color;

  rect = GRAPHENE_RECT_INIT (x, (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2,
                             width * length / 100, height);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    rect.origin.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - rect.size.width;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= BAR_ALPHA;
  gsk_rounded_rect_init_from_rect (&outline, &rect, height / 2.0);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
clt_table_row_snapshot_placeholder (CltTableRow *self,
                                    GtkSnapshot *snapshot)
{
  guint n_columns = clt_table_columns_get_n (self->geometry->columns);

  if (self->geometry->compact)
    n_columns = 1;

  for (guint i = 0; i < n_columns; i++)
    {
      int x = self->geometry->compact ? 0 : self->geometry->spans[i].x;
      int width = self->geometry->compact ? gtk_widget_get_width (GTK_WIDGET (self))
                                          : self->geometry->spans[i].width;

      clt_table_row_snapshot_bar (self, snapshot, i, x + CELL_PADDING_PX,
                                  width - 2 * CELL_PADDING_PX);
    }
}

static void
clt_table_row_record_changed_cb (CltTableRow *self)
{
  clt_table_row_invalidate (self);
  clt_table_row_update_name (self);
}

static void
clt_table_row_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  CltTableRow *self = CLT_TABLE_ROW (widget);

  if (self->record == NULL || self->geometry->columns == NULL || self->geometry->spans == NULL)
    return;

  if (clt_record_get_state (self->record) == CLT_RECORD_LOADING)
    {
      clt_table_row_snapshot_placeholder (self, snapshot);
      return;
    }

  if (self->dirty)
    clt_table_row_fill (self);

  if (self->geometry->compact)
    clt_table_row_snapshot_compact (self, snapshot);
  else
    clt_table_row_snapshot_wide (self, snapshot);
}

static void
clt_table_row_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  CltTableRow *self = CLT_TABLE_ROW (widget);

  /* The table says how wide a row is; its height is the same for all. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 1;
  else
    *minimum = self->geometry->compact ? 2 * self->geometry->line_height + LINE_GAP_PX
                                       : self->geometry->line_height;
  *natural = *minimum;
}

/* Fonts, their size or the text direction are others now. */
static void
clt_table_row_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  CltTableRow *self = CLT_TABLE_ROW (widget);

  GTK_WIDGET_CLASS (clt_table_row_parent_class)->css_changed (widget, change);

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);

      if (cell->layout != NULL)
        pango_layout_context_changed (cell->layout);
    }
}

static void
clt_table_row_dispose (GObject *object)
{
  CltTableRow *self = CLT_TABLE_ROW (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (clt_table_row_parent_class)->dispose (object);
}

static void
clt_table_row_finalize (GObject *object)
{
  CltTableRow *self = CLT_TABLE_ROW (object);

  g_clear_pointer (&self->cells, g_array_unref);

  G_OBJECT_CLASS (clt_table_row_parent_class)->finalize (object);
}

static void
clt_table_row_class_init (CltTableRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_table_row_dispose;
  object_class->finalize = clt_table_row_finalize;

  widget_class->snapshot = clt_table_row_snapshot;
  widget_class->measure = clt_table_row_measure;
  widget_class->css_changed = clt_table_row_css_changed;

  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
clt_table_row_init (CltTableRow *self)
{
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clt_table_row_clear_cell);
  self->position = G_MAXUINT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * clt_table_row_new:
 * @geometry: what all rows share; outlives the row
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
clt_table_row_new (const CltTableGeometry *geometry)
{
  CltTableRow *self = g_object_new (CLT_TYPE_TABLE_ROW, NULL);

  self->geometry = geometry;

  return GTK_WIDGET (self);
}

/**
 * clt_table_row_bind:
 * @self: a row
 * @record: (nullable): what it is to show; %NULL to let go of what it showed
 * @position: the record's position in the list
 *
 * Shows another record. A record that is still loading is shown as bars and follows.
 */
void
clt_table_row_bind (CltTableRow *self,
                    CltRecord   *record,
                    guint        position)
{
  g_return_if_fail (CLT_IS_TABLE_ROW (self));

  if (self->position != position)
    {
      self->position = position;
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_RELATION_ROW_INDEX, position + 1, -1);
    }
  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);

  if (record != NULL)
    {
      g_signal_connect_swapped (record, "changed",
                                G_CALLBACK (clt_table_row_record_changed_cb), self);
      g_signal_connect_swapped (record, "notify::state",
                                G_CALLBACK (clt_table_row_record_changed_cb), self);
      clt_table_row_update_name (self);
    }
  clt_table_row_invalidate (self);
}

/**
 * clt_table_row_get_position:
 * @self: a row
 *
 * Returns: position of its record in the list; %G_MAXUINT while unused
 */
guint
clt_table_row_get_position (CltTableRow *self)
{
  g_return_val_if_fail (CLT_IS_TABLE_ROW (self), G_MAXUINT);

  return self->position;
}

/**
 * clt_table_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
CltRecord *
clt_table_row_get_record (CltTableRow *self)
{
  g_return_val_if_fail (CLT_IS_TABLE_ROW (self), NULL);

  return self->record;
}

/**
 * clt_table_row_set_selected:
 * @self: a row
 * @selected: whether it is
 *
 * Shows whether the row is selected.
 */
void
clt_table_row_set_selected (CltTableRow *self,
                            gboolean     selected)
{
  gboolean is_selected;

  g_return_if_fail (CLT_IS_TABLE_ROW (self));

  is_selected = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_SELECTED) != 0;
  if (is_selected == selected)
    return;

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * clt_table_row_invalidate:
 * @self: a row
 *
 * Makes the row read its cells again when it is next drawn: other columns, other values.
 */
void
clt_table_row_invalidate (CltTableRow *self)
{
  g_return_if_fail (CLT_IS_TABLE_ROW (self));

  self->dirty = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
