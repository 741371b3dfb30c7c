/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-relations"

#include "config.h"

#include "clt-relations.h"

static gboolean
clt_relations_can_refer (CltField   *field,
                         const char *target)
{
  const CltFieldKind kind = clt_field_get_kind (field);

  if (kind == CLT_FIELD_LINK)
    return TRUE;

  return (kind == CLT_FIELD_REFERENCE || kind == CLT_FIELD_REFERENCES)
         && g_strcmp0 (clt_field_get_target (field), target) == 0;
}

/**
 * clt_relations_exist:
 * @entity: whose records may refer
 * @target: to whose records
 *
 * Returns: whether @entity has a field that can refer to records of @target
 */
gboolean
clt_relations_exist (CltEntity *entity,
                     CltEntity *target)
{
  g_return_val_if_fail (entity != NULL, FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  return clt_relations_find_field (entity, clt_entity_get_name (target)) != NULL;
}

/**
 * clt_relations_new_filter:
 * @entity: whose records to find
 * @target: the record they refer to
 *
 * Makes the condition for records of @entity that refer to @target by any of their fields.
 *
 * Returns: (transfer full) (nullable): the condition, or %NULL if @entity has no such field
 */
CltFilter *
clt_relations_new_filter (CltEntity          *entity,
                          const CltRecordKey *target)
{
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (CltValue) value = NULL;

  g_return_val_if_fail (entity != NULL, NULL);
  g_return_val_if_fail (target != NULL, NULL);

  conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_filter_unref);
  value = clt_value_new_reference (target->entity, target->id);
  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    {
      CltField *field = clt_entity_get_field (entity, i);
      const gboolean is_list = clt_field_get_kind (field) == CLT_FIELD_REFERENCES;

      if (clt_relations_can_refer (field, target->entity))
        g_ptr_array_add (conditions,
                         clt_filter_new_compare (clt_field_get_name (field),
                                                 is_list ? CLT_COMPARE_CONTAINS : CLT_COMPARE_IS,
                                                 value));
    }

  if (conditions->len == 0)
    return NULL;

  return clt_filter_new_group (CLT_FILTER_ANY, (CltFilter **) conditions->pdata, conditions->len);
}

/**
 * clt_relations_find_field:
 * @entity: whose records may refer
 * @target: name of the entity they refer to
 *
 * Finds the field that says best what a record of @entity belongs to, for a new record that is to
 * belong to one of @target: one with a role before one without, a link last.
 *
 * Returns: (transfer none) (nullable): the field
 */
CltField *
clt_relations_find_field (CltEntity  *entity,
                          const char *target)
{
  CltField *best = NULL;
  int best_rank = 0;

  g_return_val_if_fail (entity != NULL, NULL);
  g_return_val_if_fail (target != NULL, NULL);

  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    {
      CltField *field = clt_entity_get_field (entity, i);
      int rank = 1;

      if (!clt_relations_can_refer (field, target))
        continue;

      if (clt_field_get_kind (field) == CLT_FIELD_REFERENCE)
        rank = clt_field_get_role (field) != CLT_ROLE_NONE ? 4 : 3;
      else if (clt_field_get_kind (field) == CLT_FIELD_LINK)
        rank = 2;
      if (rank > best_rank)
        {
          best = field;
          best_rank = rank;
        }
    }

  return best;
}

/**
 * clt_relations_is_party:
 * @entity: an entity
 *
 * Returns: whether its records are people or organisations: who can be called or written to
 */
gboolean
clt_relations_is_party (CltEntity *entity)
{
  g_return_val_if_fail (entity != NULL, FALSE);

  return clt_entity_find_role (entity, CLT_ROLE_EMAIL) != NULL
         || clt_entity_find_role (entity, CLT_ROLE_PHONE) != NULL;
}
