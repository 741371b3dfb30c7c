/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"

G_BEGIN_DECLS

#define CLT_TYPE_DATE_EDITOR (clt_date_editor_get_type ())
G_DECLARE_FINAL_TYPE (CltDateEditor, clt_date_editor, CLT, DATE_EDITOR, CltFieldEditor)

/* A day, or a moment of a day: typed, or its day chosen from a calendar. */

G_END_DECLS
