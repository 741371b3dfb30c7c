/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-progress"

#include "config.h"

#include "clt-progress.h"
#include "clt-time.h"

/* Which fields can end a record. The status first: a server may close a deal and leave it in the
 * stage that it had reached. */
static const CltRole ending_roles[] = { CLT_ROLE_STATUS, CLT_ROLE_STAGE };

static gboolean
clt_progress_has_passed (const CltValue *value)
{
  /* A day has passed when it is over, a moment when it is there. */
  if (clt_value_get_value_type (value) == CLT_VALUE_DAY)
    return clt_value_get_integer (value) < clt_day_today ();

  return clt_value_get_value_type (value) == CLT_VALUE_MOMENT &&
         clt_value_get_integer (value) < clt_time_now ();
}

/**
 * clt_progress_find_choice:
 * @record: a record
 * @role: the role of a choice field
 *
 * Returns: (transfer none) (nullable): the choice that @record has made there;
 *   %NULL if the entity has no such role, nothing is chosen, or the choice is not
 *   described
 */
CltChoice *
clt_progress_find_choice (CltRecord *record,
                          CltRole    role)
{
  const CltField *field;

  g_return_val_if_fail (CLT_IS_RECORD (record), NULL);

  field = clt_entity_find_role (clt_record_get_entity (record), role);
  if (field == NULL)
    return NULL;

  return clt_field_find_choice (field, clt_value_get_text (clt_record_get_role (record, role)));
}

/**
 * clt_progress_get:
 * @record: a record
 *
 * Returns: how far @record is
 */
CltProgress
clt_progress_get (CltRecord *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ending_roles); i++)
    {
      const CltChoice *choice = clt_progress_find_choice (record, ending_roles[i]);

      if (choice != NULL && clt_choice_is_closed (choice))
        return (clt_choice_get_flags (choice) & CLT_CHOICE_WON) != 0 ? CLT_PROGRESS_WON
                                                                     : CLT_PROGRESS_LOST;
    }

  return CLT_PROGRESS_OPEN;
}

/**
 * clt_progress_is_late:
 * @record: a record
 * @index: where a field stands in its entity
 *
 * Tells whether a field says by when something was to happen, the time has come,
 * and the record is still open.
 *
 * Returns: %TRUE if so
 */
gboolean
clt_progress_is_late (CltRecord *record,
                      guint      index)
{
  CltRole role;

  g_return_val_if_fail (CLT_IS_RECORD (record), FALSE);

  role = clt_field_get_role (clt_entity_get_field (clt_record_get_entity (record), index));

  return (role == CLT_ROLE_DUE || role == CLT_ROLE_CLOSES) &&
         clt_progress_has_passed (clt_record_get_nth_value (record, index)) &&
         clt_progress_get (record) == CLT_PROGRESS_OPEN;
}
