/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-statement"

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "clt-db.h"
#include "clt-statement.h"

struct _CltStatement
{
  CltDb        *db;
  sqlite3_stmt *handle;  /* (owned) */
  gboolean      is_kept; /* by the connection, for the next time */
  gboolean      is_used;
};

static int
clt_statement_find_position (CltStatement *self,
                             const char   *name)
{
  int position = sqlite3_bind_parameter_index (self->handle, name);

  g_assert (position > 0);

  return position;
}

/* Binding fails only when memory does or the position is wrong: neither can be met. */
static void
clt_statement_check_bound (int result)
{
  g_assert (result == SQLITE_OK);
}

/**
 * clt_statement_new:
 * @db: the connection
 * @sql: one statement
 * @is_kept: whether releasing leaves it prepared, for its owner to free
 * @error: return location for an error
 *
 * Prepares a statement, in use. Everybody but the connection asks clt_db_prepare().
 *
 * Returns: (transfer full) (nullable): the statement
 */
CltStatement *
clt_statement_new (CltDb       *db,
                   const char  *sql,
                   gboolean     is_kept,
                   GError     **error)
{
  g_autofree CltStatement *self = g_new0 (CltStatement, 1);
  const guint flags = is_kept ? SQLITE_PREPARE_PERSISTENT : 0;

  g_assert (clt_db_is_current_thread (db));

  if (sqlite3_prepare_v3 (clt_db_get_handle (db), sql, -1, flags, &self->handle, NULL) != SQLITE_OK)
    {
      clt_db_set_error (db, error);
      return NULL;
    }

  g_assert (self->handle != NULL);
  self->db = db;
  self->is_kept = is_kept;
  self->is_used = TRUE;

  return g_steal_pointer (&self);
}

/**
 * clt_statement_take:
 * @self: a kept statement
 *
 * Takes it into use, unless it is.
 *
 * Returns: %FALSE if somebody is using it
 */
gboolean
clt_statement_take (CltStatement *self)
{
  if (self->is_used)
    return FALSE;

  self->is_used = TRUE;
  return TRUE;
}

/**
 * clt_statement_free:
 * @self: (transfer full): a statement that its connection does not keep any more
 *
 * Finalizes it.
 */
void
clt_statement_free (CltStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

/**
 * clt_statement_release:
 * @self: a statement from clt_db_prepare()
 *
 * Gives it back, with nothing bound.
 */
void
clt_statement_release (CltStatement *self)
{
  g_return_if_fail (self != NULL);

  if (!self->is_kept)
    {
      clt_statement_free (self);
      return;
    }

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->is_used = FALSE;
}

/**
 * clt_statement_bind_int:
 * @self: a statement
 * @name: of the parameter, as it stands in the text
 * @value: a number
 *
 * Binds a number.
 */
void
clt_statement_bind_int (CltStatement *self,
                        const char   *name,
                        gint64        value)
{
  clt_statement_put_int (self, clt_statement_find_position (self, name), value);
}

/**
 * clt_statement_bind_text:
 * @self: a statement
 * @name: of the parameter, as it stands in the text
 * @value: (nullable): copied; %NULL is SQL's NULL
 *
 * Binds a text.
 */
void
clt_statement_bind_text (CltStatement *self,
                         const char   *name,
                         const char   *value)
{
  clt_statement_put_text (self, clt_statement_find_position (self, name), value);
}

/**
 * clt_statement_put_null:
 * @self: a statement
 * @position: of the parameter, from 1
 *
 * Binds SQL's NULL.
 */
void
clt_statement_put_null (CltStatement *self,
                        int           position)
{
  clt_statement_check_bound (sqlite3_bind_null (self->handle, position));
}

/**
 * clt_statement_put_int:
 * @self: a statement
 * @position: of the parameter, from 1
 * @value: a number
 *
 * Binds a number.
 */
void
clt_statement_put_int (CltStatement *self,
                       int           position,
                       gint64        value)
{
  clt_statement_check_bound (sqlite3_bind_int64 (self->handle, position, value));
}

/**
 * clt_statement_put_real:
 * @self: a statement
 * @position: of the parameter, from 1
 * @value: a number
 *
 * Binds a number.
 */
void
clt_statement_put_real (CltStatement *self,
                        int           position,
                        double        value)
{
  clt_statement_check_bound (sqlite3_bind_double (self->handle, position, value));
}

/**
 * clt_statement_put_text:
 * @self: a statement
 * @position: of the parameter, from 1
 * @value: (nullable): copied; %NULL is SQL's NULL
 *
 * Binds a text.
 */
void
clt_statement_put_text (CltStatement *self,
                        int           position,
                        const char   *value)
{
  clt_statement_check_bound (sqlite3_bind_text (self->handle, position, value, -1,
                                                SQLITE_TRANSIENT));
}

/**
 * clt_statement_put_bytes:
 * @self: a statement
 * @position: of the parameter, from 1
 * @value: (nullable): bytes that end with a NUL, copied; %NULL is SQL's NULL
 *
 * Binds what is not text, such as a collation key.
 */
void
clt_statement_put_bytes (CltStatement *self,
                         int           position,
                         const char   *value)
{
  const int length = value != NULL ? (int) strlen (value) : 0;

  clt_statement_check_bound (sqlite3_bind_blob (self->handle, position, value, length,
                                                SQLITE_TRANSIENT));
}

/**
 * clt_statement_step:
 * @self: a statement
 * @error: return location for an error
 *
 * Goes on to the next row. A superseded question ends with %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether there is a row, there are no more, or it failed
 */
CltStep
clt_statement_step (CltStatement  *self,
                    GError       **error)
{
  g_assert (clt_db_is_current_thread (self->db));

  switch (sqlite3_step (self->handle))
    {
    case SQLITE_ROW:
      return CLT_STEP_ROW;

    case SQLITE_DONE:
      return CLT_STEP_DONE;

    default:
      clt_db_set_error (self->db, error);
      return CLT_STEP_FAILED;
    }
}

/**
 * clt_statement_run:
 * @self: a statement whose rows nobody wants
 * @error: return location for an error
 *
 * Steps to the end and resets, ready to be bound again.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_statement_run (CltStatement  *self,
                   GError       **error)
{
  CltStep step;

  do
    step = clt_statement_step (self, error);
  while (step == CLT_STEP_ROW);

  sqlite3_reset (self->handle);

  return step == CLT_STEP_DONE;
}

/**
 * clt_statement_reset:
 * @self: a statement
 *
 * Goes back to before the first row; what is bound stays.
 */
void
clt_statement_reset (CltStatement *self)
{
  sqlite3_reset (self->handle);
}

/**
 * clt_statement_is_null:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: %TRUE if there is SQL's NULL
 */
gboolean
clt_statement_is_null (CltStatement *self,
                       int           column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * clt_statement_get_int:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: the number; 0 for SQL's NULL
 */
gint64
clt_statement_get_int (CltStatement *self,
                       int           column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * clt_statement_get_real:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: the number; 0 for SQL's NULL
 */
double
clt_statement_get_real (CltStatement *self,
                        int           column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * clt_statement_get_text:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the text, until the next step; %NULL for SQL's NULL
 */
const char *
clt_statement_get_text (CltStatement *self,
                        int           column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}
