/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-migrations.h"
#include "clt-row-reader.h"
#include "clt-sql.h"
#include "clt-test-store.h"
#include "clt-test.h"
#include "clt-time.h"

/* 2026-03-10 12:00:00 UTC, and the days around it. */
#define NOON "1773144000000000"
#define DAY_BEGINS "1773100800000000"
#define DAY_ENDS "1773187200000000"
#define TODAY "20522"
#define NEXT_WEEK "20529"

#define SHOWN "\"shown\" = 1"

static const struct {
  const char *what;
  const char *entity;
  const char *filter;
  const char *condition;
  const char *values;
} filters[] = {
  { "a choice by its id", "deal", "stage=new", "\"stage\" = ?", "new" },
  { "an indexed text by its key", "customer", "city=Köln", "\"city_key\" = ?", "koln" },
  { "any other text folded", "customer", "industry=Tee",
    "clt_fold (\"industry\") = ?", "tee" },
  { "a part of a text", "customer", "industry~Tee",
    "instr (clt_fold (\"industry\"), ?) > 0", "tee" },
  { "a number", "customer", "employees>=10", "\"employees\" >= ?", "10" },
  { "nothing", "customer", "email=", "\"email\" IS NULL", "" },
  { "something", "customer", "email!=", "\"email\" IS NOT NULL", "" },
  { "ticked", "contact", "do_not_contact=true", "\"do_not_contact\" IS 1", "" },
  { "not ticked is empty, too", "contact", "do_not_contact=false",
    "\"do_not_contact\" IS NOT 1", "" },
  { "a day", "task", "due=2026-03-10", "\"due\" = ?", TODAY },
  { "a relative day", "task", "due<today+7", "\"due\" < ?", NEXT_WEEK },
  { "a moment within a day", "event", "start=today", "(\"start\" >= ? AND \"start\" < ?)",
    DAY_BEGINS " | " DAY_ENDS },
  { "before a day", "event", "start<today", "\"start\" < ?", DAY_BEGINS },
  { "up to a day", "event", "start<=today", "\"start\" < ?", DAY_ENDS },
  { "after a day", "event", "start>today", "\"start\" >= ?", DAY_ENDS },
  { "a relative moment", "event", "start>=now", "\"start\" >= ?", NOON },
  { "an item of a list", "customer", "tags~vip",
    "EXISTS (SELECT 1 FROM json_each (\"record_customer\".\"tags\") WHERE value = ?)", "vip" },
};

static CltLayout *
new_layout (void)
{
  return clt_layout_new (clt_catalog_get ());
}

static void
test_filters (void)
{
  g_autoptr (CltLayout) layout = new_layout ();
  g_autoptr (GError) error = NULL;

  clt_time_set_now (g_ascii_strtoll (NOON, NULL, 10));
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (CltQuery) query = clt_test_query (filters[i].entity, filters[i].filter, NULL,
                                                   NULL);
      g_autoptr (CltSql) sql = clt_sql_new_count (layout, query, &error);
      g_autofree char *wanted = g_strdup_printf (
        "SELECT count (*) FROM \"record_%s\" WHERE " SHOWN " AND (%s)", filters[i].entity,
        filters[i].condition);
      g_autofree char *alone = g_strdup_printf (
        "SELECT count (*) FROM \"record_%s\" WHERE " SHOWN " AND %s", filters[i].entity,
        filters[i].condition);
      g_autofree char *values = NULL;

      g_test_message ("%s", filters[i].what);
      g_assert_no_error (error);
      if (g_strcmp0 (clt_sql_get_text (sql), alone) != 0)
        g_assert_cmpstr (clt_sql_get_text (sql), ==, wanted);

      values = clt_sql_dup_values (sql);
      g_assert_cmpstr (values, ==, filters[i].values);
    }
  clt_time_set_now (0);
}

static char *
dup_sql_for (CltLayout  *layout,
             const char *text)
{
  g_autoptr (CltValue) value = clt_value_new_text (text);
  g_autoptr (CltFilter) filter = clt_filter_new_compare ("industry", CLT_COMPARE_IS, value);
  g_autoptr (CltQuery) all = clt_query_new ("customer");
  g_autoptr (CltQuery) query = clt_query_with_filter (all, filter);
  g_autoptr (CltSql) sql = clt_sql_new_ids (layout, query, CLT_SQL_GATHER, 10, NULL);

  g_assert_nonnull (sql);

  return g_strdup (clt_sql_get_text (sql));
}

