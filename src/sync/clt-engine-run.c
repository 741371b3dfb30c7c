/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-engine-run"

#include "config.h"

#include "clt-account.h"
#include "clt-describe.h"
#include "clt-engine-private.h"
#include "clt-error.h"
#include "clt-pull.h"
#include "clt-retry.h"
#include "clt-sweep.h"
#include "clt-time.h"

/* Unless the user asked, the server is asked what it has, and ids are compared, at most this often:
 * both take many requests, and both change seldom. */
#define DESCRIBE_INTERVAL (3600 * CLT_USEC_PER_SECOND)
#define SWEEP_INTERVAL (3600 * CLT_USEC_PER_SECOND)

#define LAST_SYNC "last-sync"
#define LAST_SWEEP "last-sweep"

/* {{{ What is remembered between runs */

static void
clt_engine_remembered_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* Only the display and the next sweep's time hang on it. */
  if (!clt_store_set_meta_finish (CLT_STORE (object), result, &error))
    g_message ("The time of the run was not kept: %s", error->message);
}

static void
clt_engine_remember (CltEngine  *self,
                     const char *key,
                     gint64      moment)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, moment);

  clt_store_set_meta_async (self->store, key, text, NULL, clt_engine_remembered_cb, NULL);
}

static void
clt_engine_last_sync_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (CltEngine) self = CLT_ENGINE (user_data);
  g_autofree char *text = clt_store_get_meta_finish (CLT_STORE (object), result, NULL);

  /* A run may have ended before the store answered. */
  if (text != NULL && self->last_sync == 0)
    clt_engine_set_last_sync (self, g_ascii_strtoll (text, NULL, 10));
}

static void
clt_engine_last_sweep_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (CltEngine) self = CLT_ENGINE (user_data);
  g_autofree char *text = clt_store_get_meta_finish (CLT_STORE (object), result, NULL);

  if (text != NULL && self->last_sweep == 0)
    self->last_sweep = g_ascii_strtoll (text, NULL, 10);
}

/**
 * clt_engine_recall:
 * @self: an engine
 *
 * Reads the times of the last run from the store.
 */
void
clt_engine_recall (CltEngine *self)
{
  clt_store_get_meta_async (self->store, LAST_SYNC, NULL, clt_engine_last_sync_cb,
                            g_object_ref (self));
  clt_store_get_meta_async (self->store, LAST_SWEEP, NULL, clt_engine_last_sweep_cb,
                            g_object_ref (self));
}

/* }}} */
/* {{{ Actions: the work of a run */

/**
 * clt_engine_start:
 * @self: an engine
 *
 * Begins a run.
 */
void
clt_engine_start (CltEngine *self)
{
  clt_engine_forget_retry (self);
  g_clear_error (&self->warning);
  g_clear_error (&self->outcome);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  clt_engine_sign_in (self);
}

static void
clt_engine_checked_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (CltEngine) self = CLT_ENGINE (user_data);
  GError *error = NULL;

  if (clt_account_check_finish (CLT_STORE (object), result, &error))
    clt_engine_handle (self, CLT_EVENT_DONE);
  else
    clt_engine_end_with (self, error);
}

static void
clt_engine_signed_in_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (CltEngine) self = CLT_ENGINE (user_data);
  g_autoptr (CltIdentity) identity = NULL;
  GError *error = NULL;

  identity = clt_connector_sign_in_finish (CLT_CONNECTOR (object), result, &error);
  if (identity != NULL)
    clt_account_check_async (self->store, identity, self->running, clt_engine_checked_cb,
                             g_object_ref (self));
  else
    clt_engine_end_with (self, error);
}

/**
 * clt_engine_sign_in:
 * @self: an engine
 *
 * Proves the key and checks that the account is the one of the first sign-in.
 */
void
clt_engine_sign_in (CltEngine *self)
{
  /* The keyring has not answered yet; a connector brings us here again. */
  if (self->connector == NULL)
    return;

  clt_connector_sign_in_async (self->connector, self->running, clt_engine_signed_in_cb,
                               g_object_ref (self));
}

static void
clt_engine_described_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (CltEngine) self = CLT_ENGINE (user_data);
  GError *error = NULL;

  g_clear_pointer (&self->entities, g_ptr_array_unref);
  self->entities = clt_describe_finish (self->store, result, &error);
  if (self->entities == NULL)
    {
      clt_engine_end_with (self, error);
      return;
    }

  self->last_describe = clt_time_now ();
  clt_engine_handle (self, CLT_EVENT_DONE);
}

static gboolean
clt_engine_is_description_due (CltEngine *self)
{
  return self->is_asked || self->entities == NULL
         || clt_time_now () - self->last_describe >= DESCRIBE_INTERVAL;
}

/**
 * clt_engine_describe:
 * @self: an engine
 *
 * Lets the store adopt the server's description, if that is due.
 */
void
clt_engine_describe (CltEngine *self)
{
  if (clt_engine_is_description_due (self))
    clt_describe_async (self->store, self->connector, self->running, clt_engine_described_cb,
                        g_object_ref (self));
  else
    clt_engine_handle (self, CLT_EVENT_DONE);
}

