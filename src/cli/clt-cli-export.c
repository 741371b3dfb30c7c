/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-export"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-cli-words.h"
#include "clt-csv-export.h"
#include "clt-error.h"

#define FORMAT "csv"

static gint64
clt_cli_write_csv (CltCli         *self,
                   CltEntity      *entity,
                   GOutputStream  *stream,
                   GError        **error)
{
  g_autoptr (CltQuery) query = clt_cli_parse_query (self, entity, error);
  g_autoptr (GArray) columns = query != NULL ? clt_cli_parse_columns (self, entity, error) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;

  if (columns == NULL)
    return -1;

  for (guint i = 0; i < columns->len; i++)
    {
      CltField *field = clt_entity_get_field (entity, g_array_index (columns, int, i));

      g_ptr_array_add (names, (gpointer) clt_field_get_name (field));
    }
  g_ptr_array_add (names, NULL);

  clt_csv_export_async (clt_session_get_store (self->session), query,
                        columns->len > 0 ? (const char * const *) names->pdata : NULL,
                        stream, NULL, clt_cli_ready_cb, self);
  result = clt_cli_wait (self);

  return clt_csv_export_finish (result, error);
}

/* The file appears whole or not at all: what is written goes to another first. */
static gboolean
clt_cli_write_file (CltCli     *self,
                    CltEntity  *entity,
                    GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->options.output);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) open_error = NULL;
  gint64 n;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, &open_error);
  if (stream == NULL)
    {
      /* Translators: the name of a file, and what the system says about it */
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, _("“%s” cannot be written: %s"), name,
                   open_error->message);
      return FALSE;
    }

  n = clt_cli_write_csv (self, entity, G_OUTPUT_STREAM (stream), error);
  if (n < 0)
    {
      /* Closing under a cancelled cancellable leaves the old file where it was. */
      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
      return FALSE;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return FALSE;

  if (self->options.json)
    clt_cli_print (self, "{\"records\":%" G_GINT64_FORMAT "}\n", n);
  else
    clt_cli_print (self, ngettext ("%d record written to %s\n", "%d records written to %s\n",
                                   (gulong) n), (int) n, name);

  return TRUE;
}

/**
 * clt_cli_export:
 * @self: a command line
 * @words: the entity
 * @error: return location for an error
 *
 * Writes the records that the options ask for to the output or a file.
 *
 * Returns: whether it succeeded
 */
gboolean
clt_cli_export (CltCli  *self,
                char   **words,
                GError **error)
{
  const char *format = self->options.format != NULL ? self->options.format : FORMAT;
  CltEntity *entity;

  if (!g_str_equal (format, FORMAT))
    {
      clt_cli_set_usage_error (error, _("There is no format “%s”, only: %s"), format, FORMAT);
      return FALSE;
    }

  if (!clt_cli_open (self, TRUE, error))
    return FALSE;

  entity = clt_cli_find_entity (self, words[0], error);
  if (entity == NULL)
    return FALSE;

  if (self->options.output != NULL)
    return clt_cli_write_file (self, entity, error);

  return clt_cli_write_csv (self, entity, self->out, error) >= 0;
}
