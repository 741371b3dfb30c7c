/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sample-company"

#include "config.h"

#include "clt-sample-company.h"
#include "clt-sample.h"

/* The setting of a workspace that says who its user is. */
#define USER_SETTING "user-id"

typedef struct
{
  CltStore *store; /* (owned) */
  guint32   seed;
  gint64    today;
} CltSampleFill;

static void
clt_sample_fill_free (gpointer data)
{
  CltSampleFill *self = data;

  g_object_unref (self->store);
  g_free (self);
}

static void
clt_sample_company_user_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (clt_store_set_meta_finish (CLT_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Who the user of the program is there: somebody who sells in the user's language. */
static const char *
clt_sample_company_get_user (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "zh") ? CLT_SAMPLE_USER_CHINESE
                                                             : CLT_SAMPLE_USER_ENGLISH;
}

static void
clt_sample_company_apply_cb (GObject      *object,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!clt_store_apply_finish (CLT_STORE (object), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  clt_store_set_meta_async (CLT_STORE (object), USER_SETTING, clt_sample_company_get_user (), NULL,
                            clt_sample_company_user_cb, g_object_ref (task));
}

/* All in one transaction: a company that is half there would never be completed. */
static void
clt_sample_company_made_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  CltSampleFill *fill = g_task_get_task_data (task);

  changes = g_task_propagate_pointer (G_TASK (result), &error);
  if (changes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  clt_store_apply_async (fill->store, changes, g_task_get_cancellable (task),
                         clt_sample_company_apply_cb, g_object_ref (task));
}

static void
clt_sample_company_make_in_thread (GTask        *task,
                                   gpointer      source,
                                   gpointer      task_data,
                                   GCancellable *cancellable)
{
  const CltSampleFill *fill = task_data;

  g_task_return_pointer (task, clt_sample_company_make (fill->seed, fill->today),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * clt_sample_company_make:
 * @seed: the same seed makes the same company
 * @today: the day that its dates are around, in days since the Unix epoch
 *
 * Makes the company up. It takes some tens of milliseconds; any thread may do it.
 *
 * Returns: (transfer full) (element-type CltChange): a creation for each record,
 *   in an order in which each record refers to earlier ones, but for teams
 */
GPtrArray *
clt_sample_company_make (guint32 seed,
                         gint64  today)
{
  g_autoptr (CltSample) sample = clt_sample_new (seed, today);

  clt_sample_make_house (sample);
  clt_sample_make_people (sample);
  clt_sample_make_sales (sample);
  clt_sample_make_tickets (sample);
  clt_sample_make_activities (sample);

  return clt_sample_steal_changes (sample);
}

/**
 * clt_sample_company_fill_async:
 * @store: an empty store
 * @seed: the same seed makes the same company
 * @today: the day that its dates are around, in days since the Unix epoch
 * @cancellable: (nullable): to give up; then nothing is stored
 * @callback: called when all of it is stored, or nothing
 * @user_data: for @callback
 */
void
clt_sample_company_fill_async (CltStore            *store,
                               guint32              seed,
                               gint64               today,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) making = NULL;
  CltSampleFill *fill;

  g_return_if_fail (CLT_IS_STORE (store));

  fill = g_new0 (CltSampleFill, 1);
  fill->store = g_object_ref (store);
  fill->seed = seed;
  fill->today = today;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_sample_company_fill_async);
  g_task_set_task_data (task, fill, clt_sample_fill_free);

  making = g_task_new (NULL, cancellable, clt_sample_company_made_cb, g_object_ref (task));
  g_task_set_source_tag (making, clt_sample_company_make);
  g_task_set_task_data (making, fill, NULL);
  g_task_run_in_thread (making, clt_sample_company_make_in_thread);
}

/**
 * clt_sample_company_fill_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the company is stored; if not, nothing of it is
 */
gboolean
clt_sample_company_fill_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
