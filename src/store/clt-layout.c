/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-layout"

#include "config.h"

#include <locale.h>

#include "clt-entity-table-ensure.h"
#include "clt-error.h"
#include "clt-layout.h"
#include "clt-meta.h"
#include "clt-search-index.h"
#include "clt-tally-keeper.h"

struct _CltLayout
{
  gatomicrefcount  ref_count;

  CltSchema       *schema; /* (owned) */
  GPtrArray       *tables; /* (owned) (element-type CltEntityTable): in the schema's order */
};

/* {{{ Collation keys */

/* Keys are of one locale: another language sorts otherwise. */
static gboolean
clt_layout_ensure_keys (CltLayout  *self,
                        CltDb      *db,
                        GError    **error)
{
  const char *locale = setlocale (LC_COLLATE, NULL);
  g_autofree char *found = NULL;

  if (!clt_meta_read (db, "collation", &found, error))
    return FALSE;

  if (g_strcmp0 (found, locale) == 0)
    return TRUE;

  for (guint i = 0; found != NULL && i < self->tables->len; i++)
    if (!clt_entity_table_renew_keys (self->tables->pdata[i], db, error))
      return FALSE;

  return clt_meta_write (db, "collation", locale, error);
}

/* }}} */

/**
 * clt_layout_new:
 * @schema: the workspace's schema
 *
 * Works out the tables of all entities.
 *
 * Returns: (transfer full): the layout
 */
CltLayout *
clt_layout_new (CltSchema *schema)
{
  CltLayout *self;

  g_return_val_if_fail (schema != NULL, NULL);

  self = g_new0 (CltLayout, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->schema = clt_schema_ref (schema);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_entity_table_unref);
  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    g_ptr_array_add (self->tables, clt_entity_table_new (clt_schema_get_entity (schema, i)));

  return self;
}

/**
 * clt_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): the same layout
 */
CltLayout *
clt_layout_ref (CltLayout *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * clt_layout_unref:
 * @self: (transfer full): a layout
 *
 * Lets the layout go.
 */
void
clt_layout_unref (CltLayout *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  clt_schema_unref (self->schema);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/**
 * clt_layout_get_schema:
 * @self: a layout
 *
 * Returns: (transfer none): what it was made of
 */
CltSchema *
clt_layout_get_schema (CltLayout *self)
{
  return self->schema;
}

/**
 * clt_layout_get_n_tables:
 * @self: a layout
 *
 * Returns: how many tables there are
 */
guint
clt_layout_get_n_tables (CltLayout *self)
{
  return self->tables->len;
}

/**
 * clt_layout_get_table:
 * @self: a layout
 * @index: less than clt_layout_get_n_tables()
 *
 * Returns: (transfer none): a table, in the schema's order
 */
CltEntityTable *
clt_layout_get_table (CltLayout *self,
                      guint      index)
{
  return self->tables->pdata[index];
}

/**
 * clt_layout_find_table:
 * @self: a layout
 * @entity: (nullable): the name of an entity
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): its table
 */
CltEntityTable *
clt_layout_find_table (CltLayout   *self,
                       const char  *entity,
                       GError     **error)
{
  for (guint i = 0; entity != NULL && i < self->tables->len; i++)
    {
      CltEntityTable *table = self->tables->pdata[i];

      if (g_str_equal (clt_entity_get_name (clt_entity_table_get_entity (table)), entity))
        return table;
    }

  g_set_error (error, CLT_ERROR, CLT_ERROR_NOT_FOUND, "There is no kind of record “%s”", entity);
  return NULL;
}

/**
 * clt_layout_ensure:
 * @self: a layout
 * @db: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Makes or completes the tables, and makes anew what is derived from them where
 * it was made of something else.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_layout_ensure (CltLayout  *self,
                   CltDb      *db,
                   GError    **error)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      CltEntityTable *table = self->tables->pdata[i];

      if (!clt_entity_table_ensure (table, db, error) ||
          !clt_search_index_ensure (table, db, error) ||
          !clt_tally_keeper_ensure (table, db, error))
        return FALSE;
    }

  return clt_layout_ensure_keys (self, db, error);
}
