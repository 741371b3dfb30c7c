/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-db.h"

G_BEGIN_DECLS

/* FTS5's own tokenizers find no Chinese word ("unicode61" takes a run for one word) or none of two
 * characters ("trigram"). Ours is clt_text_tokenize(): folded words, and for Chinese, Japanese and
 * Korean the overlapping pairs and the last character. */
#define CLT_TOKENIZER_NAME "clientele"

/* Part of what the index is made of: when the tokens change, so must this. */
#define CLT_TOKENIZER_VERSION 1

gboolean clt_tokenizer_register (CltDb   *db,
                                 GError **error);

G_END_DECLS
