/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-schema"

#include "config.h"

#include "clt-json.h"
#include "clt-schema.h"

struct _CltSchema
{
  gatomicrefcount  ref_count;
  GPtrArray       *entities; /* (owned) (element-type CltEntity) */
};

G_DEFINE_BOXED_TYPE (CltSchema, clt_schema, clt_schema_ref, clt_schema_unref)

/* {{{ Merging */

/* A label that is but the name says nothing: the server gave none. */
static const char *
clt_schema_choose_label (const char *described,
                         const char *builtin,
                         const char *name)
{
  return g_strcmp0 (described, name) != 0 ? described : builtin;
}

static CltField *
clt_schema_merge_field (const CltField *builtin,
                        const CltField *described)
{
  const CltFieldFlags flags = clt_field_get_flags (builtin) |
                              (clt_field_get_flags (described) & ~CLT_FIELD_CUSTOM);

  return clt_field_copy_with (builtin,
                              clt_schema_choose_label (clt_field_get_label (described),
                                                       clt_field_get_label (builtin),
                                                       clt_field_get_name (builtin)),
                              flags, clt_field_get_choices (described));
}

static CltField *
clt_schema_mark_custom (const CltField *described)
{
  return clt_field_copy_with (described, NULL, clt_field_get_flags (described) | CLT_FIELD_CUSTOM,
                              NULL);
}

static CltEntity *
clt_schema_merge_entity (const CltEntity *builtin,
                         const CltEntity *described)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_field_unref);
  const char *name = clt_entity_get_name (builtin);

  for (guint i = 0; i < clt_entity_get_n_fields (builtin); i++)
    {
      const CltField *field = clt_entity_get_field (builtin, i);
      const CltField *theirs = clt_entity_find_field (described, clt_field_get_name (field));

      if (theirs != NULL)
        g_ptr_array_add (fields, clt_schema_merge_field (field, theirs));
    }

  for (guint i = 0; i < clt_entity_get_n_fields (described); i++)
    {
      const CltField *field = clt_entity_get_field (described, i);

      if (clt_entity_find_field (builtin, clt_field_get_name (field)) == NULL)
        g_ptr_array_add (fields, clt_schema_mark_custom (field));
    }

  return clt_entity_new (name,
                         clt_schema_choose_label (clt_entity_get_label (described),
                                                  clt_entity_get_label (builtin), name),
                         clt_schema_choose_label (clt_entity_get_label_plural (described),
                                                  clt_entity_get_label_plural (builtin), name),
                         clt_entity_get_icon_name (builtin),
                         clt_entity_get_flags (builtin) | clt_entity_get_flags (described),
                         fields);
}

/* }}} */

/**
 * clt_schema_new:
 * @entities: (element-type CltEntity): in the order of the sidebar, copied
 *
 * Returns: (transfer full): the schema
 */
CltSchema *
clt_schema_new (GPtrArray *entities)
{
  CltSchema *self;

  g_return_val_if_fail (entities != NULL, NULL);

  self = g_new0 (CltSchema, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->entities = g_ptr_array_new_full (entities->len, (GDestroyNotify) clt_entity_unref);
  for (guint i = 0; i < entities->len; i++)
    g_ptr_array_add (self->entities, clt_entity_ref (entities->pdata[i]));

  return self;
}

/**
 * clt_schema_merge:
 * @builtin: the catalog
 * @described: (nullable): what the server says it has; %NULL for a workspace on
 *   this computer, which has everything
 *
 * Makes the schema of a workspace: what we know and the server has.
 *
 * A built-in entity or field that the server does not describe is left out: a page
 * or a row of a form for something that can never arrive, nor be sent, misleads. A
 * field that both have keeps its kind, role and flags; the server's label and
 * choices take the place of ours where it gives any (a label that is the field's
 * name is none), and its flags are added. A field that we do not know is appended
 * as %CLT_FIELD_CUSTOM. An entity that we do not know is appended as it is.
 *
 * Returns: (transfer full): the schema
 */
CltSchema *
clt_schema_merge (const CltSchema *builtin,
                  const CltSchema *described)
{
  g_autoptr (GPtrArray) merged = NULL;

  g_return_val_if_fail (builtin != NULL, NULL);

  if (described == NULL)
    return clt_schema_ref (builtin);

  merged = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_entity_unref);
  for (guint i = 0; i < builtin->entities->len; i++)
    {
      const CltEntity *entity = builtin->entities->pdata[i];
      const CltEntity *theirs = clt_schema_find_entity (described, clt_entity_get_name (entity));

      if (theirs != NULL)
        g_ptr_array_add (merged, clt_schema_merge_entity (entity, theirs));
    }

  for (guint i = 0; i < described->entities->len; i++)
    {
      const CltEntity *entity = described->entities->pdata[i];

      if (clt_schema_find_entity (builtin, clt_entity_get_name (entity)) == NULL)
        g_ptr_array_add (merged, clt_entity_ref (entity));
    }

  return clt_schema_new (merged);
}

/**
 * clt_schema_ref:
 * @self: a schema
 *
 * Returns: (transfer full): the same schema
 */
CltSchema *
clt_schema_ref (const CltSchema *self)
{
  CltSchema *schema = (CltSchema *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&schema->ref_count);

  return schema;
}

/**
 * clt_schema_unref:
 * @self: (transfer full): a schema
 *
 * Lets the schema go.
 */
void
clt_schema_unref (CltSchema *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->entities);
  g_free (self);
}

/**
 * clt_schema_get_n_entities:
 * @self: a schema
 *
 * Returns: how many entities it has
 */
guint
clt_schema_get_n_entities (const CltSchema *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entities->len;
}

/**
 * clt_schema_get_entity:
 * @self: a schema
 * @index: which entity, less than clt_schema_get_n_entities()
 *
 * Returns: (transfer none): the entity
 */
CltEntity *
clt_schema_get_entity (const CltSchema *self,
                       guint            index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->entities->len, NULL);

  return self->entities->pdata[index];
}

/**
 * clt_schema_find_entity:
 * @self: a schema
 * @name: (nullable): the name of an entity
 *
 * Returns: (transfer none) (nullable): the entity
 */
CltEntity *
clt_schema_find_entity (const CltSchema *self,
                        const char      *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->entities->len; i++)
    {
      CltEntity *entity = self->entities->pdata[i];

      if (g_strcmp0 (clt_entity_get_name (entity), name) == 0)
        return entity;
    }

  return NULL;
}

/**
 * clt_schema_equal:
 * @a: a schema
 * @b: another
 *
 * Returns: %TRUE if both describe the same in the same order, labels included
 */
gboolean
clt_schema_equal (const CltSchema *a,
                  const CltSchema *b)
{
  g_autoptr (JsonNode) json_a = NULL;
  g_autoptr (JsonNode) json_b = NULL;
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;

  json_a = clt_schema_to_json (a);
  json_b = clt_schema_to_json (b);
  text_a = clt_json_to_text (json_a);
  text_b = clt_json_to_text (json_b);

  return g_str_equal (text_a, text_b);
}
