/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-text-html"

#include "config.h"

#include <string.h>

#include "clt-text.h"

#define MAX_NAME_BYTES 15
#define MAX_BLANK_LINES 1

/* What a tag does to the lines of the text. */
typedef enum
{
  TAG_INLINE,
  TAG_BREAK,     /* ends the line */
  TAG_BLOCK,     /* begins a new line, and ends it */
  TAG_PARAGRAPH, /* the same, with an empty line in between */
  TAG_DROPPED,   /* is left out with all that it holds */
} TagKind;

static const struct
{
  const char *name;
  TagKind     kind;
} tags[] = {
  { "br", TAG_BREAK },
  { "hr", TAG_BLOCK },
  { "p", TAG_PARAGRAPH },
  { "div", TAG_BLOCK },
  { "li", TAG_BLOCK },
  { "ul", TAG_BLOCK },
  { "ol", TAG_BLOCK },
  { "dt", TAG_BLOCK },
  { "dd", TAG_BLOCK },
  { "tr", TAG_BLOCK },
  { "table", TAG_BLOCK },
  { "pre", TAG_BLOCK },
  { "blockquote", TAG_BLOCK },
  { "h1", TAG_PARAGRAPH },
  { "h2", TAG_PARAGRAPH },
  { "h3", TAG_PARAGRAPH },
  { "h4", TAG_PARAGRAPH },
  { "h5", TAG_PARAGRAPH },
  { "h6", TAG_PARAGRAPH },
  { "script", TAG_DROPPED },
  { "style", TAG_DROPPED },
  { "title", TAG_DROPPED },
};

static const struct
{
  const char *name;
  gunichar    c;
} entities[] = {
  { "amp", '&' },       { "lt", '<' },        { "gt", '>' },        { "quot", '"' },
  { "apos", '\'' },     { "nbsp", ' ' },      { "copy", 0xa9 },     { "reg", 0xae },
  { "deg", 0xb0 },      { "plusmn", 0xb1 },   { "middot", 0xb7 },   { "laquo", 0xab },
  { "raquo", 0xbb },    { "pound", 0xa3 },    { "yen", 0xa5 },      { "euro", 0x20ac },
  { "sect", 0xa7 },     { "times", 0xd7 },    { "ndash", 0x2013 },  { "mdash", 0x2014 },
  { "lsquo", 0x2018 },  { "rsquo", 0x2019 },  { "ldquo", 0x201c },  { "rdquo", 0x201d },
  { "bull", 0x2022 },   { "hellip", 0x2026 }, { "trade", 0x2122 },  { "rarr", 0x2192 },
  { "auml", 0xe4 },     { "ouml", 0xf6 },     { "uuml", 0xfc },     { "Auml", 0xc4 },
  { "Ouml", 0xd6 },     { "Uuml", 0xdc },     { "szlig", 0xdf },    { "eacute", 0xe9 },
  { "egrave", 0xe8 },   { "agrave", 0xe0 },   { "ccedil", 0xe7 },   { "ntilde", 0xf1 },
};

typedef struct
{
  const char *at;
  GString    *text;
  guint       n_newlines; /* wanted before the next visible character */
  gboolean    wants_blank;
} Html;

static void
clt_html_append (Html     *html,
                 gunichar  c)
{
  if (html->text->len > 0)
    {
      for (guint i = 0; i < MIN (html->n_newlines, MAX_BLANK_LINES + 1); i++)
        g_string_append_c (html->text, '\n');
      if (html->n_newlines == 0 && html->wants_blank)
        g_string_append_c (html->text, ' ');
    }

  html->n_newlines = 0;
  html->wants_blank = FALSE;
  g_string_append_unichar (html->text, c);
}

/* Blanks are only noted: what stands at the end of a line is never written. */
static void
clt_html_put (Html     *html,
              gunichar  c)
{
  if (g_unichar_isspace (c))
    html->wants_blank = TRUE;
  else
    clt_html_append (html, c);
}

/* {{{ Entities */

static gboolean
clt_html_decode_number (const char *digits,
                        gunichar   *c)
{
  const gboolean is_hex = *digits == 'x' || *digits == 'X';
  guint64 number;

  if (!g_ascii_string_to_unsigned (digits + (is_hex ? 1 : 0), is_hex ? 16 : 10, 1, 0x10ffff,
                                   &number, NULL))
    return FALSE;

  *c = (gunichar) number;

  return g_unichar_validate (*c) && (!g_unichar_iscntrl (*c) || g_unichar_isspace (*c));
}

