/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-engine.h"
#include "clt-network.h"

G_BEGIN_DECLS

/* Shared by clt-engine.c (the object), clt-engine-states.c (the table of states and events),
 * clt-engine-run.c (the actions) and clt-engine-schedule.c (what starts a run by itself). */

/* Minutes between two runs. */
#define CLT_ENGINE_DEFAULT_INTERVAL 5
#define CLT_ENGINE_LONGEST_INTERVAL (24 * 60)

typedef enum
{
  CLT_EVENT_NONE,
  CLT_EVENT_ASKED,        /* somebody wants a run */
  CLT_EVENT_TICK,         /* the interval is over */
  CLT_EVENT_RETRY_DUE,    /* the wait after a failure is over */
  CLT_EVENT_NETWORK_BACK,
  CLT_EVENT_CONNECTED,    /* a new connector is here */
  CLT_EVENT_DONE,         /* the state's work is done */
  CLT_EVENT_WARNED,       /* all work is done, but the user must hear of something */
  CLT_EVENT_CANCELLED,
  CLT_EVENT_NO_NETWORK,   /* failed, and this computer has no network */
  CLT_EVENT_TRANSIENT,    /* failed, but may succeed later */
  CLT_EVENT_UNAUTHORIZED, /* the key is missing or refused */
  CLT_EVENT_ERROR,        /* failed in a way that time does not heal */
} CltEngineEvent;

#define CLT_N_ENGINE_EVENTS (CLT_EVENT_ERROR + 1)

struct _CltEngine
{
  GObject         parent_instance;

  CltStore       *store;          /* (owned) */
  CltConnector   *connector;      /* (owned) (nullable): NULL until there is a key */
  CltConnector   *next_connector; /* (owned) (nullable): takes over when the run has ended */
  CltEngineState  state;
  gboolean        is_handling;    /* an event is being handled … */
  CltEngineEvent  queued_event;   /* … and its action brought about this one */
  GError         *error;          /* (owned) (nullable): how the last run ended, for the user */

  /* The run under way */
  GPtrArray      *tasks;          /* (owned) (element-type GTask): who waits for its end */
  GCancellable   *running;        /* (owned) (nullable) */
  GPtrArray      *entities;       /* (owned) (nullable) (element-type CltEntity): what it fetches */
  GError         *warning;        /* (owned) (nullable): what went wrong without ending it */
  GError         *outcome;        /* (owned) (nullable): how it ended, for the tasks */
  gboolean        is_asked;       /* by the user, not by a timer */
  const char     *entity;         /* (nullable): interned; the one being pulled */
  gint64          n_done;
  gint64          n_total;
  guint           n_suspected;
  guint           allowance;      /* so many suspected records may go */

  /* When the next one starts */
  CltNetwork     *network;        /* (owned) */
  gint64          last_sync;
  gint64          last_describe;  /* of this process: a new one begins with a new description */
  gint64          last_sweep;
  gint64          retry_at;
  guint           n_failures;     /* runs in a row that failed in passing */
  guint           retry_source;
  guint           interval;       /* minutes; 0: only when asked */
  guint           interval_source;
};

void     clt_engine_handle          (CltEngine      *self,
                                     CltEngineEvent  event);
void     clt_engine_end_with        (CltEngine *self,
                                     GError    *error);
gboolean clt_engine_is_running      (CltEngine *self);

/* Compare, set, notify. */
void     clt_engine_set_state       (CltEngine      *self,
                                     CltEngineState  state);
void     clt_engine_adopt_connector (CltEngine    *self,
                                     CltConnector *connector);
void     clt_engine_set_error       (CltEngine    *self,
                                     const GError *error);
void     clt_engine_set_progress    (CltEngine  *self,
                                     const char *entity,
                                     gint64      n_done,
                                     gint64      n_total);
void     clt_engine_set_last_sync   (CltEngine *self,
                                     gint64     last_sync);
void     clt_engine_set_retry_at    (CltEngine *self,
                                     gint64     retry_at);
void     clt_engine_set_n_suspected (CltEngine *self,
                                     guint      n_suspected);

/* The actions of the state table. */
void     clt_engine_start           (CltEngine *self);
void     clt_engine_sign_in         (CltEngine *self);
void     clt_engine_describe        (CltEngine *self);
void     clt_engine_pull            (CltEngine *self);
void     clt_engine_sweep           (CltEngine *self);
void     clt_engine_succeed         (CltEngine *self);
void     clt_engine_stop            (CltEngine *self);
void     clt_engine_fail            (CltEngine *self);
void     clt_engine_wait            (CltEngine *self);
void     clt_engine_stay            (CltEngine *self);

void     clt_engine_recall          (CltEngine *self);

void     clt_engine_begin_schedule  (CltEngine *self);
void     clt_engine_end_schedule    (CltEngine *self);
void     clt_engine_schedule_retry  (CltEngine *self,
                                     gint64     delay);
void     clt_engine_forget_retry    (CltEngine *self);
gboolean clt_engine_must_wait       (CltEngine *self);

G_END_DECLS
