/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-entity-table"

#include "config.h"

#include <string.h>

#include "clt-entity-table-ensure.h"

static GHashTable *
clt_entity_table_read_names (CltEntityTable  *self,
                             CltDb           *db,
                             GError         **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_info (%s)",
                                          clt_entity_table_get_name (self));
  g_autoptr (CltStatement) statement = clt_statement_new (db, sql, FALSE, error);
  enum { COLUMN_NUMBER, COLUMN_NAME };
  CltStep step;

  if (statement == NULL)
    return NULL;

  while ((step = clt_statement_step (statement, error)) == CLT_STEP_ROW)
    g_hash_table_add (names, clt_entity_table_quote (
                        "", clt_statement_get_text (statement, COLUMN_NAME), ""));

  return step == CLT_STEP_DONE ? g_steal_pointer (&names) : NULL;
}

/* The fields that came later. What they hold follows from the next pull. */
static gboolean
clt_entity_table_add_missing (CltEntityTable  *self,
                              CltDb           *db,
                              GError         **error)
{
  g_autoptr (GHashTable) names = clt_entity_table_read_names (self, db, error);
  g_autoptr (GPtrArray) definitions = clt_entity_table_list_definitions (self);
  gboolean has_new_key = FALSE;

  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < definitions->len; i++)
    {
      const char *definition = definitions->pdata[i];
      const char *end = strchr (definition + 1, '"');
      g_autofree char *name = g_strndup (definition, (gsize) (end - definition) + 1);
      g_autofree char *sql = NULL;

      if (g_hash_table_contains (names, name))
        continue;

      sql = g_strdup_printf ("ALTER TABLE %s ADD COLUMN %s", clt_entity_table_get_name (self),
                             definition);
      if (!clt_db_exec (db, sql, error))
        return FALSE;
      has_new_key = has_new_key || g_str_has_suffix (definition, "_key\" BLOB");
    }

  return !has_new_key || clt_entity_table_renew_keys (self, db, error);
}

static gboolean
clt_entity_table_create (CltEntityTable  *self,
                         CltDb           *db,
                         GError         **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GPtrArray) definitions = clt_entity_table_list_definitions (self);

  g_string_append_printf (sql, "CREATE TABLE IF NOT EXISTS %s (",
                          clt_entity_table_get_name (self));
  for (guint i = 0; i < definitions->len; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", (const char *) definitions->pdata[i]);
  g_string_append (sql, ") STRICT");

  return clt_db_exec (db, sql->str, error);
}

/* Returns: whether the index of that name is there; @is_same: whether it is the same */
static gboolean
clt_entity_table_look_at_index (CltDb       *db,
                                const char  *definition,
                                char       **name,
                                gboolean    *is_same)
{
  g_autoptr (CltStatement) statement =
    clt_db_prepare (db, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = :name",
                    NULL);
  g_auto (GStrv) parts = g_strsplit (definition, "\"", 3);

  *is_same = FALSE;
  *name = g_strdup (parts[1]);
  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":name", parts[1]);
  if (clt_statement_step (statement, NULL) != CLT_STEP_ROW)
    return FALSE;

  *is_same = g_strcmp0 (clt_statement_get_text (statement, 0), definition) == 0;
  return TRUE;
}

static gboolean
clt_entity_table_ensure_index (CltDb       *db,
                               const char  *definition,
                               GError     **error)
{
  g_autofree char *name = NULL;
  gboolean is_same;

  if (clt_entity_table_look_at_index (db, definition, &name, &is_same))
    {
      g_autofree char *quoted = clt_entity_table_quote ("", name, "");
      g_autofree char *drop = g_strconcat ("DROP INDEX ", quoted, NULL);

      if (is_same)
        return TRUE;
      if (!clt_db_exec (db, drop, error))
        return FALSE;
    }

  return clt_db_exec (db, definition, error);
}

/**
 * clt_entity_table_ensure:
 * @self: a table
 * @db: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Makes the table and its indices, or adds what is missing. Columns are never
 * dropped: an older description may come back.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_entity_table_ensure (CltEntityTable  *self,
                         CltDb           *db,
                         GError         **error)
{
  g_autoptr (GPtrArray) indices = clt_entity_table_list_indices (self);

  g_assert (clt_db_is_current_thread (db));

  if (!clt_entity_table_create (self, db, error) || !clt_entity_table_add_missing (self, db, error))
    return FALSE;

  for (guint i = 0; i < indices->len; i++)
    if (!clt_entity_table_ensure_index (db, indices->pdata[i], error))
      return FALSE;

  return TRUE;
}

/**
 * clt_entity_table_renew_keys:
 * @self: a table
 * @db: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Makes all collation keys anew, as another locale wants.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_entity_table_renew_keys (CltEntityTable  *self,
                             CltDb           *db,
                             GError         **error)
{
  for (guint i = 0; i < clt_entity_table_get_n_columns (self); i++)
    {
      const CltColumn *column = clt_entity_table_get_column (self, i);
      g_autofree char *sql = NULL;

      if (column->key == NULL)
        continue;

      sql = g_strdup_printf ("UPDATE %s SET %s = clt_key (%s)", clt_entity_table_get_name (self),
                             column->key, column->value);
      if (!clt_db_exec (db, sql, error))
        return FALSE;
    }

  return TRUE;
}
