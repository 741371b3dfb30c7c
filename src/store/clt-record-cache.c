/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record-cache"

#include "config.h"

#include "clt-record-cache.h"
#include "clt-record-key.h"

/* What the map knows of one living record. */
typedef struct
{
  CltRecordKey    key;
  CltRecord      *record; /* (unowned) */
  CltRecordCache *cache;  /* (unowned) */
} Entry;

struct _CltRecordCache
{
  GHashTable *entries; /* (owned) (element-type CltRecordKey Entry) */
};

static void
clt_record_cache_gone_cb (gpointer  user_data,
                          GObject  *where_the_record_was)
{
  Entry *entry = user_data;

  g_hash_table_remove (entry->cache->entries, &entry->key);
}

static void
clt_record_cache_add (CltRecordCache *self,
                      CltRecord      *record)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->key.entity = g_intern_string (clt_entity_get_name (clt_record_get_entity (record)));
  entry->key.id = clt_record_get_id (record);
  entry->record = record;
  entry->cache = self;

  g_object_weak_ref (G_OBJECT (record), clt_record_cache_gone_cb, entry);
  g_hash_table_insert (self->entries, &entry->key, entry);
}

/**
 * clt_record_cache_new:
 *
 * Returns: (transfer full): a cache that knows of no record
 */
CltRecordCache *
clt_record_cache_new (void)
{
  CltRecordCache *self = g_new0 (CltRecordCache, 1);

  self->entries = g_hash_table_new_full (clt_record_key_hash, clt_record_key_equal, NULL, g_free);

  return self;
}

/**
 * clt_record_cache_free:
 * @self: (transfer full): a cache
 *
 * Frees it; the records live on.
 */
void
clt_record_cache_free (CltRecordCache *self)
{
  clt_record_cache_forget (self);
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * clt_record_cache_forget:
 * @self: a cache
 *
 * Lets go of all records, which live on by themselves: after a new description,
 * new objects have the new fields.
 */
void
clt_record_cache_forget (CltRecordCache *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      g_object_weak_unref (G_OBJECT (entry->record), clt_record_cache_gone_cb, entry);
    }

  g_hash_table_remove_all (self->entries);
}

/**
 * clt_record_cache_find:
 * @self: a cache
 * @entity: of the record
 * @id: of the record
 *
 * Returns: (transfer none) (nullable): the record, if anybody holds it
 */
CltRecord *
clt_record_cache_find (CltRecordCache *self,
                       const char     *entity,
                       gint64          id)
{
  const CltRecordKey key = { g_intern_string (entity), id };
  Entry *entry = g_hash_table_lookup (self->entries, &key);

  return entry != NULL ? entry->record : NULL;
}

/**
 * clt_record_cache_dup:
 * @self: a cache
 * @entity: of the record
 * @id: of the record
 *
 * Gets the one object of a record. A new one is still loading.
 *
 * Returns: (transfer full): the record
 */
CltRecord *
clt_record_cache_dup (CltRecordCache *self,
                      CltEntity      *entity,
                      gint64          id)
{
  CltRecord *record = clt_record_cache_find (self, clt_entity_get_name (entity), id);

  if (record != NULL)
    return g_object_ref (record);

  record = clt_record_new (entity, id);
  clt_record_cache_add (self, record);

  return record;
}

/**
 * clt_record_cache_fill:
 * @self: a cache
 * @row: what was read
 *
 * Puts what was read into the record's object, made if nobody holds one.
 *
 * Returns: (transfer full): the record
 */
CltRecord *
clt_record_cache_fill (CltRecordCache *self,
                       const CltRow   *row)
{
  CltEntity *entity = clt_entity_table_get_entity (row->table);
  g_autoptr (CltRecord) record = clt_record_cache_dup (self, entity, row->id);

  /* The row was read before a new description came, or the record is older than it. */
  if (clt_record_get_entity (record) != entity)
    return g_steal_pointer (&record);

  clt_record_fill (record, row->values, row->labels, row->remote_id, row->state);

  return g_steal_pointer (&record);
}

/**
 * clt_record_cache_list_ids:
 * @self: a cache
 * @entity: of the records
 * @among: (nullable) (element-type gint64): which ids are asked for; %NULL for all
 *
 * Lists the records that somebody holds.
 *
 * Returns: (transfer full) (element-type gint64): their ids
 */
GArray *
clt_record_cache_list_ids (CltRecordCache *self,
                           const char     *entity,
                           GArray         *among)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; among != NULL && i < among->len; i++)
    if (clt_record_cache_find (self, entity, g_array_index (among, gint64, i)) != NULL)
      g_array_append_val (ids, g_array_index (among, gint64, i));

  if (among != NULL)
    return ids;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Entry *entry = value;

      if (g_str_equal (entry->key.entity, entity))
        g_array_append_val (ids, entry->key.id);
    }

  return ids;
}
