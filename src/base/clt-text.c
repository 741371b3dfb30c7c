/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-text"

#include "config.h"

#include <string.h>

#include "clt-text.h"

/* Longer words are found by their beginning; base64 in a mail must not fill the index. */
#define MAX_TOKEN_BYTES 96

/* Sorting needs no more, and keys are several times as long as their text. */
#define MAX_COLLATED_CHARS 64

/* Folding drops accents, but only those of scripts that read on without them: in Indic scripts
 * and Thai the marks are vowels. */
#define FIRST_ACCENT 0x0300
#define LAST_ACCENT 0x036f

typedef struct
{
  gunichar first;
  gunichar last;
  gboolean is_folded; /* folding leaves every character as it is */
} Range;

/* Scripts that are written without blanks between words. */
static const Range cjk[] = {
  { 0x1100, 0x11ff, FALSE },   /* Hangul jamo */
  { 0x2e80, 0x2fdf, FALSE },   /* radicals */
  { 0x3005, 0x3007, TRUE },    /* 々 〆 〇 */
  { 0x3041, 0x3096, TRUE },    /* hiragana */
  { 0x3099, 0x309f, FALSE },   /* its marks */
  { 0x30a1, 0x30fa, TRUE },    /* katakana, without its middle dot */
  { 0x30fc, 0x30ff, FALSE },
  { 0x3105, 0x312f, FALSE },   /* bopomofo */
  { 0x3131, 0x318e, FALSE },   /* Hangul, compatibility */
  { 0x31a0, 0x31bf, FALSE },
  { 0x31f0, 0x31ff, FALSE },
  { 0x3400, 0x4dbf, TRUE },    /* ideographs */
  { 0x4e00, 0x9fff, TRUE },
  { 0xac00, 0xd7a3, TRUE },    /* Hangul syllables */
  { 0xf900, 0xfaff, FALSE },   /* ideographs, compatibility */
  { 0xff66, 0xff9f, FALSE },   /* half-width katakana */
  { 0x20000, 0x323af, FALSE }, /* ideographs */
};

static const Range *
clt_text_find_cjk (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cjk) && c >= cjk[i].first; i++)
    if (c <= cjk[i].last)
      return &cjk[i];

  return NULL;
}

/* {{{ Folding */

/* Whether lower case for ASCII letters is all that folding does. Nearly every name is such a
 * text, and normalising one costs twenty times as much as looking. */
static gboolean
clt_text_is_simple (const char *text,
                    gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const Range *range;

      if ((guchar) *text < 0x80)
        {
          text++;
          continue;
        }

      range = clt_text_find_cjk (g_utf8_get_char_validated (text, end - text));
      if (range == NULL || !range->is_folded)
        return FALSE;

      text = g_utf8_next_char (text);
    }

  return TRUE;
}

static char *
clt_text_strip_accents (const char *decomposed)
{
  GString *stripped = g_string_sized_new (strlen (decomposed));

  for (const char *at = decomposed; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c < FIRST_ACCENT || c > LAST_ACCENT)
        g_string_append_unichar (stripped, c);
    }

  return g_string_free (stripped, FALSE);
}

static char *
clt_text_fold_length (const char *text,
                      gsize       length)
{
  g_autofree char *valid = NULL;
  g_autofree char *decomposed = NULL;
  g_autofree char *stripped = NULL;
  g_autofree char *lower = NULL;

  if (clt_text_is_simple (text, length))
    return g_ascii_strdown (text, (gssize) length);

  valid = g_utf8_make_valid (text, (gssize) length);
  decomposed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  stripped = clt_text_strip_accents (decomposed);
  lower = g_utf8_casefold (stripped, -1);

  /* Composed again, or a Hangul syllable would be three characters. */
  return g_utf8_normalize (lower, -1, G_NORMALIZE_ALL_COMPOSE);
}

/* }}} */
/* {{{ Tokens */

typedef struct
{
  const char       *text;
  const char       *at;
  const char       *end;
  gboolean          is_query;
  CltTextTokenFunc  func;
  gpointer          user_data;
} Walk;

typedef enum
{
  CHAR_END,
  CHAR_OTHER,
  CHAR_WORD,
  CHAR_CJK,
} CharKind;

/* @length: 0 at the end. A byte that is not UTF-8 parts words like a blank. */
static CharKind
clt_text_look (const Walk *walk,
               const char *at,
               gsize      *length)
{
  gunichar c;

  *length = 0;
  if (at >= walk->end)
    return CHAR_END;

  *length = 1;
  if ((guchar) *at < 0x80)
    return g_ascii_isalnum (*at) ? CHAR_WORD : CHAR_OTHER;

  c = g_utf8_get_char_validated (at, walk->end - at);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return CHAR_OTHER;

  *length = (gsize) (g_utf8_next_char (at) - at);
  if (clt_text_is_cjk (c))
    return CHAR_CJK;

  return g_unichar_isalnum (c) || g_unichar_ismark (c) ? CHAR_WORD : CHAR_OTHER;
}

static gboolean
clt_text_emit (const Walk *walk,
               const char *start,
               const char *end)
{
  const gsize length = (gsize) (end - start);
  const gsize from = (gsize) (start - walk->text);
  g_autofree char *folded = NULL;
  char simple[MAX_TOKEN_BYTES + 1];

  if (!clt_text_is_simple (start, length))
    {
      folded = clt_text_fold_length (start, length);
      return *folded == '\0' ||
             walk->func (folded, strlen (folded), from, from + length, walk->user_data);
    }

  for (gsize i = 0; i < length; i++)
    simple[i] = g_ascii_tolower (start[i]);
  simple[length] = '\0';

  return walk->func (simple, length, from, from + length, walk->user_data);
}

