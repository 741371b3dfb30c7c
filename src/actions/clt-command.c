/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-command"

#include "config.h"

#include "clt-command.h"
#include "clt-record-key.h"
#include "clt-time.h"

/* How long an event lasts unless it says so. */
#define EVENT_LENGTH (G_GINT64_CONSTANT (3600) * CLT_USEC_PER_SECOND)

struct _CltCommand
{
  char      *label;   /* (owned) */
  GPtrArray *changes; /* (owned) (element-type CltChange) */
};

/* Roles whose field starts at its first choice when nobody said otherwise. */
static const CltRole first_choice_roles[] = {
  CLT_ROLE_STAGE,
  CLT_ROLE_STATUS,
  CLT_ROLE_LIFE_CYCLE,
  CLT_ROLE_KIND,
};

static GPtrArray *
clt_command_new_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) clt_change_unref);
}

static void
clt_command_add_default (CltChange *change,
                         CltEntity *entity,
                         CltRole    role,
                         CltValue  *value)
{
  CltField *field = clt_entity_find_role (entity, role);

  if (field != NULL && clt_change_find_after (change, clt_field_get_name (field)) == NULL)
    clt_change_add (change, clt_field_get_name (field), NULL, value);
}

static CltValue *
clt_command_find_role (CltChange *change,
                       CltEntity *entity,
                       CltRole    role)
{
  CltField *field = clt_entity_find_role (entity, role);

  return field != NULL ? clt_change_find_after (change, clt_field_get_name (field)) : NULL;
}

static void
clt_command_add_first_choice (CltChange *change,
                              CltEntity *entity,
                              CltRole    role)
{
  CltField *field = clt_entity_find_role (entity, role);
  GPtrArray *choices = field != NULL ? clt_field_get_choices (field) : NULL;
  g_autoptr (CltValue) value = NULL;

  if (choices == NULL || choices->len == 0 || clt_field_get_kind (field) != CLT_FIELD_CHOICE)
    return;

  value = clt_value_new_text (clt_choice_get_id (g_ptr_array_index (choices, 0)));
  clt_command_add_default (change, entity, role, value);
}

/* A deal is as probable as its stage says. */
static void
clt_command_add_probability (CltChange *change,
                             CltEntity *entity)
{
  CltField *field = clt_entity_find_role (entity, CLT_ROLE_STAGE);
  CltValue *stage = clt_command_find_role (change, entity, CLT_ROLE_STAGE);
  CltChoice *choice = NULL;
  g_autoptr (CltValue) value = NULL;

  if (field != NULL && stage != NULL && !clt_value_is_none (stage))
    choice = clt_field_find_choice (field, clt_value_get_text (stage));
  if (choice == NULL)
    return;

  value = clt_value_new_real (clt_choice_get_probability (choice));
  clt_command_add_default (change, entity, CLT_ROLE_PROBABILITY, value);
}

/* What happens begins now unless it says so; what has an end lasts an hour. */
static void
clt_command_add_times (CltChange *change,
                       CltEntity *entity)
{
  g_autoptr (CltValue) now = clt_value_new_moment (clt_time_now ());
  CltValue *start;

  clt_command_add_default (change, entity, CLT_ROLE_WHEN, now);
  clt_command_add_default (change, entity, CLT_ROLE_START, now);

  start = clt_command_find_role (change, entity, CLT_ROLE_START);
  if (start != NULL && clt_value_get_value_type (start) == CLT_VALUE_MOMENT)
    {
      const gint64 moment = clt_value_get_integer (start) + EVENT_LENGTH;
      g_autoptr (CltValue) end = clt_value_new_moment (moment);

      clt_command_add_default (change, entity, CLT_ROLE_END, end);
    }
}

/**
 * clt_command_new:
 * @label: what was done, in the user's words
 * @changes: (element-type CltChange): the changes it was made of, in order
 *
 * Makes a command that remembers the changes; it does not apply them.
 *
 * Returns: (transfer full): the command
 */
CltCommand *
clt_command_new (const char *label,
                 GPtrArray  *changes)
{
  CltCommand *self;

  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  self = g_atomic_rc_box_new0 (CltCommand);
  self->label = g_strdup (label);
  self->changes = g_ptr_array_ref (changes);

  return self;
}

/**
 * clt_command_ref:
 * @self: a command
 *
 * Returns: (transfer full): the same command; any thread may hold one
 */
CltCommand *
clt_command_ref (const CltCommand *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((CltCommand *) self);
}

static void
clt_command_clear (gpointer data)
{
  CltCommand *self = data;

  g_free (self->label);
  g_ptr_array_unref (self->changes);
}

/**
 * clt_command_unref:
 * @self: (transfer full): a command
 *
 * Gives the command back; the last one to do so frees it.
 */
void
clt_command_unref (CltCommand *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clt_command_clear);
}

/**
 * clt_command_get_label:
 * @self: a command
 *
 * Returns: (transfer none): what was done, in the user's words
 */
