/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record-facts"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-record-facts.h"
#include "clt-text.h"
#include "clt-time.h"
#include "clt-wrap-layout.h"

struct _CltRecordFacts
{
  GtkWidget  parent_instance;

  CltRecord *record; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CltRecordFacts, clt_record_facts, GTK_TYPE_WIDGET)

/* The roles that get a chip, in this order. */
static const CltRole fact_roles[] = {
  CLT_ROLE_STAGE,
  CLT_ROLE_LIFE_CYCLE,
  CLT_ROLE_STATUS,
  CLT_ROLE_PRIORITY,
  CLT_ROLE_AMOUNT,
  CLT_ROLE_PROBABILITY,
  CLT_ROLE_CLOSES,
  CLT_ROLE_START,
  CLT_ROLE_DUE,
  CLT_ROLE_CUSTOMER,
  CLT_ROLE_OWNER,
};

static gboolean
clt_record_facts_is_over (CltRecord *record)
{
  static const CltRole roles[] = { CLT_ROLE_STATUS, CLT_ROLE_STAGE };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      CltField *field = clt_entity_find_role (clt_record_get_entity (record), roles[i]);
      const char *id = clt_value_get_text (clt_record_get_role (record, roles[i]));
      CltChoice *choice = NULL;

      if (field != NULL && id != NULL)
        choice = clt_field_find_choice (field, id);
      if (choice != NULL && clt_choice_is_closed (choice))
        return TRUE;
    }

  return FALSE;
}

/* A day that should not have passed while the matter is open. */
static gboolean
clt_record_facts_is_late (CltRecord *record,
                          CltField  *field,
                          CltValue  *value)
{
  const CltRole role = clt_field_get_role (field);

  if ((role != CLT_ROLE_DUE && role != CLT_ROLE_CLOSES) || clt_record_facts_is_over (record))
    return FALSE;

  if (clt_value_get_value_type (value) == CLT_VALUE_DAY)
    return clt_value_get_integer (value) < clt_day_today ();

  return clt_value_get_integer (value) < clt_time_now ();
}

/* How a chip looks: (nullable) a style class. */
static const char *
clt_record_facts_get_style (CltRecord *record,
                            CltField  *field,
                            CltValue  *value)
{
  CltChoice *choice = NULL;

  if (clt_record_facts_is_late (record, field, value))
    return "error";

  if (clt_field_get_kind (field) == CLT_FIELD_CHOICE)
    choice = clt_field_find_choice (field, clt_value_get_text (value));
  if (choice == NULL)
    return NULL;

  if ((clt_choice_get_flags (choice) & CLT_CHOICE_WON) != 0)
    return "success";

  return (clt_choice_get_flags (choice) & CLT_CHOICE_LOST) != 0 ? "error" : NULL;
}

static GtkWidget *
clt_record_facts_new_words (CltField   *field,
                            const char *text,
                            gboolean    is_late)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (clt_field_get_label (field));
  GtkWidget *value = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
  if (is_late)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);

  return box;
}

static void
clt_record_facts_open_cb (GtkWidget *chip,
                          CltValue  *value)
{
  gtk_widget_activate_action (chip, "win.open-record", "(sx)",
                              clt_value_get_entity (value), clt_value_get_id (value));
}

static void
clt_record_facts_free_value (gpointer  value,
                             GClosure *closure)
{
  clt_value_unref (value);
}

/* A chip of another record opens it. */
static GtkWidget *
clt_record_facts_new_chip (CltRecord  *record,
                           CltField   *field,
                           CltValue   *value,
                           const char *text)
{
  const gboolean is_late = clt_record_facts_is_late (record, field, value);
  GtkWidget *words = clt_record_facts_new_words (field, text, is_late);
  GtkWidget *chip;

  if (clt_value_get_value_type (value) != CLT_VALUE_REFERENCE)
    {
      chip = words;
    }
  else
    {
      chip = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (chip), words);
      gtk_widget_set_tooltip_text (chip, _("Open"));
      g_signal_connect_data (chip, "clicked", G_CALLBACK (clt_record_facts_open_cb),
                             clt_value_ref (value), clt_record_facts_free_value, 0);
    }

  gtk_widget_add_css_class (chip, "fact");
  if (is_late)
    /* Translators: tooltip of a day that has passed */
    gtk_widget_set_tooltip_text (chip, _("Overdue"));

  return chip;
}

static void
clt_record_facts_add (CltRecordFacts *self,
                      CltRole         role)
{
  const int index = clt_entity_find_role_index (clt_record_get_entity (self->record), role);
  g_autofree char *text = NULL;
  const char *style;
  CltField *field;
  CltValue *value;
  GtkWidget *chip;

  if (index < 0)
    return;

  text = clt_record_dup_display (self->record, (guint) index);
  if (clt_text_is_blank (text))
    return;

  field = clt_entity_get_field (clt_record_get_entity (self->record), (guint) index);
  value = clt_record_get_nth_value (self->record, (guint) index);
  chip = clt_record_facts_new_chip (self->record, field, value, text);
  style = clt_record_facts_get_style (self->record, field, value);
  if (style != NULL)
    gtk_widget_add_css_class (chip, style);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
}

static void
clt_record_facts_clear (CltRecordFacts *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
clt_record_facts_fill (CltRecordFacts *self)
{
  clt_record_facts_clear (self);
  for (gsize i = 0; self->record != NULL && i < G_N_ELEMENTS (fact_roles); i++)
    clt_record_facts_add (self, fact_roles[i]);

  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

static void
clt_record_facts_dispose (GObject *object)
{
  clt_record_facts_clear (CLT_RECORD_FACTS (object));

  G_OBJECT_CLASS (clt_record_facts_parent_class)->dispose (object);
}

static void
clt_record_facts_finalize (GObject *object)
{
  CltRecordFacts *self = CLT_RECORD_FACTS (object);

  g_clear_object (&self->record);

  G_OBJECT_CLASS (clt_record_facts_parent_class)->finalize (object);
}

static void
clt_record_facts_class_init (CltRecordFactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = clt_record_facts_dispose;
  object_class->finalize = clt_record_facts_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), CLT_TYPE_WRAP_LAYOUT);
}

static void
clt_record_facts_init (CltRecordFacts *self)
{
}

/**
 * clt_record_facts_new:
 *
 * Returns: (transfer floating): no facts
 */
GtkWidget *
clt_record_facts_new (void)
{
  return g_object_new (CLT_TYPE_RECORD_FACTS, NULL);
}

/**
 * clt_record_facts_set_record:
 * @self: the facts
 * @record: (nullable): what they are about
 */
void
clt_record_facts_set_record (CltRecordFacts *self,
                             CltRecord      *record)
{
  g_return_if_fail (CLT_IS_RECORD_FACTS (self));
  g_return_if_fail (record == NULL || CLT_IS_RECORD (record));

  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (record, "changed", G_CALLBACK (clt_record_facts_fill), self,
                             G_CONNECT_SWAPPED);
  clt_record_facts_fill (self);
}
