/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-error.h"
#include "clt-odoo-fixture.h"
#include "clt-test.h"

#define PAGE "<html><body>404</body></html>"
#define NO_DATABASE "<html><body>No database is selected. Use a header.</body></html>"

static void
test_sign_in (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltConnector *connector = clt_odoo_fixture_connect (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (CltIdentity) identity = NULL;
  g_autofree char *server_id = g_strconcat (clt_fake_server_get_url (server), "/crm", NULL);
  g_autofree char *request = NULL;

  clt_odoo_fixture_teach (server);
  identity = clt_odoo_fixture_sign_in (connector, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (identity->user_id, ==, "7");
  g_assert_cmpstr (identity->user_name, ==, "API Manager");
  g_assert_cmpstr (identity->server_version, ==, "19.0");
  g_assert_cmpstr (identity->server_id, ==, server_id);

  g_test_message ("only languages that are installed are asked for");
  request = clt_fake_server_dup_last_body (server, "/json/2/res.lang/search_read");
  g_assert_nonnull (strstr (request, "[\"active\",\"=\",true]"));
  g_clear_pointer (&request, g_free);

  request = clt_fake_server_dup_request (server, 1);
  g_assert_true (g_str_has_prefix (request, "POST /json/2/res.users/context_get\n"));
  g_assert_nonnull (strstr (request, "Authorization: Bearer abc\n"));
  g_assert_nonnull (strstr (request, "X-Odoo-Database: crm\n"));

  clt_test_assert_finalize (connector);
}

static const struct
{
  const char    *what;
  const char    *path;
  CltFakeAnswer  answer;
  int            code;  /* CltError */
  const char    *words; /* in the sentence */
} troubles[] = {
  { "another web site", "/web/version", { .type = "text/html", .body = PAGE },
    CLT_ERROR_NOT_A_CRM, "There is no Odoo at this address" },
  { "a site without that page", "/web/version",
    { .status = 404, .type = "text/html", .body = PAGE }, CLT_ERROR_NOT_A_CRM,
    "There is no Odoo at this address" },
  { "another JSON server", "/web/version", { .body = "{\"version\": 3}" }, CLT_ERROR_NOT_A_CRM,
    "it is not Odoo" },
  { "Odoo 18 that knows the page", "/web/version",
    { .body = "{\"version_info\": [18, 0, 0], \"version\": \"18.0\"}" }, CLT_ERROR_INVALID,
    "runs Odoo 18.0. Clientele needs Odoo 19 or newer" },
  { "a wrong database", "/json/2/res.users/context_get",
    { .status = 404, .type = "text/html", .body = NO_DATABASE }, CLT_ERROR_INVALID,
    "no database named “crm”" },
  { "a wrong key", "/json/2/res.users/context_get",
    { .status = 401, .body = "{\"name\": \"werkzeug.exceptions.Unauthorized\", "
                             "\"message\": \"Invalid apikey\"}" },
    CLT_ERROR_UNAUTHORIZED, "does not accept your key" },
  { "no right", "/json/2/res.users/context_get",
    { .status = 403, .body = "{\"name\": \"odoo.exceptions.AccessError\", \"message\": \"No\"}" },
    CLT_ERROR_FORBIDDEN, "Ask an administrator" },
  { "an answer without the user", "/json/2/res.users/context_get", { .body = "{\"lang\": false}" },
    CLT_ERROR_MALFORMED, "damaged" },
  { "a request that will stay wrong", "/json/2/res.users/context_get",
    { .status = 500,
      .body = "{\"name\": \"builtins.ValueError\", \"message\": \"Invalid field\"}" },
    CLT_ERROR_FAILED, "Invalid field" },
  { "a server in trouble", "/json/2/res.users/context_get",
    { .status = 500, .body = "{\"name\": \"builtins.MemoryError\", \"message\": \"x\"}" },
    CLT_ERROR_SERVER, "problem of its own" },
};

static void
test_troubles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
      CltConnector *connector = clt_odoo_fixture_connect (server);
      g_autoptr (GError) error = NULL;
      g_autofree char *sentence = NULL;

      if (!g_str_equal (troubles[i].path, "/web/version"))
        clt_fake_server_answer_json (server, "/web/version",
                                     "{\"version_info\": [19], \"version\": \"19.0\"}");
      clt_fake_server_answer (server, troubles[i].path, &troubles[i].answer);

      g_assert_null (clt_odoo_fixture_sign_in (connector, &error));
      sentence = clt_error_dup_sentence (error);
      g_test_message ("%s: %s", troubles[i].what, sentence);
      g_assert_error (error, CLT_ERROR, troubles[i].code);
      g_assert_nonnull (strstr (sentence, troubles[i].words));

      clt_test_assert_finalize (connector);
    }
}

