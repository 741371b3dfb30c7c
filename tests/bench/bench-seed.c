/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "bench.h"
#include "clt-catalog.h"
#include "clt-entity-table-ensure.h"
#include "clt-layout.h"
#include "clt-meta.h"
#include "clt-migrations.h"
#include "clt-record-key.h"
#include "clt-row.h"
#include "clt-search-index.h"
#include "clt-tally-keeper.h"
#include "clt-time.h"

/* Changes when the seed does: an old one is not taken. */
#define SEED_VERSION 2

/* A fixed moment, so that every run has the same records. */
#define SEED_NOW (G_GINT64_CONSTANT (1767225600) * CLT_USEC_PER_SECOND)

#define ROWS_PER_COMMIT 100000
#define N_USERS 20

typedef struct
{
  CltDb          *db;
  CltLayout      *layout;
  CltTallyKeeper *tallies;
  GArray         *customers; /* (owned) (element-type gint64) */
  GArray         *users;     /* (owned) (element-type gint64) */
  guint           n_rows;
} Seed;

typedef void (*SeedFunc) (Seed   *seed,
                          CltRow *row,
                          guint   number);

/* {{{ Values */

static void
seed_take (CltRow     *row,
           const char *field,
           CltValue   *value)
{
  const int index = clt_entity_find_index (clt_entity_table_get_entity (row->table), field);

  g_assert (index >= 0);
  clt_row_set (row, (guint) index, value);
  clt_value_unref (value);
}

static void
seed_text (CltRow     *row,
           const char *field,
           const char *text)
{
  seed_take (row, field, clt_value_new_text (text));
}

static void
seed_choice (CltRow     *row,
             const char *field,
             guint       number)
{
  const CltField *found = clt_entity_find_field (clt_entity_table_get_entity (row->table), field);
  GPtrArray *choices = clt_field_get_choices (found);

  seed_text (row, field, clt_choice_get_id (choices->pdata[bench_pick (number, 20,
                                                                       choices->len)]));
}

static void
seed_reference (CltRow     *row,
                const char *field,
                const char *entity,
                GArray     *ids,
                guint       number)
{
  seed_take (row, field, clt_value_new_reference (
               entity, g_array_index (ids, gint64, bench_pick (number, 21, ids->len))));
}

/* Within two years before and half a year behind. */
static gint64
seed_pick_moment (guint number,
                  guint salt)
{
  return SEED_NOW + ((gint64) bench_pick (number, salt, 912) - 730) * CLT_USEC_PER_DAY +
         (gint64) bench_pick (number, salt + 1, 86400) * CLT_USEC_PER_SECOND;
}

static void
seed_stamp (CltRow *row,
            guint   number)
{
  const gint64 moment = seed_pick_moment (number, 22);

  seed_take (row, "created", clt_value_new_moment (moment - CLT_USEC_PER_DAY));
  seed_take (row, "modified", clt_value_new_moment (moment));
}

static void
seed_address (CltRow *row,
              guint   number)
{
  static const char * const cities[] = {
    "Berlin", "Hamburg", "Köln", "Paris", "Lyon", "London", "Leeds", "Boston", "Austin", "Oslo",
    "Kraków", "Porto", "杭州", "北京", "上海", "广州", "深圳", "成都",
  };
  g_autofree char *street = g_strdup_printf ("Main Street %u", number % 200);

  seed_text (row, "street", street);
  seed_text (row, "city", cities[bench_pick (number, 24, G_N_ELEMENTS (cities))]);
}

static void
seed_reach (CltRow *row,
            guint   number)
{
  g_autofree char *email = g_strdup_printf ("info@company%u.example", number);
  g_autofree char *phone = g_strdup_printf ("+49 30 %07u", bench_pick (number, 25, 10000000));

  seed_text (row, "email", email);
  seed_text (row, "phone", phone);
}

/* }}} */
/* {{{ Records */

static void
seed_user (Seed   *seed,
           CltRow *row,
           guint   number)
{
  g_autofree char *name = bench_dup_person (number + 5000000);

  seed_text (row, "name", name);
  g_array_append_val (seed->users, row->id);
}

