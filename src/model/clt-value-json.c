/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-value-json"

#include "config.h"

#include "clt-error.h"
#include "clt-json.h"
#include "clt-value.h"

/* The form of a value in JSON. What JSON has is itself:
 *
 *   empty null · text "…" · integer 5 · real 5.0 · boolean true · list […]
 *
 * The rest is an object that names its type in "t" and has its number or id in "v":
 *
 *   {"t": "day", "v": 20779}
 *   {"t": "moment", "v": 1795255200000000}
 *   {"t": "money", "v": 12350, "c": "EUR"}
 *   {"t": "reference", "e": "customer", "v": 7}
 *   {"t": "remote", "e": "customer", "v": "42", "l": "Acme"}
 *
 * Databases of users are full of it: it may be extended, never changed. */

static const struct
{
  CltValueType  type;
  const char   *nick;
} nicks[] = {
  { CLT_VALUE_DAY, "day" },
  { CLT_VALUE_MOMENT, "moment" },
  { CLT_VALUE_MONEY, "money" },
  { CLT_VALUE_REFERENCE, "reference" },
  { CLT_VALUE_REMOTE_REFERENCE, "remote" },
};

static const char *
clt_value_get_nick (const CltValue *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (nicks[i].type == clt_value_get_value_type (self))
      return nicks[i].nick;

  g_return_val_if_reached (NULL);
}

static CltValueType
clt_value_find_type (const char *nick)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nicks[i].nick, nick) == 0)
      return nicks[i].type;

  return CLT_VALUE_NONE;
}

static void
clt_value_set_member (JsonObject *object,
                      const char *name,
                      const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static JsonNode *
clt_value_to_object (const CltValue *self)
{
  JsonObject *object = json_object_new ();
  const char *remote_id = clt_value_get_remote_id (self);
  const gint64 id = clt_value_get_id (self);

  json_object_set_string_member (object, "t", clt_value_get_nick (self));
  clt_value_set_member (object, "e", clt_value_get_entity (self));

  if (remote_id != NULL)
    json_object_set_string_member (object, "v", remote_id);
  else
    json_object_set_int_member (object, "v", id != 0 ? id : clt_value_get_integer (self));

  clt_value_set_member (object, "c", clt_value_get_currency (self));
  clt_value_set_member (object, "l", clt_value_get_label (self));

  return clt_json_take_object (object);
}

static JsonNode *
clt_value_to_array (const CltValue *self)
{
  const gsize n_items = clt_value_get_n_items (self);
  JsonArray *array = json_array_sized_new ((guint) n_items);

  for (gsize i = 0; i < n_items; i++)
    json_array_add_element (array, clt_value_to_json (clt_value_get_item (self, i)));

  return clt_json_take_array (array);
}

/**
 * clt_value_to_json:
 * @self: a value
 *
 * Makes the JSON form, without loss: clt_value_new_from_json() gives an equal
 * value, also after the JSON was text.
 *
 * Returns: (transfer full): JSON
 */
JsonNode *
clt_value_to_json (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (clt_value_get_value_type (self))
    {
    case CLT_VALUE_NONE:
      return json_node_init_null (json_node_alloc ());
    case CLT_VALUE_TEXT:
      return json_node_init_string (json_node_alloc (), clt_value_get_text (self));
    case CLT_VALUE_INTEGER:
      return json_node_init_int (json_node_alloc (), clt_value_get_integer (self));
    case CLT_VALUE_REAL:
      return json_node_init_double (json_node_alloc (), clt_value_get_real (self));
    case CLT_VALUE_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), clt_value_get_boolean (self));
    case CLT_VALUE_LIST:
      return clt_value_to_array (self);
    case CLT_VALUE_DAY:
    case CLT_VALUE_MOMENT:
    case CLT_VALUE_MONEY:
    case CLT_VALUE_REFERENCE:
    case CLT_VALUE_REMOTE_REFERENCE:
    default:
      return clt_value_to_object (self);
    }
}

static CltValue *
clt_value_new_from_number (CltValueType   type,
                           JsonNode      *node,
                           GError       **error)
{
  const char *entity;
  gint64 number;

  if (!clt_json_get_int (node, "v", &number, error))
    return NULL;

  if (type == CLT_VALUE_DAY)
    return clt_value_new_day (number);
  if (type == CLT_VALUE_MOMENT)
    return clt_value_new_moment (number);
  if (type == CLT_VALUE_MONEY)
    return clt_value_new_money (number, clt_json_peek_string (node, "c", NULL));

  entity = clt_json_get_string (node, "e", error);

  return entity != NULL ? clt_value_new_reference (entity, number) : NULL;
}

static CltValue *
clt_value_new_from_object (JsonNode  *node,
                           GError   **error)
{
  const char *nick = clt_json_get_string (node, "t", error);
  const CltValueType type = clt_value_find_type (nick);
  const char *entity, *remote_id;

  if (nick == NULL)
    return NULL;

  if (type == CLT_VALUE_NONE)
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED, "There is no type “%s”", nick);
      return NULL;
    }

  if (type != CLT_VALUE_REMOTE_REFERENCE)
    return clt_value_new_from_number (type, node, error);

  entity = clt_json_get_string (node, "e", error);
  remote_id = entity != NULL ? clt_json_get_string (node, "v", error) : NULL;
  if (remote_id == NULL)
    return NULL;

  return clt_value_new_remote_reference (entity, remote_id,
                                         clt_json_peek_string (node, "l", NULL));
}

static CltValue *
clt_value_new_from_array (JsonArray  *array,
                          GError    **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      CltValue *item = clt_value_new_from_json (json_array_get_element (array, i), error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }

  return clt_value_new_list ((CltValue **) items->pdata, items->len);
}

static CltValue *
clt_value_new_from_scalar (JsonNode *node)
{
  const GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return clt_value_new_text (json_node_get_string (node));
  if (type == G_TYPE_INT64)
    return clt_value_new_integer (json_node_get_int (node));
  if (type == G_TYPE_BOOLEAN)
    return clt_value_new_boolean (json_node_get_boolean (node));

  return clt_value_new_real (json_node_get_double (node));
}

/**
 * clt_value_new_from_json:
 * @node: (nullable): what clt_value_to_json() made; %NULL is the empty value
 * @error: return location for an error
 *
 * Returns: (transfer full): the value; %NULL with %CLT_ERROR_MALFORMED if @node
 *   is of another form
 */
CltValue *
clt_value_new_from_json (JsonNode  *node,
                         GError   **error)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return clt_value_new_none ();

  if (JSON_NODE_HOLDS_OBJECT (node))
    return clt_value_new_from_object (node, error);

  if (JSON_NODE_HOLDS_ARRAY (node))
    return clt_value_new_from_array (json_node_get_array (node), error);

  return clt_value_new_from_scalar (node);
}
