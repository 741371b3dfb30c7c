/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-odoo-pull"

#include "config.h"

#include "clt-error.h"
#include "clt-json.h"
#include "clt-odoo-plan.h"

/* One page: [describe,] [count,] read, [look behind a short page,] look up references, decode. */

typedef struct
{
  CltEntity         *entity;     /* (owned) */
  CltMapSection     *section;
  CltOdooCursor     *cursor;     /* (owned) */
  CltOdooPlan       *plan;       /* (owned) */
  CltOdooResolution *resolution; /* (owned) (nullable) */
  JsonNode          *answer;     /* (owned) (nullable): of web_search_read */
  JsonArray         *records;    /* in @answer */
  JsonArray         *ids;        /* (owned) (nullable): read exactly these */
  gboolean           is_last;
} Pull;

static void clt_odoo_pull_read (GTask *task);

static void
pull_free (Pull *self)
{
  g_clear_pointer (&self->entity, clt_entity_unref);
  g_clear_pointer (&self->cursor, clt_odoo_cursor_free);
  g_clear_pointer (&self->plan, clt_odoo_plan_free);
  g_clear_pointer (&self->resolution, clt_odoo_resolution_free);
  g_clear_pointer (&self->answer, json_node_unref);
  g_clear_pointer (&self->ids, json_array_unref);
  g_free (self);
}

/* {{{ What is asked */

static JsonNode *
clt_odoo_array_node (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_set_array (node, array);

  return node;
}

/* What is left of this run. */
static JsonArray *
clt_odoo_pull_build_domain (CltOdooConnector *self,
                            Pull             *pull)
{
  JsonArray *domain = clt_odoo_build_domain (self, pull->section);
  const char *since = pull->cursor->since;
  const gint64 last = pull->cursor->last;

  if (pull->ids != NULL)
    json_array_add_array_element (domain,
                                  clt_odoo_term ("id", "in", clt_odoo_array_node (pull->ids)));
  if (since != NULL)
    json_array_add_array_element (domain, clt_odoo_term ("write_date", ">=",
                                                         clt_odoo_string_node (since)));
  if (last > 0)
    json_array_add_array_element (domain, clt_odoo_term ("id", ">", clt_odoo_int_node (last)));

  return domain;
}

static JsonObject *
clt_odoo_pull_build_arguments (CltOdooConnector *self,
                               Pull             *pull)
{
  JsonObject *arguments = json_object_new ();

  json_object_set_array_member (arguments, "domain", clt_odoo_pull_build_domain (self, pull));

  return arguments;
}

/* }}} */
/* {{{ The end of a page */

static void
clt_odoo_pull_decode (GTask        *task,
                      gpointer      source_object,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  Pull *pull = task_data;
  g_autoptr (CltPullPage) page = NULL;
  g_autofree char *cursor = NULL;
  const gint64 total = pull->cursor->total;

  page = clt_odoo_plan_decode (pull->plan, pull->records, pull->resolution);
  if (pull->is_last)
    clt_odoo_cursor_end_run (pull->cursor);
  cursor = clt_odoo_cursor_to_text (pull->cursor);
  clt_pull_page_finish (page, cursor, pull->is_last, total);

  /* Thousands of nodes: not on the main thread. */
  pull->records = NULL;
  g_clear_pointer (&pull->answer, json_node_unref);

  g_task_return_pointer (task, g_steal_pointer (&page), (GDestroyNotify) clt_pull_page_unref);
}

static void
clt_odoo_pull_looked_up_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CltOdooConnector *self = CLT_ODOO_CONNECTOR (object);
  GError *error = NULL;

  if (clt_odoo_resolution_look_up_finish (result, &error))
    clt_worker_run (self->worker, task, clt_odoo_pull_decode);
  else
    g_task_return_error (task, error);
}

static void
clt_odoo_pull_look_up (GTask *task)
{
  CltOdooConnector *self = g_task_get_source_object (task);
  Pull *pull = g_task_get_task_data (task);

  pull->resolution = clt_odoo_resolution_new (self);
  clt_odoo_plan_want (pull->plan, pull->records, pull->resolution);
  clt_odoo_resolution_look_up (pull->resolution, self, g_task_get_cancellable (task),
                               clt_odoo_pull_looked_up_cb, g_object_ref (task));
}

/* }}} */
/* {{{ Behind a short page
 *
 * Odoo 19 searches messages and activities with the limit first, and then leaves out what the
 * account may not see: a short page, even an empty one, is not the end. A search without a limit
 * says what is left. */

static void
clt_odoo_pull_rest_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Pull *pull = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) answer = clt_http_send_json_finish (CLT_HTTP (object), result, &error);
  JsonArray *ids = answer != NULL ? clt_json_get_array (answer, "", &error) : NULL;

  if (ids == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  pull->is_last = json_array_get_length (ids) == 0;
  if (pull->is_last || json_array_get_length (pull->records) > 0)
    {
      clt_odoo_pull_look_up (task);
      return;
    }

  pull->ids = json_array_new ();
  for (guint i = 0; i < MIN (json_array_get_length (ids), pull->section->n_page_rows); i++)
    json_array_add_element (pull->ids, json_node_ref (json_array_get_element (ids, i)));
  clt_odoo_pull_read (task);
}

