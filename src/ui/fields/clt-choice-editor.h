/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"

G_BEGIN_DECLS

#define CLT_TYPE_CHOICE_EDITOR (clt_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (CltChoiceEditor, clt_choice_editor, CLT, CHOICE_EDITOR, CltFieldEditor)

/* One of the choices of the field, or none where the field may be empty. */

G_END_DECLS
