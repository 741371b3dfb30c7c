/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-map.h"
#include "clt-http.h"
#include "clt-odoo-connector.h"
#include "clt-worker.h"

G_BEGIN_DECLS

struct _CltOdooConnector
{
  GObject     parent_instance;

  CltHttp    *http;     /* (owned) */
  CltWorker  *worker;   /* (owned): decodes */
  char       *database; /* (owned) (nullable) */
  char       *project;  /* (owned) (nullable): as the user wrote it */
  char       *language; /* (owned) (nullable): one of the server's, known after signing in */

  /* What the last description found; without it no pull knows what it may ask for. */
  gboolean    is_described;
  GHashTable *sections;   /* (owned) (element-type utf8 CltMapSection): entity → how it is mapped */
  GHashTable *fields;     /* (owned) (element-type utf8 JsonNode): model → its fields_get */
  char       *currency;   /* (owned) (nullable): the company's */
  gint64      project_id; /* whose tasks are tickets, or 0 */
};

/* The map, read once. */
CltFieldMap   *clt_odoo_get_map         (void);

/* {{{ clt-odoo-call.c */

/* Calls a method of a model by its named arguments. Finish with clt_http_send_json_finish().
 * @arguments: (transfer full) (nullable) */
void           clt_odoo_call            (CltOdooConnector     *self,
                                         CltHttpIntent         intent,
                                         const char           *model,
                                         const char           *method,
                                         JsonObject           *arguments,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean       clt_odoo_explain         (guint                 status,
                                         JsonNode             *answer,
                                         const char           *text,
                                         gpointer              user_data,
                                         GError              **error);
/* ["field", "operator", value]; @value: (transfer full) */
JsonArray     *clt_odoo_term            (const char           *field,
                                         const char           *operation,
                                         JsonNode             *value);
JsonNode      *clt_odoo_int_node        (gint64                number);
JsonNode      *clt_odoo_string_node     (const char           *text);
JsonArray     *clt_odoo_names           (const char           *first,
                                         ...) G_GNUC_NULL_TERMINATED;

/* }}} */
/* {{{ clt-odoo-describe.c, clt-odoo-schema.c */

/* The answers that a description is made of. */
typedef struct
{
  GHashTable *fields;   /* (owned) (element-type utf8 JsonNode): model → fields_get */
  GHashTable *hidden;   /* (owned) (element-type utf8): models we may not read */
  GHashTable *editable; /* (owned) (element-type utf8): models we may create or write */
  GHashTable *choices;  /* (owned) (element-type utf8 GPtrArray): model → choices */
  guint       n_open;   /* questions without an answer */
  GError     *error;    /* (owned) (nullable): the first one */
} CltOdooInquiry;

const CltMapChoices *clt_odoo_find_choices  (const char           *model);
GPtrArray           *clt_odoo_build_choices (const CltMapChoices  *list,
                                             JsonArray            *records);
CltSchema           *clt_odoo_build_schema  (CltOdooConnector     *self,
                                             CltOdooInquiry       *inquiry);

void           clt_odoo_describe_async  (CltConnector         *connector,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
CltSchema     *clt_odoo_describe_finish (CltConnector         *connector,
                                         GAsyncResult         *result,
                                         GError              **error);
/* The server's type of a field ("many2one"), or NULL if the model has none of that name. */
const char    *clt_odoo_find_type       (CltOdooConnector     *self,
                                         const char           *model,
                                         const char           *field);
/* The domain of a section with its $names filled in. */
JsonArray     *clt_odoo_build_domain    (CltOdooConnector     *self,
                                         CltMapSection        *section);

/* }}} */
/* {{{ clt-odoo-pull.c */

void           clt_odoo_pull_async      (CltConnector         *connector,
                                         CltEntity            *entity,
                                         const char           *cursor,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
CltPullPage   *clt_odoo_pull_finish     (CltConnector         *connector,
                                         GAsyncResult         *result,
                                         GError              **error);
void           clt_odoo_list_ids_async  (CltConnector         *connector,
                                         CltEntity            *entity,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray     *clt_odoo_list_ids_finish (CltConnector         *connector,
                                         GAsyncResult         *result,
                                         GError              **error);

/* }}} */

G_END_DECLS
