/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-event"

#include "config.h"

#include "clt-event.h"
#include "clt-time.h"

/* How long an event takes that does not say when it ends. */
#define USUAL_LENGTH_USEC (60 * 60 * CLT_USEC_PER_SECOND)

/**
 * clt_event_get_span:
 * @event: a record
 * @start: (out): return location for the moment at which it begins
 * @end: (out): return location for the first moment after it
 *
 * Finds out which time an event takes where the user is. One that lasts all day
 * takes whole days of the user's calendar, its last one included; one without an
 * end takes an hour; one that would end before it begins takes no time.
 *
 * Returns: %TRUE if it has a start; else neither location is touched
 */
gboolean
clt_event_get_span (CltRecord *event,
                    gint64    *start,
                    gint64    *end)
{
  const CltValue *first, *last;

  g_return_val_if_fail (CLT_IS_RECORD (event), FALSE);
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  first = clt_record_get_role (event, CLT_ROLE_START);
  last = clt_record_get_role (event, CLT_ROLE_END);
  if (clt_value_is_none (first))
    return FALSE;

  *start = clt_value_get_integer (first);

  if (clt_value_get_boolean (clt_record_get_role (event, CLT_ROLE_ALL_DAY)))
    {
      const gint64 first_day = clt_time_to_local_day (*start);
      const gint64 last_day = clt_value_is_none (last)
                              ? first_day
                              : clt_time_to_local_day (clt_value_get_integer (last));

      *start = clt_time_from_local_day (first_day);
      *end = clt_time_from_local_day (MAX (first_day, last_day) + 1);
      return TRUE;
    }

  *end = clt_value_is_none (last) ? *start + USUAL_LENGTH_USEC
                                  : MAX (*start, clt_value_get_integer (last));

  return TRUE;
}
