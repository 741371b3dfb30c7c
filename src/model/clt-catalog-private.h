/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gi18n.h>

#include "clt-choice.h"

G_BEGIN_DECLS

/* Only for the files clt-catalog*.c. */

/* A label with its context, as C_() would look it up: "Call" is one word for a kind of event,
 * another for a kind of note. */
#undef NC_
#define NC_(context, text) context "\004" text

typedef struct
{
  const char     *id;
  const char     *label;
  CltChoiceFlags  flags;
  double          probability; /* percent */
} CltChoiceRow;

/* Each ends with a NULL id. */
extern const CltChoiceRow clt_catalog_article_statuses[];
extern const CltChoiceRow clt_catalog_campaign_statuses[];
extern const CltChoiceRow clt_catalog_customer_kinds[];
extern const CltChoiceRow clt_catalog_deal_stages[];
extern const CltChoiceRow clt_catalog_deal_statuses[];
extern const CltChoiceRow clt_catalog_event_kinds[];
extern const CltChoiceRow clt_catalog_event_statuses[];
extern const CltChoiceRow clt_catalog_lead_statuses[];
extern const CltChoiceRow clt_catalog_life_cycle[];
extern const CltChoiceRow clt_catalog_message_directions[];
extern const CltChoiceRow clt_catalog_note_kinds[];
extern const CltChoiceRow clt_catalog_priorities[];
extern const CltChoiceRow clt_catalog_quote_statuses[];
extern const CltChoiceRow clt_catalog_ratings[];
extern const CltChoiceRow clt_catalog_sources[];
extern const CltChoiceRow clt_catalog_task_kinds[];
extern const CltChoiceRow clt_catalog_task_statuses[];
extern const CltChoiceRow clt_catalog_ticket_kinds[];
extern const CltChoiceRow clt_catalog_ticket_statuses[];

G_END_DECLS
