/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-schema-store"

#include "config.h"

#include "clt-json.h"
#include "clt-meta.h"
#include "clt-schema-store.h"

#define KEY "schema"

/**
 * clt_schema_store_load:
 * @db: a connection
 * @builtin: what this program knows
 * @error: return location for an error
 *
 * Merges what the server said last into what this program knows. A description
 * that cannot be read is no description: the next sign-in brings another.
 *
 * Returns: (transfer full) (nullable): the schema
 */
CltSchema *
clt_schema_store_load (CltDb      *db,
                       CltSchema  *builtin,
                       GError    **error)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (CltSchema) described = NULL;

  if (!clt_meta_read (db, KEY, &text, error))
    return NULL;

  node = text != NULL ? clt_json_parse_text (text, NULL) : NULL;
  described = node != NULL ? clt_schema_new_from_json (node, NULL) : NULL;

  return described != NULL ? clt_schema_merge (builtin, described) : clt_schema_ref (builtin);
}

/**
 * clt_schema_store_save:
 * @db: the writer's connection
 * @described: what the server said
 * @error: return location for an error
 *
 * Returns: %FALSE if it failed
 */
gboolean
clt_schema_store_save (CltDb      *db,
                       CltSchema  *described,
                       GError    **error)
{
  g_autoptr (JsonNode) node = clt_schema_to_json (described);
  g_autofree char *text = clt_json_to_text (node);

  return clt_meta_write (db, KEY, text, error);
}
