/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record-key"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-record-key.h"

/* An id is a time in milliseconds above and a counter below: 41 + 12 bits stay under 2^53. */
#define ID_COUNTER_BITS 12
#define ID_EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 2020-01-01 */

G_DEFINE_BOXED_TYPE (CltRecordKey, clt_record_key, clt_record_key_copy, clt_record_key_free)

/**
 * clt_record_key_new:
 * @entity: name of an entity
 * @id: a local id
 *
 * Makes a key. Any thread may use it.
 *
 * Returns: (transfer full): the key
 */
CltRecordKey *
clt_record_key_new (const char *entity,
                    gint64      id)
{
  CltRecordKey *self;

  g_return_val_if_fail (entity != NULL, NULL);

  self = g_new (CltRecordKey, 1);
  self->entity = g_intern_string (entity);
  self->id = id;

  return self;
}

/**
 * clt_record_key_copy:
 * @self: a key
 *
 * Copies a key.
 *
 * Returns: (transfer full): the copy
 */
CltRecordKey *
clt_record_key_copy (const CltRecordKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * clt_record_key_free:
 * @self: (transfer full): a key
 *
 * Frees a key.
 */
void
clt_record_key_free (CltRecordKey *self)
{
  g_free (self);
}

/**
 * clt_record_key_hash:
 * @self: a key
 *
 * Hashes a key, for #GHashTable.
 *
 * Returns: the hash
 */
guint
clt_record_key_hash (gconstpointer self)
{
  const CltRecordKey *key = self;

  return g_int64_hash (&key->id) ^ g_direct_hash (key->entity);
}

/**
 * clt_record_key_equal:
 * @a: a key
 * @b: a key
 *
 * Tells whether two keys name the same record, for #GHashTable.
 *
 * Returns: %TRUE if they do
 */
gboolean
clt_record_key_equal (gconstpointer a,
                      gconstpointer b)
{
  const CltRecordKey *left = a;
  const CltRecordKey *right = b;

  return left->id == right->id && left->entity == right->entity;
}

/**
 * clt_record_key_to_text:
 * @self: a key
 *
 * Writes the key as the command line, drag and drop and links know it.
 *
 * Returns: (transfer full): "customer/123"
 */
char *
clt_record_key_to_text (const CltRecordKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, self->entity, self->id);
}

/**
 * clt_record_key_from_text:
 * @text: what a person or another program gave
 * @error: return location for an error
 *
 * Reads what clt_record_key_to_text() writes. Whether the entity and the record
 * exist is the store's to say.
 *
 * Returns: (transfer full) (nullable): the key
 */
CltRecordKey *
clt_record_key_from_text (const char  *text,
                          GError     **error)
{
  g_autofree char *entity = NULL;
  const char *slash;
  guint64 id;

  g_return_val_if_fail (text != NULL, NULL);

  slash = strchr (text, '/');
  if (slash == NULL || slash == text ||
      !g_ascii_string_to_unsigned (slash + 1, 10, 1, G_MAXINT64, &id, NULL))
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
                   /* Translators: %s is what was typed; "customer/123" stays as it is */
                   _("“%s” does not name a record. A record is written like “customer/123”."),
                   text);
      return NULL;
    }

  entity = g_strndup (text, slash - text);

  return clt_record_key_new (entity, (gint64) id);
}

/**
 * clt_record_id_new:
 *
 * Makes an id for a new record.
 *
 * Ids grow with time, so that new rows are appended to the store's tables instead
 * of being scattered over them, and stay below 2^53, so that readers of JSON that
 * know only doubles keep them whole. Any thread may call.
 *
 * Returns: an id this process never gave before
 */
gint64
clt_record_id_new (void)
{
  static GMutex mutex;
  static gint64 last;
  const gint64 ms = g_get_real_time () / 1000 - ID_EPOCH_MS;
  gint64 id;

  g_mutex_lock (&mutex);
  /* Later than the last one even if the clock was set back. */
  last = MAX (last + 1, MAX (ms, 0) << ID_COUNTER_BITS);
  id = last;
  g_mutex_unlock (&mutex);

  return id;
}
