/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-sample.h"

G_BEGIN_DECLS

/* Names, companies and places, for those who make customers and for those who make leads. */

extern const CltSampleWeight clt_sample_sources[];

char                 *clt_sample_make_name    (CltSample                *self,
                                               const CltSampleNaming    *naming,
                                               char                    **mailbox);
char                 *clt_sample_make_company (CltSample                *self,
                                               const CltSamplePlace     *place,
                                               const CltSampleIndustry  *industry,
                                               const char              **brand,
                                               char                    **domain);
const CltSamplePlace *clt_sample_any_place    (CltSample                *self,
                                               CltSampleLanguage         language);
void                  clt_sample_set_phone    (CltSample                *self,
                                               CltSampleRecord          *record,
                                               const char               *field,
                                               const char               *format);
void                  clt_sample_set_place    (CltSample                *self,
                                               CltSampleRecord          *record,
                                               const CltSamplePlace     *place);

G_END_DECLS
