/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-split-view"

#include "config.h"

#include "clt-split-view.h"

struct _CltSplitView
{
  GtkWidget   parent_instance;

  AdwLeaflet *leaflet; /* the only child */
  GtkWidget  *sidebar; /* in the leaflet */
  GtkWidget  *content; /* in the leaflet */
};

typedef enum
{
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_FOLDED,
  PROP_SHOW_CONTENT,
} CltSplitViewProperty;

static GParamSpec *properties[PROP_SHOW_CONTENT + 1];

G_DEFINE_FINAL_TYPE (CltSplitView, clt_split_view, GTK_TYPE_WIDGET)

static void
clt_split_view_append (CltSplitView  *self,
                       GtkWidget    **place,
                       GtkWidget     *child)
{
  g_assert (*place == NULL);

  *place = child;
  adw_leaflet_append (self->leaflet, child);
}

static void
clt_split_view_notify_folded_cb (CltSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
clt_split_view_notify_visible_child_cb (CltSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

static void
clt_split_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CltSplitView *self = CLT_SPLIT_VIEW (object);

  switch ((CltSplitViewProperty) prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, clt_split_view_get_folded (self));
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, clt_split_view_get_show_content (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_split_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CltSplitView *self = CLT_SPLIT_VIEW (object);

  switch ((CltSplitViewProperty) prop_id)
    {
    case PROP_SIDEBAR:
      clt_split_view_append (self, &self->sidebar, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      clt_split_view_append (self, &self->content, g_value_get_object (value));
      break;
    case PROP_SHOW_CONTENT:
      clt_split_view_set_show_content (self, g_value_get_boolean (value));
      break;
    case PROP_FOLDED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_split_view_dispose (GObject *object)
{
  CltSplitView *self = CLT_SPLIT_VIEW (object);

  if (self->leaflet != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->leaflet));
  self->leaflet = NULL;
  self->sidebar = NULL;
  self->content = NULL;

  G_OBJECT_CLASS (clt_split_view_parent_class)->dispose (object);
}

static void
clt_split_view_class_init (CltSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = clt_split_view_dispose;
  object_class->get_property = clt_split_view_get_property;
  object_class->set_property = clt_split_view_set_property;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTENT] = g_param_spec_boolean ("show-content", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
clt_split_view_init (CltSplitView *self)
{
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  g_signal_connect_swapped (self->leaflet, "notify::folded",
                            G_CALLBACK (clt_split_view_notify_folded_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::visible-child",
                            G_CALLBACK (clt_split_view_notify_visible_child_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));
}

/**
 * clt_split_view_get_folded:
 * @self: a split view
 *
 * Returns: whether there is room for one of the two only
 */
gboolean
clt_split_view_get_folded (CltSplitView *self)
{
  g_return_val_if_fail (CLT_IS_SPLIT_VIEW (self), FALSE);

  return self->leaflet != NULL && adw_leaflet_get_folded (self->leaflet);
}

/**
 * clt_split_view_get_show_content:
 * @self: a split view
 *
 * Returns: whether the content, not the sidebar, is what a folded view shows
 */
gboolean
clt_split_view_get_show_content (CltSplitView *self)
{
  g_return_val_if_fail (CLT_IS_SPLIT_VIEW (self), FALSE);

  return self->leaflet != NULL && adw_leaflet_get_visible_child (self->leaflet) == self->content;
}

/**
 * clt_split_view_set_show_content:
 * @self: a split view
 * @show_content: whether the content is what a folded view shows
 *
 * Goes forward to the content or back to the sidebar; unfolded, both are seen anyway.
 */
void
clt_split_view_set_show_content (CltSplitView *self,
                                 gboolean      show_content)
{
  g_return_if_fail (CLT_IS_SPLIT_VIEW (self));

  adw_leaflet_set_visible_child (self->leaflet, show_content ? self->content : self->sidebar);
}
