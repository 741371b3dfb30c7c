/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-codec.h"

G_BEGIN_DECLS

/* The functions that the table in clt-codec.c is made of, and what they read nodes with. */

gboolean     clt_node_is          (JsonNode   *node,
                                   GType       type);
gboolean     clt_node_is_number   (JsonNode   *node);
gboolean     clt_node_is_empty    (JsonNode   *node);
const char  *clt_node_get_string  (JsonNode   *node);
const char  *clt_node_get_label   (JsonNode   *node);
char        *clt_node_dup_word    (JsonNode   *node);
char        *clt_node_dup_id      (JsonNode   *node);
JsonNode    *clt_node_new_string  (const char *text);
JsonNode    *clt_node_new_int     (gint64      number);
JsonNode    *clt_node_new_id      (const char *id);

#define CLT_DECLARE_DECODE(name) \
  CltValue *decode_##name (JsonNode *node, const CltCodecContext *context);
#define CLT_DECLARE_ENCODE(name) \
  JsonNode *encode_##name (const CltValue *value, const CltCodecContext *context);

CLT_DECLARE_DECODE (boolean)
CLT_DECLARE_DECODE (choice)
CLT_DECLARE_DECODE (date)
CLT_DECLARE_DECODE (date_time)
CLT_DECLARE_DECODE (day_start)
CLT_DECLARE_DECODE (first_reference)
CLT_DECLARE_DECODE (hours)
CLT_DECLARE_DECODE (html)
CLT_DECLARE_DECODE (html_line)
CLT_DECLARE_DECODE (id_choice)
CLT_DECLARE_DECODE (integer)
CLT_DECLARE_DECODE (label)
CLT_DECLARE_DECODE (link)
CLT_DECLARE_DECODE (mailbox)
CLT_DECLARE_DECODE (money)
CLT_DECLARE_DECODE (not)
CLT_DECLARE_DECODE (real)
CLT_DECLARE_DECODE (reference)
CLT_DECLARE_DECODE (references)
CLT_DECLARE_DECODE (tags)
CLT_DECLARE_DECODE (text)
CLT_DECLARE_ENCODE (boolean)
CLT_DECLARE_ENCODE (choice)
CLT_DECLARE_ENCODE (date)
CLT_DECLARE_ENCODE (date_time)
CLT_DECLARE_ENCODE (date_time_sql)
CLT_DECLARE_ENCODE (day_start)
CLT_DECLARE_ENCODE (hours)
CLT_DECLARE_ENCODE (html)
CLT_DECLARE_ENCODE (id_choice)
CLT_DECLARE_ENCODE (id_reference)
CLT_DECLARE_ENCODE (id_references)
CLT_DECLARE_ENCODE (id_tags)
CLT_DECLARE_ENCODE (integer)
CLT_DECLARE_ENCODE (money)
CLT_DECLARE_ENCODE (not)
CLT_DECLARE_ENCODE (real)
CLT_DECLARE_ENCODE (reference)
CLT_DECLARE_ENCODE (references)
CLT_DECLARE_ENCODE (tags)
CLT_DECLARE_ENCODE (text)

#undef CLT_DECLARE_DECODE
#undef CLT_DECLARE_ENCODE

G_END_DECLS
