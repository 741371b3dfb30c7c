/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-view.h"

G_BEGIN_DECLS

#define CLT_VIEW_MOST_ROLES 2

/* One way to look at records: one row of the table. */
typedef struct
{
  const char *id;        /* "table": kept in saved views */
  const char *title;     /* N_() */
  const char *icon_name;
  CltRole     roles[CLT_VIEW_MOST_ROLES]; /* what the entity must have, besides NONE */
  GtkWidget *(*create)   (CltSession *session,
                          CltQuery   *query);
} CltViewKind;

const CltViewKind *clt_view_registry_get     (guint              index);
guint              clt_view_registry_size    (void);
const CltViewKind *clt_view_registry_find    (const char        *id);
gboolean           clt_view_kind_is_for      (const CltViewKind *self,
                                              CltEntity         *entity);

G_END_DECLS
