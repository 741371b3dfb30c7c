/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-widgets"

#include "config.h"

#include "clt-boolean-editor.h"
#include "clt-choice-editor.h"
#include "clt-date-editor.h"
#include "clt-field-widgets.h"
#include "clt-long-text-editor.h"
#include "clt-money-editor.h"
#include "clt-reference-editor.h"
#include "clt-references-editor.h"
#include "clt-tags-editor.h"
#include "clt-text-editor.h"

/* The table: by which editor a kind of field is shown and changed. */
static GType (*const editor_types[CLT_N_FIELD_KINDS]) (void) = {
  [CLT_FIELD_TEXT] = clt_text_editor_get_type,
  [CLT_FIELD_LONG_TEXT] = clt_long_text_editor_get_type,
  [CLT_FIELD_EMAIL] = clt_text_editor_get_type,
  [CLT_FIELD_PHONE] = clt_text_editor_get_type,
  [CLT_FIELD_URL] = clt_text_editor_get_type,
  [CLT_FIELD_INTEGER] = clt_text_editor_get_type,
  [CLT_FIELD_REAL] = clt_text_editor_get_type,
  [CLT_FIELD_PERCENT] = clt_text_editor_get_type,
  [CLT_FIELD_BOOLEAN] = clt_boolean_editor_get_type,
  [CLT_FIELD_DATE] = clt_date_editor_get_type,
  [CLT_FIELD_DATE_TIME] = clt_date_editor_get_type,
  [CLT_FIELD_DURATION] = clt_text_editor_get_type,
  [CLT_FIELD_MONEY] = clt_money_editor_get_type,
  [CLT_FIELD_CHOICE] = clt_choice_editor_get_type,
  [CLT_FIELD_TAGS] = clt_tags_editor_get_type,
  [CLT_FIELD_REFERENCE] = clt_reference_editor_get_type,
  [CLT_FIELD_REFERENCES] = clt_references_editor_get_type,
  [CLT_FIELD_LINK] = clt_reference_editor_get_type,
};

/**
 * clt_field_editor_new:
 * @field: what is to be edited
 * @session: (nullable): where records to refer to are looked for
 *
 * Makes the editor for a field, showing the empty value.
 *
 * Returns: (transfer floating): the editor
 */
CltFieldEditor *
clt_field_editor_new (CltField   *field,
                      CltSession *session)
{
  g_autoptr (CltValue) none = clt_value_new_none ();
  CltFieldEditor *editor;
  CltFieldKind kind;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (session == NULL || CLT_IS_SESSION (session), NULL);

  kind = clt_field_get_kind (field);
  g_return_val_if_fail (kind < CLT_N_FIELD_KINDS, NULL);

  editor = g_object_new (editor_types[kind] (),
                         "field", field,
                         "session", session,
                         NULL);
  clt_field_editor_show (editor, none, NULL);

  return editor;
}
