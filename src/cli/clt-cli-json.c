/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-json"

#include "config.h"

#include "clt-cli-json.h"
#include "clt-money.h"

/**
 * clt_cli_take_object:
 * @object: (transfer full): an object
 *
 * Returns: (transfer full): a node of it
 */
JsonNode *
clt_cli_take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);

  return node;
}

/**
 * clt_cli_take_array:
 * @array: (transfer full): an array
 *
 * Returns: (transfer full): a node of it
 */
JsonNode *
clt_cli_take_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);

  return node;
}

static JsonNode *
clt_cli_text_to_json (char *text)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text);
  g_free (text);

  return node;
}

static JsonNode *
clt_cli_money_to_json (const CltValue *value)
{
  const char *currency = clt_value_get_currency (value);
  g_autofree char *amount = clt_money_to_plain (clt_value_get_integer (value), currency);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "amount", amount);
  json_object_set_string_member (object, "currency", currency);

  return clt_cli_take_object (object);
}

static JsonNode *
clt_cli_reference_to_json (const CltValue *value,
                           const char     *title)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "entity", clt_value_get_entity (value));
  json_object_set_int_member (object, "id", clt_value_get_id (value));
  if (title != NULL)
    json_object_set_string_member (object, "title", title);

  return clt_cli_take_object (object);
}

static JsonNode *clt_cli_value_to_json (CltField       *field,
                                        const CltValue *value,
                                        const char     *title);

/* The titles of a list come joined into one text: its items go without. */
static JsonNode *
clt_cli_list_to_json (CltField       *field,
                      const CltValue *value)
{
  JsonArray *array = json_array_new ();

  for (gsize i = 0; i < clt_value_get_n_items (value); i++)
    {
      const CltValue *item = clt_value_get_item (value, i);

      json_array_add_element (array, clt_cli_value_to_json (field, item, NULL));
    }

  return clt_cli_take_array (array);
}

static JsonNode *
clt_cli_value_to_json (CltField       *field,
                       const CltValue *value,
                       const char     *title)
{
  switch (clt_value_get_value_type (value))
    {
    case CLT_VALUE_NONE:
      return json_node_init_null (json_node_alloc ());

    case CLT_VALUE_INTEGER:
      return json_node_init_int (json_node_alloc (), clt_value_get_integer (value));

    case CLT_VALUE_REAL:
      return json_node_init_double (json_node_alloc (), clt_value_get_real (value));

    case CLT_VALUE_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), clt_value_get_boolean (value));

    case CLT_VALUE_MONEY:
      return clt_cli_money_to_json (value);

    case CLT_VALUE_REFERENCE:
      return clt_cli_reference_to_json (value, title);

    case CLT_VALUE_LIST:
      return clt_cli_list_to_json (field, value);

    case CLT_VALUE_TEXT:
      return clt_cli_text_to_json (g_strdup (clt_value_get_text (value)));

    case CLT_VALUE_DAY:
    case CLT_VALUE_MOMENT:
    case CLT_VALUE_REMOTE_REFERENCE:
    default:
      return clt_cli_text_to_json (clt_field_to_plain (field, value));
    }
}

/**
 * clt_cli_record_to_json:
 * @record: a loaded record
 * @columns: (element-type int): indices of the fields to write; none: all
 *
 * Returns: (transfer full): an object of the record's entity, id and fields
 */
JsonNode *
clt_cli_record_to_json (CltRecord *record,
                        GArray    *columns)
{
  CltEntity *entity = clt_record_get_entity (record);
  const guint n_fields = columns->len > 0 ? columns->len : clt_entity_get_n_fields (entity);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "entity", clt_entity_get_name (entity));
  json_object_set_int_member (object, "id", clt_record_get_id (record));
  if (clt_record_get_remote_id (record) != NULL)
    json_object_set_string_member (object, "remote_id", clt_record_get_remote_id (record));

  for (guint i = 0; i < n_fields; i++)
    {
      const guint index = columns->len > 0 ? (guint) g_array_index (columns, int, i) : i;
      CltField *field = clt_entity_get_field (entity, index);
      CltValue *value = clt_record_get_nth_value (record, index);

      json_object_set_member (object, clt_field_get_name (field),
                              clt_cli_value_to_json (field, value,
                                                     clt_record_get_nth_label (record, index)));
    }

  return clt_cli_take_object (object);
}

/**
 * clt_cli_print_record_json:
 * @cli: a command line
 * @record: a loaded record
 *
 * Prints the record with all its fields.
 */
void
clt_cli_print_record_json (CltCli    *cli,
                           CltRecord *record)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (JsonNode) node = clt_cli_record_to_json (record, all);

  clt_cli_print_json (cli, node);
}
