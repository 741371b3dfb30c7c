/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-row"

#include "config.h"

#include "clt-json.h"
#include "clt-row-codec.h"
#include "clt-row.h"
#include "clt-text.h"
#include "clt-time.h"

/* {{{ Custom fields */

static gboolean
clt_row_is_custom (const CltRow *self,
                   guint         index)
{
  return clt_entity_table_get_column (self->table, index)->is_custom;
}

/* Returns: (nullable): NULL if every custom field is empty */
static char *
clt_row_dup_extra (const CltRow *self)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = NULL;

  for (guint i = 0; i < clt_row_get_n (self); i++)
    {
      const CltField *field = clt_entity_table_get_column (self->table, i)->field;

      if (!clt_row_is_custom (self, i) || clt_value_is_none (self->values[i]))
        continue;

      if (object == NULL)
        object = json_object_new ();
      json_object_set_member (object, clt_field_get_name (field),
                              clt_row_codec_to_json (clt_field_get_kind (field), self->values[i]));
    }

  if (object == NULL)
    return NULL;

  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);

  return clt_json_to_text (node);
}

static void
clt_row_read_extra (CltRow     *self,
                    const char *text)
{
  g_autoptr (JsonNode) node = text != NULL ? clt_json_parse_text (text, NULL) : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node)
                                                                     : NULL;

  for (guint i = 0; object != NULL && i < clt_row_get_n (self); i++)
    {
      CltField *field = clt_entity_table_get_column (self->table, i)->field;
      JsonNode *member = clt_row_is_custom (self, i)
                         ? json_object_get_member (object, clt_field_get_name (field)) : NULL;

      if (member != NULL)
        {
          clt_value_unref (self->values[i]);
          self->values[i] = clt_row_codec_from_json (field, member);
        }
    }
}

static gboolean
clt_row_has_same_extra (const CltRow *self,
                        const CltRow *other)
{
  for (guint i = 0; i < clt_row_get_n (self); i++)
    if (clt_row_is_custom (self, i) && !clt_value_equal (self->values[i], other->values[i]))
      return FALSE;

  return TRUE;
}

/* }}} */
/* {{{ Binding */

static void
clt_row_put_key (CltStatement   *statement,
                 int             position,
                 const CltValue *value)
{
  g_autofree char *key = NULL;

  if (!clt_value_is_none (value))
    key = clt_text_collation_key (clt_value_get_text (value));

  clt_statement_put_bytes (statement, position, key);
}

/* Returns: the position after the last */
static int
clt_row_put_value (const CltRow *self,
                   CltStatement *statement,
                   int           position,
                   guint         index)
{
  const CltColumn *column = clt_entity_table_get_column (self->table, index);
  const CltFieldKind kind = clt_field_get_kind (column->field);

  clt_row_codec_put (statement, position, kind, self->values[index]);
  position += (int) clt_row_codec_get_n_columns (kind);
  if (column->key != NULL)
    clt_row_put_key (statement, position++, self->values[index]);

  return position;
}

static void
clt_row_put_hidden_at (const CltRow *self,
                       CltStatement *statement,
                       int           position)
{
  if (self->hidden == CLT_HIDDEN_DELETED || self->hidden == CLT_HIDDEN_REMOVED)
    clt_statement_put_int (statement, position, clt_time_now ());
  else
    clt_statement_put_null (statement, position);
}

static void
clt_row_put_system (const CltRow *self,
                    CltStatement *statement)
{
  g_autofree char *extra = clt_row_dup_extra (self);

  clt_statement_put_int (statement, CLT_SYSTEM_ID + 1, self->id);
  clt_statement_put_text (statement, CLT_SYSTEM_REMOTE_ID + 1, self->remote_id);
  clt_statement_put_text (statement, CLT_SYSTEM_REVISION + 1, self->revision);
  clt_statement_put_int (statement, CLT_SYSTEM_HIDDEN + 1, self->hidden);
  clt_row_put_hidden_at (self, statement, CLT_SYSTEM_HIDDEN_AT + 1);
  clt_statement_put_int (statement, CLT_SYSTEM_SHOWN + 1, clt_row_is_shown (self));
  clt_statement_put_int (statement, CLT_SYSTEM_STATE + 1, self->state);
  clt_statement_put_text (statement, CLT_SYSTEM_EXTRA + 1, extra);
}

