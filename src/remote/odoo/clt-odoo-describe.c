/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-odoo-describe"

#include "config.h"

#include <string.h>

#include "clt-error.h"
#include "clt-json.h"
#include "clt-odoo-private.h"

/* Asks all models at once what they are, then puts the answers together. What is not installed or
 * not allowed leaves its entity out. */

/* Names that people give to the one project that is their help desk. */
static const char * const helpdesk_names[] = {
  "helpdesk", "help desk", "support", "customer care",
};

typedef enum
{
  ASK_FIELDS,
  ASK_MAY_READ,
  ASK_MAY_CREATE,
  ASK_MAY_WRITE,
  ASK_CHOICES,
  ASK_COMPANY,
  ASK_PROJECTS,
} Question;

/* One question on its way. */
typedef struct
{
  GTask    *task;  /* (owned) */
  Question  question;
  char     *model; /* (owned) */
} Ask;

static void clt_odoo_ask (GTask      *task,
                          Question    question,
                          const char *model);

static void
inquiry_free (CltOdooInquiry *self)
{
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->editable, g_hash_table_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static void
ask_free (Ask *self)
{
  g_object_unref (self->task);
  g_free (self->model);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ask, ask_free)

/* {{{ Answers */

static JsonArray *
clt_odoo_get_records (JsonNode *answer)
{
  return JSON_NODE_HOLDS_ARRAY (answer) ? json_node_get_array (answer) : NULL;
}

static void
clt_odoo_note_company (CltOdooConnector *self,
                       JsonNode         *answer)
{
  JsonArray *records = clt_odoo_get_records (answer);
  JsonArray *pair;

  if (records == NULL || json_array_get_length (records) == 0)
    return;

  pair = clt_json_get_array (json_array_get_element (records, 0), "currency_id", NULL);
  if (pair == NULL || json_array_get_length (pair) != 2)
    return;

  g_free (self->currency);
  self->currency = g_strdup (json_array_get_string_element (pair, 1));
}

static gboolean
clt_odoo_is_helpdesk (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (helpdesk_names); i++)
    if (strstr (folded, helpdesk_names[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The project that the user named by its id or name; else the only one that calls itself a help
 * desk. All tasks of all projects would not be tickets, so otherwise there are none. */
static void
clt_odoo_note_projects (CltOdooConnector *self,
                        JsonNode         *answer)
{
  JsonArray *records = clt_odoo_get_records (answer);
  gint64 found = 0;
  guint n_found = 0;

  for (guint i = 0; records != NULL && i < json_array_get_length (records); i++)
    {
      JsonNode *record = json_array_get_element (records, i);
      const gint64 id = clt_json_peek_int (record, "id", 0);
      const char *name = clt_json_peek_string (record, "name", "");
      g_autofree char *id_text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      if (self->project != NULL
          ? g_str_equal (self->project, id_text) || g_str_equal (self->project, name)
          : clt_json_peek_boolean (record, "active", TRUE) && clt_odoo_is_helpdesk (name))
        {
          found = id;
          n_found++;
        }
    }

  if (self->project != NULL && n_found == 0)
    g_message ("The server has no project “%s”: no tickets", self->project);

  self->project_id = n_found == 1 ? found : 0;
}

static void
clt_odoo_note_answer (Ask      *ask,
                      JsonNode *answer)
{
  CltOdooConnector *self = g_task_get_source_object (ask->task);
  CltOdooInquiry *inquiry = g_task_get_task_data (ask->task);
  const gboolean may = clt_json_peek_boolean (answer, "", FALSE);

  switch (ask->question)
    {
    case ASK_FIELDS:
      if (JSON_NODE_HOLDS_OBJECT (answer))
        g_hash_table_insert (inquiry->fields, g_strdup (ask->model), json_node_ref (answer));
      break;

    case ASK_MAY_WRITE:
      /* Who may write may read, and whether one may only create matters to few. */
      if (may)
        g_hash_table_add (inquiry->editable, g_strdup (ask->model));
      else
        {
          clt_odoo_ask (ask->task, ASK_MAY_CREATE, ask->model);
          clt_odoo_ask (ask->task, ASK_MAY_READ, ask->model);
        }
      break;

    case ASK_MAY_CREATE:
      if (may)
        g_hash_table_add (inquiry->editable, g_strdup (ask->model));
      break;

    case ASK_MAY_READ:
      if (!may)
        g_hash_table_add (inquiry->hidden, g_strdup (ask->model));
      break;

    case ASK_CHOICES:
      if (JSON_NODE_HOLDS_ARRAY (answer))
        g_hash_table_insert (inquiry->choices, g_strdup (ask->model),
                             clt_odoo_build_choices (clt_odoo_find_choices (ask->model),
                                                     json_node_get_array (answer)));
      break;

    case ASK_COMPANY:
      clt_odoo_note_company (self, answer);
      break;

    case ASK_PROJECTS:
      clt_odoo_note_projects (self, answer);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Not installed, or not for this account: left out. Choices may also lack a field that we asked
 * for. Anything else is an error: a description with a hole takes records from the user's sight. */
static gboolean
clt_odoo_is_refusal (Question      question,
                     const GError *error)
{
  if (g_error_matches (error, CLT_ERROR, CLT_ERROR_NOT_FOUND)
      || g_error_matches (error, CLT_ERROR, CLT_ERROR_FORBIDDEN))
    return TRUE;

  return question == ASK_CHOICES && g_error_matches (error, CLT_ERROR, CLT_ERROR_FAILED);
}

static void
clt_odoo_return_schema (GTask *task)
{
  CltOdooConnector *self = g_task_get_source_object (task);
  CltOdooInquiry *inquiry = g_task_get_task_data (task);

  if (inquiry->error != NULL)
    g_task_return_error (task, g_steal_pointer (&inquiry->error));
  else if (g_hash_table_size (inquiry->fields) == 0)
    g_task_return_new_error (task, CLT_ERROR, CLT_ERROR_FORBIDDEN,
                             "The account may see none of the models");
  else
    g_task_return_pointer (task, clt_odoo_build_schema (self, inquiry),
                           (GDestroyNotify) clt_schema_unref);
}

static void
clt_odoo_answer_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (Ask) ask = user_data;
  CltOdooInquiry *inquiry = g_task_get_task_data (ask->task);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = clt_http_send_json_finish (CLT_HTTP (object), result, &error);

  if (answer != NULL)
    clt_odoo_note_answer (ask, answer);
  else if (!clt_odoo_is_refusal (ask->question, error) && inquiry->error == NULL)
    inquiry->error = g_steal_pointer (&error);

  if (--inquiry->n_open == 0)
    clt_odoo_return_schema (ask->task);
}

/* }}} */
/* {{{ Questions */

static JsonObject *
clt_odoo_search_arguments (JsonArray  *fields,
                           const char *order)
{
  JsonObject *arguments = json_object_new ();

  json_object_set_array_member (arguments, "domain", json_array_new ());
  json_object_set_array_member (arguments, "fields", fields);
  json_object_set_string_member (arguments, "order", order);

  return arguments;
}

static JsonObject *
clt_odoo_choices_arguments (const CltMapChoices *list)
{
  JsonArray *fields = clt_odoo_names (list->label, NULL);

  if (list->won != NULL)
    json_array_add_string_element (fields, list->won);
  if (list->fold != NULL && g_strcmp0 (list->fold, list->won) != 0)
    json_array_add_string_element (fields, list->fold);

  return clt_odoo_search_arguments (fields, list->order);
}

static JsonObject *
clt_odoo_fields_arguments (void)
{
  JsonObject *arguments = json_object_new ();

  json_object_set_array_member (arguments, "attributes",
                                clt_odoo_names ("type", "string", "readonly", "required",
                                                "selection", "relation", NULL));

  return arguments;
}

static JsonObject *
clt_odoo_access_arguments (const char *operation)
{
  JsonObject *arguments = json_object_new ();

  json_object_set_string_member (arguments, "operation", operation);

  return arguments;
}

static JsonObject *
clt_odoo_build_question (Question     question,
                         const char  *model,
                         const char **method)
{
  *method = "search_read";

  switch (question)
    {
    case ASK_FIELDS:
      *method = "fields_get";
      return clt_odoo_fields_arguments ();

    case ASK_MAY_READ:
      *method = "has_access";
      return clt_odoo_access_arguments ("read");

    case ASK_MAY_CREATE:
      *method = "has_access";
      return clt_odoo_access_arguments ("create");

    case ASK_MAY_WRITE:
      *method = "has_access";
      return clt_odoo_access_arguments ("write");

    case ASK_CHOICES:
      return clt_odoo_choices_arguments (clt_odoo_find_choices (model));

    case ASK_COMPANY:
      return clt_odoo_search_arguments (clt_odoo_names ("currency_id", NULL), "id");

    case ASK_PROJECTS:
      return clt_odoo_search_arguments (clt_odoo_names ("name", "active", NULL), "id");

    default:
      g_assert_not_reached ();
    }
}

static void
clt_odoo_ask (GTask      *task,
              Question    question,
              const char *model)
{
  CltOdooInquiry *inquiry = g_task_get_task_data (task);
  Ask *ask = g_new (Ask, 1);
  const char *method;
  JsonObject *arguments = clt_odoo_build_question (question, model, &method);

  ask->task = g_object_ref (task);
  ask->question = question;
  ask->model = g_strdup (model);
  inquiry->n_open++;

  clt_odoo_call (g_task_get_source_object (task), CLT_HTTP_READ, model, method, arguments,
                 g_task_get_cancellable (task), clt_odoo_answer_cb, ask);
}

/* }}} */

/**
 * clt_odoo_describe_async:
 * @connector: the connector
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the result
 * @user_data: for @callback
 *
 * See clt_connector_describe_async().
 */
void
clt_odoo_describe_async (CltConnector        *connector,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (connector, cancellable, callback, user_data);
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *sections = clt_field_map_get_sections (clt_odoo_get_map ());
  GPtrArray *lists = clt_field_map_get_choices (clt_odoo_get_map ());
  CltOdooInquiry *inquiry = g_new0 (CltOdooInquiry, 1);

  inquiry->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) json_node_unref);
  inquiry->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  inquiry->editable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  inquiry->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);
  g_task_set_source_tag (task, clt_odoo_describe_async);
  g_task_set_task_data (task, inquiry, (GDestroyNotify) inquiry_free);

  for (guint i = 0; i < sections->len; i++)
    {
      CltMapSection *section = g_ptr_array_index (sections, i);

      if (!g_hash_table_add (asked, section->model))
        continue;
      clt_odoo_ask (task, ASK_FIELDS, section->model);
      clt_odoo_ask (task, ASK_MAY_WRITE, section->model);
    }
  for (guint i = 0; i < lists->len; i++)
    clt_odoo_ask (task, ASK_CHOICES, ((CltMapChoices *) g_ptr_array_index (lists, i))->model);
  clt_odoo_ask (task, ASK_COMPANY, "res.company");
  clt_odoo_ask (task, ASK_PROJECTS, "project.project");
}

/**
 * clt_odoo_describe_finish:
 * @connector: the connector
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the description, or %NULL
 */
CltSchema *
clt_odoo_describe_finish (CltConnector  *connector,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, connector), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