static void
clt_engine_progress_cb (CltEntity *entity,
                        gint64     n_done,
                        gint64     n_total,
                        gpointer   user_data)
{
  clt_engine_set_progress (user_data, g_intern_string (clt_entity_get_name (entity)), n_done,
                           n_total);
}

static void
clt_engine_pulled_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (CltEngine) self = CLT_ENGINE (user_data);
  GError *error = NULL;

  if (clt_pull_finish (self->store, result, &self->warning, &error))
    clt_engine_handle (self, CLT_EVENT_DONE);
  else
    clt_engine_end_with (self, error);
}

/**
 * clt_engine_pull:
 * @self: an engine
 *
 * Fetches what changed.
 */
void
clt_engine_pull (CltEngine *self)
{
  clt_pull_async (self->store, self->connector, self->entities, clt_engine_progress_cb, self,
                  self->running, clt_engine_pulled_cb, g_object_ref (self));
}

static void
clt_engine_finish_run (CltEngine *self)
{
  clt_engine_handle (self, self->warning != NULL ? CLT_EVENT_WARNED : CLT_EVENT_DONE);
}

static void
clt_engine_swept_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (CltEngine) self = CLT_ENGINE (user_data);
  g_autoptr (GError) kept = NULL;
  GError *error = NULL;
  guint n_kept;

  if (!clt_sweep_finish (self->store, result, &n_kept, &kept, &error))
    {
      clt_engine_end_with (self, error);
      return;
    }

  self->allowance = 0;
  self->last_sweep = clt_time_now ();
  clt_engine_remember (self, LAST_SWEEP, self->last_sweep);
  clt_engine_set_n_suspected (self, n_kept);
  if (self->warning == NULL)
    self->warning = g_steal_pointer (&kept);

  clt_engine_finish_run (self);
}

static gboolean
clt_engine_is_sweep_due (CltEngine *self)
{
  if (!(clt_connector_get_capabilities (self->connector) & CLT_CAPABILITY_ID_LIST))
    return FALSE;

  return self->is_asked || clt_time_now () - self->last_sweep >= SWEEP_INTERVAL;
}

/**
 * clt_engine_sweep:
 * @self: an engine
 *
 * Removes what the server no longer has, if that is due.
 */
void
clt_engine_sweep (CltEngine *self)
{
  clt_engine_set_progress (self, NULL, 0, -1);

  if (clt_engine_is_sweep_due (self))
    clt_sweep_async (self->store, self->connector, self->entities, self->allowance, self->running,
                     clt_engine_swept_cb, g_object_ref (self));
  else
    clt_engine_finish_run (self);
}

/* }}} */
/* {{{ Actions: the end of a run */

/**
 * clt_engine_stop:
 * @self: an engine
 *
 * Ends a run that was cancelled: nothing went wrong.
 */
void
clt_engine_stop (CltEngine *self)
{
  self->is_asked = FALSE;
  clt_engine_set_progress (self, NULL, 0, -1);
}

/**
 * clt_engine_succeed:
 * @self: an engine
 *
 * Ends a run that came to its end; a warning stays as the error.
 */
void
clt_engine_succeed (CltEngine *self)
{
  clt_engine_stop (self);
  self->n_failures = 0;
  self->outcome = g_steal_pointer (&self->warning);
  clt_engine_set_error (self, self->outcome);
  clt_engine_set_last_sync (self, clt_time_now ());
  clt_engine_remember (self, LAST_SYNC, self->last_sync);
}

/**
 * clt_engine_fail:
 * @self: an engine
 *
 * Ends a run that failed.
 */
void
clt_engine_fail (CltEngine *self)
{
  clt_engine_stop (self);
  clt_engine_set_error (self, self->outcome);
}

/* The connector remembers the last such wish, which is an old one if this is another failure. */
static guint
clt_engine_find_retry_after (CltEngine *self)
{
  if (!g_error_matches (self->outcome, CLT_ERROR, CLT_ERROR_RATE_LIMITED)
      && !g_error_matches (self->outcome, CLT_ERROR, CLT_ERROR_SERVER))
    return 0;

  return clt_connector_get_retry_after (self->connector);
}

/**
 * clt_engine_wait:
 * @self: an engine
 *
 * Ends a run that failed in passing, and sets the alarm for the next attempt.
 */
void
clt_engine_wait (CltEngine *self)
{
  const gint64 delay = clt_retry_delay (++self->n_failures, clt_engine_find_retry_after (self),
                                        g_random_double ());

  clt_engine_fail (self);
  clt_engine_schedule_retry (self, delay);
}

/**
 * clt_engine_stay:
 * @self: an engine
 *
 * Answers with what went wrong before, without asking the server.
 */
void
clt_engine_stay (CltEngine *self)
{
  g_clear_error (&self->outcome);
  if (self->error != NULL)
    self->outcome = g_error_copy (self->error);
}

/* }}} */
