/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "clt-statement.h"

G_BEGIN_DECLS

typedef enum
{
  CLT_DB_WRITER, /* creates the file; there is one writer, which alone checkpoints */
  CLT_DB_READER,
} CltDbMode;

/* A connection to a workspace's file. It belongs to the thread that opened it: every function
 * asserts that. */

CltDb        *clt_db_open              (const char  *path,
                                        CltDbMode    mode,
                                        GError     **error);
void          clt_db_close             (CltDb *self);
gboolean      clt_db_is_current_thread (CltDb *self);
sqlite3      *clt_db_get_handle        (CltDb *self);

gboolean      clt_db_exec              (CltDb       *self,
                                        const char  *sql,
                                        GError     **error);
CltStatement *clt_db_prepare           (CltDb       *self,
                                        const char  *sql,
                                        GError     **error);
gboolean      clt_db_read_int          (CltDb       *self,
                                        const char  *sql,
                                        gint64      *value,
                                        GError     **error);
void          clt_db_forget_statements (CltDb *self);

gboolean      clt_db_begin             (CltDb   *self,
                                        GError **error);
gboolean      clt_db_commit            (CltDb   *self,
                                        GError **error);
void          clt_db_rollback          (CltDb *self);
void          clt_db_tidy              (CltDb *self);
void          clt_db_set_durable       (CltDb    *self,
                                        gboolean  is_durable);
void          clt_db_set_cancellable   (CltDb        *self,
                                        GCancellable *cancellable);
void          clt_db_set_error         (CltDb   *self,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltDb, clt_db_close)

G_END_DECLS
