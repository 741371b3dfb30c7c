/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-new-record-start"

#include "config.h"

#include "clt-new-record-start.h"
#include "clt-relations.h"
#include "clt-time.h"

#define HOUR (3600 * CLT_USEC_PER_SECOND)

/* The fields of a record being prepared, in the entity's order. */
typedef struct
{
  CltEntity  *entity;
  CltValue  **values; /* (owned): each of them too */
  char      **labels; /* (owned): each of them too; NULL where there is none */
} Start;

static void
start_set (Start      *start,
           int         index,
           CltValue   *value,
           const char *label)
{
  if (index < 0 || !clt_value_is_none (start->values[index]))
    return;

  clt_value_unref (start->values[index]);
  start->values[index] = clt_value_ref (value);
  start->labels[index] = g_strdup (label);
}

/* Where everything begins: the first choice that is neither hidden nor an end. */
static void
start_set_first_choice (Start   *start,
                        CltRole  role)
{
  const int index = clt_entity_find_role_index (start->entity, role);
  GPtrArray *choices = NULL;

  if (index >= 0)
    choices = clt_field_get_choices (clt_entity_get_field (start->entity, (guint) index));

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      CltChoice *choice = g_ptr_array_index (choices, i);
      g_autoptr (CltValue) value = NULL;

      if (clt_choice_is_closed (choice) || (clt_choice_get_flags (choice) & CLT_CHOICE_HIDDEN) != 0)
        continue;

      value = clt_value_new_text (clt_choice_get_id (choice));
      start_set (start, index, value, NULL);
      return;
    }
}

static void
start_set_moment (Start   *start,
                  CltRole  role,
                  gint64   moment)
{
  g_autoptr (CltValue) value = clt_value_new_moment (moment);
  const int index = clt_entity_find_role_index (start->entity, role);
  CltField *field = index >= 0 ? clt_entity_get_field (start->entity, (guint) index) : NULL;

  if (field != NULL && clt_field_get_kind (field) == CLT_FIELD_DATE_TIME)
    start_set (start, index, value, NULL);
}

/* What belongs to a deal belongs to the deal's customer and, at first, to the deal's owner. */
static void
start_inherit (Start     *start,
               CltRecord *about,
               CltRole    role)
{
  CltEntity *entity = clt_record_get_entity (about);
  const int from = clt_entity_find_role_index (entity, role);
  const int to = clt_entity_find_role_index (start->entity, role);

  if (from < 0 || to < 0
      || g_strcmp0 (clt_field_get_target (clt_entity_get_field (entity, (guint) from)),
                    clt_field_get_target (clt_entity_get_field (start->entity, (guint) to))) != 0)
    return;

  start_set (start, to, clt_record_get_nth_value (about, (guint) from),
             clt_record_get_nth_label (about, (guint) from));
}

static void
start_set_about (Start     *start,
                 CltRecord *about)
{
  const char *target = clt_entity_get_name (clt_record_get_entity (about));
  CltField *field = clt_relations_find_field (start->entity, target);
  g_autoptr (CltValue) value = clt_value_new_reference (target, clt_record_get_id (about));

  if (field == NULL)
    return;

  if (clt_field_get_kind (field) == CLT_FIELD_REFERENCES)
    {
      CltValue *item = g_steal_pointer (&value);

      value = clt_value_new_list (&item, 1);
      clt_value_unref (item);
    }
  start_set (start, clt_entity_find_index (start->entity, clt_field_get_name (field)), value,
             clt_record_get_title (about));

  /* Also what it is about, where that is another field than the one above. */
  start_set (start, clt_entity_find_role_index (start->entity, CLT_ROLE_ABOUT), value,
             clt_record_get_title (about));
}

/**
 * clt_new_record_start:
 * @entity: what kind of record
 * @about: (nullable): the record it is to belong to
 *
 * Prepares a record that the store does not know: belonging to @about and what that belongs to,
 * at the first stage, beginning at the next full hour.
 *
 * Returns: (transfer full): the record, with 0 for an id
 */
CltRecord *
clt_new_record_start (CltEntity *entity,
                      CltRecord *about)
{
  static const CltRole choices[] = { CLT_ROLE_STAGE, CLT_ROLE_STATUS, CLT_ROLE_KIND,
                                     CLT_ROLE_LIFE_CYCLE };
  const gint64 next_hour = (clt_time_now () / HOUR + 1) * HOUR;
  const guint n_fields = clt_entity_get_n_fields (entity);
  CltRecord *record = clt_record_new (entity, 0);
  Start start = { entity, g_new0 (CltValue *, n_fields), g_new0 (char *, n_fields + 1) };

  for (guint i = 0; i < n_fields; i++)
    start.values[i] = clt_value_new_none ();

  if (about != NULL)
    {
      start_set_about (&start, about);
      start_inherit (&start, about, CLT_ROLE_CUSTOMER);
      start_inherit (&start, about, CLT_ROLE_OWNER);
      start_inherit (&start, about, CLT_ROLE_TEAM);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    start_set_first_choice (&start, choices[i]);
  start_set_moment (&start, CLT_ROLE_START, next_hour);
  start_set_moment (&start, CLT_ROLE_END, next_hour + HOUR);
  start_set_moment (&start, CLT_ROLE_WHEN, clt_time_now ());

  clt_record_fill (record, start.values, start.labels, NULL, CLT_SYNC_LOCAL);
  for (guint i = 0; i < n_fields; i++)
    {
      clt_value_unref (start.values[i]);
      g_free (start.labels[i]);
    }
  g_free (start.values);
  g_free (start.labels);

  return record;
}
