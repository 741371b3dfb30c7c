/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-codec"

#include "config.h"

#include "clt-codec-private.h"

/* Values that stand for something else: a choice, a tag, another record. */

/* A word that the map does not list stays as it is: a choice we have no name for is better shown
 * than lost. */
CltValue *
decode_choice (JsonNode              *node,
               const CltCodecContext *context)
{
  g_autofree char *word = clt_node_dup_word (node);
  const char *mapped = NULL;

  if (word == NULL)
    return NULL;

  if (context->values != NULL && json_object_has_member (context->values, word))
    mapped = json_object_get_string_member (context->values, word);
  else if (clt_node_is_empty (node))
    return clt_value_new_none ();

  return clt_value_new_text (mapped != NULL ? mapped : word);
}

/* Several of the server's words may be one choice here; the first of the map is sent. */
JsonNode *
encode_choice (const CltValue        *value,
               const CltCodecContext *context)
{
  const char *id = clt_value_get_text (value);
  JsonObjectIter iter;
  const char *word;
  JsonNode *mapped;

  if (context->values == NULL)
    return clt_node_new_string (id);

  json_object_iter_init_ordered (&iter, context->values);
  while (json_object_iter_next_ordered (&iter, &word, &mapped))
    if (g_strcmp0 (json_node_get_string (mapped), id) == 0)
      {
        if (g_str_equal (word, "true") || g_str_equal (word, "false"))
          return json_node_init_boolean (json_node_alloc (), *word == 't');
        return clt_node_new_string (word);
      }

  return clt_node_new_string (id);
}

CltValue *
decode_id_choice (JsonNode              *node,
                  const CltCodecContext *context)
{
  g_autofree char *id = clt_node_dup_id (node);

  return id != NULL ? clt_value_new_text (id) : NULL;
}

JsonNode *
encode_id_choice (const CltValue        *value,
                  const CltCodecContext *context)
{
  return clt_node_new_id (clt_value_get_text (value));
}

CltValue *
decode_tags (JsonNode              *node,
             const CltCodecContext *context)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      char *word = clt_node_dup_id (json_array_get_element (array, i));

      if (word != NULL)
        g_ptr_array_add (words, word);
    }
  g_ptr_array_add (words, NULL);

  return clt_value_new_text_list ((const char * const *) words->pdata);
}

static JsonNode *
encode_list (const CltValue   *value,
             const char     *(*get_word) (const CltValue *item),
             JsonNode       *(*new_node) (const char *word))
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (gsize i = 0; i < clt_value_get_n_items (value); i++)
    json_array_add_element (array, new_node (get_word (clt_value_get_item (value, i))));

  return json_node_init_array (json_node_alloc (), array);
}

JsonNode *
encode_tags (const CltValue        *value,
             const CltCodecContext *context)
{
  return encode_list (value, clt_value_get_text, clt_node_new_string);
}

JsonNode *
encode_id_tags (const CltValue        *value,
                const CltCodecContext *context)
{
  return encode_list (value, clt_value_get_text, clt_node_new_id);
}

static CltValue *
clt_codec_resolve (const CltCodecContext *context,
                   const char            *model,
                   const char            *remote_id,
                   const char            *wanted)
{
  const char *entity = wanted;
  const char *id = remote_id;

  if (model != NULL && context->resolve != NULL
      && !context->resolve (model, remote_id, wanted, context->resolve_data, &entity, &id))
    return clt_value_new_none ();

  return entity != NULL ? clt_value_new_remote_reference (entity, id, NULL) : clt_value_new_none ();
}

CltValue *
decode_reference (JsonNode              *node,
                  const CltCodecContext *context)
{
  g_autofree char *id = clt_node_dup_id (node);

  return id != NULL ? clt_codec_resolve (context, context->model, id, context->target) : NULL;
}

JsonNode *
encode_reference (const CltValue        *value,
                  const CltCodecContext *context)
{
  return clt_node_new_string (clt_value_get_remote_id (value));
}

JsonNode *
encode_id_reference (const CltValue        *value,
                     const CltCodecContext *context)
{
  return clt_node_new_id (clt_value_get_remote_id (value));
}

CltValue *
decode_references (JsonNode              *node,
                   const CltCodecContext *context)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr (CltValue) item = decode_reference (json_array_get_element (array, i), context);

      if (item != NULL && !clt_value_is_none (item)
          && !g_ptr_array_find_with_equal_func (items, item, (GEqualFunc) clt_value_equal, NULL))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  return items->len > 0 ? clt_value_new_list ((CltValue **) items->pdata, items->len)
                        : clt_value_new_none ();
}

JsonNode *
encode_references (const CltValue        *value,
                   const CltCodecContext *context)
{
  return encode_list (value, clt_value_get_remote_id, clt_node_new_string);
}

JsonNode *
encode_id_references (const CltValue        *value,
                      const CltCodecContext *context)
{
  return encode_list (value, clt_value_get_remote_id, clt_node_new_id);
}

/* Where the server has many and we have one. */
CltValue *
decode_first_reference (JsonNode              *node,
                        const CltCodecContext *context)
{
  g_autoptr (CltValue) list = decode_references (node, context);

  if (list == NULL || clt_value_is_none (list))
    return g_steal_pointer (&list);

  return clt_value_ref (clt_value_get_item (list, 0));
}

/* The value is an id, its companion the model that the id belongs to. */
CltValue *
decode_link (JsonNode              *node,
             const CltCodecContext *context)
{
  const char *model = context->with != NULL ? clt_node_get_string (context->with) : NULL;
  g_autofree char *id = clt_node_dup_id (node);

  if (model == NULL || id == NULL || g_str_equal (id, "0"))
    return clt_value_new_none ();

  return clt_codec_resolve (context, model, id, NULL);
}
