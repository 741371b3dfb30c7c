/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-entity-table"

#include "config.h"

#include <string.h>

#include "clt-entity-table.h"
#include "clt-row-codec.h"

/* Ours, not the server's: the prefixes keep an entity called "file" or "meta" apart. */
#define RECORD_PREFIX "record_"
#define SEARCH_PREFIX "search_"

struct _CltEntityTable
{
  gatomicrefcount  ref_count;

  CltEntity       *entity;      /* (owned) */
  char            *name;        /* (owned), quoted like the next */
  char            *search_name; /* (owned) */
  char            *select;      /* (owned) */
  char            *insert;      /* (owned) */
  GArray          *columns;     /* (owned) (element-type CltColumn): in the entity's order */
};

/* What every record has beside its fields, in the order of CltSystemColumn. */
static const char * const system_columns[CLT_N_SYSTEM_COLUMNS] = {
  "\"id\" INTEGER PRIMARY KEY",
  "\"remote_id\" TEXT",
  "\"revision\" TEXT",
  "\"hidden\" INTEGER NOT NULL DEFAULT 0",
  "\"hidden_at\" INTEGER",
  "\"shown\" INTEGER NOT NULL DEFAULT 0",
  "\"state\" INTEGER NOT NULL DEFAULT 0",
  "\"base\" TEXT",
  "\"extra\" TEXT",
};

/* How the records of one group (a stage, an owner, a customer) are usually read; the first role
 * that the entity has. An index of groups goes on with it. */
static const CltRole group_orders[] = {
  CLT_ROLE_START,
  CLT_ROLE_WHEN,
  CLT_ROLE_DUE,
  CLT_ROLE_AMOUNT,
  CLT_ROLE_TITLE,
};

/* {{{ Names */

/**
 * clt_entity_table_quote:
 * @prefix: what to put before the name
 * @name: a name that a server may have chosen
 * @suffix: what to put after it
 *
 * Returns: (transfer full): the three as one identifier of SQL
 */
char *
clt_entity_table_quote (const char *prefix,
                        const char *name,
                        const char *suffix)
{
  g_auto (GStrv) parts = g_strsplit (name, "\"", -1);
  g_autofree char *escaped = g_strjoinv ("\"\"", parts);

  return g_strconcat ("\"", prefix, escaped, suffix, "\"", NULL);
}

/* @index: (nullable): which part of a pair */
static char *
clt_entity_table_extract (const char *name,
                          const char *index)
{
  g_auto (GStrv) parts = g_strsplit (name, "'", -1);
  g_autofree char *escaped = g_strjoinv ("''", parts);

  return g_strdup_printf ("json_extract (\"extra\", '$.\"%s\"%s')", escaped, index);
}

/* A server may call a field "state" or "extra". */
static gboolean
clt_entity_table_is_reserved (const char *name)
{
  static const char * const reserved[] = {
    "id", "remote_id", "revision", "hidden", "hidden_at", "shown", "state", "base",
    "extra", "rowid", NULL
  };

  return g_strv_contains (reserved, name);
}

static gboolean
clt_entity_table_has_key (const CltField *field)
{
  return clt_field_has_flags (field, CLT_FIELD_INDEXED) &&
         clt_field_get_kind (field) != CLT_FIELD_CHOICE &&
         clt_field_kind_get_value_type (clt_field_get_kind (field)) == CLT_VALUE_TEXT;
}

static char *
clt_entity_table_make_index_name (const CltEntity *entity,
                                  const CltField  *field)
{
  g_autofree char *name = g_strconcat (clt_entity_get_name (entity), "_by_",
                                       clt_field_get_name (field), NULL);

  return clt_entity_table_quote (RECORD_PREFIX, name, "");
}

