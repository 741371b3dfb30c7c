/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-read"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-cli-json.h"
#include "clt-cli-table.h"
#include "clt-cli-words.h"
#include "clt-search.h"

/* The verbs that only look. */

/* Records held in memory at a time. */
#define WINDOW 500

/* How many the search finds unless --limit says otherwise. */
#define SEARCH_LIMIT 50

typedef struct
{
  CltCli      *cli;     /* (unowned) */
  CltEntity   *entity;  /* (unowned): the schema's */
  GArray      *columns; /* (owned) (element-type int): of --columns; none: the usual ones */
  CltCliTable *table;   /* (owned) (nullable): without --json */
  guint        n_rows;
} CltCliListing;

static void
clt_cli_listing_clear (CltCliListing *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->table, clt_cli_table_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CltCliListing, clt_cli_listing_clear)

static void
clt_cli_listing_begin_table (CltCliListing *self)
{
  self->table = clt_cli_table_new (self->cli);

  for (int i = 0; i < (int) clt_entity_get_n_fields (self->entity) &&
       self->cli->options.columns == NULL; i++)
    if (clt_field_has_flags (clt_entity_get_field (self->entity, i), CLT_FIELD_COLUMN))
      g_array_append_val (self->columns, i);

  /* Translators: the number by which a record is named at the command line */
  clt_cli_table_add_column (self->table, _("ID"), TRUE);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const int index = g_array_index (self->columns, int, i);
      CltField *field = clt_entity_get_field (self->entity, index);

      clt_cli_table_add_column (self->table, clt_field_get_label (field),
                                clt_field_kind_is_number (clt_field_get_kind (field)));
    }
}

static void
clt_cli_listing_add (CltCliListing *self,
                     CltRecord     *record)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  if (self->table == NULL)
    {
      node = clt_cli_record_to_json (record, self->columns);
      text = json_to_string (node, FALSE);
      clt_cli_print (self->cli, "%s%s", self->n_rows++ == 0 ? "[\n" : ",\n", text);
      return;
    }

  clt_cli_table_add_cell (self->table,
                          g_strdup_printf ("%" G_GINT64_FORMAT, clt_record_get_id (record)));
  for (guint i = 0; i < self->columns->len; i++)
    clt_cli_table_add_cell (self->table,
                            clt_record_dup_display (record, g_array_index (self->columns, int, i)));
}

static void
clt_cli_listing_end (CltCliListing *self)
{
  if (self->table != NULL)
    clt_cli_table_flush (self->table);
  else
    clt_cli_print (self->cli, self->n_rows == 0 ? "[]\n" : "\n]\n");
}

/* One window after the other, so that a million rows take no more memory than a few hundred. */
static gboolean
clt_cli_listing_run (CltCliListing  *self,
                     GArray         *ids,
                     GError        **error)
{
  CltStore *store = clt_session_get_store (self->cli->session);

  for (guint i = 0; i < ids->len; i += WINDOW)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) records = NULL;

      clt_store_load_many_async (store, clt_entity_get_name (self->entity),
                                 &g_array_index (ids, gint64, i), MIN (WINDOW, ids->len - i),
                                 NULL, clt_cli_ready_cb, self->cli);
      result = clt_cli_wait (self->cli);
      records = clt_store_load_many_finish (store, result, error);
      if (records == NULL)
        return FALSE;

      for (guint j = 0; j < records->len; j++)
        clt_cli_listing_add (self, g_ptr_array_index (records, j));
      if (self->table != NULL)
        clt_cli_table_flush (self->table);
      if (!clt_cli_check_written (self->cli, error))
        return FALSE;
    }

  clt_cli_listing_end (self);

  return TRUE;
}

/**
 * clt_cli_list:
 * @self: a command line
 * @words: the entity
 * @error: return location for an error
 *
 * Prints the records of an entity that the options ask for.
 *
 * Returns: whether it succeeded
 */
gboolean
clt_cli_list (CltCli  *self,
              char   **words,
              GError **error)
{
  g_auto (CltCliListing) listing = { .cli = self };
  g_autoptr (CltQuery) query = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;
  CltStore *store;

  if (!clt_cli_open (self, TRUE, error))
    return FALSE;

  listing.entity = clt_cli_find_entity (self, words[0], error);
  if (listing.entity == NULL)
    return FALSE;

  query = clt_cli_parse_query (self, listing.entity, error);
  listing.columns = query != NULL ? clt_cli_parse_columns (self, listing.entity, error) : NULL;
  if (listing.columns == NULL)
    return FALSE;

  store = clt_session_get_store (self->session);
  clt_store_ids_async (store, query, self->options.limit, NULL, clt_cli_ready_cb, self);
  result = clt_cli_wait (self);
  ids = clt_store_ids_finish (store, result, error);
  if (ids == NULL)
    return FALSE;

  if (!self->options.json)
    clt_cli_listing_begin_table (&listing);

  return clt_cli_listing_run (&listing, ids, error);
}

