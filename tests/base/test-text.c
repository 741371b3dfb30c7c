/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "clt-text.h"

static const struct
{
  const char *what;
  const char *text;
  const char *folded;
} foldings[] = {
  { "case", "Acme GmbH", "acme gmbh" },
  { "accents", "Müller Café", "muller cafe" },
  { "accents that are characters of their own", "u\u0308ber", "uber" },
  { "sharp s", "Straße", "strasse" },
  { "full-width letters", "ＡＢＣ１２３", "abc123" },
  { "ligatures", "ﬁrma", "firma" },
  { "Greek", "ΆΝΝΑ", "αννα" },
  { "Cyrillic", "Ёлка", "елка" },
  { "Chinese stays", "杭州西湖", "杭州西湖" },
  { "Hangul stays composed", "한국", "한국" },
  { "marks that are vowels stay", "ไทยที่", "ไทยที่" },
  { "Japanese keeps its voiced sounds", "がぎ", "がぎ" },
  { "half-width katakana", "ｶﾀｶﾅ", "カタカナ" },
  { "bytes that are not UTF-8", "a\xff" "B", "a\uFFFDb" },
  { "nothing", "", "" },
  { "no text at all", NULL, "" },
};

static const struct
{
  const char *what;
  const char *text;
  gboolean    is_query;
  const char *tokens; /* parted by | */
} cuts[] = {
  { "words are folded", "Acme GmbH & Co. KG", FALSE, "acme|gmbh|co|kg" },
  { "an address is several words", "anna.li@mail-box.example", FALSE,
    "anna|li|mail|box|example" },
  { "an apostrophe parts", "O'Brien", FALSE, "o|brien" },
  { "digits are words", "+86 571 8888", FALSE, "86|571|8888" },
  { "accents", "Müller", FALSE, "muller" },
  { "pairs that overlap, then the last", "杭州西湖", FALSE, "杭州|州西|西湖|湖" },
  { "a pair", "西湖", FALSE, "西湖|湖" },
  { "one character", "湖", FALSE, "湖" },
  { "a query asks for pairs only", "杭州西湖", TRUE, "杭州|州西|西湖" },
  { "a pair in a query", "西湖", TRUE, "西湖" },
  { "one character in a query is a prefix", "湖", TRUE, "湖" },
  { "Latin beside Chinese", "Acme杭州3号", FALSE, "acme|杭州|州|3|号" },
  { "punctuation parts Chinese", "杭州，西湖", FALSE, "杭州|州|西湖|湖" },
  { "the middle dot parts katakana", "ジョン・スミス", TRUE, "ジョ|ョン|スミ|ミス" },
  { "Hangul", "서울시", FALSE, "서울|울시|시" },
  { "ideographs beyond the basic plane", "𠮷野家", FALSE, "𠮷野|野家|家" },
  { "bytes that are not UTF-8 part words", "ab\xff" "cd", FALSE, "ab|cd" },
  { "nothing", "", FALSE, "" },
  { "blanks only", " \n—… ", FALSE, "" },
};

typedef struct
{
  const char *text;
  GString    *tokens;
  guint       n_wanted; /* 0: all */
  guint       n_seen;
} Walk;

static gboolean
collect_cb (const char *token,
            gsize       length,
            gsize       start,
            gsize       end,
            gpointer    user_data)
{
  Walk *walk = user_data;
  g_autofree char *origin = g_strndup (walk->text + start, end - start);
  g_autofree char *folded = clt_text_fold (origin);

  g_assert_cmpuint (strlen (token), ==, length);
  g_assert_cmpstr (folded, ==, token);
  g_string_append_printf (walk->tokens, "%s%s", walk->tokens->len > 0 ? "|" : "", token);

  return ++walk->n_seen != walk->n_wanted;
}

static char *
tokenize (const char *text,
          gssize      length,
          gboolean    is_query,
          guint       n_wanted)
{
  Walk walk = { text, g_string_new (NULL), n_wanted, 0 };

  clt_text_tokenize (text, length, is_query, collect_cb, &walk);

  return g_string_free (walk.tokens, FALSE);
}

