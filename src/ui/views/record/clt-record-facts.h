/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clt-record.h"

G_BEGIN_DECLS

#define CLT_TYPE_RECORD_FACTS (clt_record_facts_get_type ())
G_DECLARE_FINAL_TYPE (CltRecordFacts, clt_record_facts, CLT, RECORD_FACTS, GtkWidget)

/* Where a record stands, at a glance: a chip for each telling role that has a value. */

GtkWidget *clt_record_facts_new        (void);
void       clt_record_facts_set_record (CltRecordFacts *self,
                                        CltRecord      *record);

G_END_DECLS