/* Longer texts go below their label, a line each. */
static void
clt_cli_print_field (CltCli    *self,
                     CltRecord *record,
                     guint      index,
                     guint      label_width)
{
  CltField *field = clt_entity_get_field (clt_record_get_entity (record), index);
  g_autofree char *text = clt_record_dup_display (record, index);
  const char *label = clt_field_get_label (field);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const guint used = i == 0 ? clt_cli_text_width (label) : 0;

      clt_cli_text_disarm (lines[i]);
      clt_cli_print (self, "%s%*s  %s\n", i == 0 ? label : "", (int) (label_width - used), "",
                     lines[i]);
    }
}

static void
clt_cli_print_record (CltCli    *self,
                      CltRecord *record)
{
  CltEntity *entity = clt_record_get_entity (record);
  guint label_width = 0;

  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    {
      const char *label = clt_field_get_label (clt_entity_get_field (entity, i));

      label_width = MAX (label_width, clt_cli_text_width (label));
    }

  clt_cli_print (self, "%s/%" G_GINT64_FORMAT "\n", clt_entity_get_name (entity),
                 clt_record_get_id (record));
  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    if (!clt_value_is_none (clt_record_get_nth_value (record, i)))
      clt_cli_print_field (self, record, i, label_width);
}

/**
 * clt_cli_show:
 * @self: a command line
 * @words: "ENTITY/ID", or the two as words
 * @error: return location for an error
 *
 * Prints what a record holds.
 *
 * Returns: whether it succeeded
 */
gboolean
clt_cli_show (CltCli  *self,
              char   **words,
              GError **error)
{
  g_autofree char *text = g_strjoinv ("/", words);
  g_autoptr (CltRecordKey) key = NULL;
  g_autoptr (CltRecord) record = NULL;

  if (!clt_cli_open (self, TRUE, error))
    return FALSE;

  key = clt_cli_parse_key (self, text, error);
  record = key != NULL ? clt_cli_load (self, key->entity, key->id, error) : NULL;
  if (record == NULL)
    return FALSE;

  if (self->options.json)
    clt_cli_print_record_json (self, record);
  else
    clt_cli_print_record (self, record);

  return TRUE;
}

static void
clt_cli_print_hits_json (CltCli    *self,
                         GPtrArray *hits)
{
  JsonArray *array = json_array_new ();
  g_autoptr (JsonNode) node = clt_cli_take_array (array);

  for (guint i = 0; i < hits->len; i++)
    {
      const CltSearchHit *hit = g_ptr_array_index (hits, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "entity", hit->entity);
      json_object_set_int_member (object, "id", hit->id);
      json_object_set_string_member (object, "title", hit->title);
      if (hit->context != NULL)
        json_object_set_string_member (object, "context", hit->context);
      json_array_add_object_element (array, object);
    }

  clt_cli_print_json (self, node);
}

static void
clt_cli_print_hits (CltCli    *self,
                    GPtrArray *hits)
{
  g_autoptr (CltCliTable) table = clt_cli_table_new (self);

  clt_cli_table_add_column (table, _("Record"), FALSE);
  clt_cli_table_add_column (table, _("Title"), FALSE);
  /* Translators: above what made the search find a record, such as “E-mail: anna@…” */
  clt_cli_table_add_column (table, _("Found in"), FALSE);

  for (guint i = 0; i < hits->len; i++)
    {
      const CltSearchHit *hit = g_ptr_array_index (hits, i);
      const CltRecordKey key = { hit->entity, hit->id };

      clt_cli_table_add_cell (table, clt_record_key_to_text (&key));
      clt_cli_table_add_cell (table, g_strdup (hit->title));
      clt_cli_table_add_cell (table, g_strdup (hit->context));
    }

  clt_cli_table_flush (table);
}

/**
 * clt_cli_search:
 * @self: a command line
 * @words: what to look for
 * @error: return location for an error
 *
 * Prints the records of every kind in which the words occur, best first.
 *
 * Returns: whether it succeeded
 */
gboolean
clt_cli_search (CltCli  *self,
                char   **words,
                GError **error)
{
  g_autofree char *text = g_strjoinv (" ", words);
  const guint limit = self->options.limit > 0 ? self->options.limit : SEARCH_LIMIT;
  const char *entity_name = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  CltStore *store;

  if (!clt_cli_open (self, TRUE, error))
    return FALSE;

  if (self->options.entity != NULL)
    {
      CltEntity *entity = clt_cli_find_entity (self, self->options.entity, error);

      if (entity == NULL)
        return FALSE;
      entity_name = clt_entity_get_name (entity);
    }

  store = clt_session_get_store (self->session);
  clt_store_search_async (store, text, entity_name, limit, NULL, clt_cli_ready_cb, self);
  result = clt_cli_wait (self);
  hits = clt_store_search_finish (store, result, error);
  if (hits == NULL)
    return FALSE;

  if (self->options.json)
    clt_cli_print_hits_json (self, hits);
  else
    clt_cli_print_hits (self, hits);

  return TRUE;
}
