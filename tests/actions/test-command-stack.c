/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-command-stack.h"
#include "clt-error.h"
#include "clt-test-fixture.h"

#define DEPTH 200


static gboolean
run (CltCommandStack *stack,
     const char      *label,
     GPtrArray       *changes)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_command_stack_run_async (stack, label, changes, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_command_stack_run_finish (stack, result, NULL);
}

static gboolean
undo (CltCommandStack *stack)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_command_stack_undo_async (stack, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_command_stack_undo_finish (stack, result, NULL);
}

static gboolean
redo (CltCommandStack *stack)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_command_stack_redo_async (stack, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_command_stack_redo_finish (stack, result, NULL);
}

static GPtrArray *
make_customer (const char *name,
               gint64     *id)
{
  const char *field = "name";
  g_autoptr (CltValue) value = clt_value_new_text (name);

  return clt_command_create (clt_schema_find_entity (clt_catalog_get (), "customer"),
                             &field, &value, 1, id);
}

static GPtrArray *
rename_to (CltRecord  *record,
           const char *name)
{
  g_autoptr (CltValue) value = clt_value_new_text (name);

  return clt_command_set_field (record, "name", value);
}

static void
count_cb (CltCommandStack *stack,
          const char      *label,
          guint           *count)
{
  g_assert_nonnull (label);
  (*count)++;
}

static void
test_create (CltTestFixture *fixture,
             gconstpointer   unused)
{
  g_autoptr (CltCommandStack) stack = clt_command_stack_new (fixture->store);
  g_autoptr (CltRecord) record = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  guint n_done = 0;
  gint64 id;

  g_signal_connect (stack, "done", G_CALLBACK (count_cb), &n_done);
  g_assert_false (clt_command_stack_can_undo (stack));

  changes = make_customer ("Ada", &id);
  g_assert_true (run (stack, "Customer created", changes));
  g_assert_cmpint (clt_test_fixture_count (fixture, "customer"), ==, 1);
  g_assert_cmpstr (clt_command_stack_get_undo_label (stack), ==, "Customer created");

  g_assert_true (undo (stack));
  g_assert_cmpint (clt_test_fixture_count (fixture, "customer"), ==, 0);
  g_assert_false (clt_command_stack_can_undo (stack));
  g_assert_cmpstr (clt_command_stack_get_redo_label (stack), ==, "Customer created");

  g_assert_true (redo (stack));
  record = clt_test_store_load (fixture->store, "customer", id);
  g_assert_cmpstr (clt_record_get_title (record), ==, "Ada");
  g_assert_cmpuint (n_done, ==, 1);
}

static void
test_edit (CltTestFixture *fixture,
           gconstpointer   unused)
{
  g_autoptr (CltCommandStack) stack = clt_command_stack_new (fixture->store);
  g_autoptr (CltRecord) record = NULL;
  g_autoptr (GPtrArray) creation = NULL;
  g_autoptr (GPtrArray) edit = NULL;
  gint64 id;

  creation = make_customer ("Ada", &id);
  g_assert_true (run (stack, "Created", creation));
  record = clt_test_store_load (fixture->store, "customer", id);

  edit = rename_to (record, "Grace");
  g_assert_true (run (stack, "Renamed", edit));
  clt_test_await (g_str_equal (clt_record_get_title (record), "Grace"));

  g_assert_true (undo (stack));
  clt_test_await (g_str_equal (clt_record_get_title (record), "Ada"));
  g_assert_true (redo (stack));
  clt_test_await (g_str_equal (clt_record_get_title (record), "Grace"));
}

static void
test_delete_brings_all_back (CltTestFixture *fixture,
                             gconstpointer   unused)
{
  g_autoptr (CltCommandStack) stack = clt_command_stack_new (fixture->store);
  g_autoptr (CltRecord) record = NULL;
  g_autoptr (CltValue) created = NULL;
  g_autoptr (GPtrArray) creation = NULL;
  g_autoptr (GPtrArray) deletion = NULL;
  gint64 id;

  creation = make_customer ("Ada", &id);
  g_assert_true (run (stack, "Created", creation));
  record = clt_test_store_load (fixture->store, "customer", id);
  created = clt_value_ref (clt_record_get_value (record, "created"));

  deletion = clt_command_delete (&record, 1);
  g_assert_true (run (stack, "Deleted", deletion));
  g_assert_cmpint (clt_test_fixture_count (fixture, "customer"), ==, 0);

  g_clear_object (&record);
  g_assert_true (undo (stack));
  record = clt_test_store_load (fixture->store, "customer", id);
  g_assert_cmpstr (clt_record_get_title (record), ==, "Ada");
  g_assert_true (clt_value_equal (clt_record_get_value (record, "created"), created));
}

