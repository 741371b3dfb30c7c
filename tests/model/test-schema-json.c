/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-error.h"
#include "clt-json.h"
#include "clt-schema.h"
#include "clt-test.h"

static const struct
{
  const char *what;
  const char *json;
  const char *where; /* that the error names */
} bad[] = {
  { "no object", "[]", "entities" },
  { "no entities", "{}", "entities" },
  { "an entity without name", "{\"entities\": [{\"fields\": []}]}", "entities[0]" },
  { "an entity without fields", "{\"entities\": [{\"name\": \"a\"}]}", "entities[0]" },
  { "a field without kind",
    "{\"entities\": [{\"name\": \"a\", \"fields\": [{\"name\": \"b\"}]}]}",
    "entities[0]: fields[0]" },
  { "an unknown kind",
    "{\"entities\": [{\"name\": \"a\", \"fields\": [{\"name\": \"b\", \"kind\": \"colour\"}]}]}",
    "colour" },
  { "a choice without id",
    "{\"entities\": [{\"name\": \"a\", \"fields\": [{\"name\": \"b\", \"kind\": \"choice\", "
    "\"choices\": [{\"label\": \"c\"}]}]}]}",
    "choices[0]" },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) node = clt_json_parse_text (bad[i].json, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].what);
      g_assert_null (clt_schema_new_from_json (node, &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, bad[i].where));
    }

  g_assert_null (clt_schema_new_from_json (NULL, NULL));
}

static void
test_newer (void)
{
  const char *json =
    "{\"entities\": [{\"name\": \"a\", \"flags\": [\"place\", \"shiny\"], \"fields\": ["
    "{\"name\": \"b\", \"kind\": \"text\", \"role\": \"mood\","
    " \"flags\": [\"glowing\", \"column\"]}"
    "]}]}";
  g_autoptr (JsonNode) node = clt_json_parse_text (json, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CltSchema) schema = clt_schema_new_from_json (node, &error);
  const CltEntity *entity;
  const CltField *field;

  g_test_message ("roles and flags of a newer version are passed over");
  g_assert_no_error (error);
  entity = clt_schema_get_entity (schema, 0);
  field = clt_entity_get_field (entity, 0);
  g_assert_cmpint (clt_entity_get_flags (entity), ==, CLT_ENTITY_PLACE);
  g_assert_cmpint (clt_field_get_role (field), ==, CLT_ROLE_NONE);
  g_assert_cmpint (clt_field_get_flags (field), ==, CLT_FIELD_COLUMN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema-json/bad", test_bad);
  g_test_add_func ("/schema-json/newer", test_newer);

  return g_test_run ();
}