static void
seed_customer (Seed   *seed,
               CltRow *row,
               guint   number)
{
  g_autofree char *name = bench_dup_company (number);

  seed_text (row, "name", name);
  seed_choice (row, "stage", number);
  seed_reach (row, number);
  seed_address (row, number);
  seed_reference (row, "owner", "user", seed->users, number);
  seed_take (row, "employees", clt_value_new_integer (bench_pick (number, 26, 5000)));
  seed_take (row, "last_contact", clt_value_new_moment (seed_pick_moment (number, 27)));
  g_array_append_val (seed->customers, row->id);
}

static void
seed_contact (Seed   *seed,
              CltRow *row,
              guint   number)
{
  g_autofree char *name = bench_dup_person (number);

  seed_text (row, "name", name);
  seed_reach (row, number + 1000000);
  seed_address (row, number + 1000000);
  seed_reference (row, "customer", "customer", seed->customers, number);
  seed_reference (row, "owner", "user", seed->users, number);
}

static void
seed_deal (Seed   *seed,
           CltRow *row,
           guint   number)
{
  g_autofree char *name = bench_dup_company (number + 3);

  seed_text (row, "name", name);
  seed_choice (row, "stage", number);
  seed_text (row, "status", "open");
  seed_take (row, "amount", clt_value_new_money (bench_pick (number, 28, 100000) * 100, "EUR"));
  seed_take (row, "closes", clt_value_new_day (seed_pick_moment (number, 29) / CLT_USEC_PER_DAY));
  seed_reference (row, "customer", "customer", seed->customers, number);
  seed_reference (row, "owner", "user", seed->users, number);
}

static void
seed_event (Seed   *seed,
            CltRow *row,
            guint   number)
{
  g_autofree char *name = bench_dup_person (number + 7);
  const gint64 start = seed_pick_moment (number, 30);

  seed_text (row, "name", name);
  seed_choice (row, "kind", number);
  seed_take (row, "start", clt_value_new_moment (start));
  seed_take (row, "end", clt_value_new_moment (start + 3600 * CLT_USEC_PER_SECOND));
  seed_reference (row, "customer", "customer", seed->customers, number);
  seed_reference (row, "owner", "user", seed->users, number);
}

static void
seed_ticket (Seed   *seed,
             CltRow *row,
             guint   number)
{
  g_autofree char *name = bench_dup_company (number + 11);
  g_autofree char *ticket_number = g_strdup_printf ("T%06u", number);

  seed_text (row, "name", name);
  seed_text (row, "number", ticket_number);
  seed_choice (row, "status", number);
  seed_choice (row, "priority", number + 1);
  seed_take (row, "due", clt_value_new_moment (seed_pick_moment (number, 32)));
  seed_reference (row, "customer", "customer", seed->customers, number);
  seed_reference (row, "owner", "user", seed->users, number);
}

/* }}} */

static void
seed_check (gboolean  is_done,
            GError   *error)
{
  if (!is_done)
    g_error ("The seed could not be written: %s", error->message);
}

static void
seed_add (Seed           *seed,
          CltEntityTable *table,
          SeedFunc        func,
          guint           number)
{
  g_autoptr (CltRow) row = clt_row_new (table, clt_record_id_new ());
  GError *error = NULL;

  row->remote_id = g_strdup_printf ("%u", number + 1);
  row->state = CLT_SYNC_SYNCED;
  func (seed, row, number);
  seed_stamp (row, number);

  seed_check (clt_row_insert (row, seed->db, &error), error);
  seed_check (clt_search_index_replace (seed->db, NULL, row, &error), error);
  clt_tally_keeper_replace (seed->tallies, NULL, row);
}

/* Indices are built behind, which is faster than keeping them. */
static void
seed_drop_indices (Seed           *seed,
                   CltEntityTable *table)
{
  g_autoptr (GPtrArray) indices = clt_entity_table_list_indices (table);

  for (guint i = 0; i < indices->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (indices->pdata[i], "\"", 3);
      g_autofree char *sql = g_strdup_printf ("DROP INDEX \"%s\"", parts[1]);
      GError *error = NULL;

      seed_check (clt_db_exec (seed->db, sql, &error), error);
    }
}

