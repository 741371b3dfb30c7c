/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-table"

#include "config.h"

#include "clt-table-private.h"

/* Narrower than this, columns that do not fit give way to two lines a row; what is wider scrolls
 * sideways, as somebody wants who chose many columns. */
#define COMPACT_CHARS 110

/* Rows are made in steps, so that pulling the window's border seldom deals them out anew. */
#define ROW_STEP 16

#define NATURAL_ROWS 12
#define SCROLL_STEP_CHARS 4

/* The button that chooses columns stands there. */
#define END_ROOM_PX 28

/**
 * clt_table_get_row:
 * @self: a table
 * @position: position of a row in the list
 *
 * Returns: (transfer none): the widget that shows this position whenever it is seen
 */
CltTableRow *
clt_table_get_row (CltTable *self,
                   guint     position)
{
  return g_ptr_array_index (self->rows, position % self->rows->len);
}

static void
clt_table_unbind_row (CltTable    *self,
                      CltTableRow *row)
{
  if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
    gtk_widget_set_child_visible (GTK_WIDGET (row), FALSE);
  clt_table_row_bind (row, NULL, G_MAXUINT);
}

static void
clt_table_bind_row (CltTable    *self,
                    CltTableRow *row,
                    guint        position)
{
  g_autoptr (CltRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  clt_table_row_bind (row, record, position);
  clt_table_row_set_selected (row, clt_table_selection_contains (self->selection, position));
  if (!gtk_widget_get_child_visible (GTK_WIDGET (row)))
    gtk_widget_set_child_visible (GTK_WIDGET (row), TRUE);
}

/* The focus belongs to the cursor's row. While that has no widget the table keeps it, so that no
 * other record seems to have it. */
static void
clt_table_settle_focus (CltTable *self)
{
  GtkWidget *row = GTK_WIDGET (clt_table_get_row (self, self->cursor));
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean is_seen = clt_table_row_get_position (CLT_TABLE_ROW (row)) == self->cursor;

  if (child == self->header)
    return;

  if (child != NULL && (child != row || !is_seen))
    clt_table_focus_self (self);
  if (is_seen && gtk_widget_is_focus (GTK_WIDGET (self)))
    gtk_widget_grab_focus (row);
}

static void
clt_table_settle_focus_cb (gpointer user_data)
{
  CltTable *self = user_data;

  self->settling = 0;
  clt_table_settle_focus (self);
}

/* A position always goes to the same row, its remainder, so that scrolling by one binds one. */
static void
clt_table_deal_out_rows (CltTable *self)
{
  double top = gtk_adjustment_get_value (self->vadjustment);
  double bottom = top + gtk_adjustment_get_page_size (self->vadjustment);
  guint n_items = clt_table_get_n_items (self);
  guint first = top / self->row_height;

  for (guint position = first; position < first + self->rows->len; position++)
    {
      CltTableRow *row = clt_table_get_row (self, position);

      if (position < n_items && (double) position * self->row_height < bottom)
        clt_table_bind_row (self, row, position);
      else
        clt_table_unbind_row (self, row);
    }
}

/**
 * clt_table_update_rows:
 * @self: a table
 *
 * Deals out the rows to the positions that are seen now. In the middle of a layout it does
 * nothing: that deals them out itself.
 */
void
clt_table_update_rows (CltTable *self)
{
  if (self->in_layout || self->row_height == 0 || self->vadjustment == NULL)
    return;

  clt_table_deal_out_rows (self);
  clt_table_settle_focus (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * clt_table_invalidate_rows:
 * @self: a table
 *
 * Has every row read its cells again.
 */
void
clt_table_invalidate_rows (CltTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    clt_table_row_invalidate (g_ptr_array_index (self->rows, i));
  if (!self->in_layout)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * clt_table_update_metrics:
 * @self: a table
 *
 * Measures the font.
 */
void
clt_table_update_metrics (CltTable *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->geometry.ascent = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics));
  self->geometry.line_height = self->geometry.ascent +
                               PANGO_PIXELS_CEIL (pango_font_metrics_get_descent (metrics));
  self->geometry.char_width = MAX (1.0 * pango_font_metrics_get_approximate_char_width (metrics) /
                                   PANGO_SCALE, 1.0);
  pango_font_metrics_unref (metrics);
}

static void
clt_table_tell_compact (gpointer user_data)
{
  CltTable *self = user_data;

  self->telling = 0;
  g_object_notify (G_OBJECT (self), "compact");
}

/* Said later: what hides or shows with it must not do so in the middle of a layout. */
static void
clt_table_set_compact (CltTable *self,
                       gboolean  compact)
{
  if (self->geometry.compact == compact)
    return;

  self->geometry.compact = compact;
  gtk_widget_set_child_visible (self->header, !compact);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_resize (g_ptr_array_index (self->rows, i));
  clt_table_invalidate_rows (self);
  if (self->telling == 0)
    self->telling = g_idle_add_once (clt_table_tell_compact, self);
}

/**
 * clt_table_add_rows:
 * @self: a table
 * @n_wanted: how many rows there must be at least
 *
 * Makes rows; not in the middle of a layout, which each would ask for again.
 */
void
clt_table_add_rows (CltTable *self,
                    guint     n_wanted)
{
  for (guint i = self->rows->len; i < n_wanted; i++)
    {
      GtkWidget *row = clt_table_row_new (&self->geometry);

      gtk_widget_insert_before (row, GTK_WIDGET (self), self->header);
      g_ptr_array_add (self->rows, row);
    }
}

static void
clt_table_grow_cb (gpointer user_data)
{
  CltTable *self = user_data;

  self->growing = 0;
  clt_table_add_rows (self, self->rows->len + ROW_STEP);
}

/* Pixels of a row, with what the style puts around it; the same for all. */
static int
clt_table_measure_row (CltTable *self)
{
  int height;

  gtk_widget_measure (g_ptr_array_index (self->rows, 0), GTK_ORIENTATION_VERTICAL, -1,
                      &height, NULL, NULL, NULL);

  return MAX (height, 1);
}

static void
clt_table_configure (GtkAdjustment *adjustment,
                     double         value,
                     double         upper,
                     double         step,
                     double         page)
{
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (upper - page, 0)), 0,
                            MAX (upper, page), step, page * 0.9, page);
}

