/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-view-registry"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-table-view.h"
#include "clt-view-registry.h"

/* A new view is a row here: it is offered wherever the roles exist. The first is what a place
 * opens with. */
static const CltViewKind kinds[] = {
  { "table", NC_("view", "Table"), "view-list-symbolic", { CLT_ROLE_NONE }, clt_table_view_new },
};

/**
 * clt_view_registry_size:
 *
 * Returns: how many kinds of views there are
 */
guint
clt_view_registry_size (void)
{
  return G_N_ELEMENTS (kinds);
}

/**
 * clt_view_registry_get:
 * @index: below clt_view_registry_size()
 *
 * Returns: (transfer none): a kind of view
 */
const CltViewKind *
clt_view_registry_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (kinds), NULL);

  return &kinds[index];
}

/**
 * clt_view_registry_find:
 * @id: (nullable): a view's id
 *
 * Returns: (transfer none): its row; the first one for an id that this version does
 *   not know, so that a saved view of another version still opens
 */
const CltViewKind *
clt_view_registry_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return &kinds[i];

  return &kinds[0];
}

/**
 * clt_view_kind_is_for:
 * @self: a kind of view
 * @entity: an entity
 *
 * Returns: whether the entity has the roles that the view needs
 */
gboolean
clt_view_kind_is_for (const CltViewKind *self,
                      CltEntity         *entity)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (entity != NULL, FALSE);

  for (gsize i = 0; i < CLT_VIEW_MOST_ROLES; i++)
    if (self->roles[i] != CLT_ROLE_NONE && clt_entity_find_role (entity, self->roles[i]) == NULL)
      return FALSE;

  return TRUE;
}
