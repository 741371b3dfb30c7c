/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"

G_BEGIN_DECLS

#define CLT_TYPE_TAGS_EDITOR (clt_tags_editor_get_type ())
G_DECLARE_FINAL_TYPE (CltTagsEditor, clt_tags_editor, CLT, TAGS_EDITOR, CltFieldEditor)

/* Words as chips, and an entry that adds one. */

G_END_DECLS
