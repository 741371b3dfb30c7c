/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-complete"

#include "config.h"

#include <string.h>

#include "clt-catalog.h"
#include "clt-cli-verbs.h"
#include "clt-connector-registry.h"

/* What the shell offers while a command line is typed. It follows from the tables of verbs and
 * options, and from the built-in catalog: no workspace is opened for a press of Tab. */

typedef struct
{
  CltCli           *cli;    /* (unowned) */
  GPtrArray        *offers; /* (owned) (element-type utf8) */
  const CltCliVerb *verb;   /* (nullable): until it is typed */
  const char       *entity; /* (nullable): the first word after the verb */
} Completion;

typedef void (*OfferFunc) (Completion *self);

static void
clt_cli_offer (Completion *self,
               const char *word,
               const char *suffix)
{
  g_ptr_array_add (self->offers, g_strconcat (word, suffix, NULL));
}

static void
clt_cli_offer_entities (Completion *self)
{
  CltSchema *schema = clt_catalog_get ();

  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    clt_cli_offer (self, clt_entity_get_name (clt_schema_get_entity (schema, i)), "");
}

static void
clt_cli_offer_keys (Completion *self)
{
  CltSchema *schema = clt_catalog_get ();

  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    clt_cli_offer (self, clt_entity_get_name (clt_schema_get_entity (schema, i)), "/");
}

/* The entity that was typed: "customer", "customers" or "customer/12". */
static CltEntity *
clt_cli_find_typed_entity (Completion *self)
{
  CltSchema *schema = clt_catalog_get ();
  g_autofree char *name = g_strdup (self->entity != NULL ? self->entity : "");
  CltEntity *entity;

  g_strdelimit (name, "/", '\0');
  entity = clt_schema_find_entity (schema, name);
  if (entity == NULL && g_str_has_suffix (name, "s"))
    {
      name[strlen (name) - 1] = '\0';
      entity = clt_schema_find_entity (schema, name);
    }

  return entity;
}

static void
clt_cli_offer_fields_with (Completion *self,
                           const char *suffix)
{
  CltEntity *entity = clt_cli_find_typed_entity (self);

  for (guint i = 0; entity != NULL && i < clt_entity_get_n_fields (entity); i++)
    clt_cli_offer (self, clt_field_get_name (clt_entity_get_field (entity, i)), suffix);
}

static void
clt_cli_offer_fields (Completion *self)
{
  clt_cli_offer_fields_with (self, "");
}

static void
clt_cli_offer_assignments (Completion *self)
{
  clt_cli_offer_fields_with (self, "=");
}

static void
clt_cli_offer_workspaces (Completion *self)
{
  GListModel *list = G_LIST_MODEL (self->cli->workspaces);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CltWorkspace) workspace = g_list_model_get_item (list, i);

      clt_cli_offer (self, clt_workspace_get_name (workspace), "");
    }
}

static void
clt_cli_offer_kinds (Completion *self)
{
  clt_cli_offer (self, CLT_WORKSPACE_LOCAL, "");
  clt_cli_offer (self, CLT_WORKSPACE_SAMPLE, "");
  for (guint i = 0; i < clt_connector_registry_size (); i++)
    clt_cli_offer (self, clt_connector_registry_get (i)->id, "");
}

/* The first word of each verb, or the second after the first. */
static void
clt_cli_offer_verbs (Completion *self,
                     const char *first)
{
  for (guint i = 0; i < clt_cli_n_verbs; i++)
    {
      g_auto (GStrv) names = g_strsplit (clt_cli_verbs[i].name, " ", 2);

      if (clt_cli_verbs[i].help == NULL)
        continue;
      if (first == NULL)
        clt_cli_offer (self, names[0], "");
      else if (g_str_equal (names[0], first) && names[1] != NULL)
        clt_cli_offer (self, names[1], "");
    }
}

/* What an option is followed by, and what the words of a verb's usage stand for. */
static const struct
{
  const char *before;
  OfferFunc   offer;
} offers[] = {
  { "--workspace", clt_cli_offer_workspaces },
  { "--kind", clt_cli_offer_kinds },
  { "--entity", clt_cli_offer_entities },
  { "--filter", clt_cli_offer_assignments },
  { "--sort", clt_cli_offer_fields },
  { "--columns", clt_cli_offer_fields },
  { "ENTITY", clt_cli_offer_entities },
  { "ENTITY/ID", clt_cli_offer_keys },
  { "ENTITY/ID…", clt_cli_offer_keys },
  { "FIELD=VALUE…", clt_cli_offer_assignments },
  { "NAME", clt_cli_offer_workspaces },
};

static gboolean
clt_cli_offer_after (Completion *self,
                     const char *before)
{
  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++)
    if (g_strcmp0 (offers[i].before, before) == 0)
      {
        offers[i].offer (self);
        return TRUE;
      }

  return FALSE;
}

/* The last word of the usage stands for all that follow. */
static void
clt_cli_offer_words (Completion *self,
                     guint       nth)
{
  g_auto (GStrv) usage = g_strsplit (self->verb->usage, " ", -1);
  const guint n = g_strv_length (usage);

  if (n > 0)
    clt_cli_offer_after (self, usage[MIN (nth, n - 1)]);
}

/* @words: those after the verb's name, the one to be completed last */
static void
clt_cli_offer_for_verb (Completion  *self,
                        char       **words)
{
  const char *before = NULL;
  const char *last;
  guint nth = 0;

  for (; words[1] != NULL; words++)
    {
      before = *words;
      if (!g_str_has_prefix (before, "--"))
        {
          self->entity = self->entity != NULL ? self->entity : before;
          nth++;
        }
    }

  last = *words;
  if (clt_cli_offer_after (self, before))
    return;

  if (g_str_has_prefix (last, "-"))
    clt_cli_options_list (&self->cli->options, self->verb->options, self->offers);
  else
    clt_cli_offer_words (self, nth);
}

static int
clt_cli_compare_words (gconstpointer a,
                       gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/**
 * clt_cli_complete:
 * @self: a command line
 * @words: what is typed so far after the program's name; the last is to be completed
 * @error: return location for an error
 *
 * Prints what could stand in place of the last word, a line each.
 *
 * Returns: %TRUE
 */
gboolean
clt_cli_complete (CltCli  *self,
                  char   **words,
                  GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  Completion completion = { .cli = self, .offers = found };
  const guint n_words = g_strv_length (words);
  const char *last = words[n_words - 1];
  const char *printed = NULL;
  guint n_names = 0;

  completion.verb = n_words > 1 ? clt_cli_find_verb (words, &n_names) : NULL;
  if (completion.verb != NULL && n_names < n_words)
    clt_cli_offer_for_verb (&completion, words + n_names);
  else
    clt_cli_offer_verbs (&completion, n_words > 1 ? words[0] : NULL);

  g_ptr_array_sort (found, clt_cli_compare_words);
  for (guint i = 0; i < found->len; i++)
    {
      const char *offer = g_ptr_array_index (found, i);

      if (g_str_has_prefix (offer, last) && g_strcmp0 (offer, printed) != 0)
        clt_cli_print (self, "%s\n", offer);
      printed = offer;
    }

  return TRUE;
}