/* }}} */
/* {{{ Updating */

static gboolean
clt_row_is_changed (const CltRow *self,
                    const CltRow *before,
                    guint         index)
{
  return !clt_row_is_custom (self, index) &&
         !clt_value_equal (self->values[index], before->values[index]);
}

/* Only what differs is named: SQLite writes an index anew when one of its columns is. */
static char *
clt_row_make_update (const CltRow *self,
                     const CltRow *before)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET \"remote_id\" = ?, \"revision\" = ?, \"state\" = ?",
                   clt_entity_table_get_name (self->table));
  if (self->hidden != before->hidden)
    g_string_append (sql, ", \"hidden\" = ?, \"hidden_at\" = ?");
  if (clt_row_is_shown (self) != clt_row_is_shown (before))
    g_string_append (sql, ", \"shown\" = ?");
  if (!clt_row_has_same_extra (self, before))
    g_string_append (sql, ", \"extra\" = ?");

  for (guint i = 0; i < clt_row_get_n (self); i++)
    {
      const CltColumn *column = clt_entity_table_get_column (self->table, i);

      if (!clt_row_is_changed (self, before, i))
        continue;

      g_string_append_printf (sql, ", %s = ?", column->value);
      if (column->companion != NULL)
        g_string_append_printf (sql, ", %s = ?", column->companion);
      if (column->key != NULL)
        g_string_append_printf (sql, ", %s = ?", column->key);
    }

  g_string_append (sql, " WHERE \"id\" = ?");

  return g_string_free (sql, FALSE);
}

static void
clt_row_bind_update (const CltRow *self,
                     const CltRow *before,
                     CltStatement *statement)
{
  int position = 1;

  clt_statement_put_text (statement, position++, self->remote_id);
  clt_statement_put_text (statement, position++, self->revision);
  clt_statement_put_int (statement, position++, self->state);
  if (self->hidden != before->hidden)
    {
      clt_statement_put_int (statement, position++, self->hidden);
      clt_row_put_hidden_at (self, statement, position++);
    }
  if (clt_row_is_shown (self) != clt_row_is_shown (before))
    clt_statement_put_int (statement, position++, clt_row_is_shown (self));
  if (!clt_row_has_same_extra (self, before))
    {
      g_autofree char *extra = clt_row_dup_extra (self);

      clt_statement_put_text (statement, position++, extra);
    }

  for (guint i = 0; i < clt_row_get_n (self); i++)
    if (clt_row_is_changed (self, before, i))
      position = clt_row_put_value (self, statement, position, i);

  clt_statement_put_int (statement, position, self->id);
}

/* }}} */

/**
 * clt_row_new:
 * @table: of the record
 * @id: the local id
 *
 * Makes an empty row, shown.
 *
 * Returns: (transfer full): the row
 */
CltRow *
clt_row_new (CltEntityTable *table,
             gint64          id)
{
  CltRow *self = g_new0 (CltRow, 1);

  self->table = clt_entity_table_ref (table);
  self->id = id;
  self->values = g_new (CltValue *, clt_row_get_n (self));
  for (guint i = 0; i < clt_row_get_n (self); i++)
    self->values[i] = clt_value_new_none ();

  return self;
}

/**
 * clt_row_copy:
 * @self: a row
 *
 * Returns: (transfer full): a copy, without the labels
 */
CltRow *
clt_row_copy (const CltRow *self)
{
  CltRow *copy = g_new0 (CltRow, 1);

  copy->table = clt_entity_table_ref (self->table);
  copy->id = self->id;
  copy->remote_id = g_strdup (self->remote_id);
  copy->revision = g_strdup (self->revision);
  copy->hidden = self->hidden;
  copy->state = self->state;
  copy->values = g_new (CltValue *, clt_row_get_n (self));
  for (guint i = 0; i < clt_row_get_n (self); i++)
    copy->values[i] = clt_value_ref (self->values[i]);

  return copy;
}

