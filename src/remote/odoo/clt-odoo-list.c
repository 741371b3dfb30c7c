/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-odoo-list"

#include "config.h"

#include "clt-error.h"
#include "clt-json.h"
#include "clt-odoo-private.h"

/* All ids of an entity: 20 000 cost the server less than one page of records. */

typedef struct
{
  CltEntity *entity; /* (owned) */
  JsonNode  *answer; /* (owned) (nullable) */
} Listing;

static void
listing_free (Listing *self)
{
  g_clear_pointer (&self->entity, clt_entity_unref);
  g_clear_pointer (&self->answer, json_node_unref);
  g_free (self);
}

static void
clt_odoo_list_decode (GTask        *task,
                      gpointer      source_object,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  Listing *listing = task_data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;
  JsonArray *numbers = clt_json_get_array (listing->answer, "", &error);

  for (guint i = 0; numbers != NULL && i < json_array_get_length (numbers); i++)
    {
      const gint64 id = clt_json_peek_int (json_array_get_element (numbers, i), "", 0);

      /* One that is no id makes the whole list doubtful, and its gaps mean deletions. */
      if (id <= 0)
        {
          g_set_error (&error, CLT_ERROR, CLT_ERROR_MALFORMED, "Item %u of a list is no id", i);
          break;
        }
      g_ptr_array_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, id));
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&ids), (GDestroyNotify) g_ptr_array_unref);
}

static void
clt_odoo_list_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CltOdooConnector *self = g_task_get_source_object (task);
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;

  listing->answer = clt_http_send_json_finish (CLT_HTTP (object), result, &error);
  if (listing->answer == NULL)
    g_task_return_error (task, error);
  else
    clt_worker_run (self->worker, task, clt_odoo_list_decode);
}

static void
clt_odoo_list_begin (GTask *task)
{
  CltOdooConnector *self = g_task_get_source_object (task);
  Listing *listing = g_task_get_task_data (task);
  const char *name = clt_entity_get_name (listing->entity);
  CltMapSection *section = g_hash_table_lookup (self->sections, name);
  JsonObject *arguments;

  if (section == NULL)
    {
      g_task_return_new_error (task, CLT_ERROR, CLT_ERROR_NOT_FOUND,
                               "This server has no “%s” for this account", name);
      return;
    }

  arguments = json_object_new ();
  json_object_set_array_member (arguments, "domain", clt_odoo_build_domain (self, section));
  json_object_set_string_member (arguments, "order", "id");
  clt_odoo_call (self, CLT_HTTP_READ, section->model, "search", arguments,
                 g_task_get_cancellable (task), clt_odoo_list_cb, g_object_ref (task));
}

static void
clt_odoo_list_described_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;
  g_autoptr (CltSchema) schema = clt_odoo_describe_finish (CLT_CONNECTOR (object), result, &error);

  if (schema == NULL)
    g_task_return_error (task, error);
  else
    clt_odoo_list_begin (task);
}

/**
 * clt_odoo_list_ids_async:
 * @connector: the connector
 * @entity: whose ids
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * See clt_connector_list_ids_async().
 */
void
clt_odoo_list_ids_async (CltConnector        *connector,
                         CltEntity           *entity,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  CltOdooConnector *self = CLT_ODOO_CONNECTOR (connector);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  listing->entity = clt_entity_ref (entity);
  g_task_set_source_tag (task, clt_odoo_list_ids_async);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);

  if (self->is_described)
    clt_odoo_list_begin (task);
  else
    clt_odoo_describe_async (connector, cancellable, clt_odoo_list_described_cb,
                             g_object_ref (task));
}

/**
 * clt_odoo_list_ids_finish:
 * @connector: the connector
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids, or %NULL
 */
GPtrArray *
clt_odoo_list_ids_finish (CltConnector  *connector,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, connector), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
