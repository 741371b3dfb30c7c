/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

G_BEGIN_DECLS

/* What nearly every test needs. Tests never sleep: they await. */

#define CLT_TEST_DEADLINE_SECONDS 60
#define CLT_TEST_TICK_MS 5

static inline gboolean
clt_test_tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the main context run once; returns after a tick even if nothing happens, so that a
 * condition which a thread makes true is seen. */
static inline void
clt_test_iterate (void)
{
  const guint tick_id = g_timeout_add (CLT_TEST_TICK_MS, clt_test_tick_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick_id);
}

/**
 * clt_test_await:
 * @condition: an expression, evaluated again and again
 *
 * Runs the main context until @condition holds, and fails the test if it does
 * not within CLT_TEST_DEADLINE_SECONDS.
 */
#define clt_test_await(condition) \
  G_STMT_START \
    { \
      const gint64 clt_test_end = g_get_monotonic_time () + \
                                  CLT_TEST_DEADLINE_SECONDS * G_USEC_PER_SEC; \
      while (!(condition)) \
        { \
          if (g_get_monotonic_time () > clt_test_end) \
            g_error ("%s:%d: awaited in vain: %s", __FILE__, __LINE__, #condition); \
          clt_test_iterate (); \
        } \
    } \
  G_STMT_END

/**
 * clt_test_assert_finalize:
 * @object: (transfer full): a variable with the last reference to an object
 *
 * Lets go of the reference, sets the variable to %NULL, and fails the test if
 * anybody else keeps the object, work that is still queued apart.
 */
#define clt_test_assert_finalize(object) \
  G_STMT_START \
    { \
      gpointer clt_test_weak = (object); \
      g_object_add_weak_pointer (G_OBJECT (clt_test_weak), &clt_test_weak); \
      g_clear_object (&(object)); \
      clt_test_await (clt_test_weak == NULL); \
    } \
  G_STMT_END

/* A callback for _async functions: keeps the result for clt_test_await() and _finish.
 *
 *   g_autoptr (GAsyncResult) result = NULL;
 *
 *   clt_thing_load_async (thing, NULL, clt_test_result_cb, &result);
 *   clt_test_await (result != NULL);
 *   g_assert_true (clt_thing_load_finish (thing, result, &error));
 */
static inline void
clt_test_result_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* The path of a folder that is made for one test and removed with all that is in it. */
typedef char CltTestDir;

static inline CltTestDir *
clt_test_dir_new (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("clientele-test-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

static inline void
clt_test_remove_recursively (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      clt_test_remove_recursively (child);
    }

  g_remove (path);
}

static inline void
clt_test_dir_remove (CltTestDir *self)
{
  clt_test_remove_recursively (self);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltTestDir, clt_test_dir_remove)

G_END_DECLS
