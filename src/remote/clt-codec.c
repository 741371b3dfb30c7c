/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-codec"

#include "config.h"

#include "clt-codec-private.h"

struct _CltCodec
{
  const char   *nick;
  CltValueType  value_type;
  CltValue   *(*decode) (JsonNode              *node,
                         const CltCodecContext *context);
  JsonNode   *(*encode) (const CltValue        *value,
                         const CltCodecContext *context);
};

static const CltCodec codecs[] = {
  { "text", CLT_VALUE_TEXT, decode_text, encode_text },
  { "html", CLT_VALUE_TEXT, decode_html, encode_html },
  { "html-line", CLT_VALUE_TEXT, decode_html_line, NULL },
  { "mailbox", CLT_VALUE_TEXT, decode_mailbox, NULL },
  { "label", CLT_VALUE_TEXT, decode_label, NULL },
  { "boolean", CLT_VALUE_BOOLEAN, decode_boolean, encode_boolean },
  { "not", CLT_VALUE_BOOLEAN, decode_not, encode_not },
  { "integer", CLT_VALUE_INTEGER, decode_integer, encode_integer },
  { "real", CLT_VALUE_REAL, decode_real, encode_real },
  { "hours", CLT_VALUE_INTEGER, decode_hours, encode_hours },
  { "money", CLT_VALUE_MONEY, decode_money, encode_money },
  { "date", CLT_VALUE_DAY, decode_date, encode_date },
  { "date-time", CLT_VALUE_MOMENT, decode_date_time, encode_date_time },
  { "date-time-sql", CLT_VALUE_MOMENT, decode_date_time, encode_date_time_sql },
  { "day-start", CLT_VALUE_MOMENT, decode_day_start, encode_day_start },
  { "choice", CLT_VALUE_TEXT, decode_choice, encode_choice },
  { "id-choice", CLT_VALUE_TEXT, decode_id_choice, encode_id_choice },
  { "tags", CLT_VALUE_LIST, decode_tags, encode_tags },
  { "id-tags", CLT_VALUE_LIST, decode_tags, encode_id_tags },
  { "reference", CLT_VALUE_REFERENCE, decode_reference, encode_reference },
  { "id-reference", CLT_VALUE_REFERENCE, decode_reference, encode_id_reference },
  { "references", CLT_VALUE_LIST, decode_references, encode_references },
  { "id-references", CLT_VALUE_LIST, decode_references, encode_id_references },
  { "first-reference", CLT_VALUE_REFERENCE, decode_first_reference, NULL },
  { "link", CLT_VALUE_REFERENCE, decode_link, encode_id_reference },
};

/* What a map need not say. */
static const char * const codecs_of_kinds[CLT_N_FIELD_KINDS] = {
  [CLT_FIELD_TEXT] = "text",
  [CLT_FIELD_LONG_TEXT] = "text",
  [CLT_FIELD_EMAIL] = "text",
  [CLT_FIELD_PHONE] = "text",
  [CLT_FIELD_URL] = "text",
  [CLT_FIELD_INTEGER] = "integer",
  [CLT_FIELD_REAL] = "real",
  [CLT_FIELD_PERCENT] = "real",
  [CLT_FIELD_BOOLEAN] = "boolean",
  [CLT_FIELD_DATE] = "date",
  [CLT_FIELD_DATE_TIME] = "date-time",
  [CLT_FIELD_DURATION] = "integer",
  [CLT_FIELD_MONEY] = "money",
  [CLT_FIELD_CHOICE] = "choice",
  [CLT_FIELD_TAGS] = "tags",
  [CLT_FIELD_REFERENCE] = "reference",
  [CLT_FIELD_REFERENCES] = "references",
  [CLT_FIELD_LINK] = "link",
};

/**
 * clt_codec_find:
 * @nick: the name of a codec, as maps use it
 *
 * Returns: (transfer none) (nullable): the codec, or %NULL if there is none
 */
const CltCodec *
clt_codec_find (const char *nick)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codecs); i++)
    if (g_strcmp0 (codecs[i].nick, nick) == 0)
      return &codecs[i];

  return NULL;
}

/**
 * clt_codec_find_for_kind:
 * @kind: the kind of a field
 *
 * Returns: (transfer none): what fits the kind where a map does not say more
 */
const CltCodec *
clt_codec_find_for_kind (CltFieldKind kind)
{
  g_return_val_if_fail ((guint) kind < CLT_N_FIELD_KINDS, NULL);

  return clt_codec_find (codecs_of_kinds[kind]);
}

/**
 * clt_codec_get_nick:
 * @self: a codec
 *
 * Returns: its name in maps
 */
const char *
clt_codec_get_nick (const CltCodec *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->nick;
}

/**
 * clt_codec_get_value_type:
 * @self: a codec
 *
 * Returns: the type of the values it makes, besides the empty one; references of
 *   pages are %CLT_VALUE_REFERENCE here
 */
CltValueType
clt_codec_get_value_type (const CltCodec *self)
{
  g_return_val_if_fail (self != NULL, CLT_VALUE_NONE);

  return self->value_type;
}

/**
 * clt_codec_can_encode:
 * @self: a codec
 *
 * Tells whether values can be sent back; of a field's label or first line, for
 * example, the server's value cannot be found.
 *
 * Returns: %TRUE if they can
 */
gboolean
clt_codec_can_encode (const CltCodec *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->encode != NULL;
}

/**
 * clt_codec_decode:
 * @self: a codec
 * @node: what the server sent
 * @context: what else there is to know
 *
 * Makes a value of ours. A server's way to say "nothing" is the empty value.
 *
 * Returns: (transfer full) (nullable): the value; %NULL if @node makes no sense, so
 *   that what is known of the field stays
 */
CltValue *
clt_codec_decode (const CltCodec        *self,
                  JsonNode              *node,
                  const CltCodecContext *context)
{
  g_return_val_if_fail (self != NULL && node != NULL && context != NULL, NULL);

  if (JSON_NODE_HOLDS_NULL (node))
    return clt_value_new_none ();

  /* Of these, false is a value. */
  if (clt_node_is_empty (node) && self->value_type != CLT_VALUE_BOOLEAN
      && self->decode != decode_choice)
    return clt_value_new_none ();

  return self->decode (node, context);
}

/**
 * clt_codec_encode:
 * @self: a codec that can encode
 * @value: a value of its type, or the empty one
 * @context: what else there is to know
 *
 * Makes what the server wants to be sent. A reference must be a remote one.
 *
 * Returns: (transfer full): the node; the empty value is null
 */
JsonNode *
clt_codec_encode (const CltCodec        *self,
                  const CltValue        *value,
                  const CltCodecContext *context)
{
  g_return_val_if_fail (self != NULL && value != NULL && context != NULL, NULL);
  g_return_val_if_fail (self->encode != NULL, NULL);

  if (clt_value_is_none (value))
    return json_node_init_null (json_node_alloc ());

  return self->encode (value, context);
}
