/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-codec-text"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-field-codec.h"

#define MIN_PHONE_DIGITS 2

static CltValue *
clt_field_parse_line (const CltField *field,
                      const char     *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');

  return clt_value_new_text (line);
}

static CltValue *
clt_field_parse_text (const CltField *field,
                      const char     *text)
{
  return clt_value_new_text (text);
}

static char *
clt_field_dup_text (const CltField *field,
                    const CltValue *value)
{
  return g_strdup (clt_value_get_text (value));
}

static gboolean
clt_field_check_line (const CltField *field,
                      const CltValue *value)
{
  return strpbrk (clt_value_get_text (value), "\r\n") == NULL;
}

/* Only what would surely not arrive is refused; the rest is for mail servers to judge. */
static gboolean
clt_field_check_email (const CltField *field,
                       const CltValue *value)
{
  const char *text = clt_value_get_text (value);
  const char *at = strchr (text, '@');
  const char *dot = at != NULL ? strchr (at, '.') : NULL;

  return at != NULL && at != text && strchr (at + 1, '@') == NULL &&
         dot != NULL && dot != at + 1 && text[strlen (text) - 1] != '.' &&
         strpbrk (text, " \t,;<>\"") == NULL;
}

static gboolean
clt_field_check_phone (const CltField *field,
                       const CltValue *value)
{
  guint n_digits = 0;

  for (const char *at = clt_value_get_text (value); *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        n_digits++;
      else if (!g_unichar_isspace (c) && (c >= 0x80 || strchr ("+-().,/#*extEXT", (int) c) == NULL))
        return FALSE;
    }

  return n_digits >= MIN_PHONE_DIGITS;
}

/* People leave the scheme out. */
static CltValue *
clt_field_parse_url (const CltField *field,
                     const char     *text)
{
  g_autofree char *url = NULL;

  if (strstr (text, "://") != NULL)
    return clt_value_new_text (text);

  url = g_strconcat ("https://", text, NULL);

  return clt_value_new_text (url);
}

static gboolean
clt_field_check_url (const CltField *field,
                     const CltValue *value)
{
  g_autoptr (GUri) uri = g_uri_parse (clt_value_get_text (value), G_URI_FLAGS_NON_DNS, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
         (g_str_equal (g_uri_get_scheme (uri), "http") ||
          g_str_equal (g_uri_get_scheme (uri), "https"));
}

const CltFieldCodec clt_field_codec_line = {
  .parse = clt_field_parse_line,
  .format = clt_field_dup_text,
  .to_plain = clt_field_dup_text,
  .check = clt_field_check_line,
  .unreadable = N_("“{text}” cannot be read."),
  .wrong = N_("“{field}” must be a single line."),
};

const CltFieldCodec clt_field_codec_text = {
  .parse = clt_field_parse_text,
  .format = clt_field_dup_text,
  .to_plain = clt_field_dup_text,
  .unreadable = N_("“{text}” cannot be read."),
};

const CltFieldCodec clt_field_codec_email = {
  .parse = clt_field_parse_line,
  .format = clt_field_dup_text,
  .to_plain = clt_field_dup_text,
  .check = clt_field_check_email,
  .unreadable = N_("“{text}” cannot be read."),
  /* Translators: keep {field}, the label of a field; the address is an example */
  .wrong = N_("“{field}” must be an e-mail address, such as anna@example.com."),
};

const CltFieldCodec clt_field_codec_phone = {
  .parse = clt_field_parse_line,
  .format = clt_field_dup_text,
  .to_plain = clt_field_dup_text,
  .check = clt_field_check_phone,
  .unreadable = N_("“{text}” cannot be read."),
  /* Translators: keep {field}, the label of a field */
  .wrong = N_("“{field}” must be a telephone number: digits, blanks and + - ( ) . / only."),
};

const CltFieldCodec clt_field_codec_url = {
  .parse = clt_field_parse_url,
  .format = clt_field_dup_text,
  .to_plain = clt_field_dup_text,
  .check = clt_field_check_url,
  .unreadable = N_("“{text}” cannot be read."),
  /* Translators: keep {field}, the label of a field */
  .wrong = N_("“{field}” must be a web address that begins with http:// or https://."),
};
