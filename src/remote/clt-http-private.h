/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-http.h"
#include "clt-worker.h"

G_BEGIN_DECLS

struct _CltHttp
{
  GObject             parent_instance;

  GUri               *origin;  /* (owned) */
  SoupSession        *session; /* (owned) */
  CltWorker          *worker;  /* (owned): parses */
  GHashTable         *headers; /* (owned) (element-type utf8 utf8) */
  CltHttpExplainFunc  explain;
  gpointer            explain_data;
  guint               retry_after_s;
  gint64              skew;    /* microseconds */
};

/* What an exchange does is in clt-http-exchange.c: head, body, gate, parser. */
void clt_http_exchange (CltHttp       *self,
                        GTask         *task,
                        CltHttpIntent  intent,
                        const char    *method,
                        GUri          *uri,
                        GBytes        *body);

G_END_DECLS