static gboolean
clt_html_decode (const char *name,
                 gunichar   *c)
{
  if (*name == '#')
    return clt_html_decode_number (name + 1, c);

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strcmp (entities[i].name, name) == 0)
      {
        *c = entities[i].c;
        return TRUE;
      }

  return FALSE;
}

/* At "&": what is no entity stays as it is. */
static void
clt_html_read_entity (Html *html)
{
  const gsize length = strcspn (html->at + 1, "; <&");
  g_autofree char *name = NULL;
  gunichar c;

  if (length > 0 && length <= MAX_NAME_BYTES && html->at[1 + length] == ';')
    name = g_strndup (html->at + 1, length);

  if (name != NULL && clt_html_decode (name, &c))
    {
      clt_html_put (html, c);
      html->at += length + 2;
    }
  else
    {
      clt_html_put (html, '&');
      html->at++;
    }
}

/* }}} */
/* {{{ Tags */

/* To behind the ">" that ends the tag, or to the end; one in quotes does not end it. */
static void
clt_html_skip_tag (Html *html)
{
  char quote = '\0';

  for (; *html->at != '\0'; html->at++)
    {
      if (quote != '\0')
        quote = *html->at == quote ? '\0' : quote;
      else if (*html->at == '"' || *html->at == '\'')
        quote = *html->at;
      else if (*html->at == '>')
        {
          html->at++;
          return;
        }
    }
}

static void
clt_html_skip_past (Html       *html,
                    const char *end)
{
  const char *found = strstr (html->at, end);

  html->at = found != NULL ? found + strlen (end) : html->at + strlen (html->at);
}

static TagKind
clt_html_find_tag (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_ascii_strcasecmp (tags[i].name, name) == 0)
      return tags[i].kind;

  return TAG_INLINE;
}

/* To behind the tag that ends @name. */
static void
clt_html_skip_element (Html       *html,
                       const char *name)
{
  const gsize length = strlen (name);

  for (; *html->at != '\0'; html->at++)
    if (g_str_has_prefix (html->at, "</") &&
        g_ascii_strncasecmp (html->at + 2, name, length) == 0)
      break;

  clt_html_skip_tag (html);
}

static void
clt_html_apply_tag (Html       *html,
                    const char *name,
                    gboolean    is_end)
{
  switch (clt_html_find_tag (name))
    {
    case TAG_BREAK:
      html->n_newlines++;
      break;
    case TAG_BLOCK:
      html->n_newlines = MAX (html->n_newlines, 1);
      break;
    case TAG_PARAGRAPH:
      html->n_newlines = MAX (html->n_newlines, 2);
      break;
    case TAG_DROPPED:
      if (!is_end)
        clt_html_skip_element (html, name);
      break;
    case TAG_INLINE:
    default:
      break;
    }
}

/* At "<": what does not begin a tag is a "less than". */
static void
clt_html_read_tag (Html *html)
{
  const gboolean is_end = html->at[1] == '/';
  const char *name = html->at + (is_end ? 2 : 1);
  char buffer[MAX_NAME_BYTES + 1];
  gsize length = 0;

  if (g_str_has_prefix (html->at, "<!--"))
    {
      clt_html_skip_past (html, "-->");
      return;
    }

  if (!g_ascii_isalpha (*name) && *name != '!' && *name != '?')
    {
      clt_html_put (html, '<');
      html->at++;
      return;
    }

  while (length < MAX_NAME_BYTES && g_ascii_isalnum (name[length]))
    {
      buffer[length] = name[length];
      length++;
    }
  buffer[length] = '\0';

  clt_html_skip_tag (html);
  clt_html_apply_tag (html, buffer, is_end);
}

/* }}} */

/**
 * clt_text_from_html:
 * @html: (nullable): any bytes; what is not UTF-8 is replaced
 *
 * Makes the text of a page, mail or note: tags, scripts and styles are left out,
 * entities decoded, blocks put on lines of their own. Nothing of the result is
 * markup: a "<" in it is a character that was written as an entity.
 *
 * Returns: (transfer full): the text; "" for %NULL
 */
char *
clt_text_from_html (const char *html)
{
  g_autofree char *valid = g_utf8_make_valid (html != NULL ? html : "", -1);
  Html state = { valid, g_string_new (NULL), 0, FALSE };

  while (*state.at != '\0')
    {
      if (*state.at == '<')
        {
          clt_html_read_tag (&state);
        }
      else if (*state.at == '&')
        {
          clt_html_read_entity (&state);
        }
      else
        {
          clt_html_put (&state, g_utf8_get_char (state.at));
          state.at = g_utf8_next_char (state.at);
        }
    }

  return g_string_free (state.text, FALSE);
}
