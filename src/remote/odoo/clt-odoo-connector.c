/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-odoo-connector"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-error.h"
#include "clt-json.h"
#include "clt-odoo-private.h"

#define MAP_PATH RESOURCE_PREFIX "/remote/odoo/odoo.map.json"
/* The first that has /json/2. */
#define OLDEST_VERSION 19

static void clt_odoo_connector_iface_init (CltConnectorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CltOdooConnector, clt_odoo_connector, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CLT_TYPE_CONNECTOR,
                                                      clt_odoo_connector_iface_init))

static gpointer
clt_odoo_read_map (gpointer unused)
{
  g_autoptr (GError) error = NULL;
  CltFieldMap *map = clt_field_map_load (MAP_PATH, &error);

  if (map == NULL)
    g_error ("%s", error->message);

  return map;
}

/**
 * clt_odoo_get_map:
 *
 * Returns: (transfer none): how our catalog is written in Odoo's models
 */
CltFieldMap *
clt_odoo_get_map (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, clt_odoo_read_map, NULL);
}

/* {{{ Signing in: version, then key and user, then name and language */

static void
clt_odoo_sign_in_free (gpointer data)
{
  clt_identity_free (data);
}

static char *
clt_odoo_build_server_id (CltOdooConnector *self)
{
  g_autofree char *origin = g_uri_to_string (clt_http_get_origin (self->http));

  return g_strconcat (origin, self->database, NULL);
}

/* Of the languages the user reads, the first that the server has. */
static char *
clt_odoo_choose_language (JsonArray *installed)
{
  const char * const *wanted = g_get_language_names ();

  for (gsize i = 0; wanted[i] != NULL; i++)
    for (guint j = 0; j < json_array_get_length (installed); j++)
      {
        const char *code = clt_json_peek_string (json_array_get_element (installed, j), "code", "");

        if (g_str_equal (code, wanted[i]))
          return g_strdup (code);
      }

  return NULL;
}

static void
clt_odoo_languages_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CltOdooConnector *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = clt_http_send_json_finish (CLT_HTTP (object), result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;

  /* Without it the server's labels come in the language of the account. */
  g_clear_pointer (&self->language, g_free);
  if (answer != NULL && JSON_NODE_HOLDS_ARRAY (answer))
    self->language = clt_odoo_choose_language (json_node_get_array (answer));

  g_task_return_pointer (task, clt_identity_copy (g_task_get_task_data (task)),
                         (GDestroyNotify) clt_identity_free);
}

static void
clt_odoo_name_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CltOdooConnector *self = g_task_get_source_object (task);
  CltIdentity *identity = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) answer = clt_http_send_json_finish (CLT_HTTP (object), result, &error);
  JsonObject *arguments;
  JsonArray *domain;

  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (JSON_NODE_HOLDS_ARRAY (answer) && json_array_get_length (json_node_get_array (answer)) == 1)
    {
      JsonNode *user = json_array_get_element (json_node_get_array (answer), 0);

      identity->user_name = g_strdup (clt_json_peek_string (user, "name", NULL));
    }

  /* Without active_test all languages of the world come, and asking in one that is not installed
   * makes every answer an error. */
  domain = json_array_new ();
  json_array_add_array_element (domain,
                                clt_odoo_term ("active", "=",
                                               json_node_init_boolean (json_node_alloc (), TRUE)));
  arguments = json_object_new ();
  json_object_set_array_member (arguments, "domain", domain);
  json_object_set_array_member (arguments, "fields", clt_odoo_names ("code", NULL));
  clt_odoo_call (self, CLT_HTTP_READ, "res.lang", "search_read", arguments,
                 g_task_get_cancellable (task), clt_odoo_languages_cb, g_object_ref (task));
}