/**
 * clt_table_set_extent:
 * @self: a table that was laid out before
 * @value: where to scroll to, in pixels from the first row
 * @page: pixels of rows that are seen
 *
 * Tells the scrollbar how long the list is. As soon as the list changes, not at the next
 * layout: in the midst of one, a scrollbar that comes or goes leaves GTK 4.8 with widgets
 * that it draws without having laid them out.
 */
void
clt_table_set_extent (CltTable *self,
                      double    value,
                      double    page)
{
  clt_table_configure (self->vadjustment, value,
                       (double) clt_table_get_n_items (self) * self->row_height,
                       self->row_height, page);
}

/* Right to left, the start of the rows is at the right end. */
static void
clt_table_configure_hadjustment (CltTable *self,
                                 int       row_width,
                                 int       width)
{
  gboolean is_new = gtk_adjustment_get_upper (self->hadjustment) <= 0;

  clt_table_configure (self->hadjustment, gtk_adjustment_get_value (self->hadjustment), row_width,
                       self->geometry.char_width * SCROLL_STEP_CHARS, width);
  if (is_new && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    gtk_adjustment_set_value (self->hadjustment, row_width - width);
}

/* Returns: pixels of a row */
static int
clt_table_lay_out_columns (CltTable *self,
                           int       width)
{
  guint n_columns = clt_table_columns_get_n (self->geometry.columns);
  int row_width;

  self->geometry.spans = g_renew (CltTableSpan, self->geometry.spans, n_columns);
  row_width = clt_table_columns_lay_out (self->geometry.columns, self->geometry.char_width,
                                         width - END_ROOM_PX, self->geometry.spans);

  return MAX (row_width + END_ROOM_PX, width);
}

/**
 * clt_table_set_row_width:
 * @self: a table
 * @width: pixels there are
 *
 * Says where the columns lie, and tells the scrollbar how wide they are together.
 *
 * Returns: pixels of a row; more than @width if the table must scroll
 */
int
clt_table_set_row_width (CltTable *self,
                         int       width)
{
  int row_width = clt_table_lay_out_columns (self, width);

  if (self->geometry.compact)
    row_width = width;
  if (self->hadjustment != NULL && width > 0)
    clt_table_configure_hadjustment (self, row_width, width);

  return row_width;
}

static void
clt_table_allocate_rows (CltTable *self,
                         int       row_width)
{
  int x = -(int) gtk_adjustment_get_value (self->hadjustment);
  double top = gtk_adjustment_get_value (self->vadjustment);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      guint position = clt_table_row_get_position (CLT_TABLE_ROW (row));
      int y;

      if (!gtk_widget_get_child_visible (row))
        continue;

      y = self->header_height + (int) ((double) position * self->row_height - top);
      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (row, &(GtkAllocation) { x, y, row_width, self->row_height }, -1);
    }
}

static void
clt_table_allocate_header (CltTable *self,
                           int       row_width)
{
  int x = -(int) gtk_adjustment_get_value (self->hadjustment);

  if (self->header_height > 0)
    gtk_widget_size_allocate (self->header,
                              &(GtkAllocation) { x, 0, row_width, self->header_height }, -1);
}

/**
 * clt_table_allocate:
 * @self: a table
 * @width: pixels
 * @height: pixels
 *
 * Binds the rows that are seen and puts them in their places.
 */
void
clt_table_allocate (CltTable *self,
                    int       width,
                    int       height)
{
  int header_height, row_width, page;
  guint n_rows;

  if (self->hadjustment == NULL || self->vadjustment == NULL)
    return;

  self->in_layout = TRUE;
  clt_table_update_metrics (self);
  clt_table_set_compact (self, width < COMPACT_CHARS * self->geometry.char_width &&
                               clt_table_lay_out_columns (self, width) > width);
  row_width = clt_table_set_row_width (self, width);

  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, -1, &header_height, NULL, NULL, NULL);
  self->header_height = self->geometry.compact ? 0 : header_height;
  self->row_height = clt_table_measure_row (self);

  page = MAX (height - self->header_height, 1);
  n_rows = page / self->row_height + 2;
  if (n_rows > self->rows->len && self->growing == 0)
    self->growing = g_idle_add_once (clt_table_grow_cb, self);

  clt_table_set_extent (self, gtk_adjustment_get_value (self->vadjustment), page);
  clt_table_deal_out_rows (self);
  clt_table_allocate_rows (self, row_width);
  clt_table_allocate_header (self, row_width);
  self->in_layout = FALSE;

  /* Moving the focus changes styles, which must wait for the layout to be over. */
  if (self->settling == 0)
    self->settling = g_idle_add_once (clt_table_settle_focus_cb, self);
}

/**
 * clt_table_measure_height:
 * @self: a table
 * @minimum: (out): pixels it needs
 * @natural: (out): pixels it likes
 *
 * Says how high a table is.
 */
void
clt_table_measure_height (CltTable *self,
                          int      *minimum,
                          int      *natural)
{
  int header_height;

  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, -1, &header_height, NULL, NULL, NULL);
  *minimum = header_height;
  *natural = header_height + NATURAL_ROWS * clt_table_measure_row (self);
}
