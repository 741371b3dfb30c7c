/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"

G_BEGIN_DECLS

#define CLT_TYPE_REFERENCE_EDITOR (clt_reference_editor_get_type ())
G_DECLARE_FINAL_TYPE (CltReferenceEditor, clt_reference_editor, CLT, REFERENCE_EDITOR,
                      CltFieldEditor)

/* Another record: of the target entity, or for a link of any. */

G_END_DECLS
