/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A real HTTP server on loopback, on a thread of its own, that answers what a test told it to,
 * well or badly: for real libsoup, TLS and timeouts. Any thread may call. */
typedef struct _CltFakeServer CltFakeServer;

typedef enum
{
  CLT_FAKE_WELL,        /* as told */
  CLT_FAKE_HANG,        /* takes the request and says nothing */
  CLT_FAKE_RESET,       /* closes before the first byte */
  CLT_FAKE_CUT_LENGTH,  /* half the body that its Content-Length promises */
  CLT_FAKE_CUT_CHUNKED, /* half the body, in chunks, without the last one */
  CLT_FAKE_FLOOD,       /* 100 MB in chunks: '[' and blanks */
  CLT_FAKE_NOT_HTTP,    /* greets like another protocol */
} CltFakeFault;

typedef struct
{
  guint         status;   /* 0: 200 */
  const char   *type;     /* NULL: application/json */
  const char   *body;     /* NULL: {} */
  gssize        length;   /* of @body, or 0 if it ends with NUL */
  const char   *headers;  /* (nullable): "Name: value" lines */
  CltFakeFault  fault;
} CltFakeAnswer;

/* @certificate: (nullable): a PEM file; its key is beside it, NAME.key.pem. NULL: plain http */
CltFakeServer *clt_fake_server_new             (const char          *certificate);
void           clt_fake_server_free            (CltFakeServer       *self);
/* "http://127.0.0.1:1234" */
const char    *clt_fake_server_get_url         (CltFakeServer       *self);
/* What a path answers from now on. Several answers of one path are given one after another, the
 * last for ever. Other paths answer 404 as Odoo does. */
void           clt_fake_server_answer          (CltFakeServer       *self,
                                                const char          *path,
                                                const CltFakeAnswer *answer);
void           clt_fake_server_answer_json     (CltFakeServer       *self,
                                                const char          *path,
                                                const char          *body);
void           clt_fake_server_forget          (CltFakeServer       *self);

guint          clt_fake_server_get_n_requests  (CltFakeServer       *self);
/* "POST /path HTTP headers…\n\nbody" of a request, the first is 0. */
char          *clt_fake_server_dup_request     (CltFakeServer       *self,
                                                guint                index);
/* The body of the last request to a path. */
char          *clt_fake_server_dup_last_body   (CltFakeServer       *self,
                                                const char          *path);
/* Bytes of a flood that the network took. */
int            clt_fake_server_get_n_flooded   (CltFakeServer       *self);
gboolean       clt_fake_server_is_flooding     (CltFakeServer       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltFakeServer, clt_fake_server_free)

G_END_DECLS
