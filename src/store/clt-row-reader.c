/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-row-reader"

#include "config.h"

#include "clt-labels.h"
#include "clt-row-reader.h"
#include "clt-row.h"
#include "clt-sql.h"

/* @sql: (transfer full) (nullable) */
static GArray *
clt_row_reader_run (CltDb   *db,
                    CltSql  *sql,
                    GError **error)
{
  g_autoptr (CltSql) owned = sql;
  g_autoptr (CltStatement) statement = sql != NULL ? clt_sql_prepare (sql, db, error) : NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  CltStep step;

  if (statement == NULL)
    return NULL;

  while ((step = clt_statement_step (statement, error)) == CLT_STEP_ROW)
    {
      const gint64 id = clt_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == CLT_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Both are in the order of the ids, and the first are among the second. */
static void
clt_row_reader_append_others (GArray *titles,
                              GArray *found,
                              guint   limit)
{
  const guint n_titles = titles->len;
  guint at = 0;

  for (guint i = 0; i < found->len && (limit == 0 || titles->len < limit); i++)
    {
      const gint64 id = g_array_index (found, gint64, i);

      if (at < n_titles && g_array_index (titles, gint64, at) == id)
        at++;
      else
        g_array_append_val (titles, id);
    }
}

/* Those that have the words in their title, then the others. Only where the titles are too few
 * is the whole index asked. */
static GArray *
clt_row_reader_list_found (CltDb      *db,
                           CltLayout  *layout,
                           CltQuery   *query,
                           guint       limit,
                           GError    **error)
{
  g_autoptr (GArray) ids =
    clt_row_reader_run (db, clt_sql_new_found (layout, query, TRUE, limit, error), error);
  g_autoptr (GArray) found = NULL;

  if (ids == NULL)
    return NULL;

  if (limit > 0 && ids->len >= limit)
    return g_steal_pointer (&ids);

  found = clt_row_reader_run (db, clt_sql_new_found (layout, query, FALSE, limit > 0
                                                     ? limit + ids->len : 0, error), error);
  if (found == NULL)
    return NULL;

  clt_row_reader_append_others (ids, found, limit);

  return g_steal_pointer (&ids);
}

/**
 * clt_row_reader_list_ids:
 * @db: a connection
 * @layout: of the workspace
 * @query: what is asked
 * @limit: how many at most; 0 for all
 * @error: return location for an error
 *
 * Lists the ids of a query, in order. A search that has no sort of its own gives
 * those first that have the words in their title.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids
 */
GArray *
clt_row_reader_list_ids (CltDb      *db,
                         CltLayout  *layout,
                         CltQuery   *query,
                         guint       limit,
                         GError    **error)
{
  if (clt_sql_is_ranked (layout, query))
    return clt_row_reader_list_found (db, layout, query, limit, error);

  return clt_row_reader_run (db, clt_sql_new_ids (layout, query, limit, error), error);
}

/**
 * clt_row_reader_load:
 * @db: a connection
 * @layout: of the workspace
 * @entity: of the records
 * @ids: (array length=n_ids): which ones
 * @n_ids: how many
 * @error: return location for an error
 *
 * Reads records with the titles of those that they refer to, in the order asked.
 * Those that were deleted are left out; of one that is not here yet, there is the
 * title.
 *
 * Returns: (transfer full) (nullable) (element-type CltRow): the rows
 */
GPtrArray *
clt_row_reader_load (CltDb         *db,
                     CltLayout     *layout,
                     const char    *entity,
                     const gint64  *ids,
                     gsize          n_ids,
                     GError       **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_row_free);
  CltEntityTable *table = clt_layout_find_table (layout, entity, error);

  if (table == NULL)
    return NULL;

  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (CltRow) row = clt_row_find (db, table, ids[i], &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      if (row != NULL && (row->hidden == CLT_HIDDEN_NO || row->hidden == CLT_HIDDEN_STUB))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }

  return clt_labels_fill (db, layout, rows, error) ? g_steal_pointer (&rows) : NULL;
}
