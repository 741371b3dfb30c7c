/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"

G_BEGIN_DECLS

#define CLT_TYPE_TEXT_EDITOR (clt_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (CltTextEditor, clt_text_editor, CLT, TEXT_EDITOR, CltFieldEditor)

/* A value that fits one line of text: words, numbers, durations; addresses with a button that
 * writes, calls or opens. */

G_END_DECLS
