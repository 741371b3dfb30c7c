/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-engine-words"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-engine-private.h"
#include "clt-error.h"

/* Numbers as people write them here: 12,345. */
static char *
clt_engine_format_count (gint64 count)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, count);
}

static char *
clt_engine_format_clock (gint64 moment)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (moment / G_USEC_PER_SEC);

  /* Translators: a time of the day, as in “until 14:05”; see the manual of strftime */
  return g_date_time_format (time, C_("time of day", "%H:%M"));
}

static char *
clt_engine_say_pulling (CltEngine *self)
{
  CltEntity *entity = NULL;
  g_autofree char *done = clt_engine_format_count (self->n_done);
  g_autofree char *total = clt_engine_format_count (self->n_total);
  const gint64 counted = self->n_total >= 0 ? self->n_total : self->n_done;
  const gulong plural = (gulong) CLAMP (counted, 0, G_MAXINT32);

  if (self->entity != NULL)
    entity = clt_schema_find_entity (clt_store_get_schema (self->store), self->entity);
  if (entity == NULL)
    return g_strdup (_("Fetching records…"));

  if (self->n_total < 0)
    return g_strdup_printf (
      /* Translators: progress; %1$s is the plural of a kind of record, such as “Contacts”, %2$s a
       * number */
      ngettext ("%1$s: %2$s fetched", "%1$s: %2$s fetched", plural),
      clt_entity_get_label_plural (entity), done);

  return g_strdup_printf (
    /* Translators: progress; %1$s is the plural of a kind of record, such as “Contacts”, %2$s and
     * %3$s are numbers */
    ngettext ("%1$s: %2$s of %3$s fetched", "%1$s: %2$s of %3$s fetched", plural),
    clt_entity_get_label_plural (entity), done, total);
}

static char *
clt_engine_say_waiting (CltEngine *self)
{
  g_autofree char *until = clt_engine_format_clock (self->retry_at);

  if (g_error_matches (self->error, CLT_ERROR, CLT_ERROR_RATE_LIMITED))
    /* Translators: %s is a time of the day */
    return g_strdup_printf (_("The server asked us to wait until %s"), until);

  /* Translators: %s is a time of the day */
  return g_strdup_printf (_("The server did not answer; trying again at %s"), until);
}

/**
 * clt_engine_dup_words:
 * @self: an engine
 *
 * Says in a few words what the engine is doing, for the sync indicator. They
 * change with "state", "entity", "n-done", "n-total", "retry-at" and "last-sync".
 *
 * Returns: (transfer full): one line without a full stop
 */
char *
clt_engine_dup_words (CltEngine *self)
{
  g_return_val_if_fail (CLT_IS_ENGINE (self), NULL);

  switch (self->state)
    {
    case CLT_ENGINE_IDLE:
      return g_strdup (self->last_sync != 0 ? _("Up to date") : _("Not fetched yet"));
    case CLT_ENGINE_SIGNING_IN:
      return g_strdup (_("Signing in…"));
    case CLT_ENGINE_DESCRIBING:
      return g_strdup (_("Asking the server what it has…"));
    case CLT_ENGINE_PULLING:
      return clt_engine_say_pulling (self);
    case CLT_ENGINE_SWEEPING:
      return g_strdup (_("Looking for deleted records…"));
    case CLT_ENGINE_OFFLINE:
      return g_strdup (_("Working offline"));
    case CLT_ENGINE_WAITING:
      return clt_engine_say_waiting (self);
    case CLT_ENGINE_NEEDS_SIGN_IN:
      return g_strdup (_("Sign in to the server again"));
    case CLT_ENGINE_FAILED:
      return g_strdup (_("Not up to date"));
    default:
      g_return_val_if_reached (NULL);
    }
}
