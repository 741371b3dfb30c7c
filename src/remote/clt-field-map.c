/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-map"

#include "config.h"

#include <gio/gio.h>

#include "clt-catalog.h"
#include "clt-error.h"
#include "clt-field-map.h"
#include "clt-json.h"

#define DEFAULT_PAGE_ROWS 1000

struct _CltFieldMap
{
  GPtrArray  *sections; /* (owned) (element-type CltMapSection) */
  GPtrArray  *choices;  /* (owned) (element-type CltMapChoices) */
  GHashTable *defaults; /* (owned) (element-type utf8 utf8): kind → codec */
};

static void
clt_map_source_free (CltMapSource *self)
{
  g_free (self->remote);
  g_free (self->with);
  g_free (self->model);
  g_free (self->choices);
  g_clear_pointer (&self->values, json_object_unref);
  g_free (self);
}

static CltMapField *
clt_map_field_new (const char *name)
{
  CltMapField *self = g_new (CltMapField, 1);

  self->name = g_strdup (name);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_map_source_free);

  return self;
}

/**
 * clt_map_field_free:
 * @self: (transfer full): a field that clt_field_map_make_custom() made
 *
 * Frees it.
 */
void
clt_map_field_free (CltMapField *self)
{
  g_free (self->name);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self);
}

static void
clt_map_section_free (CltMapSection *self)
{
  g_free (self->entity);
  g_free (self->model);
  g_clear_pointer (&self->domain, json_array_unref);
  g_free (self->needs);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}

static void
clt_map_choices_free (CltMapChoices *self)
{
  g_free (self->model);
  g_free (self->label);
  g_free (self->order);
  g_free (self->won);
  g_free (self->fold);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltMapSource, clt_map_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltMapSection, clt_map_section_free)

/* {{{ Reading */

static gboolean
clt_field_map_complain (GError     **error,
                        const char  *entity,
                        const char  *field,
                        const char  *what)
{
  g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, "In the map of %s.%s: %s", entity, field, what);

  return FALSE;
}

static const CltCodec *
clt_field_map_find_codec (CltFieldMap  *self,
                          CltFieldKind  kind)
{
  const char *nick = g_hash_table_lookup (self->defaults, clt_field_kind_get_nick (kind));

  return nick != NULL ? clt_codec_find (nick) : clt_codec_find_for_kind (kind);
}

static CltMapSource *
clt_field_map_read_source (CltFieldMap *self,
                           JsonNode    *node,
                           CltFieldKind kind)
{
  g_autoptr (CltMapSource) source = g_new0 (CltMapSource, 1);
  const char *nick = clt_json_peek_string (node, "codec", NULL);
  JsonNode *values = clt_json_peek (node, "values");

  source->remote = g_strdup (JSON_NODE_HOLDS_VALUE (node)
                             ? json_node_get_string (node)
                             : clt_json_peek_string (node, "name", NULL));
  source->codec = nick != NULL ? clt_codec_find (nick) : clt_field_map_find_codec (self, kind);
  source->with = g_strdup (clt_json_peek_string (node, "with", NULL));
  source->model = g_strdup (clt_json_peek_string (node, "model", NULL));
  source->choices = g_strdup (clt_json_peek_string (node, "choices", NULL));
  source->is_read_only = clt_json_peek_boolean (node, "read-only", FALSE);
  if (values != NULL && JSON_NODE_HOLDS_OBJECT (values))
    source->values = json_node_dup_object (values);

  return g_steal_pointer (&source);
}

static gboolean
clt_field_map_check_source (CltMapSource   *source,
                            const char     *entity,
                            const CltField *field,
                            GError        **error)
{
  const char *name = clt_field_get_name (field);

  if (source->remote == NULL)
    return clt_field_map_complain (error, entity, name, "it has no name");

  if (source->codec == NULL)
    return clt_field_map_complain (error, entity, name, "there is no such codec");

  if (clt_codec_get_value_type (source->codec)
      != clt_field_kind_get_value_type (clt_field_get_kind (field)))
    return clt_field_map_complain (error, entity, name, "the codec does not fit the kind");

  return TRUE;
}

