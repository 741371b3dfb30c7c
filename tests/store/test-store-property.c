/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-search.h"
#include "clt-test-store.h"
#include "clt-test.h"

#define N_STEPS 400
#define N_WORDS 8
#define N_STAGES 6

/* What a person would say that is there: the store must say the same, however it keeps it. */
typedef struct
{
  gint64   id;
  guint    word;
  guint    stage;
  gint64   amount;
  gboolean is_archived;
  gboolean is_deleted;
} Deal;

static const char * const words[N_WORDS] = {
  "alpha", "beta", "gamma", "西湖茶业", "alpine", "杭州", "茶业西湖", "Ärger",
};

static const char * const stages[N_STAGES] = {
  "new", "qualified", "proposal", "negotiation", "won", "lost",
};

typedef struct
{
  CltStore *store;
  GArray   *deals; /* (element-type Deal) */
  GRand    *rand;
} Model;

/* {{{ Doing */

static void
apply_and_free (Model     *self,
                CltChange *change)
{
  clt_test_store_apply (self->store, change);
  clt_change_unref (change);
}

static void
add_values (CltChange  *change,
            const Deal *before,
            const Deal *after)
{
  g_autoptr (CltValue) old_name = before != NULL ? clt_value_new_text (words[before->word]) : NULL;
  g_autoptr (CltValue) name = clt_value_new_text (words[after->word]);
  g_autoptr (CltValue) old_stage = before != NULL ? clt_value_new_text (stages[before->stage])
                                                  : NULL;
  g_autoptr (CltValue) stage = clt_value_new_text (stages[after->stage]);
  g_autoptr (CltValue) old_amount = before != NULL ? clt_value_new_money (before->amount, "EUR")
                                                   : NULL;
  g_autoptr (CltValue) amount = clt_value_new_money (after->amount, "EUR");
  g_autoptr (CltValue) old_archived = before != NULL ? clt_value_new_boolean (before->is_archived)
                                                     : NULL;
  g_autoptr (CltValue) archived = clt_value_new_boolean (after->is_archived);

  clt_change_add (change, "name", old_name, name);
  clt_change_add (change, "stage", old_stage, stage);
  clt_change_add (change, "amount", old_amount, amount);
  clt_change_add (change, "archived", old_archived, archived);
}

static Deal
pick_values (Model *self,
             gint64 id)
{
  return (Deal) {
    .id = id,
    .word = (guint) g_rand_int_range (self->rand, 0, N_WORDS),
    .stage = (guint) g_rand_int_range (self->rand, 0, N_STAGES),
    .amount = g_rand_int_range (self->rand, 1, 1000),
    .is_archived = g_rand_int_range (self->rand, 0, 5) == 0,
  };
}

static void
step_create (Model *self)
{
  const Deal deal = pick_values (self, clt_record_id_new ());
  CltChange *change = clt_change_new (CLT_CHANGE_CREATE, "deal", deal.id);

  add_values (change, NULL, &deal);
  apply_and_free (self, change);
  g_array_append_val (self->deals, deal);
}

static Deal *
pick_deal (Model *self)
{
  return &g_array_index (self->deals, Deal,
                         (guint) g_rand_int_range (self->rand, 0, (int) self->deals->len));
}

static void
step_edit (Model *self,
           Deal  *deal)
{
  const Deal after = pick_values (self, deal->id);
  CltChange *change = clt_change_new (CLT_CHANGE_EDIT, "deal", deal->id);

  add_values (change, deal, &after);
  apply_and_free (self, change);
  *deal = after;
}

static void
step_delete_or_undo (Model *self,
                     Deal  *deal)
{
  CltChange *change = clt_change_new (CLT_CHANGE_CREATE, "deal", deal->id);

  add_values (change, NULL, deal);
  if (!deal->is_deleted)
    {
      CltChange *deletion = clt_change_invert (change);

      clt_change_unref (change);
      change = deletion;
    }
  apply_and_free (self, change);
  deal->is_deleted = !deal->is_deleted;
}

static void
step (Model *self)
{
  Deal *deal = self->deals->len > 0 ? pick_deal (self) : NULL;

  if (deal == NULL || g_rand_int_range (self->rand, 0, 3) == 0)
    step_create (self);
  else if (deal->is_deleted || g_rand_int_range (self->rand, 0, 4) == 0)
    step_delete_or_undo (self, deal);
  else
    step_edit (self, deal);
}

