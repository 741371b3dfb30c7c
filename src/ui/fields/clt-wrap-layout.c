/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-wrap-layout"

#include "config.h"

#include "clt-wrap-layout.h"

#define DEFAULT_SPACING 6

struct _CltWrapLayout
{
  GtkLayoutManager  parent_instance;

  int               spacing;
};

G_DEFINE_FINAL_TYPE (CltWrapLayout, clt_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum
{
  PROP_SPACING = 1,
} CltWrapLayoutProperty;

static GParamSpec *properties[PROP_SPACING + 1];

static GtkSizeRequestMode
clt_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
clt_wrap_layout_child_width (GtkWidget *child,
                             int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return CLAMP (natural, minimum, MAX (minimum, width));
}

/* One line: from @first on, as many children as fit into @width. */
static GtkWidget *
clt_wrap_layout_measure_line (CltWrapLayout *self,
                              GtkWidget     *first,
                              int            width,
                              int           *height)
{
  GtkWidget *child;
  int used = 0;

  *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, natural;

      if (!gtk_widget_should_layout (child))
        continue;

      child_width = clt_wrap_layout_child_width (child, width);
      if (used > 0 && used + child_width > width)
        break;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &natural, NULL, NULL);
      *height = MAX (*height, natural);
      used += child_width + self->spacing;
    }

  return child;
}

static int
clt_wrap_layout_measure_height (CltWrapLayout *self,
                                GtkWidget     *widget,
                                int            width)
{
  int total = 0;

  for (GtkWidget *first = gtk_widget_get_first_child (widget); first != NULL;)
    {
      int height;

      first = clt_wrap_layout_measure_line (self, first, width, &height);
      if (height > 0)
        total += (total > 0 ? self->spacing : 0) + height;
    }

  return total;
}

static void
clt_wrap_layout_measure_width (CltWrapLayout *self,
                               GtkWidget     *widget,
                               int           *minimum,
                               int           *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += (*natural > 0 ? self->spacing : 0) + child_natural;
    }
}

static void
clt_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  CltWrapLayout *self = CLT_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    clt_wrap_layout_measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = clt_wrap_layout_measure_height (self, widget,
                                                          for_size < 0 ? G_MAXINT : for_size);
}

static void
clt_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  CltWrapLayout *self = CLT_WRAP_LAYOUT (manager);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line_height;
      GtkWidget *next = clt_wrap_layout_measure_line (self, child, width, &line_height);
      int x = 0;

      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          GtkAllocation at;

          if (!gtk_widget_should_layout (child))
            continue;

          at.width = clt_wrap_layout_child_width (child, width);
          at.height = line_height;
          at.x = is_rtl ? width - x - at.width : x;
          at.y = y;
          gtk_widget_size_allocate (child, &at, -1);
          x += at.width + self->spacing;
        }
      y += line_height > 0 ? line_height + self->spacing : 0;
    }
}

static void
clt_wrap_layout_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CltWrapLayout *self = CLT_WRAP_LAYOUT (object);

  switch ((CltWrapLayoutProperty) prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_wrap_layout_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CltWrapLayout *self = CLT_WRAP_LAYOUT (object);

  switch ((CltWrapLayoutProperty) prop_id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_int (value))
        break;
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_wrap_layout_class_init (CltWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = clt_wrap_layout_get_property;
  object_class->set_property = clt_wrap_layout_set_property;
  manager_class->allocate = clt_wrap_layout_allocate;
  manager_class->get_request_mode = clt_wrap_layout_get_request_mode;
  manager_class->measure = clt_wrap_layout_measure;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, DEFAULT_SPACING,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clt_wrap_layout_init (CltWrapLayout *self)
{
  self->spacing = DEFAULT_SPACING;
}
