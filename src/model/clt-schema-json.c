/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-schema-json"

#include "config.h"

#include "clt-error.h"
#include "clt-json.h"
#include "clt-schema.h"

/* A schema in JSON. Roles and flags are written by name, so that the enumerations may grow in
 * any place; a name that this version does not know is passed over. */

typedef struct
{
  const char *nick;
  guint       bit;
} FlagRow;

static const char *const role_nicks[CLT_N_ROLES] = {
  [CLT_ROLE_NONE] = "none",
  [CLT_ROLE_TITLE] = "title",
  [CLT_ROLE_CUSTOMER] = "customer",
  [CLT_ROLE_CONTACT] = "contact",
  [CLT_ROLE_ABOUT] = "about",
  [CLT_ROLE_OWNER] = "owner",
  [CLT_ROLE_TEAM] = "team",
  [CLT_ROLE_LIFE_CYCLE] = "life-cycle",
  [CLT_ROLE_STAGE] = "stage",
  [CLT_ROLE_STATUS] = "status",
  [CLT_ROLE_PRIORITY] = "priority",
  [CLT_ROLE_KIND] = "kind",
  [CLT_ROLE_AMOUNT] = "amount",
  [CLT_ROLE_PROBABILITY] = "probability",
  [CLT_ROLE_CLOSES] = "closes",
  [CLT_ROLE_START] = "start",
  [CLT_ROLE_END] = "end",
  [CLT_ROLE_ALL_DAY] = "all-day",
  [CLT_ROLE_DUE] = "due",
  [CLT_ROLE_EMAIL] = "email",
  [CLT_ROLE_PHONE] = "phone",
  [CLT_ROLE_WEBSITE] = "website",
  [CLT_ROLE_CITY] = "city",
  [CLT_ROLE_COUNTRY] = "country",
  [CLT_ROLE_TAGS] = "tags",
  [CLT_ROLE_SOURCE] = "source",
  [CLT_ROLE_BODY] = "body",
  [CLT_ROLE_AUTHOR] = "author",
  [CLT_ROLE_WHEN] = "when",
  [CLT_ROLE_ARCHIVED] = "archived",
  [CLT_ROLE_CREATED] = "created",
  [CLT_ROLE_MODIFIED] = "modified",
};

static const FlagRow field_flags[] = {
  { "required", CLT_FIELD_REQUIRED },
  { "read-only", CLT_FIELD_READ_ONLY },
  { "searched", CLT_FIELD_SEARCHED },
  { "column", CLT_FIELD_COLUMN },
  { "indexed", CLT_FIELD_INDEXED },
  { "hidden", CLT_FIELD_HIDDEN },
  { "custom", CLT_FIELD_CUSTOM },
  { NULL }
};

static const FlagRow entity_flags[] = {
  { "place", CLT_ENTITY_PLACE },
  { "timeline", CLT_ENTITY_TIMELINE },
  { "read-only", CLT_ENTITY_READ_ONLY },
  { "reference", CLT_ENTITY_REFERENCE },
  { NULL }
};

static const FlagRow choice_flags[] = {
  { "won", CLT_CHOICE_WON },
  { "lost", CLT_CHOICE_LOST },
  { "folded", CLT_CHOICE_FOLDED },
  { "hidden", CLT_CHOICE_HIDDEN },
  { "alert", CLT_CHOICE_ALERT },
  { NULL }
};

/* {{{ Writing */

static void
clt_schema_add_flags (JsonBuilder   *builder,
                      const FlagRow *rows,
                      guint          flags)
{
  if (flags == 0)
    return;

  json_builder_set_member_name (builder, "flags");
  json_builder_begin_array (builder);
  for (const FlagRow *row = rows; row->nick != NULL; row++)
    if ((flags & row->bit) != 0)
      json_builder_add_string_value (builder, row->nick);
  json_builder_end_array (builder);
}

