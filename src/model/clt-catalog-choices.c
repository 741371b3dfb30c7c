/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-catalog-choices"

#include "config.h"

#include "clt-catalog-private.h"

/* The choices of the built-in fields, in the order in which they are offered. */

const CltChoiceRow clt_catalog_customer_kinds[] = {
  { "organisation", NC_("kind of customer", "Organisation"), 0, 0 },
  { "person", NC_("kind of customer", "Person"), 0, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_life_cycle[] = {
  { "lead", NC_("life cycle", "Lead"), 0, 0 },
  { "prospect", NC_("life cycle", "Prospect"), 0, 0 },
  { "customer", NC_("life cycle", "Customer"), 0, 0 },
  { "former", NC_("life cycle", "Former customer"), 0, 0 },
  { "partner", NC_("life cycle", "Partner"), 0, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_ratings[] = {
  { "a", NC_("rating of a customer", "A"), 0, 0 },
  { "b", NC_("rating of a customer", "B"), 0, 0 },
  { "c", NC_("rating of a customer", "C"), 0, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_priorities[] = {
  { "0", NC_("priority", "Low"), 0, 0 },
  { "1", NC_("priority", "Normal"), 0, 0 },
  { "2", NC_("priority", "High"), 0, 0 },
  { "3", NC_("priority", "Urgent"), 0, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_lead_statuses[] = {
  { "new", NC_("status of a lead", "New"), 0, 0 },
  { "working", NC_("status of a lead", "Being worked on"), 0, 0 },
  { "qualified", NC_("status of a lead", "Qualified"), CLT_CHOICE_WON, 0 },
  { "disqualified", NC_("status of a lead", "Disqualified"), CLT_CHOICE_LOST, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_deal_stages[] = {
  { "new", NC_("stage of a deal", "New"), 0, 10 },
  { "qualified", NC_("stage of a deal", "Qualified"), 0, 30 },
  { "proposal", NC_("stage of a deal", "Proposal"), 0, 50 },
  { "negotiation", NC_("stage of a deal", "Negotiation"), 0, 80 },
  { "won", NC_("stage of a deal", "Won"), CLT_CHOICE_WON, 100 },
  { "lost", NC_("stage of a deal", "Lost"), CLT_CHOICE_LOST | CLT_CHOICE_FOLDED, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_deal_statuses[] = {
  { "open", NC_("status of a deal", "Open"), 0, 0 },
  { "won", NC_("status of a deal", "Won"), CLT_CHOICE_WON, 0 },
  { "lost", NC_("status of a deal", "Lost"), CLT_CHOICE_LOST, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_sources[] = {
  { "website", NC_("source", "Website"), 0, 0 },
  { "referral", NC_("source", "Referral"), 0, 0 },
  { "fair", NC_("source", "Trade fair"), 0, 0 },
  { "campaign", NC_("source", "Campaign"), 0, 0 },
  { "call", NC_("source", "Phone call"), 0, 0 },
  { "partner", NC_("source", "Partner"), 0, 0 },
  { "other", NC_("source", "Other"), 0, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_event_kinds[] = {
  { "meeting", NC_("kind of event", "Meeting"), 0, 0 },
  { "call", NC_("kind of event", "Call"), 0, 0 },
  { "visit", NC_("kind of event", "Visit"), 0, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_event_statuses[] = {
  { "planned", NC_("status of an event", "Planned"), 0, 0 },
  { "held", NC_("status of an event", "Held"), CLT_CHOICE_WON, 0 },
  { "not-held", NC_("status of an event", "Not held"), CLT_CHOICE_LOST, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_task_kinds[] = {
  { "todo", NC_("kind of task", "To-do"), 0, 0 },
  { "call", NC_("kind of task", "Call"), 0, 0 },
  { "email", NC_("kind of task", "E-mail"), 0, 0 },
  { "meeting", NC_("kind of task", "Meeting"), 0, 0 },
  { "other", NC_("kind of task", "Other"), 0, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_task_statuses[] = {
  { "open", NC_("status of a task", "Open"), 0, 0 },
  { "done", NC_("status of a task", "Done"), CLT_CHOICE_WON, 0 },
  { "cancelled", NC_("status of a task", "Cancelled"), CLT_CHOICE_LOST, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_ticket_kinds[] = {
  { "question", NC_("kind of ticket", "Question"), 0, 0 },
  { "incident", NC_("kind of ticket", "Incident"), 0, 0 },
  { "complaint", NC_("kind of ticket", "Complaint"), CLT_CHOICE_ALERT, 0 },
  { "request", NC_("kind of ticket", "Request"), 0, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_ticket_statuses[] = {
  { "new", NC_("status of a ticket", "New"), 0, 0 },
  { "open", NC_("status of a ticket", "In progress"), 0, 0 },
  { "waiting", NC_("status of a ticket", "Waiting for customer"), 0, 0 },
  { "solved", NC_("status of a ticket", "Solved"), CLT_CHOICE_WON, 0 },
  { "cancelled", NC_("status of a ticket", "Cancelled"), CLT_CHOICE_LOST, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_note_kinds[] = {
  { "note", NC_("kind of note", "Note"), 0, 0 },
  { "call", NC_("kind of note", "Call"), 0, 0 },
  { "email", NC_("kind of note", "E-mail"), 0, 0 },
  { "visit", NC_("kind of note", "Visit"), 0, 0 },
  { "change", NC_("kind of note", "Change"), CLT_CHOICE_HIDDEN, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_message_directions[] = {
  { "in", NC_("direction of a message", "Received"), 0, 0 },
  { "out", NC_("direction of a message", "Sent"), 0, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_quote_statuses[] = {
  { "draft", NC_("status of a quote", "Draft"), 0, 0 },
  { "sent", NC_("status of a quote", "Sent"), 0, 0 },
  { "accepted", NC_("status of a quote", "Accepted"), CLT_CHOICE_WON, 0 },
  { "cancelled", NC_("status of a quote", "Cancelled"), CLT_CHOICE_LOST, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_campaign_statuses[] = {
  { "planned", NC_("status of a campaign", "Planned"), 0, 0 },
  { "running", NC_("status of a campaign", "Running"), 0, 0 },
  { "finished", NC_("status of a campaign", "Finished"), CLT_CHOICE_WON, 0 },
  { "cancelled", NC_("status of a campaign", "Cancelled"), CLT_CHOICE_LOST, 0 },
  { NULL }
};

const CltChoiceRow clt_catalog_article_statuses[] = {
  { "draft", NC_("status of an article", "Draft"), 0, 0 },
  { "published", NC_("status of an article", "Published"), CLT_CHOICE_WON, 0 },
  { "withdrawn", NC_("status of an article", "Withdrawn"), CLT_CHOICE_LOST, 0 },
  { NULL }
};
