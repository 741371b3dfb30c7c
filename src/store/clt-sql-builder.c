/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sql-builder"

#include "config.h"

#include "clt-sql-builder.h"

static void
clt_sql_value_clear (CltSqlValue *self)
{
  g_free (self->text);
}

/**
 * clt_sql_builder_init:
 * @self: a builder
 *
 * Begins with nothing.
 */
void
clt_sql_builder_init (CltSqlBuilder *self)
{
  self->text = g_string_new (NULL);
  self->values = g_array_new (FALSE, FALSE, sizeof (CltSqlValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) clt_sql_value_clear);
}

/**
 * clt_sql_builder_clear:
 * @self: a builder
 *
 * Frees what it holds.
 */
void
clt_sql_builder_clear (CltSqlBuilder *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->values);
}

/**
 * clt_sql_builder_add:
 * @self: a builder
 * @format: SQL, into which only names from the schema may be printed
 *
 * Adds to the text. What a user wrote goes through the bind functions.
 */
void
clt_sql_builder_add (CltSqlBuilder *self,
                     const char    *format,
                     ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
}

static void
clt_sql_builder_bind (CltSqlBuilder *self,
                      CltSqlValue    value)
{
  g_string_append_c (self->text, '?');
  g_array_append_val (self->values, value);
}

/**
 * clt_sql_builder_bind_int:
 * @self: a builder
 * @value: a number
 *
 * Adds a parameter and its value.
 */
void
clt_sql_builder_bind_int (CltSqlBuilder *self,
                          gint64         value)
{
  clt_sql_builder_bind (self, (CltSqlValue) { CLT_SQL_INTEGER, .integer = value });
}

/**
 * clt_sql_builder_bind_real:
 * @self: a builder
 * @value: a number
 *
 * Adds a parameter and its value.
 */
void
clt_sql_builder_bind_real (CltSqlBuilder *self,
                           double         value)
{
  clt_sql_builder_bind (self, (CltSqlValue) { CLT_SQL_REAL, .real = value });
}

/**
 * clt_sql_builder_bind_text:
 * @self: a builder
 * @value: a text, which may be the user's
 *
 * Adds a parameter and its value.
 */
void
clt_sql_builder_bind_text (CltSqlBuilder *self,
                           const char    *value)
{
  clt_sql_builder_bind (self, (CltSqlValue) { CLT_SQL_TEXT, .text = g_strdup (value) });
}

/**
 * clt_sql_builder_bind_bytes:
 * @self: a builder
 * @value: bytes that end with a NUL, such as a collation key
 *
 * Adds a parameter and its value.
 */
void
clt_sql_builder_bind_bytes (CltSqlBuilder *self,
                            const char    *value)
{
  clt_sql_builder_bind (self, (CltSqlValue) { CLT_SQL_BYTES, .text = g_strdup (value) });
}
