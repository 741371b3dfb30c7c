/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-tally-keeper"

#include "config.h"

#include "clt-meta.h"
#include "clt-tally-keeper.h"

/* The strings are borrowed from the schema or interned. */
typedef struct
{
  const char *entity;
  const char *field;
  const char *value;
  const char *currency;
  gint64      count;
  gint64      amount;
} Tally;

struct _CltTallyKeeper
{
  GHashTable   *tallies; /* (owned) (element-type Tally) */
  GStringChunk *strings; /* (owned): values and currencies */
};

static guint
clt_tally_hash (gconstpointer data)
{
  const Tally *self = data;

  return g_str_hash (self->entity) ^ (g_str_hash (self->field) << 1) ^
         (g_str_hash (self->value) << 2) ^ (g_str_hash (self->currency) << 3);
}

static gboolean
clt_tally_equal (gconstpointer data_a,
                 gconstpointer data_b)
{
  const Tally *a = data_a;
  const Tally *b = data_b;

  return g_str_equal (a->entity, b->entity) && g_str_equal (a->field, b->field) &&
         g_str_equal (a->value, b->value) && g_str_equal (a->currency, b->currency);
}

/**
 * clt_tally_keeper_new:
 *
 * Returns: (transfer full): a keeper that has counted nothing
 */
CltTallyKeeper *
clt_tally_keeper_new (void)
{
  CltTallyKeeper *self = g_new0 (CltTallyKeeper, 1);

  self->tallies = g_hash_table_new_full (clt_tally_hash, clt_tally_equal, NULL, g_free);
  self->strings = g_string_chunk_new (256);

  return self;
}

/**
 * clt_tally_keeper_free:
 * @self: (transfer full): a keeper
 *
 * Frees it; what it counted and did not write is lost.
 */
void
clt_tally_keeper_free (CltTallyKeeper *self)
{
  g_hash_table_unref (self->tallies);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static void
clt_tally_keeper_add (CltTallyKeeper *self,
                      const CltRow   *row,
                      const char     *field,
                      const char     *value,
                      const CltValue *amount,
                      gint64          sign)
{
  const char *entity = g_intern_string (clt_entity_get_name (
                                          clt_entity_table_get_entity (row->table)));
  const char *currency = amount != NULL ? clt_value_get_currency (amount) : NULL;
  const Tally key = { entity, field, value != NULL ? value : "", currency != NULL ? currency : "" };
  Tally *tally = g_hash_table_lookup (self->tallies, &key);

  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      tally->entity = entity;
      tally->field = g_intern_string (field);
      tally->value = g_string_chunk_insert_const (self->strings, key.value);
      tally->currency = g_string_chunk_insert_const (self->strings, key.currency);
      g_hash_table_insert (self->tallies, tally, tally);
    }

  tally->count += sign;
  tally->amount += amount != NULL ? sign * clt_value_get_integer (amount) : 0;
}

static void
clt_tally_keeper_count (CltTallyKeeper *self,
                        const CltRow   *row,
                        gint64          sign)
{
  const CltColumn *column = clt_tally_keeper_find_amount (row->table);
  const int index = column != NULL
                    ? clt_entity_find_role_index (clt_entity_table_get_entity (row->table),
                                                  CLT_ROLE_AMOUNT) : -1;
  const CltValue *amount = index >= 0 && !clt_value_is_none (row->values[index])
                           ? row->values[index] : NULL;

  if (!clt_row_is_shown (row))
    return;

  clt_tally_keeper_add (self, row, "", "", amount, sign);
  for (guint i = 0; i < clt_row_get_n (row); i++)
    {
      column = clt_entity_table_get_column (row->table, i);
      if (clt_tally_keeper_keeps (column))
        clt_tally_keeper_add (self, row, clt_field_get_name (column->field),
                              clt_value_get_text (row->values[i]), amount, sign);
    }
}

/**
 * clt_tally_keeper_replace:
 * @self: a keeper
 * @before: (nullable): what the record was
 * @after: (nullable): what it is now
 *
 * Counts one change.
 */
void
clt_tally_keeper_replace (CltTallyKeeper *self,
                          const CltRow   *before,
                          const CltRow   *after)
{
  if (before != NULL)
    clt_tally_keeper_count (self, before, -1);
  if (after != NULL)
    clt_tally_keeper_count (self, after, 1);
}

