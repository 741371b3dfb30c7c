/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-reference-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-record-chooser.h"
#include "clt-reference-editor.h"

struct _CltReferenceEditor
{
  CltFieldEditor  parent_instance;

  GtkMenuButton  *input;
  GtkLabel       *title;
  GtkWidget      *open_button;
  GtkWidget      *clear_button;

  CltValue       *value; /* (owned): what is chosen now */
};

G_DEFINE_FINAL_TYPE (CltReferenceEditor, clt_reference_editor, CLT_TYPE_FIELD_EDITOR)

static void
clt_reference_editor_set_value (CltReferenceEditor *self,
                                CltValue           *value,
                                const char         *label)
{
  const gboolean is_none = clt_value_is_none (value);
  CltField *field = clt_field_editor_get_field (CLT_FIELD_EDITOR (self));
  const gboolean can_clear = !clt_field_has_flags (field, CLT_FIELD_REQUIRED)
                             && !clt_field_has_flags (field, CLT_FIELD_READ_ONLY);

  clt_value_ref (value);
  clt_value_unref (self->value);
  self->value = value;

  if (is_none)
    /* Translators: no other record is chosen in this field */
    gtk_label_set_label (self->title, C_("reference", "None"));
  else
    /* Translators: a record that is referred to, but whose name is not known here */
    gtk_label_set_label (self->title, label != NULL ? label : _("Unknown"));

  if (is_none)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dim-label");
  gtk_widget_set_visible (self->open_button, !is_none);
  gtk_widget_set_visible (self->clear_button, !is_none && can_clear);
}

static void
clt_reference_editor_show (CltFieldEditor *editor,
                           CltValue       *value,
                           const char     *label)
{
  clt_reference_editor_set_value (CLT_REFERENCE_EDITOR (editor), value, label);
}

static CltValue *
clt_reference_editor_dup_value (CltFieldEditor  *editor,
                                GError         **error)
{
  return clt_value_ref (CLT_REFERENCE_EDITOR (editor)->value);
}

static void
clt_reference_editor_chosen_cb (CltReferenceEditor *self,
                                CltRecordKey       *key,
                                const char         *title)
{
  g_autoptr (CltValue) value = clt_value_new_reference (key->entity, key->id);

  clt_reference_editor_set_value (self, value, title);
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_reference_editor_clear_cb (CltReferenceEditor *self)
{
  g_autoptr (CltValue) none = clt_value_new_none ();

  gtk_widget_grab_focus (GTK_WIDGET (self->input));
  clt_reference_editor_set_value (self, none, NULL);
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_reference_editor_open_cb (CltReferenceEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)",
                              clt_value_get_entity (self->value),
                              clt_value_get_id (self->value));
}

/* A menu button centres what is in it; among other values a title begins where they do. */
static void
clt_reference_editor_align_title (CltReferenceEditor *self)
{
  for (GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self->title));
       around != GTK_WIDGET (self->input); around = gtk_widget_get_parent (around))
    gtk_widget_set_halign (around, GTK_ALIGN_FILL);
}

static void
clt_reference_editor_constructed (GObject *object)
{
  CltReferenceEditor *self = CLT_REFERENCE_EDITOR (object);
  CltSession *session = clt_field_editor_get_session (CLT_FIELD_EDITOR (self));
  CltField *field = clt_field_editor_get_field (CLT_FIELD_EDITOR (self));

  G_OBJECT_CLASS (clt_reference_editor_parent_class)->constructed (object);

  clt_field_editor_set_input (CLT_FIELD_EDITOR (self), GTK_WIDGET (self->input));
  clt_reference_editor_align_title (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->input), session != NULL);
  if (session != NULL)
    {
      GtkWidget *chooser = clt_record_chooser_new (session, clt_field_get_target (field));

      g_signal_connect_object (chooser, "chosen", G_CALLBACK (clt_reference_editor_chosen_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (self->input, chooser);
    }
}

static void
clt_reference_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_REFERENCE_EDITOR);

  G_OBJECT_CLASS (clt_reference_editor_parent_class)->dispose (object);
}

static void
clt_reference_editor_finalize (GObject *object)
{
  CltReferenceEditor *self = CLT_REFERENCE_EDITOR (object);

  g_clear_pointer (&self->value, clt_value_unref);

  G_OBJECT_CLASS (clt_reference_editor_parent_class)->finalize (object);
}

static void
clt_reference_editor_class_init (CltReferenceEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CltFieldEditorClass *editor_class = CLT_FIELD_EDITOR_CLASS (klass);

  object_class->constructed = clt_reference_editor_constructed;
  object_class->dispose = clt_reference_editor_dispose;
  object_class->finalize = clt_reference_editor_finalize;
  editor_class->show = clt_reference_editor_show;
  editor_class->dup_value = clt_reference_editor_dup_value;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/fields/clt-reference-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CltReferenceEditor, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CltReferenceEditor, input);
  gtk_widget_class_bind_template_child (widget_class, CltReferenceEditor, open_button);
  gtk_widget_class_bind_template_child (widget_class, CltReferenceEditor, title);
  gtk_widget_class_bind_template_callback (widget_class, clt_reference_editor_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_reference_editor_open_cb);
}

static void
clt_reference_editor_init (CltReferenceEditor *self)
{
  self->value = clt_value_new_none ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
