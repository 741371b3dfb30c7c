/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-codec"

#include "config.h"

#include <math.h>
#include <string.h>

#include "clt-codec-private.h"
#include "clt-money.h"
#include "clt-text.h"
#include "clt-time.h"

/* Values that mean the same wherever they are: text, truth, numbers, days. */

#define MAX_LINE_CHARS 80
#define MINUTES_PER_HOUR 60

/* {{{ Text */

CltValue *
decode_text (JsonNode              *node,
             const CltCodecContext *context)
{
  g_autofree char *word = NULL;

  /* Servers have been seen to store half a surrogate; json-glib lets U+FFFD through. */
  if (clt_node_is (node, G_TYPE_BOOLEAN))
    return NULL;

  word = clt_node_dup_word (node);

  return word != NULL ? clt_value_new_text (word) : NULL;
}

JsonNode *
encode_text (const CltValue        *value,
             const CltCodecContext *context)
{
  return clt_node_new_string (clt_value_get_text (value));
}

CltValue *
decode_html (JsonNode              *node,
             const CltCodecContext *context)
{
  const char *html = clt_node_get_string (node);
  g_autofree char *text = html != NULL ? clt_text_from_html (html) : NULL;

  return text != NULL ? clt_value_new_text (clt_text_is_blank (text) ? NULL : text) : NULL;
}

JsonNode *
encode_html (const CltValue        *value,
             const CltCodecContext *context)
{
  g_auto (GStrv) lines = g_strsplit (clt_value_get_text (value), "\n", -1);
  g_autoptr (GString) html = g_string_new ("<p>");

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      if (i > 0)
        g_string_append (html, "<br>");
      g_string_append (html, escaped);
    }
  g_string_append (html, "</p>");

  return clt_node_new_string (html->str);
}

/* What stands in the first line of a page: a title for what has none. */
CltValue *
decode_html_line (JsonNode              *node,
                  const CltCodecContext *context)
{
  const char *html = clt_node_get_string (node);
  g_autofree char *text = html != NULL ? clt_text_from_html (html) : NULL;
  g_autofree char *line = NULL;

  if (text == NULL)
    return NULL;

  g_strstrip (text);
  text[strcspn (text, "\n")] = '\0';
  line = clt_text_ellipsize (text, MAX_LINE_CHARS);

  return clt_value_new_text (line);
}

/* "Azure Interior" <info@example.com> → Azure Interior */
CltValue *
decode_mailbox (JsonNode              *node,
                const CltCodecContext *context)
{
  const char *mailbox = clt_node_get_string (node);
  const char *address = mailbox != NULL ? strrchr (mailbox, '<') : NULL;
  g_autofree char *name = NULL;

  if (mailbox == NULL)
    return NULL;

  if (address == NULL || address == mailbox)
    return clt_value_new_text (mailbox);

  name = g_strstrip (g_strndup (mailbox, (gsize) (address - mailbox)));
  if (g_str_has_prefix (name, "\"") && g_str_has_suffix (name, "\"") && strlen (name) > 1)
    {
      name[strlen (name) - 1] = '\0';
      return clt_value_new_text (name + 1);
    }

  return clt_value_new_text (name);
}

CltValue *
decode_label (JsonNode              *node,
              const CltCodecContext *context)
{
  const char *label = clt_node_get_label (node);

  return label != NULL ? clt_value_new_text (label) : NULL;
}

/* }}} */
/* {{{ Truth and numbers */

CltValue *
decode_boolean (JsonNode              *node,
                const CltCodecContext *context)
{
  if (!clt_node_is (node, G_TYPE_BOOLEAN))
    return NULL;

  return clt_value_new_boolean (json_node_get_boolean (node));
}

JsonNode *
encode_boolean (const CltValue        *value,
                const CltCodecContext *context)
{
  return json_node_init_boolean (json_node_alloc (), clt_value_get_boolean (value));
}

CltValue *
decode_not (JsonNode              *node,
            const CltCodecContext *context)
{
  if (!clt_node_is (node, G_TYPE_BOOLEAN))
    return NULL;

  return clt_value_new_boolean (!json_node_get_boolean (node));
}

JsonNode *
encode_not (const CltValue        *value,
            const CltCodecContext *context)
{
  return json_node_init_boolean (json_node_alloc (), !clt_value_get_boolean (value));
}