static void
test_older_odoo (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltConnector *connector = clt_odoo_fixture_connect (server);
  g_autoptr (GError) error = NULL;

  clt_fake_server_answer_json (server, "/web/webclient/version_info",
                               "{\"result\": {\"server_version\": \"16.0\"}}");
  g_assert_null (clt_odoo_fixture_sign_in (connector, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "runs Odoo 16.0"));

  clt_test_assert_finalize (connector);
}

static const struct
{
  const char    *entity;
  const char    *field;
  CltFieldKind   kind;
  const char    *label;
  CltFieldFlags  flags; /* that it has besides others */
} described[] = {
  { "customer", "x_mood", CLT_FIELD_CHOICE, "Mood", CLT_FIELD_CUSTOM },
  { "customer", "x_studio_visits", CLT_FIELD_INTEGER, "Visits",
    CLT_FIELD_CUSTOM | CLT_FIELD_READ_ONLY },
  { "customer", "x_region_id", CLT_FIELD_TEXT, "Sales Region",
    CLT_FIELD_CUSTOM | CLT_FIELD_READ_ONLY },
  { "customer", "x_note", CLT_FIELD_LONG_TEXT, "Note to Self", CLT_FIELD_CUSTOM },
  { "customer", "country", CLT_FIELD_TEXT, "country", CLT_FIELD_READ_ONLY },
  { "customer", "name", CLT_FIELD_TEXT, "name", CLT_FIELD_REQUIRED },
  { "deal", "stage", CLT_FIELD_CHOICE, "stage", CLT_FIELD_COLUMN },
  { "deal", "status", CLT_FIELD_CHOICE, "status", CLT_FIELD_READ_ONLY },
};

static void
test_describe (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltConnector *connector = clt_odoo_fixture_connect (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (CltSchema) schema = NULL;
  CltField *stage, *field;
  CltChoice *won;

  clt_odoo_fixture_teach (server);
  schema = clt_odoo_fixture_describe (connector, &error);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (described); i++)
    {
      g_test_message ("%s.%s", described[i].entity, described[i].field);
      field = clt_entity_find_field (clt_schema_find_entity (schema, described[i].entity),
                                     described[i].field);
      g_assert_nonnull (field);
      g_assert_cmpint (clt_field_get_kind (field), ==, described[i].kind);
      g_assert_cmpstr (clt_field_get_label (field), ==, described[i].label);
      g_assert_true (clt_field_has_flags (field, described[i].flags));
    }

  g_test_message ("stages come from the server, in its order");
  stage = clt_entity_find_field (clt_schema_find_entity (schema, "deal"), "stage");
  g_assert_cmpuint (clt_field_get_choices (stage)->len, ==, 4);
  won = clt_field_find_choice (stage, "4");
  g_assert_cmpstr (clt_choice_get_label (won), ==, "Won");
  g_assert_cmpint (clt_choice_get_flags (won) & CLT_CHOICE_WON, !=, 0);
  g_assert_cmpfloat_with_epsilon (clt_choice_get_probability (won), 100, 0.01);

  g_test_message ("what is not installed is left out, as are lists of records");
  g_assert_null (clt_schema_find_entity (schema, "quote"));
  g_assert_null (clt_schema_find_entity (schema, "ticket"));
  g_assert_null (clt_entity_find_field (clt_schema_find_entity (schema, "customer"), "x_lines"));

  g_test_message ("what may not be read is left out, too");
  g_assert_null (clt_schema_find_entity (schema, "user"));

  clt_test_assert_finalize (connector);
}

