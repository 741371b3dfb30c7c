/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-catalog.h"
#include "clt-store.h"
#include "clt-tally.h"
#include "clt-test.h"

G_BEGIN_DECLS

/* The store's verbs, awaited. Those without an error argument fail the test on an error. */

CltStore  *clt_test_store_try_open (const char     *folder,
                                    CltStoreFlags   flags,
                                    GError        **error);
CltStore  *clt_test_store_open     (const char    *folder,
                                    CltStoreFlags  flags);
void       clt_test_store_close    (CltStore *store);

gboolean   clt_test_store_try_apply (CltStore   *store,
                                     CltChange  *change,
                                     GError    **error);
void       clt_test_store_apply    (CltStore  *store,
                                    CltChange *change);
gint64     clt_test_store_create   (CltStore   *store,
                                    const char *entity,
                                    ...) G_GNUC_NULL_TERMINATED;
void       clt_test_store_edit     (CltStore   *store,
                                    const char *entity,
                                    gint64      id,
                                    const char *field,
                                    const char *text);
void       clt_test_store_delete   (CltStore   *store,
                                    const char *entity,
                                    gint64      id);
guint      clt_test_store_pull     (CltStore    *store,
                                    CltPullPage *page,
                                    const char  *cursor_key);

CltRecord *clt_test_store_load     (CltStore   *store,
                                    const char *entity,
                                    gint64      id);
GArray    *clt_test_store_ids      (CltStore *store,
                                    CltQuery *query);
char      *clt_test_store_titles   (CltStore *store,
                                    CltQuery *query);
gint64     clt_test_store_count    (CltStore *store,
                                    CltQuery *query);
gint64     clt_test_store_find     (CltStore   *store,
                                    const char *entity,
                                    const char *remote_id);
char      *clt_test_store_get_meta (CltStore   *store,
                                    const char *key);
void       clt_test_store_set_meta (CltStore   *store,
                                    const char *key,
                                    const char *value);

/* "customer where city=Hangzhou, stage=lead search anna sort -name" in parts; each nullable. */
CltQuery  *clt_test_query          (const char *entity,
                                    const char *filter,
                                    const char *search,
                                    const char *sort);

G_END_DECLS
