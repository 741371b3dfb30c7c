/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the tokenizer calls for each token; FALSE ends the walk. @token ends with a NUL that
 * @length does not count; @start and @end are byte offsets in the text. */
typedef gboolean (*CltTextTokenFunc) (const char *token,
                                      gsize       length,
                                      gsize       start,
                                      gsize       end,
                                      gpointer    user_data);

char     *clt_text_fold           (const char *text);
char     *clt_text_collation_key  (const char *text);
gboolean  clt_text_is_cjk         (gunichar c);
gboolean  clt_text_has_cjk        (const char *text);
void      clt_text_tokenize       (const char       *text,
                                   gssize            length,
                                   gboolean          is_query,
                                   CltTextTokenFunc  func,
                                   gpointer          user_data);
char     *clt_text_from_html      (const char *html);
char     *clt_text_ellipsize      (const char *text,
                                   guint       max_chars);
gboolean  clt_text_is_blank       (const char *text);

G_END_DECLS
