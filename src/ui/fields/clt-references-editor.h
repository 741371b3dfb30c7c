/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"

G_BEGIN_DECLS

#define CLT_TYPE_REFERENCES_EDITOR (clt_references_editor_get_type ())
G_DECLARE_FINAL_TYPE (CltReferencesEditor, clt_references_editor, CLT, REFERENCES_EDITOR,
                      CltFieldEditor)

/* Other records as chips, and a button that adds one. */

G_END_DECLS
