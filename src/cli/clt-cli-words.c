/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-words"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-cli-words.h"
#include "clt-text.h"

/* Names further apart than this share of their letters are not what was meant. */
#define NEAR_PERCENT 40

/* What stands between a field and a value in a condition, and in an assignment. */
#define OPERATORS "!=~<>"

/* How many letters to add, drop or replace to make one name of the other (Levenshtein). */
static guint
clt_cli_distance (const char *a,
                  const char *b)
{
  const gsize n_b = strlen (b);
  g_autofree guint *row = g_new (guint, n_b + 1);

  for (gsize j = 0; j <= n_b; j++)
    row[j] = j;

  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (gsize j = 0; j < n_b; j++)
        {
          const guint replaced = diagonal + (a[i] == b[j] ? 0 : 1);

          diagonal = row[j + 1];
          row[j + 1] = MIN (replaced, MIN (row[j], diagonal) + 1);
        }
    }

  return row[n_b];
}

/**
 * clt_cli_dup_hint:
 * @typed: a name that is not known
 * @names: (element-type utf8): the names that are
 *
 * Returns: (transfer full): " Did you mean …?", or "" if no name is near
 */
char *
clt_cli_dup_hint (const char *typed,
                  GPtrArray  *names)
{
  g_autofree char *folded = clt_text_fold (typed);
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = clt_text_fold (g_ptr_array_index (names, i));
      const guint distance = clt_cli_distance (folded, name);
      const gsize longer = MAX (strlen (folded), strlen (name));

      if (distance < least && distance * 100 <= longer * NEAR_PERCENT)
        {
          nearest = g_ptr_array_index (names, i);
          least = distance;
        }
    }

  if (nearest == NULL)
    return g_strdup ("");

  /* Translators: follows a sentence such as “There is no verb “lst”.”, hence the blank before it */
  return g_strdup_printf (_(" Did you mean “%s”?"), nearest);
}

static gboolean
clt_cli_names_entity (CltEntity  *entity,
                      const char *name)
{
  const char *known[] = {
    clt_entity_get_name (entity),
    clt_entity_get_label (entity),
    clt_entity_get_label_plural (entity),
  };
  g_autofree char *plural = g_strconcat (known[0], "s", NULL);
  g_autofree char *folded = clt_text_fold (name);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *folded_known = clt_text_fold (known[i]);

      if (g_str_equal (folded, folded_known))
        return TRUE;
    }

  return g_str_equal (folded, plural);
}

/**
 * clt_cli_find_entity:
 * @cli: a command line with an open workspace
 * @name: "customer", "customers", or as the user's language calls them
 * @error: return location for an error of %CLT_CLI_ERROR
 *
 * Returns: (transfer none) (nullable): the kind of record that is meant
 */
CltEntity *
clt_cli_find_entity (CltCli      *cli,
                     const char  *name,
                     GError     **error)
{
  CltSchema *schema = clt_session_get_schema (cli->session);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *hint = NULL;

  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);

      if (clt_cli_names_entity (entity, name))
        return entity;
      g_ptr_array_add (names, (gpointer) clt_entity_get_name (entity));
    }

  hint = clt_cli_dup_hint (name, names);
  /* Translators: the first is what the user typed where “customer” or “deal” was expected */
  clt_cli_set_usage_error (error, _("There are no records of the kind “%s”.%s"), name, hint);

  return NULL;
}

/**
 * clt_cli_find_field:
 * @entity: a kind of record
 * @name: the name of a field, or its label
 * @error: return location for an error of %CLT_CLI_ERROR
 *
 * Returns: (transfer none) (nullable): the field that is meant
 */
CltField *
clt_cli_find_field (CltEntity   *entity,
                    const char  *name,
                    GError     **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *folded = clt_text_fold (name);
  g_autofree char *hint = NULL;
  CltField *found = clt_entity_find_field (entity, name);

  for (guint i = 0; i < clt_entity_get_n_fields (entity) && found == NULL; i++)
    {
      CltField *field = clt_entity_get_field (entity, i);
      g_autofree char *label = clt_text_fold (clt_field_get_label (field));

      if (g_str_equal (folded, label))
        found = field;
      g_ptr_array_add (names, (gpointer) clt_field_get_name (field));
    }
  if (found != NULL)
    return found;

  hint = clt_cli_dup_hint (name, names);
  clt_cli_set_usage_error (error, _("%s has no field “%s”.%s"), clt_entity_get_label (entity),
                           name, hint);

  return NULL;
}

