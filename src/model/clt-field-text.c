/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-text"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-field-codec.h"

static const CltFieldCodec *const codecs[CLT_N_FIELD_KINDS] = {
  [CLT_FIELD_TEXT] = &clt_field_codec_line,
  [CLT_FIELD_LONG_TEXT] = &clt_field_codec_text,
  [CLT_FIELD_EMAIL] = &clt_field_codec_email,
  [CLT_FIELD_PHONE] = &clt_field_codec_phone,
  [CLT_FIELD_URL] = &clt_field_codec_url,
  [CLT_FIELD_INTEGER] = &clt_field_codec_integer,
  [CLT_FIELD_REAL] = &clt_field_codec_real,
  [CLT_FIELD_PERCENT] = &clt_field_codec_percent,
  [CLT_FIELD_BOOLEAN] = &clt_field_codec_boolean,
  [CLT_FIELD_DATE] = &clt_field_codec_date,
  [CLT_FIELD_DATE_TIME] = &clt_field_codec_date_time,
  [CLT_FIELD_DURATION] = &clt_field_codec_duration,
  [CLT_FIELD_MONEY] = &clt_field_codec_money,
  [CLT_FIELD_CHOICE] = &clt_field_codec_choice,
  [CLT_FIELD_TAGS] = &clt_field_codec_tags,
  [CLT_FIELD_REFERENCE] = &clt_field_codec_reference,
  [CLT_FIELD_REFERENCES] = &clt_field_codec_references,
  [CLT_FIELD_LINK] = &clt_field_codec_reference,
};

static const CltFieldCodec *
clt_field_get_codec (const CltField *self)
{
  return codecs[clt_field_get_kind (self)];
}

/* @pattern is translated; what takes the place of @name is the user's or the server's. */
static void
clt_field_set_error (GError     **error,
                     const char  *pattern,
                     const char  *name,
                     const char  *text)
{
  g_autoptr (GString) sentence = g_string_new (pattern);

  g_string_replace (sentence, name, text, 1);
  g_set_error_literal (error, CLT_ERROR, CLT_ERROR_INVALID, sentence->str);
}

/**
 * clt_field_parse:
 * @self: a field
 * @text: (nullable): what a person typed: a day in the locale's form or
 *   2026-11-22, "12,50", a choice's label or id
 * @error: return location for an error
 *
 * Reads a value. Blanks around it do not count, and nothing is the empty value.
 * Whether the value is right for the field is for clt_field_check() to say.
 *
 * Returns: (transfer full): the value; %NULL with %CLT_ERROR_INVALID, whose
 *   message is a sentence for the user
 */
CltValue *
clt_field_parse (const CltField  *self,
                 const char      *text,
                 GError         **error)
{
  const CltFieldCodec *codec;
  g_autofree char *stripped = NULL;
  CltValue *value;

  g_return_val_if_fail (self != NULL, NULL);

  stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (*stripped == '\0')
    return clt_value_new_none ();

  codec = clt_field_get_codec (self);
  value = codec->parse (self, stripped);
  if (value == NULL)
    clt_field_set_error (error, gettext (codec->unreadable), "{text}", stripped);

  return value;
}

/**
 * clt_field_format:
 * @self: a field
 * @value: what it holds
 *
 * Writes a value for people, in the user's locale. Of a reference only the label
 * that a server sent with it can be shown here; see clt_record_dup_display().
 *
 * Returns: (transfer full): text; "" for the empty value
 */
char *
clt_field_format (const CltField *self,
                  const CltValue *value)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  return clt_value_is_none (value) ? g_strdup ("")
                                   : clt_field_get_codec (self)->format (self, value);
}

/**
 * clt_field_to_plain:
 * @self: a field
 * @value: what it holds
 *
 * Writes a value for machines, alike in every locale: ISO days, plain numbers,
 * ids of choices, keys of records. clt_field_parse() reads all of it.
 *
 * Returns: (transfer full): text; "" for the empty value
 */
char *
clt_field_to_plain (const CltField *self,
                    const CltValue *value)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  return clt_value_is_none (value) ? g_strdup ("")
                                   : clt_field_get_codec (self)->to_plain (self, value);
}

/**
 * clt_field_check:
 * @self: a field
 * @value: what it is to hold
 * @error: return location for an error
 *
 * Says in words what is wrong with a value that a person gave. What comes from a
 * server is not asked: it is as it is.
 *
 * Returns: %TRUE if nothing is wrong; else %FALSE with %CLT_ERROR_INVALID, whose
 *   message is a sentence for the user
 */
gboolean
clt_field_check (const CltField  *self,
                 const CltValue  *value,
                 GError         **error)
{
  const CltFieldCodec *codec;
  const char *label;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  codec = clt_field_get_codec (self);
  label = clt_field_get_label (self);

  if (clt_value_is_none (value))
    {
      if (!clt_field_has_flags (self, CLT_FIELD_REQUIRED))
        return TRUE;

      /* Translators: keep {field}, the label of a field */
      clt_field_set_error (error, _("“{field}” must not be empty."), "{field}", label);
      return FALSE;
    }

  if (clt_value_get_value_type (value) !=
      clt_field_kind_get_value_type (clt_field_get_kind (self)))
    {
      /* Translators: keep {field}, the label of a field */
      clt_field_set_error (error, _("“{field}” cannot hold this."), "{field}", label);
      return FALSE;
    }

  if (codec->check == NULL || codec->check (self, value))
    return TRUE;

  clt_field_set_error (error, gettext (codec->wrong), "{field}", label);

  return FALSE;
}