static gboolean
clt_text_walk_word (Walk *walk)
{
  const char *start = walk->at;
  const char *end = start;
  gsize length;

  while (clt_text_look (walk, walk->at, &length) == CHAR_WORD)
    {
      walk->at += length;
      if (walk->at - start <= MAX_TOKEN_BYTES)
        end = walk->at;
    }

  return clt_text_emit (walk, start, end);
}

/* Pairs that overlap; then the last character alone, so that the index finds each character as
 * the beginning of a token. A query asks only for the pairs, which say more. */
static gboolean
clt_text_walk_cjk (Walk *walk)
{
  const gboolean is_query = walk->is_query;
  gboolean is_first = TRUE;
  gsize length, next_length;

  while (clt_text_look (walk, walk->at, &length) == CHAR_CJK)
    {
      const char *start = walk->at;
      const char *next = start + length;
      const gboolean is_last = clt_text_look (walk, next, &next_length) != CHAR_CJK;

      walk->at = next;
      if (is_last && is_query && !is_first)
        return TRUE;

      if (!clt_text_emit (walk, start, is_last ? next : next + next_length))
        return FALSE;

      is_first = FALSE;
    }

  return TRUE;
}

/* }}} */

/**
 * clt_text_fold:
 * @text: (nullable): any text; what is not UTF-8 is replaced
 *
 * Brings text to the form in which it is searched and compared: without case,
 * accents and compatibility forms (full-width letters, ligatures).
 *
 * Returns: (transfer full): the folded text; "" for %NULL
 */
char *
clt_text_fold (const char *text)
{
  return text != NULL ? clt_text_fold_length (text, strlen (text)) : g_strdup ("");
}

/**
 * clt_text_collation_key:
 * @text: (nullable): any text
 *
 * Makes a key whose bytes sort as the user's locale sorts @text, Chinese
 * included. Keys of different locales must not be mixed: whoever stores them
 * stores the locale's name beside them. Only the beginning of a long text counts.
 *
 * Returns: (transfer full): the key, bytes without meaning; "" for %NULL
 */
char *
clt_text_collation_key (const char *text)
{
  g_autofree char *folded = clt_text_fold (text);
  const char *end = folded;

  for (guint i = 0; i < MAX_COLLATED_CHARS && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return g_utf8_collate_key (folded, end - folded);
}

/**
 * clt_text_is_cjk:
 * @c: a character
 *
 * Tells whether the character belongs to a script that puts no blanks between
 * words: Chinese, Japanese, and Korean, which has them but glues particles on.
 *
 * Returns: %TRUE if it does
 */
gboolean
clt_text_is_cjk (gunichar c)
{
  return clt_text_find_cjk (c) != NULL;
}

/**
 * clt_text_has_cjk:
 * @text: (nullable): UTF-8
 *
 * Returns: %TRUE if any character of @text is clt_text_is_cjk()
 */
gboolean
clt_text_has_cjk (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (clt_text_is_cjk (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/**
 * clt_text_tokenize:
 * @text: any bytes
 * @length: how many, or -1 if a NUL ends them
 * @is_query: whether to make what is looked for rather than what is indexed
 * @func: (scope call): what to call for each token, in order
 * @user_data: what to call it with
 *
 * Cuts text into what the search index holds. Words are folded; anything that is
 * no letter or digit parts them, so an e-mail address is several. Of "西湖区"
 * an index holds 西湖, 湖区 and 区, and a query asks for 西湖 and 湖区; a
 * single character is asked for alone, as the beginning of a token.
 */
void
clt_text_tokenize (const char       *text,
                   gssize            length,
                   gboolean          is_query,
                   CltTextTokenFunc  func,
                   gpointer          user_data)
{
  Walk walk = { text, text, NULL, is_query, func, user_data };
  gboolean goes_on = TRUE;

  g_return_if_fail (text != NULL || length == 0);
  g_return_if_fail (func != NULL);

  if (text == NULL)
    return;

  walk.end = text + (length < 0 ? strlen (text) : (gsize) length);
  while (goes_on)
    {
      gsize char_length;

      switch (clt_text_look (&walk, walk.at, &char_length))
        {
        case CHAR_END:
          return;
        case CHAR_OTHER:
          walk.at += char_length;
          break;
        case CHAR_WORD:
          goes_on = clt_text_walk_word (&walk);
          break;
        case CHAR_CJK:
          goes_on = clt_text_walk_cjk (&walk);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * clt_text_ellipsize:
 * @text: (nullable): UTF-8
 * @max_chars: the most characters that the result may have; at least 1
 *
 * Returns: (transfer full): @text, or its beginning and "…"; "" for %NULL
 */
char *
clt_text_ellipsize (const char *text,
                    guint       max_chars)
{
  g_autofree char *beginning = NULL;

  g_return_val_if_fail (max_chars > 0, NULL);

  if (text == NULL || g_utf8_strlen (text, -1) <= (glong) max_chars)
    return g_strdup (text != NULL ? text : "");

  beginning = g_strchomp (g_utf8_substring (text, 0, (glong) max_chars - 1));

  return g_strconcat (beginning, "…", NULL);
}

/**
 * clt_text_is_blank:
 * @text: (nullable): UTF-8
 *
 * Returns: %TRUE if there is nothing in @text that a person could see
 */
gboolean
clt_text_is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}
