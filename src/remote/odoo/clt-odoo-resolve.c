/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-odoo-resolve"

#include "config.h"

#include <string.h>

#include "clt-json.h"
#include "clt-odoo-resolve.h"

/* In a map: the partner, unless it is one of the company's own people. */
#define OUTSIDE ":outside"

/* What one record is to us. */
typedef struct
{
  const char *entity;   /* interned */
  char       *customer; /* (owned) (nullable): id of the customer it is, or belongs to */
  gboolean    is_ours;  /* a colleague */
} Standing;

/* A model whose records are not all of one entity. */
typedef struct
{
  const char *model;
  const char *fields[3]; /* what tells; ended by NULL */
  void      (*judge) (JsonNode   *record,
                      gint64      project_id,
                      Standing   *standing);
} Ambiguity;

struct _CltOdooResolution
{
  GHashTable *entities;   /* (owned) (element-type utf8 utf8): model → its only entity, interned */
  GHashTable *wanted;     /* (owned) (element-type utf8 GHashTable): ambiguous model → set of ids */
  GHashTable *standings;  /* (owned) (element-type utf8 Standing): "model/id" → what it is */
  gint64      project_id;
};

typedef struct
{
  CltOdooResolution *resolution;
  const Ambiguity   *next;      /* the one that is being asked */
} LookUp;

static void clt_odoo_look_up_next (GTask *task);

static void
standing_free (Standing *self)
{
  g_free (self->customer);
  g_free (self);
}

/* {{{ Judging records */

/* Its commercial partner is itself for whoever has no parent or is a company: our customers. */
static void
clt_odoo_judge_partner (JsonNode *record,
                        gint64    project_id,
                        Standing *standing)
{
  const gint64 id = clt_json_peek_int (record, "id", 0);
  const gint64 customer = clt_json_peek_int (record, "commercial_partner_id", 0);

  standing->entity = id == customer ? "customer" : "contact";
  standing->customer = customer > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, customer) : NULL;
  standing->is_ours = !clt_json_peek_boolean (record, "partner_share", TRUE);
}

static void
clt_odoo_judge_lead (JsonNode *record,
                     gint64    project_id,
                     Standing *standing)
{
  const char *type = clt_json_peek_string (record, "type", NULL);

  standing->entity = g_strcmp0 (type, "lead") == 0 ? "lead" : "deal";
}

static void
clt_odoo_judge_task (JsonNode *record,
                     gint64    project_id,
                     Standing *standing)
{
  if (project_id != 0 && clt_json_peek_int (record, "project_id", 0) == project_id)
    standing->entity = "ticket";
}

static const Ambiguity ambiguities[] = {
  { "res.partner", { "commercial_partner_id", "partner_share" }, clt_odoo_judge_partner },
  { "crm.lead", { "type" }, clt_odoo_judge_lead },
  { "project.task", { "project_id" }, clt_odoo_judge_task },
};

#define END_OF_AMBIGUITIES (ambiguities + G_N_ELEMENTS (ambiguities))

static gboolean
clt_odoo_is_ambiguous (const char *model)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ambiguities); i++)
    if (g_str_equal (ambiguities[i].model, model))
      return TRUE;

  return FALSE;
}

/* }}} */

/**
 * clt_odoo_resolution_new:
 * @connector: the connector, described
 *
 * Returns: (transfer full): a resolution that knows what whole models are
 */
CltOdooResolution *
clt_odoo_resolution_new (CltOdooConnector *connector)
{
  CltOdooResolution *self = g_new0 (CltOdooResolution, 1);
  GHashTableIter iter;
  gpointer section;

  self->entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_hash_table_unref);
  self->standings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) standing_free);
  self->project_id = connector->project_id;

  g_hash_table_iter_init (&iter, connector->sections);
  while (g_hash_table_iter_next (&iter, NULL, &section))
    {
      const CltMapSection *known = section;

      if (!clt_odoo_is_ambiguous (known->model))
        g_hash_table_insert (self->entities, g_strdup (known->model),
                             (gpointer) g_intern_string (known->entity));
    }

  return self;
}

/**
 * clt_odoo_resolution_free:
 * @self: (transfer full): a resolution
 *
 * Frees it.
 */
void
clt_odoo_resolution_free (CltOdooResolution *self)
{
  g_clear_pointer (&self->entities, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_pointer (&self->standings, g_hash_table_unref);
  g_free (self);
}

static char *
clt_odoo_strip_model (const char *model)
{
  return g_strndup (model, strcspn (model, ":"));
}

/**
 * clt_odoo_resolution_want:
 * @self: a resolution that was not looked up yet
 * @model: a model, as in a map or in a row
 * @id: the id of one of its records
 *
 * Notes that a page refers to a record. Nothing is noted if that needs no question.
 */
void
clt_odoo_resolution_want (CltOdooResolution *self,
                          const char        *model,
                          gint64             id)
{
  g_autofree char *bare = clt_odoo_strip_model (model);
  GHashTable *ids;

  if (id <= 0 || !clt_odoo_is_ambiguous (bare))
    return;

  ids = g_hash_table_lookup (self->wanted, bare);
  if (ids == NULL)
    {
      ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->wanted, g_strdup (bare), ids);
    }
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

/* {{{ Looking up */

static void
clt_odoo_note_standings (CltOdooResolution *self,
                         const Ambiguity   *ambiguity,
                         JsonArray         *records)
{
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonNode *record = json_array_get_element (records, i);
      Standing *standing = g_new0 (Standing, 1);

      ambiguity->judge (record, self->project_id, standing);
      g_hash_table_replace (self->standings,
                            g_strdup_printf ("%s/%" G_GINT64_FORMAT, ambiguity->model,
                                             clt_json_peek_int (record, "id", 0)),
                            standing);
    }
}

