/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a field can hold. Immutable and reference counted: any thread may read it. */
typedef enum
{
  CLT_VALUE_NONE,             /* empty */
  CLT_VALUE_TEXT,
  CLT_VALUE_INTEGER,
  CLT_VALUE_REAL,
  CLT_VALUE_BOOLEAN,
  CLT_VALUE_DAY,              /* days since 1970-01-01 */
  CLT_VALUE_MOMENT,           /* microseconds since the epoch, UTC */
  CLT_VALUE_MONEY,            /* minor units and a currency */
  CLT_VALUE_REFERENCE,        /* entity and local id of a record */
  CLT_VALUE_REMOTE_REFERENCE, /* entity, the server's id and label: only in pages */
  CLT_VALUE_LIST,             /* of the above, in order */
} CltValueType;

typedef struct _CltValue CltValue;

#define CLT_TYPE_VALUE (clt_value_get_type ())

GType         clt_value_get_type             (void) G_GNUC_CONST;

/* Never NULL; the empty value is shared. A NULL or "" text is the empty value. */
CltValue     *clt_value_new_none             (void);
CltValue     *clt_value_new_text             (const char *text);
CltValue     *clt_value_new_integer          (gint64 number);
CltValue     *clt_value_new_real             (double number);
CltValue     *clt_value_new_boolean          (gboolean truth);
CltValue     *clt_value_new_day              (gint64 day);
CltValue     *clt_value_new_moment           (gint64 moment);
CltValue     *clt_value_new_money            (gint64      minor,
                                              const char *currency);
CltValue     *clt_value_new_reference        (const char *entity,
                                              gint64      id);
CltValue     *clt_value_new_remote_reference (const char *entity,
                                              const char *remote_id,
                                              const char *label);
CltValue     *clt_value_new_list             (CltValue **items,
                                              gsize      n_items);
CltValue     *clt_value_new_text_list        (const char * const *items);

CltValue     *clt_value_ref                  (const CltValue *self);
void          clt_value_unref                (CltValue *self);

CltValueType  clt_value_get_value_type       (const CltValue *self);
gboolean      clt_value_is_none              (const CltValue *self);
const char   *clt_value_get_text             (const CltValue *self);
gint64        clt_value_get_integer          (const CltValue *self);
double        clt_value_get_real             (const CltValue *self);
gboolean      clt_value_get_boolean          (const CltValue *self);
const char   *clt_value_get_currency         (const CltValue *self);
const char   *clt_value_get_entity           (const CltValue *self);
gint64        clt_value_get_id               (const CltValue *self);
const char   *clt_value_get_remote_id        (const CltValue *self);
const char   *clt_value_get_label            (const CltValue *self);
gsize         clt_value_get_n_items          (const CltValue *self);
CltValue     *clt_value_get_item             (const CltValue *self,
                                              gsize           index);
gboolean      clt_value_contains             (const CltValue *self,
                                              const CltValue *item);

gboolean      clt_value_equal                (const CltValue *a,
                                              const CltValue *b);
int           clt_value_compare              (const CltValue *a,
                                              const CltValue *b);
guint         clt_value_hash                 (const CltValue *self);

/* Lossless: for the outbox, custom fields, saved views. */
JsonNode     *clt_value_to_json              (const CltValue *self);
CltValue     *clt_value_new_from_json        (JsonNode  *node,
                                              GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltValue, clt_value_unref)

G_END_DECLS
