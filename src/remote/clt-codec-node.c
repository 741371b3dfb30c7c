/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-codec"

#include "config.h"

#include "clt-codec-private.h"

/* What servers wrap their values in. Total: any node may come. */

/**
 * clt_node_is:
 * @node: a node of any type
 * @type: the type of a value
 *
 * Returns: whether @node is a value of exactly that type
 */
gboolean
clt_node_is (JsonNode *node,
             GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/**
 * clt_node_is_number:
 * @node: a node of any type
 *
 * Returns: whether @node is a whole or a broken number
 */
gboolean
clt_node_is_number (JsonNode *node)
{
  return clt_node_is (node, G_TYPE_INT64) || clt_node_is (node, G_TYPE_DOUBLE);
}

/**
 * clt_node_is_empty:
 * @node: a node of any type
 *
 * Tells whether a server says nothing here: Odoo says false where others say null.
 *
 * Returns: whether it does
 */
gboolean
clt_node_is_empty (JsonNode *node)
{
  return JSON_NODE_HOLDS_NULL (node)
         || (clt_node_is (node, G_TYPE_BOOLEAN) && !json_node_get_boolean (node));
}

/**
 * clt_node_get_string:
 * @node: a node of any type
 *
 * Returns: (transfer none) (nullable): its text, or %NULL if it is none
 */
const char *
clt_node_get_string (JsonNode *node)
{
  return clt_node_is (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

/**
 * clt_node_dup_word:
 * @node: a node of any type
 *
 * Returns: (transfer full) (nullable): an id, number, truth or text as text; %NULL if
 *   it is none of these
 */
char *
clt_node_dup_word (JsonNode *node)
{
  if (clt_node_is (node, G_TYPE_INT64))
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  if (clt_node_is (node, G_TYPE_BOOLEAN))
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");

  return g_strdup (clt_node_get_string (node));
}

/* A reference comes as 7, [7, "label"] or {"id": 7, "display_name": "label"}. */
static JsonNode *
clt_node_find_part (JsonNode   *node,
                    guint       index,
                    const char *member)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *pair = json_node_get_array (node);

      return json_array_get_length (pair) == 2 ? json_array_get_element (pair, index) : NULL;
    }

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), member);

  return node;
}

/**
 * clt_node_dup_id:
 * @node: a reference, with its label or without
 *
 * Returns: (transfer full) (nullable): the id as text; %NULL if it refers to nothing
 */
char *
clt_node_dup_id (JsonNode *node)
{
  JsonNode *id = clt_node_find_part (node, 0, "id");

  return id != NULL && !clt_node_is_empty (id) ? clt_node_dup_word (id) : NULL;
}

/**
 * clt_node_get_label:
 * @node: a reference with its label, or a text
 *
 * Returns: (transfer none) (nullable): the label, or %NULL if there is none
 */
const char *
clt_node_get_label (JsonNode *node)
{
  JsonNode *label = clt_node_find_part (node, 1, "display_name");

  return label != NULL ? clt_node_get_string (label) : NULL;
}

/**
 * clt_node_new_string:
 * @text: a text
 *
 * Returns: (transfer full): a node of it
 */
JsonNode *
clt_node_new_string (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

/**
 * clt_node_new_int:
 * @number: a number
 *
 * Returns: (transfer full): a node of it
 */
JsonNode *
clt_node_new_int (gint64 number)
{
  return json_node_init_int (json_node_alloc (), number);
}

/**
 * clt_node_new_id:
 * @id: an id as text
 *
 * Returns: (transfer full): a node with the number that it is, or with the text
 */
JsonNode *
clt_node_new_id (const char *id)
{
  gint64 number;

  if (g_ascii_string_to_signed (id, 10, 0, G_MAXINT64, &number, NULL))
    return clt_node_new_int (number);

  return clt_node_new_string (id);
}
