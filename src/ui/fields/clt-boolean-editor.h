/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"

G_BEGIN_DECLS

#define CLT_TYPE_BOOLEAN_EDITOR (clt_boolean_editor_get_type ())
G_DECLARE_FINAL_TYPE (CltBooleanEditor, clt_boolean_editor, CLT, BOOLEAN_EDITOR, CltFieldEditor)

/* Yes or no; the empty value shows as no. */

G_END_DECLS
