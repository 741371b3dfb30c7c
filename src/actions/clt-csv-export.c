/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-csv-export"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-csv-export.h"
#include "clt-error.h"

/* Records held in memory at a time. */
#define WINDOW 500

/* The column of the record's own id; no field has this name. */
#define ID_COLUMN "id"

typedef struct
{
  CltStore      *store;   /* (owned) */
  CltQuery      *query;   /* (owned) */
  GOutputStream *stream;  /* (owned) */
  CltEntity     *entity;  /* (owned) */
  GArray        *columns; /* (owned) (element-type int): indices of fields; -1: the id */
  GArray        *ids;     /* (owned) (nullable) (element-type gint64): until they are known */
  guint          n_asked; /* ids whose records were asked for */
  gint64         n_rows;
  GString       *text;    /* (owned): what is being written */
} CltCsvExport;

static void clt_csv_export_next (GTask *task);

static void
clt_csv_export_free (gpointer data)
{
  CltCsvExport *self = data;

  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->ids, g_array_unref);
  g_array_unref (self->columns);
  clt_entity_unref (self->entity);
  g_object_unref (self->stream);
  clt_query_unref (self->query);
  g_object_unref (self->store);
  g_free (self);
}

/* What a spreadsheet would compute is text to us; but a number or a telephone number is no
 * formula, and stays as it is. */
static gboolean
clt_csv_is_formula (const char *cell)
{
  return strchr ("=+-@\t\r", cell[0]) != NULL &&
         cell[strspn (cell, "0123456789+-., ()/")] != '\0';
}

static void
clt_csv_append_cell (GString    *text,
                     const char *cell)
{
  const gboolean is_quoted = strpbrk (cell, ",\"\r\n") != NULL;

  if (is_quoted)
    g_string_append_c (text, '"');
  if (cell[0] != '\0' && clt_csv_is_formula (cell))
    g_string_append_c (text, '\'');
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  if (is_quoted)
    g_string_append_c (text, '"');
}

/* A record that is referred to is written as its title: ids mean nothing elsewhere. */
static char *
clt_csv_dup_cell (CltRecord *record,
                  int        column)
{
  CltField *field;

  if (column < 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, clt_record_get_id (record));

  field = clt_entity_get_field (clt_record_get_entity (record), column);
  switch (clt_field_get_kind (field))
    {
    case CLT_FIELD_REFERENCE:
    case CLT_FIELD_REFERENCES:
    case CLT_FIELD_LINK:
      return clt_record_dup_display (record, column);

    case CLT_FIELD_TEXT:
    case CLT_FIELD_LONG_TEXT:
    case CLT_FIELD_EMAIL:
    case CLT_FIELD_PHONE:
    case CLT_FIELD_URL:
    case CLT_FIELD_INTEGER:
    case CLT_FIELD_REAL:
    case CLT_FIELD_PERCENT:
    case CLT_FIELD_BOOLEAN:
    case CLT_FIELD_DATE:
    case CLT_FIELD_DATE_TIME:
    case CLT_FIELD_DURATION:
    case CLT_FIELD_MONEY:
    case CLT_FIELD_CHOICE:
    case CLT_FIELD_TAGS:
    default:
      return clt_field_to_plain (field, clt_record_get_nth_value (record, column));
    }
}

static void
clt_csv_append_row (CltCsvExport *self,
                    CltRecord    *record)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *cell = clt_csv_dup_cell (record, g_array_index (self->columns, int, i));

      if (i > 0)
        g_string_append_c (self->text, ',');
      clt_csv_append_cell (self->text, cell != NULL ? cell : "");
    }
  g_string_append (self->text, "\r\n");
}

static const char *
clt_csv_get_column_name (CltCsvExport *self,
                         int           column)
{
  return column < 0 ? ID_COLUMN : clt_field_get_name (clt_entity_get_field (self->entity, column));
}

static void
clt_csv_append_header (CltCsvExport *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, ',');
      clt_csv_append_cell (self->text,
                           clt_csv_get_column_name (self, g_array_index (self->columns, int, i)));
    }
  g_string_append (self->text, "\r\n");
}

