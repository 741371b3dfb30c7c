/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-connector-registry"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-connector-registry.h"
#include "clt-odoo-connector.h"

static const CltConnectorSetting odoo_settings[] = {
  { "url", N_("Address"), "https://crm.example.org", TRUE, FALSE },
  { "database", N_("Database"), N_("Only if the server has several"), FALSE, FALSE },
  /* Translators: an API key is a long password that Odoo makes for programs */
  { "secret", N_("API key"), NULL, TRUE, TRUE },
  /* Translators: a project of the server, whose tasks are shown as tickets */
  { "project", N_("Ticket project"), N_("Its tasks are shown as tickets"), FALSE, FALSE },
  { NULL }
};

static const CltConnectorKind kinds[] = {
  { "odoo", "Odoo", N_("Odoo 19 or newer, with an API key from your preferences in Odoo"),
    odoo_settings, clt_odoo_connector_new },
};

/**
 * clt_connector_registry_get:
 * @index: which kind, less than clt_connector_registry_size()
 *
 * Returns: (transfer none): a kind of server
 */
const CltConnectorKind *
clt_connector_registry_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (kinds), NULL);

  return &kinds[index];
}

/**
 * clt_connector_registry_size:
 *
 * Returns: how many kinds of servers there are
 */
guint
clt_connector_registry_size (void)
{
  return G_N_ELEMENTS (kinds);
}

/**
 * clt_connector_registry_find:
 * @id: (nullable): the id of a kind, such as "odoo"
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL if there is none
 */
const CltConnectorKind *
clt_connector_registry_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return &kinds[i];

  return NULL;
}
