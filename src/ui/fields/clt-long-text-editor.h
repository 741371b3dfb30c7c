/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"

G_BEGIN_DECLS

#define CLT_TYPE_LONG_TEXT_EDITOR (clt_long_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (CltLongTextEditor, clt_long_text_editor, CLT, LONG_TEXT_EDITOR,
                      CltFieldEditor)

/* Several lines of text. Enter makes a line; leaving or Ctrl+Enter is being done. */

G_END_DECLS
