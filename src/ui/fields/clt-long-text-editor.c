/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-long-text-editor"

#include "config.h"

#include "clt-long-text-editor.h"

struct _CltLongTextEditor
{
  CltFieldEditor  parent_instance;

  GtkWidget      *content;
  GtkTextView    *input;
  GtkTextBuffer  *buffer;
};

G_DEFINE_FINAL_TYPE (CltLongTextEditor, clt_long_text_editor, CLT_TYPE_FIELD_EDITOR)

static char *
clt_long_text_editor_dup_text (CltLongTextEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
clt_long_text_editor_show (CltFieldEditor *editor,
                           CltValue       *value,
                           const char     *label)
{
  CltLongTextEditor *self = CLT_LONG_TEXT_EDITOR (editor);
  const char *text = clt_value_get_text (value);

  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
}

static CltValue *
clt_long_text_editor_dup_value (CltFieldEditor  *editor,
                                GError         **error)
{
  g_autofree char *text = clt_long_text_editor_dup_text (CLT_LONG_TEXT_EDITOR (editor));

  return clt_value_new_text (text);
}

static void
clt_long_text_editor_leave_cb (CltLongTextEditor *self)
{
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static gboolean
clt_long_text_editor_done_cb (GtkWidget *widget,
                              GVariant  *arguments,
                              gpointer   user_data)
{
  clt_field_editor_commit (CLT_FIELD_EDITOR (widget));

  return GDK_EVENT_STOP;
}

static void
clt_long_text_editor_constructed (GObject *object)
{
  CltLongTextEditor *self = CLT_LONG_TEXT_EDITOR (object);

  G_OBJECT_CLASS (clt_long_text_editor_parent_class)->constructed (object);

  clt_field_editor_set_input (CLT_FIELD_EDITOR (self), GTK_WIDGET (self->input));
}

static void
clt_long_text_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_LONG_TEXT_EDITOR);

  G_OBJECT_CLASS (clt_long_text_editor_parent_class)->dispose (object);
}

static void
clt_long_text_editor_class_init (CltLongTextEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CltFieldEditorClass *editor_class = CLT_FIELD_EDITOR_CLASS (klass);

  object_class->constructed = clt_long_text_editor_constructed;
  object_class->dispose = clt_long_text_editor_dispose;
  editor_class->show = clt_long_text_editor_show;
  editor_class->dup_value = clt_long_text_editor_dup_value;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/fields/clt-long-text-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CltLongTextEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, CltLongTextEditor, content);
  gtk_widget_class_bind_template_child (widget_class, CltLongTextEditor, input);
  gtk_widget_class_bind_template_callback (widget_class, clt_long_text_editor_leave_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                clt_long_text_editor_done_cb, NULL);
}

static void
clt_long_text_editor_init (CltLongTextEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
