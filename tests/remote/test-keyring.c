/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-keyring.h"
#include "clt-test.h"

#define SECRET "s3cret 密钥"

static CltKeyringPlace
store (const char *workspace_id,
       const char *secret)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CltKeyringPlace place;

  clt_keyring_store_async (workspace_id, "Clientele test", secret, NULL, clt_test_result_cb,
                           &result);
  clt_test_await (result != NULL);
  g_assert_true (clt_keyring_store_finish (result, &place, &error));
  g_assert_no_error (error);

  return place;
}

static char *
look_up (const char *workspace_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *secret;

  clt_keyring_lookup_async (workspace_id, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  secret = clt_keyring_lookup_finish (result, &error);
  g_assert_no_error (error);

  return secret;
}

static gboolean
clear (const char *workspace_id)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_keyring_clear_async (workspace_id, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_keyring_clear_finish (result, NULL);
}

static void
check_life (const char *workspace_id)
{
  g_autofree char *first = look_up (workspace_id);
  g_autofree char *second = NULL;
  g_autofree char *other = look_up ("another");
  g_autofree char *third = NULL;

  g_assert_cmpstr (first, ==, SECRET);
  g_assert_null (other);

  g_test_message ("a new secret takes the place of the old one");
  store (workspace_id, "another");
  second = look_up (workspace_id);
  g_assert_cmpstr (second, ==, "another");

  g_test_message ("and is gone when cleared");
  g_assert_true (clear (workspace_id));
  third = look_up (workspace_id);
  g_assert_null (third);
}

static void
test_keyring (void)
{
  if (g_getenv ("SESSION_DIR") == NULL)
    {
      g_test_skip ("No keyring of our own: run me in tests/lib/session");
      return;
    }

  if (store ("kept", SECRET) != CLT_KEYRING_KEPT)
    {
      g_test_skip ("This session has no keyring");
      return;
    }

  check_life ("kept");
}

/* Run as a child, whose session bus does not exist. */
static void
test_session_only (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *none = look_up ("unkept");

      g_assert_null (none);
      g_assert_cmpint (store ("unkept", SECRET), ==, CLT_KEYRING_SESSION_ONLY);
      check_life ("unkept");
      return;
    }

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyring/kept", test_keyring);
  g_test_add_func ("/keyring/session-only", test_session_only);

  return g_test_run ();
}