const char *
clt_command_get_label (const CltCommand *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * clt_command_get_changes:
 * @self: a command
 *
 * Returns: (transfer none) (element-type CltChange): what to apply to do it, or to do it again
 */
GPtrArray *
clt_command_get_changes (const CltCommand *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes;
}

/**
 * clt_command_invert:
 * @self: a command
 *
 * Makes the changes that undo the command: the inverse of each, the last one
 * first, because a later change may rest on an earlier one.
 *
 * Returns: (transfer full) (element-type CltChange): what to apply to undo it
 */
GPtrArray *
clt_command_invert (const CltCommand *self)
{
  GPtrArray *inverses;

  g_return_val_if_fail (self != NULL, NULL);

  inverses = clt_command_new_changes ();
  for (guint i = self->changes->len; i > 0; i--)
    g_ptr_array_add (inverses, clt_change_invert (g_ptr_array_index (self->changes, i - 1)));

  return inverses;
}

/**
 * clt_command_set_field:
 * @record: the record as the user saw it
 * @field: the name of the field
 * @after: what it is to be
 *
 * Returns: (transfer full) (element-type CltChange): the change, or an empty
 *   array if the record already has that value
 */
GPtrArray *
clt_command_set_field (CltRecord  *record,
                       const char *field,
                       CltValue   *after)
{
  return clt_command_set_fields (record, &field, &after, 1);
}

/**
 * clt_command_set_fields:
 * @record: the record as the user saw it
 * @fields: (array length=n): names of fields
 * @afters: (array length=n): what they are to be
 * @n: how many
 *
 * Returns: (transfer full) (element-type CltChange): one change of all the fields
 *   that have another value now, or an empty array if none has
 */
GPtrArray *
clt_command_set_fields (CltRecord          *record,
                        const char * const *fields,
                        CltValue          **afters,
                        gsize               n)
{
  g_autoptr (CltChange) change = NULL;
  GPtrArray *changes;

  g_return_val_if_fail (CLT_IS_RECORD (record), NULL);
  g_return_val_if_fail (fields != NULL && afters != NULL, NULL);

  change = clt_change_new (CLT_CHANGE_EDIT, clt_entity_get_name (clt_record_get_entity (record)),
                           clt_record_get_id (record));
  for (gsize i = 0; i < n; i++)
    {
      CltValue *before = clt_record_get_value (record, fields[i]);

      if (!clt_value_equal (before, afters[i]))
        clt_change_add (change, fields[i], before, afters[i]);
    }

  changes = clt_command_new_changes ();
  if (clt_change_get_n_fields (change) > 0)
    g_ptr_array_add (changes, g_steal_pointer (&change));

  return changes;
}

static CltChange *
clt_command_delete_one (CltRecord *record)
{
  CltEntity *entity = clt_record_get_entity (record);
  CltChange *change = clt_change_new (CLT_CHANGE_DELETE, clt_entity_get_name (entity),
                                      clt_record_get_id (record));

  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    {
      CltValue *value = clt_record_get_nth_value (record, i);

      if (!clt_value_is_none (value))
        clt_change_add (change, clt_field_get_name (clt_entity_get_field (entity, i)), value, NULL);
    }

  return change;
}

/**
 * clt_command_delete:
 * @records: (array length=n_records): loaded records
 * @n_records: how many
 *
 * Each change carries its whole record, so that undoing brings all of it back.
 *
 * Returns: (transfer full) (element-type CltChange): one deletion for each record
 */
GPtrArray *
clt_command_delete (CltRecord **records,
                    gsize       n_records)
{
  GPtrArray *changes;

  g_return_val_if_fail (records != NULL || n_records == 0, NULL);

  changes = clt_command_new_changes ();
  for (gsize i = 0; i < n_records; i++)
    g_ptr_array_add (changes, clt_command_delete_one (records[i]));

  return changes;
}

/**
 * clt_command_create:
 * @entity: what kind of record
 * @fields: (array length=n): names of fields
 * @values: (array length=n): what the new record starts with
 * @n: how many
 * @id: (out) (optional): the id that the record will have
 *
 * What is not said starts as the field's role suggests: a stage or status at its
 * first choice, a probability at that of the stage, an event now and for an hour.
 * The store adds the stamps.
 *
 * Returns: (transfer full) (element-type CltChange): the creation
 */
GPtrArray *
clt_command_create (CltEntity          *entity,
                    const char * const *fields,
                    CltValue          **values,
                    gsize               n,
                    gint64             *id)
{
  CltChange *change;
  GPtrArray *changes;
  gint64 new_id;

  g_return_val_if_fail (entity != NULL, NULL);
  g_return_val_if_fail (n == 0 || (fields != NULL && values != NULL), NULL);

  new_id = clt_record_id_new ();
  change = clt_change_new (CLT_CHANGE_CREATE, clt_entity_get_name (entity), new_id);

  for (gsize i = 0; i < n; i++)
    clt_change_add (change, fields[i], NULL, values[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (first_choice_roles); i++)
    clt_command_add_first_choice (change, entity, first_choice_roles[i]);
  clt_command_add_probability (change, entity);
  clt_command_add_times (change, entity);

  if (id != NULL)
    *id = new_id;

  changes = clt_command_new_changes ();
  g_ptr_array_add (changes, change);

  return changes;
}
