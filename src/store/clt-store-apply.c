/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store-apply"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-outbox.h"
#include "clt-row.h"
#include "clt-search-index.h"
#include "clt-store-apply.h"
#include "clt-tally-keeper.h"
#include "clt-time.h"

typedef struct
{
  CltDb          *db;
  CltLayout      *layout;
  CltTallyKeeper *tallies;  /* (owned) */
  CltDirty       *dirty;
  gboolean        is_local; /* there is no server to tell */
} Apply;

/* {{{ What the row is to be */

static void
clt_store_apply_stamp (CltRow          *row,
                       const CltChange *change,
                       CltRole          role,
                       CltValue        *now)
{
  const int index = clt_entity_find_role_index (clt_entity_table_get_entity (row->table), role);
  const char *name;

  if (index < 0)
    return;

  /* A record that comes back, or is copied in, brings its own. */
  name = clt_field_get_name (clt_entity_table_get_column (row->table, (guint) index)->field);
  if (clt_change_find_after (change, name) == NULL)
    clt_row_set (row, (guint) index, now);
}

static void
clt_store_apply_fill (CltRow          *row,
                      const CltChange *change)
{
  const CltEntity *entity = clt_entity_table_get_entity (row->table);
  g_autoptr (CltValue) now = clt_value_new_moment (clt_time_now ());

  for (guint i = 0; i < clt_change_get_n_fields (change); i++)
    {
      const int index = clt_entity_find_index (entity, clt_change_get_field (change, i));

      if (index >= 0)
        clt_row_set (row, (guint) index, clt_change_get_after (change, i));
    }

  clt_store_apply_stamp (row, change, CLT_ROLE_MODIFIED, now);
  if (clt_change_get_operation (change) == CLT_CHANGE_CREATE)
    clt_store_apply_stamp (row, change, CLT_ROLE_CREATED, now);
}

static gboolean
clt_store_apply_refuse_missing (GError **error)
{
  g_set_error_literal (error, CLT_ERROR, CLT_ERROR_NOT_FOUND,
                       _("This record is not here any more."));
  return FALSE;
}

static gboolean
clt_store_apply_check_there (const CltRow     *before,
                             const CltChange  *change,
                             GError          **error)
{
  if (clt_change_get_operation (change) != CLT_CHANGE_CREATE)
    return (before != NULL && before->hidden == CLT_HIDDEN_NO) ||
           clt_store_apply_refuse_missing (error);

  if (before == NULL || before->hidden != CLT_HIDDEN_NO)
    return TRUE;

  g_set_error_literal (error, CLT_ERROR, CLT_ERROR_INVALID, _("This record is here already."));
  return FALSE;
}

/* Returns: the row as it is to be, its sync state not yet known */
static CltRow *
clt_store_apply_make_row (CltEntityTable  *table,
                          const CltRow    *before,
                          const CltChange *change)
{
  CltRow *after = before != NULL ? clt_row_copy (before)
                                 : clt_row_new (table, clt_change_get_id (change));

  /* A deleted record stays hidden in its table, so that undo finds it under the same id. */
  if (clt_change_get_operation (change) == CLT_CHANGE_DELETE)
    {
      after->hidden = CLT_HIDDEN_DELETED;
      return after;
    }

  after->hidden = CLT_HIDDEN_NO;
  clt_store_apply_fill (after, change);

  return after;
}

/* }}} */
/* {{{ Writing it */

static gboolean
clt_store_apply_tell_server (Apply            *self,
                             const CltChange  *change,
                             CltRow           *after,
                             GError          **error)
{
  gboolean waits;

  if (self->is_local)
    {
      after->state = CLT_SYNC_LOCAL;
      return TRUE;
    }

  if (!clt_outbox_add (self->db, change, error) ||
      !clt_outbox_has (self->db, clt_change_get_entity (change), after->id, &waits, error))
    return FALSE;

  if (!waits)
    after->state = CLT_SYNC_SYNCED;
  else if (after->state != CLT_SYNC_SENDING)
    after->state = CLT_SYNC_WAITING;

  return TRUE;
}

static gboolean
clt_store_apply_write (Apply         *self,
                       const CltRow  *before,
                       const CltRow  *after,
                       GError       **error)
{
  const gboolean is_written = before != NULL ? clt_row_update (after, self->db, before, error)
                                             : clt_row_insert (after, self->db, error);

  if (!is_written || !clt_search_index_replace (self->db, before, after, error))
    return FALSE;

  clt_tally_keeper_replace (self->tallies, before, after);
  clt_dirty_add (self->dirty, clt_entity_get_name (clt_entity_table_get_entity (after->table)),
                 after->id);

  return TRUE;
}

static gboolean
clt_store_apply_change (Apply            *self,
                        const CltChange  *change,
                        GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CltRow) before = NULL;
  g_autoptr (CltRow) after = NULL;
  CltEntityTable *table;

  if (clt_change_is_empty (change))
    return TRUE;

  if (!clt_change_check (change, clt_layout_get_schema (self->layout), error))
    return FALSE;

  table = clt_layout_find_table (self->layout, clt_change_get_entity (change), error);
  if (table == NULL)
    return FALSE;

  before = clt_row_find (self->db, table, clt_change_get_id (change), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!clt_store_apply_check_there (before, change, error))
    return FALSE;

  after = clt_store_apply_make_row (table, before, change);

  return clt_store_apply_tell_server (self, change, after, error) &&
         clt_store_apply_write (self, before, after, error);
}

static gboolean
clt_store_apply_all (Apply      *self,
                     GPtrArray  *changes,
                     GError    **error)
{
  for (guint i = 0; i < changes->len; i++)
    if (!clt_store_apply_change (self, changes->pdata[i], error))
      return FALSE;

  return clt_tally_keeper_write (self->tallies, self->db, error);
}

/* }}} */

/**
 * clt_store_apply_changes:
 * @db: the writer's connection
 * @layout: of the workspace
 * @changes: (element-type CltChange): what the user did, in order
 * @is_local: whether there is no server to tell
 * @dirty: where to note which records changed
 * @error: return location for an error
 *
 * Writes records, outbox, search index and tallies in one transaction and waits
 * until the disk has them. All changes are made, or none.
 *
 * Returns: %FALSE if nothing was written
 */
gboolean
clt_store_apply_changes (CltDb      *db,
                         CltLayout  *layout,
                         GPtrArray  *changes,
                         gboolean    is_local,
                         CltDirty   *dirty,
                         GError    **error)
{
  g_autoptr (CltTallyKeeper) tallies = clt_tally_keeper_new ();
  Apply self = { db, layout, tallies, dirty, is_local };

  g_assert (clt_db_is_current_thread (db));

  clt_db_set_durable (db, TRUE);
  if (!clt_db_begin (db, error))
    return FALSE;

  if (clt_store_apply_all (&self, changes, error))
    return clt_db_commit (db, error);

  clt_db_rollback (db);
  return FALSE;
}
