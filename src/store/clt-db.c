/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-db"

#include "config.h"

#include <errno.h>

#include "clt-db.h"
#include "clt-error.h"
#include "clt-sql-functions.h"
#include "clt-tokenizer.h"

/* Between two looks at the cancellable: a few hundred microseconds of work. */
#define OPERATIONS_PER_LOOK 1000
#define BUSY_TIMEOUT_MS 5000
#define MAX_STATEMENTS 192

/* How long the log may get before it is moved into the file: 32 MB. */
#define MAX_LOG_PAGES 8000

struct _CltDb
{
  sqlite3      *handle;      /* (owned) */
  GThread      *thread;      /* the only one that may touch it */
  GHashTable   *statements;  /* (owned) (element-type utf8 CltStatement) */
  GCancellable *cancellable; /* (owned) (nullable) */
  gboolean      is_writer;
  gboolean      is_durable;
  int           n_log_pages;
};

/* Measured over simulated power cuts: NORMAL lost acknowledged saves, FULL none. */
static const char writer_pragmas[] =
  "PRAGMA trusted_schema = OFF;"
  "PRAGMA foreign_keys = ON;"
  "PRAGMA journal_mode = WAL;"
  "PRAGMA synchronous = FULL;"
  "PRAGMA cache_size = -16384;"
  "PRAGMA temp_store = MEMORY;"
  "PRAGMA journal_size_limit = 67108864;";

/* Readers go through an index once and look at some hundred rows: the system's page cache serves
 * that, and a small cache of our own keeps the process small. */
static const char reader_pragmas[] =
  "PRAGMA trusted_schema = OFF;"
  "PRAGMA query_only = ON;"
  "PRAGMA cache_size = -4096;"
  "PRAGMA temp_store = MEMORY;";

static CltError
clt_db_error_code_from_errno (int system_error)
{
  switch (system_error)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return CLT_ERROR_DISK_FULL;

    case EACCES:
    case EPERM:
    case EROFS:
      return CLT_ERROR_READ_ONLY;

    default:
      return CLT_ERROR_STORE;
    }
}

static CltError
clt_db_error_code (int result,
                   int system_error)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return CLT_ERROR_DISK_FULL;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      return CLT_ERROR_READ_ONLY;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return CLT_ERROR_CORRUPT;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return CLT_ERROR_BUSY;

    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return clt_db_error_code_from_errno (system_error);

    default:
      return CLT_ERROR_STORE;
    }
}

/* Instead of SQLite's own, which moves the log into the file before it says that the commit is
 * done: somebody waits for that. */
static int
clt_db_committed_cb (gpointer    user_data,
                     sqlite3    *handle,
                     const char *name,
                     int         n_pages)
{
  CltDb *self = user_data;

  self->n_log_pages = n_pages;

  return SQLITE_OK;
}

/* SQLite names no system error when it may not make the log's files. */
static gboolean
clt_db_is_write_refused (const GError *error)
{
  return g_error_matches (error, CLT_ERROR, CLT_ERROR_READ_ONLY) ||
         g_error_matches (error, CLT_ERROR, CLT_ERROR_STORE);
}

