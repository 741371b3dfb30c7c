/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-error.h"
#include "clt-json.h"
#include "clt-test.h"

static const struct
{
  const char *what;
  const char *json;
} good[] = {
  { "an object", "{\"a\": 1}" },
  { "an array", "[1, 2.5, -3e4, true, false, null]" },
  { "a value alone", "\"text\"" },
  { "a number alone", "-1.5e3" },
  { "a word alone", " true " },
  { "blanks around", " \n\t{} \r\n" },
  { "brackets in strings do not nest", "[\"[[[[{{{{]]\"]" },
  { "quotes and backslashes in strings", "[\"a\\\"b\\\\\", \"c\"]" },
  { "a pair of surrogates", "[\"\\ud83d\\ude00\"]" },
  { "escapes of the basic plane", "[\"\\u4e2d\\u6587\"]" },
  { "Chinese as it is", "[\"中文\"]" },
};

static const struct
{
  const char *what;
  const char *json;
} bad[] = {
  { "nothing", "" },
  { "blanks only", "  \n" },
  { "an object cut short", "{\"a\": [1, 2" },
  { "a string cut short", "{\"a\": \"b" },
  { "an escape cut short", "\"\\" },
  { "something behind the end", "{} {}" },
  { "two numbers", "1 2" },
  { "numbers without brackets", "1,2" },
  { "a member without brackets", "\"a\": 1" },
  { "a word behind a string", "\"a\" true" },
  { "a bracket too many", "[]]" },
  { "brackets that do not match", "[1}" },
  { "a page of HTML", "<!DOCTYPE html><html></html>" },
  { "words", "Internal Server Error" },
  { "a comment, which could hide brackets", "/* \" */ [1]" },
  { "an assignment", "var a = [1];" },
  { "single quotes", "{'a': 1}" },
  { "half a pair of surrogates", "[\"\\ud83d\"]" },
  { "half a pair and a character", "[\"\\ud83d\\u0041\"]" },
  { "the second half alone", "[\"\\ude00\"]" },
  { "an escape without digits", "[\"\\u12x4\"]" },
  { "bytes that are not UTF-8", "[\"\xff\xfe\"]" },
  { "an overlong sequence", "[\"\xc0\xaf\"]" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = clt_json_parse_text (good[i].json, &error);

      g_test_message ("%s", good[i].what);
      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = clt_json_parse_text (bad[i].json, &error);

      g_test_message ("%s", bad[i].what);
      g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
      g_assert_null (node);
    }
}

