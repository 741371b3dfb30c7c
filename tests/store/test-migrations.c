/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-error.h"
#include "clt-migrations.h"
#include "clt-test.h"

/* Every version that was ever written has a dump in fixtures/db/, whose file must become what a
 * new one is. */

static CltDb *
open_new (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  CltDb *db = clt_db_open (path, CLT_DB_WRITER, &error);

  g_assert_no_error (error);

  return db;
}

static char *
describe (CltDb *db)
{
  g_autoptr (CltStatement) statement = clt_statement_new (
    db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", FALSE, NULL);
  GString *text = g_string_new (NULL);

  while (clt_statement_step (statement, NULL) == CLT_STEP_ROW)
    g_string_append_printf (text, "%s;\n", clt_statement_get_text (statement, 0));

  return g_string_free (text, FALSE);
}

static char *
read_dump (gint64 version)
{
  g_autofree char *name = g_strdup_printf ("%03" G_GINT64_FORMAT ".sql", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "db", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_dumps (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltDb) fresh = open_new (folder, "fresh.db");
  g_autofree char *wanted = NULL;

  g_assert_true (clt_migrations_run (fresh, "", NULL));
  wanted = describe (fresh);

  for (gint64 version = 1; version <= CLT_STORE_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("%d.db", (int) version);
      g_autofree char *backup = g_build_filename (folder, "backup.db", NULL);
      g_autofree char *dump = read_dump (version);
      g_autofree char *found = NULL;
      g_autoptr (CltDb) db = open_new (folder, name);
      g_autoptr (GError) error = NULL;
      gint64 n_views;

      g_test_message ("a file of version %d becomes what a new one is", (int) version);
      g_assert_true (clt_db_exec (db, dump, &error));
      g_assert_true (clt_migrations_run (db, backup, &error));
      g_assert_no_error (error);
      found = describe (db);
      g_assert_cmpstr (found, ==, wanted);

      g_test_message ("with what was in it, and a copy of what it was");
      g_assert_true (clt_db_read_int (db, "SELECT count (*) FROM saved_view", &n_views, NULL));
      g_assert_cmpint (n_views, ==, 1);
      g_assert_cmpint (g_access (backup, F_OK) == 0, ==, version < CLT_STORE_VERSION);
    }
}

static void
test_again (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  g_autoptr (CltDb) db = open_new (folder, "workspace.db");
  g_autoptr (GError) error = NULL;

  g_test_message ("migrating what is migrated does nothing");
  g_assert_true (clt_migrations_run (db, "", NULL));
  g_assert_true (clt_migrations_run (db, "", &error));
  g_assert_no_error (error);

  g_test_message ("a newer file is left alone");
  g_assert_true (clt_db_exec (db, "PRAGMA user_version = 999", NULL));
  g_assert_false (clt_migrations_run (db, "", &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_NEWER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/migrations/dumps", test_dumps);
  g_test_add_func ("/migrations/again", test_again);

  return g_test_run ();
}