/**
 * clt_tally_keeper_write:
 * @self: a keeper
 * @db: the writer's connection, in the transaction of the changes
 * @error: return location for an error
 *
 * Writes what was counted and begins again from nothing.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_tally_keeper_write (CltTallyKeeper  *self,
                        CltDb           *db,
                        GError         **error)
{
  g_autoptr (CltStatement) statement = clt_db_prepare (
    db, "INSERT INTO tally (entity, field, value, currency, count, amount) "
        "VALUES (:entity, :field, :value, :currency, :count, :amount) "
        "ON CONFLICT (entity, field, value, currency) DO UPDATE SET "
        "count = count + excluded.count, amount = amount + excluded.amount", error);
  GHashTableIter iter;
  gpointer value;

  if (statement == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->tallies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Tally *tally = value;

      if (tally->count == 0 && tally->amount == 0)
        continue;

      clt_statement_bind_text (statement, ":entity", tally->entity);
      clt_statement_bind_text (statement, ":field", tally->field);
      clt_statement_bind_text (statement, ":value", tally->value);
      clt_statement_bind_text (statement, ":currency", tally->currency);
      clt_statement_bind_int (statement, ":count", tally->count);
      clt_statement_bind_int (statement, ":amount", tally->amount);
      if (!clt_statement_run (statement, error))
        return FALSE;
    }

  g_hash_table_remove_all (self->tallies);

  return TRUE;
}

/**
 * clt_tally_keeper_keeps:
 * @column: a column
 *
 * Returns: %TRUE if the counts of its values are kept
 */
gboolean
clt_tally_keeper_keeps (const CltColumn *column)
{
  return !column->is_custom && clt_field_get_kind (column->field) == CLT_FIELD_CHOICE &&
         clt_field_has_flags (column->field, CLT_FIELD_INDEXED);
}

/**
 * clt_tally_keeper_find_amount:
 * @table: a table
 *
 * Returns: (transfer none) (nullable): the column whose sums are kept
 */
const CltColumn *
clt_tally_keeper_find_amount (CltEntityTable *table)
{
  const CltColumn *amount = clt_entity_table_find_role (table, CLT_ROLE_AMOUNT);

  return amount != NULL && !amount->is_custom &&
         clt_field_get_kind (amount->field) == CLT_FIELD_MONEY ? amount : NULL;
}

/* {{{ Counting anew */

static char *
clt_tally_keeper_dup_signature (CltEntityTable *table)
{
  const CltColumn *amount = clt_tally_keeper_find_amount (table);
  GString *signature = g_string_new (amount != NULL ? clt_field_get_name (amount->field) : "-");

  for (guint i = 0; i < clt_entity_table_get_n_columns (table); i++)
    {
      const CltColumn *column = clt_entity_table_get_column (table, i);

      if (clt_tally_keeper_keeps (column))
        g_string_append_printf (signature, " %s", clt_field_get_name (column->field));
    }

  return g_string_free (signature, FALSE);
}

/* @column: (nullable): the kept field; NULL for the entity as a whole */
static gboolean
clt_tally_keeper_recount (CltEntityTable   *table,
                          CltDb            *db,
                          const CltColumn  *column,
                          GError          **error)
{
  const CltColumn *amount = clt_tally_keeper_find_amount (table);
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO tally (entity, field, value, currency, count, amount) "
    "SELECT :entity, :field, coalesce (%s, ''), coalesce (%s, ''), count (*), "
    "coalesce (sum (%s), 0) FROM %s WHERE %s GROUP BY 3, 4",
    column != NULL ? column->value : "''", amount != NULL ? amount->companion : "''",
    amount != NULL ? amount->value : "0", clt_entity_table_get_name (table),
    CLT_ENTITY_TABLE_SHOWN);
  g_autoptr (CltStatement) statement = clt_statement_new (db, sql, FALSE, error);

  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":entity",
                           clt_entity_get_name (clt_entity_table_get_entity (table)));
  clt_statement_bind_text (statement, ":field",
                           column != NULL ? clt_field_get_name (column->field) : "");

  return clt_statement_run (statement, error);
}

static gboolean
clt_tally_keeper_recount_all (CltEntityTable  *table,
                              CltDb           *db,
                              GError         **error)
{
  g_autoptr (CltStatement) statement =
    clt_db_prepare (db, "DELETE FROM tally WHERE entity = :entity", error);

  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":entity",
                           clt_entity_get_name (clt_entity_table_get_entity (table)));
  if (!clt_statement_run (statement, error) || !clt_tally_keeper_recount (table, db, NULL, error))
    return FALSE;

  for (guint i = 0; i < clt_entity_table_get_n_columns (table); i++)
    {
      const CltColumn *column = clt_entity_table_get_column (table, i);

      if (clt_tally_keeper_keeps (column) && !clt_tally_keeper_recount (table, db, column, error))
        return FALSE;
    }

  return TRUE;
}

/* }}} */

/**
 * clt_tally_keeper_ensure:
 * @table: an entity's table, which is there
 * @db: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Counts anew if other fields than before are to be kept.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_tally_keeper_ensure (CltEntityTable  *table,
                         CltDb           *db,
                         GError         **error)
{
  const char *entity = clt_entity_get_name (clt_entity_table_get_entity (table));
  g_autofree char *key = g_strconcat ("tally/", entity, NULL);
  g_autofree char *wanted = clt_tally_keeper_dup_signature (table);
  g_autofree char *found = NULL;

  if (!clt_meta_read (db, key, &found, error))
    return FALSE;

  if (g_strcmp0 (found, wanted) == 0)
    return TRUE;

  return clt_tally_keeper_recount_all (table, db, error) &&
         clt_meta_write (db, key, wanted, error);
}
