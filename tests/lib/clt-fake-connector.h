/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-connector.h"
#include "clt-error.h"

G_BEGIN_DECLS

#define CLT_TYPE_FAKE_CONNECTOR (clt_fake_connector_get_type ())
G_DECLARE_FINAL_TYPE (CltFakeConnector, clt_fake_connector, CLT, FAKE_CONNECTOR, GObject)

/* A server in this process: users, customers and contacts that the test puts, changes and deletes,
 * each with the number of its last change. A pull goes by these numbers, in pages, and starts a
 * few changes before its cursor, as connectors of real servers do. */

typedef enum
{
  CLT_FAKE_SIGN_IN,
  CLT_FAKE_DESCRIBE,
  CLT_FAKE_PULL,
  CLT_FAKE_LIST_IDS,
} CltFakeStep;

#define CLT_N_FAKE_STEPS (CLT_FAKE_LIST_IDS + 1)

typedef void (*CltFakeHook) (gpointer user_data);

CltFakeConnector *clt_fake_connector_new             (guint page_size);
void              clt_fake_connector_set_identity    (CltFakeConnector *self,
                                                      const char       *server_id,
                                                      const char       *user_id);
void              clt_fake_connector_set_retry_after (CltFakeConnector *self,
                                                      guint             seconds);
/* The server gets a field of its own: "x_mood" of customers. */
void              clt_fake_connector_add_field       (CltFakeConnector *self);

/* Creates or changes. */
void              clt_fake_connector_put             (CltFakeConnector *self,
                                                      const char       *entity,
                                                      const char       *remote_id,
                                                      const char       *name);
/* "customer-001" … "customer-NNN", each called "Customer 1" …  */
void              clt_fake_connector_fill            (CltFakeConnector *self,
                                                      const char       *entity,
                                                      guint             count);
void              clt_fake_connector_delete          (CltFakeConnector *self,
                                                      const char       *entity,
                                                      const char       *remote_id);

/* Trouble, once, at the nth call of a step from now on; 1 is the next. */
void              clt_fake_connector_fail            (CltFakeConnector *self,
                                                      CltFakeStep       step,
                                                      guint             nth,
                                                      CltError          code);
void              clt_fake_connector_hang            (CltFakeConnector *self,
                                                      CltFakeStep       step,
                                                      guint             nth);
/* The page is the same again, and says that there is more. */
void              clt_fake_connector_stutter         (CltFakeConnector *self,
                                                      guint             nth);
void              clt_fake_connector_hook            (CltFakeConnector *self,
                                                      CltFakeStep       step,
                                                      guint             nth,
                                                      CltFakeHook       hook,
                                                      gpointer          user_data);

guint             clt_fake_connector_get_n_calls     (CltFakeConnector *self,
                                                      CltFakeStep       step);
guint             clt_fake_connector_get_n_rows_sent (CltFakeConnector *self);
/* Entities in the order in which they were first asked for: "user customer contact". */
char             *clt_fake_connector_dup_order       (CltFakeConnector *self);

G_END_DECLS