static void
clt_odoo_user_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CltOdooConnector *self = g_task_get_source_object (task);
  CltIdentity *identity = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) answer = clt_http_send_json_finish (CLT_HTTP (object), result, &error);
  JsonObject *arguments;
  JsonArray *ids;
  gint64 user_id;

  if (answer == NULL || !clt_json_get_int (answer, "uid", &user_id, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  identity->user_id = g_strdup_printf ("%" G_GINT64_FORMAT, user_id);

  ids = json_array_new ();
  json_array_add_int_element (ids, user_id);
  arguments = json_object_new ();
  json_object_set_array_member (arguments, "ids", ids);
  json_object_set_array_member (arguments, "fields", clt_odoo_names ("name", NULL));
  clt_odoo_call (self, CLT_HTTP_READ, "res.users", "read", arguments,
                 g_task_get_cancellable (task), clt_odoo_name_cb, g_object_ref (task));
}

static gboolean
clt_odoo_check_version (JsonNode  *answer,
                        char     **version,
                        GError   **error)
{
  JsonArray *parts = clt_json_get_array (answer, "version_info", NULL);
  const char *text = clt_json_peek_string (answer, "version", NULL);
  g_autofree char *major = NULL;

  if (parts == NULL || json_array_get_length (parts) == 0 || text == NULL)
    {
      g_set_error_literal (error, CLT_ERROR, CLT_ERROR_NOT_A_CRM,
                           _("A server answers at this address, but it is not Odoo. Check the "
                             "address."));
      return FALSE;
    }

  *version = g_strdup (text);
  /* "saas~19" is 19, too. */
  major = g_strdup (text);
  g_strcanon (major, G_CSET_DIGITS ".", ' ');
  if (g_ascii_strtoull (g_strchug (major), NULL, 10) >= OLDEST_VERSION)
    return TRUE;

  g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
               /* Translators: %s is the version of the server, %d the oldest one that works */
               _("This server runs Odoo %s. Clientele needs Odoo %d or newer."), text,
               OLDEST_VERSION);

  return FALSE;
}

/* Older ones answer here only. */
static void
clt_odoo_old_version_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (JsonNode) answer = clt_http_send_json_finish (CLT_HTTP (object), result, NULL);
  const char *version = answer != NULL
                        ? clt_json_peek_string (answer, "result.server_version", NULL)
                        : NULL;

  if (version != NULL)
    g_task_return_new_error (task, CLT_ERROR, CLT_ERROR_INVALID,
                             /* Translators: %s is the server's version, %d the oldest usable */
                             _("This server runs Odoo %s. Clientele needs Odoo %d or newer."),
                             version, OLDEST_VERSION);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_new_error (task, CLT_ERROR, CLT_ERROR_NOT_A_CRM,
                             _("There is no Odoo at this address. Check the address; if this "
                               "network has a sign-in page, open it in a browser first."));
}

static void
clt_odoo_ask_old_version (GTask *task)
{
  static const char body[] = "{\"jsonrpc\": \"2.0\", \"method\": \"call\", \"params\": {}}";
  CltOdooConnector *self = g_task_get_source_object (task);
  g_autoptr (GBytes) bytes = g_bytes_new_static (body, sizeof body - 1);

  clt_http_send_json_async (self->http, CLT_HTTP_READ, "POST", "/web/webclient/version_info", bytes,
                            g_task_get_cancellable (task), clt_odoo_old_version_cb,
                            g_object_ref (task));
}

static void
clt_odoo_version_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CltOdooConnector *self = g_task_get_source_object (task);
  CltIdentity *identity = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = clt_http_send_json_finish (CLT_HTTP (object), result, &error);

  if (g_error_matches (error, CLT_ERROR, CLT_ERROR_NOT_A_CRM)
      || g_error_matches (error, CLT_ERROR, CLT_ERROR_NOT_FOUND))
    clt_odoo_ask_old_version (task);
  else if (answer == NULL || !clt_odoo_check_version (answer, &identity->server_version, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    clt_odoo_call (self, CLT_HTTP_READ, "res.users", "context_get", NULL,
                   g_task_get_cancellable (task), clt_odoo_user_cb, g_object_ref (task));
}

static void
clt_odoo_sign_in_async (CltConnector        *connector,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  CltOdooConnector *self = CLT_ODOO_CONNECTOR (connector);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  CltIdentity *identity = g_new0 (CltIdentity, 1);

  g_task_set_source_tag (task, clt_odoo_sign_in_async);
  identity->server_id = clt_odoo_build_server_id (self);
  g_task_set_task_data (task, identity, clt_odoo_sign_in_free);

  clt_http_send_json_async (self->http, CLT_HTTP_READ, "GET", "/web/version", NULL, cancellable,
                            clt_odoo_version_cb, task);
}

static CltIdentity *
clt_odoo_sign_in_finish (CltConnector  *connector,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, connector), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* }}} */