static int
clt_db_progress_cb (gpointer user_data)
{
  CltDb *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
clt_db_prepare_handle (CltDb       *self,
                       const char  *uri,
                       GError     **error)
{
  const int flags = self->is_writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                    : SQLITE_OPEN_READONLY;

  if (sqlite3_open_v2 (uri, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI,
                       NULL) != SQLITE_OK)
    {
      clt_db_set_error (self, error);
      return FALSE;
    }

  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_wal_hook (self->handle, clt_db_committed_cb, self);

  return clt_sql_functions_register (self, error) && clt_tokenizer_register (self, error) &&
         clt_db_exec (self, self->is_writer ? writer_pragmas : reader_pragmas, error) &&
         clt_db_exec (self, "SELECT 1 FROM sqlite_schema", error);
}

/* A log needs a file beside the workspace, and a read-only medium allows none: then nobody else
 * can be writing either. */
static gboolean
clt_db_prepare_unchanging (CltDb       *self,
                           const char  *uri,
                           GError     **error)
{
  g_autofree char *unchanging = g_strconcat (uri, "?immutable=1", NULL);

  sqlite3_close (g_steal_pointer (&self->handle));

  return clt_db_prepare_handle (self, unchanging, error);
}

/**
 * clt_db_open:
 * @path: the file
 * @mode: whether to write it
 * @error: return location for an error
 *
 * Opens a connection that belongs to the calling thread. A reader needs a file
 * that a writer has made; on a medium that cannot be written it reads the file
 * as it is.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CltDb *
clt_db_open (const char  *path,
             CltDbMode    mode,
             GError     **error)
{
  g_autoptr (CltDb) self = g_new0 (CltDb, 1);
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autoptr (GError) local_error = NULL;

  self->thread = g_thread_self ();
  self->is_writer = mode == CLT_DB_WRITER;
  self->is_durable = TRUE;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) clt_statement_free);

  if (uri == NULL)
    return NULL;

  if (clt_db_prepare_handle (self, uri, &local_error))
    return g_steal_pointer (&self);

  if (!self->is_writer && clt_db_is_write_refused (local_error) &&
      clt_db_prepare_unchanging (self, uri, NULL))
    return g_steal_pointer (&self);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * clt_db_close:
 * @self: a connection
 *
 * Closes it. The writer first moves the whole log into the file, so that a closed
 * workspace is one file.
 */
void
clt_db_close (CltDb *self)
{
  g_return_if_fail (self != NULL);
  g_assert (clt_db_is_current_thread (self));

  clt_db_forget_statements (self);
  g_hash_table_unref (self->statements);
  g_clear_object (&self->cancellable);

  if (self->handle != NULL && self->is_writer)
    sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

  sqlite3_close (self->handle);
  g_free (self);
}

/**
 * clt_db_is_current_thread:
 * @self: a connection
 *
 * Returns: %TRUE on the thread that it belongs to
 */
gboolean
clt_db_is_current_thread (CltDb *self)
{
  return self->thread == g_thread_self ();
}

/**
 * clt_db_get_handle:
 * @self: a connection
 *
 * Gets SQLite's own handle, for what has no function here.
 *
 * Returns: (transfer none): the handle
 */
sqlite3 *
clt_db_get_handle (CltDb *self)
{
  g_assert (clt_db_is_current_thread (self));

  return self->handle;
}

/**
 * clt_db_set_error:
 * @self: a connection whose last call failed
 * @error: return location for an error
 *
 * Says in the program's words what SQLite met.
 */
void
clt_db_set_error (CltDb   *self,
                  GError **error)
{
  const int result = sqlite3_extended_errcode (self->handle);
  const char *message = sqlite3_errmsg (self->handle);

  if ((result & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, message);
      return;
    }

  g_set_error (error, CLT_ERROR,
               clt_db_error_code (result, sqlite3_system_errno (self->handle)),
               "%s (SQLite %d)", message, result);
}

/**
 * clt_db_exec:
 * @self: a connection
 * @sql: statements without parameters, ours and never made of a user's text
 * @error: return location for an error
 *
 * Runs statements whose rows nobody wants.
 *
 * Returns: %FALSE if one failed; those before it have run
 */
gboolean
clt_db_exec (CltDb       *self,
             const char  *sql,
             GError     **error)
{
  g_assert (clt_db_is_current_thread (self));

  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  clt_db_set_error (self, error);
  return FALSE;
}

/**
 * clt_db_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: return location for an error
 *
 * Gets a statement, prepared at the first time and kept.
 *
 * Returns: (transfer full) (nullable): the statement, to be released
 */
CltStatement *
clt_db_prepare (CltDb       *self,
                const char  *sql,
                GError     **error)
{
  CltStatement *statement = g_hash_table_lookup (self->statements, sql);

  g_assert (clt_db_is_current_thread (self));

  if (statement != NULL && clt_statement_take (statement))
    return statement;

  /* The same statement inside its own loop, or too many kinds of questions: not kept. */
  if (statement != NULL || g_hash_table_size (self->statements) >= MAX_STATEMENTS)
    return clt_statement_new (self, sql, FALSE, error);

  statement = clt_statement_new (self, sql, TRUE, error);
  if (statement != NULL)
    g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

/**
 * clt_db_read_int:
 * @self: a connection
 * @sql: a statement without parameters that gives one number
 * @value: (out): the number; 0 if there was no row
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_db_read_int (CltDb       *self,
                 const char  *sql,
                 gint64      *value,
                 GError     **error)
{
  g_autoptr (CltStatement) statement = clt_db_prepare (self, sql, error);
  CltStep step;

  *value = 0;
  if (statement == NULL)
    return FALSE;

  step = clt_statement_step (statement, error);
  if (step == CLT_STEP_ROW)
    *value = clt_statement_get_int (statement, 0);

  return step != CLT_STEP_FAILED;
}

/**
 * clt_db_forget_statements:
 * @self: a connection none of whose statements is in use
 *
 * Finalizes the kept statements, as a change of the tables wants.
 */
void
clt_db_forget_statements (CltDb *self)
{
  g_assert (clt_db_is_current_thread (self));

  g_hash_table_remove_all (self->statements);
}

/**
 * clt_db_begin:
 * @self: a connection
 * @error: return location for an error
 *
 * Begins a transaction: a writer's takes the write lock at once, a reader's sees
 * one state of the file until its end.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_db_begin (CltDb   *self,
              GError **error)
{
  return clt_db_exec (self, self->is_writer ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

/**
 * clt_db_commit:
 * @self: a connection in a transaction
 * @error: return location for an error
 *
 * Commits; what could not be committed is rolled back.
 *
 * Returns: %FALSE if nothing of the transaction is kept
 */
gboolean
clt_db_commit (CltDb   *self,
               GError **error)
{
  if (clt_db_exec (self, "COMMIT", error))
    return TRUE;

  clt_db_rollback (self);
  return FALSE;
}

/**
 * clt_db_rollback:
 * @self: a connection
 *
 * Takes back the transaction, if there still is one: on a full disk SQLite may have
 * done so by itself.
 */
void
clt_db_rollback (CltDb *self)
{
  g_assert (clt_db_is_current_thread (self));

  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * clt_db_tidy:
 * @self: the writer, outside of a transaction
 *
 * Moves a log that has grown into the file, when nobody waits for an answer. What
 * readers still look at stays in the log until the next time.
 */
void
clt_db_tidy (CltDb *self)
{
  g_assert (clt_db_is_current_thread (self));

  if (self->n_log_pages < MAX_LOG_PAGES)
    return;

  /* A disk that is full refuses this, and nothing is lost: it is all in the log. */
  if (sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL) ==
      SQLITE_OK)
    self->n_log_pages = 0;
}

/**
 * clt_db_set_durable:
 * @self: the writer, outside of a transaction
 * @is_durable: whether commits wait for the disk
 *
 * What a user typed waits for the disk. What a server said does not: a page that a
 * power cut takes goes together with its cursor and is pulled again. The file is
 * consistent either way.
 */
void
clt_db_set_durable (CltDb    *self,
                    gboolean  is_durable)
{
  g_assert (clt_db_is_current_thread (self));

  if (self->is_durable == is_durable)
    return;

  if (clt_db_exec (self, is_durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL",
                   NULL))
    self->is_durable = is_durable;
}

/**
 * clt_db_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what interrupts the statements that follow
 *
 * Lets a superseded question really stop instead of being answered to nobody.
 */
void
clt_db_set_cancellable (CltDb        *self,
                        GCancellable *cancellable)
{
  g_assert (clt_db_is_current_thread (self));

  g_set_object (&self->cancellable, cancellable);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->handle, OPERATIONS_PER_LOOK, clt_db_progress_cb, self);
  else
    sqlite3_progress_handler (self->handle, 0, NULL, NULL);
}
