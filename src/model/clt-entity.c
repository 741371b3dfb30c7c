/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-entity"

#include "config.h"

#include "clt-entity.h"

#define NOT_FOUND (-1)

struct _CltEntity
{
  gatomicrefcount  ref_count;
  const char      *name;         /* interned */
  char            *label;        /* (owned) */
  char            *label_plural; /* (owned) */
  char            *icon_name;    /* (owned) (nullable) */
  CltEntityFlags   flags;
  GPtrArray       *fields;       /* (owned) (element-type CltField) */
  GHashTable      *indexes;      /* (owned): name of a field → its index + 1 */
  int              roles[CLT_N_ROLES]; /* index of the first field with the role */
};

G_DEFINE_BOXED_TYPE (CltEntity, clt_entity, clt_entity_ref, clt_entity_unref)

/* The first field of a name or role counts: a server may describe what we have already. */
static void
clt_entity_take_field (CltEntity *self,
                       CltField  *field)
{
  const int index = (int) self->fields->len;
  const CltRole role = clt_field_get_role (field);
  const char *name = clt_field_get_name (field);

  if (g_hash_table_contains (self->indexes, name))
    {
      clt_field_unref (field);
      return;
    }

  g_ptr_array_add (self->fields, field);
  g_hash_table_insert (self->indexes, (gpointer) name, GINT_TO_POINTER (index + 1));
  if (self->roles[role] == NOT_FOUND)
    self->roles[role] = index;
}

/**
 * clt_entity_new:
 * @name: its name in the store, the maps and the command line
 * @label: (nullable): what people call one of them; %NULL for @name
 * @label_plural: (nullable): what people call several; %NULL for @label
 * @icon_name: (nullable): a symbolic icon
 * @flags: how it is treated
 * @fields: (element-type CltField): its fields in the order of the form, copied;
 *   of two with one name the first is taken
 *
 * Returns: (transfer full): the entity
 */
CltEntity *
clt_entity_new (const char     *name,
                const char     *label,
                const char     *label_plural,
                const char     *icon_name,
                CltEntityFlags  flags,
                GPtrArray      *fields)
{
  CltEntity *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (fields != NULL, NULL);

  self = g_new0 (CltEntity, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_intern_string (name);
  self->label = g_strdup (label != NULL ? label : name);
  self->label_plural = g_strdup (label_plural != NULL ? label_plural : self->label);
  self->icon_name = g_strdup (icon_name);
  self->flags = flags;
  self->fields = g_ptr_array_new_full (fields->len, (GDestroyNotify) clt_field_unref);
  self->indexes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < CLT_N_ROLES; i++)
    self->roles[i] = NOT_FOUND;
  for (guint i = 0; i < fields->len; i++)
    clt_entity_take_field (self, clt_field_ref (fields->pdata[i]));

  return self;
}

/**
 * clt_entity_ref:
 * @self: an entity
 *
 * Returns: (transfer full): the same entity
 */
CltEntity *
clt_entity_ref (const CltEntity *self)
{
  CltEntity *entity = (CltEntity *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&entity->ref_count);

  return entity;
}

/**
 * clt_entity_unref:
 * @self: (transfer full): an entity
 *
 * Lets the entity go.
 */
void
clt_entity_unref (CltEntity *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->label);
  g_free (self->label_plural);
  g_free (self->icon_name);
  g_ptr_array_unref (self->fields);
  g_hash_table_unref (self->indexes);
  g_free (self);
}

/**
 * clt_entity_get_name:
 * @self: an entity
 *
 * Returns: (transfer none): its name, an interned string
 */
const char *
clt_entity_get_name (const CltEntity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * clt_entity_get_label:
 * @self: an entity
 *
 * Returns: (transfer none): what people call one of them: "Customer"
 */
const char *
clt_entity_get_label (const CltEntity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * clt_entity_get_label_plural:
 * @self: an entity
 *
 * Returns: (transfer none): what people call several: "Customers"
 */
const char *
clt_entity_get_label_plural (const CltEntity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label_plural;
}

/**
 * clt_entity_get_icon_name:
 * @self: an entity
 *
 * Returns: (transfer none) (nullable): the name of a symbolic icon
 */
const char *
clt_entity_get_icon_name (const CltEntity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->icon_name;
}

/**
 * clt_entity_get_flags:
 * @self: an entity
 *
 * Returns: all its flags
 */
CltEntityFlags
clt_entity_get_flags (const CltEntity *self)
{
  g_return_val_if_fail (self != NULL, CLT_ENTITY_FLAG_NONE);

  return self->flags;
}

/**
 * clt_entity_has_flags:
 * @self: an entity
 * @flags: one flag or several
 *
 * Returns: %TRUE if it has all of @flags
 */
gboolean
clt_entity_has_flags (const CltEntity *self,
                      CltEntityFlags   flags)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->flags & flags) == flags;
}

/**
 * clt_entity_get_n_fields:
 * @self: an entity
 *
 * Returns: how many fields it has
 */
guint
clt_entity_get_n_fields (const CltEntity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fields->len;
}

/**
 * clt_entity_get_field:
 * @self: an entity
 * @index: which field, less than clt_entity_get_n_fields()
 *
 * Returns: (transfer none): the field
 */
CltField *
clt_entity_get_field (const CltEntity *self,
                      guint            index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->fields->len, NULL);

  return self->fields->pdata[index];
}

/**
 * clt_entity_find_index:
 * @self: an entity
 * @name: (nullable): name of a field
 *
 * Returns: where the field stands, or -1 if there is none
 */
int
clt_entity_find_index (const CltEntity *self,
                       const char      *name)
{
  g_return_val_if_fail (self != NULL, NOT_FOUND);

  if (name == NULL)
    return NOT_FOUND;

  return GPOINTER_TO_INT (g_hash_table_lookup (self->indexes, name)) - 1;
}

/**
 * clt_entity_find_field:
 * @self: an entity
 * @name: (nullable): name of a field
 *
 * Returns: (transfer none) (nullable): the field
 */
CltField *
clt_entity_find_field (const CltEntity *self,
                       const char      *name)
{
  const int index = clt_entity_find_index (self, name);

  return index != NOT_FOUND ? clt_entity_get_field (self, (guint) index) : NULL;
}

/**
 * clt_entity_find_role_index:
 * @self: an entity
 * @role: a role other than %CLT_ROLE_NONE
 *
 * Returns: where the first field with @role stands, or -1 if there is none
 */
int
clt_entity_find_role_index (const CltEntity *self,
                            CltRole          role)
{
  g_return_val_if_fail (self != NULL, NOT_FOUND);
  g_return_val_if_fail ((guint) role < CLT_N_ROLES, NOT_FOUND);

  return role != CLT_ROLE_NONE ? self->roles[role] : NOT_FOUND;
}

/**
 * clt_entity_find_role:
 * @self: an entity
 * @role: a role other than %CLT_ROLE_NONE
 *
 * Returns: (transfer none) (nullable): the first field with @role
 */
CltField *
clt_entity_find_role (const CltEntity *self,
                      CltRole          role)
{
  const int index = clt_entity_find_role_index (self, role);

  return index != NOT_FOUND ? clt_entity_get_field (self, (guint) index) : NULL;
}