static void
seed_entity (Seed       *seed,
             const char *entity,
             guint       n_rows,
             SeedFunc    func)
{
  CltEntityTable *table = clt_layout_find_table (seed->layout, entity, NULL);
  GError *error = NULL;

  printf ("  seeding %u of %s\n", n_rows, entity);
  fflush (stdout);

  seed_drop_indices (seed, table);
  for (guint i = 0; i < n_rows; i++)
    {
      if (i % ROWS_PER_COMMIT == 0)
        seed_check (clt_db_begin (seed->db, &error), error);

      seed_add (seed, table, func, i);

      if ((i + 1) % ROWS_PER_COMMIT == 0 || i + 1 == n_rows)
        {
          seed_check (clt_tally_keeper_write (seed->tallies, seed->db, &error), error);
          seed_check (clt_db_commit (seed->db, &error), error);
          clt_db_tidy (seed->db);
        }
    }

  seed_check (clt_db_begin (seed->db, &error), error);
  seed_check (clt_entity_table_ensure (table, seed->db, &error), error);
  seed_check (clt_db_commit (seed->db, &error), error);
}

static void
seed_write (Seed *seed)
{
  GError *error = NULL;

  seed_check (clt_db_exec (seed->db, "PRAGMA synchronous = OFF; PRAGMA cache_size = -131072",
                           &error), error);
  seed_check (clt_migrations_run (seed->db, "", &error), error);
  seed_check (clt_db_begin (seed->db, &error), error);
  seed_check (clt_layout_ensure (seed->layout, seed->db, &error), error);
  seed_check (clt_db_commit (seed->db, &error), error);

  seed_entity (seed, "user", N_USERS, seed_user);
  seed_entity (seed, "customer", seed->n_rows, seed_customer);
  seed_entity (seed, "contact", seed->n_rows, seed_contact);
  seed_entity (seed, "deal", MAX (seed->n_rows / 2, 1), seed_deal);
  seed_entity (seed, "event", seed->n_rows, seed_event);
  seed_entity (seed, "ticket", MAX (seed->n_rows / 5, 1), seed_ticket);

  /* As after a long life: what the planner knows. */
  seed_check (clt_db_exec (seed->db, "PRAGMA optimize", &error), error);
}

static void
seed_make (const char *path,
           guint       n_rows)
{
  g_autoptr (CltLayout) layout = clt_layout_new (clt_catalog_get ());
  g_autoptr (CltTallyKeeper) tallies = clt_tally_keeper_new ();
  g_autofree char *unfinished = g_strconcat (path, ".new", NULL);
  GError *error = NULL;
  Seed seed = { clt_db_open (unfinished, CLT_DB_WRITER, &error), layout, tallies };

  seed_check (seed.db != NULL, error);
  seed.n_rows = n_rows;
  seed.customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  seed.users = g_array_new (FALSE, FALSE, sizeof (gint64));

  seed_write (&seed);

  g_array_unref (seed.customers);
  g_array_unref (seed.users);
  clt_db_close (seed.db);
  g_rename (unfinished, path);
}

/* A seed of yesterday gets today's indices. */
static void
seed_complete (const char *path)
{
  g_autoptr (CltLayout) layout = clt_layout_new (clt_catalog_get ());
  GError *error = NULL;
  g_autoptr (CltDb) db = clt_db_open (path, CLT_DB_WRITER, &error);

  seed_check (db != NULL, error);
  seed_check (clt_db_begin (db, &error), error);
  seed_check (clt_layout_ensure (layout, db, &error), error);
  seed_check (clt_db_commit (db, &error), error);
}

char *
bench_seed (guint n_rows)
{
  const char *build = g_getenv ("G_TEST_BUILDDIR");
  g_autofree char *name = g_strdup_printf ("seed-%d-%u", SEED_VERSION, n_rows);
  char *folder = g_build_filename (build != NULL ? build : g_get_tmp_dir (), "bench", name, NULL);
  g_autofree char *path = g_build_filename (folder, "workspace.db", NULL);

  g_mkdir_with_parents (folder, 0700);
  if (g_access (path, F_OK) != 0)
    seed_make (path, n_rows);
  else
    seed_complete (path);

  return folder;
}

/* A copy that may be written to, made by the system without reading it where it can. */
char *
bench_copy_seed (guint       n_rows,
                 const char *folder)
{
  g_autofree char *seed = bench_seed (n_rows);
  g_autofree char *from = g_build_filename (seed, "workspace.db", NULL);
  g_autofree char *to = g_build_filename (folder, "workspace.db", NULL);
  const char *argv[] = { "cp", "--reflink=auto", from, to, NULL };
  GError *error = NULL;

  g_mkdir_with_parents (folder, 0700);
  seed_check (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                            NULL, &error), error);

  /* Or the first one who waits for the disk waits for the copy. */
  sync ();

  return g_strdup (folder);
}
