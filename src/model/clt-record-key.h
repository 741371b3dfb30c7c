/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Which record: an entity and a local id. @entity is an interned string. */
typedef struct
{
  const char *entity;
  gint64      id;
} CltRecordKey;

#define CLT_TYPE_RECORD_KEY (clt_record_key_get_type ())

GType         clt_record_key_get_type  (void) G_GNUC_CONST;
CltRecordKey *clt_record_key_new       (const char *entity,
                                        gint64      id);
CltRecordKey *clt_record_key_copy      (const CltRecordKey *self);
void          clt_record_key_free      (CltRecordKey *self);
guint         clt_record_key_hash      (gconstpointer self);
gboolean      clt_record_key_equal     (gconstpointer a,
                                        gconstpointer b);
/* "customer/123", for the command line, drag and drop, links. */
char         *clt_record_key_to_text   (const CltRecordKey *self);
CltRecordKey *clt_record_key_from_text (const char  *text,
                                        GError     **error);
/* A new local id: unique in this process and, by its time, later than any before; below 2^53, so
 * that JSON readers keep it whole. Thread-safe. */
gint64        clt_record_id_new        (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltRecordKey, clt_record_key_free)

G_END_DECLS
