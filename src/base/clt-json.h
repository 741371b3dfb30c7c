/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define CLT_JSON_MAX_DEPTH 64
#define CLT_JSON_MAX_BYTES (32 * 1024 * 1024)

/* The gate: size, nesting, completeness and UTF-8 are checked before json-glib sees a byte. */
JsonNode   *clt_json_parse           (GBytes  *bytes,
                                      GError **error);
JsonNode   *clt_json_parse_text      (const char  *text,
                                      GError     **error);
char       *clt_json_to_text         (JsonNode *node);
JsonNode   *clt_json_take_object     (JsonObject *object);
JsonNode   *clt_json_take_array      (JsonArray *array);

/* Total getters. @path is member names joined by dots ("fields.name.type"). The get functions
 * say which path was wrong; the peek functions answer the fallback for what is absent, null, or of
 * another type. */
JsonObject *clt_json_get_object      (JsonNode    *node,
                                      const char  *path,
                                      GError     **error);
JsonArray  *clt_json_get_array       (JsonNode    *node,
                                      const char  *path,
                                      GError     **error);
const char *clt_json_get_string      (JsonNode    *node,
                                      const char  *path,
                                      GError     **error);
gboolean    clt_json_get_int         (JsonNode    *node,
                                      const char  *path,
                                      gint64      *value,
                                      GError     **error);
JsonNode   *clt_json_peek            (JsonNode   *node,
                                      const char *path);
const char *clt_json_peek_string     (JsonNode   *node,
                                      const char *path,
                                      const char *fallback);
gint64      clt_json_peek_int        (JsonNode   *node,
                                      const char *path,
                                      gint64      fallback);
double      clt_json_peek_double     (JsonNode   *node,
                                      const char *path,
                                      double      fallback);
gboolean    clt_json_peek_boolean    (JsonNode   *node,
                                      const char *path,
                                      gboolean    fallback);

G_END_DECLS
