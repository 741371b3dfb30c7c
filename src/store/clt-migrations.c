/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-migrations"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "clt-error.h"
#include "clt-migrations.h"

#define SQL_FOLDER RESOURCE_PREFIX "/store/sql"

/* Returns: (nullable): the script that makes @version out of the one before */
static GBytes *
clt_migrations_load (gint64   version,
                     GError **error)
{
  g_autofree char *prefix = g_strdup_printf ("%03" G_GINT64_FORMAT "-", version);
  g_auto (GStrv) names = g_resources_enumerate_children (SQL_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                         error);

  if (names == NULL)
    return NULL;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (SQL_FOLDER "/", names[i], NULL);

      if (g_str_has_prefix (names[i], prefix))
        return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    }

  g_set_error (error, CLT_ERROR, CLT_ERROR_STORE, "There is no migration to version %"
               G_GINT64_FORMAT, version);
  return NULL;
}

static gboolean
clt_migrations_step (CltDb   *db,
                     gint64   version,
                     GError **error)
{
  g_autoptr (GBytes) script = clt_migrations_load (version, error);
  g_autofree char *sql = NULL;

  if (script == NULL)
    return FALSE;

  sql = g_strdup_printf ("%.*s\nPRAGMA user_version = %" G_GINT64_FORMAT,
                         (int) g_bytes_get_size (script),
                         (const char *) g_bytes_get_data (script, NULL), version);

  return clt_db_exec (db, sql, error);
}

static gboolean
clt_migrations_steps (CltDb   *db,
                      gint64   from,
                      GError **error)
{
  for (gint64 version = from + 1; version <= CLT_STORE_VERSION; version++)
    if (!clt_migrations_step (db, version, error))
      return FALSE;

  return TRUE;
}

/* {{{ The copy that is made first */

static gboolean
clt_migrations_verify (const char  *path,
                       GError     **error)
{
  g_autoptr (CltDb) copy = clt_db_open (path, CLT_DB_READER, error);
  g_autoptr (CltStatement) statement = NULL;
  CltStep step;

  if (copy == NULL)
    return FALSE;

  statement = clt_statement_new (copy, "PRAGMA quick_check (1)", FALSE, error);
  if (statement == NULL)
    return FALSE;

  step = clt_statement_step (statement, error);
  if (step == CLT_STEP_ROW && g_strcmp0 (clt_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;

  if (step != CLT_STEP_FAILED)
    g_set_error (error, CLT_ERROR, CLT_ERROR_CORRUPT, "The copy “%s” is damaged", path);
  return FALSE;
}

static gboolean
clt_migrations_back_up (CltDb       *db,
                        const char  *path,
                        GError     **error)
{
  g_autoptr (CltStatement) statement = clt_statement_new (db, "VACUUM INTO :path", FALSE, error);

  /* VACUUM INTO wants to make the file itself. */
  g_unlink (path);
  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":path", path);

  return clt_statement_run (statement, error) && clt_migrations_verify (path, error);
}

/* }}} */

/**
 * clt_migrations_get_version:
 * @db: a connection
 * @version: (out): of our own tables; 0 for a new file
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_migrations_get_version (CltDb   *db,
                            gint64  *version,
                            GError **error)
{
  return clt_db_read_int (db, "PRAGMA user_version", version, error);
}

/**
 * clt_migrations_run:
 * @db: the writer's connection
 * @backup_path: where to put a copy of an existing file, verified before anything is changed
 * @error: return location for an error
 *
 * Brings our own tables to this program's version, all in one transaction: killed
 * anywhere, the file is of the old version or of the new. A file of a newer version
 * is left alone, with %CLT_ERROR_NEWER.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_migrations_run (CltDb       *db,
                    const char  *backup_path,
                    GError     **error)
{
  gint64 version;

  if (!clt_migrations_get_version (db, &version, error))
    return FALSE;

  if (version == CLT_STORE_VERSION)
    return TRUE;

  if (version > CLT_STORE_VERSION)
    {
      g_set_error_literal (error, CLT_ERROR, CLT_ERROR_NEWER,
                           _("These records were kept by a newer version of Clientele."));
      return FALSE;
    }

  if (version > 0 && !clt_migrations_back_up (db, backup_path, error))
    return FALSE;

  if (!clt_db_begin (db, error))
    return FALSE;

  if (clt_migrations_steps (db, version, error))
    return clt_db_commit (db, error);

  clt_db_rollback (db);
  return FALSE;
}
