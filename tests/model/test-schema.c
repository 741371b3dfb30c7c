/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-json.h"
#include "clt-schema.h"
#include "clt-test.h"

/* What we know, and what a server says it has. */
static const char *const builtin_json =
  "{\"entities\": ["
  "{\"name\": \"customer\", \"label\": \"Customer\", \"plural\": \"Customers\","
  " \"icon\": \"customer-symbolic\", \"flags\": [\"place\"], \"fields\": ["
  "  {\"name\": \"name\", \"kind\": \"text\", \"label\": \"Name\", \"role\": \"title\","
  "   \"flags\": [\"required\", \"searched\", \"column\"]},"
  "  {\"name\": \"stage\", \"kind\": \"choice\", \"label\": \"Life cycle\","
  "   \"role\": \"life-cycle\","
  "   \"flags\": [\"indexed\"], \"choices\": [{\"id\": \"lead\", \"label\": \"Lead\"}]},"
  "  {\"name\": \"kind\", \"kind\": \"choice\", \"label\": \"Kind\", \"role\": \"kind\","
  "   \"choices\": [{\"id\": \"person\", \"label\": \"Person\"}]},"
  "  {\"name\": \"rating\", \"kind\": \"text\", \"label\": \"Rating\"}]},"
  "{\"name\": \"campaign\", \"label\": \"Campaign\", \"fields\": ["
  "  {\"name\": \"name\", \"kind\": \"text\", \"role\": \"title\"}]}]}";

static const char *const described_json =
  "{\"entities\": ["
  "{\"name\": \"x_machine\", \"label\": \"Machine\", \"fields\": ["
  "  {\"name\": \"name\", \"kind\": \"text\", \"label\": \"Serial number\", \"role\": \"title\"}]},"
  "{\"name\": \"customer\", \"label\": \"Client\", \"plural\": \"customer\","
  " \"flags\": [\"read-only\"], \"fields\": ["
  "  {\"name\": \"x_colour\", \"kind\": \"text\", \"label\": \"Colour\", \"flags\": [\"column\"]},"
  "  {\"name\": \"stage\", \"kind\": \"text\", \"label\": \"Phase\", \"flags\": [\"read-only\"],"
  "   \"choices\": [{\"id\": \"new\", \"label\": \"Neu\"}]},"
  "  {\"name\": \"kind\", \"kind\": \"choice\"},"
  "  {\"name\": \"name\", \"kind\": \"text\"}]}]}";

static CltSchema *
schema_new (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = clt_json_parse_text (json, &error);
  CltSchema *schema = clt_schema_new_from_json (node, &error);

  g_assert_no_error (error);

  return schema;
}

static void
test_local (void)
{
  g_autoptr (CltSchema) builtin = schema_new (builtin_json);
  g_autoptr (CltSchema) merged = clt_schema_merge (builtin, NULL);

  g_test_message ("a workspace on this computer has everything");
  g_assert_true (merged == builtin);
}

static void
test_entities (void)
{
  g_autoptr (CltSchema) builtin = schema_new (builtin_json);
  g_autoptr (CltSchema) described = schema_new (described_json);
  g_autoptr (CltSchema) merged = clt_schema_merge (builtin, described);
  const CltEntity *customer = clt_schema_find_entity (merged, "customer");
  const CltEntity *machine = clt_schema_find_entity (merged, "x_machine");

  g_test_message ("what the server lacks is left out, what it adds comes behind");
  g_assert_cmpuint (clt_schema_get_n_entities (merged), ==, 2);
  g_assert_true (clt_schema_get_entity (merged, 0) == customer);
  g_assert_true (clt_schema_get_entity (merged, 1) == machine);
  g_assert_null (clt_schema_find_entity (merged, "campaign"));
  g_assert_null (clt_schema_find_entity (merged, NULL));

  g_test_message ("the server's words are taken where it has any, icons and flags are ours");
  g_assert_cmpstr (clt_entity_get_label (customer), ==, "Client");
  g_assert_cmpstr (clt_entity_get_label_plural (customer), ==, "Customers");
  g_assert_cmpstr (clt_entity_get_icon_name (customer), ==, "customer-symbolic");
  g_assert_true (clt_entity_has_flags (customer, CLT_ENTITY_PLACE | CLT_ENTITY_READ_ONLY));

  g_test_message ("an entity that we do not know stays as the server has it");
  g_assert_false (clt_field_has_flags (clt_entity_get_field (machine, 0), CLT_FIELD_CUSTOM));
}

static void
test_fields (void)
{
  g_autoptr (CltSchema) builtin = schema_new (builtin_json);
  g_autoptr (CltSchema) described = schema_new (described_json);
  g_autoptr (CltSchema) merged = clt_schema_merge (builtin, described);
  const CltEntity *customer = clt_schema_find_entity (merged, "customer");
  const CltField *name = clt_entity_find_field (customer, "name");
  const CltField *stage = clt_entity_find_field (customer, "stage");
  const CltField *kind = clt_entity_find_field (customer, "kind");
  const CltField *colour = clt_entity_find_field (customer, "x_colour");

  g_test_message ("fields stand in our order, the server's own behind them");
  g_assert_cmpint (clt_entity_find_index (customer, "name"), ==, 0);
  g_assert_cmpint (clt_entity_find_index (customer, "x_colour"), ==, 3);
  g_assert_cmpint (clt_entity_find_index (customer, "rating"), ==, -1);

  g_test_message ("a field that both have keeps kind and role, and gains flags");
  g_assert_cmpint (clt_field_get_kind (stage), ==, CLT_FIELD_CHOICE);
  g_assert_cmpint (clt_field_get_role (stage), ==, CLT_ROLE_LIFE_CYCLE);
  g_assert_cmpint (clt_field_get_flags (stage), ==, CLT_FIELD_INDEXED | CLT_FIELD_READ_ONLY);
  g_assert_cmpstr (clt_field_get_label (stage), ==, "Phase");
  g_assert_nonnull (clt_field_find_choice (stage, "new"));
  g_assert_null (clt_field_find_choice (stage, "lead"));

  g_test_message ("what the server does not say stays ours");
  g_assert_cmpstr (clt_field_get_label (name), ==, "Name");
  g_assert_true (clt_field_has_flags (name, CLT_FIELD_REQUIRED));
  g_assert_nonnull (clt_field_find_choice (kind, "person"));

  g_test_message ("what the server's users added is marked");
  g_assert_cmpint (clt_field_get_flags (colour), ==, CLT_FIELD_COLUMN | CLT_FIELD_CUSTOM);
  g_assert_cmpstr (clt_field_get_label (colour), ==, "Colour");
}

static void
test_equal (void)
{
  g_autoptr (CltSchema) builtin = schema_new (builtin_json);
  g_autoptr (CltSchema) again = schema_new (builtin_json);
  g_autoptr (CltSchema) described = schema_new (described_json);

  g_assert_true (clt_schema_equal (builtin, again));
  g_assert_false (clt_schema_equal (builtin, described));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/local", test_local);
  g_test_add_func ("/schema/entities", test_entities);
  g_test_add_func ("/schema/fields", test_fields);
  g_test_add_func ("/schema/equal", test_equal);

  return g_test_run ();
}
