/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-record-list.h"
#include "clt-test-store.h"
#include "clt-test.h"

#define N_MANY 600

typedef struct
{
  CltTestDir *folder;
  CltStore   *store;
  GString    *changes; /* "position-removed+added" of every items-changed */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  user_data)
{
  self->folder = clt_test_dir_new ();
  self->store = clt_test_store_open (self->folder, CLT_STORE_OPEN_LOCAL);
  self->changes = g_string_new (NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  user_data)
{
  clt_test_store_close (self->store);
  clt_test_dir_remove (self->folder);
  g_string_free (self->changes, TRUE);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Fixture    *self)
{
  g_string_append_printf (self->changes, "%u-%u+%u ", position, n_removed, n_added);
}

static CltRecordList *
new_list (Fixture    *self,
          const char *filter,
          const char *sort)
{
  g_autoptr (CltQuery) query = clt_test_query ("customer", filter, NULL, sort);
  CltRecordList *list = clt_record_list_new (self->store, query);

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_assert_true (clt_record_list_get_loading (list));
  clt_test_await (!clt_record_list_get_loading (list));

  return list;
}

static const char *
get_title (CltRecordList *list,
           guint          position)
{
  g_autoptr (CltRecord) record = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_nonnull (record);

  return g_intern_string (clt_record_get_title (record));
}

static guint
count (CltRecordList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
test_follows (Fixture       *self,
              gconstpointer  user_data)
{
  const gint64 beta = clt_test_store_create (self->store, "customer", "name", "Beta", NULL);
  g_autoptr (CltRecord) record = NULL;
  CltRecordList *list;
  gint64 alpha;

  clt_test_store_create (self->store, "customer", "name", "Delta", NULL);
  list = new_list (self, NULL, "name");

  g_test_message ("the first records are there with the first ids");
  g_assert_cmpstr (self->changes->str, ==, "0-0+2 ");
  record = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpint (clt_record_get_state (record), ==, CLT_RECORD_LOADED);
  g_assert_cmpstr (clt_record_get_title (record), ==, "Beta");

  g_test_message ("a new record moves only what is behind it");
  g_string_set_size (self->changes, 0);
  clt_test_store_create (self->store, "customer", "name", "Charlie", NULL);
  clt_test_await (count (list) == 3);
  g_assert_cmpstr (self->changes->str, ==, "1-0+1 ");

  g_test_message ("an edit that moves nothing changes no position");
  g_string_set_size (self->changes, 0);
  clt_test_store_edit (self->store, "customer", beta, "city", "Ulm");
  clt_test_await (g_strcmp0 (clt_value_get_text (clt_record_get_value (record, "city")),
                             "Ulm") == 0);
  alpha = clt_test_store_create (self->store, "customer", "name", "Alpha", NULL);
  clt_test_await (count (list) == 4);
  g_assert_cmpstr (self->changes->str, ==, "0-0+1 ");
  g_assert_cmpuint (clt_record_list_find (list, alpha), ==, 0);
  g_assert_cmpuint (clt_record_list_find (list, 1), ==, G_MAXUINT);

  g_test_message ("a deleted record leaves");
  g_string_set_size (self->changes, 0);
  clt_test_store_delete (self->store, "customer", beta);
  clt_test_await (count (list) == 3);
  g_assert_cmpstr (self->changes->str, ==, "1-1+0 ");
  g_assert_cmpint (clt_record_get_state (record), ==, CLT_RECORD_GONE);

  g_clear_object (&record);
  clt_test_assert_finalize (list);
}

static void
create_many (CltStore *store)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                  clt_change_unref);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Customer %04u", i);
      g_autoptr (CltValue) value = clt_value_new_text (name);
      CltChange *change = clt_change_new (CLT_CHANGE_CREATE, "customer", clt_record_id_new ());

      clt_change_add (change, "name", NULL, value);
      g_ptr_array_add (changes, change);
    }

  clt_store_apply_async (store, changes, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  g_assert_true (clt_store_apply_finish (store, result, NULL));
}

static void
test_many (Fixture       *self,
           gconstpointer  user_data)
{
  g_autoptr (CltQuery) descending = clt_test_query ("customer", NULL, NULL, "-name");
  g_autoptr (CltRecord) last = NULL;
  g_autoptr (CltRecord) same = NULL;
  CltRecordList *list;

  create_many (self->store);
  list = new_list (self, NULL, "name");
  g_assert_cmpuint (count (list), ==, N_MANY);
  g_assert_cmpstr (self->changes->str, ==, "0-0+256 256-0+344 ");

  g_test_message ("a record far down answers at once, loading, and fills in place");
  last = g_list_model_get_item (G_LIST_MODEL (list), N_MANY - 1);
  g_assert_cmpint (clt_record_get_state (last), ==, CLT_RECORD_LOADING);
  clt_test_await (clt_record_get_state (last) == CLT_RECORD_LOADED);
  g_assert_cmpstr (clt_record_get_title (last), ==, "Customer 0599");

  g_test_message ("there is one object per record");
  same = g_list_model_get_item (G_LIST_MODEL (list), N_MANY - 1);
  g_assert_true (same == last);

  g_test_message ("another order brings the first page first");
  clt_record_list_set_query (list, descending);
  g_assert_true (clt_record_list_get_loading (list));
  clt_test_await (!clt_record_list_get_loading (list));
  g_assert_cmpstr (get_title (list, 0), ==, "Customer 0599");
  g_assert_cmpuint (count (list), ==, N_MANY);

  g_clear_object (&last);
  g_clear_object (&same);
  clt_test_assert_finalize (list);
}

static void
test_superseded (Fixture       *self,
                 gconstpointer  user_data)
{
  CltRecordList *list;

  create_many (self->store);
  list = new_list (self, NULL, "name");

  g_test_message ("of many questions in a row the last one is answered");
  for (guint i = 0; i <= 20; i++)
    {
      g_autofree char *search = g_strdup_printf ("%04u", i);
      g_autoptr (CltQuery) query = clt_test_query ("customer", NULL, search, "name");

      clt_record_list_set_query (list, query);
    }
  clt_test_await (!clt_record_list_get_loading (list));
  g_assert_cmpuint (count (list), ==, 1);
  g_assert_cmpstr (get_title (list, 0), ==, "Customer 0020");
  g_assert_no_error (clt_record_list_get_error (list));

  clt_test_assert_finalize (list);
}

static void
test_error (Fixture       *self,
            gconstpointer  user_data)
{
  g_autoptr (CltQuery) all = clt_query_new ("customer");
  g_autoptr (CltQuery) wrong = clt_query_with_sort (all, "nothing", FALSE);
  CltRecordList *list = clt_record_list_new (self->store, wrong);

  clt_test_await (!clt_record_list_get_loading (list));
  g_assert_nonnull (clt_record_list_get_error (list));

  g_test_message ("a question that can be answered clears the error");
  clt_record_list_set_query (list, all);
  clt_test_await (!clt_record_list_get_loading (list));
  g_assert_null (clt_record_list_get_error (list));

  clt_test_assert_finalize (list);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/record-list/follows", test_follows);
  ADD ("/record-list/many", test_many);
  ADD ("/record-list/superseded", test_superseded);
  ADD ("/record-list/error", test_error);

  return g_test_run ();
}
