/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record.h"
#include "clt-session.h"

G_BEGIN_DECLS

#define CLT_TYPE_FORM (clt_form_get_type ())
G_DECLARE_FINAL_TYPE (CltForm, clt_form, CLT, FORM, GtkWidget)

/* All fields of a record, by groups, in as many columns as there is room for. Where the resource
 * ui/record/<entity>.ui exists it says which field stands where, and what it does not place follows
 * under "More"; any other entity gets its form from the schema. */

GtkWidget *clt_form_new         (void);
void       clt_form_set_session (CltForm    *self,
                                 CltSession *session);
/* @record: (nullable) */
void       clt_form_set_record  (CltForm    *self,
                                 CltRecord  *record);

G_END_DECLS
