/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-connector"

#include "config.h"

#include "clt-connector.h"

G_DEFINE_BOXED_TYPE (CltIdentity, clt_identity, clt_identity_copy, clt_identity_free)
G_DEFINE_INTERFACE (CltConnector, clt_connector, G_TYPE_OBJECT)

static void
clt_connector_default_init (CltConnectorInterface *iface)
{
}

/**
 * clt_identity_copy:
 * @self: an identity
 *
 * Returns: (transfer full): a copy
 */
CltIdentity *
clt_identity_copy (const CltIdentity *self)
{
  CltIdentity *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (CltIdentity, 1);
  copy->user_id = g_strdup (self->user_id);
  copy->user_name = g_strdup (self->user_name);
  copy->server_version = g_strdup (self->server_version);
  copy->server_id = g_strdup (self->server_id);

  return copy;
}

/**
 * clt_identity_free:
 * @self: (transfer full): an identity
 *
 * Frees an identity and its texts.
 */
void
clt_identity_free (CltIdentity *self)
{
  g_free (self->user_id);
  g_free (self->user_name);
  g_free (self->server_version);
  g_free (self->server_id);
  g_free (self);
}

/**
 * clt_connector_get_capabilities:
 * @self: a connector
 *
 * Returns: what its kind of server can do
 */
CltCapabilities
clt_connector_get_capabilities (CltConnector *self)
{
  g_return_val_if_fail (CLT_IS_CONNECTOR (self), CLT_CAPABILITY_NONE);

  return CLT_CONNECTOR_GET_IFACE (self)->get_capabilities (self);
}

/**
 * clt_connector_sign_in_async:
 * @self: a connector
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Proves address, database and credentials, and asks who we are. Nothing is
 * kept on the server by it.
 */
void
clt_connector_sign_in_async (CltConnector        *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (CLT_IS_CONNECTOR (self));

  CLT_CONNECTOR_GET_IFACE (self)->sign_in_async (self, cancellable, callback, user_data);
}

/**
 * clt_connector_sign_in_finish:
 * @self: a connector
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): who we are to the server, or %NULL
 */
CltIdentity *
clt_connector_sign_in_finish (CltConnector  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (CLT_IS_CONNECTOR (self), NULL);

  return CLT_CONNECTOR_GET_IFACE (self)->sign_in_finish (self, result, error);
}

/**
 * clt_connector_describe_async:
 * @self: a connector
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Asks the server what it has: entities, fields, choices, rights. What the
 * account may not see is left out and is no error.
 */
void
clt_connector_describe_async (CltConnector        *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CLT_IS_CONNECTOR (self));

  CLT_CONNECTOR_GET_IFACE (self)->describe_async (self, cancellable, callback, user_data);
}

/**
 * clt_connector_describe_finish:
 * @self: a connector
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the description, to be merged with the
 *   catalog, or %NULL
 */
CltSchema *
clt_connector_describe_finish (CltConnector  *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (CLT_IS_CONNECTOR (self), NULL);

  return CLT_CONNECTOR_GET_IFACE (self)->describe_finish (self, result, error);
}

/**
 * clt_connector_pull_async:
 * @self: a connector
 * @entity: an entity of the merged schema
 * @cursor: (nullable): that of the last page which was stored, or %NULL for all
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Asks for one page. The same cursor may be asked twice, by another process
 * after a crash for example.
 */
void
clt_connector_pull_async (CltConnector        *self,
                          CltEntity           *entity,
                          const char          *cursor,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (CLT_IS_CONNECTOR (self));
  g_return_if_fail (entity != NULL);

  CLT_CONNECTOR_GET_IFACE (self)->pull_async (self, entity, cursor, cancellable, callback,
                                              user_data);
}

/**
 * clt_connector_pull_finish:
 * @self: a connector
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the page, to be stored together with its
 *   cursor; a page without rows is no error. %NULL otherwise:
 *   %CLT_ERROR_NOT_FOUND if the server does not have the entity
 */
CltPullPage *
clt_connector_pull_finish (CltConnector  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (CLT_IS_CONNECTOR (self), NULL);

  return CLT_CONNECTOR_GET_IFACE (self)->pull_finish (self, result, error);
}

/**
 * clt_connector_list_ids_async:
 * @self: a connector that has %CLT_CAPABILITY_ID_LIST
 * @entity: an entity of the merged schema
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Asks for the ids of all records that the account can see. It may name some that
 * no pull brings, never the other way round.
 */
void
clt_connector_list_ids_async (CltConnector        *self,
                              CltEntity           *entity,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CLT_IS_CONNECTOR (self));
  g_return_if_fail (entity != NULL);

  CLT_CONNECTOR_GET_IFACE (self)->list_ids_async (self, entity, cancellable, callback, user_data);
}

/**
 * clt_connector_list_ids_finish:
 * @self: a connector
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids, or %NULL
 */
GPtrArray *
clt_connector_list_ids_finish (CltConnector  *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (CLT_IS_CONNECTOR (self), NULL);

  return CLT_CONNECTOR_GET_IFACE (self)->list_ids_finish (self, result, error);
}

/**
 * clt_connector_get_retry_after:
 * @self: a connector
 *
 * Returns: seconds the server asked us to wait when it last refused, or 0
 */
guint
clt_connector_get_retry_after (CltConnector *self)
{
  g_return_val_if_fail (CLT_IS_CONNECTOR (self), 0);

  if (CLT_CONNECTOR_GET_IFACE (self)->get_retry_after == NULL)
    return 0;

  return CLT_CONNECTOR_GET_IFACE (self)->get_retry_after (self);
}
