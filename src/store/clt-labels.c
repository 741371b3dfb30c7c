/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-labels"

#include "config.h"

#include "clt-labels.h"
#include "clt-record-key.h"
#include "clt-row.h"

typedef struct
{
  CltDb      *db;
  CltLayout  *layout;
  GHashTable *titles; /* (owned) (element-type CltRecordKey utf8): a page names few owners often */
} Labels;

/* @title: (out) (transfer none) (nullable): NULL if the record is not here or has no title */
static gboolean
clt_labels_read_title (Labels          *self,
                       CltEntityTable  *table,
                       gint64           id,
                       char           **title,
                       GError         **error)
{
  const CltColumn *column = clt_entity_table_find_role (table, CLT_ROLE_TITLE);
  g_autoptr (CltStatement) statement = NULL;
  g_autofree char *sql = NULL;
  CltStep step;

  *title = NULL;
  if (column == NULL)
    return TRUE;

  sql = g_strdup_printf ("SELECT %s FROM %s WHERE \"id\" = :id", column->value,
                         clt_entity_table_get_name (table));
  statement = clt_db_prepare (self->db, sql, error);
  if (statement == NULL)
    return FALSE;

  clt_statement_bind_int (statement, ":id", id);
  step = clt_statement_step (statement, error);
  if (step == CLT_STEP_ROW)
    *title = g_strdup (clt_statement_get_text (statement, 0));

  return step != CLT_STEP_FAILED;
}

static gboolean
clt_labels_find_title (Labels          *self,
                       const CltValue  *value,
                       const char     **title,
                       GError         **error)
{
  const CltRecordKey key = { clt_value_get_entity (value), clt_value_get_id (value) };
  CltEntityTable *table = clt_layout_find_table (self->layout, key.entity, NULL);
  char *found = NULL;

  *title = NULL;
  if (table == NULL)
    return TRUE;

  if (!g_hash_table_lookup_extended (self->titles, &key, NULL, (gpointer *) title))
    {
      if (!clt_labels_read_title (self, table, key.id, &found, error))
        return FALSE;

      g_hash_table_insert (self->titles, clt_record_key_copy (&key), found);
      *title = found;
    }

  return TRUE;
}

/* The titles of a list, as a person reads them. */
static gboolean
clt_labels_join (Labels          *self,
                 const CltValue  *list,
                 char           **label,
                 GError         **error)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (gsize i = 0; i < clt_value_get_n_items (list); i++)
    {
      const CltValue *item = clt_value_get_item (list, i);
      const char *title;

      if (clt_value_get_value_type (item) != CLT_VALUE_REFERENCE)
        return TRUE;
      if (!clt_labels_find_title (self, item, &title, error))
        return FALSE;
      if (title != NULL)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", title);
    }

  if (joined->len > 0)
    *label = g_strdup (joined->str);

  return TRUE;
}

static gboolean
clt_labels_fill_row (Labels  *self,
                     CltRow  *row,
                     GError **error)
{
  if (row->labels == NULL)
    row->labels = g_new0 (char *, clt_row_get_n (row));

  for (guint i = 0; i < clt_row_get_n (row); i++)
    {
      const CltValue *value = row->values[i];
      const char *title = NULL;

      if (clt_value_get_value_type (value) == CLT_VALUE_LIST)
        {
          if (!clt_labels_join (self, value, &row->labels[i], error))
            return FALSE;
        }
      else if (clt_value_get_value_type (value) == CLT_VALUE_REFERENCE)
        {
          if (!clt_labels_find_title (self, value, &title, error))
            return FALSE;
          row->labels[i] = g_strdup (title);
        }
    }

  return TRUE;
}

/**
 * clt_labels_fill:
 * @db: a connection
 * @layout: of the workspace
 * @rows: (element-type CltRow): rows without labels
 * @error: return location for an error
 *
 * Looks up the titles of the records that the rows refer to.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_labels_fill (CltDb      *db,
                 CltLayout  *layout,
                 GPtrArray  *rows,
                 GError    **error)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (clt_record_key_hash, clt_record_key_equal,
                                                         (GDestroyNotify) clt_record_key_free,
                                                         g_free);
  Labels self = { db, layout, titles };

  for (guint i = 0; i < rows->len; i++)
    if (!clt_labels_fill_row (&self, rows->pdata[i], error))
      return FALSE;

  return TRUE;
}