/* }}} */
/* {{{ Comparing */

static gboolean
is_shown (const Deal *deal)
{
  return !deal->is_deleted && !deal->is_archived;
}

static void
compare_counts (Model *self)
{
  gint64 counts[N_STAGES] = { 0 };
  gint64 sums[N_STAGES] = { 0 };
  gint64 n_shown = 0;
  g_autoptr (CltQuery) all = clt_query_new ("deal");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint n_stages = 0;

  for (guint i = 0; i < self->deals->len; i++)
    {
      const Deal *deal = &g_array_index (self->deals, Deal, i);

      if (!is_shown (deal))
        continue;
      n_shown++;
      counts[deal->stage]++;
      sums[deal->stage] += deal->amount;
    }

  g_assert_cmpint (clt_test_store_count (self->store, all), ==, n_shown);

  clt_store_tally_async (self->store, all, "stage", "amount", NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  rows = clt_store_tally_finish (self->store, result, NULL);
  for (guint i = 0; i < N_STAGES; i++)
    n_stages += counts[i] > 0;
  g_assert_cmpuint (rows->len, ==, n_stages);

  for (guint i = 0; i < rows->len; i++)
    {
      const CltTallyRow *row = rows->pdata[i];
      guint stage = 0;

      while (g_strcmp0 (stages[stage], clt_value_get_text (row->group)) != 0)
        stage++;
      g_assert_cmpint (row->count, ==, counts[stage]);
      g_assert_cmpuint (row->sums->len, ==, 1);
      g_assert_cmpint (clt_value_get_integer (row->sums->pdata[0]), ==, sums[stage]);
    }
}

static void
compare_stage (Model *self,
               guint  stage)
{
  g_autofree char *filter = g_strdup_printf ("stage=%s", stages[stage]);
  g_autoptr (CltQuery) query = clt_test_query ("deal", filter, NULL, "-amount");
  g_autoptr (GArray) ids = clt_test_store_ids (self->store, query);
  guint n_expected = 0;

  for (guint i = 0; i < self->deals->len; i++)
    {
      const Deal *deal = &g_array_index (self->deals, Deal, i);

      n_expected += is_shown (deal) && deal->stage == stage;
    }

  g_assert_cmpuint (ids->len, ==, n_expected);
  g_assert_cmpint (clt_test_store_count (self->store, query), ==, n_expected);
}

static void
compare_search (Model      *self,
                const char *text,
                guint64     words_found)
{
  g_autoptr (CltQuery) query = clt_test_query ("deal", NULL, text, NULL);
  g_autoptr (GArray) ids = clt_test_store_ids (self->store, query);
  guint n_expected = 0;

  for (guint i = 0; i < self->deals->len; i++)
    {
      const Deal *deal = &g_array_index (self->deals, Deal, i);

      n_expected += is_shown (deal) && (words_found & (1u << deal->word)) != 0;
    }

  g_assert_cmpuint (ids->len, ==, n_expected);
}

static void
compare (Model *self)
{
  compare_counts (self);
  for (guint i = 0; i < N_STAGES; i++)
    compare_stage (self, i);

  compare_search (self, "al", 1 << 0 | 1 << 4);
  compare_search (self, "ALPHA", 1 << 0);
  compare_search (self, "arger", 1 << 7);
  compare_search (self, "西湖", 1 << 3 | 1 << 6);
  compare_search (self, "西湖茶", 1 << 3);
  compare_search (self, "茶", 1 << 3 | 1 << 6);
  compare_search (self, "业西湖", 1 << 6);
}

/* }}} */

static void
test_random (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  Model self = { 0 };

  self.store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  self.deals = g_array_new (FALSE, FALSE, sizeof (Deal));
  self.rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  g_test_message ("after any edits, counts, sums, lists and search are what counting gives");
  for (guint i = 1; i <= N_STEPS; i++)
    {
      step (&self);
      if (i % 50 == 0)
        compare (&self);
    }

  clt_test_store_close (self.store);
  self.store = clt_test_store_open (folder, CLT_STORE_OPEN_NORMAL);
  compare (&self);

  clt_test_store_close (self.store);
  g_array_unref (self.deals);
  g_rand_free (self.rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store-property/random", test_random);

  return g_test_run ();
}
