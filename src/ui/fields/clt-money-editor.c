/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-money-editor"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "clt-error.h"
#include "clt-money-editor.h"
#include "clt-money.h"
#include "clt-text.h"

#define CODE_LENGTH 3
#define FALLBACK_CURRENCY "EUR"

struct _CltMoneyEditor
{
  CltFieldEditor  parent_instance;

  GtkEditable    *entry;
  GtkDropDown    *currency_input;
  GtkStringList  *currencies;

  char           *text;     /* (owned): the shown amount as text */
  char           *currency; /* (owned): the shown currency */
};

G_DEFINE_FINAL_TYPE (CltMoneyEditor, clt_money_editor, CLT_TYPE_FIELD_EDITOR)

/* The locale's own ("CNY " of zh_CN); the C locale has none. */
static char *
clt_money_editor_dup_usual_currency (void)
{
  const char *code = localeconv ()->int_curr_symbol;

  if (code == NULL || strlen (code) < CODE_LENGTH)
    return g_strdup (FALLBACK_CURRENCY);

  return g_strndup (code, CODE_LENGTH);
}

static const char *
clt_money_editor_get_currency (CltMoneyEditor *self)
{
  const guint selected = gtk_drop_down_get_selected (self->currency_input);
  const char *code = gtk_string_list_get_string (self->currencies, selected);

  return code != NULL ? code : self->currency;
}

static void
clt_money_editor_select_currency (CltMoneyEditor *self,
                                  const char     *currency)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->currencies));
  guint position;

  for (position = 0; position < n; position++)
    {
      if (g_str_equal (gtk_string_list_get_string (self->currencies, position), currency))
        break;
    }

  if (position == n)
    gtk_string_list_append (self->currencies, currency);
  gtk_drop_down_set_selected (self->currency_input, position);
}

static gboolean
clt_money_editor_is_edited (CltFieldEditor *editor)
{
  CltMoneyEditor *self = CLT_MONEY_EDITOR (editor);
  const char *text = gtk_editable_get_text (self->entry);

  if (g_strcmp0 (text, self->text) != 0)
    return TRUE;

  /* A currency alone is no amount yet. */
  return !clt_text_is_blank (text)
         && g_strcmp0 (clt_money_editor_get_currency (self), self->currency) != 0;
}

static void
clt_money_editor_show (CltFieldEditor *editor,
                       CltValue       *value,
                       const char     *label)
{
  CltMoneyEditor *self = CLT_MONEY_EDITOR (editor);
  const gboolean is_none = clt_value_is_none (value);

  g_free (self->text);
  g_free (self->currency);
  self->currency = is_none ? clt_money_editor_dup_usual_currency ()
                           : g_strdup (clt_value_get_currency (value));
  self->text = is_none ? g_strdup ("")
                       : clt_money_to_display (clt_value_get_integer (value), self->currency);

  gtk_editable_set_text (self->entry, self->text);
  clt_money_editor_select_currency (self, self->currency);
}

static CltValue *
clt_money_editor_dup_value (CltFieldEditor  *editor,
                            GError         **error)
{
  CltMoneyEditor *self = CLT_MONEY_EDITOR (editor);
  const char *text = gtk_editable_get_text (self->entry);
  const char *currency = clt_money_editor_get_currency (self);
  gint64 minor = 0;

  if (clt_text_is_blank (text))
    return clt_value_new_none ();

  if (!clt_money_parse (text, currency, &minor))
    {
      /* Translators: what was typed, then a currency such as EUR */
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, _("“%s” is not an amount in %s."),
                   text, currency);
      return NULL;
    }

  return clt_value_new_money (minor, currency);
}

static void
clt_money_editor_leave_cb (CltMoneyEditor *self)
{
  clt_field_editor_commit (CLT_FIELD_EDITOR (self));
}

static void
clt_money_editor_constructed (GObject *object)
{
  CltMoneyEditor *self = CLT_MONEY_EDITOR (object);

  G_OBJECT_CLASS (clt_money_editor_parent_class)->constructed (object);

  clt_field_editor_set_input (CLT_FIELD_EDITOR (self), GTK_WIDGET (self->entry));
  clt_money_editor_select_currency (self, self->currency);
}

static void
clt_money_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLT_TYPE_MONEY_EDITOR);

  G_OBJECT_CLASS (clt_money_editor_parent_class)->dispose (object);
}

static void
clt_money_editor_finalize (GObject *object)
{
  CltMoneyEditor *self = CLT_MONEY_EDITOR (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->currency, g_free);

  G_OBJECT_CLASS (clt_money_editor_parent_class)->finalize (object);
}

static void
clt_money_editor_class_init (CltMoneyEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CltFieldEditorClass *editor_class = CLT_FIELD_EDITOR_CLASS (klass);

  object_class->constructed = clt_money_editor_constructed;
  object_class->dispose = clt_money_editor_dispose;
  object_class->finalize = clt_money_editor_finalize;
  editor_class->show = clt_money_editor_show;
  editor_class->dup_value = clt_money_editor_dup_value;
  editor_class->is_edited = clt_money_editor_is_edited;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/fields/clt-money-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CltMoneyEditor, currencies);
  gtk_widget_class_bind_template_child (widget_class, CltMoneyEditor, currency_input);
  gtk_widget_class_bind_template_child (widget_class, CltMoneyEditor, entry);
  gtk_widget_class_bind_template_callback (widget_class, clt_money_editor_leave_cb);
}

static void
clt_money_editor_init (CltMoneyEditor *self)
{
  self->text = g_strdup ("");
  self->currency = clt_money_editor_dup_usual_currency ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
