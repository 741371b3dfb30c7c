/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-codec.h"
#include "clt-json.h"

/* A partner of the server is a contact if its id is odd; 9 is a colleague's. */
static gboolean
resolve (const char  *model,
         const char  *remote_id,
         const char  *wanted,
         gpointer     user_data,
         const char **entity,
         const char **id)
{
  const gboolean is_contact = (g_ascii_strtoll (remote_id, NULL, 10) & 1) != 0;

  *entity = is_contact ? "contact" : "customer";
  *id = remote_id;
  if (g_str_equal (model, "no.model"))
    return FALSE;
  if (is_contact && g_strcmp0 (wanted, "customer") == 0)
    {
      *entity = "customer";
      *id = "2";
    }

  return wanted == NULL || g_str_equal (wanted, *entity);
}

static char *
describe_value (const CltValue *value)
{
  g_autoptr (JsonNode) node = NULL;

  if (value == NULL)
    return g_strdup ("nonsense");

  if (clt_value_get_value_type (value) == CLT_VALUE_REMOTE_REFERENCE)
    return g_strdup_printf ("%s/%s", clt_value_get_entity (value), clt_value_get_remote_id (value));

  if (clt_value_get_value_type (value) == CLT_VALUE_LIST)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (gsize i = 0; i < clt_value_get_n_items (value); i++)
        {
          g_autofree char *item = describe_value (clt_value_get_item (value, i));

          g_string_append_printf (text, "%s%s", i > 0 ? " " : "", item);
        }
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  node = clt_value_to_json (value);

  return json_to_string (node, FALSE);
}

