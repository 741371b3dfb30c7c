/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-search-text"

#include "config.h"

#include "clt-search-text.h"
#include "clt-text.h"

/* More words than anybody means; each costs a look into the index. */
#define MAX_TOKENS 24

/* What two characters cannot tell: the index knows pairs, so a longer run could match a text that
 * has its pairs apart. */
#define PAIR_CHARS 2

typedef struct
{
  char     *text;   /* (owned) */
  gsize     start;  /* offsets in what was typed */
  gsize     end;
  gboolean  is_cjk;
} Token;

static void
clt_token_clear (Token *self)
{
  g_free (self->text);
}

static gboolean
clt_search_text_token_cb (const char *text,
                          gsize       length,
                          gsize       start,
                          gsize       end,
                          gpointer    user_data)
{
  GArray *tokens = user_data;
  const Token token = { g_strndup (text, length), start, end,
                        clt_text_is_cjk (g_utf8_get_char (text)) };

  g_array_append_val (tokens, token);

  return tokens->len < MAX_TOKENS;
}

/* Pairs of a run overlap. Every second one covers it, with the last to close it; since the hits
 * are looked at anyway, the others would only cost their part of the index. */
static gboolean
clt_search_text_is_covered (GArray *tokens,
                            guint   index,
                            gsize   covered)
{
  const Token *token = &g_array_index (tokens, Token, index);
  const Token *next = index + 1 < tokens->len ? &g_array_index (tokens, Token, index + 1) : NULL;

  return token->start < covered && next != NULL && next->start < token->end;
}

static void
clt_search_text_add (GString     *match,
                     const Token *token)
{
  const gboolean is_pair = token->is_cjk && g_utf8_strlen (token->text, -1) == PAIR_CHARS;

  /* A token is letters and digits only: there is no quote in it. A pair is a whole token of the
   * index; anything else may be the beginning of one. */
  g_string_append_printf (match, "%s\"%s\"%s", match->len > 0 ? " AND " : "", token->text,
                          is_pair ? "" : "*");
}

/**
 * clt_search_text_to_match:
 * @text: (nullable): what was typed
 *
 * Makes FTS5's expression for records that have every word, by its beginning. What
 * clt_search_text_list_runs() finds must be looked for in the hits.
 *
 * Returns: (transfer full) (nullable): the expression; %NULL if there is no word
 */
char *
clt_search_text_to_match (const char *text)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  gsize covered = 0;

  if (text == NULL)
    return NULL;

  g_array_set_clear_func (tokens, (GDestroyNotify) clt_token_clear);
  clt_text_tokenize (text, -1, TRUE, clt_search_text_token_cb, tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *token = &g_array_index (tokens, Token, i);

      if (clt_search_text_is_covered (tokens, i, covered))
        continue;

      clt_search_text_add (match, token);
      covered = token->end;
    }

  return match->len > 0 ? g_strdup (match->str) : NULL;
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
