/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-test-store.h"

G_BEGIN_DECLS

/* A store of its own for each test, without a server. */
typedef struct
{
  CltTestDir *folder;
  CltStore   *store;
} CltTestFixture;

static inline void
clt_test_fixture_set_up (CltTestFixture *self,
                         gconstpointer   unused)
{
  self->folder = clt_test_dir_new ();
  self->store = clt_test_store_open (self->folder, CLT_STORE_OPEN_LOCAL);
}

static inline void
clt_test_fixture_tear_down (CltTestFixture *self,
                            gconstpointer   unused)
{
  clt_test_store_close (self->store);
  clt_test_dir_remove (self->folder);
}

static inline gint64
clt_test_fixture_count (CltTestFixture *self,
                        const char     *entity)
{
  g_autoptr (CltQuery) query = clt_query_new (entity);

  return clt_test_store_count (self->store, query);
}

G_END_DECLS
