/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "clt-text.h"

static const struct
{
  const char *what;
  const char *html;
  const char *text;
} rows[] = {
  { "plain text", "Hello", "Hello" },
  { "tags are left out", "<b>Hel</b>lo <i class=\"x\">you</i>", "Hello you" },
  { "blanks are one blank", "a  \n\t b", "a b" },
  { "breaks", "a<br>b<br/>c<BR />d", "a\nb\nc\nd" },
  { "two breaks are an empty line", "a<br><br>b", "a\n\nb" },
  { "but never more than one", "a<br><br><br><br>b", "a\n\nb" },
  { "paragraphs", "<p>a</p>\n<p>b</p>", "a\n\nb" },
  { "blocks", "<div>a</div><div>b</div>", "a\nb" },
  { "nested blocks", "<div><div>a</div></div><div>b</div>", "a\nb" },
  { "lists", "<ul><li>a</li><li>b</li></ul>", "a\nb" },
  { "no blanks around lines", "<p> a </p> <p> b </p>", "a\n\nb" },
  { "entities", "&lt;b&gt; &amp; &quot;x&quot; &#65; &#x4e2d;&hellip;", "<b> & \"x\" A 中…" },
  { "a no-break blank", "a&nbsp;b", "a b" },
  { "what is no entity stays", "AT&T &unknown; &#xZZ; & x", "AT&T &unknown; &#xZZ; & x" },
  { "entities that no text may have", "&#0;&#xd800;&#x110000;", "&#0;&#xd800;&#x110000;" },
  { "scripts and styles", "a<script>if (1 < 2) x('</p>');</script><style>b{}</style>c", "ac" },
  { "a script that does not end", "a<script>b", "a" },
  { "comments", "a<!-- <p>no</p> -->b", "ab" },
  { "a comment that does not end", "a<!-- b", "a" },
  { "a greater-than in an attribute", "<a title=\"1 > 2\">x</a>", "x" },
  { "a tag that does not end", "a<b title=\"", "a" },
  { "less-than is no tag", "1 < 2 <3", "1 < 2 <3" },
  { "a document", "<!DOCTYPE html><html><head><title>T</title></head><body>b</body></html>", "b" },
  { "Chinese", "<p>杭州</p>", "杭州" },
  { "bytes that are not UTF-8", "a\xff", "a\uFFFD" },
  { "nothing", "", "" },
  { "no text at all", NULL, "" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = clt_text_from_html (rows[i].html);

      g_test_message ("%s", rows[i].what);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* Parts of markup in any order: nothing of it may read beyond the end. */
static void
test_any_input (void)
{
  static const char *const parts[] = {
    "<", ">", "</", "<!--", "-->", "&", ";", "&#", "&#x", "<p", "<script>", "</script", "\"", "'",
    "a", " ", "=", "\xe4\xb8", "中",
  };
  GRand *rand = g_rand_new_with_seed (1);

  g_test_message ("any input gives text");
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      g_autofree char *text = NULL;

      for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        g_string_append (html, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);

      text = clt_text_from_html (html->str);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }

  g_rand_free (rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-html/rows", test_rows);
  g_test_add_func ("/text-html/any-input", test_any_input);

  return g_test_run ();
}
