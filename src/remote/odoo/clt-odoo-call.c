/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-odoo-call"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-error.h"
#include "clt-json.h"
#include "clt-odoo-private.h"

/**
 * clt_odoo_int_node:
 * @number: a number
 *
 * Returns: (transfer full): a node of it
 */
JsonNode *
clt_odoo_int_node (gint64 number)
{
  return json_node_init_int (json_node_alloc (), number);
}

/**
 * clt_odoo_string_node:
 * @text: a text
 *
 * Returns: (transfer full): a node of it
 */
JsonNode *
clt_odoo_string_node (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

/**
 * clt_odoo_term:
 * @field: a field of the server
 * @operation: "=", "in" …
 * @value: (transfer full): what to compare with
 *
 * Returns: (transfer full): one condition of a domain
 */
JsonArray *
clt_odoo_term (const char *field,
               const char *operation,
               JsonNode   *value)
{
  JsonArray *term = json_array_sized_new (3);

  json_array_add_string_element (term, field);
  json_array_add_string_element (term, operation);
  json_array_add_element (term, value);

  return term;
}

/**
 * clt_odoo_names:
 * @first: a name
 * @...: more names, ended by %NULL
 *
 * Returns: (transfer full): a list of them
 */
JsonArray *
clt_odoo_names (const char *first,
                ...)
{
  JsonArray *names = json_array_new ();
  va_list more;

  va_start (more, first);
  for (const char *name = first; name != NULL; name = va_arg (more, const char *))
    json_array_add_string_element (names, name);
  va_end (more);

  return names;
}

/* Archived records are records: without active_test, lost deals and finished activities would
 * look like deletions. */
static JsonObject *
clt_odoo_build_context (CltOdooConnector *self)
{
  JsonObject *context = json_object_new ();

  json_object_set_boolean_member (context, "active_test", FALSE);
  if (self->language != NULL)
    json_object_set_string_member (context, "lang", self->language);

  return context;
}

/**
 * clt_odoo_call:
 * @self: the connector
 * @intent: whether the method changes something
 * @model: a model of the server
 * @method: one of its methods
 * @arguments: (transfer full) (nullable): the method's arguments by name
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result; the source is the connector's #CltHttp
 * @user_data: for @callback
 *
 * Calls a method; one call is one transaction of the server. Finish with
 * clt_http_send_json_finish().
 */
void
clt_odoo_call (CltOdooConnector    *self,
               CltHttpIntent        intent,
               const char          *model,
               const char          *method,
               JsonObject          *arguments,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  g_autofree char *path = g_strdup_printf ("/json/2/%s/%s", model, method);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GBytes) body = NULL;
  char *text;

  if (arguments == NULL)
    arguments = json_object_new ();
  json_object_set_object_member (arguments, "context", clt_odoo_build_context (self));
  json_node_take_object (node, arguments);

  text = clt_json_to_text (node);
  body = g_bytes_new_take (text, strlen (text));
  clt_http_send_json_async (self->http, intent, "POST", path, body, cancellable, callback,
                            user_data);
}

/* Odoo 19 answers 404 with a page where it cannot tell which database is meant. */
static gboolean
clt_odoo_explain_database (CltOdooConnector  *self,
                           GError           **error)
{
  if (self->database != NULL)
    g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
                 /* Translators: %s is the name of a database */
                 _("The server has no database named “%s”. Check the name of the database."),
                 self->database);
  else
    g_set_error_literal (error, CLT_ERROR, CLT_ERROR_INVALID,
                         _("This server has more than one database. Enter the name of yours."));

  return TRUE;
}

/**
 * clt_odoo_explain:
 * @status: the status of an answer, none of success
 * @answer: (nullable): its body, if that was JSON
 * @text: its body
 * @user_data: the connector
 * @error: return location for an error
 *
 * Says what a failure means, where Odoo says more than the status.
 *
 * Odoo 19 answers 500 with a ValueError to a request that is wrong and will stay
 * wrong (an unknown field, for example). That must not be tried again.
 *
 * Returns: %TRUE if it set @error
 */
gboolean
clt_odoo_explain (guint        status,
                  JsonNode    *answer,
                  const char  *text,
                  gpointer     user_data,
                  GError     **error)
{
  const char *name = answer != NULL ? clt_json_peek_string (answer, "name", "") : "";
  const char *message = answer != NULL ? clt_json_peek_string (answer, "message", NULL) : NULL;

  if (status == 404 && strstr (text, "No database is selected") != NULL)
    return clt_odoo_explain_database (user_data, error);

  if (message == NULL)
    return FALSE;

  if (status == 500 && g_str_equal (name, "builtins.ValueError"))
    g_set_error_literal (error, CLT_ERROR, CLT_ERROR_FAILED, message);
  else if (status == 400 || status == 422)
    g_set_error_literal (error, CLT_ERROR, CLT_ERROR_REFUSED, message);
  else if (status == 403)
    g_set_error_literal (error, CLT_ERROR, CLT_ERROR_FORBIDDEN, message);
  else
    return FALSE;

  return TRUE;
}