/**
 * clt_cli_parse_key:
 * @cli: a command line with an open workspace
 * @text: "customer/12"
 * @error: return location for an error of %CLT_CLI_ERROR
 *
 * Returns: (transfer full) (nullable): which record is meant; it may not exist
 */
CltRecordKey *
clt_cli_parse_key (CltCli      *cli,
                   const char  *text,
                   GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  CltEntity *entity;
  gint64 id;

  if (parts[0] == NULL || parts[1] == NULL ||
      !g_ascii_string_to_signed (parts[1], 10, 1, G_MAXINT64, &id, NULL))
    {
      clt_cli_set_usage_error (error, _("“%s” names no record. Write one like customer/12."), text);
      return NULL;
    }

  entity = clt_cli_find_entity (cli, parts[0], error);

  return entity != NULL ? clt_record_key_new (clt_entity_get_name (entity), id) : NULL;
}

/* Records with exactly that title, at most two: none, the one, or too many. */
static GArray *
clt_cli_find_titled (CltCli      *cli,
                     CltEntity   *entity,
                     const char  *title,
                     GError     **error)
{
  CltField *field = clt_entity_find_role (entity, CLT_ROLE_TITLE);
  g_autoptr (CltValue) value = clt_value_new_text (title);
  g_autoptr (CltFilter) filter = NULL;
  g_autoptr (CltQuery) everything = NULL;
  g_autoptr (CltQuery) query = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  filter = clt_filter_new_compare (clt_field_get_name (field), CLT_COMPARE_IS, value);
  everything = clt_query_new (clt_entity_get_name (entity));
  query = clt_query_with_filter (everything, filter);

  clt_store_ids_async (clt_session_get_store (cli->session), query, 2, NULL, clt_cli_ready_cb, cli);
  result = clt_cli_wait (cli);

  return clt_store_ids_finish (clt_session_get_store (cli->session), result, error);
}

/* People know a customer by its name: that is as good as an id where only one has it. */
static CltValue *
clt_cli_parse_title (CltCli      *cli,
                     CltField    *field,
                     const char  *text,
                     GError     **error)
{
  CltSchema *schema = clt_session_get_schema (cli->session);
  CltEntity *entity = clt_schema_find_entity (schema, clt_field_get_target (field));
  g_autoptr (GArray) ids = NULL;

  if (entity == NULL || clt_entity_find_role (entity, CLT_ROLE_TITLE) == NULL)
    return clt_field_parse (field, text, error);

  ids = clt_cli_find_titled (cli, entity, text, error);
  if (ids == NULL)
    return NULL;

  if (ids->len == 1)
    return clt_value_new_reference (clt_entity_get_name (entity), g_array_index (ids, gint64, 0));

  if (ids->len == 0)
    clt_cli_set_usage_error (error, _("There is no “%s” among %s."), text,
                             clt_entity_get_label_plural (entity));
  else
    clt_cli_set_usage_error (error, _("There are several “%s” among %s. Write one like %s/12."),
                             text, clt_entity_get_label_plural (entity),
                             clt_entity_get_name (entity));

  return NULL;
}

static void
clt_cli_set_unknown_choice (CltField    *field,
                            const char  *text,
                            GError     **error)
{
  GPtrArray *choices = clt_field_get_choices (field);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *hint = NULL;

  for (guint i = 0; i < choices->len; i++)
    {
      const char *id = clt_choice_get_id (g_ptr_array_index (choices, i));

      g_ptr_array_add (names, (gpointer) id);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", id);
    }

  hint = clt_cli_dup_hint (text, names);
  /* Translators: a field, what was typed, all choices, and perhaps “Did you mean …?” */
  clt_cli_set_usage_error (error, _("“%s” cannot be “%s”, only one of: %s.%s"),
                           clt_field_get_label (field), text, list->str, hint);
}

