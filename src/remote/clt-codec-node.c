/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-codec"

#include "config.h"

#include "clt-codec-private.h"

/* What servers wrap their values in. Total: any node may come. */

gboolean
clt_node_is (JsonNode *node,
             GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
clt_node_is_number (JsonNode *node)
{
  return clt_node_is (node, G_TYPE_INT64) || clt_node_is (node, G_TYPE_DOUBLE);
}

/* Odoo says false where others say null. */
gboolean
clt_node_is_empty (JsonNode *node)
{
  return JSON_NODE_HOLDS_NULL (node)
         || (clt_node_is (node, G_TYPE_BOOLEAN) && !json_node_get_boolean (node));
}

const char *
clt_node_get_string (JsonNode *node)
{
  return clt_node_is (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

/* An id, a number or text, as text. */
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

char *
clt_node_dup_id (JsonNode *node)
{
  JsonNode *id = clt_node_find_part (node, 0, "id");

  return id != NULL && !clt_node_is_empty (id) ? clt_node_dup_word (id) : NULL;
}

const char *
clt_node_get_label (JsonNode *node)
{
  JsonNode *label = clt_node_find_part (node, 1, "display_name");

  return label != NULL ? clt_node_get_string (label) : NULL;
}

JsonNode *
clt_node_new_string (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

JsonNode *
clt_node_new_int (gint64 number)
{
  return json_node_init_int (json_node_alloc (), number);
}

JsonNode *
clt_node_new_id (const char *id)
{
  gint64 number;

  if (g_ascii_string_to_signed (id, 10, 0, G_MAXINT64, &number, NULL))
    return clt_node_new_int (number);

  return clt_node_new_string (id);
}
