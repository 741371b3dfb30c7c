/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clt-error.h"
#include "clt-test-store.h"
#include "clt-test.h"

#define NOBODY 65534
#define N_KILLS 8
#define CHANGES_PER_BATCH 20

static void
run_sql (const char *folder,
         const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "workspace.db", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static gboolean
try_create (CltStore   *store,
            const char *name,
            GError    **error)
{
  g_autoptr (CltChange) change = clt_change_new (CLT_CHANGE_CREATE, "customer",
                                                 clt_record_id_new ());
  g_autoptr (CltValue) value = clt_value_new_text (name);

  clt_change_add (change, "name", NULL, value);

  return clt_test_store_try_apply (store, change, error);
}

static void
test_second_instance (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_LOCAL);
  CltStore *reader;
  g_autoptr (GError) error = NULL;
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());

  g_test_message ("a second one is told who has it");
  g_assert_null (clt_test_store_try_open (folder, CLT_STORE_OPEN_NORMAL, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, pid));

  g_test_message ("but may look");
  clt_test_store_create (store, "customer", "name", "Alpha", NULL);
  reader = clt_test_store_open (folder, CLT_STORE_OPEN_READ_ONLY);
  g_assert_true (clt_store_get_read_only (reader));
  {
    g_autoptr (CltQuery) all = clt_query_new ("customer");

    g_assert_cmpint (clt_test_store_count (reader, all), ==, 1);
  }
  g_clear_error (&error);
  g_assert_false (try_create (reader, "Beta", &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_READ_ONLY);
  clt_test_store_close (reader);

  g_test_message ("when the first has closed, the second gets it");
  clt_test_store_close (store);
  store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  clt_test_store_close (store);
}

static void
test_newer (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_LOCAL);
  g_autoptr (CltQuery) all = clt_query_new ("customer");
  g_autoptr (GError) error = NULL;

  clt_test_store_create (store, "customer", "name", "Alpha", NULL);
  clt_test_store_close (store);
  run_sql (folder, "PRAGMA user_version = 999");

  g_test_message ("the file of a newer version can be read and not written");
  store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  g_assert_true (clt_store_get_read_only (store));
  g_assert_cmpint (clt_test_store_count (store, all), ==, 1);
  g_assert_false (try_create (store, "Beta", &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_NEWER);
  clt_test_store_close (store);
}

static void
test_corrupt (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autofree char *path = g_build_filename (folder, "workspace.db", NULL);
  g_autofree char *noise = g_strnfill (8192, 'x');
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, noise, -1, NULL));

  g_test_message ("a damaged file is said to be so, and left as it is");
  g_assert_null (clt_test_store_try_open (folder, CLT_STORE_OPEN_NORMAL, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_CORRUPT);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, noise);
}

static void
test_permissions (void)
{
  g_autoptr (CltTestDir) parent = clt_test_dir_new ();
  g_autofree char *folder = g_build_filename (parent, "workspace", NULL);
  g_autofree char *path = g_build_filename (folder, "workspace.db", NULL);
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_LOCAL);
  GStatBuf status;

  g_test_message ("nobody else can read the records");
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  clt_test_store_close (store);
}

/* {{{ In a child process */

typedef int (*ChildFunc) (const char *folder);

static int
run_child (ChildFunc   func,
           const char *folder)
{
  const pid_t pid = fork ();
  int status;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    _exit (func (folder));

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);

  return status;
}

static int
open_as_nobody (const char *folder)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0 && setuid (NOBODY) != 0)
    return 2;

  return clt_test_store_try_open (folder, CLT_STORE_OPEN_NORMAL, &error) == NULL &&
         g_error_matches (error, CLT_ERROR, CLT_ERROR_READ_ONLY) ? 0 : 1;
}

static void
test_read_only_folder (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  int status;

  g_test_message ("a folder that cannot be written is told apart");
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  status = run_child (open_as_nobody, folder);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_chmod (folder, 0700);
}

static GPtrArray *
new_batch (guint number)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_change_unref);

  for (guint i = 0; i < CHANGES_PER_BATCH; i++)
    {
      g_autofree char *name = g_strdup_printf ("Batch%u Number%u", number, i);
      g_autoptr (CltValue) value = clt_value_new_text (name);
      CltChange *change = clt_change_new (CLT_CHANGE_CREATE, "customer", clt_record_id_new ());

      clt_change_add (change, "name", NULL, value);
      g_ptr_array_add (changes, change);
    }

  return changes;
}

/* Saves until it is killed, and writes down what was acknowledged. */
static int
save_for_ever (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "acknowledged", NULL);
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);

  for (guint number = 1;; number++)
    {
      g_autoptr (GPtrArray) changes = new_batch (number);
      g_autoptr (GAsyncResult) result = NULL;
      g_autofree char *text = g_strdup_printf ("%u", number);

      clt_store_apply_async (store, changes, NULL, clt_test_result_cb, &result);
      clt_test_await (result != NULL);
      if (!clt_store_apply_finish (store, result, NULL) ||
          !g_file_set_contents (path, text, -1, NULL))
        return 1;
    }
}

