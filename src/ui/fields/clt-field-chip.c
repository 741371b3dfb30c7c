/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-chip"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-field-chip.h"

struct _CltFieldChip
{
  GtkWidget  parent_instance;

  GtkButton *open_button;
  GtkLabel  *title;
  GtkWidget *remove_button;

  CltValue  *value; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CltFieldChip, clt_field_chip, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clt_field_chip_emit (CltFieldChip *self,
                     guint         signal)
{
  g_autoptr (CltFieldChip) alive G_GNUC_UNUSED = g_object_ref (self);

  g_signal_emit (alive, signals[signal], 0);
}

static void
clt_field_chip_open_cb (CltFieldChip *self)
{
  clt_field_chip_emit (self, OPENED);
}

static void
clt_field_chip_remove_cb (CltFieldChip *self)
{
  clt_field_chip_emit (self, REMOVED);
}

static void
clt_field_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_FIELD_CHIP);

  G_OBJECT_CLASS (clt_field_chip_parent_class)->dispose (object);
}

static void
clt_field_chip_finalize (GObject *object)
{
  CltFieldChip *self = CLT_FIELD_CHIP (object);

  g_clear_pointer (&self->value, clt_value_unref);

  G_OBJECT_CLASS (clt_field_chip_parent_class)->finalize (object);
}

static void
clt_field_chip_class_init (CltFieldChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_field_chip_dispose;
  object_class->finalize = clt_field_chip_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldchip");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/fields/clt-field-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, CltFieldChip, open_button);
  gtk_widget_class_bind_template_child (widget_class, CltFieldChip, remove_button);
  gtk_widget_class_bind_template_child (widget_class, CltFieldChip, title);
  gtk_widget_class_bind_template_callback (widget_class, clt_field_chip_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_field_chip_remove_cb);
}

static void
clt_field_chip_init (CltFieldChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_field_chip_new:
 * @value: what the chip stands for
 * @label: what it says
 * @can_open: whether its label is a button
 *
 * Returns: (transfer floating): a new chip
 */
GtkWidget *
clt_field_chip_new (CltValue   *value,
                    const char *label,
                    gboolean    can_open)
{
  CltFieldChip *self;
  g_autofree char *tooltip = NULL;

  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (CLT_TYPE_FIELD_CHIP, NULL);
  self->value = clt_value_ref (value);
  gtk_label_set_label (self->title, label);
  gtk_button_set_label (self->open_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !can_open);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), can_open);

  /* Translators: takes one of several words or records out of a field */
  tooltip = g_strdup_printf (_("Remove “%s”"), label);
  gtk_widget_set_tooltip_text (self->remove_button, tooltip);

  return GTK_WIDGET (self);
}

/**
 * clt_field_chip_get_value:
 * @self: a chip
 *
 * Returns: (transfer none): what the chip stands for
 */
CltValue *
clt_field_chip_get_value (CltFieldChip *self)
{
  g_return_val_if_fail (CLT_IS_FIELD_CHIP (self), NULL);

  return self->value;
}