static gboolean
clt_field_map_read_field (CltFieldMap    *self,
                          CltMapSection  *section,
                          const CltField *field,
                          JsonNode       *node,
                          GError        **error)
{
  g_autoptr (CltMapField) read = clt_map_field_new (clt_field_get_name (field));
  g_autoptr (JsonArray) sources = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      sources = json_node_dup_array (node);
    }
  else
    {
      sources = json_array_new ();
      json_array_add_element (sources, json_node_ref (node));
    }

  for (guint i = 0; i < json_array_get_length (sources); i++)
    {
      CltMapSource *source;

      source = clt_field_map_read_source (self, json_array_get_element (sources, i),
                                          clt_field_get_kind (field));
      g_ptr_array_add (read->sources, source);
      if (!clt_field_map_check_source (source, section->entity, field, error))
        return FALSE;
    }

  g_ptr_array_add (section->fields, g_steal_pointer (&read));

  return TRUE;
}

static gboolean
clt_field_map_read_section (CltFieldMap  *self,
                            CltEntity    *entity,
                            JsonNode     *node,
                            GError      **error)
{
  g_autoptr (CltMapSection) section = g_new0 (CltMapSection, 1);
  JsonObject *fields = clt_json_get_object (node, "fields", error);
  JsonArray *domain = fields != NULL ? clt_json_get_array (node, "domain", error) : NULL;
  const char *model = domain != NULL ? clt_json_get_string (node, "model", error) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *field_node;

  if (model == NULL)
    return FALSE;

  section->entity = g_strdup (clt_entity_get_name (entity));
  section->model = g_strdup (model);
  section->domain = json_array_ref (domain);
  section->n_page_rows = (guint) clt_json_peek_int (node, "rows", DEFAULT_PAGE_ROWS);
  section->is_filtered = clt_json_peek_boolean (node, "filtered", FALSE);
  section->needs = g_strdup (clt_json_peek_string (node, "needs", NULL));
  section->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_map_field_free);

  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &field_node))
    {
      const CltField *field = clt_entity_find_field (entity, name);

      if (field == NULL)
        return clt_field_map_complain (error, section->entity, name, "we have no such field");
      if (!clt_field_map_read_field (self, section, field, field_node, error))
        return FALSE;
    }

  g_ptr_array_add (self->sections, g_steal_pointer (&section));

  return TRUE;
}

static gboolean
clt_field_map_read_entities (CltFieldMap  *self,
                             JsonObject   *entities,
                             CltSchema    *catalog,
                             GError      **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, entities);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      CltEntity *entity = clt_schema_find_entity (catalog, name);
      JsonArray *sections = clt_json_get_array (node, "", error);

      if (entity == NULL)
        return clt_field_map_complain (error, name, "", "we have no such entity");
      if (sections == NULL)
        return FALSE;

      for (guint i = 0; i < json_array_get_length (sections); i++)
        if (!clt_field_map_read_section (self, entity, json_array_get_element (sections, i), error))
          return FALSE;
    }

  return TRUE;
}

static void
clt_field_map_read_choices (CltFieldMap *self,
                            JsonObject  *lists)
{
  JsonObjectIter iter;
  const char *model;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, lists);
  while (json_object_iter_next_ordered (&iter, &model, &node))
    {
      CltMapChoices *choices = g_new0 (CltMapChoices, 1);

      choices->model = g_strdup (model);
      choices->label = g_strdup (clt_json_peek_string (node, "label", "name"));
      choices->order = g_strdup (clt_json_peek_string (node, "order", "id"));
      choices->won = g_strdup (clt_json_peek_string (node, "won", NULL));
      choices->fold = g_strdup (clt_json_peek_string (node, "fold", NULL));
      g_ptr_array_add (self->choices, choices);
    }
}

static void
clt_field_map_read_defaults (CltFieldMap *self,
                             JsonNode    *node)
{
  JsonNode *defaults = clt_json_peek (node, "defaults");
  JsonObjectIter iter;
  const char *kind;
  JsonNode *codec;

  if (defaults == NULL || !JSON_NODE_HOLDS_OBJECT (defaults))
    return;

  json_object_iter_init (&iter, json_node_get_object (defaults));
  while (json_object_iter_next (&iter, &kind, &codec))
    g_hash_table_replace (self->defaults, g_strdup (kind), json_node_dup_string (codec));
}

/* }}} */

/**
 * clt_field_map_new:
 * @node: the parsed map
 * @catalog: what it maps
 * @error: return location for an error
 *
 * Reads a map and checks it: every entity and field it names must be in the
 * catalog, every codec must exist and fit the kind of its field.
 *
 * Returns: (transfer full) (nullable): the map, or %NULL
 */