static void
kill_while_saving (const char *folder,
                   guint       n_batches)
{
  g_autofree char *path = g_build_filename (folder, "acknowledged", NULL);
  const pid_t pid = fork ();
  guint n_seen = 0;
  int status;

  if (pid == 0)
    _exit (save_for_ever (folder));

  while (n_seen < n_batches)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL))
        n_seen = (guint) g_ascii_strtoull (text, NULL, 10);
      g_assert_cmpint (waitpid (pid, &status, WNOHANG), ==, 0);
      g_usleep (200);
    }

  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
}

static void
test_kill (void)
{
  g_test_message ("I1, I3, I10: killed anywhere, what was acknowledged is there, and all of it");
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (CltTestDir) folder = clt_test_dir_new ();
      g_autofree char *path = g_build_filename (folder, "acknowledged", NULL);
      g_autofree char *text = NULL;
      g_autoptr (CltQuery) all = clt_query_new ("customer");
      g_autoptr (CltQuery) found = clt_test_query ("customer", NULL, "batch", NULL);
      g_autoptr (GArray) ids = NULL;
      CltStore *store;
      gint64 n_acknowledged;

      kill_while_saving (folder, 1 + i);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      n_acknowledged = g_ascii_strtoll (text, NULL, 10);

      store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
      ids = clt_test_store_ids (store, found);
      g_assert_cmpint (clt_test_store_count (store, all), >=, n_acknowledged * CHANGES_PER_BATCH);
      g_assert_cmpint (clt_test_store_count (store, all) % CHANGES_PER_BATCH, ==, 0);
      g_assert_cmpint (clt_test_store_count (store, all), ==, ids->len);
      g_assert_cmpint (clt_test_store_count (store, all), ==, clt_store_get_n_pending (store));
      clt_test_store_close (store);
    }
}

/* }}} */
/* {{{ A full disk */

typedef ssize_t (*PwriteFunc) (int         file,
                               const void *bytes,
                               size_t      n_bytes,
                               off_t       offset);

static PwriteFunc real_pwrite;
static int is_disk_full; /* (atomic) */

static ssize_t
full_pwrite (int         file,
             const void *bytes,
             size_t      n_bytes,
             off_t       offset)
{
  if (!g_atomic_int_get (&is_disk_full))
    return real_pwrite (file, bytes, n_bytes, offset);

  errno = ENOSPC;
  return -1;
}

static void
install_full_disk (void)
{
  static const char * const names[] = { "pwrite", "pwrite64" };
  sqlite3_vfs *vfs;

  sqlite3_initialize ();
  vfs = sqlite3_vfs_find (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const PwriteFunc func = (PwriteFunc) vfs->xGetSystemCall (vfs, names[i]);

      if (func == NULL)
        continue;

      real_pwrite = func;
      vfs->xSetSystemCall (vfs, names[i], (sqlite3_syscall_ptr) full_pwrite);
    }
  g_assert_nonnull (real_pwrite);
}

static void
test_disk_full (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autofree char *reserve = g_build_filename (folder, "reserve", NULL);
  g_autoptr (CltQuery) all = clt_query_new ("customer");
  g_autoptr (GError) error = NULL;
  CltStore *store;

  install_full_disk ();
  store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  clt_test_store_create (store, "customer", "name", "Alpha", NULL);
  g_assert_cmpint (g_access (reserve, F_OK), ==, 0);

  g_test_message ("on a full disk the save fails, in words, after the reserve was given up");
  g_atomic_int_set (&is_disk_full, TRUE);
  g_assert_false (try_create (store, "Beta", &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_DISK_FULL);
  g_assert_cmpint (g_access (reserve, F_OK), !=, 0);

  g_test_message ("nothing that was saved is lost, and nothing is half there");
  g_assert_cmpint (clt_test_store_count (store, all), ==, 1);
  g_assert_cmpuint (clt_store_get_n_pending (store), ==, 1);

  g_test_message ("when there is room again, saving goes on");
  g_atomic_int_set (&is_disk_full, FALSE);
  g_clear_error (&error);
  g_assert_true (try_create (store, "Beta", &error));
  g_assert_no_error (error);
  g_assert_cmpint (clt_test_store_count (store, all), ==, 2);

  clt_test_store_close (store);
  store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  g_assert_cmpint (clt_test_store_count (store, all), ==, 2);
  clt_test_store_close (store);
}

/* }}} */

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* Those that fork come first, while there is one thread. */
  g_test_add_func ("/store-faults/kill", test_kill);
  g_test_add_func ("/store-faults/read-only-folder", test_read_only_folder);
  g_test_add_func ("/store-faults/second-instance", test_second_instance);
  g_test_add_func ("/store-faults/newer", test_newer);
  g_test_add_func ("/store-faults/corrupt", test_corrupt);
  g_test_add_func ("/store-faults/permissions", test_permissions);
  g_test_add_func ("/store-faults/disk-full", test_disk_full);

  return g_test_run ();
}
