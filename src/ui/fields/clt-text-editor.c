/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-text-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-text-editor.h"
#include "clt-text.h"

/* What the button beside an address does. */
typedef struct
{
  CltFieldKind  kind;
  const char   *icon_name;
  const char   *tooltip;
  char       *(*dup_uri) (const char *text);
} ReachRow;

struct _CltTextEditor
{
  CltFieldEditor  parent_instance;

  GtkEditable    *entry;
  GtkButton      *reach_button;

  const ReachRow *reach; /* (nullable): static */
  char           *text;  /* (owned): the shown value as text */
};

G_DEFINE_FINAL_TYPE (CltTextEditor, clt_text_editor, CLT_TYPE_FIELD_EDITOR)

static char *
clt_text_editor_dup_mail_uri (const char *text)
{
  g_autofree char *escaped = g_uri_escape_string (text, "@", TRUE);

  return g_strconcat ("mailto:", escaped, NULL);
}

/* RFC 3966 knows no blanks and brackets; people write little else. */
static char *
clt_text_editor_dup_phone_uri (const char *text)
{
  g_autoptr (GString) uri = g_string_new ("tel:");

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at) || (*at == '+' && uri->len == strlen ("tel:")))
        g_string_append_c (uri, *at);
    }

  return uri->len > strlen ("tel:") ? g_string_free (g_steal_pointer (&uri), FALSE) : NULL;
}

/* Only the web: a record from a server must not start other programs. */
static char *
clt_text_editor_dup_web_uri (const char *text)
{
  g_autofree char *address = NULL;
  const char *scheme = NULL;

  address = strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  scheme = g_uri_peek_scheme (address);
  if (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)
    return NULL;

  return g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL) ? g_steal_pointer (&address) : NULL;
}

static const ReachRow reach_rows[] = {
  { CLT_FIELD_EMAIL, "mail-send-symbolic", N_("Write an E-mail"), clt_text_editor_dup_mail_uri },
  { CLT_FIELD_PHONE, "call-start-symbolic", N_("Call"), clt_text_editor_dup_phone_uri },
  { CLT_FIELD_URL, "web-browser-symbolic", N_("Open in the Browser"), clt_text_editor_dup_web_uri },
};

static const ReachRow *
clt_text_editor_find_reach (CltFieldKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reach_rows); i++)
    {
      if (reach_rows[i].kind == kind)
        return &reach_rows[i];
    }

  return NULL;
}

static gboolean
clt_text_editor_is_edited (CltFieldEditor *editor)
{
  CltTextEditor *self = CLT_TEXT_EDITOR (editor);

  /* Not by value: a number that is shown rounded must not be saved rounded on leaving it. */
  return g_strcmp0 (gtk_editable_get_text (self->entry), self->text) != 0;
}

static void
clt_text_editor_show (CltFieldEditor *editor,
                      CltValue       *value,
                      const char     *label)
{
  CltTextEditor *self = CLT_TEXT_EDITOR (editor);

  g_free (self->text);
  self->text = clt_field_format (clt_field_editor_get_field (editor), value);
  if (self->text == NULL)
    self->text = g_strdup ("");
  gtk_editable_set_text (self->entry, self->text);
  gtk_widget_set_visible (GTK_WIDGET (self->reach_button),
                          self->reach != NULL && !clt_text_is_blank (self->text));
}

static CltValue *
clt_text_editor_dup_value (CltFieldEditor  *editor,
                           GError         **error)
{
  CltTextEditor *self = CLT_TEXT_EDITOR (editor);

  if (!clt_text_editor_is_edited (editor))
    return clt_value_ref (clt_field_editor_get_shown (editor));

  return clt_field_parse (clt_field_editor_get_field (editor),
                          gtk_editable_get_text (self->entry), error);
}

static void
clt_text_editor_activate_cb (CltTextEditor *self)
{
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

/* The selection that came with the keyboard goes with it: what is left is text again. */
static void
clt_text_editor_leave_cb (CltTextEditor *self)
{
  gtk_editable_select_region (self->entry, 0, 0);
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_text_editor_reach_cb (CltTextEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *uri = self->reach->dup_uri (gtk_editable_get_text (self->entry));

  if (uri != NULL)
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
clt_text_editor_constructed (GObject *object)
{
  CltTextEditor *self = CLT_TEXT_EDITOR (object);
  CltField *field = clt_field_editor_get_field (CLT_FIELD_EDITOR (self));

  G_OBJECT_CLASS (clt_text_editor_parent_class)->constructed (object);

  clt_field_editor_set_input (CLT_FIELD_EDITOR (self), GTK_WIDGET (self->entry));
  self->reach = clt_text_editor_find_reach (clt_field_get_kind (field));
  if (self->reach == NULL)
    return;

  gtk_button_set_icon_name (self->reach_button, self->reach->icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reach_button), gettext (self->reach->tooltip));
}

static void
clt_text_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_TEXT_EDITOR);

  G_OBJECT_CLASS (clt_text_editor_parent_class)->dispose (object);
}

static void
clt_text_editor_finalize (GObject *object)
{
  CltTextEditor *self = CLT_TEXT_EDITOR (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (clt_text_editor_parent_class)->finalize (object);
}

static void
clt_text_editor_class_init (CltTextEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CltFieldEditorClass *editor_class = CLT_FIELD_EDITOR_CLASS (klass);

  object_class->constructed = clt_text_editor_constructed;
  object_class->dispose = clt_text_editor_dispose;
  object_class->finalize = clt_text_editor_finalize;
  editor_class->show = clt_text_editor_show;
  editor_class->dup_value = clt_text_editor_dup_value;
  editor_class->is_edited = clt_text_editor_is_edited;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/fields/clt-text-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CltTextEditor, entry);
  gtk_widget_class_bind_template_child (widget_class, CltTextEditor, reach_button);
  gtk_widget_class_bind_template_callback (widget_class, clt_text_editor_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_text_editor_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_text_editor_reach_cb);
}

static void
clt_text_editor_init (CltTextEditor *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
