/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-connector.h"

G_BEGIN_DECLS

/* One thing the sign-in form asks for. */
typedef struct
{
  const char *name;        /* key in the settings: "url", "database", "secret", "project" … */
  const char *label;       /* not yet translated: N_() */
  const char *placeholder; /* (nullable), likewise */
  gboolean    required;
  gboolean    secret;      /* goes to the keyring, is never shown, never written to a file */
} CltConnectorSetting;

/* One kind of server: one row of the table. */
typedef struct
{
  const char                *id;          /* "odoo" */
  const char                *name;        /* a proper name: "Odoo" */
  const char                *description; /* N_(): which versions, what is needed */
  const CltConnectorSetting *settings;    /* ended by a NULL name */
  /* @settings: (element-type utf8 utf8), the secret included. Bad ones (no URL, http to elsewhere
   * than loopback …): CLT_ERROR_INVALID */
  CltConnector            *(*create)      (GHashTable *settings, GError **error);
} CltConnectorKind;

const CltConnectorKind *clt_connector_registry_get  (guint      index);
guint                   clt_connector_registry_size (void);
const CltConnectorKind *clt_connector_registry_find (const char *id);

G_END_DECLS
