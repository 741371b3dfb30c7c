/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-odoo-schema"

#include "config.h"

#include <string.h>

#include "clt-catalog.h"
#include "clt-json.h"
#include "clt-odoo-private.h"

/* What a server's answers about its models make of our catalog. No requests. */

#define TASK_MODEL "project.task"

/**
 * clt_odoo_find_choices:
 * @model: a model of the server
 *
 * Returns: (transfer none) (nullable): how its records are choices, or %NULL if they
 *   are not
 */
const CltMapChoices *
clt_odoo_find_choices (const char *model)
{
  GPtrArray *lists = clt_field_map_get_choices (clt_odoo_get_map ());

  for (guint i = 0; i < lists->len; i++)
    {
      const CltMapChoices *choices = g_ptr_array_index (lists, i);

      if (g_str_equal (choices->model, model))
        return choices;
    }

  return NULL;
}

static CltChoice *
clt_odoo_build_choice (const CltMapChoices *list,
                       JsonNode            *record)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, clt_json_peek_int (record, "id", 0));
  const gboolean won = list->won != NULL && clt_json_peek_boolean (record, list->won, FALSE);
  CltChoiceFlags flags = CLT_CHOICE_NONE;

  if (won)
    flags |= CLT_CHOICE_WON;
  if (list->fold != NULL && clt_json_peek_boolean (record, list->fold, FALSE))
    flags |= CLT_CHOICE_FOLDED;

  return clt_choice_new (id, clt_json_peek_string (record, list->label, id), flags, won ? 100 : 0);
}

/**
 * clt_odoo_build_choices:
 * @list: how records are choices
 * @records: the records, in order
 *
 * Returns: (transfer full) (element-type CltChoice): the choices
 */
GPtrArray *
clt_odoo_build_choices (const CltMapChoices *list,
                        JsonArray           *records)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_choice_unref);

  for (guint i = 0; i < json_array_get_length (records); i++)
    g_ptr_array_add (choices,
                     clt_odoo_build_choice (list, json_array_get_element (records, i)));

  return choices;
}

/* A selection's values come as [["draft", "Quotation"], …]. */
static GPtrArray *
clt_odoo_build_selection (JsonNode *description)
{
  JsonArray *pairs = clt_json_get_array (description, "selection", NULL);
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_choice_unref);

  for (guint i = 0; pairs != NULL && i < json_array_get_length (pairs); i++)
    {
      JsonNode *pair = json_array_get_element (pairs, i);
      JsonArray *parts = clt_json_get_array (pair, "", NULL);

      if (parts != NULL && json_array_get_length (parts) == 2
          && JSON_NODE_HOLDS_VALUE (json_array_get_element (parts, 0))
          && JSON_NODE_HOLDS_VALUE (json_array_get_element (parts, 1)))
        g_ptr_array_add (choices, clt_choice_new (json_array_get_string_element (parts, 0),
                                                  json_array_get_string_element (parts, 1),
                                                  CLT_CHOICE_NONE, 0));
    }

  return choices;
}

static gboolean
clt_odoo_knows_all (const CltField *field,
                    GPtrArray      *choices)
{
  for (guint i = 0; i < choices->len; i++)
    if (clt_field_find_choice (field, clt_choice_get_id (g_ptr_array_index (choices, i))) == NULL)
      return FALSE;

  return TRUE;
}

/* NULL keeps the catalog's, whose labels are in the user's language: where the map translates the
 * server's words into ours, and where they are the same. */
static GPtrArray *
clt_odoo_choose_choices (CltOdooInquiry            *inquiry,
                         const CltField     *field,
                         const CltMapSource *source,
                         JsonNode           *description)
{
  g_autoptr (GPtrArray) selection = NULL;

  if (source->choices != NULL)
    {
      GPtrArray *choices = g_hash_table_lookup (inquiry->choices, source->choices);

      return choices != NULL ? g_ptr_array_ref (choices) : NULL;
    }

  if (clt_field_get_kind (field) != CLT_FIELD_CHOICE || source->values != NULL)
    return NULL;

  selection = clt_odoo_build_selection (description);
  if (selection->len == 0 || clt_odoo_knows_all (field, selection))
    return NULL;

  return g_steal_pointer (&selection);
}

/* The description of a field that the map has; NULL if the server does not have it. Without a label
 * the catalog's stays. */
