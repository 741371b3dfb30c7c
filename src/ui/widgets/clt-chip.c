/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-chip"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-chip.h"

struct _CltChip
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkLabel  *label;
  GtkWidget *button;
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CltChip, clt_chip, GTK_TYPE_WIDGET)

static void
clt_chip_clicked_cb (CltChip *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
clt_chip_dispose (GObject *object)
{
  CltChip *self = CLT_CHIP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (clt_chip_parent_class)->dispose (object);
}

static void
clt_chip_class_init (CltChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clt_chip_dispose;

  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/widgets/clt-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, CltChip, box);
  gtk_widget_class_bind_template_child (widget_class, CltChip, label);
  gtk_widget_class_bind_template_child (widget_class, CltChip, button);
  gtk_widget_class_bind_template_callback (widget_class, clt_chip_clicked_cb);
}

static void
clt_chip_init (CltChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_chip_new:
 * @label: what it says
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
clt_chip_new (const char *label)
{
  CltChip *self = g_object_new (CLT_TYPE_CHIP, NULL);
  g_autofree char *tooltip = NULL;

  /* Translators: %s is a condition of a filter: “Remove “City is Hangzhou””. */
  tooltip = g_strdup_printf (_("Remove “%s”"), label);
  gtk_label_set_label (self->label, label);
  gtk_widget_set_tooltip_text (self->button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);

  return GTK_WIDGET (self);
}