/* A hole in a description would take records from the user's sight: only what says that it is not
 * there, or not for us, leaves something out. */
static void
test_describe_in_trouble (void)
{
  static const CltFakeAnswer answers[] = {
    { .status = 422, .body = "{\"name\": \"odoo.exceptions.UserError\", \"message\": \"No\"}" },
    { .status = 500, .body = "{\"name\": \"builtins.ValueError\", \"message\": \"No\"}" },
    { .status = 502, .type = "text/html", .body = PAGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
      CltConnector *connector = clt_odoo_fixture_connect (server);
      g_autoptr (GError) error = NULL;

      clt_fake_server_answer (server, "/json/2/crm.lead/fields_get", &answers[i]);
      clt_odoo_fixture_teach (server);
      g_assert_null (clt_odoo_fixture_describe (connector, &error));
      g_test_message ("%s", error->message);

      clt_test_assert_finalize (connector);
    }
}

static void
test_describe_nothing (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltConnector *connector = clt_odoo_fixture_connect (server);
  g_autoptr (GError) error = NULL;

  g_assert_null (clt_odoo_fixture_describe (connector, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_FORBIDDEN);

  clt_test_assert_finalize (connector);
}

/* What a value is, in short. */
static char *
describe_value (const CltValue *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;

  if (value == NULL)
    return g_strdup ("(unsaid)");

  if (clt_value_get_value_type (value) == CLT_VALUE_REMOTE_REFERENCE)
    return g_strconcat (clt_value_get_entity (value), "/", clt_value_get_remote_id (value), NULL);

  if (clt_value_get_value_type (value) == CLT_VALUE_LIST
      && clt_value_get_value_type (clt_value_get_item (value, 0)) == CLT_VALUE_REMOTE_REFERENCE)
    {
      for (gsize i = 0; i < clt_value_get_n_items (value); i++)
        {
          g_autofree char *item = describe_value (clt_value_get_item (value, i));

          g_string_append_printf (text, "%s%s", i > 0 ? " " : "", item);
        }
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  node = clt_value_to_json (value);

  return json_to_string (node, FALSE);
}

static const struct
{
  const char *what;
  const char *path;
  const char *entity;
  const char *id;
  const char *field;
  const char *value;
} decoded[] = {
  { "a name", "res.partner", "customer", "9", "name", "\"Acme Corporation\"" },
  { "a company", "res.partner", "customer", "9", "kind", "\"organisation\"" },
  { "a person", "res.partner", "customer", "2", "kind", "\"person\"" },
  { "a country by its name", "res.partner", "customer", "9", "country", "\"United States\"" },
  { "tags by their ids", "res.partner", "customer", "8", "tags", "[\"7\",\"6\"]" },
  { "archived", "res.partner", "customer", "2", "archived", "true" },
  { "not archived", "res.partner", "customer", "9", "archived", "false" },
  { "false is empty", "res.partner", "customer", "2", "phone", "null" },
  { "a custom selection", "res.partner", "customer", "9", "x_mood", "\"good\"" },
  { "a custom number", "res.partner", "customer", "9", "x_studio_visits", "7" },
  { "a custom reference by its label", "res.partner", "customer", "9", "x_region_id", "\"North\"" },
  { "custom text is no HTML", "res.partner", "customer", "9", "x_note", "\"<b>not HTML</b>\"" },
  { "a contact's customer", "res.partner", "contact", "17", "customer", "customer/8" },
  { "a deal's customer", "crm.lead", "deal", "14", "customer", "customer/9" },
  { "a customer is no contact", "crm.lead", "deal", "14", "contact", "null" },
  { "a contact's deal is its customer's", "crm.lead", "deal", "23", "customer", "customer/8" },
  { "and the contact's", "crm.lead", "deal", "23", "contact", "contact/17" },
  { "an amount with its currency", "crm.lead", "deal", "13", "amount",
    "{\"t\":\"money\",\"v\":4000000,\"c\":\"USD\"}" },
  { "a stage", "crm.lead", "deal", "18", "stage", "\"2\"" },
  { "an open deal", "crm.lead", "deal", "13", "status", "\"open\"" },
  { "a won deal", "crm.lead", "deal", "20", "status", "\"won\"" },
  { "a lost deal", "crm.lead", "deal", "23", "status", "\"lost\"" },
  { "why it was lost", "crm.lead", "deal", "23", "lost_reason", "\"Too expensive\"" },
  { "who is responsible", "crm.lead", "deal", "14", "owner", "user/5" },
  { "a lead's person", "crm.lead", "lead", "1", "person", "\"Jacques Dunagan\"" },
  { "attendees who are contacts", "calendar.event", "event", "1", "attendees", "contact/17" },
  { "the customer is no colleague", "calendar.event", "event", "1", "customer", "customer/8" },
  { "a moment", "calendar.event", "event", "1", "start",
    "{\"t\":\"moment\",\"v\":1793701200000000}" },
  { "all day: midnight here", "calendar.event", "event", "5", "start",
    "{\"t\":\"moment\",\"v\":1795305600000000}" },
  { "all day", "calendar.event", "event", "5", "all_day", "true" },
  { "about something we do not pull", "mail.activity", "task", "3", "about", "null" },
  { "about a deal", "mail.activity", "task", "7", "about", "deal/13" },
  { "open", "mail.activity", "task", "3", "status", "\"open\"" },
  { "done is archived there", "mail.activity", "task", "7", "status", "\"done\"" },
  { "without a summary, its type", "mail.activity", "task", "7", "name", "\"Call\"" },
  { "a day", "mail.activity", "task", "3", "due", "{\"t\":\"day\",\"v\":20784}" },
  { "text of HTML", "mail.message", "note", "71", "description",
    "\"Hello! Could you send us your address?\"" },
  { "a title from the text", "mail.message", "note", "71", "name",
    "\"Hello! Could you send us your address?\"" },
  { "without text, the subtype", "mail.message", "note", "18", "name", "\"Note\"" },
  { "an e-mail", "mail.message", "note", "71", "kind", "\"email\"" },
  { "a change", "mail.message", "note", "64", "kind", "\"change\"" },
  { "its author", "mail.message", "note", "71", "author", "\"Marc Demo\"" },
  { "about a customer", "mail.message", "note", "71", "about", "customer/9" },
  { "about a contact", "mail.message", "note", "184", "about", "contact/34" },
  { "about a lead", "mail.message", "note", "227", "about", "lead/1" },
  { "about an event", "mail.message", "note", "64", "about", "event/1" },
};

static CltPullRow *
find_row (CltPullPage *page,
          const char  *id)
{
  for (guint i = 0; i < clt_pull_page_get_n_rows (page); i++)
    if (g_str_equal (clt_pull_page_get_row (page, i)->remote_id, id))
      return clt_pull_page_get_row (page, i);

  return NULL;
}

static void
test_decode (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltConnector *connector = clt_odoo_fixture_connect (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (CltSchema) schema = NULL;
  g_autoptr (CltPullPage) page = NULL;
  CltEntity *entity = NULL;

  clt_odoo_fixture_teach (server);
  schema = clt_odoo_fixture_describe (connector, &error);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (decoded); i++)
    {
      g_autofree char *value = NULL;
      CltPullRow *row;

      g_test_message ("%s %s.%s: %s", decoded[i].entity, decoded[i].id, decoded[i].field,
                      decoded[i].what);
      if (entity == NULL || !g_str_equal (clt_entity_get_name (entity), decoded[i].entity))
        {
          g_autofree char *path = g_strdup_printf ("/json/2/%s/web_search_read", decoded[i].path);
          g_autofree char *count = g_strdup_printf ("/json/2/%s/search_count", decoded[i].path);
          g_autofree char *rest = g_strdup_printf ("/json/2/%s/search", decoded[i].path);

          clt_fake_server_forget (server);
          clt_odoo_fixture_teach (server);
          clt_odoo_fixture_add_page (server, path, decoded[i].entity);
          clt_fake_server_answer_json (server, count, "6");
          clt_fake_server_answer_json (server, rest, "[]");

          /* The description asked for choices at the paths of look-ups. */
          entity = clt_schema_find_entity (schema, decoded[i].entity);
          g_clear_pointer (&page, clt_pull_page_unref);
          page = clt_odoo_fixture_pull (connector, entity, NULL, &error);
          g_assert_no_error (error);
          g_assert_true (clt_pull_page_get_is_last (page));
        }

      row = find_row (page, decoded[i].id);
      g_assert_nonnull (row);
      value = describe_value (row->values[clt_entity_find_index (entity, decoded[i].field)]);
      g_assert_cmpstr (value, ==, decoded[i].value);
    }

  clt_test_assert_finalize (connector);
}

/* {{{ Pages */

static const struct
{
  const char *what;
  const char *answer;
} malformed[] = {
  { "no records", "{\"length\": 0}" },
  { "records that are none", "{\"records\": {}}" },
  { "a list alone", "[]" },
  { "a row without an id", "{\"records\": [{\"write_date\": \"2026-11-22 12:00:00\"}]}" },
  { "a row without a stamp", "{\"records\": [{\"id\": 1}]}" },
  { "a row that is none", "{\"records\": [7]}" },
  { "an id twice", "{\"records\": [{\"id\": 1, \"write_date\": \"2026-11-22 12:00:00\"}, "
                   "{\"id\": 1, \"write_date\": \"2026-11-22 12:00:00\"}]}" },
  { "ids that fall", "{\"records\": [{\"id\": 2, \"write_date\": \"2026-11-22 12:00:00\"}, "
                     "{\"id\": 1, \"write_date\": \"2026-11-22 12:00:00\"}]}" },
};

static void
test_malformed (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltConnector *connector = clt_odoo_fixture_connect (server);
  g_autoptr (CltSchema) schema = NULL;

  clt_odoo_fixture_teach (server);
  schema = clt_odoo_fixture_describe (connector, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", malformed[i].what);
      clt_fake_server_forget (server);
      clt_fake_server_answer_json (server, "/json/2/res.partner/search_count", "1");
      clt_fake_server_answer_json (server, "/json/2/res.partner/web_search_read",
                                   malformed[i].answer);
      g_assert_null (clt_odoo_fixture_pull (connector, clt_schema_find_entity (schema, "customer"),
                                            NULL, &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
    }

  clt_test_assert_finalize (connector);
}

static void
test_cursor (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltConnector *connector = clt_odoo_fixture_connect (server);
  g_autoptr (CltSchema) schema = NULL;
  g_autoptr (CltPullPage) first = NULL;
  g_autoptr (CltPullPage) second = NULL;
  g_autofree char *body = NULL;

  clt_odoo_fixture_teach (server);
  clt_odoo_fixture_add_page (server, "/json/2/res.partner/web_search_read", "customer");
  clt_fake_server_answer_json (server, "/json/2/res.partner/web_search_read", "{\"records\": []}");
  schema = clt_odoo_fixture_describe (connector, NULL);

  first = clt_odoo_fixture_pull (connector, clt_schema_find_entity (schema, "customer"), NULL,
                                 NULL);
  g_assert_cmpuint (clt_pull_page_get_n_rows (first), ==, 3);
  g_assert_cmpint (clt_pull_page_get_total (first), ==, 6);
  g_assert_true (clt_pull_page_get_is_last (first));
  g_assert_cmpstr (clt_pull_page_get_row (first, 0)->revision, ==, "2026-11-22 07:04:36");

  second = clt_odoo_fixture_pull (connector, clt_schema_find_entity (schema, "customer"),
                                  clt_pull_page_get_cursor (first), NULL);
  g_assert_cmpuint (clt_pull_page_get_n_rows (second), ==, 0);
  body = clt_fake_server_dup_last_body (server, "/json/2/res.partner/web_search_read");
  g_assert_nonnull (strstr (body, "[\"write_date\",\">=\",\"2026-11-22 06:54:56\"]"));
  g_assert_nonnull (strstr (body, "\"active_test\":false"));
  g_assert_nonnull (strstr (body, "\"order\":\"id\""));

  clt_test_assert_finalize (connector);
}

/* Odoo leaves out of a page what the account may not see, after the limit. */
static void
test_short_page (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltConnector *connector = clt_odoo_fixture_connect (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (CltSchema) schema = NULL;
  g_autoptr (CltPullPage) page = NULL;
  g_autofree char *body = NULL;

  clt_odoo_fixture_teach (server);
  schema = clt_odoo_fixture_describe (connector, NULL);
  clt_fake_server_answer_json (server, "/json/2/mail.activity/search_count", "4");
  clt_fake_server_answer_json (server, "/json/2/mail.activity/web_search_read",
                               "{\"records\": []}");
  clt_odoo_fixture_add_page (server, "/json/2/mail.activity/web_search_read", "task");
  clt_fake_server_answer_json (server, "/json/2/mail.activity/search", "[3, 4, 5, 7, 9]");

  page = clt_odoo_fixture_pull (connector, clt_schema_find_entity (schema, "task"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clt_pull_page_get_n_rows (page), ==, 4);
  g_assert_false (clt_pull_page_get_is_last (page));
  body = clt_fake_server_dup_last_body (server, "/json/2/mail.activity/web_search_read");
  g_assert_nonnull (strstr (body, "[\"id\",\"in\",[3,4,5,7,9]]"));

  clt_test_assert_finalize (connector);
}

static void
test_list_ids (void)
{
  g_autoptr (CltFakeServer) server = clt_fake_server_new (NULL);
  CltConnector *connector = clt_odoo_fixture_connect (server);
  g_autoptr (CltSchema) schema = NULL;
  CltEntity *entity;

  clt_odoo_fixture_teach (server);
  clt_fake_server_answer_json (server, "/json/2/res.partner/search", "[2, 9]");
  clt_fake_server_answer_json (server, "/json/2/res.partner/search", "[2, false]");
  schema = clt_odoo_fixture_describe (connector, NULL);
  entity = clt_schema_find_entity (schema, "customer");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) ids = NULL;

      clt_connector_list_ids_async (connector, entity, NULL, clt_test_result_cb, &result);
      clt_test_await (result != NULL);
      ids = clt_connector_list_ids_finish (connector, result, &error);
      if (i == 0)
        {
          g_assert_cmpuint (ids->len, ==, 2);
          g_assert_cmpstr (g_ptr_array_index (ids, 1), ==, "9");
        }
      else
        {
          g_test_message ("a doubtful list is none");
          g_assert_error (error, CLT_ERROR, CLT_ERROR_MALFORMED);
        }
    }

  clt_test_assert_finalize (connector);
}

/* }}} */

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odoo-connector/sign-in", test_sign_in);
  g_test_add_func ("/odoo-connector/troubles", test_troubles);
  g_test_add_func ("/odoo-connector/older-odoo", test_older_odoo);
  g_test_add_func ("/odoo-connector/describe", test_describe);
  g_test_add_func ("/odoo-connector/describe-in-trouble", test_describe_in_trouble);
  g_test_add_func ("/odoo-connector/describe-nothing", test_describe_nothing);
  g_test_add_func ("/odoo-connector/decode", test_decode);
  g_test_add_func ("/odoo-connector/malformed", test_malformed);
  g_test_add_func ("/odoo-connector/cursor", test_cursor);
  g_test_add_func ("/odoo-connector/short-page", test_short_page);
  g_test_add_func ("/odoo-connector/list-ids", test_list_ids);

  return g_test_run ();
}
