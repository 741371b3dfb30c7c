/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-odoo-plan"

#include "config.h"

#include <string.h>

#include "clt-error.h"
#include "clt-json.h"
#include "clt-odoo-plan.h"

#define STAMP "write_date"

typedef struct
{
  guint        index;  /* in the entity */
  CltMapField *mapped;
  CltMapField *custom; /* (owned) (nullable): @mapped, if the map does not own it */
  const char  *target; /* (nullable) */
} PlanField;

struct _CltOdooPlan
{
  CltEntity     *entity;        /* (owned) */
  CltMapSection *section;
  GArray        *fields;        /* (owned) (element-type PlanField) */
  GHashTable    *specification; /* (owned) (element-type utf8 int): field → with its label? */
  int            needs;         /* where the field stands without which a row is left out, or -1 */
  char          *currency;      /* (owned) (nullable) */
};

static void
plan_field_clear (PlanField *self)
{
  g_clear_pointer (&self->custom, clt_map_field_free);
}

static void
clt_odoo_plan_ask_for (CltOdooPlan      *self,
                       CltOdooConnector *connector,
                       const char       *remote,
                       gboolean          with_label)
{
  const char *type = clt_odoo_find_type (connector, self->section->model, remote);

  if (type == NULL)
    return;

  with_label = with_label && g_str_equal (type, "many2one");
  if (with_label || !g_hash_table_contains (self->specification, remote))
    g_hash_table_replace (self->specification, g_strdup (remote), GINT_TO_POINTER (with_label));
}

static void
clt_odoo_plan_add (CltOdooPlan      *self,
                   CltOdooConnector *connector,
                   const PlanField  *field)
{
  for (guint i = 0; i < field->mapped->sources->len; i++)
    {
      const CltMapSource *source = g_ptr_array_index (field->mapped->sources, i);
      const gboolean is_label = g_str_equal (clt_codec_get_nick (source->codec), "label");

      clt_odoo_plan_ask_for (self, connector, source->remote, is_label);
      if (source->with != NULL)
        clt_odoo_plan_ask_for (self, connector, source->with, TRUE);
    }

  g_array_append_val (self->fields, *field);
}

/* The codec of a custom field, where its kind does not say it all. */
static const char *
clt_odoo_find_custom_codec (const char *type)
{
  if (g_str_equal (type, "many2one"))
    return "label";

  return g_str_equal (type, "text") ? "text" : NULL;
}

/**
 * clt_odoo_plan_new:
 * @connector: the connector, described
 * @section: how the entity is mapped
 * @entity: an entity of the workspace's schema, which may be older or newer than
 *   the server's last description
 *
 * Plans how to pull an entity. What the server does not have is not asked for: an
 * unknown field would make it refuse the whole page.
 *
 * Returns: (transfer full): the plan
 */
CltOdooPlan *
clt_odoo_plan_new (CltOdooConnector *connector,
                   CltMapSection    *section,
                   CltEntity        *entity)
{
  CltOdooPlan *self = g_new0 (CltOdooPlan, 1);

  self->entity = clt_entity_ref (entity);
  self->section = section;
  self->fields = g_array_new (FALSE, FALSE, sizeof (PlanField));
  g_array_set_clear_func (self->fields, (GDestroyNotify) plan_field_clear);
  self->specification = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->needs = section->needs != NULL ? clt_entity_find_index (entity, section->needs) : -1;
  self->currency = g_strdup (connector->currency);
  clt_odoo_plan_ask_for (self, connector, STAMP, FALSE);

  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    {
      CltField *field = clt_entity_get_field (entity, i);
      const char *name = clt_field_get_name (field);
      PlanField planned = { .index = i, .target = clt_field_get_target (field) };

      planned.mapped = clt_map_section_find_field (section, name);
      if (planned.mapped == NULL && clt_field_has_flags (field, CLT_FIELD_CUSTOM))
        {
          const char *type = clt_odoo_find_type (connector, section->model, name);

          if (type != NULL)
            planned.custom = clt_field_map_make_custom (clt_odoo_get_map (), field,
                                                        clt_odoo_find_custom_codec (type));
          planned.mapped = planned.custom;
        }

      if (planned.mapped != NULL)
        clt_odoo_plan_add (self, connector, &planned);
    }

  return self;
}

/**
 * clt_odoo_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees it.
 */
void
clt_odoo_plan_free (CltOdooPlan *self)
{
  g_clear_pointer (&self->entity, clt_entity_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->specification, g_hash_table_unref);
  g_free (self->currency);
  g_free (self);
}

/**
 * clt_odoo_plan_build_specification:
 * @self: a plan
 *
 * Builds what web_search_read wants to know. Without fields of its own, a many2one
 * comes as a bare id: that costs a third of what the label would.
 *
 * Returns: (transfer full): the specification
 */
JsonObject *
clt_odoo_plan_build_specification (CltOdooPlan *self)
{
  JsonObject *specification = json_object_new ();
  GHashTableIter iter;
  gpointer remote, with_label;

  g_hash_table_iter_init (&iter, self->specification);
  while (g_hash_table_iter_next (&iter, &remote, &with_label))
    {
      JsonObject *wish = json_object_new ();

      if (with_label != NULL)
        {
          JsonObject *label = json_object_new ();

          json_object_set_object_member (label, "display_name", json_object_new ());
          json_object_set_object_member (wish, "fields", label);
        }
      json_object_set_object_member (specification, remote, wish);
    }

  return specification;
}

