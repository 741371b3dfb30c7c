/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-meta"

#include "config.h"

#include "clt-meta.h"

/**
 * clt_meta_read:
 * @db: a connection
 * @key: a name
 * @value: (out) (transfer full) (nullable): the value; %NULL if it was never set
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_meta_read (CltDb       *db,
               const char  *key,
               char       **value,
               GError     **error)
{
  g_autoptr (CltStatement) statement =
    clt_db_prepare (db, "SELECT value FROM meta WHERE key = :key", error);
  CltStep step;

  *value = NULL;
  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":key", key);
  step = clt_statement_step (statement, error);
  if (step == CLT_STEP_ROW)
    *value = g_strdup (clt_statement_get_text (statement, 0));

  return step != CLT_STEP_FAILED;
}

/**
 * clt_meta_write:
 * @db: the writer's connection
 * @key: a name
 * @value: (nullable): %NULL forgets it
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_meta_write (CltDb       *db,
                const char  *key,
                const char  *value,
                GError     **error)
{
  g_autoptr (CltStatement) statement =
    clt_db_prepare (db, value != NULL ? "INSERT OR REPLACE INTO meta (key, value) "
                                        "VALUES (:key, :value)"
                                      : "DELETE FROM meta WHERE key = :key", error);

  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":key", key);
  if (value != NULL)
    clt_statement_bind_text (statement, ":value", value);

  return clt_statement_run (statement, error);
}
