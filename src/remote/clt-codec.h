/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "clt-field-kind.h"

G_BEGIN_DECLS

/* How one server value becomes one of ours and back: a row of the table in clt-codec.c, both
 * directions side by side. Pure; any thread. */
typedef struct _CltCodec CltCodec;

/* What a record of a server's model is to us. One model may be several of our entities, so only
 * the connector knows. @wanted: (nullable): the entity that is asked for: the record itself, or
 * what it belongs to (the customer of a contact); NULL asks for the record itself.
 * Returns: FALSE if it is nothing of that kind. @entity, @id: borrowed */
typedef gboolean (*CltCodecResolveFunc) (const char  *model,
                                         const char  *remote_id,
                                         const char  *wanted,
                                         gpointer     user_data,
                                         const char **entity,
                                         const char **id);

/* What a codec needs to know besides the value. All members may be NULL. */
typedef struct
{
  const char          *target;       /* entity that the field refers to */
  const char          *model;        /* the server's model of the value, if it has to be resolved */
  const char          *currency;     /* of amounts that name none */
  JsonNode            *with;         /* its companion: an amount's currency, a link's model */
  JsonObject          *values;       /* the server's word → id of our choice */
  CltCodecResolveFunc  resolve;
  gpointer             resolve_data;
} CltCodecContext;

const CltCodec *clt_codec_find           (const char            *nick);
const CltCodec *clt_codec_find_for_kind  (CltFieldKind           kind);
const char     *clt_codec_get_nick       (const CltCodec        *self);
/* What it decodes to; references of all kinds are CLT_VALUE_REFERENCE. */
CltValueType    clt_codec_get_value_type (const CltCodec        *self);
/* FALSE: what it decodes cannot be sent back. */
gboolean        clt_codec_can_encode     (const CltCodec        *self);
/* Returns: (transfer full) (nullable): NULL if @node is nothing the codec understands */
CltValue       *clt_codec_decode         (const CltCodec        *self,
                                          JsonNode              *node,
                                          const CltCodecContext *context);
/* Returns: (transfer full): a null node for the empty value */
JsonNode       *clt_codec_encode         (const CltCodec        *self,
                                          const CltValue        *value,
                                          const CltCodecContext *context);

G_END_DECLS
