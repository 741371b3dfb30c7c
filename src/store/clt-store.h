/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "clt-change.h"
#include "clt-pull-page.h"
#include "clt-query.h"
#include "clt-record-key.h"
#include "clt-record.h"
#include "clt-saved-view.h"

G_BEGIN_DECLS

#define CLT_TYPE_STORE (clt_store_get_type ())
G_DECLARE_FINAL_TYPE (CltStore, clt_store, CLT, STORE, GObject)

typedef enum
{
  CLT_STORE_OPEN_NORMAL = 0,
  /* takes no lock, writes nothing: for looking while another process has it */
  CLT_STORE_OPEN_READ_ONLY = 1 << 0,
  /* a workspace without a server: edits are final, no outbox rows */
  CLT_STORE_OPEN_LOCAL = 1 << 1,
} CltStoreFlags;

/* The asynchronous façade over one workspace's SQLite file: main thread only; the work is done by
 * one writer thread and two reader threads. The store is the truth that windows show.
 *
 * Properties: "n-pending" (guint: outbox rows), "schema", "read-only" (gboolean: e.g. the file is
 * of a newer version).
 * Signal: ::changed (const char *entity, GArray *ids of gint64, or NULL for "many"): after commit.
 * Signal: ::views-changed: the saved views.  */

void        clt_store_open_async         (const char          *folder,
                                          CltSchema           *builtin,
                                          CltStoreFlags        flags,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
CltStore   *clt_store_open_finish        (GAsyncResult        *result,
                                          GError             **error);
/* Waits for the writer, closes the file, gives the lock back. */
void        clt_store_close              (CltStore            *self);

CltSchema  *clt_store_get_schema         (CltStore            *self);
guint       clt_store_get_n_pending      (CltStore            *self);
gboolean    clt_store_get_read_only      (CltStore            *self);
const char *clt_store_get_folder         (CltStore            *self);

/* Adopts the server's description: new columns, new indices, kept for the next start. */
void        clt_store_set_schema_async   (CltStore            *self,
                                          CltSchema           *schema,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean    clt_store_set_schema_finish  (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);

/* The user's edits: records, outbox, search index and tallies in one transaction, synced to disk
 * before the answer. @changes: (element-type CltChange). */
void        clt_store_apply_async        (CltStore            *self,
                                          GPtrArray           *changes,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean    clt_store_apply_finish       (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);

/* What a server said: rows and cursor in one transaction. A row equal to the stored one is
 * skipped; a record with outbox rows keeps the user's values and only its base moves.
 * @cursor_key: the setting under which the page's cursor is kept, as clt_store_get_meta_async()
 * finds it: "cursor/customer". */
void        clt_store_apply_page_async   (CltStore            *self,
                                          CltPullPage         *page,
                                          const char          *cursor_key,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean    clt_store_apply_page_finish  (CltStore            *self,
                                          GAsyncResult        *result,
                                          guint               *n_changed,
                                          GError             **error);

/* One record, through the identity map: the same key gives the same object while anyone holds it.
 * Gone or unknown: CLT_ERROR_NOT_FOUND. */
void        clt_store_load_async         (CltStore            *self,
                                          const char          *entity,
                                          gint64               id,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
CltRecord  *clt_store_load_finish        (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);
/* Several at once, in the order asked; missing ones are left out.
 * Returns: (element-type CltRecord) */
void        clt_store_load_many_async    (CltStore            *self,
                                          const char          *entity,
                                          const gint64        *ids,
                                          gsize                n_ids,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
GPtrArray  *clt_store_load_many_finish   (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);

/* Ids of a query in order. @limit: 0 for all. Returns: (element-type gint64) */
void        clt_store_ids_async          (CltStore            *self,
                                          CltQuery            *query,
                                          guint                limit,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
GArray     *clt_store_ids_finish         (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);

void        clt_store_count_async        (CltStore            *self,
                                          CltQuery            *query,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gint64      clt_store_count_finish       (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);

/* Local id of a server's id, 0 if it is not here. */
void        clt_store_find_remote_async  (CltStore            *self,
                                          const char          *entity,
                                          const char          *remote_id,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gint64      clt_store_find_remote_finish (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);

/* For the sweep, which finds what a server without tombstones has deleted: the server's ids of the
 * records shown here, oldest first. Returns: (array zero-terminated=1) */
void        clt_store_remote_ids_async     (CltStore            *self,
                                            const char          *entity,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
GStrv       clt_store_remote_ids_finish    (CltStore            *self,
                                            GAsyncResult        *result,
                                            GError             **error);
/* Hides records that the server no longer has; they are kept for 30 days. A record with outbox
 * rows stays as it is. @n_removed: (out) (optional): how many were hidden */
void        clt_store_remove_remote_async  (CltStore            *self,
                                            const char          *entity,
                                            const char * const  *remote_ids,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean    clt_store_remove_remote_finish (CltStore            *self,
                                            GAsyncResult        *result,
                                            guint               *n_removed,
                                            GError             **error);

/* Small settings of the workspace: "user-id", "server-version", "last-sync", "cursor/customer" … */
void        clt_store_get_meta_async     (CltStore            *self,
                                          const char          *key,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
/* Returns: (nullable) (transfer full): NULL without error if it was never set */
char       *clt_store_get_meta_finish    (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);
void        clt_store_set_meta_async     (CltStore            *self,
                                          const char          *key,
                                          const char          *value,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean    clt_store_set_meta_finish    (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);

/* Saved views, in the user's order. Returns: (element-type CltSavedView) */
void        clt_store_list_views_async   (CltStore            *self,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
GPtrArray  *clt_store_list_views_finish  (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);
/* Returns the id. */
void        clt_store_save_view_async    (CltStore            *self,
                                          CltSavedView        *view,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gint64      clt_store_save_view_finish   (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);
void        clt_store_delete_view_async  (CltStore            *self,
                                          gint64               id,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean    clt_store_delete_view_finish (CltStore            *self,
                                          GAsyncResult        *result,
                                          GError             **error);

G_END_DECLS
