/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-detail-pane"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-detail-pane.h"

/* A list beside a detail must keep room to be read. */
#define LEAST_CONTENT_PX 360
#define LEAST_DETAIL_PX 340
#define KEY_STEP_PX 16

/* How near to the border the pointer must be to take hold of it. */
#define GRIP_PX 6

struct _CltDetailPane
{
  GtkWidget  parent_instance;

  GtkWidget *content;         /* a child */
  GtkWidget *detail;          /* a child */
  GtkWidget *handle;          /* a child: the border between them */
  int        detail_width;    /* pixels that the user wants */
  int        width_at_pull;   /* pixels, when the border was taken hold of */
  gboolean   show_detail;
  gboolean   narrow;
  guint      telling;         /* source that says that narrow changed, or 0 */
};

typedef enum
{
  PROP_CONTENT = 1,
  PROP_DETAIL,
  PROP_SHOW_DETAIL,
  PROP_DETAIL_WIDTH,
  PROP_NARROW,
} CltDetailPaneProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (CltDetailPane, clt_detail_pane, GTK_TYPE_WIDGET)

static int
clt_detail_pane_measure_width (GtkWidget *child,
                               int        least)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return MAX (minimum, least);
}

static void
clt_detail_pane_tell_cb (gpointer user_data)
{
  CltDetailPane *self = user_data;

  self->telling = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* Who hears of it shows and hides widgets, which must not happen in the middle of a layout. */
static void
clt_detail_pane_set_narrow (CltDetailPane *self,
                            gboolean       narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (self->telling == 0)
    self->telling = g_idle_add_once (clt_detail_pane_tell_cb, self);
}

/* Setting what is set already would ask for another layout. */
static void
clt_detail_pane_set_seen (GtkWidget *child,
                          gboolean   seen)
{
  if (gtk_widget_get_child_visible (child) != seen)
    gtk_widget_set_child_visible (child, seen);
}

static void
clt_detail_pane_allocate (CltDetailPane *self,
                          GtkWidget     *child,
                          int            x,
                          int            width,
                          int            height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  clt_detail_pane_set_seen (child, TRUE);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, width, height }, -1);
}

static void
clt_detail_pane_allocate_one (CltDetailPane *self,
                              GtkWidget     *child,
                              int            width,
                              int            height)
{
  clt_detail_pane_set_seen (self->handle, FALSE);
  clt_detail_pane_set_seen (child == self->detail ? self->content : self->detail, FALSE);
  clt_detail_pane_allocate (self, child, 0, width, height);
}

static void
clt_detail_pane_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  CltDetailPane *self = CLT_DETAIL_PANE (widget);
  int content_least = clt_detail_pane_measure_width (self->content, LEAST_CONTENT_PX);
  int detail_least = clt_detail_pane_measure_width (self->detail, LEAST_DETAIL_PX);
  int handle = clt_detail_pane_measure_width (self->handle, 1);
  int detail;

  clt_detail_pane_set_narrow (self, width < content_least + handle + detail_least);
  if (!self->show_detail || self->narrow)
    {
      clt_detail_pane_allocate_one (self, self->show_detail ? self->detail : self->content,
                                    width, height);
      return;
    }

  detail = CLAMP (self->detail_width, detail_least, width - handle - content_least);
  clt_detail_pane_allocate (self, self->content, 0, width - handle - detail, height);
  clt_detail_pane_allocate (self, self->handle, width - handle - detail, handle, height);
  clt_detail_pane_allocate (self, self->detail, width - detail, detail, height);
}

static void
clt_detail_pane_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  CltDetailPane *self = CLT_DETAIL_PANE (widget);
  GtkWidget *children[] = { self->content, self->detail };

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int least, likes;

      gtk_widget_measure (children[i], orientation, -1, &least, &likes, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, likes);
    }
}

/* The gesture is the pane's, which stays where it is, not the border's, which follows. */
static void
clt_detail_pane_drag_begin_cb (CltDetailPane *self,
                               double         x,
                               double         y,
                               GtkGesture    *gesture)
{
  graphene_rect_t border;

  if (!gtk_widget_get_child_visible (self->handle) ||
      !gtk_widget_compute_bounds (self->handle, GTK_WIDGET (self), &border) ||
      ABS (graphene_rect_get_x (&border) - x) > GRIP_PX)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->width_at_pull = gtk_widget_get_width (self->detail);
}

static void
clt_detail_pane_drag_update_cb (CltDetailPane *self,
                                double         dx,
                                double         dy)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    dx = -dx;
  clt_detail_pane_set_detail_width (self, self->width_at_pull - dx);
}