/* {{{ References */

static void
clt_odoo_want_node (CltOdooResolution *resolution,
                    const char        *model,
                    JsonNode          *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *ids = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (ids); i++)
        clt_odoo_resolution_want (resolution, model,
                                  clt_json_peek_int (json_array_get_element (ids, i), "", 0));
    }
  else
    clt_odoo_resolution_want (resolution, model, clt_json_peek_int (node, "", 0));
}

static void
clt_odoo_want_source (CltOdooResolution  *resolution,
                      const CltMapSource *source,
                      JsonNode           *record)
{
  JsonNode *node = clt_json_peek (record, source->remote);
  const char *model = source->model;

  if (source->with != NULL && g_str_equal (clt_codec_get_nick (source->codec), "link"))
    model = clt_json_peek_string (record, source->with, NULL);

  if (node != NULL && model != NULL)
    clt_odoo_want_node (resolution, model, node);
}

/**
 * clt_odoo_plan_want:
 * @self: a plan
 * @records: a page that clt_odoo_plan_check() let pass
 * @resolution: where to note what the page refers to
 *
 * Notes all records whose entity must be known before the page can be decoded.
 */
void
clt_odoo_plan_want (CltOdooPlan       *self,
                    JsonArray         *records,
                    CltOdooResolution *resolution)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const PlanField *field = &g_array_index (self->fields, PlanField, i);

      for (guint j = 0; j < field->mapped->sources->len; j++)
        {
          const CltMapSource *source = g_ptr_array_index (field->mapped->sources, j);

          if (source->model == NULL && source->with == NULL)
            continue;

          for (guint k = 0; k < json_array_get_length (records); k++)
            clt_odoo_want_source (resolution, source, json_array_get_element (records, k));
        }
    }
}

/* }}} */

/**
 * clt_odoo_plan_check:
 * @self: a plan
 * @records: a page
 * @cursor: where the page was asked for; moved behind its last row
 * @error: return location for an error
 *
 * Checks that each row has an id and a stamp, that the ids rise from the cursor on,
 * and that there are not more than asked for. Whatever else comes is not an answer
 * to our question, and nothing of it may be stored.
 *
 * Returns: %TRUE if the page may be used
 */
gboolean
clt_odoo_plan_check (CltOdooPlan    *self,
                     JsonArray      *records,
                     CltOdooCursor  *cursor,
                     GError        **error)
{
  const guint n_records = json_array_get_length (records);

  if (n_records > self->section->n_page_rows)
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED,
                   "%u rows of %s came, at most %u were asked", n_records, self->section->model,
                   self->section->n_page_rows);
      return FALSE;
    }

  for (guint i = 0; i < n_records; i++)
    {
      JsonNode *record = json_array_get_element (records, i);
      const gint64 id = clt_json_peek_int (record, "id", 0);
      const char *stamp = clt_json_peek_string (record, STAMP, NULL);

      if (id <= cursor->last || stamp == NULL)
        {
          g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED,
                       "Row %u of %s has no usable id or stamp", i, self->section->model);
          return FALSE;
        }

      clt_odoo_cursor_note (cursor, id, stamp);
    }

  return TRUE;
}

static void
clt_odoo_plan_decode_row (CltOdooPlan     *self,
                          JsonNode        *record,
                          CltCodecContext *context,
                          CltPullPage     *page)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  g_autofree char *id = NULL;
  CltPullRow *row;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const PlanField *field = &g_array_index (self->fields, PlanField, i);
      CltValue *value;

      context->target = field->target;
      value = clt_map_field_decode (field->mapped, json_node_get_object (record), context);
      if (value == NULL)
        value = clt_value_new_none ();
      g_ptr_array_add (values, value);

      if (self->needs == (int) field->index && clt_value_is_none (value))
        return;
    }

  id = g_strdup_printf ("%" G_GINT64_FORMAT, clt_json_peek_int (record, "id", 0));
  row = clt_pull_page_add (page, id, clt_json_peek_string (record, STAMP, NULL));
  for (guint i = 0; i < self->fields->len; i++)
    clt_pull_row_take (row, g_array_index (self->fields, PlanField, i).index,
                       clt_value_ref (g_ptr_array_index (values, i)));
}

/**
 * clt_odoo_plan_decode:
 * @self: a plan
 * @records: a page that clt_odoo_plan_check() let pass
 * @resolution: knows what the page refers to
 *
 * Makes a page of ours. It is not finished yet: where to go on is not the plan's
 * business. Any thread.
 *
 * Returns: (transfer full): the page
 */
CltPullPage *
clt_odoo_plan_decode (CltOdooPlan       *self,
                      JsonArray         *records,
                      CltOdooResolution *resolution)
{
  CltPullPage *page = clt_pull_page_new (self->entity);
  CltCodecContext context = {
    .currency = self->currency,
    .resolve = clt_odoo_resolution_resolve,
    .resolve_data = resolution,
  };

  for (guint i = 0; i < json_array_get_length (records); i++)
    clt_odoo_plan_decode_row (self, json_array_get_element (records, i), &context, page);

  return page;
}
