/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-error.h"
#include "clt-json.h"
#include "clt-test-values.h"
#include "clt-test.h"

/* The form is in the databases of users: it must never change. */
static const char *const forms[] = {
  "null",
  "\"12\"",
  "\"{\\\"t\\\": \\\"day\\\"}\\n\"",
  "\"杭州\"",
  "-9223372036854775808",
  "0",
  "9223372036854775807",
  NULL, /* the last digits of a real are for the C library to choose */
  NULL,
  "5.0",
  "false",
  "true",
  "{\"t\":\"day\",\"v\":-1}",
  "{\"t\":\"day\",\"v\":20779}",
  "{\"t\":\"moment\",\"v\":0}",
  "{\"t\":\"moment\",\"v\":1795341600123456}",
  "{\"t\":\"money\",\"v\":5}",
  "{\"t\":\"money\",\"v\":1250,\"c\":\"CNY\"}",
  "{\"t\":\"money\",\"v\":-1,\"c\":\"EUR\"}",
  "{\"t\":\"money\",\"v\":9223372036854775807,\"c\":\"EUR\"}",
  "{\"t\":\"reference\",\"e\":\"contact\",\"v\":9}",
  "{\"t\":\"reference\",\"e\":\"customer\",\"v\":7}",
  "{\"t\":\"remote\",\"e\":\"customer\",\"v\":\"42\",\"l\":\"Acme\"}",
  "{\"t\":\"remote\",\"e\":\"customer\",\"v\":\"43\"}",
  "[\"one\",\"two\"]",
  "[\"one\",\"two\",\"three\"]",
};

static const struct
{
  const char *what;
  const char *json;
} bad[] = {
  { "an object without type", "{}" },
  { "an unknown type", "{\"t\": \"colour\", \"v\": 1}" },
  { "a day that is a text", "{\"t\": \"day\", \"v\": \"2026-11-22\"}" },
  { "money without amount", "{\"t\": \"money\", \"c\": \"EUR\"}" },
  { "a reference to nothing", "{\"t\": \"reference\", \"v\": 7}" },
  { "a remote reference with a number", "{\"t\": \"remote\", \"e\": \"customer\", \"v\": 42}" },
  { "a bad item in a list", "[1, {}]" },
};

static void
test_forms (void)
{
  g_autoptr (GPtrArray) values = clt_test_values_new ();

  g_assert_cmpuint (values->len, ==, G_N_ELEMENTS (forms));
  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr (JsonNode) node = clt_value_to_json (values->pdata[i]);
      g_autofree char *text = clt_json_to_text (node);

      g_test_message ("%s", text);
      if (forms[i] != NULL)
        g_assert_cmpstr (text, ==, forms[i]);
    }
}

static void
test_lossless (void)
{
  g_autoptr (GPtrArray) values = clt_test_values_new ();

  g_test_message ("values survive becoming text");
  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr (JsonNode) node = clt_value_to_json (values->pdata[i]);
      g_autofree char *text = clt_json_to_text (node);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) parsed = clt_json_parse_text (text, &error);
      g_autoptr (CltValue) value = clt_value_new_from_json (parsed, &error);

      g_assert_no_error (error);
      g_assert_true (clt_value_equal (value, values->pdata[i]));
      g_assert_cmpstr (clt_value_get_label (value), ==, clt_value_get_label (values->pdata[i]));
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) node = clt_json_parse_text (bad[i].json, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].what);
      g_assert_null (clt_value_new_from_json (node, &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value-json/forms", test_forms);
  g_test_add_func ("/value-json/lossless", test_lossless);
  g_test_add_func ("/value-json/bad", test_bad);

  return g_test_run ();
}
