/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-table"

#include "config.h"

#include "clt-table-header.h"
#include "clt-table-private.h"

/* Enough for most screens; a higher one gets more at its first layout. */
#define FIRST_ROWS 32

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_COMPACT,
};

enum
{
  CHOSEN,
  ACTIVATED,
  MENU_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (CltTable, clt_table, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
clt_table_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  clt_table_allocate (CLT_TABLE (widget), width, height);
}

static void
clt_table_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    clt_table_measure_height (CLT_TABLE (widget), minimum, natural);
  else
    *minimum = *natural = 1;
}

/* What comes or goes above the rows that are seen does not move them; at the top one stays. */
static void
clt_table_keep_place (CltTable *self,
                      guint     position,
                      guint     removed,
                      guint     added)
{
  double value;
  guint first;

  if (self->row_height == 0 || self->vadjustment == NULL)
    return;

  value = gtk_adjustment_get_value (self->vadjustment);
  first = value / self->row_height;
  if (first > 0 && position + removed <= first)
    value += ((double) added - removed) * self->row_height;
  clt_table_set_extent (self, value, gtk_adjustment_get_page_size (self->vadjustment));
}

/* The cursor stays at its record; in a list that was empty, it starts at the top. */
static void
clt_table_keep_cursor (CltTable *self,
                       guint     position,
                       guint     removed,
                       guint     added)
{
  guint n_items = clt_table_get_n_items (self);

  if (n_items == added || n_items == 0)
    self->cursor = 0;
  else if (position + removed <= self->cursor)
    self->cursor += added - removed;

  if (n_items > 0)
    self->cursor = MIN (self->cursor, n_items - 1);
}

static void
clt_table_items_changed_cb (CltTable *self,
                            guint     position,
                            guint     removed,
                            guint     added)
{
  clt_table_keep_place (self, position, removed, added);

  clt_table_keep_cursor (self, position, removed, added);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) clt_table_get_n_items (self), -1);
  clt_table_update_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
clt_table_columns_changed_cb (CltTable *self)
{
  clt_table_header_rebuild (CLT_TABLE_HEADER (self->header));
  clt_table_set_row_width (self, gtk_widget_get_width (GTK_WIDGET (self)));
  clt_table_invalidate_rows (self);
}

