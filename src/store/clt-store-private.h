/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-db.h"
#include "clt-dirty.h"
#include "clt-layout.h"
#include "clt-record-cache.h"
#include "clt-store.h"
#include "clt-worker.h"

G_BEGIN_DECLS

#define CLT_STORE_N_READERS 2

/* A thread and the connection that only it touches. */
typedef struct
{
  CltWorker *worker; /* (owned) (nullable) */
  CltDb     *db;     /* (owned by the thread) (nullable) */
} CltStoreThread;

struct _CltStore
{
  GObject         parent_instance;

  char           *folder;  /* (owned) */
  char           *path;    /* (owned) */
  CltStoreFlags   flags;
  CltSchema      *builtin; /* (owned) */
  CltLayout      *layout;  /* (owned) (nullable): NULL until open */
  CltRecordCache *cache;   /* (owned) */

  CltStoreThread  writer;
  CltStoreThread  readers[CLT_STORE_N_READERS];
  int             lock;    /* -1 without */

  GQueue          waiting_pages; /* (owned): of clt-store-page.c */
  gboolean        is_paging;     /* a group of pages is being written */

  gint64          n_pending;
  gboolean        is_read_only;
  gboolean        is_newer;
};

typedef struct _CltStoreJob CltStoreJob;

/* On a worker's thread: reads job->input, sets job->output. */
typedef gboolean (*CltStoreWork)    (CltStoreJob  *job,
                                     CltDb        *db,
                                     GError      **error);
/* On the main thread, after it went well: may turn job->output into objects. */
typedef void     (*CltStoreDeliver) (CltStoreJob *job,
                                     CltStore    *store);

/* One question or one transaction, on its way from the main thread to a worker and back. */
struct _CltStoreJob
{
  GTask           *task;      /* (owned): the caller's; main thread only */
  CltStoreWork     work;
  CltStoreDeliver  deliver;   /* (nullable) */
  CltStoreThread  *thread;
  CltLayout       *layout;    /* (owned) */
  const char      *path;
  const char      *folder;
  gboolean         is_local;

  gpointer         input;     /* (owned) (nullable) */
  GDestroyNotify   free_input;
  gpointer         output;    /* (owned) (nullable) */
  GDestroyNotify   free_output;

  CltDirty        *dirty;     /* (owned) (nullable): what a writer's job touched */
  gint64           n_pending; /* after a writer's job; -1 if it did not change */
};

void clt_store_read       (CltStore        *self,
                           GTask           *task,
                           CltStoreWork     work,
                           CltStoreDeliver  deliver,
                           gpointer         input,
                           GDestroyNotify   free_input);
void clt_store_write      (CltStore        *self,
                           GTask           *task,
                           CltStoreWork     work,
                           CltStoreDeliver  deliver,
                           gpointer         input,
                           GDestroyNotify   free_input);
void clt_store_job_answer (CltStoreJob    *job,
                           gpointer        output,
                           GDestroyNotify  free_output);
void clt_store_job_answer_int (CltStoreJob *job,
                               gint64       number);

/* For clt-store-job.c. */
void clt_store_tell       (CltStore *self,
                           CltDirty *dirty,
                           gint64    n_pending);
/* For clt-store-views.c. */
void clt_store_tell_views (CltStore *self);
/* For clt-store-open.c and clt-store-write.c. */
void clt_store_adopt      (CltStore  *self,
                           CltLayout *layout);

G_END_DECLS
