/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-json.h"
#include "clt-odoo-fixture.h"
#include "clt-test.h"

JsonNode *
clt_odoo_fixture_load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "odoo", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonNode *node;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  node = clt_json_parse_text (text, &error);
  g_assert_no_error (error);

  return node;
}

static void
clt_odoo_fixture_answer (CltFakeServer *server,
                         const char    *path,
                         JsonNode      *node)
{
  g_autofree char *text = clt_json_to_text (node);

  clt_fake_server_answer_json (server, path, text);
}

void
clt_odoo_fixture_teach (CltFakeServer *server)
{
  g_autoptr (JsonNode) answers = clt_odoo_fixture_load ("server.json");
  g_autoptr (JsonNode) look_ups = clt_odoo_fixture_load ("look-ups.json");
  JsonObjectIter iter;
  const char *name;
  JsonNode *answer;

  json_object_iter_init (&iter, json_node_get_object (answers));
  while (json_object_iter_next (&iter, &name, &answer))
    clt_odoo_fixture_answer (server, name, answer);

  json_object_iter_init (&iter, json_node_get_object (look_ups));
  while (json_object_iter_next (&iter, &name, &answer))
    {
      g_autofree char *path = g_strdup_printf ("/json/2/%s/search_read", name);
      g_autofree char *count = g_strdup_printf ("/json/2/%s/search_count", name);

      clt_odoo_fixture_answer (server, path, answer);
      clt_fake_server_answer_json (server, count, "6");
    }
}

void
clt_odoo_fixture_add_page (CltFakeServer *server,
                           const char    *path,
                           const char    *entity)
{
  g_autoptr (JsonNode) pages = clt_odoo_fixture_load ("pages.json");

  clt_odoo_fixture_answer (server, path, clt_json_peek (pages, entity));
}

CltConnector *
clt_odoo_fixture_connect (CltFakeServer *server)
{
  g_autoptr (GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  CltConnector *connector;

  g_hash_table_insert (settings, (char *) "url", (char *) clt_fake_server_get_url (server));
  g_hash_table_insert (settings, (char *) "database", (char *) "crm");
  g_hash_table_insert (settings, (char *) "secret", (char *) "abc");
  connector = clt_connector_registry_find ("odoo")->create (settings, &error);
  g_assert_no_error (error);

  return connector;
}

CltIdentity *
clt_odoo_fixture_sign_in (CltConnector  *connector,
                          GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_connector_sign_in_async (connector, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_connector_sign_in_finish (connector, result, error);
}

CltSchema *
clt_odoo_fixture_describe (CltConnector  *connector,
                           GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_connector_describe_async (connector, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_connector_describe_finish (connector, result, error);
}

CltPullPage *
clt_odoo_fixture_pull (CltConnector  *connector,
                       CltEntity     *entity,
                       const char    *cursor,
                       GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_connector_pull_async (connector, entity, cursor, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_connector_pull_finish (connector, result, error);
}
