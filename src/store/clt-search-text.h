/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person typed, as the search index is asked. */

char      *clt_search_text_to_match  (const char *text);
GPtrArray *clt_search_text_list_runs (const char *text);

G_END_DECLS
