/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CltDb CltDb;

/* What a step can answer. Failed is not done, and done is not failed. */
typedef enum
{
  CLT_STEP_FAILED,
  CLT_STEP_ROW,
  CLT_STEP_DONE,
} CltStep;

/* A prepared statement of one connection, kept for the next time; clt_db_prepare() hands it out,
 * releasing it resets it. Parameters of statements written by hand are bound by name; generated
 * ones know their positions, which count from 1 like SQLite's. Columns count from 0. */
typedef struct _CltStatement CltStatement;

void          clt_statement_bind_int       (CltStatement *self,
                                            const char   *name,
                                            gint64        value);
void          clt_statement_bind_text      (CltStatement *self,
                                            const char   *name,
                                            const char   *value);
void          clt_statement_put_null       (CltStatement *self,
                                            int           position);
void          clt_statement_put_int        (CltStatement *self,
                                            int           position,
                                            gint64        value);
void          clt_statement_put_real       (CltStatement *self,
                                            int           position,
                                            double        value);
void          clt_statement_put_text       (CltStatement *self,
                                            int           position,
                                            const char   *value);

void          clt_statement_put_bytes      (CltStatement *self,
                                            int           position,
                                            const char   *value);

CltStep       clt_statement_step           (CltStatement  *self,
                                            GError       **error);
gboolean      clt_statement_run            (CltStatement  *self,
                                            GError       **error);
void          clt_statement_reset          (CltStatement *self);

gboolean      clt_statement_is_null        (CltStatement *self,
                                            int           column);
gint64        clt_statement_get_int        (CltStatement *self,
                                            int           column);
double        clt_statement_get_real       (CltStatement *self,
                                            int           column);
const char   *clt_statement_get_text       (CltStatement *self,
                                            int           column);

void          clt_statement_release        (CltStatement *self);

/* For clt-db.c, which keeps them. */
CltStatement *clt_statement_new            (CltDb       *db,
                                            const char  *sql,
                                            gboolean     is_kept,
                                            GError     **error);
gboolean      clt_statement_take           (CltStatement *self);
void          clt_statement_free           (CltStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltStatement, clt_statement_release)

G_END_DECLS
