/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which options a verb takes, besides --help and --json. */
typedef enum
{
  CLT_CLI_OPTIONS_NONE = 0,
  CLT_CLI_OPTIONS_WORKSPACE = 1 << 0, /* --workspace */
  CLT_CLI_OPTIONS_QUERY = 1 << 1,     /* --filter --sort --search */
  CLT_CLI_OPTIONS_LIMIT = 1 << 2,     /* --limit */
  CLT_CLI_OPTIONS_COLUMNS = 1 << 3,   /* --columns */
  CLT_CLI_OPTIONS_ENTITY = 1 << 4,    /* --entity */
  CLT_CLI_OPTIONS_FILE = 1 << 5,      /* --format --output */
  CLT_CLI_OPTIONS_SERVER = 1 << 6,    /* --kind and what the connectors ask for */
  CLT_CLI_OPTIONS_SECRET = 1 << 7,    /* --secret-stdin */
  CLT_CLI_OPTIONS_YES = 1 << 8,       /* --yes */
} CltCliOptionGroups;

/* What was given. Texts are UTF-8. */
typedef struct
{
  gboolean    help;
  gboolean    json;
  char       *workspace;    /* (owned) (nullable) */
  char      **filters;      /* (owned) (nullable) */
  char       *sort;         /* (owned) (nullable) */
  char       *search;       /* (owned) (nullable) */
  int         limit;        /* 0: all */
  char       *columns;      /* (owned) (nullable) */
  char       *entity;       /* (owned) (nullable) */
  char       *format;       /* (owned) (nullable) */
  char       *output;       /* (owned) (nullable): a file name, as the system spells it */
  char       *kind;         /* (owned) (nullable) */
  GHashTable *settings;     /* (owned) (element-type utf8 utf8): for a connector */
  gboolean    secret_stdin;
  gboolean    yes;
} CltCliOptions;

gboolean  clt_cli_options_parse    (CltCliOptions       *self,
                                    CltCliOptionGroups   groups,
                                    char              ***words,
                                    GError             **error);
char     *clt_cli_options_dup_help (CltCliOptions       *self,
                                    CltCliOptionGroups   groups,
                                    const char          *usage,
                                    const char          *summary);
void      clt_cli_options_list     (CltCliOptions       *self,
                                    CltCliOptionGroups   groups,
                                    GPtrArray           *names);
void      clt_cli_options_clear    (CltCliOptions       *self);

G_END_DECLS
