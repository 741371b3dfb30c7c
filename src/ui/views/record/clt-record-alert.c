/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record-alert"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-record-alert.h"
#include "clt-relations.h"

/* One kind of record that must not be missed while it is open. */
typedef struct
{
  CltQuery *query;  /* (owned) */
  char     *entity; /* (owned): label of the entity */
  char     *kind;   /* (owned): label of the kind */
} Alarm;

static void
alarm_free (Alarm *alarm)
{
  clt_query_unref (alarm->query);
  g_free (alarm->entity);
  g_free (alarm->kind);
  g_free (alarm);
}

/* Neither won nor lost: of everything that has a status. */
static CltFilter *
clt_record_alert_new_open_filter (CltField *status)
{
  GPtrArray *choices = clt_field_get_choices (status);
  g_autoptr (GPtrArray) conditions = NULL;

  conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_filter_unref);
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      CltChoice *choice = g_ptr_array_index (choices, i);
      g_autoptr (CltValue) value = clt_value_new_text (clt_choice_get_id (choice));

      if (clt_choice_is_closed (choice))
        g_ptr_array_add (conditions, clt_filter_new_compare (clt_field_get_name (status),
                                                             CLT_COMPARE_IS_NOT, value));
    }

  return clt_filter_new_group (CLT_FILTER_ALL, (CltFilter **) conditions->pdata, conditions->len);
}

static Alarm *
clt_record_alert_new_alarm (CltEntity          *entity,
                            CltField           *kind,
                            CltChoice          *choice,
                            const CltRecordKey *key)
{
  CltField *status = clt_entity_find_role (entity, CLT_ROLE_STATUS);
  g_autoptr (CltValue) value = clt_value_new_text (clt_choice_get_id (choice));
  g_autoptr (CltFilter) related = clt_relations_new_filter (entity, key);
  g_autoptr (CltFilter) is_kind = NULL;
  g_autoptr (CltFilter) is_open = clt_record_alert_new_open_filter (status);
  g_autoptr (CltFilter) of_kind = NULL;
  g_autoptr (CltFilter) filter = NULL;
  g_autoptr (CltQuery) all = clt_query_new (clt_entity_get_name (entity));
  Alarm *alarm = g_new0 (Alarm, 1);

  is_kind = clt_filter_new_compare (clt_field_get_name (kind), CLT_COMPARE_IS, value);
  of_kind = clt_filter_and (related, is_kind);
  filter = clt_filter_and (of_kind, is_open);
  alarm->query = clt_query_with_filter (all, filter);
  alarm->entity = g_strdup (clt_entity_get_label (entity));
  alarm->kind = g_strdup (clt_choice_get_label (choice));

  return alarm;
}

static void
clt_record_alert_collect (CltEntity          *entity,
                          const CltRecordKey *key,
                          GPtrArray          *alarms)
{
  CltField *kind = clt_entity_find_role (entity, CLT_ROLE_KIND);
  GPtrArray *choices = kind != NULL ? clt_field_get_choices (kind) : NULL;

  if (clt_relations_find_field (entity, key->entity) == NULL
      || clt_entity_find_role (entity, CLT_ROLE_STATUS) == NULL)
    return;

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      CltChoice *choice = g_ptr_array_index (choices, i);

      if ((clt_choice_get_flags (choice) & CLT_CHOICE_ALERT) != 0)
        g_ptr_array_add (alarms, clt_record_alert_new_alarm (entity, kind, choice, key));
    }
}

static void clt_record_alert_count_cb (GObject      *object,
                                       GAsyncResult *result,
                                       gpointer      user_data);

/* One after the other; the first that is open is told. */
static void
clt_record_alert_ask (GTask *task)
{
  GPtrArray *alarms = g_task_get_task_data (task);
  Alarm *alarm;

  if (alarms->len == 0)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  alarm = g_ptr_array_index (alarms, 0);
  clt_store_count_async (CLT_STORE (g_task_get_source_object (task)), alarm->query,
                         g_task_get_cancellable (task), clt_record_alert_count_cb,
                         g_object_ref (task));
}

static char *
clt_record_alert_dup_sentence (const Alarm *alarm,
                               gint64       count)
{
  /* Translators: a banner: kind of record (“Ticket”), its kind (“Complaint”), how many are open */
  return g_strdup_printf (_("%s, %s: %u open"), alarm->entity, alarm->kind, (guint) count);
}

static void
clt_record_alert_count_cb (GObject      *object,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GPtrArray *alarms = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  const gint64 count = clt_store_count_finish (CLT_STORE (object), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (count > 0)
    {
      g_task_return_pointer (task, clt_record_alert_dup_sentence (g_ptr_array_index (alarms, 0),
                                                                  count), g_free);
    }
  else
    {
      g_ptr_array_remove_index (alarms, 0);
      clt_record_alert_ask (task);
    }
}

/**
 * clt_record_alert_find_async:
 * @store: the store
 * @key: the record that others refer to
 * @cancellable: (nullable): cancels the work
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks for what must not be missed about a record.
 */
void
clt_record_alert_find_async (CltStore            *store,
                             const CltRecordKey  *key,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *alarms;
  CltSchema *schema;

  g_return_if_fail (CLT_IS_STORE (store));
  g_return_if_fail (key != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_record_alert_find_async);
  alarms = g_ptr_array_new_with_free_func ((GDestroyNotify) alarm_free);
  g_task_set_task_data (task, alarms, (GDestroyNotify) g_ptr_array_unref);

  schema = clt_store_get_schema (store);
  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    clt_record_alert_collect (clt_schema_get_entity (schema, i), key, alarms);
  clt_record_alert_ask (task);
}

/**
 * clt_record_alert_find_finish:
 * @store: the store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL without error if there is nothing to say
 */
char *
clt_record_alert_find_finish (CltStore      *store,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
