/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-boolean-editor"

#include "config.h"

#include "clt-boolean-editor.h"

struct _CltBooleanEditor
{
  CltFieldEditor  parent_instance;

  GtkSwitch      *input;
};

G_DEFINE_FINAL_TYPE (CltBooleanEditor, clt_boolean_editor, CLT_TYPE_FIELD_EDITOR)

static gboolean
clt_boolean_editor_is_edited (CltFieldEditor *editor)
{
  CltBooleanEditor *self = CLT_BOOLEAN_EDITOR (editor);
  const gboolean shown = clt_value_get_boolean (clt_field_editor_get_shown (editor));

  return gtk_switch_get_active (self->input) != shown;
}

static void
clt_boolean_editor_show (CltFieldEditor *editor,
                         CltValue       *value,
                         const char     *label)
{
  CltBooleanEditor *self = CLT_BOOLEAN_EDITOR (editor);

  gtk_switch_set_active (self->input, clt_value_get_boolean (value));
}

static CltValue *
clt_boolean_editor_dup_value (CltFieldEditor  *editor,
                              GError         **error)
{
  CltBooleanEditor *self = CLT_BOOLEAN_EDITOR (editor);

  /* What was never answered stays empty until someone does. */
  if (!clt_boolean_editor_is_edited (editor))
    return clt_value_ref (clt_field_editor_get_shown (editor));

  return clt_value_new_boolean (gtk_switch_get_active (self->input));
}

static void
clt_boolean_editor_switched_cb (CltBooleanEditor *self)
{
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_boolean_editor_constructed (GObject *object)
{
  CltBooleanEditor *self = CLT_BOOLEAN_EDITOR (object);

  G_OBJECT_CLASS (clt_boolean_editor_parent_class)->constructed (object);

  clt_field_editor_set_input (CLT_FIELD_EDITOR (self), GTK_WIDGET (self->input));
}

static void
clt_boolean_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_BOOLEAN_EDITOR);

  G_OBJECT_CLASS (clt_boolean_editor_parent_class)->dispose (object);
}

static void
clt_boolean_editor_class_init (CltBooleanEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CltFieldEditorClass *editor_class = CLT_FIELD_EDITOR_CLASS (klass);

  object_class->constructed = clt_boolean_editor_constructed;
  object_class->dispose = clt_boolean_editor_dispose;
  editor_class->show = clt_boolean_editor_show;
  editor_class->dup_value = clt_boolean_editor_dup_value;
  editor_class->is_edited = clt_boolean_editor_is_edited;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/fields/clt-boolean-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CltBooleanEditor, input);
  gtk_widget_class_bind_template_callback (widget_class, clt_boolean_editor_switched_cb);
}

static void
clt_boolean_editor_init (CltBooleanEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
