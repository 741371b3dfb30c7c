/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-column-chooser"

#include "config.h"

#include "clt-column-chooser.h"

struct _CltColumnChooser
{
  GtkPopover       parent_instance;

  GtkBox          *checks;
  CltTableColumns *columns; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CltColumnChooser, clt_column_chooser, GTK_TYPE_POPOVER)

static const char *
clt_column_chooser_get_field (GtkWidget *check)
{
  return gtk_widget_get_name (check);
}

static void
clt_column_chooser_toggled_cb (CltColumnChooser *self,
                               GtkCheckButton   *check)
{
  clt_table_columns_set_shown (self->columns, clt_column_chooser_get_field (GTK_WIDGET (check)),
                               gtk_check_button_get_active (check));
}

/* The columns may refuse: the last one stays. */
static void
clt_column_chooser_columns_changed_cb (CltColumnChooser *self)
{
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks));
       check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      const char *field = clt_column_chooser_get_field (check);
      gboolean shown = clt_table_columns_find (self->columns, field) >= 0;

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
      gtk_widget_set_sensitive (check, !shown || clt_table_columns_get_n (self->columns) > 1);
    }
}

static void
clt_column_chooser_reset_cb (CltColumnChooser *self)
{
  clt_table_columns_reset (self->columns);
}

static void
clt_column_chooser_finalize (GObject *object)
{
  CltColumnChooser *self = CLT_COLUMN_CHOOSER (object);

  g_clear_object (&self->columns);

  G_OBJECT_CLASS (clt_column_chooser_parent_class)->finalize (object);
}

static void
clt_column_chooser_class_init (CltColumnChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clt_column_chooser_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/views/clt-column-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, CltColumnChooser, checks);
  gtk_widget_class_bind_template_callback (widget_class, clt_column_chooser_reset_cb);
}

static void
clt_column_chooser_init (CltColumnChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
clt_column_chooser_add (CltColumnChooser *self,
                        CltField         *field)
{
  GtkWidget *check = gtk_check_button_new_with_label (clt_field_get_label (field));

  gtk_widget_set_name (check, clt_field_get_name (field));
  gtk_box_append (self->checks, check);
}

/**
 * clt_column_chooser_new:
 * @columns: what is chosen
 *
 * Returns: (transfer floating): a popover with a check for each field
 */
GtkWidget *
clt_column_chooser_new (CltTableColumns *columns)
{
  CltColumnChooser *self;
  CltEntity *entity;

  g_return_val_if_fail (CLT_IS_TABLE_COLUMNS (columns), NULL);

  self = g_object_new (CLT_TYPE_COLUMN_CHOOSER, NULL);
  self->columns = g_object_ref (columns);

  entity = clt_table_columns_get_entity (columns);
  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    if (!clt_field_has_flags (clt_entity_get_field (entity, i), CLT_FIELD_HIDDEN))
      clt_column_chooser_add (self, clt_entity_get_field (entity, i));
  clt_column_chooser_columns_changed_cb (self);

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks));
       check != NULL;
       check = gtk_widget_get_next_sibling (check))
    g_signal_connect_swapped (check, "toggled", G_CALLBACK (clt_column_chooser_toggled_cb), self);
  g_signal_connect_object (columns, "changed",
                           G_CALLBACK (clt_column_chooser_columns_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
