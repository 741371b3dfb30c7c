/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-cli-options.h"
#include "clt-session.h"
#include "clt-workspace-list.h"

G_BEGIN_DECLS

/* One run of the command line: where it reads and writes, what was asked for, and the workspace it
 * works in. */
typedef struct
{
  CltWorkspaceList *workspaces;  /* (unowned) */
  GInputStream     *in;          /* (unowned) */
  GOutputStream    *out;         /* (owned): buffered */
  GOutputStream    *err;         /* (unowned) */
  GError           *write_error; /* (owned) (nullable): the first failure to write to out */
  gboolean          is_terminal; /* out is one: long cells are cut */
  CltCliOptions     options;
  CltSession       *session;     /* (owned) (nullable): once a verb opened it */
  GAsyncResult     *result;      /* (owned) (nullable): of the question waited for */
} CltCli;

/* What a verb does with the words after its name. Returns: whether it succeeded */
typedef gboolean (*CltCliFunc) (CltCli  *cli,
                                char   **words,
                                GError **error);

/* A mistake in the command line itself, as opposed to something that went wrong: exit status 2. */
#define CLT_CLI_ERROR (clt_cli_error_quark ())

GQuark        clt_cli_error_quark     (void);
void          clt_cli_set_usage_error (GError             **error,
                                       const char          *format,
                                       ...) G_GNUC_PRINTF (2, 3);

/* Asking the asynchronous layers: give clt_cli_ready_cb and the CltCli to an _async() function,
 * clt_cli_wait() for its result, and give that to the _finish() function. */
void          clt_cli_ready_cb        (GObject             *object,
                                       GAsyncResult        *result,
                                       gpointer             user_data);
GAsyncResult *clt_cli_wait            (CltCli              *self);

void          clt_cli_print           (CltCli              *self,
                                       const char          *format,
                                       ...) G_GNUC_PRINTF (2, 3);
void          clt_cli_print_json      (CltCli              *self,
                                       JsonNode            *node);
gboolean      clt_cli_check_written   (CltCli              *self,
                                       GError             **error);
char         *clt_cli_read_line       (CltCli              *self,
                                       GError             **error);
gboolean      clt_cli_is_terminal     (GOutputStream       *stream);

CltWorkspace *clt_cli_find_workspace  (CltCli              *self,
                                       const char          *name,
                                       GError             **error);
void          clt_cli_note            (CltCli              *self,
                                       const char          *sentence);
gboolean      clt_cli_keep_secret     (CltCli              *self,
                                       CltWorkspace        *workspace,
                                       const char          *secret,
                                       gboolean            *is_kept,
                                       GError             **error);
gboolean      clt_cli_has_secret      (CltCli              *self,
                                       CltWorkspace        *workspace);
gboolean      clt_cli_open            (CltCli              *self,
                                       gboolean             read_only,
                                       GError             **error);
CltRecord    *clt_cli_load            (CltCli              *self,
                                       const char          *entity,
                                       gint64               id,
                                       GError             **error);
gboolean      clt_cli_run_command     (CltCli              *self,
                                       const char          *label,
                                       GPtrArray           *changes,
                                       GError             **error);

/* The verbs, by family */
gboolean      clt_cli_workspace_add   (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_workspace_list  (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_workspace_remove (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_sync            (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_list            (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_show            (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_search          (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_new             (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_set             (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_delete          (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_export          (CltCli              *self,
                                       char               **words,
                                       GError             **error);
gboolean      clt_cli_complete        (CltCli              *self,
                                       char               **words,
                                       GError             **error);

G_END_DECLS
