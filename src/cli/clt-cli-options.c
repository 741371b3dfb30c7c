/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-options"

#include "config.h"

#include <glib/gi18n.h>
#include <stddef.h>

#include "clt-cli-options.h"
#include "clt-cli-private.h"
#include "clt-connector-registry.h"

/* One option: where its value goes, and with which verbs it makes sense. Texts are taken as the
 * system spells file names, so that they arrive whole in any locale, and checked afterwards. */
typedef struct
{
  CltCliOptionGroups  groups; /* none: every verb has it */
  const char         *name;
  GOptionArg          type;
  gsize               offset;
  const char         *help;
  const char         *value;
} OptionRow;

#define AT(member) offsetof (CltCliOptions, member)

static const OptionRow rows[] = {
  { CLT_CLI_OPTIONS_NONE, "help", G_OPTION_ARG_NONE, AT (help),
    N_("Show this help"), NULL },
  { CLT_CLI_OPTIONS_NONE, "json", G_OPTION_ARG_NONE, AT (json),
    N_("Answer in JSON, for other programs"), NULL },
  { CLT_CLI_OPTIONS_WORKSPACE, "workspace", G_OPTION_ARG_FILENAME, AT (workspace),
    N_("Work in this workspace instead of the one used last"), N_("NAME") },
  { CLT_CLI_OPTIONS_QUERY, "filter", G_OPTION_ARG_FILENAME_ARRAY, AT (filters),
    N_("Only records for which this holds; = != < <= > >= ~ (contains)"), N_("FIELD=VALUE") },
  { CLT_CLI_OPTIONS_QUERY, "search", G_OPTION_ARG_FILENAME, AT (search),
    N_("Only records in which these words occur"), N_("TEXT") },
  { CLT_CLI_OPTIONS_QUERY, "sort", G_OPTION_ARG_FILENAME, AT (sort),
    N_("In the order of this field; with - before it, backwards"), N_("FIELD") },
  { CLT_CLI_OPTIONS_LIMIT, "limit", G_OPTION_ARG_INT, AT (limit),
    N_("At most so many"), N_("NUMBER") },
  { CLT_CLI_OPTIONS_COLUMNS, "columns", G_OPTION_ARG_FILENAME, AT (columns),
    N_("These fields, in this order"), N_("FIELD,FIELD…") },
  { CLT_CLI_OPTIONS_ENTITY, "entity", G_OPTION_ARG_FILENAME, AT (entity),
    N_("Only this kind of record"), N_("ENTITY") },
  { CLT_CLI_OPTIONS_FILE, "format", G_OPTION_ARG_FILENAME, AT (format),
    N_("How to write it: csv"), N_("FORMAT") },
  { CLT_CLI_OPTIONS_FILE, "output", G_OPTION_ARG_FILENAME, AT (output),
    N_("Write to this file"), N_("FILE") },
  { CLT_CLI_OPTIONS_SERVER, "kind", G_OPTION_ARG_FILENAME, AT (kind),
    N_("local, sample, or the kind of server"), N_("KIND") },
  { CLT_CLI_OPTIONS_SECRET, "secret-stdin", G_OPTION_ARG_NONE, AT (secret_stdin),
    N_("Read the key or password from the first line of the input"), NULL },
  { CLT_CLI_OPTIONS_YES, "yes", G_OPTION_ARG_NONE, AT (yes),
    N_("Do it, without being asked"), NULL },
};

static gboolean
clt_cli_options_setting_cb (const char  *name,
                            const char  *value,
                            gpointer     user_data,
                            GError     **error)
{
  CltCliOptions *self = user_data;

  while (*name == '-')
    name++;
  g_hash_table_insert (self->settings, g_strdup (name), g_strdup (value));

  return TRUE;
}

static gboolean
clt_cli_options_has (GArray     *entries,
                     const char *name)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (g_array_index (entries, GOptionEntry, i).long_name, name))
      return TRUE;

  return FALSE;
}

/* What a connector's sign-in form asks for can be said here too, but for secrets: an argument can
 * be read by everybody on the computer. */
static void
clt_cli_options_add_settings (GArray *entries)
{
  for (guint i = 0; i < clt_connector_registry_size (); i++)
    {
      const CltConnectorSetting *setting = clt_connector_registry_get (i)->settings;

      for (; setting->name != NULL; setting++)
        {
          const GOptionEntry entry = {
            .long_name = setting->name,
            .flags = G_OPTION_FLAG_FILENAME,
            .arg = G_OPTION_ARG_CALLBACK,
            .arg_data = clt_cli_options_setting_cb,
            .description = setting->label,
            .arg_description = N_("VALUE"),
          };

          if (!setting->secret && !clt_cli_options_has (entries, setting->name))
            g_array_append_val (entries, entry);
        }
    }
}

