/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-timeline-gather"

#include "config.h"

#include "clt-relations.h"
#include "clt-time.h"
#include "clt-timeline-gather.h"

/* What places a record in time, the most telling first. */
static const CltRole time_roles[] = { CLT_ROLE_WHEN, CLT_ROLE_START, CLT_ROLE_DUE,
                                      CLT_ROLE_CREATED };

/* One gathering: a question to each entity, answered in any order. */
typedef struct
{
  guint      limit;
  guint      n_asked;    /* questions still without an answer */
  gboolean   is_settled; /* the first failure has been told */
  gboolean   has_more;
  GPtrArray *records;    /* (owned) (element-type CltRecord) */
} Gathering;

static void
gathering_free (Gathering *gathering)
{
  g_ptr_array_unref (gathering->records);
  g_free (gathering);
}

static CltField *
clt_timeline_find_time_field (CltEntity *entity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (time_roles); i++)
    {
      CltField *field = clt_entity_find_role (entity, time_roles[i]);

      if (field != NULL)
        return field;
    }

  return NULL;
}

/**
 * clt_timeline_get_moment:
 * @record: a record of an entity that appears on timelines
 *
 * Returns: when it happened or is to happen, in microseconds since the Unix epoch, UTC; what is
 *   due some day counts from the beginning of that day
 */
gint64
clt_timeline_get_moment (CltRecord *record)
{
  g_return_val_if_fail (CLT_IS_RECORD (record), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (time_roles); i++)
    {
      CltValue *value = clt_record_get_role (record, time_roles[i]);

      if (clt_value_get_value_type (value) == CLT_VALUE_MOMENT)
        return clt_value_get_integer (value);
      if (clt_value_get_value_type (value) == CLT_VALUE_DAY)
        return clt_time_from_local_day (clt_value_get_integer (value));
    }

  return 0;
}

static int
clt_timeline_compare (gconstpointer a,
                      gconstpointer b)
{
  CltRecord *first = *(CltRecord **) a;
  CltRecord *second = *(CltRecord **) b;
  const gint64 first_moment = clt_timeline_get_moment (first);
  const gint64 second_moment = clt_timeline_get_moment (second);

  if (first_moment != second_moment)
    return first_moment > second_moment ? -1 : 1;

  /* Ids grow with time, so this is an order too, and always the same one. */
  return clt_record_get_id (first) > clt_record_get_id (second) ? -1 : 1;
}

/* Settles the task once every entity has answered, or the first has failed.
 * @error: (nullable) (transfer full): why this one has */
static void
clt_timeline_answered (GTask  *task,
                       GError *error)
{
  Gathering *gathering = g_task_get_task_data (task);

  gathering->n_asked--;
  if (gathering->is_settled)
    {
      g_clear_error (&error);
    }
  else if (error != NULL)
    {
      gathering->is_settled = TRUE;
      g_task_return_error (task, error);
    }
  else if (gathering->n_asked == 0)
    {
      g_ptr_array_sort (gathering->records, clt_timeline_compare);
      gathering->has_more = gathering->records->len > gathering->limit;
      if (gathering->has_more)
        g_ptr_array_set_size (gathering->records, (int) gathering->limit);
      g_task_return_boolean (task, TRUE);
    }
}

static void
clt_timeline_load_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Gathering *gathering = g_task_get_task_data (task);
  g_autoptr (GPtrArray) records = NULL;
  GError *error = NULL;

  records = clt_store_load_many_finish (CLT_STORE (object), result, &error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (gathering->records, g_object_ref (g_ptr_array_index (records, i)));

  clt_timeline_answered (task, error);
}

typedef struct
{
  GTask      *task;   /* (owned) */
  const char *entity; /* interned */
} Question;

static void
clt_timeline_ids_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GTask) task = question->task;
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  ids = clt_store_ids_finish (CLT_STORE (object), result, &error);
  if (ids == NULL || ids->len == 0)
    clt_timeline_answered (task, error);
  else
    clt_store_load_many_async (CLT_STORE (object), question->entity,
                               &g_array_index (ids, gint64, 0), ids->len,
                               g_task_get_cancellable (task), clt_timeline_load_cb,
                               g_object_ref (task));
}

static void
clt_timeline_ask (GTask              *task,
                  CltEntity          *entity,
                  const CltRecordKey *target)
{
  Gathering *gathering = g_task_get_task_data (task);
  CltField *time = clt_timeline_find_time_field (entity);
  g_autoptr (CltFilter) filter = clt_relations_new_filter (entity, target);
  g_autoptr (CltQuery) all = clt_query_new (clt_entity_get_name (entity));
  g_autoptr (CltQuery) found = NULL;
  g_autoptr (CltQuery) sorted = NULL;
  Question *question;

  if (filter == NULL || time == NULL)
    return;

  found = clt_query_with_filter (all, filter);
  sorted = clt_query_with_sort (found, clt_field_get_name (time), TRUE);
  question = g_new0 (Question, 1);
  question->task = g_object_ref (task);
  question->entity = g_intern_string (clt_entity_get_name (entity));
  gathering->n_asked++;

  /* One more than is shown says whether there is more. */
  clt_store_ids_async (CLT_STORE (g_task_get_source_object (task)), sorted, gathering->limit + 1,
                       g_task_get_cancellable (task), clt_timeline_ids_cb, question);
}

/**
 * clt_timeline_gather_async:
 * @store: the store
 * @target: the record whose timeline it is
 * @limit: how many records to gather at most
 * @cancellable: (nullable): cancels the work
 * @callback: called when all have answered
 * @user_data: for @callback
 *
 * Gathers the newest records that refer to @target.
 */
void
clt_timeline_gather_async (CltStore            *store,
                           const CltRecordKey  *target,
                           guint                limit,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  CltSchema *schema;
  Gathering *gathering;

  g_return_if_fail (CLT_IS_STORE (store));
  g_return_if_fail (target != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_timeline_gather_async);
  gathering = g_new0 (Gathering, 1);
  gathering->limit = limit;
  gathering->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_task_data (task, gathering, (GDestroyNotify) gathering_free);

  /* One question is our own, so that the answer cannot come before all are asked. */
  gathering->n_asked = 1;
  schema = clt_store_get_schema (store);
  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);

      if (clt_entity_has_flags (entity, CLT_ENTITY_TIMELINE))
        clt_timeline_ask (task, entity, target);
    }
  clt_timeline_answered (task, NULL);
}

/**
 * clt_timeline_gather_finish:
 * @store: the store
 * @result: what the callback was given
 * @has_more: (out) (optional): whether there are older records than these
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CltRecord): the records, newest first; none is no error
 */
GPtrArray *
clt_timeline_gather_finish (CltStore      *store,
                            GAsyncResult  *result,
                            gboolean      *has_more,
                            GError       **error)
{
  Gathering *gathering;

  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  gathering = g_task_get_task_data (G_TASK (result));
  if (has_more != NULL)
    *has_more = gathering->has_more;

  return g_ptr_array_ref (gathering->records);
}
