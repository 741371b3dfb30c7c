/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-error.h"
#include "clt-record-key.h"
#include "clt-test.h"

#define N_THREADS 4
#define N_IDS_A_THREAD 5000

static const char *const nonsense[] = {
  "", "customer", "customer/", "/12", "customer/0", "customer/-1", "customer/12x",
  "customer/99999999999999999999", "customer/ 12",
};

static void
test_text (void)
{
  g_autoptr (CltRecordKey) key = clt_record_key_new ("customer", 123);
  g_autofree char *text = clt_record_key_to_text (key);
  g_autoptr (CltRecordKey) again = clt_record_key_from_text (text, NULL);
  g_autoptr (CltRecordKey) copy = clt_record_key_copy (key);

  g_assert_cmpstr (text, ==, "customer/123");
  g_assert_true (clt_record_key_equal (key, again));
  g_assert_true (clt_record_key_equal (key, copy));
  g_assert_cmpuint (clt_record_key_hash (key), ==, clt_record_key_hash (again));
}

static void
test_nonsense (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s” is no key", nonsense[i]);
      g_assert_null (clt_record_key_from_text (nonsense[i], &error));
      g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
    }
}

static void
test_others (void)
{
  g_autoptr (CltRecordKey) key = clt_record_key_new ("customer", 123);
  g_autoptr (CltRecordKey) other_entity = clt_record_key_new ("contact", 123);
  g_autoptr (CltRecordKey) other_id = clt_record_key_new ("customer", 124);

  g_assert_false (clt_record_key_equal (key, other_entity));
  g_assert_false (clt_record_key_equal (key, other_id));
}

static gpointer
make_ids (gpointer user_data)
{
  gint64 *ids = user_data;

  for (int i = 0; i < N_IDS_A_THREAD; i++)
    ids[i] = clt_record_id_new ();

  return NULL;
}

static void
test_ids (void)
{
  g_autofree gint64 *ids = g_new (gint64, N_THREADS * N_IDS_A_THREAD);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GThread *threads[N_THREADS];

  g_test_message ("threads never get one id twice, and each gets ever later ones");
  for (int i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids, ids + i * N_IDS_A_THREAD);
  for (int i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  for (int i = 0; i < N_THREADS * N_IDS_A_THREAD; i++)
    {
      g_assert_true (g_hash_table_add (seen, &ids[i]));
      g_assert_true (i % N_IDS_A_THREAD == 0 || ids[i] > ids[i - 1]);
      g_assert_cmpint (ids[i], >, 0);
      g_assert_cmpint (ids[i], <, G_GINT64_CONSTANT (1) << 53);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-key/text", test_text);
  g_test_add_func ("/record-key/nonsense", test_nonsense);
  g_test_add_func ("/record-key/others", test_others);
  g_test_add_func ("/record-key/ids", test_ids);

  return g_test_run ();
}