static gboolean
clt_detail_pane_key_pressed_cb (CltDetailPane   *self,
                                guint            keyval,
                                guint            keycode,
                                GdkModifierType  state)
{
  int step = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -KEY_STEP_PX
                                                                             : KEY_STEP_PX;

  if (state & gtk_accelerator_get_default_mod_mask ())
    return FALSE;

  if (keyval == GDK_KEY_Left)
    clt_detail_pane_set_detail_width (self, gtk_widget_get_width (self->detail) + step);
  else if (keyval == GDK_KEY_Right)
    clt_detail_pane_set_detail_width (self, gtk_widget_get_width (self->detail) - step);
  else
    return FALSE;

  return TRUE;
}

static void
clt_detail_pane_add_handle (CltDetailPane *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->handle = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (self->handle, "pane-handle");
  gtk_widget_set_focusable (self->handle, TRUE);
  gtk_widget_set_cursor_from_name (self->handle, "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Border between list and record"), -1);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (clt_detail_pane_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (clt_detail_pane_drag_update_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (clt_detail_pane_key_pressed_cb), self);
  gtk_widget_add_controller (self->handle, key);
}

static void
clt_detail_pane_set_child (CltDetailPane  *self,
                           GtkWidget     **place,
                           GtkWidget      *child)
{
  g_assert (*place == NULL);

  *place = child;
  gtk_widget_insert_before (child, GTK_WIDGET (self),
                            place == &self->content ? self->handle : NULL);
}

static void
clt_detail_pane_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CltDetailPane *self = CLT_DETAIL_PANE (object);

  switch ((CltDetailPaneProperty) prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_DETAIL:
      g_value_set_object (value, self->detail);
      break;
    case PROP_SHOW_DETAIL:
      g_value_set_boolean (value, self->show_detail);
      break;
    case PROP_DETAIL_WIDTH:
      g_value_set_int (value, self->detail_width);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_detail_pane_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CltDetailPane *self = CLT_DETAIL_PANE (object);

  switch ((CltDetailPaneProperty) prop_id)
    {
    case PROP_CONTENT:
      clt_detail_pane_set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_DETAIL:
      clt_detail_pane_set_child (self, &self->detail, g_value_get_object (value));
      break;
    case PROP_SHOW_DETAIL:
      clt_detail_pane_set_show_detail (self, g_value_get_boolean (value));
      break;
    case PROP_DETAIL_WIDTH:
      clt_detail_pane_set_detail_width (self, g_value_get_int (value));
      break;
    case PROP_NARROW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_detail_pane_dispose (GObject *object)
{
  CltDetailPane *self = CLT_DETAIL_PANE (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);

  G_OBJECT_CLASS (clt_detail_pane_parent_class)->dispose (object);
}

static void
clt_detail_pane_class_init (CltDetailPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = clt_detail_pane_dispose;
  object_class->get_property = clt_detail_pane_get_property;
  object_class->set_property = clt_detail_pane_set_property;

  widget_class->measure = clt_detail_pane_measure;
  widget_class->size_allocate = clt_detail_pane_size_allocate;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOW_DETAIL] = g_param_spec_boolean ("show-detail", NULL, NULL, FALSE, flags);
  properties[PROP_DETAIL_WIDTH] = g_param_spec_int ("detail-width", NULL, NULL,
                                                    0, G_MAXINT, LEAST_DETAIL_PX, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clt_detail_pane_init (CltDetailPane *self)
{
  self->detail_width = LEAST_DETAIL_PX;
  clt_detail_pane_add_handle (self);
}

/**
 * clt_detail_pane_get_narrow:
 * @self: a pane
 *
 * Returns: whether there is room for content or detail only
 */
gboolean
clt_detail_pane_get_narrow (CltDetailPane *self)
{
  g_return_val_if_fail (CLT_IS_DETAIL_PANE (self), FALSE);

  return self->narrow;
}

/**
 * clt_detail_pane_get_show_detail:
 * @self: a pane
 *
 * Returns: whether the detail is shown
 */
gboolean
clt_detail_pane_get_show_detail (CltDetailPane *self)
{
  g_return_val_if_fail (CLT_IS_DETAIL_PANE (self), FALSE);

  return self->show_detail;
}

/**
 * clt_detail_pane_set_show_detail:
 * @self: a pane
 * @show_detail: whether to show it
 *
 * Shows the detail beside the content, or over it; or takes it away.
 */
void
clt_detail_pane_set_show_detail (CltDetailPane *self,
                                 gboolean       show_detail)
{
  g_return_if_fail (CLT_IS_DETAIL_PANE (self));

  if (self->show_detail == show_detail)
    return;

  self->show_detail = show_detail;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_DETAIL]);
}

/**
 * clt_detail_pane_set_detail_width:
 * @self: a pane
 * @detail_width: pixels the detail is to have when both are seen
 *
 * Moves the border, as far as the least widths of both sides let it.
 */
void
clt_detail_pane_set_detail_width (CltDetailPane *self,
                                  int            detail_width)
{
  g_return_if_fail (CLT_IS_DETAIL_PANE (self));

  detail_width = MAX (detail_width, LEAST_DETAIL_PX);
  if (self->detail_width == detail_width)
    return;

  self->detail_width = detail_width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL_WIDTH]);
}