static void
test_user_text (void)
{
  static const char * const texts[] = {
    "'; DROP TABLE meta; --", "\"", "%", "?", "\\", "a\nb", "%s%n", "NULL", "1 OR 1",
  };
  g_autoptr (CltLayout) layout = new_layout ();
  g_autofree char *harmless = dup_sql_for (layout, "x");

  g_test_message ("what a user wrote is never part of the text");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *sql = dup_sql_for (layout, texts[i]);

      g_assert_cmpstr (sql, ==, harmless);
    }
}

static void
test_errors (void)
{
  g_autoptr (CltLayout) layout = new_layout ();
  g_autoptr (CltQuery) all = clt_query_new ("customer");
  g_autoptr (CltQuery) sorted = clt_query_with_sort (all, "nothing", FALSE);
  g_autoptr (CltQuery) strange = clt_query_new ("nothing");
  g_autoptr (CltFilter) filter = clt_filter_new_compare ("employees", CLT_COMPARE_IS, NULL);
  g_autoptr (CltFilter) deep = clt_filter_ref (filter);
  g_autoptr (CltQuery) nested = NULL;

  g_assert_null (clt_sql_new_ids (layout, sorted, CLT_SQL_GATHER, 0, NULL));
  g_assert_null (clt_sql_new_ids (layout, strange, CLT_SQL_GATHER, 0, NULL));
  g_assert_null (clt_sql_new_tally (layout, all, "nothing", NULL, NULL));

  g_test_message ("a filter that no person wrote is refused, not followed");
  for (guint i = 0; i < 100; i++)
    {
      CltFilter *outer = clt_filter_new_group (CLT_FILTER_NOT, &deep, 1);

      clt_filter_unref (deep);
      deep = outer;
    }
  nested = clt_query_with_filter (all, deep);
  g_assert_null (clt_sql_new_ids (layout, nested, CLT_SQL_GATHER, 0, NULL));
}

/* {{{ Plans */

typedef struct
{
  CltTestDir *folder;
  CltDb      *db;
  CltLayout  *layout;
} Fixture;

static void
fixture_set_up (Fixture       *self,
                gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->layout = new_layout ();
  self->folder = clt_test_dir_new ();
  path = g_build_filename (self->folder, "workspace.db", NULL);
  self->db = clt_db_open (path, CLT_DB_WRITER, &error);
  g_assert_no_error (error);
  g_assert_true (clt_migrations_run (self->db, "", NULL));
  g_assert_true (clt_layout_ensure (self->layout, self->db, &error));
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *self,
                   gconstpointer  user_data)
{
  clt_layout_unref (self->layout);
  clt_db_close (self->db);
  clt_test_dir_remove (self->folder);
}

static char *
explain (Fixture    *self,
         const char *text)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", text, NULL);
  g_autoptr (CltStatement) statement = clt_statement_new (self->db, sql, FALSE, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  enum { COLUMN_DETAIL = 3 };

  g_assert_nonnull (statement);
  while (clt_statement_step (statement, NULL) == CLT_STEP_ROW)
    g_string_append_printf (plan, "%s; ", clt_statement_get_text (statement, COLUMN_DETAIL));

  return g_strdup (plan->str);
}

