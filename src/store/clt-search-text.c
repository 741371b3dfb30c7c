/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-search-text"

#include "config.h"

#include "clt-search-text.h"
#include "clt-text.h"

/* More words than anybody means; each costs a look into the index. */
#define MAX_TOKENS 12

/* What two characters cannot tell: the index knows pairs, so a longer run could match a text that
 * has its pairs apart. */
#define PAIR_CHARS 2

typedef struct
{
  GString *match;
  guint    n_tokens;
} MatchWalk;

static gboolean
clt_search_text_token_cb (const char *token,
                          gsize       length,
                          gsize       start,
                          gsize       end,
                          gpointer    user_data)
{
  MatchWalk *walk = user_data;

  if (walk->n_tokens > 0)
    g_string_append (walk->match, " AND ");

  /* A token is letters and digits only: there is no quote in it. */
  g_string_append_printf (walk->match, "\"%.*s\"*", (int) length, token);

  return ++walk->n_tokens < MAX_TOKENS;
}

/**
 * clt_search_text_to_match:
 * @text: (nullable): what was typed
 *
 * Makes FTS5's expression for records that have every word, by its beginning.
 *
 * Returns: (transfer full) (nullable): the expression; %NULL if there is no word
 */
char *
clt_search_text_to_match (const char *text)
{
  g_autoptr (GString) match = g_string_new (NULL);
  MatchWalk walk = { match, 0 };

  if (text == NULL)
    return NULL;

  clt_text_tokenize (text, -1, TRUE, clt_search_text_token_cb, &walk);

  return walk.n_tokens > 0 ? g_strdup (match->str) : NULL;
}

/**
 * clt_search_text_list_runs:
 * @text: (nullable): what was typed
 *
 * Finds the runs of Chinese, Japanese or Korean characters that the index alone
 * cannot answer for: the hits must be looked at.
 *
 * Returns: (transfer full) (element-type utf8): the runs, folded; usually none
 */
GPtrArray *
clt_search_text_list_runs (const char *text)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = clt_text_fold (text);
  const char *start = folded;
  guint n_chars = 0;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      if (*at != '\0' && clt_text_is_cjk (g_utf8_get_char (at)))
        {
          n_chars++;
          continue;
        }

      if (n_chars > PAIR_CHARS)
        g_ptr_array_add (runs, g_strndup (start, (gsize) (at - start)));
      if (*at == '\0')
        return runs;

      start = g_utf8_next_char (at);
      n_chars = 0;
    }
}
