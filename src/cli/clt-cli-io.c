/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-io"

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "clt-cli-private.h"
#include "clt-json.h"

/* A secret longer than this is a mistake: somebody gave us the wrong file. */
#define LONGEST_LINE 4096

G_DEFINE_QUARK (clt-cli-error-quark, clt_cli_error)

/**
 * clt_cli_set_usage_error:
 * @error: return location for an error
 * @format: a sentence for the user
 * @...: its arguments
 *
 * Says what is wrong with the command line.
 */
void
clt_cli_set_usage_error (GError     **error,
                         const char  *format,
                         ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (CLT_CLI_ERROR, 0, format, args));
  va_end (args);
}

/**
 * clt_cli_ready_cb:
 * @object: whom was asked
 * @result: the answer
 * @user_data: the CltCli that waits for it
 *
 * What to give to an asynchronous function before clt_cli_wait().
 */
void
clt_cli_ready_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  CltCli *self = user_data;

  self->result = g_object_ref (result);
}

/**
 * clt_cli_wait:
 * @self: a command line that has asked for something
 *
 * Runs the main loop until clt_cli_ready_cb() is called. A command line has
 * nothing else to do meanwhile.
 *
 * Returns: (transfer full): the result
 */
GAsyncResult *
clt_cli_wait (CltCli *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&self->result);
}

/**
 * clt_cli_print:
 * @self: a command line
 * @format: what to print
 * @...: its arguments
 *
 * Prints to the output. A failure is kept; see clt_cli_check_written().
 */
void
clt_cli_print (CltCli     *self,
               const char *format,
               ...)
{
  va_list args;

  if (self->write_error != NULL)
    return;

  va_start (args, format);
  g_output_stream_vprintf (self->out, NULL, NULL, &self->write_error, format, args);
  va_end (args);
}

/**
 * clt_cli_print_json:
 * @self: a command line
 * @node: what to print
 *
 * Prints one line of JSON.
 */
void
clt_cli_print_json (CltCli   *self,
                    JsonNode *node)
{
  g_autofree char *text = clt_json_to_text (node);

  clt_cli_print (self, "%s\n", text);
}

/**
 * clt_cli_check_written:
 * @self: a command line
 * @error: return location for an error
 *
 * Returns: whether everything printed so far has reached the output
 */
gboolean
clt_cli_check_written (CltCli  *self,
                       GError **error)
{
  if (self->write_error == NULL)
    g_output_stream_flush (self->out, NULL, &self->write_error);

  if (self->write_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->write_error));
      return FALSE;
    }

  return TRUE;
}

/**
 * clt_cli_note:
 * @self: a command line
 * @sentence: what the user should know, though it is no error
 *
 * Writes a line to the error output. If that fails there is nobody to tell.
 */
void
clt_cli_note (CltCli     *self,
              const char *sentence)
{
  g_autofree char *line = g_strdup_printf ("clientele: %s\n", sentence);

  g_strdelimit (line, "\r\n", ' ');
  line[strlen (line) - 1] = '\n';
  g_output_stream_write_all (self->err, line, strlen (line), NULL, NULL, NULL);
}

/**
 * clt_cli_read_line:
 * @self: a command line
 * @error: return location for an error
 *
 * Reads the first line of the input.
 *
 * Returns: (transfer full) (nullable): the line without its end
 */
char *
clt_cli_read_line (CltCli  *self,
                   GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gssize n;
  char c;

  while ((n = g_input_stream_read (self->in, &c, 1, NULL, error)) == 1 && c != '\n')
    {
      g_string_append_c (line, c);
      if (line->len > LONGEST_LINE)
        break;
    }
  if (n < 0)
    return NULL;

  g_strchomp (line->str);
  if (line->str[0] == '\0' || line->len > LONGEST_LINE || !g_utf8_validate (line->str, -1, NULL))
    {
      clt_cli_set_usage_error (error, _("The first line of the input is not a key or password."));
      return NULL;
    }

  return g_strdup (line->str);
}

/**
 * clt_cli_is_terminal:
 * @stream: where something is written
 *
 * Returns: whether a person is looking
 */
gboolean
clt_cli_is_terminal (GOutputStream *stream)
{
  return G_IS_UNIX_OUTPUT_STREAM (stream) &&
         isatty (g_unix_output_stream_get_fd (G_UNIX_OUTPUT_STREAM (stream)));
}