static void
clt_odoo_pull_ask_rest (GTask *task)
{
  CltOdooConnector *self = g_task_get_source_object (task);
  Pull *pull = g_task_get_task_data (task);
  JsonObject *arguments = clt_odoo_pull_build_arguments (self, pull);

  json_object_set_string_member (arguments, "order", "id");
  clt_odoo_call (self, CLT_HTTP_READ, pull->section->model, "search", arguments,
                 g_task_get_cancellable (task), clt_odoo_pull_rest_cb, g_object_ref (task));
}

/* }}} */
/* {{{ The beginning of a page */

static void
clt_odoo_pull_read_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Pull *pull = g_task_get_task_data (task);
  const gboolean was_exact = pull->ids != NULL;
  GError *error = NULL;
  guint n_records;

  g_clear_pointer (&pull->answer, json_node_unref);
  pull->answer = clt_http_send_json_finish (CLT_HTTP (object), result, &error);
  pull->records = NULL;
  if (pull->answer != NULL)
    pull->records = clt_json_get_array (pull->answer, "records", &error);

  if (pull->records == NULL
      || !clt_odoo_plan_check (pull->plan, pull->records, pull->cursor, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  n_records = json_array_get_length (pull->records);
  pull->is_last = !pull->section->is_filtered && n_records < pull->section->n_page_rows;

  if (pull->section->is_filtered && n_records < pull->section->n_page_rows && !was_exact)
    clt_odoo_pull_ask_rest (task);
  else
    clt_odoo_pull_look_up (task);
}

static void
clt_odoo_pull_read (GTask *task)
{
  CltOdooConnector *self = g_task_get_source_object (task);
  Pull *pull = g_task_get_task_data (task);
  JsonObject *arguments = clt_odoo_pull_build_arguments (self, pull);

  json_object_set_object_member (arguments, "specification",
                                 clt_odoo_plan_build_specification (pull->plan));
  json_object_set_string_member (arguments, "order", "id");
  json_object_set_int_member (arguments, "limit", pull->section->n_page_rows);
  /* Stops the server from counting all that follows, page after page. */
  json_object_set_int_member (arguments, "count_limit", 1);

  clt_odoo_call (self, CLT_HTTP_READ, pull->section->model, "web_search_read", arguments,
                 g_task_get_cancellable (task), clt_odoo_pull_read_cb, g_object_ref (task));
}

static void
clt_odoo_pull_count_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Pull *pull = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) answer = clt_http_send_json_finish (CLT_HTTP (object), result, &error);

  if (answer == NULL || !clt_json_get_int (answer, "", &pull->cursor->total, &error))
    g_task_return_error (task, error);
  else
    clt_odoo_pull_read (task);
}

static void
clt_odoo_pull_begin (GTask *task)
{
  CltOdooConnector *self = g_task_get_source_object (task);
  Pull *pull = g_task_get_task_data (task);
  const char *name = clt_entity_get_name (pull->entity);

  pull->section = g_hash_table_lookup (self->sections, name);
  if (pull->section == NULL)
    {
      g_task_return_new_error (task, CLT_ERROR, CLT_ERROR_NOT_FOUND,
                               "This server has no “%s” for this account", name);
      return;
    }

  pull->plan = clt_odoo_plan_new (self, pull->section, pull->entity);
  if (pull->cursor->last == 0)
    clt_odoo_call (self, CLT_HTTP_READ, pull->section->model, "search_count",
                   clt_odoo_pull_build_arguments (self, pull), g_task_get_cancellable (task),
                   clt_odoo_pull_count_cb, g_object_ref (task));
  else
    clt_odoo_pull_read (task);
}

static void
clt_odoo_pull_described_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;
  g_autoptr (CltSchema) schema = clt_odoo_describe_finish (CLT_CONNECTOR (object), result, &error);

  if (schema == NULL)
    g_task_return_error (task, error);
  else
    clt_odoo_pull_begin (task);
}

/* }}} */

/**
 * clt_odoo_pull_async:
 * @connector: the connector
 * @entity: what to pull
 * @cursor: (nullable): where to go on
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * See clt_connector_pull_async().
 */
void
clt_odoo_pull_async (CltConnector        *connector,
                     CltEntity           *entity,
                     const char          *cursor,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  CltOdooConnector *self = CLT_ODOO_CONNECTOR (connector);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Pull *pull = g_new0 (Pull, 1);

  pull->entity = clt_entity_ref (entity);
  pull->cursor = clt_odoo_cursor_new (cursor);
  g_task_set_source_tag (task, clt_odoo_pull_async);
  g_task_set_task_data (task, pull, (GDestroyNotify) pull_free);

  if (self->is_described)
    clt_odoo_pull_begin (task);
  else
    clt_odoo_describe_async (connector, cancellable, clt_odoo_pull_described_cb,
                             g_object_ref (task));
}

/**
 * clt_odoo_pull_finish:
 * @connector: the connector
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the page, or %NULL
 */
CltPullPage *
clt_odoo_pull_finish (CltConnector  *connector,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, connector), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
