/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-connector-registry.h"
#include "clt-error.h"
#include "clt-test.h"

/* The contract: what holds for every kind of server. */

static GHashTable *
fill_in (const CltConnectorKind *kind,
         const char             *url,
         gboolean                with_secret)
{
  GHashTable *settings = g_hash_table_new (g_str_hash, g_str_equal);

  for (const CltConnectorSetting *setting = kind->settings; setting->name != NULL; setting++)
    if (g_str_equal (setting->name, "url"))
      g_hash_table_insert (settings, (char *) setting->name, (char *) url);
    else if (setting->required && (with_secret || !setting->secret))
      g_hash_table_insert (settings, (char *) setting->name, (char *) "abc");

  return settings;
}

static void
test_rows (void)
{
  for (guint i = 0; i < clt_connector_registry_size (); i++)
    {
      const CltConnectorKind *kind = clt_connector_registry_get (i);
      guint n_urls = 0, n_secrets = 0;

      g_test_message ("%s", kind->id);
      g_assert_true (clt_connector_registry_find (kind->id) == kind);
      g_assert_nonnull (kind->name);
      g_assert_nonnull (kind->description);

      for (const CltConnectorSetting *setting = kind->settings; setting->name != NULL; setting++)
        {
          g_assert_nonnull (setting->label);
          n_urls += g_str_equal (setting->name, "url") ? 1 : 0;
          n_secrets += setting->secret ? 1 : 0;
        }
      g_assert_cmpuint (n_urls, ==, 1);
      g_assert_cmpuint (n_secrets, ==, 1);
    }

  g_assert_null (clt_connector_registry_find ("local"));
  g_assert_null (clt_connector_registry_find (NULL));
}

static const struct
{
  const char *what;
  const char *url;
  gboolean    with_secret;
} bad[] = {
  { "without an address", "", TRUE },
  { "without encryption", "http://crm.example.org", TRUE },
  { "with nonsense for an address", "our crm", TRUE },
  { "without a secret", "https://crm.example.org", FALSE },
};

static void
test_bad_settings (void)
{
  for (guint i = 0; i < clt_connector_registry_size (); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (bad); j++)
      {
        const CltConnectorKind *kind = clt_connector_registry_get (i);
        g_autoptr (GHashTable) settings = fill_in (kind, bad[j].url, bad[j].with_secret);
        g_autoptr (GError) error = NULL;

        g_test_message ("%s %s", kind->id, bad[j].what);
        g_assert_null (kind->create (settings, &error));
        g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
      }
}

/* Nobody listens on port 1: every question ends with an error of the network. */
static void
test_offline (void)
{
  for (guint i = 0; i < clt_connector_registry_size (); i++)
    {
      const CltConnectorKind *kind = clt_connector_registry_get (i);
      g_autoptr (GHashTable) settings = fill_in (kind, "http://127.0.0.1:1", TRUE);
      g_autoptr (GPtrArray) fields = g_ptr_array_new ();
      g_autoptr (CltEntity) entity = clt_entity_new ("customer", "", "", NULL, 0, fields);
      CltConnector *connector = kind->create (settings, NULL);
      GAsyncResult *results[4] = { NULL };
      GError *errors[G_N_ELEMENTS (results)] = { NULL };

      g_test_message ("%s", kind->id);
      clt_connector_sign_in_async (connector, NULL, clt_test_result_cb, &results[0]);
      clt_connector_describe_async (connector, NULL, clt_test_result_cb, &results[1]);
      clt_connector_pull_async (connector, entity, NULL, NULL, clt_test_result_cb, &results[2]);
      clt_connector_list_ids_async (connector, entity, NULL, clt_test_result_cb, &results[3]);
      for (gsize j = 0; j < G_N_ELEMENTS (results); j++)
        clt_test_await (results[j] != NULL);

      g_assert_null (clt_connector_sign_in_finish (connector, results[0], &errors[0]));
      g_assert_null (clt_connector_describe_finish (connector, results[1], &errors[1]));
      g_assert_null (clt_connector_pull_finish (connector, results[2], &errors[2]));
      g_assert_null (clt_connector_list_ids_finish (connector, results[3], &errors[3]));
      for (gsize j = 0; j < G_N_ELEMENTS (results); j++)
        {
          g_assert_error (errors[j], CLT_ERROR, CLT_ERROR_NETWORK);
          g_assert_true (clt_error_is_transient (errors[j]));
          g_clear_error (&errors[j]);
          g_clear_object (&results[j]);
        }
      g_assert_cmpuint (clt_connector_get_retry_after (connector), ==, 0);

      clt_test_assert_finalize (connector);
    }
}

static void
test_cancelled (void)
{
  for (guint i = 0; i < clt_connector_registry_size (); i++)
    {
      const CltConnectorKind *kind = clt_connector_registry_get (i);
      g_autoptr (GHashTable) settings = fill_in (kind, "http://127.0.0.1:1", TRUE);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      CltConnector *connector = kind->create (settings, NULL);

      g_test_message ("%s", kind->id);
      g_cancellable_cancel (cancellable);
      clt_connector_describe_async (connector, cancellable, clt_test_result_cb, &result);
      clt_test_await (result != NULL);
      g_assert_null (clt_connector_describe_finish (connector, result, &error));
      g_assert_true (clt_error_is_cancelled (error));

      g_clear_object (&result);
      clt_test_assert_finalize (connector);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connector-registry/rows", test_rows);
  g_test_add_func ("/connector-registry/bad-settings", test_bad_settings);
  g_test_add_func ("/connector-registry/offline", test_offline);
  g_test_add_func ("/connector-registry/cancelled", test_cancelled);

  return g_test_run ();
}