static void
test_fold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foldings); i++)
    {
      g_autofree char *folded = clt_text_fold (foldings[i].text);
      g_autofree char *again = clt_text_fold (folded);

      g_test_message ("%s", foldings[i].what);
      g_assert_cmpstr (folded, ==, foldings[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_fold_every_cjk (void)
{
  g_test_message ("no shortcut folds a character otherwise than Unicode does");
  for (gunichar c = 0x1100; c < 0x32400; c++)
    {
      char text[8] = { 0 };
      g_autofree char *folded = NULL;
      g_autofree char *decomposed = NULL;
      g_autofree char *lower = NULL;
      g_autofree char *composed = NULL;

      if (!clt_text_is_cjk (c) || !g_unichar_validate (c))
        continue;

      g_unichar_to_utf8 (c, text);
      folded = clt_text_fold (text);
      decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
      lower = g_utf8_casefold (decomposed, -1);
      composed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL_COMPOSE);
      g_assert_cmpstr (folded, ==, composed);
    }
}

static void
test_tokenize (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autofree char *tokens = tokenize (cuts[i].text, -1, cuts[i].is_query, 0);

      g_test_message ("%s", cuts[i].what);
      g_assert_cmpstr (tokens, ==, cuts[i].tokens);
    }
}

static void
test_tokenize_bounds (void)
{
  g_autofree char *cut_inside = tokenize ("西湖", 4, FALSE, 0);
  g_autofree char *first_only = tokenize ("one two three", -1, FALSE, 1);
  g_autofree char *first_pair = tokenize ("杭州西湖", -1, FALSE, 1);
  g_autofree char *blob = g_strnfill (100 * 1000, 'x');
  g_autofree char *word = tokenize (blob, -1, FALSE, 0);

  g_test_message ("a length may end inside a character");
  g_assert_cmpstr (cut_inside, ==, "西");
  g_test_message ("FALSE ends the walk");
  g_assert_cmpstr (first_only, ==, "one");
  g_assert_cmpstr (first_pair, ==, "杭州");
  g_test_message ("a word without end is found by its beginning");
  g_assert_cmpuint (strlen (word), <=, 100);
  g_assert_cmpuint (strlen (word), >, 50);
}

static void
test_query_finds (void)
{
  static const char *const places[] = { "杭州", "州西", "西湖", "湖", "杭", "州", "西" };
  g_autofree char *indexed = tokenize ("杭州西湖", -1, FALSE, 0);
  g_auto (GStrv) tokens = g_strsplit (indexed, "|", -1);

  g_test_message ("each part of a run is the beginning of some token");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean is_found = FALSE;

      for (char **token = tokens; *token != NULL; token++)
        is_found = is_found || g_str_has_prefix (*token, places[i]);
      g_assert_true (is_found);
    }
}

static void
test_collation (void)
{
  static const char *const sorted[] = { "", "Acme", "acorn", "Ärger", "beta", "Zürich" };

  g_test_message ("keys sort without case and accents");
  for (gsize i = 1; i < G_N_ELEMENTS (sorted); i++)
    {
      g_autofree char *former = clt_text_collation_key (sorted[i - 1]);
      g_autofree char *key = clt_text_collation_key (sorted[i]);

      g_assert_cmpstr (former, <, key);
    }
}

static void
test_cjk (void)
{
  g_assert_true (clt_text_is_cjk (g_utf8_get_char ("中")));
  g_assert_true (clt_text_is_cjk (g_utf8_get_char ("の")));
  g_assert_true (clt_text_is_cjk (g_utf8_get_char ("한")));
  g_assert_false (clt_text_is_cjk ('a'));
  g_assert_false (clt_text_is_cjk (g_utf8_get_char ("，")));
  g_assert_true (clt_text_has_cjk ("Acme 公司"));
  g_assert_false (clt_text_has_cjk ("Müller"));
  g_assert_false (clt_text_has_cjk (NULL));
}

static void
test_ellipsize (void)
{
  static const struct
  {
    const char *text;
    guint       max_chars;
    const char *short_text;
  } rows[] = {
    { "short", 5, "short" }, { "longer", 5, "long…" }, { "杭州西湖", 3, "杭州…" },
    { "a word", 3, "a…" },   { "ab", 1, "…" },         { NULL, 5, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *short_text = clt_text_ellipsize (rows[i].text, rows[i].max_chars);

      g_assert_cmpstr (short_text, ==, rows[i].short_text);
    }
}

static void
test_blank (void)
{
  g_assert_true (clt_text_is_blank (NULL));
  g_assert_true (clt_text_is_blank (" \t\n\u00a0\u3000"));
  g_assert_false (clt_text_is_blank (" x "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-every-cjk", test_fold_every_cjk);
  g_test_add_func ("/text/tokenize", test_tokenize);
  g_test_add_func ("/text/tokenize-bounds", test_tokenize_bounds);
  g_test_add_func ("/text/query-finds", test_query_finds);
  g_test_add_func ("/text/collation", test_collation);
  g_test_add_func ("/text/cjk", test_cjk);
  g_test_add_func ("/text/ellipsize", test_ellipsize);
  g_test_add_func ("/text/blank", test_blank);

  return g_test_run ();
}