static void
clt_schema_add_string (JsonBuilder *builder,
                       const char  *name,
                       const char  *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
clt_schema_add_choices (JsonBuilder     *builder,
                        const GPtrArray *choices)
{
  if (choices == NULL)
    return;

  json_builder_set_member_name (builder, "choices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < choices->len; i++)
    {
      const CltChoice *choice = choices->pdata[i];

      json_builder_begin_object (builder);
      clt_schema_add_string (builder, "id", clt_choice_get_id (choice));
      clt_schema_add_string (builder, "label", clt_choice_get_label (choice));
      clt_schema_add_flags (builder, choice_flags, clt_choice_get_flags (choice));
      json_builder_set_member_name (builder, "probability");
      json_builder_add_double_value (builder, clt_choice_get_probability (choice));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
clt_schema_add_field (JsonBuilder    *builder,
                      const CltField *field)
{
  json_builder_begin_object (builder);
  clt_schema_add_string (builder, "name", clt_field_get_name (field));
  clt_schema_add_string (builder, "kind", clt_field_kind_get_nick (clt_field_get_kind (field)));
  clt_schema_add_string (builder, "label", clt_field_get_label (field));
  clt_schema_add_string (builder, "group", clt_field_get_group (field));
  clt_schema_add_string (builder, "role", role_nicks[clt_field_get_role (field)]);
  clt_schema_add_string (builder, "target", clt_field_get_target (field));
  clt_schema_add_flags (builder, field_flags, clt_field_get_flags (field));
  clt_schema_add_choices (builder, clt_field_get_choices (field));
  json_builder_end_object (builder);
}

static void
clt_schema_add_entity (JsonBuilder     *builder,
                       const CltEntity *entity)
{
  json_builder_begin_object (builder);
  clt_schema_add_string (builder, "name", clt_entity_get_name (entity));
  clt_schema_add_string (builder, "label", clt_entity_get_label (entity));
  clt_schema_add_string (builder, "plural", clt_entity_get_label_plural (entity));
  clt_schema_add_string (builder, "icon", clt_entity_get_icon_name (entity));
  clt_schema_add_flags (builder, entity_flags, clt_entity_get_flags (entity));

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    clt_schema_add_field (builder, clt_entity_get_field (entity, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* }}} */
/* {{{ Reading */

static guint
clt_schema_read_flags (JsonNode      *node,
                       const FlagRow *rows)
{
  JsonArray *array = clt_json_get_array (node, "flags", NULL);
  guint flags = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *nick = clt_json_peek_string (json_array_get_element (array, i), NULL, NULL);

      for (const FlagRow *row = rows; row->nick != NULL; row++)
        if (g_strcmp0 (row->nick, nick) == 0)
          flags |= row->bit;
    }

  return flags;
}

static CltRole
clt_schema_read_role (JsonNode *node)
{
  const char *nick = clt_json_peek_string (node, "role", NULL);

  for (guint i = 0; i < CLT_N_ROLES; i++)
    if (g_strcmp0 (role_nicks[i], nick) == 0)
      return i;

  return CLT_ROLE_NONE;
}

/* Calls @read for each item of the array at @path; NULL if one of them fails. */
static GPtrArray *
clt_schema_read_array (JsonNode         *node,
                       const char       *path,
                       gpointer        (*read) (JsonNode *, GError **),
                       GDestroyNotify    free_item,
                       GError          **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  JsonArray *array = clt_json_get_array (node, path, error);

  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gpointer item = read (json_array_get_element (array, i), error);

      if (item == NULL)
        {
          g_prefix_error (error, "%s[%u]: ", path, i);
          return NULL;
        }
      g_ptr_array_add (items, item);
    }

  return g_steal_pointer (&items);
}

static gpointer
clt_schema_read_choice (JsonNode  *node,
                        GError   **error)
{
  const char *id = clt_json_get_string (node, "id", error);

  if (id == NULL)
    return NULL;

  return clt_choice_new (id, clt_json_peek_string (node, "label", NULL),
                         clt_schema_read_flags (node, choice_flags),
                         clt_json_peek_double (node, "probability", 0.0));
}

static gpointer
clt_schema_read_field (JsonNode  *node,
                       GError   **error)
{
  const char *name = clt_json_get_string (node, "name", error);
  const char *nick = name != NULL ? clt_json_get_string (node, "kind", error) : NULL;
  g_autoptr (GPtrArray) choices = NULL;
  CltFieldKind kind;

  if (nick == NULL)
    return NULL;

  if (!clt_field_kind_from_nick (nick, &kind))
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED, "There is no kind “%s”", nick);
      return NULL;
    }

  if (clt_json_peek (node, "choices") != NULL)
    {
      choices = clt_schema_read_array (node, "choices", clt_schema_read_choice,
                                       (GDestroyNotify) clt_choice_unref, error);
      if (choices == NULL)
        return NULL;
    }

  return clt_field_new (name, kind, clt_json_peek_string (node, "label", NULL),
                        clt_json_peek_string (node, "group", NULL), clt_schema_read_role (node),
                        clt_schema_read_flags (node, field_flags),
                        clt_json_peek_string (node, "target", NULL), choices);
}

static gpointer
clt_schema_read_entity (JsonNode  *node,
                        GError   **error)
{
  const char *name = clt_json_get_string (node, "name", error);
  g_autoptr (GPtrArray) fields = NULL;

  if (name != NULL)
    fields = clt_schema_read_array (node, "fields", clt_schema_read_field,
                                    (GDestroyNotify) clt_field_unref, error);

  if (fields == NULL)
    return NULL;

  return clt_entity_new (name, clt_json_peek_string (node, "label", NULL),
                         clt_json_peek_string (node, "plural", NULL),
                         clt_json_peek_string (node, "icon", NULL),
                         clt_schema_read_flags (node, entity_flags), fields);
}

/* }}} */

/**
 * clt_schema_to_json:
 * @self: a schema
 *
 * Makes the form in which the store keeps a description, so that a start without
 * network knows the server's fields.
 *
 * Returns: (transfer full): JSON
 */
JsonNode *
clt_schema_to_json (const CltSchema *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "entities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < clt_schema_get_n_entities (self); i++)
    clt_schema_add_entity (builder, clt_schema_get_entity (self, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/**
 * clt_schema_new_from_json:
 * @node: (nullable): what clt_schema_to_json() made
 * @error: return location for an error
 *
 * Returns: (transfer full): the schema; %NULL with %CLT_ERROR_MALFORMED, which
 *   says where @node is wrong
 */
CltSchema *
clt_schema_new_from_json (JsonNode  *node,
                          GError   **error)
{
  g_autoptr (GPtrArray) entities = NULL;

  entities = clt_schema_read_array (node, "entities", clt_schema_read_entity,
                                    (GDestroyNotify) clt_entity_unref, error);

  return entities != NULL ? clt_schema_new (entities) : NULL;
}