static CltField *
clt_odoo_describe_field (CltOdooInquiry        *inquiry,
                         const CltField *field,
                         CltMapField    *mapped,
                         JsonObject     *descriptions)
{
  for (guint i = 0; i < mapped->sources->len; i++)
    {
      const CltMapSource *source = g_ptr_array_index (mapped->sources, i);
      JsonNode *description = json_object_get_member (descriptions, source->remote);
      g_autoptr (GPtrArray) choices = NULL;
      CltFieldFlags flags = clt_field_get_flags (field);

      if (description == NULL)
        continue;

      if (source->is_read_only || !clt_codec_can_encode (source->codec)
          || clt_json_peek_boolean (description, "readonly", FALSE))
        flags |= CLT_FIELD_READ_ONLY;
      choices = clt_odoo_choose_choices (inquiry, field, source, description);

      return clt_field_new (clt_field_get_name (field), clt_field_get_kind (field), NULL,
                            clt_field_get_group (field), clt_field_get_role (field), flags,
                            clt_field_get_target (field),
                            choices != NULL ? choices : clt_field_get_choices (field));
    }

  return NULL;
}

/* What a custom field of a type becomes. Lists of records have no place in a form yet. */
static const struct
{
  const char   *type;
  CltFieldKind  kind;
} custom_kinds[] = {
  { "char", CLT_FIELD_TEXT },
  { "text", CLT_FIELD_LONG_TEXT },
  { "html", CLT_FIELD_LONG_TEXT },
  { "integer", CLT_FIELD_INTEGER },
  { "float", CLT_FIELD_REAL },
  { "monetary", CLT_FIELD_MONEY },
  { "boolean", CLT_FIELD_BOOLEAN },
  { "date", CLT_FIELD_DATE },
  { "datetime", CLT_FIELD_DATE_TIME },
  { "selection", CLT_FIELD_CHOICE },
  { "many2one", CLT_FIELD_TEXT }, /* its label; the record may be of a model we do not pull */
};

static CltField *
clt_odoo_describe_custom (const char *name,
                          JsonNode   *description)
{
  const char *type = clt_json_peek_string (description, "type", "");
  CltFieldFlags flags = CLT_FIELD_CUSTOM;

  if (clt_json_peek_boolean (description, "readonly", FALSE) || g_str_equal (type, "many2one"))
    flags |= CLT_FIELD_READ_ONLY;
  if (clt_json_peek_boolean (description, "required", FALSE))
    flags |= CLT_FIELD_REQUIRED;

  for (gsize i = 0; i < G_N_ELEMENTS (custom_kinds); i++)
    if (g_str_equal (custom_kinds[i].type, type))
      {
        g_autoptr (GPtrArray) choices = NULL;

        if (custom_kinds[i].kind == CLT_FIELD_CHOICE)
          choices = clt_odoo_build_selection (description);
        return clt_field_new (name, custom_kinds[i].kind,
                              clt_json_peek_string (description, "string", NULL), NULL,
                              CLT_ROLE_NONE, flags, NULL, choices);
      }

  return NULL;
}

static void
clt_odoo_add_custom_fields (GPtrArray  *fields,
                            JsonObject *descriptions)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (descriptions),
                                         (GCompareFunc) strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      CltField *field = NULL;

      /* Odoo reserves this prefix for what its users add, and Studio follows. */
      if (g_str_has_prefix (l->data, "x_"))
        field = clt_odoo_describe_custom (l->data, json_object_get_member (descriptions, l->data));
      if (field != NULL)
        g_ptr_array_add (fields, field);
    }
}

static CltEntity *
clt_odoo_describe_entity (CltOdooInquiry       *inquiry,
                          CltMapSection *section)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_field_unref);
  CltEntity *builtin = clt_schema_find_entity (clt_catalog_get (), section->entity);
  JsonObject *descriptions;
  CltEntityFlags flags = clt_entity_get_flags (builtin);

  descriptions = json_node_get_object (g_hash_table_lookup (inquiry->fields, section->model));
  for (guint i = 0; i < section->fields->len; i++)
    {
      CltMapField *mapped = g_ptr_array_index (section->fields, i);
      CltField *field = clt_odoo_describe_field (inquiry,
                                                 clt_entity_find_field (builtin, mapped->name),
                                                 mapped, descriptions);

      if (field != NULL)
        g_ptr_array_add (fields, field);
    }
  clt_odoo_add_custom_fields (fields, descriptions);

  if (!g_hash_table_contains (inquiry->editable, section->model))
    flags |= CLT_ENTITY_READ_ONLY;

  /* A label that is the name is none: the catalog's stays. */
  return clt_entity_new (section->entity, section->entity, section->entity,
                         clt_entity_get_icon_name (builtin), flags, fields);
}

