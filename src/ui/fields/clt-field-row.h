/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field-editor.h"
#include "clt-record.h"

G_BEGIN_DECLS

#define CLT_TYPE_FIELD_ROW (clt_field_row_get_type ())
G_DECLARE_FINAL_TYPE (CltFieldRow, clt_field_row, CLT, FIELD_ROW, GtkWidget)

/* A field's label, its value edited in place, and beside it what became of the last edit.
 *
 * There is no edit mode: Enter or leaving the value saves it through the session's commands,
 * Escape brings the stored value back. A wrong value, or one that could not be saved, stays as it
 * was typed with a sentence that says what is wrong.
 *
 * Properties: "field" (name of the field), "session", "record" (nullable), "show-label",
 *   "draft" (nothing is saved: the owner asks for the value with clt_field_row_dup_value()). */

GtkWidget      *clt_field_row_new         (const char  *field);
const char     *clt_field_row_get_field   (CltFieldRow *self);
void            clt_field_row_set_session (CltFieldRow *self,
                                           CltSession  *session);
void            clt_field_row_set_record  (CltFieldRow *self,
                                           CltRecord   *record);
void            clt_field_row_set_draft   (CltFieldRow *self,
                                           gboolean     draft);
/* NULL until a record whose entity has the field was set. */
CltFieldEditor *clt_field_row_get_editor  (CltFieldRow *self);
/* The value as typed, or NULL; then the row itself says what is wrong with it. */
CltValue       *clt_field_row_dup_value   (CltFieldRow *self);

G_END_DECLS