static void
clt_table_set_adjustment (CltTable       *self,
                          GtkAdjustment **place,
                          GtkAdjustment  *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, clt_table_update_rows, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed",
                              G_CALLBACK (clt_table_update_rows), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
clt_table_grab_focus (GtkWidget *widget)
{
  CltTable *self = CLT_TABLE (widget);

  if (clt_table_get_n_items (self) == 0)
    return FALSE;

  clt_table_focus_cursor (self);

  return TRUE;
}

/* Tab goes to the headings, then to the row where the cursor is, then out. */
static gboolean
clt_table_focus (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  CltTable *self = CLT_TABLE (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean is_forward = direction != GTK_DIR_TAB_BACKWARD;

  if (child == self->header)
    return is_forward && gtk_widget_grab_focus (widget);

  if (child != NULL || gtk_widget_is_focus (widget))
    return !is_forward && gtk_widget_get_child_visible (self->header) &&
           gtk_widget_child_focus (self->header, direction);

  if (is_forward && gtk_widget_get_child_visible (self->header) &&
      gtk_widget_child_focus (self->header, direction))
    return TRUE;

  return gtk_widget_grab_focus (widget);
}

static void
clt_table_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  CltTable *self = CLT_TABLE (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->geometry.compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_table_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  CltTable *self = CLT_TABLE (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      clt_table_set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      clt_table_set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_table_dispose (GObject *object)
{
  CltTable *self = CLT_TABLE (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  clt_table_set_adjustment (self, &self->hadjustment, NULL);
  clt_table_set_adjustment (self, &self->vadjustment, NULL);

  G_OBJECT_CLASS (clt_table_parent_class)->dispose (object);
}

static void
clt_table_finalize (GObject *object)
{
  CltTable *self = CLT_TABLE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->selection);
  g_clear_object (&self->geometry.columns);
  g_clear_pointer (&self->geometry.spans, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (clt_table_parent_class)->finalize (object);
}

static void
clt_table_class_init (CltTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = clt_table_dispose;
  object_class->finalize = clt_table_finalize;
  object_class->get_property = clt_table_get_property;
  object_class->set_property = clt_table_set_property;

  widget_class->focus = clt_table_focus;
  widget_class->grab_focus = clt_table_grab_focus;
  widget_class->measure = clt_table_measure;
  widget_class->size_allocate = clt_table_size_allocate;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  g_object_class_install_property (object_class, PROP_COMPACT,
                                   g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE |
                                                         G_PARAM_STATIC_STRINGS));

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MENU_REQUESTED] = g_signal_new ("menu-requested", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE,
                                          G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "datatable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
clt_table_init (CltTable *self)
{
  self->rows = g_ptr_array_new ();
  self->header = clt_table_header_new (&self->geometry);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  clt_table_add_controllers (self);
}

/**
 * clt_table_new:
 * @list: the records
 * @columns: what is shown of them
 *
 * Returns: (transfer floating): a table; put it into a GtkScrolledWindow
 */
GtkWidget *
clt_table_new (CltRecordList   *list,
               CltTableColumns *columns)
{
  CltTable *self;

  g_return_val_if_fail (CLT_IS_RECORD_LIST (list), NULL);
  g_return_val_if_fail (CLT_IS_TABLE_COLUMNS (columns), NULL);

  self = g_object_new (CLT_TYPE_TABLE, NULL);
  self->list = g_object_ref (list);
  self->selection = clt_table_selection_new (list);
  self->geometry.columns = g_object_ref (columns);
  clt_table_update_metrics (self);
  clt_table_add_rows (self, FIRST_ROWS);
  clt_table_columns_changed_cb (self);

  g_signal_connect_object (list, "items-changed", G_CALLBACK (clt_table_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (columns, "changed", G_CALLBACK (clt_table_columns_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (clt_table_update_rows), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * clt_table_get_selection:
 * @self: a table
 *
 * Returns: (transfer none): which rows are selected
 */
CltTableSelection *
clt_table_get_selection (CltTable *self)
{
  g_return_val_if_fail (CLT_IS_TABLE (self), NULL);

  return self->selection;
}

/**
 * clt_table_get_cursor:
 * @self: a table
 *
 * Returns: position of the row that the keyboard is at
 */
guint
clt_table_get_cursor (CltTable *self)
{
  g_return_val_if_fail (CLT_IS_TABLE (self), 0);

  return self->cursor;
}

/**
 * clt_table_set_cursor:
 * @self: a table
 * @position: a row
 *
 * Moves the cursor, without selecting, and the focus with it if the table has it.
 */
void
clt_table_set_cursor (CltTable *self,
                      guint     position)
{
  g_return_if_fail (CLT_IS_TABLE (self));

  self->cursor = position;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL ||
      gtk_widget_is_focus (GTK_WIDGET (self)))
    clt_table_focus_cursor (self);
}

/**
 * clt_table_set_sort:
 * @self: a table
 * @field: (nullable): name of a field
 * @descending: whether downwards
 *
 * Shows by which column the list is sorted. It does not sort: the query does.
 */
void
clt_table_set_sort (CltTable   *self,
                    const char *field,
                    gboolean    descending)
{
  g_return_if_fail (CLT_IS_TABLE (self));

  clt_table_header_set_sort (CLT_TABLE_HEADER (self->header), field, descending);
}

/**
 * clt_table_scroll_to:
 * @self: a table
 * @position: a row
 *
 * Scrolls as little as needed for the row to be seen whole.
 */
void
clt_table_scroll_to (CltTable *self,
                     guint     position)
{
  double top = (double) position * self->row_height;

  g_return_if_fail (CLT_IS_TABLE (self));

  if (self->vadjustment != NULL)
    gtk_adjustment_clamp_page (self->vadjustment, top, top + self->row_height);
}

/**
 * clt_table_get_n_items:
 * @self: a table
 *
 * Returns: how many records the list has
 */
guint
clt_table_get_n_items (CltTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/**
 * clt_table_focus_cursor:
 * @self: a table
 *
 * Shows the cursor's row and gives it the focus; if it has no widget yet, the table keeps
 * the focus for it.
 */
void
clt_table_focus_cursor (CltTable *self)
{
  CltTableRow *row = self->rows->len > 0 ? clt_table_get_row (self, self->cursor) : NULL;

  clt_table_scroll_to (self, self->cursor);
  if (row != NULL && clt_table_row_get_position (row) == self->cursor)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    clt_table_focus_self (self);
}

/**
 * clt_table_focus_self:
 * @self: a table
 *
 * The focus waits at the table until the row it was on comes back.
 */
void
clt_table_focus_self (CltTable *self)
{
  GTK_WIDGET_CLASS (clt_table_parent_class)->grab_focus (GTK_WIDGET (self));
}

/**
 * clt_table_choose:
 * @self: a table
 * @position: position of a row in the list
 *
 * Says that a row was chosen.
 */
void
clt_table_choose (CltTable *self,
                  guint     position)
{
  g_signal_emit (self, signals[CHOSEN], 0, position);
}

/**
 * clt_table_activate_row:
 * @self: a table
 * @position: position of a row in the list
 *
 * Says that a row was opened.
 */
void
clt_table_activate_row (CltTable *self,
                        guint     position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

/**
 * clt_table_request_menu:
 * @self: a table
 * @x: pixels from the left of the table
 * @y: pixels from its top
 *
 * Says that a menu over the selected rows is wanted.
 */
void
clt_table_request_menu (CltTable *self,
                        double    x,
                        double    y)
{
  g_signal_emit (self, signals[MENU_REQUESTED], 0, x, y);
}
