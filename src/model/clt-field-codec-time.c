/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-codec-time"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-field-codec.h"
#include "clt-text.h"
#include "clt-time.h"

static CltValue *
clt_field_parse_boolean (const CltField *field,
                         const char     *text)
{
  const char *const yes[] = { "true", "yes", "1", C_("boolean", "Yes") };
  const char *const no[] = { "false", "no", "0", C_("boolean", "No") };
  g_autofree char *folded = clt_text_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      g_autofree char *folded_yes = clt_text_fold (yes[i]);
      g_autofree char *folded_no = clt_text_fold (no[i]);

      if (g_str_equal (folded, folded_yes) || g_str_equal (folded, folded_no))
        return clt_value_new_boolean (g_str_equal (folded, folded_yes));
    }

  return NULL;
}

static char *
clt_field_format_boolean (const CltField *field,
                          const CltValue *value)
{
  return g_strdup (clt_value_get_boolean (value) ? C_("boolean", "Yes") : C_("boolean", "No"));
}

static char *
clt_field_to_plain_boolean (const CltField *field,
                            const CltValue *value)
{
  return g_strdup (clt_value_get_boolean (value) ? "true" : "false");
}

static CltValue *
clt_field_parse_date (const CltField *field,
                      const char     *text)
{
  gint64 day;

  return clt_day_parse_typed (text, &day) ? clt_value_new_day (day) : NULL;
}

static char *
clt_field_format_date (const CltField *field,
                       const CltValue *value)
{
  return clt_day_to_display (clt_value_get_integer (value));
}

static char *
clt_field_to_plain_date (const CltField *field,
                         const CltValue *value)
{
  return clt_day_to_iso (clt_value_get_integer (value));
}

static CltValue *
clt_field_parse_date_time (const CltField *field,
                           const char     *text)
{
  gint64 moment;

  return clt_time_parse_typed (text, &moment) ? clt_value_new_moment (moment) : NULL;
}

static char *
clt_field_format_date_time (const CltField *field,
                            const CltValue *value)
{
  return clt_time_to_display (clt_value_get_integer (value));
}

static char *
clt_field_to_plain_date_time (const CltField *field,
                              const CltValue *value)
{
  return clt_time_to_iso (clt_value_get_integer (value));
}

const CltFieldCodec clt_field_codec_boolean = {
  .parse = clt_field_parse_boolean,
  .format = clt_field_format_boolean,
  .to_plain = clt_field_to_plain_boolean,
  /* Translators: keep {text}, what the user typed */
  .unreadable = N_("“{text}” is neither yes nor no."),
};

const CltFieldCodec clt_field_codec_date = {
  .parse = clt_field_parse_date,
  .format = clt_field_format_date,
  .to_plain = clt_field_to_plain_date,
  /* Translators: keep {text}, what the user typed; the date is an example */
  .unreadable = N_("“{text}” is not a date. Write it like 2026-11-22."),
};

const CltFieldCodec clt_field_codec_date_time = {
  .parse = clt_field_parse_date_time,
  .format = clt_field_format_date_time,
  .to_plain = clt_field_to_plain_date_time,
  /* Translators: keep {text}, what the user typed; the rest is an example */
  .unreadable = N_("“{text}” is not a date and time. Write it like 2026-11-22 10:00."),
};