static const struct {
  const char *what;
  const char *entity;
  const char *filter;
  const char *sort;
  CltSqlPlan  plan;
  const char *has;
  const char *has_not;
} plans[] = {
  { "customers by name", "customer", NULL, NULL, CLT_SQL_STRAIGHT, "COVERING", "TEMP" },
  { "… descending", "customer", NULL, "-name", CLT_SQL_STRAIGHT, "COVERING", "TEMP" },
  { "by the last change", "customer", NULL, "-modified", CLT_SQL_STRAIGHT, "COVERING", "TEMP" },
  { "by city", "customer", NULL, "city", CLT_SQL_STRAIGHT, "COVERING", "TEMP" },
  { "… descending", "customer", NULL, "-city", CLT_SQL_STRAIGHT, "COVERING", "TEMP" },
  { "by amount", "deal", NULL, "-amount", CLT_SQL_STRAIGHT, "COVERING", "TEMP" },
  { "events by start", "event", NULL, "start", CLT_SQL_STRAIGHT, "COVERING", "TEMP" },
  { "a stage's deals by amount", "deal", "stage=new", "-amount", CLT_SQL_STRAIGHT, "COVERING",
    "TEMP" },
  { "a city's customers by name", "customer", "city=Köln", "name", CLT_SQL_STRAIGHT, "COVERING",
    "TEMP" },
  { "tickets of a status by due", "ticket", "status=open", "due", CLT_SQL_STRAIGHT, "COVERING",
    "TEMP" },
  { "by stage: one after the other", "customer", NULL, "stage", CLT_SQL_BY_GROUPS, "", "NOTHING" },
  { "by what has no index: all are read, in their own order", "customer", NULL, "employees",
    CLT_SQL_GATHER, "SCAN record_customer", "INDEX" },
  { "what has no index, sorted by what has", "customer", "employees>1", "name", CLT_SQL_GATHER,
    "SCAN record_customer", "INDEX" },
  { "a range of what is sorted by", "event", "start>=2026-01-01, start<2026-02-01", "start",
    CLT_SQL_STRAIGHT, "COVERING", "TEMP" },
  { "what is not so is nearly everything", "customer", "stage!=lead", "name", CLT_SQL_GATHER,
    "SCAN record_customer", "SEARCH" },
  { "few of a stage, by the last change", "customer", "stage=lead", "-modified",
    CLT_SQL_COUNT_FIRST, "", "NOTHING" },
};

static void
test_plans (Fixture       *self,
            gconstpointer  user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (CltQuery) query = clt_test_query (plans[i].entity, plans[i].filter, NULL,
                                                   plans[i].sort);
      g_autoptr (CltSql) sql = clt_sql_new_ids (self->layout, query, plans[i].plan, 0, NULL);
      g_autofree char *plan = explain (self, clt_sql_get_text (sql));

      g_test_message ("%s: %s", plans[i].what, plan);
      g_assert_cmpint (clt_sql_choose_plan (self->layout, query, FALSE), ==, plans[i].plan);
      g_assert_nonnull (strstr (plan, plans[i].has));
      g_assert_null (strstr (plan, plans[i].has_not));
    }
}

static void
test_walk (Fixture       *self,
           gconstpointer  user_data)
{
  g_autoptr (CltQuery) query = clt_test_query ("customer", "stage=lead", "anna", "-modified");
  g_autoptr (CltSql) walk = clt_sql_new_ids (self->layout, query, CLT_SQL_WALK, 0, NULL);
  g_autoptr (CltSql) gather = clt_sql_new_ids (self->layout, query, CLT_SQL_GATHER, 0, NULL);
  g_autofree char *walk_plan = explain (self, clt_sql_get_text (walk));
  g_autofree char *gather_plan = explain (self, clt_sql_get_text (gather));

  g_test_message ("many are kept while going along the order: %s", walk_plan);
  g_assert_cmpint (clt_sql_choose_plan (self->layout, query, TRUE), ==, CLT_SQL_WALK);
  g_assert_nonnull (strstr (walk_plan, "COVERING INDEX record_customer_by_modified"));
  g_assert_nonnull (strstr (walk_plan, "COVERING INDEX record_customer_by_stage"));
  g_assert_null (strstr (walk_plan, "TEMP B-TREE"));

  g_test_message ("few are read by their ids and sorted: %s", gather_plan);
  g_assert_nonnull (strstr (gather_plan, "INTEGER PRIMARY KEY"));
}

/* }}} */

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sql/filters", test_filters);
  g_test_add_func ("/sql/user-text", test_user_text);
  g_test_add_func ("/sql/errors", test_errors);
  g_test_add ("/sql/plans", Fixture, NULL, fixture_set_up, test_plans, fixture_tear_down);

  g_test_add ("/sql/walk", Fixture, NULL, fixture_set_up, test_walk, fixture_tear_down);

  return g_test_run ();
}