static void
test_every_prefix (void)
{
  const char *json = "{\"a\": [1, \"\\ud83d\\ude00中\", {\"b\": null}], \"c\": -1.5e3}";

  g_test_message ("no answer that is cut short passes for a whole one");
  for (gsize length = 0; length < strlen (json); length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (json, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (clt_json_parse (bytes, &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
    }
}

static JsonNode *
parse_nested (gsize    depth,
              GError **error)
{
  g_autofree char *opening = g_strnfill (depth, '[');
  g_autofree char *closing = g_strnfill (depth, ']');
  g_autofree char *json = g_strconcat (opening, closing, NULL);

  return clt_json_parse_text (json, error);
}

static void
test_depth (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) deepest = parse_nested (CLT_JSON_MAX_DEPTH, &error);
  g_autoptr (JsonNode) too_deep = NULL;

  g_test_message ("nesting ends where it is said to end");
  g_assert_no_error (error);
  g_assert_nonnull (deepest);
  too_deep = parse_nested (CLT_JSON_MAX_DEPTH + 1, &error);
  g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
  g_assert_null (too_deep);
}

static void
test_very_deep (void)
{
  const gsize depth = 1000 * 1000;
  g_autofree char *brackets = g_strnfill (depth, '[');
  g_autoptr (GBytes) bytes = g_bytes_new (brackets, depth);
  g_autoptr (GError) error = NULL;

  g_test_message ("a million brackets are refused, not died of");
  g_assert_null (clt_json_parse (bytes, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
}

static void
test_too_large (void)
{
  g_autofree char *blanks = g_strnfill (CLT_JSON_MAX_BYTES + 1, ' ');
  g_autoptr (GBytes) bytes = g_bytes_new (blanks, CLT_JSON_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_test_message ("what is over the cap is refused as such");
  g_assert_null (clt_json_parse (bytes, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_TOO_LARGE);
}

static void
test_nul (void)
{
  static const char data[] = "[1]\0[2]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, sizeof data - 1);
  g_autoptr (GError) error = NULL;

  g_test_message ("a NUL does not end the text early");
  g_assert_null (clt_json_parse (bytes, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
}

static void
test_getters (void)
{
  g_autoptr (JsonNode) node = clt_json_parse_text (
    "{\"a\": {\"b\": {\"n\": 5, \"d\": 2.5, \"whole\": 7.0, \"s\": \"text\", \"t\": true, "
    "\"nothing\": null, \"list\": [1]}}}", NULL);
  g_autoptr (GError) error = NULL;
  gint64 number = 0;

  g_test_message ("paths lead through objects");
  g_assert_cmpstr (clt_json_get_string (node, "a.b.s", NULL), ==, "text");
  g_assert_true (clt_json_get_int (node, "a.b.n", &number, NULL));
  g_assert_cmpint (number, ==, 5);
  g_assert_cmpint (json_array_get_length (clt_json_get_array (node, "a.b.list", NULL)), ==, 1);
  g_assert_true (json_object_has_member (clt_json_get_object (node, "a.b", NULL), "n"));
  g_assert_true (clt_json_peek (node, NULL) == node);

  g_test_message ("the error says which path was wrong");
  g_assert_null (clt_json_get_string (node, "a.b.n", &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
  g_assert_nonnull (strstr (error->message, "a.b.n"));

  g_test_message ("a whole number may be written with a point");
  g_assert_cmpint (clt_json_peek_int (node, "a.b.whole", -1), ==, 7);
  g_assert_cmpint (clt_json_peek_int (node, "a.b.d", -1), ==, -1);
  g_assert_cmpfloat_with_epsilon (clt_json_peek_double (node, "a.b.n", -1), 5, 1e-9);

  g_test_message ("absent, null and other types are the fallback");
  g_assert_cmpstr (clt_json_peek_string (node, "a.b.nothing", "fallback"), ==, "fallback");
  g_assert_cmpstr (clt_json_peek_string (node, "a.x.y.z", "fallback"), ==, "fallback");
  g_assert_cmpstr (clt_json_peek_string (node, "a.b.s.deeper", "fallback"), ==, "fallback");
  g_assert_cmpstr (clt_json_peek_string (NULL, "a", "fallback"), ==, "fallback");
  g_assert_cmpint (clt_json_peek_int (node, "a.b.s", 3), ==, 3);
  g_assert_true (clt_json_peek_boolean (node, "a.b.s", TRUE));
  g_assert_true (clt_json_peek_boolean (node, "a.b.t", FALSE));
  g_assert_null (clt_json_peek (node, "a.b.nothing"));
}

static void
test_to_text (void)
{
  g_autoptr (JsonNode) node = clt_json_parse_text ("[1, 2.0, \"a\\u000ab\", {\"c\": null}]", NULL);
  g_autofree char *text = clt_json_to_text (node);

  g_test_message ("numbers stay what they were");
  g_assert_cmpstr (text, ==, "[1,2.0,\"a\\nb\",{\"c\":null}]");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/good", test_good);
  g_test_add_func ("/json/bad", test_bad);
  g_test_add_func ("/json/every-prefix", test_every_prefix);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/very-deep", test_very_deep);
  g_test_add_func ("/json/too-large", test_too_large);
  g_test_add_func ("/json/nul", test_nul);
  g_test_add_func ("/json/getters", test_getters);
  g_test_add_func ("/json/to-text", test_to_text);

  return g_test_run ();
}