/**
 * clt_row_free:
 * @self: (transfer full): a row
 *
 * Frees it.
 */
void
clt_row_free (CltRow *self)
{
  for (guint i = 0; i < clt_row_get_n (self); i++)
    {
      clt_value_unref (self->values[i]);
      if (self->labels != NULL)
        g_free (self->labels[i]);
    }

  g_free (self->values);
  g_free (self->labels);
  g_free (self->remote_id);
  g_free (self->revision);
  clt_entity_table_unref (self->table);
  g_free (self);
}

/**
 * clt_row_get_n:
 * @self: a row
 *
 * Returns: how many fields it has
 */
guint
clt_row_get_n (const CltRow *self)
{
  return clt_entity_table_get_n_columns (self->table);
}

/**
 * clt_row_set:
 * @self: a row
 * @index: of a field
 * @value: what it is to hold
 *
 * Sets a field.
 */
void
clt_row_set (CltRow         *self,
             guint           index,
             const CltValue *value)
{
  CltValue *old = self->values[index];

  self->values[index] = clt_value_ref (value);
  clt_value_unref (old);
}

/**
 * clt_row_equal:
 * @a: a row
 * @b: another of the same table
 *
 * Tells whether nothing would be written. The revision does not count: servers
 * move it for changes that we do not keep.
 *
 * Returns: %TRUE if all values are equal
 */
gboolean
clt_row_equal (const CltRow *a,
               const CltRow *b)
{
  if (a->hidden != b->hidden || a->state != b->state ||
      g_strcmp0 (a->remote_id, b->remote_id) != 0)
    return FALSE;

  for (guint i = 0; i < clt_row_get_n (a); i++)
    if (!clt_value_equal (a->values[i], b->values[i]))
      return FALSE;

  return TRUE;
}

/**
 * clt_row_is_shown:
 * @self: (nullable): a row
 *
 * Tells what is kept as "shown".
 *
 * Returns: %TRUE if lists show it by default
 */
gboolean
clt_row_is_shown (const CltRow *self)
{
  int archived;

  if (self == NULL || self->hidden != CLT_HIDDEN_NO)
    return FALSE;

  archived = clt_entity_find_role_index (clt_entity_table_get_entity (self->table),
                                         CLT_ROLE_ARCHIVED);

  return archived < 0 || !clt_value_get_boolean (self->values[archived]);
}

/**
 * clt_row_to_base:
 * @self: a row with what the server has
 *
 * Makes the text that is kept while edits of the record wait, for the three-way
 * merge when they are sent.
 *
 * Returns: (transfer full): a JSON object of values by field
 */
char *
clt_row_to_base (const CltRow *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < clt_row_get_n (self); i++)
    {
      const CltField *field = clt_entity_table_get_column (self->table, i)->field;

      if (!clt_value_is_none (self->values[i]))
        json_object_set_member (object, clt_field_get_name (field),
                                clt_row_codec_to_json (clt_field_get_kind (field),
                                                       self->values[i]));
    }

  node = json_node_init_object (json_node_alloc (), object);

  return clt_json_to_text (node);
}

/**
 * clt_row_read:
 * @statement: at a row of clt_entity_table_get_select()
 * @table: the table
 *
 * Returns: (transfer full): the row, without labels
 */
CltRow *
clt_row_read (CltStatement   *statement,
              CltEntityTable *table)
{
  CltRow *self = g_new0 (CltRow, 1);
  gboolean has_custom = FALSE;

  self->table = clt_entity_table_ref (table);
  self->id = clt_statement_get_int (statement, CLT_SYSTEM_ID);
  self->remote_id = g_strdup (clt_statement_get_text (statement, CLT_SYSTEM_REMOTE_ID));
  self->revision = g_strdup (clt_statement_get_text (statement, CLT_SYSTEM_REVISION));
  self->hidden = (CltHidden) clt_statement_get_int (statement, CLT_SYSTEM_HIDDEN);
  self->state = (CltSyncState) clt_statement_get_int (statement, CLT_SYSTEM_STATE);
  self->values = g_new (CltValue *, clt_row_get_n (self));

  for (guint i = 0; i < clt_row_get_n (self); i++)
    {
      const CltColumn *column = clt_entity_table_get_column (table, i);

      has_custom = has_custom || column->is_custom;
      self->values[i] = column->is_custom ? clt_value_new_none ()
                                          : clt_row_codec_get (statement, column->at,
                                                               column->field);
    }

  if (has_custom)
    clt_row_read_extra (self, clt_statement_get_text (statement, CLT_SYSTEM_EXTRA));

  return self;
}