static CltColumn
clt_entity_table_make_column (CltEntity *entity,
                              CltField  *field)
{
  const char *name = clt_field_get_name (field);
  const char *companion = clt_row_codec_get_companion (clt_field_get_kind (field));
  CltColumn column = { .field = field };

  column.is_custom = clt_field_has_flags (field, CLT_FIELD_CUSTOM) ||
                     clt_entity_table_is_reserved (name);

  if (column.is_custom)
    {
      column.value = clt_entity_table_extract (name, companion != NULL ? "[0]" : "");
      column.companion = companion != NULL ? clt_entity_table_extract (name, "[1]") : NULL;
      return column;
    }

  column.value = clt_entity_table_quote ("", name, "");
  if (companion != NULL)
    {
      g_autofree char *suffix = g_strconcat ("_", companion, NULL);

      column.companion = clt_entity_table_quote ("", name, suffix);
    }
  if (clt_entity_table_has_key (field))
    column.key = clt_entity_table_quote ("", name, "_key");
  if (clt_field_has_flags (field, CLT_FIELD_INDEXED))
    column.index = clt_entity_table_make_index_name (entity, field);

  return column;
}

/* Where the columns stand in the table: all statements have the same order. */
static void
clt_entity_table_place (CltEntityTable *self)
{
  int at = CLT_N_SYSTEM_COLUMNS;

  for (guint i = 0; i < self->columns->len; i++)
    {
      CltColumn *column = &g_array_index (self->columns, CltColumn, i);

      column->at = column->is_custom ? -1 : at;
      if (!column->is_custom)
        at += 1 + (column->companion != NULL) + (column->key != NULL);
    }
}

static void
clt_entity_table_make_statements (CltEntityTable *self)
{
  g_autoptr (GPtrArray) definitions = clt_entity_table_list_definitions (self);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);

  for (guint i = 0; i < definitions->len; i++)
    {
      const char *definition = definitions->pdata[i];
      const char *end = strchr (definition + 1, '"');

      g_string_append_printf (names, "%s%.*s", i > 0 ? ", " : "", (int) (end - definition) + 1,
                              definition);
      g_string_append (marks, i > 0 ? ", ?" : "?");
    }

  self->select = g_strdup_printf ("SELECT %s FROM %s", names->str, self->name);
  self->insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", self->name, names->str,
                                  marks->str);
}

static void
clt_column_clear (CltColumn *self)
{
  g_free (self->value);
  g_free (self->companion);
  g_free (self->key);
  g_free (self->index);
}

/* }}} */
/* {{{ Definitions */

static void
clt_entity_table_add_definitions (const CltColumn *column,
                                  GPtrArray       *definitions)
{
  if (column->is_custom)
    return;

  g_ptr_array_add (definitions,
                   g_strdup_printf ("%s %s", column->value, clt_row_codec_get_type (
                                      clt_field_get_kind (column->field))));
  if (column->companion != NULL)
    g_ptr_array_add (definitions, g_strdup_printf ("%s TEXT", column->companion));
  if (column->key != NULL)
    g_ptr_array_add (definitions, g_strdup_printf ("%s BLOB", column->key));
}

static const char *
clt_entity_table_get_order_name (const CltColumn *column)
{
  if (column == NULL)
    return "\"id\"";

  return column->key != NULL ? column->key : column->value;
}

static char *
clt_entity_table_make_keys (CltEntityTable  *self,
                            const CltColumn *column)
{
  const CltColumn *next = clt_entity_table_find_group_order (self, column);

  switch ((guint) clt_field_get_kind (column->field))
    {
    case CLT_FIELD_CHOICE:
    case CLT_FIELD_REFERENCE:
      return g_strdup_printf ("%s, %s", column->value, clt_entity_table_get_order_name (next));

    case CLT_FIELD_LINK:
      return g_strdup_printf ("%s, %s, %s", column->value, column->companion,
                              clt_entity_table_get_order_name (next));

    default:
      return g_strdup_printf ("%s%s%s", clt_entity_table_get_order_name (column),
                              next != NULL ? ", " : "",
                              next != NULL ? clt_entity_table_get_order_name (next) : "");
    }
}

