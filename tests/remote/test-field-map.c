/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-catalog.h"
#include "clt-error.h"
#include "clt-field-map.h"
#include "clt-json.h"

/* Every map in the program. A field that the catalog does not have, an unknown codec and one that
 * does not fit the kind make it fail to load. */
static const char * const maps[] = {
  RESOURCE_PREFIX "/remote/odoo/odoo.map.json",
};

static gboolean
lists_choices (CltFieldMap *map,
               const char  *model)
{
  GPtrArray *lists = clt_field_map_get_choices (map);

  for (guint i = 0; i < lists->len; i++)
    if (g_str_equal (((CltMapChoices *) g_ptr_array_index (lists, i))->model, model))
      return TRUE;

  return FALSE;
}

static void
check_source (CltFieldMap        *map,
              const CltField     *field,
              const CltMapSource *source)
{
  if (source->choices != NULL)
    g_assert_true (lists_choices (map, source->choices));

  if (source->values != NULL)
    {
      g_autoptr (GList) choices = json_object_get_values (source->values);

      for (GList *l = choices; l != NULL; l = l->next)
        g_assert_nonnull (clt_field_find_choice (field, json_node_get_string (l->data)));
    }
}

static void
test_maps (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CltFieldMap) map = clt_field_map_load (maps[i], &error);
      GPtrArray *sections;

      g_test_message ("%s", maps[i]);
      g_assert_no_error (error);
      sections = clt_field_map_get_sections (map);
      for (guint j = 0; j < sections->len; j++)
        {
          CltMapSection *section = g_ptr_array_index (sections, j);
          CltEntity *entity = clt_schema_find_entity (clt_catalog_get (), section->entity);

          g_test_message ("%s: %s", section->entity, section->model);
          g_assert_cmpuint (section->n_page_rows, >, 0);
          g_assert_nonnull (clt_map_section_find_field (section, "name"));
          if (section->needs != NULL)
            g_assert_nonnull (clt_map_section_find_field (section, section->needs));

          for (guint k = 0; k < section->fields->len; k++)
            {
              CltMapField *field = g_ptr_array_index (section->fields, k);

              for (guint l = 0; l < field->sources->len; l++)
                check_source (map, clt_entity_find_field (entity, field->name),
                              g_ptr_array_index (field->sources, l));
            }
        }
    }
}

#define MAP(fields) \
  "{\"choices\": {}, \"entities\": {\"deal\": [{\"model\": \"crm.lead\", \"domain\": [], " \
  "\"fields\": {" fields "}}]}}"

static const struct
{
  const char *what;
  const char *map;
  const char *words;
} wrong[] = {
  { "no entities", "{\"choices\": {}}", "entities" },
  { "an unknown entity", "{\"choices\": {}, \"entities\": {\"planet\": []}}", "no such entity" },
  { "no model", "{\"choices\": {}, \"entities\": {\"deal\": [{\"domain\": [], \"fields\": {}}]}}",
    "model" },
  { "an unknown field", MAP ("\"colour\": \"color\""), "deal.colour: we have no such field" },
  { "an unknown codec", MAP ("\"name\": {\"name\": \"name\", \"codec\": \"rot13\"}"),
    "deal.name: there is no such codec" },
  { "a codec that does not fit", MAP ("\"amount\": {\"name\": \"revenue\", \"codec\": \"text\"}"),
    "deal.amount: the codec does not fit" },
  { "no name", MAP ("\"name\": {\"codec\": \"text\"}"), "deal.name: it has no name" },
};

static void
test_wrong (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (JsonNode) node = clt_json_parse_text (wrong[i].map, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (clt_field_map_new (node, clt_catalog_get (), &error));
      g_test_message ("%s: %s", wrong[i].what, error->message);
      g_assert_nonnull (strstr (error->message, wrong[i].words));
    }
}

static const struct
{
  const char *what;
  const char *row;
  const char *value; /* (nullable) */
} rows[] = {
  { "the first that is there", "{\"name\": \"A\", \"display_name\": \"B\"}", "A" },
  { "the second, if the first is empty", "{\"name\": false, \"display_name\": \"B\"}", "B" },
  { "the second, if there is no first", "{\"display_name\": \"B\"}", "B" },
  { "the second, if the first makes no sense", "{\"name\": [1], \"display_name\": \"B\"}", "B" },
  { "empty, if both are", "{\"name\": false, \"display_name\": false}", "" },
  { "nothing, if the row says nothing", "{}", NULL },
  { "nothing, if it makes no sense", "{\"name\": [1]}", NULL },
};

static void
test_alternatives (void)
{
  g_autoptr (JsonNode) node = clt_json_parse_text (MAP ("\"name\": [\"name\", \"display_name\"]"),
                                                   NULL);
  g_autoptr (CltFieldMap) map = clt_field_map_new (node, clt_catalog_get (), NULL);
  CltMapSection *section = g_ptr_array_index (clt_field_map_get_sections (map), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) row = clt_json_parse_text (rows[i].row, NULL);
      CltCodecContext context = { 0 };
      g_autoptr (CltValue) value = NULL;

      g_test_message ("%s", rows[i].what);
      value = clt_map_field_decode (clt_map_section_find_field (section, "name"),
                                    json_node_get_object (row), &context);
      if (rows[i].value == NULL)
        g_assert_null (value);
      else if (*rows[i].value == '\0')
        g_assert_true (clt_value_is_none (value));
      else
        g_assert_cmpstr (clt_value_get_text (value), ==, rows[i].value);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-map/maps", test_maps);
  g_test_add_func ("/field-map/wrong", test_wrong);
  g_test_add_func ("/field-map/alternatives", test_alternatives);

  return g_test_run ();
}
