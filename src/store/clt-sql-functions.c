/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sql-functions"

#include "config.h"

#include <string.h>

#include "clt-sql-functions.h"
#include "clt-text.h"

typedef char *(*TextFunc) (const char *text);

typedef struct
{
  const char *name;
  TextFunc    func;
  gboolean    is_text; /* what it answers is text, not bytes */
} FunctionRow;

static const FunctionRow functions[] = {
  { "clt_fold", clt_text_fold, TRUE },
  { "clt_key", clt_text_collation_key, FALSE },
};

static void
clt_sql_functions_call_cb (sqlite3_context  *context,
                           int               n_arguments,
                           sqlite3_value   **arguments)
{
  const FunctionRow *row = sqlite3_user_data (context);
  const char *text = (const char *) sqlite3_value_text (arguments[0]);

  char *answer;

  if (text == NULL)
    return;

  answer = row->func (text);
  if (row->is_text)
    sqlite3_result_text (context, answer, -1, g_free);
  else
    sqlite3_result_blob (context, answer, (int) strlen (answer), g_free);
}

/**
 * clt_sql_functions_register:
 * @db: a connection that was just opened
 * @error: return location for an error
 *
 * Makes our functions known to it. NULL stays NULL in all of them.
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_sql_functions_register (CltDb   *db,
                            GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      if (sqlite3_create_function (clt_db_get_handle (db), functions[i].name, 1,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                   (gpointer) &functions[i], clt_sql_functions_call_cb,
                                   NULL, NULL) != SQLITE_OK)
        {
          clt_db_set_error (db, error);
          return FALSE;
        }
    }

  return TRUE;
}