static void
test_doing_forgets_the_undone (CltTestFixture *fixture,
                               gconstpointer   unused)
{
  g_autoptr (CltCommandStack) stack = clt_command_stack_new (fixture->store);
  g_autoptr (GPtrArray) first = make_customer ("Ada", NULL);
  g_autoptr (GPtrArray) second = make_customer ("Grace", NULL);

  g_assert_true (run (stack, "First", first));
  g_assert_true (undo (stack));
  g_assert_true (clt_command_stack_can_redo (stack));

  g_assert_true (run (stack, "Second", second));
  g_assert_false (clt_command_stack_can_redo (stack));
  g_assert_false (redo (stack));
}

/* A change that the store refuses leaves everything as it was. */
static void
test_failure (CltTestFixture *fixture,
              gconstpointer   unused)
{
  g_autoptr (CltCommandStack) stack = clt_command_stack_new (fixture->store);
  g_autoptr (GPtrArray) good = make_customer ("Ada", NULL);
  g_autoptr (GPtrArray) bad = make_customer ("", NULL);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_assert_true (run (stack, "Good", good));
  g_assert_false (run (stack, "Bad", bad));
  g_assert_cmpstr (clt_command_stack_get_undo_label (stack), ==, "Good");
  g_assert_cmpint (clt_test_fixture_count (fixture, "customer"), ==, 1);

  g_assert_true (run (stack, "Nothing", nothing));
  g_assert_cmpstr (clt_command_stack_get_undo_label (stack), ==, "Good");
}

static void
test_nothing_to_undo (CltTestFixture *fixture,
                      gconstpointer   unused)
{
  g_autoptr (CltCommandStack) stack = clt_command_stack_new (fixture->store);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_command_stack_undo_async (stack, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  g_assert_false (clt_command_stack_undo_finish (stack, result, &error));
  g_assert_error (error, CLT_ERROR, CLT_ERROR_INVALID);
}

/* Undo pressed while the edit is on its way to the disk: it is that edit that is undone. */
static void
test_steps_wait (CltTestFixture *fixture,
                 gconstpointer   unused)
{
  g_autoptr (CltCommandStack) stack = clt_command_stack_new (fixture->store);
  g_autoptr (GPtrArray) first = make_customer ("Ada", NULL);
  g_autoptr (GPtrArray) second = make_customer ("Grace", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  clt_command_stack_run_async (stack, "First", first, NULL, NULL, NULL);
  clt_command_stack_run_async (stack, "Second", second, NULL, NULL, NULL);
  clt_command_stack_undo_async (stack, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  g_assert_true (clt_command_stack_undo_finish (stack, result, NULL));
  g_assert_cmpstr (clt_command_stack_get_undo_label (stack), ==, "First");
  g_assert_cmpstr (clt_command_stack_get_redo_label (stack), ==, "Second");
  g_assert_cmpint (clt_test_fixture_count (fixture, "customer"), ==, 1);
}

static void
test_depth (CltTestFixture *fixture,
            gconstpointer   unused)
{
  g_autoptr (CltCommandStack) stack = clt_command_stack_new (fixture->store);
  guint n_undone = 0;

  for (guint i = 0; i < DEPTH + 3; i++)
    {
      g_autoptr (GPtrArray) changes = make_customer ("Ada", NULL);

      g_assert_true (run (stack, "Created", changes));
    }

  while (undo (stack))
    n_undone++;

  g_assert_cmpuint (n_undone, ==, DEPTH);
  g_assert_cmpint (clt_test_fixture_count (fixture, "customer"), ==, 3);
}

static void
test_finalize (CltTestFixture *fixture,
               gconstpointer   unused)
{
  CltCommandStack *stack = clt_command_stack_new (fixture->store);
  g_autoptr (GPtrArray) changes = make_customer ("Ada", NULL);

  g_assert_true (run (stack, "Created", changes));
  clt_test_assert_finalize (stack);
}

static const struct
{
  const char *path;
  void      (*test) (CltTestFixture *fixture, gconstpointer unused);
} tests[] = {
  { "/command-stack/create", test_create },
  { "/command-stack/edit", test_edit },
  { "/command-stack/delete", test_delete_brings_all_back },
  { "/command-stack/redo-is-forgotten", test_doing_forgets_the_undone },
  { "/command-stack/failure", test_failure },
  { "/command-stack/nothing", test_nothing_to_undo },
  { "/command-stack/order", test_steps_wait },
  { "/command-stack/depth", test_depth },
  { "/command-stack/finalize", test_finalize },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CltTestFixture, NULL, clt_test_fixture_set_up,
                tests[i].test, clt_test_fixture_tear_down);

  return g_test_run ();
}
