/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-field.h"
#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_FIELD_EDITOR (clt_field_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (CltFieldEditor, clt_field_editor, CLT, FIELD_EDITOR, GtkWidget)

/* Shows a value and lets a person change it; which record the value belongs to, and what becomes
 * of the change, is the business of who holds the editor: a CltFieldRow saves it, a filter compares
 * with it. One subclass per shape of input; which kind uses which stands in clt-field-widgets.c.
 *
 * Properties: "field" (CltField, construct only), "session" (CltSession, nullable, construct only).
 * Signals: ::committed: the person is done (Enter, left the field, chose an item) and the value
 *   differs from the one shown; ::reverted: Escape brought the shown value back. */
struct _CltFieldEditorClass
{
  GtkWidgetClass parent_class;

  void      (*show)      (CltFieldEditor *self,
                          CltValue       *value,
                          const char     *label);
  CltValue *(*dup_value) (CltFieldEditor  *self,
                          GError         **error);
  gboolean  (*is_edited) (CltFieldEditor *self);
};

CltField   *clt_field_editor_get_field   (CltFieldEditor *self);
CltSession *clt_field_editor_get_session (CltFieldEditor *self);
CltValue   *clt_field_editor_get_shown   (CltFieldEditor *self);
GtkWidget  *clt_field_editor_get_input   (CltFieldEditor *self);

/* @label: (nullable): the title of the record that a reference points to */
void        clt_field_editor_show        (CltFieldEditor  *self,
                                          CltValue        *value,
                                          const char      *label);
CltValue   *clt_field_editor_dup_value   (CltFieldEditor  *self,
                                          GError         **error);
gboolean    clt_field_editor_is_edited   (CltFieldEditor  *self);
/* @sentence: (nullable): what is wrong; NULL if nothing is */
void        clt_field_editor_set_problem (CltFieldEditor  *self,
                                          const char      *sentence);
void        clt_field_editor_set_locked  (CltFieldEditor  *self,
                                          gboolean         is_locked);

/* For subclasses. */
void        clt_field_editor_set_input   (CltFieldEditor  *self,
                                          GtkWidget       *input);
void        clt_field_editor_commit      (CltFieldEditor  *self);
void        clt_field_editor_revert      (CltFieldEditor  *self);

G_END_DECLS
