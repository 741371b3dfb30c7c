/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-connector.h"
#include "clt-store.h"
#include "clt-workspace.h"

G_BEGIN_DECLS

#define CLT_TYPE_ENGINE (clt_engine_get_type ())
G_DECLARE_FINAL_TYPE (CltEngine, clt_engine, CLT, ENGINE, GObject)

/* What the sync indicator shows. The table of states and events is in clt-engine.c. */
typedef enum
{
  CLT_ENGINE_IDLE,           /* up to date, or never synced: see last-sync */
  CLT_ENGINE_SIGNING_IN,
  CLT_ENGINE_DESCRIBING,
  CLT_ENGINE_PULLING,
  CLT_ENGINE_SWEEPING,       /* looking for deletions */
  CLT_ENGINE_OFFLINE,        /* no network; waits for it */
  CLT_ENGINE_WAITING,        /* the server asked for patience, or failed: retry-at says when */
  CLT_ENGINE_NEEDS_SIGN_IN,  /* the key is missing or refused */
  CLT_ENGINE_FAILED,         /* something the user must look at: see error */
} CltEngineState;

#define CLT_N_ENGINE_STATES (CLT_ENGINE_FAILED + 1)

#define CLT_TYPE_ENGINE_STATE (clt_engine_state_get_type ())

GType           clt_engine_state_get_type  (void) G_GNUC_CONST;

/* Carries changes between a workspace's store and its server; here: pulls. Main thread only.
 *
 * Properties: "state" (CltEngineState), "error" (GError boxed, nullable: how the last run ended),
 *   "entity" (string: the one being pulled, nullable), "n-done", "n-total" (gint64; total -1 if
 *   unknown), "last-sync" (gint64, 0 never), "retry-at" (gint64, 0 unless waiting), "n-suspected"
 *   (guint: records kept here although the server no longer lists them), "interval-minutes"
 *   (guint, read-write; 0: only when asked). The first run is up to the caller. */

/* @connector: (nullable): NULL while the keyring is being asked for the key; a run waits for it */
CltEngine      *clt_engine_new             (CltStore             *store,
                                            CltConnector         *connector);
CltStore       *clt_engine_get_store       (CltEngine            *self);
CltEngineState  clt_engine_get_state       (CltEngine            *self);
GError         *clt_engine_get_error       (CltEngine            *self);
const char     *clt_engine_get_entity      (CltEngine            *self);
gint64          clt_engine_get_n_done      (CltEngine            *self);
gint64          clt_engine_get_n_total     (CltEngine            *self);
gint64          clt_engine_get_last_sync   (CltEngine            *self);
gint64          clt_engine_get_retry_at    (CltEngine            *self);
guint           clt_engine_get_n_suspected (CltEngine            *self);
/* "Up to date", "Fetching contacts: 1 200 of 3 400", "Working offline" … */
char           *clt_engine_dup_words       (CltEngine            *self);
/* From now on with this one: the key was found, or the user signed in again. */
void            clt_engine_set_connector   (CltEngine            *self,
                                            CltConnector         *connector);
/* There will be no connector until the user does something about @error: no key, bad settings. */
void            clt_engine_refuse          (CltEngine            *self,
                                            const GError         *error);
guint           clt_engine_get_interval    (CltEngine            *self);
void            clt_engine_set_interval    (CltEngine            *self,
                                            guint                 minutes);

/* One run: sign in, describe, pull every entity, sweep. A second call joins the run under way;
 * @cancellable ends the run for all. An error is an answer: the engine tries again by itself where
 * that helps. */
void            clt_engine_sync_async      (CltEngine            *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean        clt_engine_sync_finish     (CltEngine            *self,
                                            GAsyncResult         *result,
                                            GError              **error);
/* The user has seen n-suspected and agrees that so many go here too: starts a run that does it. */
void            clt_engine_allow_removals  (CltEngine            *self);
/* Ends the run under way; what is stored stays, the next run goes on from there. */
void            clt_engine_cancel          (CltEngine            *self);

G_END_DECLS