static CltCapabilities
clt_odoo_get_capabilities (CltConnector *connector)
{
  return CLT_CAPABILITY_INCREMENTAL | CLT_CAPABILITY_ID_LIST;
}

static guint
clt_odoo_get_retry_after (CltConnector *connector)
{
  return clt_http_get_retry_after (CLT_ODOO_CONNECTOR (connector)->http);
}

static void
clt_odoo_connector_iface_init (CltConnectorInterface *iface)
{
  iface->get_capabilities = clt_odoo_get_capabilities;
  iface->sign_in_async = clt_odoo_sign_in_async;
  iface->sign_in_finish = clt_odoo_sign_in_finish;
  iface->describe_async = clt_odoo_describe_async;
  iface->describe_finish = clt_odoo_describe_finish;
  iface->pull_async = clt_odoo_pull_async;
  iface->pull_finish = clt_odoo_pull_finish;
  iface->list_ids_async = clt_odoo_list_ids_async;
  iface->list_ids_finish = clt_odoo_list_ids_finish;
  iface->get_retry_after = clt_odoo_get_retry_after;
}

static void
clt_odoo_connector_finalize (GObject *object)
{
  CltOdooConnector *self = CLT_ODOO_CONNECTOR (object);

  g_clear_object (&self->http);
  g_clear_object (&self->worker);
  g_free (self->database);
  g_free (self->project);
  g_free (self->language);
  g_clear_pointer (&self->sections, g_hash_table_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_free (self->currency);

  G_OBJECT_CLASS (clt_odoo_connector_parent_class)->finalize (object);
}

static void
clt_odoo_connector_class_init (CltOdooConnectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clt_odoo_connector_finalize;
}

static void
clt_odoo_connector_init (CltOdooConnector *self)
{
  self->worker = clt_worker_new ("clt-odoo");
  self->sections = g_hash_table_new (g_str_hash, g_str_equal);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) json_node_unref);
}

/* NULL where the user left the field empty. */
static char *
clt_odoo_dup_setting (GHashTable *settings,
                      const char *name)
{
  g_autofree char *text = g_strdup (g_hash_table_lookup (settings, name));

  if (text == NULL || *g_strstrip (text) == '\0')
    return NULL;

  return g_steal_pointer (&text);
}

/**
 * clt_odoo_connector_new:
 * @settings: (element-type utf8 utf8): "url" and "secret", the API key; if need be
 *   "database" and "project", the id or name of the project whose tasks are tickets
 * @error: return location for an error
 *
 * Prepares to talk to an Odoo server; nothing is sent yet.
 *
 * Returns: (transfer full) (nullable): the connector, or %NULL with
 *   %CLT_ERROR_INVALID and a sentence
 */
CltConnector *
clt_odoo_connector_new (GHashTable  *settings,
                        GError     **error)
{
  g_autoptr (CltOdooConnector) self = NULL;
  g_autoptr (GUri) origin = NULL;
  g_autofree char *url = NULL;
  g_autofree char *key = NULL;
  g_autofree char *authorization = NULL;

  g_return_val_if_fail (settings != NULL, NULL);

  url = clt_odoo_dup_setting (settings, "url");
  origin = clt_http_parse_origin (url != NULL ? url : "", error);
  if (origin == NULL)
    return NULL;

  key = clt_odoo_dup_setting (settings, "secret");
  if (key == NULL || strpbrk (key, " \t\r\n") != NULL || !g_str_is_ascii (key))
    {
      g_set_error_literal (error, CLT_ERROR, CLT_ERROR_INVALID,
                           _("Enter your API key, without spaces. Odoo makes one in your "
                             "preferences, under “Account security”."));
      return NULL;
    }

  self = g_object_new (CLT_TYPE_ODOO_CONNECTOR, NULL);
  self->http = clt_http_new (origin);
  self->database = clt_odoo_dup_setting (settings, "database");
  self->project = clt_odoo_dup_setting (settings, "project");

  authorization = g_strconcat ("Bearer ", key, NULL);
  clt_http_set_header (self->http, "Authorization", authorization);
  clt_http_set_header (self->http, "X-Odoo-Database", self->database);
  clt_http_set_explain_func (self->http, clt_odoo_explain, self);

  return CLT_CONNECTOR (g_steal_pointer (&self));
}
