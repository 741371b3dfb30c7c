/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store-pull"

#include "config.h"

#include "clt-error.h"
#include "clt-meta.h"
#include "clt-outbox.h"
#include "clt-record-key.h"
#include "clt-remote-references.h"
#include "clt-row.h"
#include "clt-search-index.h"
#include "clt-store-pull.h"
#include "clt-tally-keeper.h"

typedef struct
{
  CltDb               *db;
  CltEntityTable      *table;
  CltTallyKeeper      *tallies;    /* (owned) */
  CltRemoteReferences *references; /* (owned) */
  CltDirty            *dirty;
  guint                n_changed;
} Pull;

/* {{{ One row */

/* A field of the page is found by its name: a connector may have worked with another schema. */
static gboolean
clt_store_pull_fill (Pull              *self,
                     CltRow            *row,
                     CltEntity         *page_entity,
                     const CltPullRow  *said,
                     GError           **error)
{
  CltEntity *entity = clt_entity_table_get_entity (self->table);

  for (guint i = 0; i < clt_entity_get_n_fields (page_entity); i++)
    {
      g_autoptr (CltValue) value = NULL;
      int index = (int) i;

      /* The server said nothing of it. */
      if (said->values[i] == NULL)
        continue;

      if (entity != page_entity)
        index = clt_entity_find_index (entity, clt_field_get_name (
                                         clt_entity_get_field (page_entity, i)));
      if (index < 0)
        continue;

      value = clt_remote_references_resolve (self->references, said->values[i], error);
      if (value == NULL)
        return FALSE;

      clt_row_set (row, (guint) index, value);
    }

  return TRUE;
}

static gboolean
clt_store_pull_is_edited (Pull          *self,
                          const CltRow  *row,
                          gboolean      *is_edited,
                          GError       **error)
{
  return clt_outbox_has (self->db, clt_entity_get_name (clt_entity_table_get_entity (self->table)),
                         row->id, is_edited, error);
}

static gboolean
clt_store_pull_write (Pull          *self,
                      const CltRow  *before,
                      const CltRow  *after,
                      GError       **error)
{
  const gboolean is_written = before != NULL ? clt_row_update (after, self->db, before, error)
                                             : clt_row_insert (after, self->db, error);

  if (!is_written || !clt_search_index_replace (self->db, before, after, error))
    return FALSE;

  clt_tally_keeper_replace (self->tallies, before, after);
  clt_dirty_add (self->dirty, clt_entity_get_name (clt_entity_table_get_entity (self->table)),
                 after->id);
  self->n_changed++;

  return TRUE;
}

/* The user's values stay; what the server has now is what the edits will be merged with. */
static gboolean
clt_store_pull_note_base (Pull              *self,
                          const CltRow      *before,
                          CltEntity         *page_entity,
                          const CltPullRow  *said,
                          GError           **error)
{
  g_autoptr (CltRow) server = clt_row_new (self->table, before->id);
  g_autofree char *base = NULL;

  if (!clt_store_pull_fill (self, server, page_entity, said, error))
    return FALSE;

  base = clt_row_to_base (server);

  return clt_row_set_base (self->db, self->table, before->id, base, said->revision, error);
}

static gboolean
clt_store_pull_remove_row (Pull          *self,
                           const CltRow  *before,
                           GError       **error)
{
  g_autoptr (CltRow) after = NULL;
  gboolean is_edited;

  if (before == NULL || before->hidden == CLT_HIDDEN_REMOVED)
    return TRUE;

  if (!clt_store_pull_is_edited (self, before, &is_edited, error))
    return FALSE;
  if (is_edited)
    return TRUE;

  after = clt_row_copy (before);
  after->hidden = CLT_HIDDEN_REMOVED;

  return clt_store_pull_write (self, before, after, error);
}

static gboolean
clt_store_pull_replace_row (Pull              *self,
                            const CltRow      *before,
                            CltEntity         *page_entity,
                            const CltPullRow  *said,
                            GError           **error)
{
  g_autoptr (CltRow) after = before != NULL ? clt_row_copy (before)
                                            : clt_row_new (self->table, clt_record_id_new ());

  after->hidden = CLT_HIDDEN_NO;
  after->state = CLT_SYNC_SYNCED;
  g_free (after->remote_id);
  after->remote_id = g_strdup (said->remote_id);
  g_free (after->revision);
  after->revision = g_strdup (said->revision);

  if (!clt_store_pull_fill (self, after, page_entity, said, error))
    return FALSE;

  if (before != NULL && clt_row_equal (before, after))
    return g_strcmp0 (before->revision, after->revision) == 0 ||
           clt_row_update (after, self->db, before, error);

  return clt_store_pull_write (self, before, after, error);
}

static gboolean
clt_store_pull_row (Pull              *self,
                    CltEntity         *page_entity,
                    const CltPullRow  *said,
                    GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CltRow) before = clt_row_find_remote (self->db, self->table, said->remote_id,
                                                   &local_error);
  gboolean is_edited = FALSE;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (said->removed)
    return clt_store_pull_remove_row (self, before, error);

  if (before != NULL && before->state != CLT_SYNC_SYNCED &&
      !clt_store_pull_is_edited (self, before, &is_edited, error))
    return FALSE;

  if (is_edited)
    return clt_store_pull_note_base (self, before, page_entity, said, error);

  return clt_store_pull_replace_row (self, before, page_entity, said, error);
}

