/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"

G_BEGIN_DECLS

/* The table kind → editor. @session: (nullable): without one, references cannot be searched. */
CltFieldEditor *clt_field_editor_new (CltField   *field,
                                      CltSession *session);

G_END_DECLS
