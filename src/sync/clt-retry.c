/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-retry"

#include "config.h"

#include "clt-retry.h"

#define FIRST_CEILING_MS (2 * 1000)
#define HIGHEST_CEILING_MS (15 * 60 * 1000)
/* A server that asks for a week has a wrong clock or a wrong unit. */
#define LONGEST_RETRY_AFTER_S (24 * 60 * 60)

/**
 * clt_retry_ceiling:
 * @attempt: how many attempts have failed so far; at least 1
 *
 * Computes the longest time that may pass before the next attempt: it doubles
 * with every failed attempt, from 2 s up to 15 min.
 *
 * Returns: the ceiling, in milliseconds
 */
gint64
clt_retry_ceiling (guint attempt)
{
  gint64 ceiling = FIRST_CEILING_MS;

  g_return_val_if_fail (attempt > 0, FIRST_CEILING_MS);

  while (--attempt > 0 && ceiling < HIGHEST_CEILING_MS)
    ceiling *= 2;

  return MIN (ceiling, HIGHEST_CEILING_MS);
}

/**
 * clt_retry_delay:
 * @attempt: how many attempts have failed so far; at least 1
 * @retry_after: seconds the server asked us to wait, or 0 if it did not say
 * @share: a random number from 0 to 1
 *
 * Computes how long to wait before asking the server again.
 *
 * The wait is a random share of the ceiling, so that all the clients that lost
 * the same server do not come back in the same second. A server that asks for
 * more gets what it asked for: coming back early would only be refused again.
 *
 * Returns: the delay, in milliseconds
 */
gint64
clt_retry_delay (guint  attempt,
                 guint  retry_after,
                 double share)
{
  const gint64 ours = (gint64) (CLAMP (share, 0.0, 1.0) * (double) clt_retry_ceiling (attempt));
  const gint64 theirs = (gint64) MIN (retry_after, LONGEST_RETRY_AFTER_S) * 1000;

  return MAX (ours, theirs);
}