CltFieldMap *
clt_field_map_new (JsonNode   *node,
                   CltSchema  *catalog,
                   GError    **error)
{
  g_autoptr (CltFieldMap) self = g_new0 (CltFieldMap, 1);
  JsonObject *entities, *choices;

  g_return_val_if_fail (node != NULL && catalog != NULL, NULL);

  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_map_section_free);
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_map_choices_free);
  self->defaults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  entities = clt_json_get_object (node, "entities", error);
  choices = entities != NULL ? clt_json_get_object (node, "choices", error) : NULL;
  if (choices == NULL)
    return NULL;

  clt_field_map_read_defaults (self, node);
  clt_field_map_read_choices (self, choices);
  if (!clt_field_map_read_entities (self, entities, catalog, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * clt_field_map_load:
 * @resource_path: where a map is in the program
 * @error: return location for an error
 *
 * Reads a map for the built-in catalog.
 *
 * Returns: (transfer full) (nullable): the map, or %NULL
 */
CltFieldMap *
clt_field_map_load (const char  *resource_path,
                    GError     **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                      error);
  g_autoptr (JsonNode) node = bytes != NULL ? clt_json_parse (bytes, error) : NULL;

  return node != NULL ? clt_field_map_new (node, clt_catalog_get (), error) : NULL;
}

/**
 * clt_field_map_free:
 * @self: (transfer full): a map
 *
 * Frees it with all its sections.
 */
void
clt_field_map_free (CltFieldMap *self)
{
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->defaults, g_hash_table_unref);
  g_free (self);
}

/**
 * clt_field_map_get_sections:
 * @self: a map
 *
 * Returns: (transfer none) (element-type CltMapSection): its sections; several of
 *   one entity are alternatives, the best first
 */
GPtrArray *
clt_field_map_get_sections (CltFieldMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sections;
}

/**
 * clt_field_map_get_choices:
 * @self: a map
 *
 * Returns: (transfer none) (element-type CltMapChoices): models of the server
 *   whose records are choices to us
 */
GPtrArray *
clt_field_map_get_choices (CltFieldMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->choices;
}

/**
 * clt_field_map_make_custom:
 * @self: a map
 * @field: a field that the server's users added; its name is the server's
 * @codec: (nullable): how it is written; %NULL leaves it to the kind
 *
 * Says how to read a field that no map can list.
 *
 * Returns: (transfer full): how
 */
CltMapField *
clt_field_map_make_custom (CltFieldMap    *self,
                           const CltField *field,
                           const char     *codec)
{
  CltMapField *made;
  CltMapSource *source;

  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  made = clt_map_field_new (clt_field_get_name (field));
  source = g_new0 (CltMapSource, 1);
  source->remote = g_strdup (clt_field_get_name (field));
  source->codec = codec != NULL
                  ? clt_codec_find (codec)
                  : clt_field_map_find_codec (self, clt_field_get_kind (field));
  g_ptr_array_add (made->sources, source);

  return made;
}

/**
 * clt_map_section_find_field:
 * @self: a section
 * @name: our name of a field
 *
 * Returns: (transfer none) (nullable): the field, or %NULL if the server has none
 */
CltMapField *
clt_map_section_find_field (CltMapSection *self,
                            const char    *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      CltMapField *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->name, name))
        return field;
    }

  return NULL;
}

/**
 * clt_map_field_decode:
 * @self: a field of a map
 * @row: a record as the server sent it
 * @context: its target, resolver and currency; the rest is filled in
 *
 * Finds the field's value in a row: that of the first source which has one.
 *
 * Returns: (transfer full) (nullable): the value, empty if the sources are; %NULL if
 *   the row has none of them, or nothing in them makes sense
 */
CltValue *
clt_map_field_decode (CltMapField     *self,
                      JsonObject      *row,
                      CltCodecContext *context)
{
  g_autoptr (CltValue) found = NULL;

  g_return_val_if_fail (self != NULL && row != NULL && context != NULL, NULL);

  for (guint i = 0; i < self->sources->len; i++)
    {
      CltMapSource *source = g_ptr_array_index (self->sources, i);
      JsonNode *node = json_object_get_member (row, source->remote);
      CltValue *value;

      if (node == NULL)
        continue;

      context->model = source->model;
      context->values = source->values;
      context->with = source->with != NULL ? json_object_get_member (row, source->with) : NULL;
      value = clt_codec_decode (source->codec, node, context);
      if (value == NULL)
        continue;

      g_clear_pointer (&found, clt_value_unref);
      found = value;
      if (!clt_value_is_none (value))
        break;
    }

  return g_steal_pointer (&found);
}
