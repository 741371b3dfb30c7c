/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-remote-references"

#include "config.h"

#include "clt-record-key.h"
#include "clt-remote-references.h"
#include "clt-row.h"

struct _CltRemoteReferences
{
  CltDb      *db;
  CltLayout  *layout;
  GHashTable *known; /* (owned) (element-type utf8 CltValue): "entity server's id" → reference */
};

/**
 * clt_remote_references_new:
 * @db: the writer's connection
 * @layout: of the workspace
 *
 * Returns: (transfer full): what resolves the references of one page
 */
CltRemoteReferences *
clt_remote_references_new (CltDb     *db,
                           CltLayout *layout)
{
  CltRemoteReferences *self = g_new0 (CltRemoteReferences, 1);

  self->db = db;
  self->layout = layout;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) clt_value_unref);

  return self;
}

/**
 * clt_remote_references_free:
 * @self: (transfer full): of the page
 *
 * Frees it.
 */
void
clt_remote_references_free (CltRemoteReferences *self)
{
  g_hash_table_unref (self->known);
  g_free (self);
}

/* A record that is not here yet: a row that only has the label the server gave, hidden until the
 * record itself arrives. So references never wait for an order of pulling. */
static gboolean
clt_remote_references_make_stub (CltRemoteReferences  *self,
                                 CltEntityTable       *table,
                                 const CltValue       *value,
                                 gint64               *id,
                                 GError              **error)
{
  g_autoptr (CltRow) stub = clt_row_new (table, clt_record_id_new ());
  g_autoptr (CltValue) label = clt_value_new_text (clt_value_get_label (value));
  const int title = clt_entity_find_role_index (clt_entity_table_get_entity (table),
                                                CLT_ROLE_TITLE);

  stub->remote_id = g_strdup (clt_value_get_remote_id (value));
  stub->hidden = CLT_HIDDEN_STUB;
  stub->state = CLT_SYNC_SYNCED;
  if (title >= 0)
    clt_row_set (stub, (guint) title, label);

  *id = stub->id;

  return clt_row_insert (stub, self->db, error);
}

static gboolean
clt_remote_references_find (CltRemoteReferences  *self,
                            CltEntityTable       *table,
                            const char           *remote_id,
                            gint64               *id,
                            GError              **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\" FROM %s WHERE \"remote_id\" = :remote",
                                          clt_entity_table_get_name (table));
  g_autoptr (CltStatement) statement = clt_db_prepare (self->db, sql, error);
  CltStep step;

  *id = 0;
  if (statement == NULL)
    return FALSE;

  clt_statement_bind_text (statement, ":remote", remote_id);
  step = clt_statement_step (statement, error);
  if (step == CLT_STEP_ROW)
    *id = clt_statement_get_int (statement, 0);

  return step != CLT_STEP_FAILED;
}

static CltValue *
clt_remote_references_resolve_one (CltRemoteReferences  *self,
                                   const CltValue       *value,
                                   GError              **error)
{
  const char *entity = clt_value_get_entity (value);
  const char *remote_id = clt_value_get_remote_id (value);
  g_autofree char *key = g_strconcat (entity, " ", remote_id, NULL);
  CltValue *known = g_hash_table_lookup (self->known, key);
  CltEntityTable *table = clt_layout_find_table (self->layout, entity, NULL);
  gint64 id;

  if (known != NULL)
    return clt_value_ref (known);

  /* Something that this program has no table for. */
  if (table == NULL)
    return clt_value_new_none ();

  if (!clt_remote_references_find (self, table, remote_id, &id, error))
    return NULL;
  if (id == 0 && !clt_remote_references_make_stub (self, table, value, &id, error))
    return NULL;

  known = clt_value_new_reference (entity, id);
  g_hash_table_insert (self->known, g_steal_pointer (&key), known);

  return clt_value_ref (known);
}

/**
 * clt_remote_references_resolve:
 * @self: of the page
 * @value: a value of the page
 * @error: return location for an error
 *
 * Makes references to local records of references to the server's, inside lists
 * too; any other value stays as it is.
 *
 * Returns: (transfer full) (nullable): the value
 */
CltValue *
clt_remote_references_resolve (CltRemoteReferences  *self,
                               const CltValue       *value,
                               GError              **error)
{
  g_autoptr (GPtrArray) items = NULL;

  if (clt_value_get_value_type (value) == CLT_VALUE_REMOTE_REFERENCE)
    return clt_remote_references_resolve_one (self, value, error);

  if (clt_value_get_value_type (value) != CLT_VALUE_LIST)
    return clt_value_ref (value);

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  for (gsize i = 0; i < clt_value_get_n_items (value); i++)
    {
      g_autoptr (CltValue) item =
        clt_remote_references_resolve (self, clt_value_get_item (value, i), error);

      if (item == NULL)
        return NULL;
      if (!clt_value_is_none (item))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  return clt_value_new_list ((CltValue **) items->pdata, items->len);
}
