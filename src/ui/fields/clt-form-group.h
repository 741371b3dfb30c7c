/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLT_TYPE_FORM_GROUP (clt_form_group_get_type ())
G_DECLARE_FINAL_TYPE (CltFormGroup, clt_form_group, CLT, FORM_GROUP, GtkBox)

/* A heading and the field rows below it. Property: "title". */

GtkWidget *clt_form_group_new (const char *title);

G_END_DECLS
