/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-catalog"

#include "config.h"

#include <string.h>

#include "clt-catalog-private.h"
#include "clt-catalog.h"

/* The built-in entities, as tables. From a row follow the SQL column, the codec, the list column,
 * the form row, the filter, search, CSV and the conflict view: adding a field is adding a row here
 * and in the maps of the servers that have it. Tables describe data, never behaviour. */

typedef struct
{
  const char         *name;
  CltFieldKind        kind;
  const char         *label;
  const char         *group;
  CltRole             role;
  CltFieldFlags       flags;
  const char         *target;  /* entity of a reference */
  const CltChoiceRow *choices; /* (nullable), ended by a NULL id */
} FieldRow;

typedef struct
{
  const char     *name;
  const char     *label;
  const char     *label_plural;
  const char     *icon_name;
  CltEntityFlags  flags;
  const FieldRow *fields; /* ended by a NULL name */
} EntityRow;

#define CONTEXT_END '\004'

#define REQUIRED CLT_FIELD_REQUIRED
#define READ_ONLY CLT_FIELD_READ_ONLY
#define SEARCHED CLT_FIELD_SEARCHED
#define COLUMN CLT_FIELD_COLUMN
#define INDEXED CLT_FIELD_INDEXED
#define HIDDEN CLT_FIELD_HIDDEN

/* Groups: the headings of a form. */
#define MAIN N_("General")
#define REACH N_("Contact Details")
#define ADDRESS N_("Address")
#define PEOPLE N_("Responsible")
#define DATES N_("Dates")
#define MONEY N_("Figures")
#define SYSTEM N_("System")

/* {{{ Fields */

#define TITLE_FIELD(text) \
  { "name", CLT_FIELD_TEXT, text, MAIN, CLT_ROLE_TITLE, REQUIRED | SEARCHED | COLUMN | INDEXED }
#define OWNER_FIELD \
  { "owner", CLT_FIELD_REFERENCE, N_("Responsible"), PEOPLE, CLT_ROLE_OWNER, \
    COLUMN | INDEXED, "user" }
#define TEAM_FIELD \
  { "team", CLT_FIELD_REFERENCE, N_("Team"), PEOPLE, CLT_ROLE_TEAM, 0, "team" }
#define TAGS_FIELD \
  { "tags", CLT_FIELD_TAGS, N_("Tags"), MAIN, CLT_ROLE_TAGS, SEARCHED }
#define BODY_FIELD(text) \
  { "description", CLT_FIELD_LONG_TEXT, text, MAIN, CLT_ROLE_BODY, SEARCHED }
#define PRIORITY_FIELD \
  { "priority", CLT_FIELD_CHOICE, N_("Priority"), MAIN, CLT_ROLE_PRIORITY, \
    COLUMN, NULL, clt_catalog_priorities }
#define STAMP_FIELDS \
  { "archived", CLT_FIELD_BOOLEAN, N_("Archived"), SYSTEM, CLT_ROLE_ARCHIVED, 0 }, \
  { "created", CLT_FIELD_DATE_TIME, N_("Created"), SYSTEM, CLT_ROLE_CREATED, READ_ONLY }, \
  { "modified", CLT_FIELD_DATE_TIME, N_("Modified"), SYSTEM, CLT_ROLE_MODIFIED, \
    READ_ONLY | INDEXED }
#define ADDRESS_FIELDS \
  { "street", CLT_FIELD_TEXT, N_("Street"), ADDRESS, CLT_ROLE_NONE, 0 }, \
  { "street2", CLT_FIELD_TEXT, N_("Address line 2"), ADDRESS, CLT_ROLE_NONE, 0 }, \
  { "postal_code", CLT_FIELD_TEXT, N_("Postal code"), ADDRESS, CLT_ROLE_NONE, 0 }, \
  { "city", CLT_FIELD_TEXT, N_("City"), ADDRESS, CLT_ROLE_CITY, SEARCHED | COLUMN | INDEXED }, \
  { "region", CLT_FIELD_TEXT, N_("State or province"), ADDRESS, CLT_ROLE_NONE, 0 }, \
  { "country", CLT_FIELD_TEXT, N_("Country"), ADDRESS, CLT_ROLE_COUNTRY, 0 }

