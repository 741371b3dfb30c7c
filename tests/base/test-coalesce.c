/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-coalesce.h"
#include "clt-test.h"

#define SHORT_DELAY_MS 20

typedef struct
{
  CltCoalesce *coalesce;
  guint        n_calls;
  guint        n_again; /* how often the function requests again */
} Fixture;

static void
count_cb (gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_calls++;
  if (fixture->n_again > 0)
    {
      fixture->n_again--;
      clt_coalesce_request (fixture->coalesce);
    }
}

static void
free_cb (gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_calls++;
  g_clear_pointer (&fixture->coalesce, clt_coalesce_free);
}

/* Lets everything happen that could, sources of low priority included. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_burst (void)
{
  Fixture fixture = { NULL };
  g_autoptr (CltCoalesce) coalesce = clt_coalesce_new (0, count_cb, &fixture);

  g_test_message ("a burst of requests is one call, and not at once");
  for (int i = 0; i < 100; i++)
    clt_coalesce_request (coalesce);
  g_assert_cmpuint (fixture.n_calls, ==, 0);
  settle ();
  g_assert_cmpuint (fixture.n_calls, ==, 1);

  g_test_message ("the next request is a call again");
  clt_coalesce_request (coalesce);
  settle ();
  g_assert_cmpuint (fixture.n_calls, ==, 2);
}

static void
test_delay (void)
{
  Fixture fixture = { NULL };
  g_autoptr (CltCoalesce) coalesce = clt_coalesce_new (SHORT_DELAY_MS, count_cb, &fixture);
  const gint64 start = g_get_monotonic_time ();

  g_test_message ("the call comes a delay after the first request, however many follow");
  clt_coalesce_request (coalesce);
  while (fixture.n_calls == 0)
    {
      clt_coalesce_request (coalesce);
      clt_test_iterate ();
    }
  g_assert_cmpint (g_get_monotonic_time () - start, >=, SHORT_DELAY_MS * 1000);
  g_assert_cmpuint (fixture.n_calls, ==, 1);
}

static void
test_again (void)
{
  Fixture fixture = { .n_again = 2 };
  g_autoptr (CltCoalesce) coalesce = clt_coalesce_new (0, count_cb, &fixture);

  g_test_message ("the function may request again");
  fixture.coalesce = coalesce;
  clt_coalesce_request (coalesce);
  settle ();
  g_assert_cmpuint (fixture.n_calls, ==, 3);
}

static void
test_cancel (void)
{
  Fixture fixture = { NULL };
  CltCoalesce *coalesce = clt_coalesce_new (0, count_cb, &fixture);

  g_test_message ("what was cancelled or freed is not called");
  clt_coalesce_cancel (coalesce);
  clt_coalesce_request (coalesce);
  clt_coalesce_cancel (coalesce);
  settle ();
  clt_coalesce_request (coalesce);
  clt_coalesce_free (coalesce);
  clt_coalesce_free (NULL);
  settle ();
  g_assert_cmpuint (fixture.n_calls, ==, 0);
}

static void
test_free_inside (void)
{
  Fixture fixture = { NULL };

  g_test_message ("the function may free its coalescer");
  fixture.coalesce = clt_coalesce_new (0, free_cb, &fixture);
  clt_coalesce_request (fixture.coalesce);
  settle ();
  g_assert_cmpuint (fixture.n_calls, ==, 1);
  g_assert_null (fixture.coalesce);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coalesce/burst", test_burst);
  g_test_add_func ("/coalesce/delay", test_delay);
  g_test_add_func ("/coalesce/again", test_again);
  g_test_add_func ("/coalesce/cancel", test_cancel);
  g_test_add_func ("/coalesce/free-inside", test_free_inside);

  return g_test_run ();
}
