/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-table-header"

#include "config.h"

#include "clt-table-header-cell.h"
#include "clt-table-header.h"

/* How near to a border the pointer must be to take hold of it. */
#define GRIP_PX 5

/* How much one press of a key widens a column. */
#define KEY_STEP_CHARS 2.0

struct _CltTableHeader
{
  GtkWidget         parent_instance;

  CltTableGeometry *geometry;      /* the table's */
  GPtrArray        *cells;         /* (owned) (element-type GtkWidget), one per column */
  char             *sort_field;    /* (owned) (nullable) */
  gboolean          descending;
  int               pulled;        /* the column whose border is held, or -1 */
  double            width_at_pull; /* in characters */
};

G_DEFINE_FINAL_TYPE (CltTableHeader, clt_table_header, GTK_TYPE_WIDGET)

/* @x: in pixels from the side where lines of text begin. */
static double
clt_table_header_from_start (CltTableHeader *self,
                             double          x)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (self)) - x;

  return x;
}

static int
clt_table_header_find_border (CltTableHeader *self,
                              double          x)
{
  x = clt_table_header_from_start (self, x);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const CltTableSpan *span = &self->geometry->spans[i];

      if (ABS (span->x + span->width - x) <= GRIP_PX)
        return i;
    }

  return -1;
}

static int
clt_table_header_find_cell (CltTableHeader *self,
                            double          x)
{
  x = clt_table_header_from_start (self, x);
  for (guint i = 0; i < self->cells->len; i++)
    if (x >= self->geometry->spans[i].x &&
        x < self->geometry->spans[i].x + self->geometry->spans[i].width)
      return i;

  return -1;
}

static void
clt_table_header_update_sort (CltTableHeader *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      CltTableHeaderCell *cell = g_ptr_array_index (self->cells, i);
      const char *name = clt_field_get_name (clt_table_header_cell_get_field (cell));
      GtkAccessibleSort sort = GTK_ACCESSIBLE_SORT_NONE;

      if (g_strcmp0 (name, self->sort_field) == 0)
        sort = self->descending ? GTK_ACCESSIBLE_SORT_DESCENDING : GTK_ACCESSIBLE_SORT_ASCENDING;
      clt_table_header_cell_set_sort (cell, sort);
    }
}

/* The other columns stay as they are seen. */
static void
clt_table_header_freeze (CltTableHeader *self)
{
  clt_table_columns_freeze (self->geometry->columns, self->geometry->spans,
                            self->geometry->char_width);
}

static void
clt_table_header_widen (CltTableHeader *self,
                        guint           position,
                        double          n_chars)
{
  double width;

  clt_table_header_freeze (self);
  width = clt_table_columns_get (self->geometry->columns, position)->width;
  clt_table_columns_set_width (self->geometry->columns, position, width + n_chars);
}

static void
clt_table_header_motion_cb (CltTableHeader *self,
                            double          x,
                            double          y)
{
  gboolean on_border = self->pulled >= 0 || clt_table_header_find_border (self, x) >= 0;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), on_border ? "col-resize" : NULL);
}

static void
clt_table_header_drag_begin_cb (CltTableHeader *self,
                                double          x,
                                double          y,
                                GtkGesture     *gesture)
{
  self->pulled = clt_table_header_find_border (self, x);
  if (self->pulled < 0)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  clt_table_header_freeze (self);
  self->width_at_pull = clt_table_columns_get (self->geometry->columns, self->pulled)->width;
}

static void
clt_table_header_drag_update_cb (CltTableHeader *self,
                                 double          dx,
                                 double          dy)
{
  if (self->pulled < 0)
    return;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    dx = -dx;
  clt_table_columns_set_width (self->geometry->columns, self->pulled,
                               self->width_at_pull + dx / self->geometry->char_width);
}

static void
clt_table_header_drag_end_cb (CltTableHeader *self,
                              double          dx,
                              double          dy)
{
  self->pulled = -1;
}

static void
clt_table_header_released_cb (CltTableHeader *self,
                              int             n_press,
                              double          x,
                              double          y)
{
  int position = clt_table_header_find_cell (self, x);

  if (position >= 0)
    clt_table_header_cell_activate (g_ptr_array_index (self->cells, position));
}

static int
clt_table_header_get_focused (CltTableHeader *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint position;

  return g_ptr_array_find (self->cells, child, &position) ? (int) position : -1;
}

static gboolean
clt_table_header_step (CltTableHeader  *self,
                       int              step,
                       GdkModifierType  state)
{
  int position = clt_table_header_get_focused (self);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    step = -step;

  if (state & GDK_CONTROL_MASK)
    clt_table_header_widen (self, position, step * KEY_STEP_CHARS);
  else if (position + step >= 0 && position + step < (int) self->cells->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->cells, position + step));

  return TRUE;
}

