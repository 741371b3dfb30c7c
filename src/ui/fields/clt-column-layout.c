/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-column-layout"

#include "config.h"

#include "clt-column-layout.h"

#define DEFAULT_COLUMN_WIDTH 340
#define DEFAULT_COLUMN_SPACING 36
#define DEFAULT_ROW_SPACING 18
#define MAX_COLUMNS 4

struct _CltColumnLayout
{
  GtkLayoutManager  parent_instance;

  int               column_width;
  int               column_spacing;
  int               row_spacing;
  int               max_columns;
};

G_DEFINE_FINAL_TYPE (CltColumnLayout, clt_column_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum
{
  PROP_COLUMN_WIDTH = 1,
  PROP_COLUMN_SPACING,
  PROP_ROW_SPACING,
  PROP_MAX_COLUMNS,
} CltColumnLayoutProperty;

static GParamSpec *properties[PROP_MAX_COLUMNS + 1];

/* Where the columns stand and how far each is filled while children are put into them. */
typedef struct
{
  int n_columns;
  int width;               /* of each column */
  int heights[MAX_COLUMNS];
} Columns;

static int
clt_column_layout_count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);

  return n;
}

static void
clt_column_layout_begin (CltColumnLayout *self,
                         GtkWidget       *widget,
                         int              width,
                         Columns         *columns)
{
  const int n_fit = (width + self->column_spacing) / (self->column_width + self->column_spacing);
  const int n_most = MIN (self->max_columns, clt_column_layout_count_children (widget));

  *columns = (Columns) { .n_columns = CLAMP (n_fit, 1, MAX (n_most, 1)) };
  columns->width = (width - (columns->n_columns - 1) * self->column_spacing) / columns->n_columns;
}

/* Puts a child below the shortest column; returns which one, and in @y where in it. */
static int
clt_column_layout_put (CltColumnLayout *self,
                       Columns         *columns,
                       int              height,
                       int             *y)
{
  int shortest = 0;

  for (int i = 1; i < columns->n_columns; i++)
    {
      if (columns->heights[i] < columns->heights[shortest])
        shortest = i;
    }

  *y = columns->heights[shortest];
  if (*y > 0)
    *y += self->row_spacing;
  columns->heights[shortest] = *y + height;

  return shortest;
}

static int
clt_column_layout_child_height (GtkWidget *child,
                                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static int
clt_column_layout_measure_height (CltColumnLayout *self,
                                  GtkWidget       *widget,
                                  int              width)
{
  Columns columns;
  int tallest = 0;
  int y;

  clt_column_layout_begin (self, widget, width, &columns);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_should_layout (child))
        clt_column_layout_put (self, &columns,
                               clt_column_layout_child_height (child, columns.width), &y);
    }

  for (int i = 0; i < columns.n_columns; i++)
    tallest = MAX (tallest, columns.heights[i]);

  return tallest;
}

static int
clt_column_layout_measure_width (GtkWidget *widget)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }

  return widest;
}

static GtkSizeRequestMode
clt_column_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
clt_column_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  CltColumnLayout *self = CLT_COLUMN_LAYOUT (manager);
  const int widest = clt_column_layout_measure_width (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, 2 * self->column_width + self->column_spacing);
    }
  else
    {
      *minimum = *natural =
        clt_column_layout_measure_height (self, widget, MAX (for_size, widest));
    }
}

static void
clt_column_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  CltColumnLayout *self = CLT_COLUMN_LAYOUT (manager);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Columns columns;

  clt_column_layout_begin (self, widget, width, &columns);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation at = { .width = columns.width };
      int column;

      if (!gtk_widget_should_layout (child))
        continue;

      at.height = clt_column_layout_child_height (child, columns.width);
      column = clt_column_layout_put (self, &columns, at.height, &at.y);
      if (is_rtl)
        column = columns.n_columns - 1 - column;
      at.x = column * (columns.width + self->column_spacing);
      gtk_widget_size_allocate (child, &at, -1);
    }
}

static int *
clt_column_layout_peek_number (CltColumnLayout *self,
                               guint            prop_id)
{
  switch ((CltColumnLayoutProperty) prop_id)
    {
    case PROP_COLUMN_WIDTH:
      return &self->column_width;

    case PROP_COLUMN_SPACING:
      return &self->column_spacing;

    case PROP_ROW_SPACING:
      return &self->row_spacing;

    case PROP_MAX_COLUMNS:
      return &self->max_columns;

    default:
      g_assert_not_reached ();
    }
}

static void
clt_column_layout_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  g_value_set_int (value, *clt_column_layout_peek_number (CLT_COLUMN_LAYOUT (object), prop_id));
}

static void
clt_column_layout_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  int *number = clt_column_layout_peek_number (CLT_COLUMN_LAYOUT (object), prop_id);

  if (*number == g_value_get_int (value))
    return;

  *number = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
  g_object_notify_by_pspec (object, pspec);
}

static void
clt_column_layout_class_init (CltColumnLayoutClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = clt_column_layout_get_property;
  object_class->set_property = clt_column_layout_set_property;
  manager_class->allocate = clt_column_layout_allocate;
  manager_class->get_request_mode = clt_column_layout_get_request_mode;
  manager_class->measure = clt_column_layout_measure;

  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT,
                                                    DEFAULT_COLUMN_WIDTH, flags);
  properties[PROP_COLUMN_SPACING] = g_param_spec_int ("column-spacing", NULL, NULL, 0, G_MAXINT,
                                                      DEFAULT_COLUMN_SPACING, flags);
  properties[PROP_ROW_SPACING] = g_param_spec_int ("row-spacing", NULL, NULL, 0, G_MAXINT,
                                                   DEFAULT_ROW_SPACING, flags);
  properties[PROP_MAX_COLUMNS] = g_param_spec_int ("max-columns", NULL, NULL, 1, MAX_COLUMNS,
                                                   MAX_COLUMNS, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clt_column_layout_init (CltColumnLayout *self)
{
  self->column_width = DEFAULT_COLUMN_WIDTH;
  self->column_spacing = DEFAULT_COLUMN_SPACING;
  self->row_spacing = DEFAULT_ROW_SPACING;
  self->max_columns = MAX_COLUMNS;
}
