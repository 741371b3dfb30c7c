/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"

G_BEGIN_DECLS

#define CLT_TYPE_MONEY_EDITOR (clt_money_editor_get_type ())
G_DECLARE_FINAL_TYPE (CltMoneyEditor, clt_money_editor, CLT, MONEY_EDITOR, CltFieldEditor)

/* An amount and its currency. */

G_END_DECLS
