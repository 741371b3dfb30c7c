/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-search-index"

#include "config.h"

#include "clt-meta.h"
#include "clt-search-index.h"
#include "clt-tokenizer.h"

/* What of a record the index holds. */
typedef struct
{
  gint64  id;
  char   *title; /* (owned) */
  char   *body;  /* (owned) */
} Entry;

/* {{{ Texts */

static void
clt_search_index_add_text (GString        *body,
                           const CltValue *value)
{
  const char *text = clt_value_get_text (value);

  for (gsize i = 0; i < clt_value_get_n_items (value); i++)
    clt_search_index_add_text (body, clt_value_get_item (value, i));

  if (text != NULL)
    g_string_append_printf (body, "%s%s", body->len > 0 ? "\n" : "", text);
}

static void
clt_entry_free (Entry *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->body);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, clt_entry_free)

/* Returns: (nullable): NULL for what is not shown */
static Entry *
clt_entry_new (const CltRow *row)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  Entry *self;

  if (!clt_row_is_shown (row))
    return NULL;

  for (guint i = 0; i < clt_row_get_n (row); i++)
    {
      const CltField *field = clt_entity_table_get_column (row->table, i)->field;

      if (clt_field_has_flags (field, CLT_FIELD_SEARCHED))
        clt_search_index_add_text (clt_field_get_role (field) == CLT_ROLE_TITLE ? title : body,
                                   row->values[i]);
    }

  self = g_new0 (Entry, 1);
  self->id = row->id;
  self->title = g_strdup (title->str);
  self->body = g_strdup (body->str);

  return self;
}

static gboolean
clt_entry_equal (const Entry *a,
                 const Entry *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_str_equal (a->title, b->title) && g_str_equal (a->body, b->body);
}

static gboolean
clt_entry_write (const Entry  *self,
                 CltDb        *db,
                 const char   *sql,
                 GError      **error)
{
  g_autoptr (CltStatement) statement = clt_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  clt_statement_bind_int (statement, ":id", self->id);
  clt_statement_bind_text (statement, ":title", self->title);
  clt_statement_bind_text (statement, ":body", self->body);

  return clt_statement_run (statement, error);
}

/* }}} */
/* {{{ Building */

/* What the index is made of: another tokenizer or other searched fields make another index. */
static char *
clt_search_index_dup_signature (CltEntityTable *table)
{
  GString *signature = g_string_new (NULL);

  g_string_printf (signature, "%d", CLT_TOKENIZER_VERSION);
  for (guint i = 0; i < clt_entity_table_get_n_columns (table); i++)
    {
      const CltField *field = clt_entity_table_get_column (table, i)->field;

      if (clt_field_has_flags (field, CLT_FIELD_SEARCHED))
        g_string_append_printf (signature, " %s", clt_field_get_name (field));
    }

  return g_string_free (signature, FALSE);
}

static gboolean
clt_search_index_create (CltEntityTable  *table,
                         CltDb           *db,
                         GError         **error)
{
  const char *name = clt_entity_table_get_search_name (table);
  g_autofree char *sql = g_strdup_printf (
    "DROP TABLE IF EXISTS %s; CREATE VIRTUAL TABLE %s USING fts5 (title, body, "
    "tokenize = '" CLT_TOKENIZER_NAME "', content = '', detail = 'column', columnsize = 0, "
    "prefix = '1 2 3')", name, name);

  return clt_db_exec (db, sql, error);
}

/* FTS5 would work on its large segments in every 64th commit, and whoever saves would wait some
 * hundredths of a second. Without that it merges when sixteen of a size have come together,
 * which for those of single edits is little work. */
static gboolean
clt_search_index_configure (CltEntityTable  *table,
                            CltDb           *db,
                            GError         **error)
{
  const char *name = clt_entity_table_get_search_name (table);
  g_autofree char *key = g_strconcat ("search-merge/", clt_entity_get_name (
                                        clt_entity_table_get_entity (table)), NULL);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('automerge', 0)",
                                          name, name);
  g_autofree char *found = NULL;

  if (!clt_meta_read (db, key, &found, error))
    return FALSE;

  return found != NULL ||
         (clt_db_exec (db, sql, error) && clt_meta_write (db, key, "16", error));
}

static gboolean
clt_search_index_fill (CltEntityTable  *table,
                       CltDb           *db,
                       GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("%s WHERE %s", clt_entity_table_get_select (table),
                                          CLT_ENTITY_TABLE_SHOWN);
  g_autoptr (CltStatement) statement = clt_statement_new (db, sql, FALSE, error);
  CltStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = clt_statement_step (statement, error)) == CLT_STEP_ROW)
    {
      g_autoptr (CltRow) row = clt_row_read (statement, table);

      if (!clt_search_index_replace (db, NULL, row, error))
        return FALSE;
    }

  return step == CLT_STEP_DONE;
}

/* }}} */

/**
 * clt_search_index_ensure:
 * @table: an entity's table, which is there
 * @db: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Makes the entity's index if there is none, or if it was made of something else.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_search_index_ensure (CltEntityTable  *table,
                         CltDb           *db,
                         GError         **error)
{
  const char *entity = clt_entity_get_name (clt_entity_table_get_entity (table));
  g_autofree char *key = g_strconcat ("search/", entity, NULL);
  g_autofree char *merge_key = g_strconcat ("search-merge/", entity, NULL);
  g_autofree char *wanted = clt_search_index_dup_signature (table);
  g_autofree char *found = NULL;

  if (!clt_meta_read (db, key, &found, error))
    return FALSE;

  if (g_strcmp0 (found, wanted) == 0)
    return clt_search_index_configure (table, db, error);

  /* A table that is made anew is configured anew. */
  return clt_search_index_create (table, db, error) &&
         clt_meta_write (db, merge_key, NULL, error) &&
         clt_search_index_configure (table, db, error) &&
         clt_search_index_fill (table, db, error) && clt_meta_write (db, key, wanted, error);
}

/**
 * clt_search_index_replace:
 * @db: the writer's connection, in a transaction
 * @before: (nullable): what the record was
 * @after: (nullable): what it is now
 * @error: return location for an error
 *
 * Keeps the index with the record.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_search_index_replace (CltDb         *db,
                          const CltRow  *before,
                          const CltRow  *after,
                          GError       **error)
{
  g_autoptr (Entry) old_entry = clt_entry_new (before);
  g_autoptr (Entry) new_entry = clt_entry_new (after);
  const char *name = clt_entity_table_get_search_name ((after != NULL ? after : before)->table);

  if (clt_entry_equal (old_entry, new_entry))
    return TRUE;

  if (old_entry != NULL)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rowid, title, body) "
                                              "VALUES ('delete', :id, :title, :body)", name, name);

      if (!clt_entry_write (old_entry, db, sql, error))
        return FALSE;
    }

  if (new_entry != NULL)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (rowid, title, body) "
                                              "VALUES (:id, :title, :body)", name);

      return clt_entry_write (new_entry, db, sql, error);
    }

  return TRUE;
}