static gboolean
clt_csv_find_columns (CltCsvExport        *self,
                      const char * const  *names,
                      GError             **error)
{
  const int id_column = -1;

  if (names == NULL)
    {
      g_array_append_val (self->columns, id_column);
      for (int i = 0; i < (int) clt_entity_get_n_fields (self->entity); i++)
        g_array_append_val (self->columns, i);
      return TRUE;
    }

  for (; *names != NULL; names++)
    {
      const int index = clt_entity_find_index (self->entity, *names);

      if (index < 0 && !g_str_equal (*names, ID_COLUMN))
        {
          g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
                       /* Translators: the first is the name of a field, the second "Customers" */
                       _("There is no field “%s” in %s."), *names,
                       clt_entity_get_label_plural (self->entity));
          return FALSE;
        }
      g_array_append_val (self->columns, index);
    }

  return TRUE;
}

static void
clt_csv_export_write_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  CltCsvExport *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->n_asked == self->ids->len)
    g_task_return_int (task, self->n_rows);
  else
    clt_csv_export_next (task);
}

static void
clt_csv_export_write (GTask *task)
{
  CltCsvExport *self = g_task_get_task_data (task);

  g_output_stream_write_all_async (self->stream, self->text->str, self->text->len,
                                   G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   clt_csv_export_write_cb, g_object_ref (task));
}

static void
clt_csv_export_load_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  CltCsvExport *self = g_task_get_task_data (task);

  records = clt_store_load_many_finish (CLT_STORE (object), result, &error);
  if (records == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_string_truncate (self->text, 0);
  for (guint i = 0; i < records->len; i++)
    clt_csv_append_row (self, g_ptr_array_index (records, i));
  self->n_rows += records->len;

  clt_csv_export_write (task);
}

static void
clt_csv_export_next (GTask *task)
{
  CltCsvExport *self = g_task_get_task_data (task);
  const guint n = MIN (self->ids->len - self->n_asked, WINDOW);
  const gint64 *ids = &g_array_index (self->ids, gint64, self->n_asked);

  self->n_asked += n;
  clt_store_load_many_async (self->store, clt_entity_get_name (self->entity), ids, n,
                             g_task_get_cancellable (task), clt_csv_export_load_cb,
                             g_object_ref (task));
}

static void
clt_csv_export_ids_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  CltCsvExport *self = g_task_get_task_data (task);

  self->ids = clt_store_ids_finish (CLT_STORE (object), result, &error);
  if (self->ids == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  clt_csv_append_header (self);
  clt_csv_export_write (task);
}

static CltCsvExport *
clt_csv_export_new (CltStore      *store,
                    CltQuery      *query,
                    CltEntity     *entity,
                    GOutputStream *stream)
{
  CltCsvExport *self = g_new0 (CltCsvExport, 1);

  self->store = g_object_ref (store);
  self->query = clt_query_ref (query);
  self->entity = clt_entity_ref (entity);
  self->stream = g_object_ref (stream);
  self->columns = g_array_new (FALSE, FALSE, sizeof (int));
  self->text = g_string_new (NULL);

  return self;
}

/**
 * clt_csv_export_async:
 * @store: where the records are
 * @query: which records, in which order
 * @columns: (nullable) (array zero-terminated=1): names of fields, or "id"; %NULL: all of them
 * @stream: where the text goes; it is neither flushed nor closed
 * @cancellable: (nullable): to give up; part of the text may then be written
 * @callback: called when all is written, or why not
 * @user_data: for @callback
 *
 * Writes a line with the names of the fields and a line for each record. Records
 * are read a few hundred at a time; of all that match, only the ids are held.
 * Records deleted meanwhile are left out.
 */
void
clt_csv_export_async (CltStore            *store,
                      CltQuery            *query,
                      const char * const  *columns,
                      GOutputStream       *stream,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  CltEntity *entity;
  CltCsvExport *self;

  g_return_if_fail (CLT_IS_STORE (store));
  g_return_if_fail (query != NULL);
  g_return_if_fail (G_IS_OUTPUT_STREAM (stream));

  entity = clt_schema_find_entity (clt_store_get_schema (store), clt_query_get_entity (query));
  g_return_if_fail (entity != NULL);

  self = clt_csv_export_new (store, query, entity, stream);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_csv_export_async);
  g_task_set_task_data (task, self, clt_csv_export_free);

  if (!clt_csv_find_columns (self, columns, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  clt_store_ids_async (store, query, 0, cancellable, clt_csv_export_ids_cb, g_object_ref (task));
}

/**
 * clt_csv_export_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: how many records were written, or -1 with an error
 */
gint64
clt_csv_export_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
