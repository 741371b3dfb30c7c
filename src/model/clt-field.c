/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field"

#include "config.h"

#include "clt-field.h"

struct _CltField
{
  gatomicrefcount  ref_count;
  const char      *name;    /* interned */
  CltFieldKind     kind;
  char            *label;   /* (owned) */
  char            *group;   /* (owned) (nullable) */
  CltRole          role;
  CltFieldFlags    flags;
  const char      *target;  /* (nullable): interned */
  GPtrArray       *choices; /* (owned) (nullable) (element-type CltChoice) */
};

G_DEFINE_BOXED_TYPE (CltField, clt_field, clt_field_ref, clt_field_unref)

static GPtrArray *
clt_field_copy_choices (GPtrArray *choices)
{
  GPtrArray *copy;

  if (choices == NULL)
    return NULL;

  copy = g_ptr_array_new_full (choices->len, (GDestroyNotify) clt_choice_unref);
  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (copy, clt_choice_ref (choices->pdata[i]));

  return copy;
}

/**
 * clt_field_new:
 * @name: its name in the store, the maps and the command line
 * @kind: what it holds
 * @label: (nullable): what people read, already translated or the server's own
 *   words; %NULL for @name
 * @group: (nullable): the heading it stands under in a form
 * @role: what it means
 * @flags: how it is treated
 * @target: (nullable): the entity that a reference points to
 * @choices: (nullable) (element-type CltChoice): the values to choose from, copied
 *
 * Returns: (transfer full): the field
 */
CltField *
clt_field_new (const char    *name,
               CltFieldKind   kind,
               const char    *label,
               const char    *group,
               CltRole        role,
               CltFieldFlags  flags,
               const char    *target,
               GPtrArray     *choices)
{
  CltField *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail ((guint) kind < CLT_N_FIELD_KINDS, NULL);
  g_return_val_if_fail ((guint) role < CLT_N_ROLES, NULL);

  self = g_new0 (CltField, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_intern_string (name);
  self->kind = kind;
  self->label = g_strdup (label != NULL ? label : name);
  self->group = g_strdup (group);
  self->role = role;
  self->flags = flags;
  self->target = g_intern_string (target);
  self->choices = clt_field_copy_choices (choices);

  return self;
}

/**
 * clt_field_copy_with:
 * @self: a field
 * @label: (nullable): another label; %NULL to keep it
 * @flags: all its flags
 * @choices: (nullable) (element-type CltChoice): other choices; %NULL to keep them
 *
 * Returns: (transfer full): a field that is like @self in everything else
 */
CltField *
clt_field_copy_with (const CltField *self,
                     const char     *label,
                     CltFieldFlags   flags,
                     GPtrArray      *choices)
{
  g_return_val_if_fail (self != NULL, NULL);

  return clt_field_new (self->name, self->kind, label != NULL ? label : self->label, self->group,
                        self->role, flags, self->target,
                        choices != NULL ? choices : self->choices);
}

/**
 * clt_field_ref:
 * @self: a field
 *
 * Returns: (transfer full): the same field
 */
CltField *
clt_field_ref (const CltField *self)
{
  CltField *field = (CltField *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&field->ref_count);

  return field;
}

/**
 * clt_field_unref:
 * @self: (transfer full): a field
 *
 * Lets the field go.
 */
void
clt_field_unref (CltField *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->label);
  g_free (self->group);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_free (self);
}

/**
 * clt_field_get_name:
 * @self: a field
 *
 * Returns: (transfer none): its name, an interned string
 */
const char *
clt_field_get_name (const CltField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * clt_field_get_kind:
 * @self: a field
 *
 * Returns: what it holds
 */
CltFieldKind
clt_field_get_kind (const CltField *self)
{
  g_return_val_if_fail (self != NULL, CLT_FIELD_TEXT);

  return self->kind;
}

/**
 * clt_field_get_label:
 * @self: a field
 *
 * Returns: (transfer none): what people read
 */
const char *
clt_field_get_label (const CltField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * clt_field_get_group:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the heading it stands under in a form
 */
const char *
clt_field_get_group (const CltField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->group;
}

/**
 * clt_field_get_role:
 * @self: a field
 *
 * Returns: what it means to the program
 */
CltRole
clt_field_get_role (const CltField *self)
{
  g_return_val_if_fail (self != NULL, CLT_ROLE_NONE);

  return self->role;
}

/**
 * clt_field_get_flags:
 * @self: a field
 *
 * Returns: all its flags
 */
CltFieldFlags
clt_field_get_flags (const CltField *self)
{
  g_return_val_if_fail (self != NULL, CLT_FIELD_FLAG_NONE);

  return self->flags;
}

/**
 * clt_field_has_flags:
 * @self: a field
 * @flags: one flag or several
 *
 * Returns: %TRUE if it has all of @flags
 */
gboolean
clt_field_has_flags (const CltField *self,
                     CltFieldFlags   flags)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->flags & flags) == flags;
}

/**
 * clt_field_get_target:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the name of the entity that a reference
 *   points to, an interned string; %NULL for the rest and for links
 */
const char *
clt_field_get_target (const CltField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->target;
}

/**
 * clt_field_get_choices:
 * @self: a field
 *
 * Returns: (transfer none) (nullable) (element-type CltChoice): the values to
 *   choose from, in order; not to be changed
 */
GPtrArray *
clt_field_get_choices (const CltField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->choices;
}

/**
 * clt_field_find_choice:
 * @self: a field
 * @id: (nullable): the id of a choice
 *
 * Returns: (transfer none) (nullable): the choice
 */
CltChoice *
clt_field_find_choice (const CltField *self,
                       const char     *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; self->choices != NULL && i < self->choices->len; i++)
    {
      CltChoice *choice = self->choices->pdata[i];

      if (g_strcmp0 (clt_choice_get_id (choice), id) == 0)
        return choice;
    }

  return NULL;
}
