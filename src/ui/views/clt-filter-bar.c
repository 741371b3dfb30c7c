/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-filter-bar"

#include "config.h"

#include "clt-chip.h"
#include "clt-filter-bar.h"

struct _CltFilterBar
{
  GtkWidget  parent_instance;

  GtkWidget *bar;
  GtkBox    *chips;
};

enum
{
  FILTER_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CltFilterBar, clt_filter_bar, GTK_TYPE_WIDGET)

static void
clt_filter_bar_removed_cb (CltFilterBar *self,
                           GtkWidget    *chip)
{
  guint index = 0;

  while ((chip = gtk_widget_get_prev_sibling (chip)) != NULL)
    index++;
  g_signal_emit (self, signals[FILTER_REMOVED], 0, index);
}

static void
clt_filter_bar_add_chip (CltFilterBar *self,
                         CltFilter    *filter,
                         CltEntity    *entity)
{
  g_autofree char *words = clt_filter_dup_words (filter, entity);
  GtkWidget *chip = clt_chip_new (words);

  g_signal_connect_object (chip, "removed", G_CALLBACK (clt_filter_bar_removed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->chips, chip);
}

static void
clt_filter_bar_dispose (GObject *object)
{
  CltFilterBar *self = CLT_FILTER_BAR (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (clt_filter_bar_parent_class)->dispose (object);
}

static void
clt_filter_bar_class_init (CltFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clt_filter_bar_dispose;

  signals[FILTER_REMOVED] = g_signal_new ("filter-removed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/views/clt-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CltFilterBar, bar);
  gtk_widget_class_bind_template_child (widget_class, CltFilterBar, chips);
}

static void
clt_filter_bar_init (CltFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_filter_bar_show_query:
 * @self: a filter bar
 * @query: what is asked for
 * @entity: the query's entity
 *
 * Shows a chip for each condition of the query's filter.
 */
void
clt_filter_bar_show_query (CltFilterBar *self,
                           CltQuery     *query,
                           CltEntity    *entity)
{
  CltFilter *filter;
  GtkWidget *chip;

  g_return_if_fail (CLT_IS_FILTER_BAR (self));
  g_return_if_fail (query != NULL);

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, chip);

  filter = clt_query_get_filter (query);
  for (gsize i = 0; filter != NULL && i < clt_filter_get_n_children (filter); i++)
    clt_filter_bar_add_chip (self, clt_filter_get_child (filter, i), entity);

  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
}