CltValue *
decode_integer (JsonNode              *node,
                const CltCodecContext *context)
{
  if (!clt_node_is_number (node) || fabs (json_node_get_double (node)) >= (double) G_MAXINT64)
    return NULL;

  return clt_value_new_integer (json_node_get_int (node));
}

JsonNode *
encode_integer (const CltValue        *value,
                const CltCodecContext *context)
{
  return clt_node_new_int (clt_value_get_integer (value));
}

CltValue *
decode_real (JsonNode              *node,
             const CltCodecContext *context)
{
  return clt_node_is_number (node) ? clt_value_new_real (json_node_get_double (node)) : NULL;
}

JsonNode *
encode_real (const CltValue        *value,
             const CltCodecContext *context)
{
  return json_node_init_double (json_node_alloc (), clt_value_get_real (value));
}

CltValue *
decode_hours (JsonNode              *node,
              const CltCodecContext *context)
{
  double minutes;

  if (!clt_node_is_number (node))
    return NULL;

  minutes = round (json_node_get_double (node) * MINUTES_PER_HOUR);

  return fabs (minutes) < (double) G_MAXINT64 ? clt_value_new_integer ((gint64) minutes) : NULL;
}

JsonNode *
encode_hours (const CltValue        *value,
              const CltCodecContext *context)
{
  const double hours = (double) clt_value_get_integer (value) / MINUTES_PER_HOUR;

  return json_node_init_double (json_node_alloc (), hours);
}

CltValue *
decode_money (JsonNode              *node,
              const CltCodecContext *context)
{
  const char *currency = context->with != NULL ? clt_node_get_label (context->with) : NULL;
  gint64 minor;

  if (currency == NULL)
    currency = context->currency;

  if (!clt_node_is_number (node) || currency == NULL
      || !clt_money_from_double (json_node_get_double (node), currency, &minor))
    return NULL;

  return clt_value_new_money (minor, currency);
}

/* The currency is the record's or the company's and has a field of its own. */
JsonNode *
encode_money (const CltValue        *value,
              const CltCodecContext *context)
{
  const double major = clt_money_to_double (clt_value_get_integer (value),
                                            clt_value_get_currency (value));

  return json_node_init_double (json_node_alloc (), major);
}

/* }}} */
/* {{{ Days and moments */

CltValue *
decode_date (JsonNode              *node,
             const CltCodecContext *context)
{
  const char *text = clt_node_get_string (node);
  gint64 day;

  return text != NULL && clt_day_parse (text, &day) ? clt_value_new_day (day) : NULL;
}

JsonNode *
encode_date (const CltValue        *value,
             const CltCodecContext *context)
{
  g_autofree char *text = clt_day_to_iso (clt_value_get_integer (value));

  return clt_node_new_string (text);
}

CltValue *
decode_date_time (JsonNode              *node,
                  const CltCodecContext *context)
{
  const char *text = clt_node_get_string (node);
  gint64 moment;

  return text != NULL && clt_time_parse (text, &moment) ? clt_value_new_moment (moment) : NULL;
}

JsonNode *
encode_date_time (const CltValue        *value,
                  const CltCodecContext *context)
{
  g_autofree char *text = clt_time_to_iso (clt_value_get_integer (value));

  return clt_node_new_string (text);
}

JsonNode *
encode_date_time_sql (const CltValue        *value,
                      const CltCodecContext *context)
{
  g_autofree char *text = clt_time_to_sql (clt_value_get_integer (value));

  return clt_node_new_string (text);
}

/* A day where we keep a moment: midnight here, at which that day begins. */
CltValue *
decode_day_start (JsonNode              *node,
                  const CltCodecContext *context)
{
  const char *text = clt_node_get_string (node);
  gint64 day;

  if (text == NULL || !clt_day_parse (text, &day))
    return NULL;

  return clt_value_new_moment (clt_time_from_local_day (day));
}

JsonNode *
encode_day_start (const CltValue        *value,
                  const CltCodecContext *context)
{
  g_autofree char *text = clt_day_to_iso (clt_time_to_local_day (clt_value_get_integer (value)));

  return clt_node_new_string (text);
}

/* }}} */