/* }}} */

static gboolean
clt_store_pull_rows (Pull         *self,
                     CltPullPage  *page,
                     const char   *cursor_key,
                     GError      **error)
{
  const char *cursor = clt_pull_page_get_cursor (page);

  for (guint i = 0; i < clt_pull_page_get_n_rows (page); i++)
    if (!clt_store_pull_row (self, clt_pull_page_get_entity (page),
                             clt_pull_page_get_row (page, i), error))
      return FALSE;

  if (cursor != NULL && cursor_key != NULL &&
      !clt_meta_write (self->db, cursor_key, cursor, error))
    return FALSE;

  return clt_tally_keeper_write (self->tallies, self->db, error);
}

/**
 * clt_store_pull_page:
 * @db: the writer's connection
 * @layout: of the workspace
 * @page: what the server said
 * @cursor_key: (nullable): the setting under which to keep the page's cursor
 * @dirty: where to note which records changed
 * @n_changed: (out): how many records are other than before
 * @error: return location for an error
 *
 * Writes the page's rows and its cursor, in the transaction that the caller has
 * begun: they are committed together.
 *
 * Returns: %FALSE if it failed; the transaction is to be taken back
 */
gboolean
clt_store_pull_page (CltDb        *db,
                     CltLayout    *layout,
                     CltPullPage  *page,
                     const char   *cursor_key,
                     CltDirty     *dirty,
                     guint        *n_changed,
                     GError      **error)
{
  g_autoptr (CltTallyKeeper) tallies = clt_tally_keeper_new ();
  g_autoptr (CltRemoteReferences) references = clt_remote_references_new (db, layout);
  const char *entity = clt_entity_get_name (clt_pull_page_get_entity (page));
  Pull self = { db, clt_layout_find_table (layout, entity, error), tallies, references, dirty, 0 };

  g_assert (clt_db_is_current_thread (db));

  if (self.table == NULL || !clt_store_pull_rows (&self, page, cursor_key, error))
    return FALSE;

  *n_changed = self.n_changed;
  return TRUE;
}

/* {{{ What a sweep found gone */

static gboolean
clt_store_pull_remove_all (Pull                *self,
                           const char * const  *remote_ids,
                           GError             **error)
{
  for (gsize i = 0; remote_ids[i] != NULL; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (CltRow) row = clt_row_find_remote (self->db, self->table, remote_ids[i],
                                                    &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      if (!clt_store_pull_remove_row (self, row, error))
        return FALSE;
    }

  return clt_tally_keeper_write (self->tallies, self->db, error);
}

/**
 * clt_store_pull_remove:
 * @db: the writer's connection
 * @layout: of the workspace
 * @entity: of the records
 * @remote_ids: the server's ids of records that it does not have any more
 * @dirty: where to note which records changed
 * @n_removed: (out): how many were hidden
 * @error: return location for an error
 *
 * Hides records, but none that has edits waiting.
 *
 * Returns: %FALSE if nothing was written
 */
gboolean
clt_store_pull_remove (CltDb               *db,
                       CltLayout           *layout,
                       const char          *entity,
                       const char * const  *remote_ids,
                       CltDirty            *dirty,
                       guint               *n_removed,
                       GError             **error)
{
  g_autoptr (CltTallyKeeper) tallies = clt_tally_keeper_new ();
  Pull self = { db, clt_layout_find_table (layout, entity, error), tallies, NULL, dirty, 0 };

  if (self.table == NULL)
    return FALSE;

  clt_db_set_durable (db, FALSE);
  if (!clt_db_begin (db, error))
    return FALSE;

  if (!clt_store_pull_remove_all (&self, remote_ids, error))
    {
      clt_db_rollback (db);
      return FALSE;
    }

  *n_removed = self.n_changed;

  return clt_db_commit (db, error);
}

/**
 * clt_store_pull_list_ids:
 * @db: a connection
 * @layout: of the workspace
 * @entity: of the records
 * @error: return location for an error
 *
 * Lists the server's ids of the records that are here, archived ones too.
 *
 * Returns: (transfer full) (nullable): the ids
 */
GStrv
clt_store_pull_list_ids (CltDb       *db,
                         CltLayout   *layout,
                         const char  *entity,
                         GError     **error)
{
  CltEntityTable *table = clt_layout_find_table (layout, entity, error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (CltStatement) statement = NULL;
  g_autofree char *sql = NULL;
  CltStep step;

  if (table == NULL)
    return NULL;

  sql = g_strdup_printf ("SELECT \"remote_id\" FROM %s WHERE \"remote_id\" IS NOT NULL "
                         "AND \"hidden\" = 0 ORDER BY \"id\"", clt_entity_table_get_name (table));
  statement = clt_db_prepare (db, sql, error);
  if (statement == NULL)
    return NULL;

  while ((step = clt_statement_step (statement, error)) == CLT_STEP_ROW)
    g_strv_builder_add (ids, clt_statement_get_text (statement, 0));

  return step == CLT_STEP_DONE ? g_strv_builder_end (ids) : NULL;
}

/* }}} */