static void
clt_odoo_look_up_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  LookUp *look_up = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) answer = clt_http_send_json_finish (CLT_HTTP (object), result, &error);
  JsonArray *records = answer != NULL ? clt_json_get_array (answer, "", &error) : NULL;

  if (records == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  clt_odoo_note_standings (look_up->resolution, look_up->next, records);
  look_up->next++;
  clt_odoo_look_up_next (task);
}

static JsonObject *
clt_odoo_build_look_up (const Ambiguity *ambiguity,
                        GHashTable      *ids)
{
  JsonObject *arguments = json_object_new ();
  JsonArray *domain = json_array_new ();
  JsonArray *fields = json_array_new ();
  JsonArray *list = json_array_sized_new (g_hash_table_size (ids));
  JsonNode *list_node = json_node_new (JSON_NODE_ARRAY);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    json_array_add_int_element (list, *(gint64 *) id);
  json_node_take_array (list_node, list);
  json_array_add_array_element (domain, clt_odoo_term ("id", "in", list_node));

  for (gsize i = 0; ambiguity->fields[i] != NULL; i++)
    json_array_add_string_element (fields, ambiguity->fields[i]);

  json_object_set_array_member (arguments, "domain", domain);
  json_object_set_array_member (arguments, "fields", fields);
  /* Bare ids: the labels would cost several times as much. */
  json_object_set_string_member (arguments, "load", "");

  return arguments;
}

static void
clt_odoo_look_up_next (GTask *task)
{
  LookUp *look_up = g_task_get_task_data (task);
  GHashTable *ids = NULL;

  for (; look_up->next < END_OF_AMBIGUITIES; look_up->next++)
    {
      ids = g_hash_table_lookup (look_up->resolution->wanted, look_up->next->model);
      if (ids != NULL)
        break;
    }

  if (ids == NULL)
    g_task_return_boolean (task, TRUE);
  else
    clt_odoo_call (g_task_get_source_object (task), CLT_HTTP_READ, look_up->next->model,
                   "search_read", clt_odoo_build_look_up (look_up->next, ids),
                   g_task_get_cancellable (task), clt_odoo_look_up_cb, g_object_ref (task));
}

/**
 * clt_odoo_resolution_look_up:
 * @self: a resolution; must live until the callback
 * @connector: the connector
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Asks the server what the noted records are: one question for each model, none
 * for most pages. Records that we may not see stay unknown.
 */
void
clt_odoo_resolution_look_up (CltOdooResolution   *self,
                             CltOdooConnector    *connector,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (connector, cancellable, callback, user_data);
  LookUp *look_up = g_new (LookUp, 1);

  look_up->resolution = self;
  look_up->next = ambiguities;
  g_task_set_source_tag (task, clt_odoo_resolution_look_up);
  g_task_set_task_data (task, look_up, g_free);

  clt_odoo_look_up_next (task);
}

/**
 * clt_odoo_resolution_look_up_finish:
 * @result: the result
 * @error: return location for an error
 *
 * Returns: %TRUE if clt_odoo_resolution_resolve() may be called
 */
gboolean
clt_odoo_resolution_look_up_finish (GAsyncResult  *result,
                                    GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* }}} */

/**
 * clt_odoo_resolution_resolve:
 * @model: a model, as in a map or in a row
 * @remote_id: the id of one of its records
 * @wanted: (nullable): the entity that a field refers to, or %NULL for any
 * @user_data: the resolution
 * @entity: (out) (transfer none): what the record is to us
 * @id: (out) (transfer none): the id to refer to
 *
 * Says what to refer to. Who wants the customer of a contact gets the customer
 * that the contact belongs to; who wants the contact of a customer gets nothing.
 *
 * Returns: %FALSE if there is nothing to refer to
 */
gboolean
clt_odoo_resolution_resolve (const char  *model,
                             const char  *remote_id,
                             const char  *wanted,
                             gpointer     user_data,
                             const char **entity,
                             const char **id)
{
  CltOdooResolution *self = user_data;
  g_autofree char *bare = clt_odoo_strip_model (model);
  g_autofree char *key = g_strconcat (bare, "/", remote_id, NULL);
  const Standing *standing = g_hash_table_lookup (self->standings, key);

  *id = remote_id;
  *entity = standing != NULL ? standing->entity : g_hash_table_lookup (self->entities, bare);

  if (standing != NULL && standing->is_ours && g_str_has_suffix (model, OUTSIDE))
    return FALSE;

  if (*entity != NULL && (wanted == NULL || g_str_equal (wanted, *entity)))
    return TRUE;

  if (standing == NULL || standing->customer == NULL || g_strcmp0 (wanted, "customer") != 0)
    return FALSE;

  *entity = "customer";
  *id = standing->customer;

  return TRUE;
}
