/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-outbox"

#include "config.h"

#include "clt-json.h"
#include "clt-outbox-fold.h"
#include "clt-outbox.h"
#include "clt-time.h"

static const char * const state_names[] = {
  [CLT_OUTBOX_QUEUED] = "queued",
  [CLT_OUTBOX_SENDING] = "sending",
  [CLT_OUTBOX_PARKED] = "parked",
};

enum
{
  COLUMN_SEQ,
  COLUMN_CHANGE,
  COLUMN_STATE,
  COLUMN_ATTEMPTS,
  COLUMN_MADE_AT,
};

#define SELECT "SELECT seq, change, state, attempts, made_at FROM outbox"

static CltOutboxState
clt_outbox_state_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_strcmp0 (state_names[i], name) == 0)
      return (CltOutboxState) i;

  return CLT_OUTBOX_PARKED;
}

static CltOutboxEntry *
clt_outbox_read (CltStatement  *statement,
                 GError       **error)
{
  g_autoptr (JsonNode) node = clt_json_parse_text (clt_statement_get_text (statement,
                                                                           COLUMN_CHANGE), error);
  g_autoptr (CltChange) change = node != NULL ? clt_change_new_from_json (node, error) : NULL;
  CltOutboxEntry *entry;

  if (change == NULL)
    return NULL;

  entry = g_new0 (CltOutboxEntry, 1);
  entry->seq = clt_statement_get_int (statement, COLUMN_SEQ);
  entry->change = g_steal_pointer (&change);
  entry->state = clt_outbox_state_from_name (clt_statement_get_text (statement, COLUMN_STATE));
  entry->attempts = (guint) clt_statement_get_int (statement, COLUMN_ATTEMPTS);
  entry->made_at = clt_statement_get_int (statement, COLUMN_MADE_AT);

  return entry;
}

static char *
clt_outbox_dup_text (const CltChange *change)
{
  g_autoptr (JsonNode) node = clt_change_to_json (change);

  return clt_json_to_text (node);
}

static gboolean
clt_outbox_append (CltDb            *db,
                   const CltChange  *change,
                   GError          **error)
{
  g_autoptr (CltStatement) statement = clt_db_prepare (
    db, "INSERT INTO outbox (entity, record, change, made_at) "
        "VALUES (:entity, :record, :change, :made_at)", error);
  g_autofree char *text = clt_outbox_dup_text (change);

  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":entity", clt_change_get_entity (change));
  clt_statement_bind_int (statement, ":record", clt_change_get_id (change));
  clt_statement_bind_text (statement, ":change", text);
  clt_statement_bind_int (statement, ":made_at", clt_time_now ());

  return clt_statement_run (statement, error);
}

static gboolean
clt_outbox_rewrite (CltDb            *db,
                    gint64            seq,
                    const CltChange  *change,
                    GError          **error)
{
  g_autoptr (CltStatement) statement =
    clt_db_prepare (db, "UPDATE outbox SET change = :change WHERE seq = :seq", error);
  g_autofree char *text = clt_outbox_dup_text (change);

  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":change", text);
  clt_statement_bind_int (statement, ":seq", seq);

  return clt_statement_run (statement, error);
}

static gboolean
clt_outbox_remove (CltDb   *db,
                   gint64   seq,
                   GError **error)
{
  g_autoptr (CltStatement) statement =
    clt_db_prepare (db, "DELETE FROM outbox WHERE seq = :seq", error);

  if (statement == NULL)
    return FALSE;

  clt_statement_bind_int (statement, ":seq", seq);

  return clt_statement_run (statement, error);
}

/* @entry: (out) (nullable): the record's last, NULL if it has none */
static gboolean
clt_outbox_find_last (CltDb           *db,
                      const char      *entity,
                      gint64           id,
                      CltOutboxEntry **entry,
                      GError         **error)
{
  g_autoptr (CltStatement) statement = clt_db_prepare (
    db, SELECT " WHERE entity = :entity AND record = :record ORDER BY seq DESC LIMIT 1", error);
  CltStep step;

  *entry = NULL;
  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":entity", entity);
  clt_statement_bind_int (statement, ":record", id);
  step = clt_statement_step (statement, error);
  if (step == CLT_STEP_ROW)
    *entry = clt_outbox_read (statement, error);

  return step == CLT_STEP_DONE || *entry != NULL;
}

/**
 * clt_outbox_entry_free:
 * @self: (transfer full): an entry
 *
 * Frees it.
 */
void
clt_outbox_entry_free (CltOutboxEntry *self)
{
  clt_change_unref (self->change);
  g_free (self);
}

/**
 * clt_outbox_add:
 * @db: the writer's connection, in the transaction of the change
 * @change: what the user did
 * @error: return location for an error
 *
 * Remembers what a server must be told. Where the record's last entry is still
 * queued and the two are one to a server, they become one, or none.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_outbox_add (CltDb            *db,
                const CltChange  *change,
                GError          **error)
{
  g_autoptr (CltOutboxEntry) last = NULL;
  g_autoptr (CltChange) folded = NULL;

  if (!clt_outbox_find_last (db, clt_change_get_entity (change), clt_change_get_id (change), &last,
                             error))
    return FALSE;

  if (last == NULL || last->state != CLT_OUTBOX_QUEUED)
    return clt_outbox_append (db, change, error);

  switch (clt_outbox_fold (last->change, change, &folded))
    {
    case CLT_FOLD_ONE:
      return clt_outbox_rewrite (db, last->seq, folded, error);

    case CLT_FOLD_NOTHING:
      return clt_outbox_remove (db, last->seq, error);

    case CLT_FOLD_APART:
    default:
      return clt_outbox_append (db, change, error);
    }
}

/**
 * clt_outbox_has:
 * @db: a connection
 * @entity: of a record
 * @id: of a record
 * @has: (out): whether edits of the record wait
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_outbox_has (CltDb       *db,
                const char  *entity,
                gint64       id,
                gboolean    *has,
                GError     **error)
{
  g_autoptr (CltStatement) statement = clt_db_prepare (
    db, "SELECT 1 FROM outbox WHERE entity = :entity AND record = :record", error);
  CltStep step;

  *has = FALSE;
  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":entity", entity);
  clt_statement_bind_int (statement, ":record", id);
  step = clt_statement_step (statement, error);
  *has = step == CLT_STEP_ROW;

  return step != CLT_STEP_FAILED;
}

/**
 * clt_outbox_count:
 * @db: a connection
 * @n_entries: (out): how many edits wait
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_outbox_count (CltDb   *db,
                  gint64  *n_entries,
                  GError **error)
{
  return clt_db_read_int (db, "SELECT count (*) FROM outbox", n_entries, error);
}

/**
 * clt_outbox_list:
 * @db: a connection
 * @error: return location for an error
 *
 * Lists what waits, in the order in which it was done.
 *
 * Returns: (transfer full) (nullable) (element-type CltOutboxEntry): the entries
 */
GPtrArray *
clt_outbox_list (CltDb   *db,
                 GError **error)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clt_outbox_entry_free);
  g_autoptr (CltStatement) statement = clt_db_prepare (db, SELECT " ORDER BY seq", error);
  CltStep step;

  if (statement == NULL)
    return NULL;

  while ((step = clt_statement_step (statement, error)) == CLT_STEP_ROW)
    {
      CltOutboxEntry *entry = clt_outbox_read (statement, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }

  return step == CLT_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}
