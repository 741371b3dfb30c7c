/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "clt-sync-fixture.h"

/* The first run of a workspace, killed without warning at one call after another. */

#define PAGE_SIZE 10
#define N_USERS 3
#define N_CUSTOMERS 95
#define N_CONTACTS 31
/* One page of users, ten of customers, four of contacts. */
#define N_PULLS 15

static const char *program;

static void
fill (CltFakeConnector *connector)
{
  clt_fake_connector_fill (connector, "user", N_USERS);
  clt_fake_connector_fill (connector, "customer", N_CUSTOMERS);
  clt_fake_connector_fill (connector, "contact", N_CONTACTS);
}

static void
kill_cb (gpointer user_data)
{
  kill (getpid (), SIGKILL);
}

/* The other process: runs until it is killed. */
static int
run_until_killed (const char  *folder,
                  CltFakeStep  step,
                  guint        nth)
{
  CltSyncFixture fixture = { .connector = clt_fake_connector_new (PAGE_SIZE) };

  fill (fixture.connector);
  clt_fake_connector_hook (fixture.connector, step, nth, kill_cb, NULL);
  fixture.store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  fixture.engine = clt_engine_new (fixture.store, CLT_CONNECTOR (fixture.connector));
  clt_sync_fixture_run (&fixture);

  return EXIT_SUCCESS;
}

static void
kill_at (const char  *folder,
         CltFakeStep  step,
         guint        nth)
{
  g_autofree char *step_text = g_strdup_printf ("%u", (guint) step);
  g_autofree char *nth_text = g_strdup_printf ("%u", nth);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "--until-killed",
                              folder, step_text, nth_text, NULL);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGKILL);
}

static void
assert_all_is_here (CltSyncFixture *fixture)
{
  for (guint i = 1; i <= N_CUSTOMERS; i++)
    {
      g_autofree char *remote_id = g_strdup_printf ("customer-%03u", i);
      g_autofree char *expected = g_strdup_printf ("Customer %u", i);
      g_autofree char *name = clt_sync_fixture_dup_name (fixture, "customer", remote_id);

      g_assert_cmpstr (name, ==, expected);
    }

  g_assert_cmpuint (clt_sync_fixture_count (fixture, "user"), ==, N_USERS);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "customer"), ==, N_CUSTOMERS);
  g_assert_cmpuint (clt_sync_fixture_count (fixture, "contact"), ==, N_CONTACTS);
}

/* The next start of the program, on what the killed one left. */
static guint
go_on (const char *folder)
{
  CltSyncFixture fixture = { .connector = clt_fake_connector_new (PAGE_SIZE) };
  guint n_rows;

  fill (fixture.connector);
  fixture.store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  fixture.engine = clt_engine_new (fixture.store, CLT_CONNECTOR (fixture.connector));
  clt_sync_fixture_run (&fixture);
  assert_all_is_here (&fixture);
  n_rows = clt_fake_connector_get_n_rows_sent (fixture.connector);

  clt_store_close (fixture.store);
  g_object_unref (fixture.engine);
  g_object_unref (fixture.store);
  g_object_unref (fixture.connector);

  return n_rows;
}

static void
test_kill_at_page (void)
{
  guint before = G_MAXUINT;

  for (guint nth = 1; nth <= N_PULLS; nth++)
    {
      g_autoptr (CltTestDir) folder = clt_test_dir_new ();
      guint n_rows;

      kill_at (folder, CLT_FAKE_PULL, nth);
      n_rows = go_on (folder);
      g_test_message ("killed at request %u: %u rows were left to fetch", nth, n_rows);

      /* A page in hand when it struck may come again, but the work goes forward. */
      g_assert_cmpuint (n_rows, <=, before);
      before = n_rows + PAGE_SIZE;
    }
}

static const struct {
  const char *what;
  CltFakeStep step;
  guint nth;
} moments[] = {
  { "killed while signing in", CLT_FAKE_SIGN_IN, 1 },
  { "killed while asking what the server has", CLT_FAKE_DESCRIBE, 1 },
  { "killed while looking for deletions", CLT_FAKE_LIST_IDS, 1 },
  { "killed while looking for the last deletions", CLT_FAKE_LIST_IDS, 3 },
};

static void
test_kill_between (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (CltTestDir) folder = clt_test_dir_new ();

      g_test_message ("%s", moments[i].what);
      kill_at (folder, moments[i].step, moments[i].nth);
      go_on (folder);
    }
}

static void
test_kill_again_and_again (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();

  g_test_message ("every start is killed at its second request: the sync still arrives");
  for (guint i = 0; i < 5; i++)
    kill_at (folder, CLT_FAKE_PULL, 2);
  go_on (folder);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "--until-killed"))
    return run_until_killed (argv[2], (CltFakeStep) atoi (argv[3]), (guint) atoi (argv[4]));

  g_test_init (&argc, &argv, NULL);
  program = argv[0];

  g_test_add_func ("/sync/engine-kill/at-page", test_kill_at_page);
  g_test_add_func ("/sync/engine-kill/between", test_kill_between);
  g_test_add_func ("/sync/engine-kill/again-and-again", test_kill_again_and_again);

  return g_test_run ();
}