static CltRow *
clt_row_find_by (CltStatement    *statement,
                 CltEntityTable  *table,
                 GError         **error)
{
  return clt_statement_step (statement, error) == CLT_STEP_ROW ? clt_row_read (statement, table)
                                                               : NULL;
}

/**
 * clt_row_find:
 * @db: a connection
 * @table: the table
 * @id: a local id
 * @error: return location for an error
 *
 * Reads one record, hidden or not.
 *
 * Returns: (transfer full) (nullable): the row; %NULL without an error if there is none
 */
CltRow *
clt_row_find (CltDb           *db,
              CltEntityTable  *table,
              gint64           id,
              GError         **error)
{
  g_autofree char *sql = g_strconcat (clt_entity_table_get_select (table), " WHERE \"id\" = :id",
                                      NULL);
  g_autoptr (CltStatement) statement = clt_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  clt_statement_bind_int (statement, ":id", id);

  return clt_row_find_by (statement, table, error);
}

/**
 * clt_row_find_remote:
 * @db: a connection
 * @table: the table
 * @remote_id: the server's id
 * @error: return location for an error
 *
 * Reads one record, hidden or not.
 *
 * Returns: (transfer full) (nullable): the row; %NULL without an error if there is none
 */
CltRow *
clt_row_find_remote (CltDb           *db,
                     CltEntityTable  *table,
                     const char      *remote_id,
                     GError         **error)
{
  g_autofree char *sql = g_strconcat (clt_entity_table_get_select (table),
                                      " WHERE \"remote_id\" = :remote", NULL);
  g_autoptr (CltStatement) statement = clt_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  clt_statement_bind_text (statement, ":remote", remote_id);

  return clt_row_find_by (statement, table, error);
}

/**
 * clt_row_insert:
 * @self: a row whose id is not in the table
 * @db: the writer's connection
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_row_insert (const CltRow  *self,
                CltDb         *db,
                GError       **error)
{
  g_autoptr (CltStatement) statement =
    clt_db_prepare (db, clt_entity_table_get_insert (self->table), error);

  if (statement == NULL)
    return FALSE;

  clt_row_put_system (self, statement);
  for (guint i = 0; i < clt_row_get_n (self); i++)
    if (!clt_row_is_custom (self, i))
      clt_row_put_value (self, statement, clt_entity_table_get_column (self->table, i)->at + 1, i);

  return clt_statement_run (statement, error);
}

/**
 * clt_row_update:
 * @self: what the row is to be
 * @db: the writer's connection
 * @before: what it is
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_row_update (const CltRow  *self,
                CltDb         *db,
                const CltRow  *before,
                GError       **error)
{
  g_autofree char *sql = clt_row_make_update (self, before);
  g_autoptr (CltStatement) statement = clt_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  clt_row_bind_update (self, before, statement);

  return clt_statement_run (statement, error);
}

/**
 * clt_row_set_base:
 * @db: the writer's connection
 * @table: the table
 * @id: of a record
 * @base: (nullable): what clt_row_to_base() made
 * @revision: (nullable): the server's stamp of it
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_row_set_base (CltDb           *db,
                  CltEntityTable  *table,
                  gint64           id,
                  const char      *base,
                  const char      *revision,
                  GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET \"base\" = :base, "
                                          "\"revision\" = :revision WHERE \"id\" = :id",
                                          clt_entity_table_get_name (table));
  g_autoptr (CltStatement) statement = clt_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":base", base);
  clt_statement_bind_text (statement, ":revision", revision);
  clt_statement_bind_int (statement, ":id", id);

  return clt_statement_run (statement, error);
}
