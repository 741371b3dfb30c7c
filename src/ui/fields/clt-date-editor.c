/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-date-editor"

#include "config.h"

#include "clt-date-editor.h"
#include "clt-time.h"

struct _CltDateEditor
{
  CltFieldEditor  parent_instance;

  GtkEditable    *entry;
  GtkMenuButton  *calendar_button;
  GtkPopover     *popover;
  GtkCalendar    *calendar;

  char           *text; /* (owned): the shown value as text */
};

G_DEFINE_FINAL_TYPE (CltDateEditor, clt_date_editor, CLT_TYPE_FIELD_EDITOR)

static gboolean
clt_date_editor_is_edited (CltFieldEditor *editor)
{
  CltDateEditor *self = CLT_DATE_EDITOR (editor);

  return g_strcmp0 (gtk_editable_get_text (self->entry), self->text) != 0;
}

static void
clt_date_editor_show (CltFieldEditor *editor,
                      CltValue       *value,
                      const char     *label)
{
  CltDateEditor *self = CLT_DATE_EDITOR (editor);

  g_free (self->text);
  self->text = clt_field_format (clt_field_editor_get_field (editor), value);
  if (self->text == NULL)
    self->text = g_strdup ("");
  gtk_editable_set_text (self->entry, self->text);
}

static CltValue *
clt_date_editor_dup_value (CltFieldEditor  *editor,
                           GError         **error)
{
  CltDateEditor *self = CLT_DATE_EDITOR (editor);

  if (!clt_date_editor_is_edited (editor))
    return clt_value_ref (clt_field_editor_get_shown (editor));

  return clt_field_parse (clt_field_editor_get_field (editor),
                          gtk_editable_get_text (self->entry), error);
}

/* The day that stands in the entry; today if none does. */
static gint64
clt_date_editor_get_day (CltDateEditor *self)
{
  g_autoptr (CltValue) value = clt_field_editor_dup_value (CLT_FIELD_EDITOR (self), NULL);

  if (value == NULL || clt_value_is_none (value))
    return clt_day_today ();

  if (clt_value_get_value_type (value) == CLT_VALUE_MOMENT)
    return clt_time_to_local_day (clt_value_get_integer (value));

  return clt_value_get_integer (value);
}

/* The chosen day at the time of day that stands in the entry, or at the next full hour. */
static CltValue *
clt_date_editor_value_at_day (CltDateEditor *self,
                              gint64         day)
{
  const gint64 hour = 3600 * CLT_USEC_PER_SECOND;
  g_autoptr (CltValue) value = NULL;
  gint64 moment;

  if (clt_field_get_kind (clt_field_editor_get_field (CLT_FIELD_EDITOR (self))) == CLT_FIELD_DATE)
    return clt_value_new_day (day);

  value = clt_field_editor_dup_value (CLT_FIELD_EDITOR (self), NULL);
  if (value != NULL && !clt_value_is_none (value))
    moment = clt_value_get_integer (value);
  else
    moment = (clt_time_now () / hour + 1) * hour;

  return clt_value_new_moment (clt_time_from_local_day (day) + moment
                               - clt_time_from_local_day (clt_time_to_local_day (moment)));
}

static void
clt_date_editor_enter_day (CltDateEditor *self,
                           gint64         day)
{
  g_autoptr (CltValue) value = clt_date_editor_value_at_day (self, day);
  g_autofree char *text = NULL;

  text = clt_field_format (clt_field_editor_get_field (CLT_FIELD_EDITOR (self)), value);
  gtk_editable_set_text (self->entry, text);
}

static void
clt_date_editor_leave_cb (CltDateEditor *self)
{
  /* Not while the calendar has the keyboard: the day is not chosen yet. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_date_editor_popover_shown_cb (CltDateEditor *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  clt_day_to_ymd (clt_date_editor_get_day (self), &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 12, 0, 0);
  gtk_calendar_select_day (self->calendar, date);
}

/* Leafing to another month selects a day too, so this only writes; closing is being done. */
static void
clt_date_editor_day_selected_cb (CltDateEditor *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  const gint64 day = clt_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                       g_date_time_get_day_of_month (date));

  if (day != clt_date_editor_get_day (self))
    clt_date_editor_enter_day (self, day);
}

static void
clt_date_editor_popover_closed_cb (CltDateEditor *self)
{
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_date_editor_today_cb (CltDateEditor *self)
{
  clt_date_editor_enter_day (self, clt_day_today ());
  gtk_popover_popdown (self->popover);
}

static void
clt_date_editor_clear_cb (CltDateEditor *self)
{
  gtk_editable_set_text (self->entry, "");
  gtk_popover_popdown (self->popover);
}

static void
clt_date_editor_constructed (GObject *object)
{
  CltDateEditor *self = CLT_DATE_EDITOR (object);

  G_OBJECT_CLASS (clt_date_editor_parent_class)->constructed (object);

  clt_field_editor_set_input (CLT_FIELD_EDITOR (self), GTK_WIDGET (self->entry));
}

static void
clt_date_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_DATE_EDITOR);

  G_OBJECT_CLASS (clt_date_editor_parent_class)->dispose (object);
}

static void
clt_date_editor_finalize (GObject *object)
{
  CltDateEditor *self = CLT_DATE_EDITOR (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (clt_date_editor_parent_class)->finalize (object);
}

static void
clt_date_editor_class_init (CltDateEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CltFieldEditorClass *editor_class = CLT_FIELD_EDITOR_CLASS (klass);

  object_class->constructed = clt_date_editor_constructed;
  object_class->dispose = clt_date_editor_dispose;
  object_class->finalize = clt_date_editor_finalize;
  editor_class->show = clt_date_editor_show;
  editor_class->dup_value = clt_date_editor_dup_value;
  editor_class->is_edited = clt_date_editor_is_edited;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/fields/clt-date-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CltDateEditor, calendar);
  gtk_widget_class_bind_template_child (widget_class, CltDateEditor, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, CltDateEditor, entry);
  gtk_widget_class_bind_template_child (widget_class, CltDateEditor, popover);
  gtk_widget_class_bind_template_callback (widget_class, clt_date_editor_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_date_editor_day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_date_editor_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_date_editor_popover_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_date_editor_popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_date_editor_today_cb);
}

static void
clt_date_editor_init (CltDateEditor *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