/* }}} */
/**
 * clt_entity_table_new:
 * @entity: the description
 *
 * Works out how records of @entity are kept.
 *
 * Returns: (transfer full): the table
 */
CltEntityTable *
clt_entity_table_new (CltEntity *entity)
{
  CltEntityTable *self;

  g_return_val_if_fail (entity != NULL, NULL);

  self = g_new0 (CltEntityTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->entity = clt_entity_ref (entity);
  self->name = clt_entity_table_quote (RECORD_PREFIX, clt_entity_get_name (entity), "");
  self->search_name = clt_entity_table_quote (SEARCH_PREFIX, clt_entity_get_name (entity), "");
  self->columns = g_array_new (FALSE, FALSE, sizeof (CltColumn));
  g_array_set_clear_func (self->columns, (GDestroyNotify) clt_column_clear);

  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    {
      CltColumn column = clt_entity_table_make_column (entity, clt_entity_get_field (entity, i));

      g_array_append_val (self->columns, column);
    }
  clt_entity_table_place (self);
  clt_entity_table_make_statements (self);

  return self;
}

/**
 * clt_entity_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): the same table
 */
CltEntityTable *
clt_entity_table_ref (CltEntityTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * clt_entity_table_unref:
 * @self: (transfer full): a table
 *
 * Lets the table go.
 */
void
clt_entity_table_unref (CltEntityTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  clt_entity_unref (self->entity);
  g_free (self->name);
  g_free (self->search_name);
  g_free (self->select);
  g_free (self->insert);
  g_array_unref (self->columns);
  g_free (self);
}

/**
 * clt_entity_table_get_entity:
 * @self: a table
 *
 * Returns: (transfer none): what its records are like
 */
CltEntity *
clt_entity_table_get_entity (CltEntityTable *self)
{
  return self->entity;
}

/**
 * clt_entity_table_get_name:
 * @self: a table
 *
 * Returns: (transfer none): its name in SQL, quoted
 */
const char *
clt_entity_table_get_name (CltEntityTable *self)
{
  return self->name;
}

/**
 * clt_entity_table_get_search_name:
 * @self: a table
 *
 * Returns: (transfer none): the name of its search index in SQL, quoted
 */
const char *
clt_entity_table_get_search_name (CltEntityTable *self)
{
  return self->search_name;
}

/**
 * clt_entity_table_get_select:
 * @self: a table
 *
 * Returns: (transfer none): a statement that reads every column of all rows, to
 *   which a condition is added
 */
const char *
clt_entity_table_get_select (CltEntityTable *self)
{
  return self->select;
}

/**
 * clt_entity_table_get_insert:
 * @self: a table
 *
 * Returns: (transfer none): a statement with a parameter for every column
 */
const char *
clt_entity_table_get_insert (CltEntityTable *self)
{
  return self->insert;
}

/**
 * clt_entity_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many fields its records have
 */
guint
clt_entity_table_get_n_columns (CltEntityTable *self)
{
  return self->columns->len;
}

/**
 * clt_entity_table_get_column:
 * @self: a table
 * @index: of a field, in the entity's order
 *
 * Returns: (transfer none): how the field is kept
 */
const CltColumn *
clt_entity_table_get_column (CltEntityTable *self,
                             guint           index)
{
  return &g_array_index (self->columns, CltColumn, index);
}

/**
 * clt_entity_table_find_column:
 * @self: a table
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): how the field is kept
 */
const CltColumn *
clt_entity_table_find_column (CltEntityTable *self,
                              const char     *field)
{
  const int index = clt_entity_find_index (self->entity, field);

  return index >= 0 ? clt_entity_table_get_column (self, (guint) index) : NULL;
}

/**
 * clt_entity_table_find_role:
 * @self: a table
 * @role: a role
 *
 * Returns: (transfer none) (nullable): how the field with the role is kept
 */
const CltColumn *
clt_entity_table_find_role (CltEntityTable *self,
                            CltRole         role)
{
  const int index = clt_entity_find_role_index (self->entity, role);

  return index >= 0 ? clt_entity_table_get_column (self, (guint) index) : NULL;
}

/**
 * clt_entity_table_find_group_order:
 * @self: a table
 * @column: one with an index
 *
 * Finds how the index of @column goes on: in which order the records of one stage,
 * owner, customer or city are usually read.
 *
 * Returns: (transfer none) (nullable): the next column; %NULL if it is the id
 */
const CltColumn *
clt_entity_table_find_group_order (CltEntityTable  *self,
                                   const CltColumn *column)
{
  const CltColumn *title = clt_entity_table_find_role (self, CLT_ROLE_TITLE);

  switch ((guint) clt_field_get_kind (column->field))
    {
    case CLT_FIELD_CHOICE:
    case CLT_FIELD_REFERENCE:
    case CLT_FIELD_LINK:
      for (gsize i = 0; i < G_N_ELEMENTS (group_orders); i++)
        {
          const CltColumn *next = clt_entity_table_find_role (self, group_orders[i]);

          if (next != NULL && next != column && !next->is_custom)
            return next;
        }
      return NULL;

    default:
      return column->key != NULL && column != title && title != NULL && !title->is_custom ? title
                                                                                          : NULL;
    }
}

/**
 * clt_entity_table_list_definitions:
 * @self: a table
 *
 * Lists its columns, in the order of all statements.
 *
 * Returns: (transfer full) (element-type utf8): name and type of each
 */
GPtrArray *
clt_entity_table_list_definitions (CltEntityTable *self)
{
  GPtrArray *definitions = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (system_columns); i++)
    g_ptr_array_add (definitions, g_strdup (system_columns[i]));
  for (guint i = 0; i < self->columns->len; i++)
    clt_entity_table_add_definitions (clt_entity_table_get_column (self, i), definitions);

  return definitions;
}

/**
 * clt_entity_table_list_indices:
 * @self: a table
 *
 * Lists the indices that make sorting and filtering by the fields marked so
 * instant. They begin with whether lists show a record, so that listing and counting
 * read nothing but the index. (A partial index would say the same in fewer bytes,
 * but SQLite 3.40 then reads every record to test its condition again.)
 *
 * Returns: (transfer full) (element-type utf8): statements that make them
 */
GPtrArray *
clt_entity_table_list_indices (CltEntityTable *self)
{
  GPtrArray *indices = g_ptr_array_new_with_free_func (g_free);
  const char *entity = clt_entity_get_name (self->entity);
  g_autofree char *remote = clt_entity_table_quote (RECORD_PREFIX, entity, "_remote");
  g_autofree char *hidden = clt_entity_table_quote (RECORD_PREFIX, entity, "_hidden");

  g_ptr_array_add (indices, g_strdup_printf (
                     "CREATE UNIQUE INDEX %s ON %s (\"remote_id\") WHERE \"remote_id\" IS NOT NULL",
                     remote, self->name));

  /* For those that are kept hidden for a while: usually few. */
  g_ptr_array_add (indices, g_strdup_printf (
                     "CREATE INDEX %s ON %s (\"hidden_at\") WHERE \"hidden_at\" IS NOT NULL",
                     hidden, self->name));

  for (guint i = 0; i < self->columns->len; i++)
    {
      const CltColumn *column = clt_entity_table_get_column (self, i);
      g_autofree char *keys = NULL;

      if (column->index == NULL)
        continue;

      keys = clt_entity_table_make_keys (self, column);
      g_ptr_array_add (indices, g_strdup_printf ("CREATE INDEX %s ON %s (\"shown\", %s)",
                                                 column->index, self->name, keys));
    }

  return indices;
}
