/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-tokenizer"

#include "config.h"

#include "clt-error.h"
#include "clt-text.h"
#include "clt-tokenizer.h"

typedef int (*TokenFunc) (void       *context,
                          int         flags,
                          const char *token,
                          int         length,
                          int         start,
                          int         end);

typedef struct
{
  TokenFunc  func;
  void      *context;
  int        result;
} TokenWalk;

/* It has no state of its own, but FTS5 wants something that is not NULL. */
static int
clt_tokenizer_create_cb (void          *context,
                         const char   **arguments,
                         int            n_arguments,
                         Fts5Tokenizer **tokenizer)
{
  static int nothing;

  *tokenizer = (Fts5Tokenizer *) &nothing;

  return SQLITE_OK;
}

static void
clt_tokenizer_delete_cb (Fts5Tokenizer *tokenizer)
{
}

static gboolean
clt_tokenizer_token_cb (const char *token,
                        gsize       length,
                        gsize       start,
                        gsize       end,
                        gpointer    user_data)
{
  TokenWalk *walk = user_data;

  walk->result = walk->func (walk->context, 0, token, (int) length, (int) start, (int) end);

  return walk->result == SQLITE_OK;
}

static int
clt_tokenizer_tokenize_cb (Fts5Tokenizer *tokenizer,
                           void          *context,
                           int            flags,
                           const char    *text,
                           int            length,
                           TokenFunc      func)
{
  TokenWalk walk = { func, context, SQLITE_OK };

  clt_text_tokenize (text, length, (flags & FTS5_TOKENIZE_QUERY) != 0, clt_tokenizer_token_cb,
                     &walk);

  return walk.result;
}

static fts5_api *
clt_tokenizer_find_api (CltDb   *db,
                        GError **error)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (clt_db_get_handle (db), "SELECT fts5 (?1)", -1, &statement,
                          NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);

  if (api == NULL)
    g_set_error_literal (error, CLT_ERROR, CLT_ERROR_STORE, "This SQLite has no FTS5");

  return api;
}

/**
 * clt_tokenizer_register:
 * @db: a connection that was just opened
 * @error: return location for an error
 *
 * Makes the tokenizer known to the connection, which cannot read a search table
 * without it.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_tokenizer_register (CltDb   *db,
                        GError **error)
{
  fts5_tokenizer tokenizer = {
    .xCreate = clt_tokenizer_create_cb,
    .xDelete = clt_tokenizer_delete_cb,
    .xTokenize = clt_tokenizer_tokenize_cb,
  };
  fts5_api *api = clt_tokenizer_find_api (db, error);

  if (api == NULL)
    return FALSE;

  if (api->xCreateTokenizer (api, CLT_TOKENIZER_NAME, NULL, &tokenizer, NULL) == SQLITE_OK)
    return TRUE;

  clt_db_set_error (db, error);
  return FALSE;
}
