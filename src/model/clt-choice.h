/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  CLT_CHOICE_NONE = 0,
  CLT_CHOICE_WON = 1 << 0,    /* a stage or status that ends well: won, solved, done */
  CLT_CHOICE_LOST = 1 << 1,   /* … that ends badly: lost, cancelled */
  CLT_CHOICE_FOLDED = 1 << 2, /* shown collapsed on boards */
  CLT_CHOICE_HIDDEN = 1 << 3, /* no longer offered, still shown where a record has it */
  CLT_CHOICE_ALERT = 1 << 4,  /* a kind that must not be missed while open: a complaint */
} CltChoiceFlags;

/* One of the values of a choice field: an id for the store, a label for people. Immutable. */
typedef struct _CltChoice CltChoice;

#define CLT_TYPE_CHOICE (clt_choice_get_type ())

GType           clt_choice_get_type        (void) G_GNUC_CONST;
CltChoice      *clt_choice_new             (const char     *id,
                                            const char     *label,
                                            CltChoiceFlags  flags,
                                            double          probability);
CltChoice      *clt_choice_ref             (const CltChoice *self);
void            clt_choice_unref           (CltChoice *self);

const char     *clt_choice_get_id          (const CltChoice *self);
const char     *clt_choice_get_label       (const CltChoice *self);
CltChoiceFlags  clt_choice_get_flags       (const CltChoice *self);
double          clt_choice_get_probability (const CltChoice *self);
gboolean        clt_choice_is_closed       (const CltChoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltChoice, clt_choice_unref)

G_END_DECLS