static const FieldRow customer_fields[] = {
  TITLE_FIELD (N_("Name")),
  { "kind", CLT_FIELD_CHOICE, N_("Kind"), MAIN, CLT_ROLE_KIND,
    0, NULL, clt_catalog_customer_kinds },
  { "stage", CLT_FIELD_CHOICE, N_("Life cycle"), MAIN, CLT_ROLE_LIFE_CYCLE,
    COLUMN | INDEXED, NULL, clt_catalog_life_cycle },
  { "rating", CLT_FIELD_CHOICE, N_("Rating"), MAIN, CLT_ROLE_PRIORITY,
    0, NULL, clt_catalog_ratings },
  { "industry", CLT_FIELD_TEXT, N_("Industry"), MAIN, CLT_ROLE_NONE, SEARCHED | COLUMN },
  { "source", CLT_FIELD_CHOICE, N_("Source"), MAIN, CLT_ROLE_SOURCE, 0, NULL, clt_catalog_sources },
  { "email", CLT_FIELD_EMAIL, N_("E-mail"), REACH, CLT_ROLE_EMAIL, SEARCHED | COLUMN },
  { "phone", CLT_FIELD_PHONE, N_("Phone"), REACH, CLT_ROLE_PHONE, SEARCHED | COLUMN },
  { "website", CLT_FIELD_URL, N_("Website"), REACH, CLT_ROLE_WEBSITE, 0 },
  ADDRESS_FIELDS,
  OWNER_FIELD,
  TEAM_FIELD,
  TAGS_FIELD,
  { "tax_id", CLT_FIELD_TEXT, N_("Tax number"), MONEY, CLT_ROLE_NONE, 0 },
  { "employees", CLT_FIELD_INTEGER, N_("Employees"), MONEY, CLT_ROLE_NONE, 0 },
  { "revenue", CLT_FIELD_MONEY, N_("Yearly revenue"), MONEY, CLT_ROLE_NONE, 0 },
  { "last_contact", CLT_FIELD_DATE_TIME, N_("Last contact"), DATES, CLT_ROLE_NONE, INDEXED },
  BODY_FIELD (N_("Notes")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow contact_fields[] = {
  TITLE_FIELD (N_("Name")),
  { "customer", CLT_FIELD_REFERENCE, N_("Customer"), MAIN, CLT_ROLE_CUSTOMER,
    COLUMN | INDEXED, "customer" },
  { "job_title", CLT_FIELD_TEXT, N_("Job title"), MAIN, CLT_ROLE_NONE, SEARCHED | COLUMN },
  { "department", CLT_FIELD_TEXT, N_("Department"), MAIN, CLT_ROLE_NONE, 0 },
  { "birthday", CLT_FIELD_DATE, N_("Birthday"), MAIN, CLT_ROLE_NONE, 0 },
  { "email", CLT_FIELD_EMAIL, N_("E-mail"), REACH, CLT_ROLE_EMAIL, SEARCHED | COLUMN },
  { "phone", CLT_FIELD_PHONE, N_("Phone"), REACH, CLT_ROLE_PHONE, SEARCHED | COLUMN },
  { "mobile", CLT_FIELD_PHONE, N_("Mobile"), REACH, CLT_ROLE_NONE, SEARCHED },
  { "do_not_contact", CLT_FIELD_BOOLEAN, N_("Do not contact"), REACH, CLT_ROLE_NONE, 0 },
  ADDRESS_FIELDS,
  OWNER_FIELD,
  TAGS_FIELD,
  BODY_FIELD (N_("Notes")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow lead_fields[] = {
  TITLE_FIELD (N_("Subject")),
  { "company", CLT_FIELD_TEXT, N_("Company"), MAIN, CLT_ROLE_NONE, SEARCHED | COLUMN },
  { "person", CLT_FIELD_TEXT, N_("Person"), MAIN, CLT_ROLE_NONE, SEARCHED | COLUMN },
  { "status", CLT_FIELD_CHOICE, N_("Status"), MAIN, CLT_ROLE_STATUS,
    COLUMN | INDEXED, NULL, clt_catalog_lead_statuses },
  PRIORITY_FIELD,
  { "source", CLT_FIELD_CHOICE, N_("Source"), MAIN, CLT_ROLE_SOURCE, 0, NULL, clt_catalog_sources },
  { "score", CLT_FIELD_PERCENT, N_("Score"), MONEY, CLT_ROLE_PROBABILITY, 0 },
  { "amount", CLT_FIELD_MONEY, N_("Expected amount"), MONEY, CLT_ROLE_AMOUNT, 0 },
  { "email", CLT_FIELD_EMAIL, N_("E-mail"), REACH, CLT_ROLE_EMAIL, SEARCHED | COLUMN },
  { "phone", CLT_FIELD_PHONE, N_("Phone"), REACH, CLT_ROLE_PHONE, SEARCHED },
  { "website", CLT_FIELD_URL, N_("Website"), REACH, CLT_ROLE_WEBSITE, 0 },
  ADDRESS_FIELDS,
  { "customer", CLT_FIELD_REFERENCE, N_("Customer"), MAIN, CLT_ROLE_CUSTOMER, INDEXED, "customer" },
  { "contact", CLT_FIELD_REFERENCE, N_("Contact"), MAIN, CLT_ROLE_CONTACT, 0, "contact" },
  OWNER_FIELD,
  TEAM_FIELD,
  TAGS_FIELD,
  { "lost_reason", CLT_FIELD_TEXT, N_("Reason of loss"), MAIN, CLT_ROLE_NONE, 0 },
  BODY_FIELD (N_("Notes")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow deal_fields[] = {
  TITLE_FIELD (N_("Subject")),
  { "customer", CLT_FIELD_REFERENCE, N_("Customer"), MAIN, CLT_ROLE_CUSTOMER,
    COLUMN | INDEXED, "customer" },
  { "contact", CLT_FIELD_REFERENCE, N_("Contact"), MAIN, CLT_ROLE_CONTACT, INDEXED, "contact" },
  { "stage", CLT_FIELD_CHOICE, N_("Stage"), MAIN, CLT_ROLE_STAGE,
    COLUMN | INDEXED, NULL, clt_catalog_deal_stages },
  { "status", CLT_FIELD_CHOICE, N_("Status"), MAIN, CLT_ROLE_STATUS,
    INDEXED, NULL, clt_catalog_deal_statuses },
  PRIORITY_FIELD,
  { "amount", CLT_FIELD_MONEY, N_("Amount"), MONEY, CLT_ROLE_AMOUNT, COLUMN | INDEXED },
  { "probability", CLT_FIELD_PERCENT, N_("Probability"), MONEY, CLT_ROLE_PROBABILITY, COLUMN },
  { "closes", CLT_FIELD_DATE, N_("Expected closing"), DATES, CLT_ROLE_CLOSES, COLUMN | INDEXED },
  { "next_step", CLT_FIELD_TEXT, N_("Next step"), MAIN, CLT_ROLE_NONE, SEARCHED },
  { "next_step_date", CLT_FIELD_DATE, N_("Date of next step"), DATES, CLT_ROLE_NONE, 0 },
  { "stage_entered", CLT_FIELD_DATE_TIME, N_("In this stage since"), DATES, CLT_ROLE_NONE,
    READ_ONLY },
  { "closed", CLT_FIELD_DATE_TIME, N_("Closed"), DATES, CLT_ROLE_NONE, READ_ONLY },
  { "source", CLT_FIELD_CHOICE, N_("Source"), MAIN, CLT_ROLE_SOURCE, 0, NULL, clt_catalog_sources },
  { "campaign", CLT_FIELD_REFERENCE, N_("Campaign"), MAIN, CLT_ROLE_NONE, 0, "campaign" },
  OWNER_FIELD,
  TEAM_FIELD,
  TAGS_FIELD,
  { "competitor", CLT_FIELD_TEXT, N_("Competitor"), MAIN, CLT_ROLE_NONE, SEARCHED },
  { "lost_reason", CLT_FIELD_TEXT, N_("Reason of loss"), MAIN, CLT_ROLE_NONE, 0 },
  BODY_FIELD (N_("Notes")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow event_fields[] = {
  TITLE_FIELD (N_("Subject")),
  { "kind", CLT_FIELD_CHOICE, N_("Kind"), MAIN, CLT_ROLE_KIND,
    COLUMN, NULL, clt_catalog_event_kinds },
  { "start", CLT_FIELD_DATE_TIME, N_("Start"), DATES, CLT_ROLE_START, REQUIRED | COLUMN | INDEXED },
  { "end", CLT_FIELD_DATE_TIME, N_("End"), DATES, CLT_ROLE_END, COLUMN },
  { "all_day", CLT_FIELD_BOOLEAN, N_("All day"), DATES, CLT_ROLE_ALL_DAY, 0 },
  { "status", CLT_FIELD_CHOICE, N_("Status"), MAIN, CLT_ROLE_STATUS,
    0, NULL, clt_catalog_event_statuses },
  { "location", CLT_FIELD_TEXT, N_("Location"), MAIN, CLT_ROLE_NONE, SEARCHED | COLUMN },
  { "about", CLT_FIELD_LINK, N_("About"), MAIN, CLT_ROLE_ABOUT, COLUMN | INDEXED },
  { "customer", CLT_FIELD_REFERENCE, N_("Customer"), MAIN, CLT_ROLE_CUSTOMER, INDEXED, "customer" },
  { "attendees", CLT_FIELD_REFERENCES, N_("Attendees"), PEOPLE, CLT_ROLE_NONE, 0, "contact" },
  { "video_link", CLT_FIELD_URL, N_("Video call"), MAIN, CLT_ROLE_NONE, 0 },
  OWNER_FIELD,
  TAGS_FIELD,
  BODY_FIELD (N_("Notes")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow task_fields[] = {
  TITLE_FIELD (N_("Subject")),
  { "kind", CLT_FIELD_CHOICE, N_("Kind"), MAIN, CLT_ROLE_KIND,
    COLUMN, NULL, clt_catalog_task_kinds },
  { "status", CLT_FIELD_CHOICE, N_("Status"), MAIN, CLT_ROLE_STATUS,
    COLUMN | INDEXED, NULL, clt_catalog_task_statuses },
  { "due", CLT_FIELD_DATE, N_("Due"), DATES, CLT_ROLE_DUE, COLUMN | INDEXED },
  PRIORITY_FIELD,
  { "about", CLT_FIELD_LINK, N_("About"), MAIN, CLT_ROLE_ABOUT, COLUMN | INDEXED },
  OWNER_FIELD,
  { "completed", CLT_FIELD_DATE_TIME, N_("Completed"), DATES, CLT_ROLE_NONE, READ_ONLY },
  BODY_FIELD (N_("Notes")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow ticket_fields[] = {
  TITLE_FIELD (N_("Subject")),
  { "number", CLT_FIELD_TEXT, N_("Number"), MAIN, CLT_ROLE_NONE, SEARCHED | COLUMN },
  { "customer", CLT_FIELD_REFERENCE, N_("Customer"), MAIN, CLT_ROLE_CUSTOMER,
    COLUMN | INDEXED, "customer" },
  { "contact", CLT_FIELD_REFERENCE, N_("Contact"), MAIN, CLT_ROLE_CONTACT, 0, "contact" },
  { "kind", CLT_FIELD_CHOICE, N_("Kind"), MAIN, CLT_ROLE_KIND,
    COLUMN, NULL, clt_catalog_ticket_kinds },
  { "status", CLT_FIELD_CHOICE, N_("Status"), MAIN, CLT_ROLE_STATUS,
    COLUMN | INDEXED, NULL, clt_catalog_ticket_statuses },
  PRIORITY_FIELD,
  { "due", CLT_FIELD_DATE_TIME, N_("Due"), DATES, CLT_ROLE_DUE, COLUMN | INDEXED },
  { "product", CLT_FIELD_REFERENCE, N_("Product"), MAIN, CLT_ROLE_NONE, 0, "product" },
  OWNER_FIELD,
  TEAM_FIELD,
  TAGS_FIELD,
  { "closed", CLT_FIELD_DATE_TIME, N_("Closed"), DATES, CLT_ROLE_NONE, READ_ONLY },
  BODY_FIELD (N_("Description")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow note_fields[] = {
  { "name", CLT_FIELD_TEXT, N_("Subject"), MAIN, CLT_ROLE_TITLE, SEARCHED | COLUMN | INDEXED },
  { "kind", CLT_FIELD_CHOICE, N_("Kind"), MAIN, CLT_ROLE_KIND,
    COLUMN, NULL, clt_catalog_note_kinds },
  { "about", CLT_FIELD_LINK, N_("About"), MAIN, CLT_ROLE_ABOUT, COLUMN | INDEXED },
  { "author", CLT_FIELD_TEXT, N_("Author"), PEOPLE, CLT_ROLE_AUTHOR, COLUMN },
  { "posted", CLT_FIELD_DATE_TIME, N_("Date"), DATES, CLT_ROLE_WHEN, COLUMN | INDEXED },
  BODY_FIELD (N_("Text")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow message_fields[] = {
  TITLE_FIELD (N_("Subject")),
  { "direction", CLT_FIELD_CHOICE, N_("Direction"), MAIN, CLT_ROLE_KIND,
    COLUMN, NULL, clt_catalog_message_directions },
  { "sender", CLT_FIELD_TEXT, NC_("sender of a message", "From"), PEOPLE, CLT_ROLE_AUTHOR,
    SEARCHED | COLUMN },
  { "recipients", CLT_FIELD_TEXT, NC_("recipients of a message", "To"), PEOPLE, CLT_ROLE_NONE,
    SEARCHED },
  { "about", CLT_FIELD_LINK, N_("About"), MAIN, CLT_ROLE_ABOUT, COLUMN | INDEXED },
  { "posted", CLT_FIELD_DATE_TIME, N_("Date"), DATES, CLT_ROLE_WHEN, COLUMN | INDEXED },
  BODY_FIELD (N_("Text")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow product_fields[] = {
  TITLE_FIELD (N_("Name")),
  { "code", CLT_FIELD_TEXT, N_("Code"), MAIN, CLT_ROLE_NONE, SEARCHED | COLUMN },
  { "category", CLT_FIELD_TEXT, N_("Category"), MAIN, CLT_ROLE_KIND, COLUMN },
  { "price", CLT_FIELD_MONEY, N_("Price"), MONEY, CLT_ROLE_AMOUNT, COLUMN },
  { "cost", CLT_FIELD_MONEY, N_("Cost"), MONEY, CLT_ROLE_NONE, 0 },
  { "unit", CLT_FIELD_TEXT, N_("Unit"), MAIN, CLT_ROLE_NONE, COLUMN },
  TAGS_FIELD,
  BODY_FIELD (N_("Description")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow quote_fields[] = {
  TITLE_FIELD (N_("Number")),
  { "customer", CLT_FIELD_REFERENCE, N_("Customer"), MAIN, CLT_ROLE_CUSTOMER,
    COLUMN | INDEXED, "customer" },
  { "deal", CLT_FIELD_REFERENCE, N_("Deal"), MAIN, CLT_ROLE_NONE, COLUMN | INDEXED, "deal" },
  { "status", CLT_FIELD_CHOICE, N_("Status"), MAIN, CLT_ROLE_STATUS,
    COLUMN, NULL, clt_catalog_quote_statuses },
  { "amount", CLT_FIELD_MONEY, N_("Total"), MONEY, CLT_ROLE_AMOUNT, COLUMN },
  { "valid_until", CLT_FIELD_DATE, N_("Valid until"), DATES, CLT_ROLE_CLOSES, COLUMN },
  OWNER_FIELD,
  BODY_FIELD (N_("Terms")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow campaign_fields[] = {
  TITLE_FIELD (N_("Name")),
  { "status", CLT_FIELD_CHOICE, N_("Status"), MAIN, CLT_ROLE_STATUS,
    COLUMN, NULL, clt_catalog_campaign_statuses },
  { "starts", CLT_FIELD_DATE, N_("Starts"), DATES, CLT_ROLE_NONE, COLUMN },
  { "ends", CLT_FIELD_DATE, N_("Ends"), DATES, CLT_ROLE_NONE, COLUMN },
  { "budget", CLT_FIELD_MONEY, N_("Budget"), MONEY, CLT_ROLE_AMOUNT, COLUMN },
  { "cost", CLT_FIELD_MONEY, N_("Actual cost"), MONEY, CLT_ROLE_NONE, 0 },
  { "segment", CLT_FIELD_REFERENCE, N_("Segment"), MAIN, CLT_ROLE_NONE, 0, "segment" },
  OWNER_FIELD,
  TAGS_FIELD,
  BODY_FIELD (N_("Brief")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow segment_fields[] = {
  TITLE_FIELD (N_("Name")),
  OWNER_FIELD,
  BODY_FIELD (N_("Description")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow article_fields[] = {
  TITLE_FIELD (N_("Title")),
  { "status", CLT_FIELD_CHOICE, N_("Status"), MAIN, CLT_ROLE_STATUS,
    COLUMN, NULL, clt_catalog_article_statuses },
  { "category", CLT_FIELD_TEXT, N_("Category"), MAIN, CLT_ROLE_KIND, COLUMN },
  OWNER_FIELD,
  TAGS_FIELD,
  BODY_FIELD (N_("Text")),
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow file_fields[] = {
  TITLE_FIELD (N_("Name")),
  { "media_type", CLT_FIELD_TEXT, N_("Type"), MAIN, CLT_ROLE_KIND, COLUMN },
  { "size_bytes", CLT_FIELD_INTEGER, N_("Size in bytes"), MAIN, CLT_ROLE_NONE, COLUMN },
  { "about", CLT_FIELD_LINK, N_("About"), MAIN, CLT_ROLE_ABOUT, COLUMN | INDEXED },
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow user_fields[] = {
  TITLE_FIELD (N_("Name")),
  { "login", CLT_FIELD_TEXT, N_("Sign-in name"), MAIN, CLT_ROLE_NONE, SEARCHED | COLUMN },
  { "email", CLT_FIELD_EMAIL, N_("E-mail"), REACH, CLT_ROLE_EMAIL, SEARCHED | COLUMN },
  { "phone", CLT_FIELD_PHONE, N_("Phone"), REACH, CLT_ROLE_PHONE, COLUMN },
  { "team", CLT_FIELD_REFERENCE, N_("Team"), PEOPLE, CLT_ROLE_TEAM, COLUMN, "team" },
  STAMP_FIELDS,
  { NULL }
};

static const FieldRow team_fields[] = {
  TITLE_FIELD (N_("Name")),
  { "leader", CLT_FIELD_REFERENCE, N_("Leader"), PEOPLE, CLT_ROLE_OWNER, COLUMN, "user" },
  BODY_FIELD (N_("Description")),
  STAMP_FIELDS,
  { NULL }
};

/* }}} */

#define PLACE CLT_ENTITY_PLACE
#define TIMELINE CLT_ENTITY_TIMELINE
#define REFERENCE CLT_ENTITY_REFERENCE

static const EntityRow entities[] = {
  { "customer", N_("Customer"), N_("Customers"), "clt-customer-symbolic", PLACE, customer_fields },
  { "contact", N_("Contact"), N_("Contacts"), "clt-contact-symbolic", PLACE, contact_fields },
  { "lead", N_("Lead"), N_("Leads"), "clt-lead-symbolic", PLACE, lead_fields },
  { "deal", N_("Deal"), N_("Deals"), "clt-deal-symbolic", PLACE, deal_fields },
  { "event", N_("Event"), N_("Events"), "clt-event-symbolic", PLACE | TIMELINE, event_fields },
  { "task", N_("Task"), N_("Tasks"), "clt-task-symbolic", PLACE | TIMELINE, task_fields },
  { "ticket", N_("Ticket"), N_("Tickets"), "clt-ticket-symbolic", PLACE, ticket_fields },
  { "note", N_("Note"), N_("Notes"), "clt-note-symbolic", PLACE | TIMELINE, note_fields },
  { "message", N_("Message"), N_("Messages"), "clt-message-symbolic", TIMELINE, message_fields },
  { "product", N_("Product"), N_("Products"), "clt-product-symbolic", PLACE, product_fields },
  { "quote", N_("Quote"), N_("Quotes"), "clt-quote-symbolic", PLACE, quote_fields },
  { "campaign", N_("Campaign"), N_("Campaigns"), "clt-campaign-symbolic", PLACE, campaign_fields },
  { "segment", N_("Segment"), N_("Segments"), "clt-segment-symbolic", 0, segment_fields },
  { "article", N_("Article"), N_("Articles"), "clt-article-symbolic", PLACE, article_fields },
  { "file", N_("File"), N_("Files"), "clt-file-symbolic", 0, file_fields },
  { "user", N_("User"), N_("Users"), "clt-user-symbolic", REFERENCE, user_fields },
  { "team", N_("Team"), N_("Teams"), "clt-team-symbolic", REFERENCE, team_fields },
};

/* In the user's language; @label is from N_() or NC_(). */
static const char *
clt_catalog_translate (const char *label)
{
  const char *context_end = strchr (label, CONTEXT_END);

  return context_end != NULL
         ? g_dpgettext (NULL, label, (gsize) (context_end - label) + 1)
         : gettext (label);
}

static GPtrArray *
clt_catalog_build_choices (const CltChoiceRow *rows)
{
  g_autoptr (GPtrArray) choices = NULL;

  if (rows == NULL)
    return NULL;

  choices = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_choice_unref);
  for (const CltChoiceRow *row = rows; row->id != NULL; row++)
    g_ptr_array_add (choices, clt_choice_new (row->id, clt_catalog_translate (row->label),
                                              row->flags, row->probability));

  return g_steal_pointer (&choices);
}

static CltField *
clt_catalog_build_field (const FieldRow *row)
{
  g_autoptr (GPtrArray) choices = clt_catalog_build_choices (row->choices);

  return clt_field_new (row->name, row->kind, clt_catalog_translate (row->label),
                        clt_catalog_translate (row->group), row->role, row->flags, row->target,
                        choices);
}

static CltEntity *
clt_catalog_build_entity (const EntityRow *row)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_field_unref);

  for (const FieldRow *field = row->fields; field->name != NULL; field++)
    g_ptr_array_add (fields, clt_catalog_build_field (field));

  return clt_entity_new (row->name, clt_catalog_translate (row->label),
                         clt_catalog_translate (row->label_plural), row->icon_name, row->flags,
                         fields);
}

static gpointer
clt_catalog_build (gpointer unused)
{
  g_autoptr (GPtrArray) built = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_entity_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    g_ptr_array_add (built, clt_catalog_build_entity (&entities[i]));

  return clt_schema_new (built);
}

/**
 * clt_catalog_get:
 *
 * Gets the built-in entities and fields, with labels in the language the program
 * runs in. Made at the first call; any thread may call it once the locale is set.
 *
 * Returns: (transfer none): the built-in schema
 */
CltSchema *
clt_catalog_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, clt_catalog_build, NULL);
}
