/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-catalog.h"
#include "clt-json.h"
#include "clt-test.h"

/* Roles that only make sense on some kinds. */
static const struct
{
  CltRole      role;
  CltValueType type;
} role_types[] = {
  { CLT_ROLE_TITLE, CLT_VALUE_TEXT },         { CLT_ROLE_CUSTOMER, CLT_VALUE_REFERENCE },
  { CLT_ROLE_CONTACT, CLT_VALUE_REFERENCE },  { CLT_ROLE_ABOUT, CLT_VALUE_REFERENCE },
  { CLT_ROLE_OWNER, CLT_VALUE_REFERENCE },    { CLT_ROLE_TEAM, CLT_VALUE_REFERENCE },
  { CLT_ROLE_STAGE, CLT_VALUE_TEXT },         { CLT_ROLE_STATUS, CLT_VALUE_TEXT },
  { CLT_ROLE_AMOUNT, CLT_VALUE_MONEY },       { CLT_ROLE_PROBABILITY, CLT_VALUE_REAL },
  { CLT_ROLE_CLOSES, CLT_VALUE_DAY },         { CLT_ROLE_START, CLT_VALUE_MOMENT },
  { CLT_ROLE_END, CLT_VALUE_MOMENT },         { CLT_ROLE_ALL_DAY, CLT_VALUE_BOOLEAN },
  { CLT_ROLE_ARCHIVED, CLT_VALUE_BOOLEAN },   { CLT_ROLE_TAGS, CLT_VALUE_LIST },
  { CLT_ROLE_WHEN, CLT_VALUE_MOMENT },        { CLT_ROLE_MODIFIED, CLT_VALUE_MOMENT },
};

typedef void (*FieldFunc) (const CltEntity *entity,
                           const CltField  *field);

static void
foreach_field (FieldFunc func)
{
  const CltSchema *catalog = clt_catalog_get ();

  for (guint i = 0; i < clt_schema_get_n_entities (catalog); i++)
    {
      const CltEntity *entity = clt_schema_get_entity (catalog, i);

      for (guint k = 0; k < clt_entity_get_n_fields (entity); k++)
        func (entity, clt_entity_get_field (entity, k));
    }
}

static void
test_entities (void)
{
  const CltSchema *catalog = clt_catalog_get ();

  g_test_message ("there is one catalog");
  g_assert_true (catalog == clt_catalog_get ());
  g_assert_cmpuint (clt_schema_get_n_entities (catalog), ==, 17);

  for (guint i = 0; i < clt_schema_get_n_entities (catalog); i++)
    {
      const CltEntity *entity = clt_schema_get_entity (catalog, i);

      g_test_message ("“%s” has a title, stamps, labels and an icon",
                      clt_entity_get_name (entity));
      g_assert_cmpint (clt_entity_find_role_index (entity, CLT_ROLE_TITLE), ==, 0);
      g_assert_nonnull (clt_entity_find_role (entity, CLT_ROLE_MODIFIED));
      g_assert_nonnull (clt_entity_find_role (entity, CLT_ROLE_ARCHIVED));
      g_assert_cmpstr (clt_entity_get_label (entity), !=, clt_entity_get_name (entity));
      g_assert_cmpstr (clt_entity_get_label (entity), !=, clt_entity_get_label_plural (entity));
      g_assert_nonnull (clt_entity_get_icon_name (entity));
    }
}

static void
check_target (const CltEntity *entity,
              const CltField  *field)
{
  const CltFieldKind kind = clt_field_get_kind (field);
  const char *target = clt_field_get_target (field);

  g_test_message ("%s.%s", clt_entity_get_name (entity), clt_field_get_name (field));
  g_assert_cmpint (target != NULL, ==, kind == CLT_FIELD_REFERENCE || kind == CLT_FIELD_REFERENCES);
  if (target != NULL)
    g_assert_nonnull (clt_schema_find_entity (clt_catalog_get (), target));
}

static void
check_choices (const CltEntity *entity,
               const CltField  *field)
{
  const GPtrArray *choices = clt_field_get_choices (field);

  g_test_message ("%s.%s", clt_entity_get_name (entity), clt_field_get_name (field));
  if (clt_field_get_kind (field) == CLT_FIELD_CHOICE)
    g_assert_cmpuint (choices->len, >=, 2);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      g_assert_cmpstr (clt_choice_get_label (choices->pdata[i]), !=, "");
      g_assert_null (strchr (clt_choice_get_label (choices->pdata[i]), '\004'));
    }
}

static void
check_role (const CltEntity *entity,
            const CltField  *field)
{
  g_test_message ("%s.%s", clt_entity_get_name (entity), clt_field_get_name (field));
  g_assert_null (strchr (clt_field_get_label (field), '\004'));

  for (gsize i = 0; i < G_N_ELEMENTS (role_types); i++)
    if (clt_field_get_role (field) == role_types[i].role)
      g_assert_cmpint (clt_field_kind_get_value_type (clt_field_get_kind (field)), ==,
                       role_types[i].type);
}

static void
test_targets (void)
{
  foreach_field (check_target);
}

static void
test_choices (void)
{
  foreach_field (check_choices);
}

static void
test_roles (void)
{
  foreach_field (check_role);
}

static void
test_json (void)
{
  g_autoptr (JsonNode) node = clt_schema_to_json (clt_catalog_get ());
  g_autofree char *text = clt_json_to_text (node);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) parsed = clt_json_parse_text (text, &error);
  g_autoptr (CltSchema) schema = clt_schema_new_from_json (parsed, &error);

  g_test_message ("the whole catalog survives becoming text");
  g_assert_no_error (error);
  g_assert_true (clt_schema_equal (schema, clt_catalog_get ()));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/entities", test_entities);
  g_test_add_func ("/catalog/targets", test_targets);
  g_test_add_func ("/catalog/choices", test_choices);
  g_test_add_func ("/catalog/roles", test_roles);
  g_test_add_func ("/catalog/json", test_json);

  return g_test_run ();
}
