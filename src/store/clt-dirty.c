/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-dirty"

#include "config.h"

#include "clt-dirty.h"

/* More than any window shows: whoever listens looks at everything instead. */
#define MANY 2000

struct _CltDirty
{
  GHashTable *ids; /* (owned) (element-type utf8 GArray): interned entity → its ids */
};

/**
 * clt_dirty_new:
 *
 * Returns: (transfer full): a note that nothing was touched
 */
CltDirty *
clt_dirty_new (void)
{
  CltDirty *self = g_new0 (CltDirty, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                     (GDestroyNotify) g_array_unref);

  return self;
}

/**
 * clt_dirty_free:
 * @self: (transfer full): a note
 *
 * Frees it.
 */
void
clt_dirty_free (CltDirty *self)
{
  g_hash_table_unref (self->ids);
  g_free (self);
}

/**
 * clt_dirty_add:
 * @self: a note
 * @entity: of a record
 * @id: of a record
 *
 * Notes that the record was touched.
 */
void
clt_dirty_add (CltDirty   *self,
               const char *entity,
               gint64      id)
{
  GArray *ids = g_hash_table_lookup (self->ids, entity);

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->ids, (gpointer) g_intern_string (entity), ids);
    }

  if (ids->len <= MANY)
    g_array_append_val (ids, id);
}

/**
 * clt_dirty_clear:
 * @self: a note
 *
 * Forgets everything, for a transaction that begins again.
 */
void
clt_dirty_clear (CltDirty *self)
{
  g_hash_table_remove_all (self->ids);
}

/**
 * clt_dirty_foreach:
 * @self: what was touched
 * @func: (scope call): called once per entity, with its ids (element-type gint64) or
 *   %NULL for "many"
 * @user_data: what to call it with
 */
void
clt_dirty_foreach (CltDirty     *self,
                   CltDirtyFunc  func,
                   gpointer      user_data)
{
  GHashTableIter iter;
  gpointer entity, ids;

  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &entity, &ids))
    func (entity, ((GArray *) ids)->len > MANY ? NULL : ids, user_data);
}