static const struct
{
  const char *what;
  const char *codec;
  const char *sent;    /* by the server */
  const char *value;   /* ours */
  const char *back;    /* (nullable): what we send; NULL: the codec cannot */
  const char *target;
  const char *model;
  const char *with;
  const char *values;
} cases[] = {
  { "text", "text", "\"客户\"", "\"客户\"", "\"客户\"" },
  { "no text in Odoo", "text", "false", "null", "null" },
  { "no text elsewhere", "text", "null", "null", "null" },
  { "a number as text", "text", "42", "\"42\"", "\"42\"" },
  { "a list is no text", "text", "[1]", "nonsense", NULL },
  { "a page", "html", "\"<p>a &amp; b</p>\"", "\"a & b\"", "\"<p>a &amp; b</p>\"" },
  { "an empty page", "html", "\"<p><br></p>\"", "null", "null" },
  { "the first line of a page", "html-line", "\"<p>First</p><p>Second</p>\"", "\"First\"", NULL },
  { "a mailbox", "mailbox", "\"\\\"Marc Demo\\\" <mark@example.com>\"", "\"Marc Demo\"", NULL },
  { "a bare address", "mailbox", "\"mark@example.com\"", "\"mark@example.com\"", NULL },
  { "an address in brackets", "mailbox", "\"<mark@example.com>\"", "\"<mark@example.com>\"", NULL },
  { "a label of a pair", "label", "[7, \"France\"]", "\"France\"", NULL },
  { "a label of an object", "label", "{\"id\": 7, \"display_name\": \"France\"}", "\"France\"",
    NULL },
  { "no label", "label", "false", "null", NULL },
  { "true", "boolean", "true", "true", "true" },
  { "false", "boolean", "false", "false", "false" },
  { "a text is no truth", "boolean", "\"yes\"", "nonsense", NULL },
  { "active is not archived", "not", "true", "false", "true" },
  { "inactive is archived", "not", "false", "true", "false" },
  { "a whole number", "integer", "12", "12", "12" },
  { "no number", "integer", "false", "null", "null" },
  { "a text is no number", "integer", "\"12\"", "nonsense", NULL },
  { "a broken number", "real", "12.5", "12.5", "12.5" },
  { "hours", "hours", "1.5", "90", "1.5" },
  { "an amount with its currency", "money", "12.5", "{\"t\":\"money\",\"v\":1250,\"c\":\"USD\"}",
    "12.5", NULL, NULL, "{\"id\": 1, \"display_name\": \"USD\"}" },
  { "a currency without cents", "money", "12", "{\"t\":\"money\",\"v\":12,\"c\":\"JPY\"}", "12.0",
    NULL, NULL, "[25, \"JPY\"]" },
  { "an amount in the company's currency", "money", "3",
    "{\"t\":\"money\",\"v\":300,\"c\":\"EUR\"}", "3.0" },
  { "no amount", "money", "false", "null", "null" },
  { "a day", "date", "\"2026-11-22\"", "{\"t\":\"day\",\"v\":20779}", "\"2026-11-22\"" },
  { "no day", "date", "false", "null", "null" },
  { "a day that does not exist", "date", "\"2026-02-30\"", "nonsense", NULL },
  { "a moment", "date-time", "\"2026-11-22T12:00:00Z\"",
    "{\"t\":\"moment\",\"v\":1795348800000000}", "\"2026-11-22T12:00:00Z\"" },
  { "a moment as SQL has it", "date-time-sql", "\"2026-11-22 12:00:00\"",
    "{\"t\":\"moment\",\"v\":1795348800000000}", "\"2026-11-22 12:00:00\"" },
  { "the beginning of a day", "day-start", "\"2026-11-22\"",
    "{\"t\":\"moment\",\"v\":1795305600000000}", "\"2026-11-22\"" },
  { "a choice", "choice", "\"draft\"", "\"draft\"", "\"draft\"" },
  { "a choice with another name here", "choice", "\"sale\"", "\"accepted\"", "\"sale\"",
    NULL, NULL, NULL, "{\"sale\": \"accepted\"}" },
  { "a choice that the map does not know", "choice", "\"new\"", "\"new\"", "\"new\"",
    NULL, NULL, NULL, "{\"sale\": \"accepted\"}" },
  { "truth as a choice", "choice", "true", "\"open\"", "true",
    NULL, NULL, NULL, "{\"true\": \"open\", \"false\": \"done\"}" },
  { "false as a choice", "choice", "false", "\"done\"", "false",
    NULL, NULL, NULL, "{\"true\": \"open\", \"false\": \"done\"}" },
  { "no choice", "choice", "false", "null", "null" },
  { "a choice by its id", "id-choice", "4", "\"4\"", "4" },
  { "with its label", "id-choice", "[4, \"Won\"]", "\"4\"", "4" },
  { "words", "tags", "[\"a\", \"b\"]", "\"a\" \"b\"", "[\"a\",\"b\"]" },
  { "tags by their ids", "id-tags", "[7, 6]", "\"7\" \"6\"", "[7,6]" },
  { "no tags", "id-tags", "[]", "null", "null" },
  { "a reference", "reference", "\"5f3\"", "user/5f3", "\"5f3\"", "user" },
  { "a reference by number", "id-reference", "5", "user/5", "5", "user" },
  { "no reference", "id-reference", "false", "null", "null", "user" },
  { "a customer", "id-reference", "4", "customer/4", "4", "customer", "res.partner" },
  { "a contact's customer", "id-reference", "3", "customer/2", "2", "customer", "res.partner" },
  { "a customer is no contact", "id-reference", "4", "null", "null", "contact", "res.partner" },
  { "those that are contacts", "id-references", "[3, 4, 5]", "contact/3 contact/5", "[3,5]",
    "contact", "res.partner" },
  { "each once", "id-references", "[3, 5, 4]", "customer/2 customer/4", "[2,4]", "customer",
    "res.partner" },
  { "the first of them", "first-reference", "[3, 4]", "customer/2", NULL, "customer",
    "res.partner" },
  { "none of them", "first-reference", "[]", "null", NULL, "customer", "res.partner" },
  { "a link", "link", "4", "customer/4", "4", NULL, NULL, "\"res.partner\"" },
  { "a link to nothing", "link", "0", "null", "null", NULL, NULL, "\"res.partner\"" },
  { "a link to what we do not pull", "link", "4", "null", "null", NULL, NULL, "\"no.model\"" },
};

