/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "clt-pull-page.h"
#include "clt-schema.h"

G_BEGIN_DECLS

#define CLT_TYPE_CONNECTOR (clt_connector_get_type ())
G_DECLARE_INTERFACE (CltConnector, clt_connector, CLT, CONNECTOR, GObject)

/* A connector speaks one server's dialect: it turns a request into HTTP and a body into a page.
 * It holds no cache, no timer, no retry, and knows nothing of the store. Main thread only; parsing
 * happens on a worker thread. All failures are CLT_ERROR_*.  */

typedef enum
{
  CLT_CAPABILITY_NONE = 0,
  CLT_CAPABILITY_INCREMENTAL = 1 << 0,  /* pulls only what changed since a cursor */
  CLT_CAPABILITY_TOMBSTONES = 1 << 1,   /* says what was deleted */
  CLT_CAPABILITY_PRECONDITION = 1 << 2, /* writes can name the revision they were based on */
  CLT_CAPABILITY_ID_LIST = 1 << 3,      /* can list all ids of an entity cheaply: see list_ids */
} CltCapabilities;

/* Who we are to the server. */
typedef struct
{
  char *user_id;        /* (owned): the server's id of the user */
  char *user_name;      /* (owned): for people */
  char *server_version; /* (owned) */
  char *server_id;      /* (owned): names this instance: URL and database */
} CltIdentity;

#define CLT_TYPE_IDENTITY (clt_identity_get_type ())

GType        clt_identity_get_type (void) G_GNUC_CONST;
CltIdentity *clt_identity_copy     (const CltIdentity *self);
void         clt_identity_free     (CltIdentity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltIdentity, clt_identity_free)

struct _CltConnectorInterface
{
  GTypeInterface parent_iface;

  CltCapabilities (*get_capabilities) (CltConnector         *self);

  /* Proves the credentials and says who we are. */
  void            (*sign_in_async)    (CltConnector         *self,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
  CltIdentity    *(*sign_in_finish)   (CltConnector         *self,
                                       GAsyncResult         *result,
                                       GError              **error);

  /* The server's own description: only the entities and fields it has, custom ones included, with
   * their choices (stages, statuses) and the account's rights. Merge it with the catalog. */
  void            (*describe_async)   (CltConnector         *self,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
  CltSchema      *(*describe_finish)  (CltConnector         *self,
                                       GAsyncResult         *result,
                                       GError              **error);

  /* One page of an entity after the cursor (NULL: from the beginning). The page's own cursor goes
   * into the next call; after is_last the same cursor asks for what is new. */
  void            (*pull_async)       (CltConnector         *self,
                                       CltEntity            *entity,
                                       const char           *cursor,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
  CltPullPage    *(*pull_finish)      (CltConnector         *self,
                                       GAsyncResult         *result,
                                       GError              **error);

  /* All remote ids of an entity that the account can see: for finding deletions.
   * (element-type utf8) */
  void            (*list_ids_async)   (CltConnector         *self,
                                       CltEntity            *entity,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
  GPtrArray      *(*list_ids_finish)  (CltConnector         *self,
                                       GAsyncResult         *result,
                                       GError              **error);

  /* Seconds the server asked us to wait when it last refused, or 0. (optional) */
  guint           (*get_retry_after)  (CltConnector         *self);
};

CltCapabilities  clt_connector_get_capabilities (CltConnector         *self);
void             clt_connector_sign_in_async    (CltConnector         *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
CltIdentity     *clt_connector_sign_in_finish   (CltConnector         *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void             clt_connector_describe_async   (CltConnector         *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
CltSchema       *clt_connector_describe_finish  (CltConnector         *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void             clt_connector_pull_async       (CltConnector         *self,
                                                 CltEntity            *entity,
                                                 const char           *cursor,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
CltPullPage     *clt_connector_pull_finish      (CltConnector         *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void             clt_connector_list_ids_async   (CltConnector         *self,
                                                 CltEntity            *entity,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray       *clt_connector_list_ids_finish  (CltConnector         *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
guint            clt_connector_get_retry_after  (CltConnector         *self);

G_END_DECLS
