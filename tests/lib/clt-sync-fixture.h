/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-engine.h"
#include "clt-fake-connector.h"
#include "clt-test-store.h"

G_BEGIN_DECLS

/* A store in a folder of its own, a server in this process, and the engine between them. */
typedef struct
{
  CltTestDir       *folder;    /* (owned) */
  CltStore         *store;     /* (owned) */
  CltFakeConnector *connector; /* (owned) */
  CltEngine        *engine;    /* (owned) */
} CltSyncFixture;

void      clt_sync_fixture_set_up          (CltSyncFixture *fixture,
                                            gconstpointer   page_size);
void      clt_sync_fixture_tear_down       (CltSyncFixture *fixture,
                                            gconstpointer   page_size);
/* Closes the store and opens it again with a new engine, as the next start of the program does. */
void      clt_sync_fixture_restart         (CltSyncFixture *fixture);
/* Like g_test_add(): a name, the size of the server's pages, what to do. */
void      clt_sync_fixture_add_test        (const char *path,
                                            guint       page_size,
                                            void      (*test) (CltSyncFixture *fixture,
                                                               gconstpointer   page_size));

/* One run. */
void      clt_sync_fixture_run             (CltSyncFixture *fixture);
void      clt_sync_fixture_run_failing     (CltSyncFixture *fixture,
                                            GQuark          domain,
                                            int             code);

/* What is in the store; no name without the record. */
guint     clt_sync_fixture_count           (CltSyncFixture *fixture,
                                            const char     *entity);
char     *clt_sync_fixture_dup_name        (CltSyncFixture *fixture,
                                            const char     *entity,
                                            const char     *remote_id);

/* Everything that is ready now happens now. */
void      clt_sync_fixture_settle          (void);

G_END_DECLS