/**
 * clt_cli_parse_value:
 * @cli: a command line with an open workspace
 * @field: the field that is to hold it
 * @text: as a person types it; "" is the empty value
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the value; of a reference, the record of that key or title
 */
CltValue *
clt_cli_parse_value (CltCli      *cli,
                     CltField    *field,
                     const char  *text,
                     GError     **error)
{
  g_autoptr (GError) parse_error = NULL;
  CltValue *value;

  if (text[0] == '\0')
    return clt_value_new_none ();

  value = clt_field_parse (field, text, &parse_error);
  if (value != NULL)
    return value;

  if (clt_field_get_kind (field) == CLT_FIELD_REFERENCE)
    return clt_cli_parse_title (cli, field, text, error);

  if (clt_field_get_kind (field) == CLT_FIELD_CHOICE && clt_field_get_choices (field) != NULL)
    clt_cli_set_unknown_choice (field, text, error);
  else
    clt_cli_set_usage_error (error, "%s", parse_error->message);

  return NULL;
}

/* A number that nobody has would point nowhere. */
static gboolean
clt_cli_check_references (CltCli          *cli,
                          const CltValue  *value,
                          GError         **error)
{
  g_autoptr (CltRecord) record = NULL;

  if (clt_value_get_value_type (value) == CLT_VALUE_LIST)
    for (gsize i = 0; i < clt_value_get_n_items (value); i++)
      if (!clt_cli_check_references (cli, clt_value_get_item (value, i), error))
        return FALSE;

  if (clt_value_get_value_type (value) != CLT_VALUE_REFERENCE)
    return TRUE;

  record = clt_cli_load (cli, clt_value_get_entity (value), clt_value_get_id (value), error);

  return record != NULL;
}

/**
 * clt_cli_parse_values:
 * @cli: a command line with an open workspace
 * @entity: whose fields they are
 * @words: (array zero-terminated=1): "FIELD=VALUE" each
 * @fields: (element-type utf8): gets the names of the fields, owned by @entity
 * @values: (element-type CltValue): gets the values
 * @error: return location for an error
 *
 * Returns: whether all words were understood
 */
gboolean
clt_cli_parse_values (CltCli     *cli,
                      CltEntity  *entity,
                      char      **words,
                      GPtrArray  *fields,
                      GPtrArray  *values,
                      GError    **error)
{
  for (; *words != NULL; words++)
    {
      const char *sign = strchr (*words, '=');
      g_autofree char *name = NULL;
      CltField *field;
      CltValue *value;

      if (sign == NULL || sign == *words)
        {
          clt_cli_set_usage_error (error, _("“%s” is no field with a value. Write one like "
                                            "city=Paris."), *words);
          return FALSE;
        }

      name = g_strndup (*words, sign - *words);
      field = clt_cli_find_field (entity, name, error);
      value = field != NULL ? clt_cli_parse_value (cli, field, sign + 1, error) : NULL;
      if (value == NULL)
        return FALSE;

      g_ptr_array_add (fields, (gpointer) clt_field_get_name (field));
      g_ptr_array_add (values, value);
      if (!clt_cli_check_references (cli, value, error))
        return FALSE;
    }

  return TRUE;
}

/* A condition whose value the model does not know by itself: a mistyped choice, or the title of
 * a record. */
static CltFilter *
clt_cli_parse_filter_value (CltCli      *cli,
                            CltEntity   *entity,
                            CltField    *field,
                            const char  *behind,
                            GError     **error)
{
  const char *text = behind + strspn (behind, OPERATORS);
  g_autoptr (CltValue) value = clt_cli_parse_value (cli, field, text, error);
  g_autofree char *plain = NULL;
  g_autofree char *condition = NULL;

  if (value == NULL)
    return NULL;

  plain = clt_field_to_plain (field, value);
  condition = g_strdup_printf ("%s%.*s%s", clt_field_get_name (field), (int) (text - behind),
                               behind, plain);

  return clt_filter_parse (condition, entity, error);
}

