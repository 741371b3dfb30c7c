/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-search"

#include "config.h"

#include <string.h>

#include "clt-query.h"
#include "clt-row-reader.h"
#include "clt-row.h"
#include "clt-search-text.h"
#include "clt-search.h"
#include "clt-store-private.h"
#include "clt-text.h"

/* How much of a long text a hit quotes. */
#define MAX_CONTEXT_CHARS 80

G_DEFINE_BOXED_TYPE (CltSearchHit, clt_search_hit, clt_search_hit_copy, clt_search_hit_free)

typedef struct
{
  char  *text;   /* (owned) */
  char  *entity; /* (owned) (nullable) */
  guint  limit;
} SearchInput;

static void
search_input_free (SearchInput *self)
{
  g_free (self->text);
  g_free (self->entity);
  g_free (self);
}

/* {{{ Why it was found */

static gboolean
clt_search_token_cb (const char *token,
                     gsize       length,
                     gsize       start,
                     gsize       end,
                     gpointer    user_data)
{
  g_ptr_array_add (user_data, g_strndup (token, length));

  return TRUE;
}

/* Returns: (nullable): the first word that the title does not have */
static const char *
clt_search_find_elsewhere (const char *title,
                           GPtrArray  *words)
{
  g_autofree char *folded = clt_text_fold (title);

  for (guint i = 0; i < words->len; i++)
    if (strstr (folded, words->pdata[i]) == NULL)
      return words->pdata[i];

  return NULL;
}

/* The line of a text that the word is in. */
static char *
clt_search_quote (const char *text,
                  const char *word)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *folded = clt_text_fold (lines[i]);

      if (strstr (folded, word) != NULL)
        return clt_text_ellipsize (g_strstrip (lines[i]), MAX_CONTEXT_CHARS);
    }

  return NULL;
}

static char *
clt_search_explain (const CltRow *row,
                    const char   *word)
{
  for (guint i = 0; i < clt_row_get_n (row); i++)
    {
      const CltField *field = clt_entity_table_get_column (row->table, i)->field;
      g_autofree char *text = NULL;
      g_autofree char *quote = NULL;

      if (!clt_field_has_flags (field, CLT_FIELD_SEARCHED) || clt_value_is_none (row->values[i]))
        continue;

      text = clt_field_format (field, row->values[i]);
      quote = text != NULL ? clt_search_quote (text, word) : NULL;
      if (quote != NULL)
        return g_strdup_printf ("%s: %s", clt_field_get_label (field), quote);
    }

  return NULL;
}

static CltSearchHit *
clt_search_hit_new (const CltRow *row,
                    GPtrArray    *words)
{
  const CltEntity *entity = clt_entity_table_get_entity (row->table);
  const int title = clt_entity_find_role_index (entity, CLT_ROLE_TITLE);
  const char *text = title >= 0 ? clt_value_get_text (row->values[title]) : NULL;
  const char *word = clt_search_find_elsewhere (text, words);
  CltSearchHit *self = g_new0 (CltSearchHit, 1);

  self->entity = g_intern_string (clt_entity_get_name (entity));
  self->id = row->id;
  self->title = g_strdup (text != NULL ? text : "");
  self->context = word != NULL ? clt_search_explain (row, word) : NULL;

  return self;
}

/* }}} */
/* {{{ On a reader's thread */

static gboolean
clt_search_add_hits (CltDb        *db,
                     CltLayout    *layout,
                     const char   *entity,
                     const char   *text,
                     guint         limit,
                     GPtrArray    *hits,
                     GError      **error)
{
  g_autoptr (CltQuery) plain = clt_query_new (entity);
  g_autoptr (CltQuery) query = clt_query_with_search (plain, text);
  g_autoptr (GArray) ids = clt_row_reader_list_ids (db, layout, query, limit, error);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = NULL;

  if (ids == NULL)
    return FALSE;

  rows = clt_row_reader_load (db, layout, entity, &g_array_index (ids, gint64, 0), ids->len, error);
  if (rows == NULL)
    return FALSE;

  clt_text_tokenize (text, -1, TRUE, clt_search_token_cb, words);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (hits, clt_search_hit_new (rows->pdata[i], words));

  return TRUE;
}

/* Those whose title has the words come first, whatever they are; else the order of the sidebar. */
static int
clt_search_compare_hits (gconstpointer a,
                         gconstpointer b)
{
  const CltSearchHit *hit_a = *(const CltSearchHit * const *) a;
  const CltSearchHit *hit_b = *(const CltSearchHit * const *) b;

  return (hit_a->context != NULL) - (hit_b->context != NULL);
}

static gboolean
clt_store_search_work (CltStoreJob  *job,
                       CltDb        *db,
                       GError      **error)
{
  const SearchInput *input = job->input;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                               clt_search_hit_free);
  g_autofree char *match = clt_search_text_to_match (input->text);

  for (guint i = 0; match != NULL && i < clt_layout_get_n_tables (job->layout); i++)
    {
      CltEntityTable *table = clt_layout_get_table (job->layout, i);
      const char *entity = clt_entity_get_name (clt_entity_table_get_entity (table));

      if (input->entity != NULL && !g_str_equal (entity, input->entity))
        continue;

      if (!clt_search_add_hits (db, job->layout, entity, input->text, input->limit, hits, error))
        return FALSE;
    }

  /* The sort of GLib keeps the order of equals. */
  g_ptr_array_sort (hits, clt_search_compare_hits);
  if (input->limit > 0 && hits->len > input->limit)
    g_ptr_array_set_size (hits, (int) input->limit);

  clt_store_job_answer (job, g_steal_pointer (&hits), (GDestroyNotify) g_ptr_array_unref);
  return TRUE;
}

/* }}} */

/**
 * clt_search_hit_copy:
 * @self: a hit
 *
 * Returns: (transfer full): a copy
 */
CltSearchHit *
clt_search_hit_copy (const CltSearchHit *self)
{
  CltSearchHit *copy = g_new0 (CltSearchHit, 1);

  copy->entity = self->entity;
  copy->id = self->id;
  copy->title = g_strdup (self->title);
  copy->context = g_strdup (self->context);

  return copy;
}

/**
 * clt_search_hit_free:
 * @self: (transfer full): a hit
 *
 * Frees it.
 */
void
clt_search_hit_free (CltSearchHit *self)
{
  g_free (self->title);
  g_free (self->context);
  g_free (self);
}

/**
 * clt_store_search_async:
 * @self: a store
 * @text: what was typed
 * @entity: (nullable): search only this kind of record
 * @limit: how many hits at most
 * @cancellable: (nullable): stops a search that nobody waits for any more
 * @callback: (scope async): what to call with the hits
 * @user_data: what to call it with
 *
 * Searches as one types: words by their beginning, Chinese, Japanese and Korean by
 * any part; all words must be in the record. A text without a word finds nothing.
 */
void
clt_store_search_async (CltStore            *self,
                        const char          *text,
                        const char          *entity,
                        guint                limit,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SearchInput *input;

  g_return_if_fail (CLT_IS_STORE (self));
  g_return_if_fail (text != NULL);

  g_task_set_source_tag (task, clt_store_search_async);
  input = g_new0 (SearchInput, 1);
  input->text = g_strdup (text);
  input->entity = g_strdup (entity);
  input->limit = limit;
  clt_store_read (self, task, clt_store_search_work, NULL, input,
                  (GDestroyNotify) search_input_free);
}

/**
 * clt_store_search_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CltSearchHit): the hits, best first
 */
GPtrArray *
clt_store_search_finish (CltStore      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