static gboolean
clt_table_header_key_pressed_cb (CltTableHeader  *self,
                                 guint            keyval,
                                 guint            keycode,
                                 GdkModifierType  state)
{
  int position = clt_table_header_get_focused (self);

  if (position < 0 || (state & GDK_ALT_MASK))
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Left:
      return clt_table_header_step (self, -1, state);
    case GDK_KEY_Right:
      return clt_table_header_step (self, 1, state);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      clt_table_header_cell_activate (g_ptr_array_index (self->cells, position));
      return TRUE;
    default:
      return FALSE;
    }
}

/* One stop on the Tab key's way: between the headings, the arrows lead. */
static gboolean
clt_table_header_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  CltTableHeader *self = CLT_TABLE_HEADER (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->cells->len == 0)
    return FALSE;

  return gtk_widget_grab_focus (g_ptr_array_index (self->cells, 0));
}

static void
clt_table_header_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  CltTableHeader *self = CLT_TABLE_HEADER (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const CltTableSpan *span = &self->geometry->spans[i];
      int x = is_rtl ? width - span->x - span->width : span->x;

      gtk_widget_size_allocate (g_ptr_array_index (self->cells, i),
                                &(GtkAllocation) { x, 0, span->width, height }, -1);
    }
}

static void
clt_table_header_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  CltTableHeader *self = CLT_TABLE_HEADER (widget);

  for (guint i = 0; i < self->cells->len; i++)
    {
      int least, likes;

      gtk_widget_measure (g_ptr_array_index (self->cells, i), orientation, -1,
                          &least, &likes, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, likes);
    }
}

static void
clt_table_header_dispose (GObject *object)
{
  CltTableHeader *self = CLT_TABLE_HEADER (object);

  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->cells, i));
  g_ptr_array_set_size (self->cells, 0);

  G_OBJECT_CLASS (clt_table_header_parent_class)->dispose (object);
}

static void
clt_table_header_finalize (GObject *object)
{
  CltTableHeader *self = CLT_TABLE_HEADER (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->sort_field, g_free);

  G_OBJECT_CLASS (clt_table_header_parent_class)->finalize (object);
}

static void
clt_table_header_class_init (CltTableHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_table_header_dispose;
  object_class->finalize = clt_table_header_finalize;

  widget_class->focus = clt_table_header_focus;
  widget_class->measure = clt_table_header_measure;
  widget_class->size_allocate = clt_table_header_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "header");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
clt_table_header_init (CltTableHeader *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->pulled = -1;

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (clt_table_header_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update",
                            G_CALLBACK (clt_table_header_drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (clt_table_header_drag_end_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_swapped (click, "released", G_CALLBACK (clt_table_header_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (clt_table_header_motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_swapped (keys, "key-pressed",
                            G_CALLBACK (clt_table_header_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * clt_table_header_new:
 * @geometry: what the rows below share; outlives the header
 *
 * Returns: (transfer floating): a header without headings
 */
GtkWidget *
clt_table_header_new (CltTableGeometry *geometry)
{
  CltTableHeader *self;

  g_return_val_if_fail (geometry != NULL, NULL);

  self = g_object_new (CLT_TYPE_TABLE_HEADER, NULL);
  self->geometry = geometry;

  return GTK_WIDGET (self);
}

/* Whether the headings are still those of the columns. */
static gboolean
clt_table_header_is_current (CltTableHeader *self)
{
  CltTableColumns *columns = self->geometry->columns;

  if (self->cells->len != clt_table_columns_get_n (columns))
    return FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    if (clt_table_header_cell_get_field (g_ptr_array_index (self->cells, i)) !=
        clt_table_columns_get (columns, i)->field)
      return FALSE;

  return TRUE;
}

/**
 * clt_table_header_rebuild:
 * @self: a header
 *
 * Follows the columns after they changed. If only widths did, the headings stay, and
 * with them the focus and the pull under way.
 */
void
clt_table_header_rebuild (CltTableHeader *self)
{
  g_return_if_fail (CLT_IS_TABLE_HEADER (self));

  if (clt_table_header_is_current (self))
    {
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }

  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->cells, i));
  g_ptr_array_set_size (self->cells, 0);

  for (guint i = 0; i < clt_table_columns_get_n (self->geometry->columns); i++)
    {
      const CltTableColumn *column = clt_table_columns_get (self->geometry->columns, i);
      GtkWidget *cell = clt_table_header_cell_new (column->field);

      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
  clt_table_header_update_sort (self);
}

/**
 * clt_table_header_set_sort:
 * @self: a header
 * @field: (nullable): name of the field that the table is sorted by
 * @descending: whether it is sorted downwards
 *
 * Shows the arrow. It does not sort: the query does.
 */
void
clt_table_header_set_sort (CltTableHeader *self,
                           const char     *field,
                           gboolean        descending)
{
  g_return_if_fail (CLT_IS_TABLE_HEADER (self));

  g_free (self->sort_field);
  self->sort_field = g_strdup (field);
  self->descending = descending;
  clt_table_header_update_sort (self);
}