static CltFilter *
clt_cli_parse_filter (CltCli      *cli,
                      CltEntity   *entity,
                      const char  *text,
                      GError     **error)
{
  const gsize length = strcspn (text, OPERATORS);
  g_autofree char *name = g_strstrip (g_strndup (text, length));
  g_autofree char *condition = NULL;
  g_autoptr (GError) parse_error = NULL;
  CltFilter *filter;
  CltField *field;

  field = clt_cli_find_field (entity, name, error);
  if (field == NULL)
    return NULL;

  condition = g_strconcat (clt_field_get_name (field), text + length, NULL);
  filter = clt_filter_parse (condition, entity, &parse_error);
  if (filter != NULL)
    return filter;

  if (clt_field_get_kind (field) == CLT_FIELD_REFERENCE ||
      clt_field_get_kind (field) == CLT_FIELD_CHOICE)
    return clt_cli_parse_filter_value (cli, entity, field, text + length, error);

  clt_cli_set_usage_error (error, "%s", parse_error->message);
  return NULL;
}

static gboolean
clt_cli_parse_sort (CltCli       *cli,
                    CltEntity    *entity,
                    CltQuery    **query,
                    GError      **error)
{
  const char *text = cli->options.sort;
  const gboolean descending = text[0] == '-';
  CltField *field = clt_cli_find_field (entity, text + (descending ? 1 : 0), error);
  CltQuery *sorted;

  if (field == NULL)
    return FALSE;

  if (!clt_field_kind_can_sort (clt_field_get_kind (field)))
    {
      clt_cli_set_usage_error (error, _("Records cannot be sorted by “%s”."),
                               clt_field_get_label (field));
      return FALSE;
    }

  sorted = clt_query_with_sort (*query, clt_field_get_name (field), descending);
  clt_query_unref (*query);
  *query = sorted;

  return TRUE;
}

/**
 * clt_cli_parse_query:
 * @cli: a command line with an open workspace
 * @entity: which kind of records
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what --filter, --search and --sort ask for
 */
CltQuery *
clt_cli_parse_query (CltCli     *cli,
                     CltEntity  *entity,
                     GError    **error)
{
  g_autoptr (CltQuery) query = clt_query_new_in_usual_order (entity);

  for (char **text = cli->options.filters; text != NULL && *text != NULL; text++)
    {
      g_autoptr (CltFilter) filter = clt_cli_parse_filter (cli, entity, *text, error);
      g_autoptr (CltFilter) both = NULL;
      g_autoptr (CltQuery) wider = NULL;

      if (filter == NULL)
        return NULL;

      both = clt_filter_and (clt_query_get_filter (query), filter);
      wider = g_steal_pointer (&query);
      query = clt_query_with_filter (wider, both);
    }

  if (cli->options.search != NULL)
    {
      g_autoptr (CltQuery) wider = g_steal_pointer (&query);

      query = clt_query_with_search (wider, cli->options.search);
    }

  if (cli->options.sort != NULL && !clt_cli_parse_sort (cli, entity, &query, error))
    return NULL;

  return g_steal_pointer (&query);
}

/**
 * clt_cli_parse_columns:
 * @cli: a command line with an open workspace
 * @entity: which kind of records
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type int): the indices of the fields
 *   that --columns names; an empty array without that option
 */
GArray *
clt_cli_parse_columns (CltCli     *cli,
                       CltEntity  *entity,
                       GError    **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) names = NULL;

  if (cli->options.columns == NULL)
    return g_steal_pointer (&columns);

  names = g_strsplit (cli->options.columns, ",", -1);
  if (names[0] == NULL)
    {
      clt_cli_set_usage_error (error, _("--columns names no field."));
      return NULL;
    }

  for (char **name = names; *name != NULL; name++)
    {
      CltField *field = clt_cli_find_field (entity, g_strstrip (*name), error);
      int index;

      if (field == NULL)
        return NULL;

      index = clt_entity_find_index (entity, clt_field_get_name (field));
      g_array_append_val (columns, index);
    }

  return g_steal_pointer (&columns);
}
