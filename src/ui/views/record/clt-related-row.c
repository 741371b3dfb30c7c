/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-related-row"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-related-row.h"
#include "clt-text.h"

/* How many of the words below fit a line. */
#define MAX_WORDS 3

struct _CltRelatedRow
{
  GtkListBoxRow  parent_instance;

  GtkLabel      *title;
  GtkLabel      *subtitle;
  GtkLabel      *amount;

  CltRecord     *record; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CltRelatedRow, clt_related_row, GTK_TYPE_LIST_BOX_ROW)

/* What says most about a record, in the order of telling. */
static const CltRole subtitle_roles[] = {
  CLT_ROLE_STAGE,
  CLT_ROLE_LIFE_CYCLE,
  CLT_ROLE_KIND,
  CLT_ROLE_STATUS,
  CLT_ROLE_CLOSES,
  CLT_ROLE_DUE,
  CLT_ROLE_PHONE,
  CLT_ROLE_EMAIL,
  CLT_ROLE_CITY,
  CLT_ROLE_OWNER,
};

static char *
clt_related_row_dup_role (CltRecord *record,
                          CltRole    role)
{
  const int index = clt_entity_find_role_index (clt_record_get_entity (record), role);

  return index >= 0 ? clt_record_dup_display (record, (guint) index) : NULL;
}

static char *
clt_related_row_dup_subtitle (CltRecord *record)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_words = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (subtitle_roles) && n_words < MAX_WORDS; i++)
    {
      g_autofree char *word = clt_related_row_dup_role (record, subtitle_roles[i]);

      if (clt_text_is_blank (word))
        continue;

      g_string_append_printf (words, "%s%s", n_words > 0 ? " · " : "", word);
      n_words++;
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
clt_related_row_fill (CltRelatedRow *self)
{
  const char *title = clt_record_get_title (self->record);
  g_autofree char *subtitle = clt_related_row_dup_subtitle (self->record);
  g_autofree char *amount = clt_related_row_dup_role (self->record, CLT_ROLE_AMOUNT);

  gtk_label_set_label (self->title, clt_text_is_blank (title) ? _("Untitled") : title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_label_set_label (self->amount, amount != NULL ? amount : "");
  gtk_widget_set_visible (GTK_WIDGET (self->amount), !clt_text_is_blank (amount));
}

static void
clt_related_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_RELATED_ROW);

  G_OBJECT_CLASS (clt_related_row_parent_class)->dispose (object);
}

static void
clt_related_row_finalize (GObject *object)
{
  CltRelatedRow *self = CLT_RELATED_ROW (object);

  g_clear_object (&self->record);

  G_OBJECT_CLASS (clt_related_row_parent_class)->finalize (object);
}

static void
clt_related_row_class_init (CltRelatedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_related_row_dispose;
  object_class->finalize = clt_related_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/record/clt-related-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CltRelatedRow, amount);
  gtk_widget_class_bind_template_child (widget_class, CltRelatedRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CltRelatedRow, title);
}

static void
clt_related_row_init (CltRelatedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_related_row_new:
 * @record: what to show
 *
 * Returns: (transfer floating): a row that follows the record
 */
GtkWidget *
clt_related_row_new (CltRecord *record)
{
  CltRelatedRow *self;

  g_return_val_if_fail (CLT_IS_RECORD (record), NULL);

  self = g_object_new (CLT_TYPE_RELATED_ROW, NULL);
  self->record = g_object_ref (record);
  g_signal_connect_object (record, "changed", G_CALLBACK (clt_related_row_fill), self,
                           G_CONNECT_SWAPPED);
  clt_related_row_fill (self);

  return GTK_WIDGET (self);
}

/**
 * clt_related_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none): what the row shows
 */
CltRecord *
clt_related_row_get_record (CltRelatedRow *self)
{
  g_return_val_if_fail (CLT_IS_RELATED_ROW (self), NULL);

  return self->record;
}