static gboolean
clt_odoo_has_section (CltOdooConnector *self,
                      CltOdooInquiry          *inquiry,
                      CltMapSection    *section)
{
  if (g_str_equal (section->model, TASK_MODEL) && self->project_id == 0)
    return FALSE;

  return g_hash_table_contains (inquiry->fields, section->model)
         && !g_hash_table_contains (inquiry->hidden, section->model)
         && !g_hash_table_contains (self->sections, section->entity);
}

/**
 * clt_odoo_build_schema:
 * @self: the connector, which learns what the server has
 * @inquiry: all answers; its fields are taken
 *
 * Makes the server's description: of each entity that is installed and may be read,
 * the fields that exist, and what the server's users added.
 *
 * Returns: (transfer full): the description
 */
CltSchema *
clt_odoo_build_schema (CltOdooConnector *self,
                       CltOdooInquiry          *inquiry)
{
  g_autoptr (GPtrArray) entities = NULL;
  GPtrArray *sections = clt_field_map_get_sections (clt_odoo_get_map ());

  entities = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_entity_unref);
  g_hash_table_remove_all (self->sections);
  for (guint i = 0; i < sections->len; i++)
    {
      CltMapSection *section = g_ptr_array_index (sections, i);

      if (!clt_odoo_has_section (self, inquiry, section))
        continue;

      g_ptr_array_add (entities, clt_odoo_describe_entity (inquiry, section));
      g_hash_table_insert (self->sections, section->entity, section);
    }

  g_hash_table_unref (self->fields);
  self->fields = g_steal_pointer (&inquiry->fields);
  self->is_described = TRUE;

  return clt_schema_new (entities);
}

/**
 * clt_odoo_find_type:
 * @self: the connector, described
 * @model: a model of the server
 * @field: the server's name of a field
 *
 * Returns: (nullable): the server's type of the field, such as "many2one"; %NULL if
 *   it does not exist or is not for this account
 */
const char *
clt_odoo_find_type (CltOdooConnector *self,
                    const char       *model,
                    const char       *field)
{
  JsonNode *descriptions = g_hash_table_lookup (self->fields, model);
  JsonNode *description;

  if (descriptions == NULL)
    return NULL;

  description = json_object_get_member (json_node_get_object (descriptions), field);

  return description != NULL ? clt_json_peek_string (description, "type", NULL) : NULL;
}

static JsonNode *
clt_odoo_build_model_list (CltOdooConnector *self)
{
  GPtrArray *sections = clt_field_map_get_sections (clt_odoo_get_map ());
  JsonArray *models = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  const char *last = NULL;

  for (guint i = 0; i < sections->len; i++)
    {
      CltMapSection *section = g_ptr_array_index (sections, i);

      if (g_hash_table_lookup (self->sections, section->entity) != section
          || g_strcmp0 (last, section->model) == 0)
        continue;

      json_array_add_string_element (models, section->model);
      last = section->model;
    }
  json_node_take_array (node, models);

  return node;
}

/**
 * clt_odoo_build_domain:
 * @self: the connector, described
 * @section: a section of the map
 *
 * Fills in what only this server knows: $project, $models.
 *
 * Returns: (transfer full): the section's domain; terms may be appended
 */
JsonArray *
clt_odoo_build_domain (CltOdooConnector *self,
                       CltMapSection    *section)
{
  JsonArray *domain = json_array_new ();

  for (guint i = 0; i < json_array_get_length (section->domain); i++)
    {
      JsonNode *node = json_array_get_element (section->domain, i);
      JsonArray *term = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      const char *word = term != NULL
                         ? clt_json_peek_string (json_array_get_element (term, 2), "", NULL)
                         : NULL;
      JsonNode *value = NULL;

      if (g_strcmp0 (word, "$project") == 0)
        value = clt_odoo_int_node (self->project_id);
      else if (g_strcmp0 (word, "$models") == 0)
        value = clt_odoo_build_model_list (self);

      if (value != NULL)
        json_array_add_array_element (domain,
                                      clt_odoo_term (json_array_get_string_element (term, 0),
                                                     json_array_get_string_element (term, 1),
                                                     value));
      else
        json_array_add_element (domain, json_node_ref (node));
    }

  return domain;
}
