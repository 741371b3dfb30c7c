/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-form-group"

#include "config.h"

#include "clt-form-group.h"

struct _CltFormGroup
{
  GtkBox    parent_instance;

  GtkLabel *heading;
};

G_DEFINE_FINAL_TYPE (CltFormGroup, clt_form_group, GTK_TYPE_BOX)

typedef enum
{
  PROP_TITLE = 1,
} CltFormGroupProperty;

static GParamSpec *properties[PROP_TITLE + 1];

static void
clt_form_group_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CltFormGroup *self = CLT_FORM_GROUP (object);

  switch ((CltFormGroupProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->heading));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_form_group_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CltFormGroup *self = CLT_FORM_GROUP (object);
  const char *title = NULL;

  switch ((CltFormGroupProperty) prop_id)
    {
    case PROP_TITLE:
      title = g_value_get_string (value);
      gtk_label_set_label (self->heading, title != NULL ? title : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "",
                                      -1);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_form_group_class_init (CltFormGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clt_form_group_get_property;
  object_class->set_property = clt_form_group_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/fields/clt-form-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CltFormGroup, heading);
}

static void
clt_form_group_init (CltFormGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_form_group_new:
 * @title: the heading
 *
 * Returns: (transfer floating): a group without rows
 */
GtkWidget *
clt_form_group_new (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (CLT_TYPE_FORM_GROUP, "title", title, NULL);
}