static GArray *
clt_cli_options_make_entries (CltCliOptions      *self,
                              CltCliOptionGroups  groups)
{
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GOptionEntry entry = {
        .long_name = rows[i].name,
        .arg = rows[i].type,
        .arg_data = (char *) self + rows[i].offset,
        .description = rows[i].help,
        .arg_description = rows[i].value,
      };

      if (rows[i].groups == CLT_CLI_OPTIONS_NONE || (rows[i].groups & groups) != 0)
        g_array_append_val (entries, entry);
    }
  if ((groups & CLT_CLI_OPTIONS_SERVER) != 0)
    clt_cli_options_add_settings (entries);

  return entries;
}

static GOptionContext *
clt_cli_options_new_context (CltCliOptions      *self,
                             CltCliOptionGroups  groups,
                             const char         *usage)
{
  g_autoptr (GArray) entries = clt_cli_options_make_entries (self, groups);
  GOptionContext *context = g_option_context_new (usage);
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, self, NULL);

  g_option_group_add_entries (group, (GOptionEntry *) (gpointer) entries->data);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, group);
  g_option_context_set_help_enabled (context, FALSE);

  return context;
}

static gboolean
clt_cli_options_check_text (const char  *text,
                            GError     **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  clt_cli_set_usage_error (error, _("An argument is not text in UTF-8."));
  return FALSE;
}

static gboolean
clt_cli_options_check_texts (char   **texts,
                             GError **error)
{
  for (; texts != NULL && *texts != NULL; texts++)
    if (!clt_cli_options_check_text (*texts, error))
      return FALSE;

  return TRUE;
}

/* Everything but the name of a file has to be UTF-8. */
static gboolean
clt_cli_options_check (CltCliOptions  *self,
                       char          **words,
                       GError        **error)
{
  GHashTableIter iter;
  gpointer value;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].type == G_OPTION_ARG_FILENAME && rows[i].offset != AT (output) &&
        !clt_cli_options_check_text (G_STRUCT_MEMBER (char *, self, rows[i].offset), error))
      return FALSE;

  g_hash_table_iter_init (&iter, self->settings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!clt_cli_options_check_text (value, error))
      return FALSE;

  return clt_cli_options_check_texts (self->filters, error) &&
         clt_cli_options_check_texts (words, error);
}

/* GLib leaves the "--" that ends the options where something like an option follows it. */
static void
clt_cli_options_drop_separator (char **words)
{
  while (*words != NULL && !g_str_equal (*words, "--"))
    words++;
  if (*words == NULL)
    return;

  g_free (*words);
  for (; *words != NULL; words++)
    words[0] = words[1];
}

/**
 * clt_cli_options_parse:
 * @self: zeroed options, to be filled
 * @groups: which options the verb takes
 * @words: (inout): the words after the verb; what is no option is left
 * @error: return location for an error of %CLT_CLI_ERROR
 *
 * Returns: whether all options are known and make sense
 */
gboolean
clt_cli_options_parse (CltCliOptions        *self,
                       CltCliOptionGroups    groups,
                       char               ***words,
                       GError              **error)
{
  g_autoptr (GOptionContext) context = clt_cli_options_new_context (self, groups, NULL);
  g_autoptr (GError) parse_error = NULL;

  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!g_option_context_parse_strv (context, words, &parse_error))
    {
      clt_cli_set_usage_error (error, "%s", parse_error->message);
      return FALSE;
    }
  clt_cli_options_drop_separator (*words);
  if (self->limit < 0)
    {
      clt_cli_set_usage_error (error, _("The limit has to be a positive number."));
      return FALSE;
    }

  return clt_cli_options_check (self, *words, error);
}

/**
 * clt_cli_options_dup_help:
 * @self: options; only their places are used
 * @groups: which options the verb takes
 * @usage: the verb and its words
 * @summary: what the verb does
 *
 * Returns: (transfer full): the text of --help
 */
char *
clt_cli_options_dup_help (CltCliOptions      *self,
                          CltCliOptionGroups  groups,
                          const char         *usage,
                          const char         *summary)
{
  g_autoptr (GOptionContext) context = clt_cli_options_new_context (self, groups, usage);

  g_option_context_set_summary (context, summary);

  return g_option_context_get_help (context, TRUE, NULL);
}

/**
 * clt_cli_options_list:
 * @self: options; only their places are used
 * @groups: which options the verb takes
 * @names: (element-type utf8): gets the options, newly allocated: "--json" …
 *
 * Lists what the verb can be given.
 */
void
clt_cli_options_list (CltCliOptions      *self,
                      CltCliOptionGroups  groups,
                      GPtrArray          *names)
{
  g_autoptr (GArray) entries = clt_cli_options_make_entries (self, groups);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (names, g_strconcat ("--", g_array_index (entries, GOptionEntry, i).long_name,
                                         NULL));
}

/**
 * clt_cli_options_clear:
 * @self: options
 *
 * Frees what was given.
 */
void
clt_cli_options_clear (CltCliOptions *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].type == G_OPTION_ARG_FILENAME)
      g_clear_pointer (&G_STRUCT_MEMBER (char *, self, rows[i].offset), g_free);

  g_clear_pointer (&self->filters, g_strfreev);
  g_clear_pointer (&self->settings, g_hash_table_unref);
}