static void
test_codecs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CltCodec *codec = clt_codec_find (cases[i].codec);
      g_autoptr (JsonNode) sent = clt_json_parse_text (cases[i].sent, NULL);
      g_autoptr (JsonNode) with = NULL;
      g_autoptr (JsonNode) values = NULL;
      g_autoptr (CltValue) value = NULL;
      g_autofree char *described = NULL;
      CltCodecContext context = { .target = cases[i].target, .model = cases[i].model,
                                  .currency = "EUR", .resolve = resolve };

      g_test_message ("%s: %s", cases[i].codec, cases[i].what);
      if (cases[i].with != NULL)
        context.with = with = clt_json_parse_text (cases[i].with, NULL);
      if (cases[i].values != NULL)
        {
          values = clt_json_parse_text (cases[i].values, NULL);
          context.values = json_node_get_object (values);
        }

      value = clt_codec_decode (codec, sent, &context);
      described = describe_value (value);
      g_assert_cmpstr (described, ==, cases[i].value);

      if (value != NULL && cases[i].back != NULL)
        {
          g_autoptr (JsonNode) back = clt_codec_encode (codec, value, &context);
          g_autofree char *text = json_to_string (back, FALSE);

          g_assert_cmpstr (text, ==, cases[i].back);
        }
      else if (value != NULL)
        {
          g_assert_false (clt_codec_can_encode (codec));
        }
    }
}

/* Whatever a server sends, a codec answers with a value of its type, the empty one, or nothing. */
static void
test_anything (void)
{
  static const char * const nodes[] = {
    "null", "false", "true", "0", "-1", "1e300", "9223372036854775807", "\"\"", "\"x\"", "[]", "{}",
    "[1]", "[[]]", "[null, null]", "[1, \"x\"]", "{\"id\": {}}", "{\"id\": 1}", "[{}, [1, 2]]",
    "\"2026-13-45\"", "\"<\"", "[1, 2, 3]",
  };
  static const char * const codecs[] = {
    "text", "html", "html-line", "mailbox", "label", "boolean", "not", "integer", "real", "hours",
    "money", "date", "date-time", "date-time-sql", "day-start", "choice", "id-choice", "tags",
    "id-tags", "reference", "id-reference", "references", "id-references", "first-reference",
    "link",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codecs); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (nodes); j++)
      {
        const CltCodec *codec = clt_codec_find (codecs[i]);
        g_autoptr (JsonNode) node = clt_json_parse_text (nodes[j], NULL);
        CltCodecContext context = { .target = "user", .currency = "EUR", .with = node };
        g_autoptr (CltValue) value = NULL;
        CltValueType type;

        g_assert_nonnull (node);
        value = clt_codec_decode (codec, node, &context);
        if (value == NULL || clt_value_is_none (value))
          continue;

        type = clt_value_get_value_type (value);
        if (type == CLT_VALUE_REMOTE_REFERENCE)
          type = CLT_VALUE_REFERENCE;
        g_assert_cmpint (type, ==, clt_codec_get_value_type (codec));
      }
}

static void
test_kinds (void)
{
  for (guint kind = 0; kind < CLT_N_FIELD_KINDS; kind++)
    {
      const CltCodec *codec = clt_codec_find_for_kind (kind);

      g_test_message ("%s", clt_field_kind_get_nick (kind));
      g_assert_cmpint (clt_codec_get_value_type (codec), ==, clt_field_kind_get_value_type (kind));
      g_assert_true (clt_codec_can_encode (codec));
      g_assert_true (clt_codec_find (clt_codec_get_nick (codec)) == codec);
    }

  g_assert_null (clt_codec_find ("no codec"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/codec/codecs", test_codecs);
  g_test_add_func ("/codec/anything", test_anything);
  g_test_add_func ("/codec/kinds", test_kinds);

  return g_test_run ();
}
