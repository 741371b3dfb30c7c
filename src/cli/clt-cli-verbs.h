/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-cli-private.h"

G_BEGIN_DECLS

/* One thing the command line can do: one row of the table. */
typedef struct
{
  const char         *name;    /* one word or two */
  const char         *usage;   /* N_(): what comes after the name */
  const char         *help;    /* N_() (nullable): NULL for what only programs use */
  guint               n_least; /* words after the name */
  guint               n_most;
  CltCliOptionGroups  options;
  CltCliFunc          run;
} CltCliVerb;

extern const CltCliVerb clt_cli_verbs[];
extern const guint clt_cli_n_verbs;

const CltCliVerb *clt_cli_find_verb (char  **words,
                                     guint  *n_words);

G_END_DECLS
