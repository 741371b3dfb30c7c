/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-search-text.h"
#include "clt-search.h"
#include "clt-test-store.h"
#include "clt-test.h"

static const struct {
  const char *what;
  const char *typed;
  const char *match;
} matches[] = {
  { "a word is a beginning", "Anna", "\"anna\"*" },
  { "all words", "anna köln", "\"anna\"* AND \"koln\"*" },
  { "signs part words", "anna@example.com", "\"anna\"* AND \"example\"* AND \"com\"*" },
  { "nothing", "", NULL },
  { "nothing but signs", " \"*-+ ", NULL },
  { "one Chinese character is a beginning", "湖", "\"湖\"*" },
  { "a pair is whole", "西湖", "\"西湖\"" },
  { "a run of three has two pairs", "西湖茶", "\"西湖\" AND \"湖茶\"" },
  { "a longer one every second", "西湖茶业", "\"西湖\" AND \"茶业\"" },
  { "and the last", "西湖茶业公", "\"西湖\" AND \"茶业\" AND \"业公\"" },
  { "mixed", "A4 西湖", "\"a4\"* AND \"西湖\"" },
  { "what FTS5 would take for its own", "NEAR OR NOT",
    "\"near\"* AND \"or\"* AND \"not\"*" },
};

static void
test_match (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autofree char *match = clt_search_text_to_match (matches[i].typed);

      g_test_message ("%s", matches[i].what);
      g_assert_cmpstr (match, ==, matches[i].match);
    }
}

static char *
find (CltStore   *store,
      const char *text,
      const char *entity,
      guint       limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  clt_store_search_async (store, text, entity, limit, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  hits = clt_store_search_finish (store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const CltSearchHit *hit = hits->pdata[i];

      g_string_append_printf (found, "%s%s %s%s%s%s", i > 0 ? ", " : "", hit->entity, hit->title,
                              hit->context != NULL ? " (" : "",
                              hit->context != NULL ? hit->context : "",
                              hit->context != NULL ? ")" : "");
    }

  return g_strdup (found->str);
}

static const struct {
  const char *what;
  const char *text;
  const char *entity;
  const char *found;
} searches[] = {
  { "titles first, whatever they are", "anna", NULL,
    "contact Anna Meyer, deal Chairs for Anna, "
    "customer Meyer GmbH (E-mail: anna@meyer.example)" },
  { "only one kind", "anna", "contact", "contact Anna Meyer" },
  { "all words, in any field", "meyer anna", "customer",
    "customer Meyer GmbH (E-mail: anna@meyer.example)" },
  { "a line of a long text", "balcony", NULL, "customer Meyer GmbH (Notes: wants a balcony)" },
  { "none", "nowhere", NULL, "" },
  { "a kind that is not there", "anna", "nothing", "" },
};

static void
test_search (void)
{
  g_autoptr (CltTestDir) folder = clt_test_dir_new ();
  CltStore *store = clt_test_store_open (folder, CLT_STORE_OPEN_LOCAL);
  g_autofree char *limited = NULL;

  clt_test_store_create (store, "customer", "name", "Meyer GmbH", "email", "anna@meyer.example",
                         "description", "Old customer\n wants a balcony \nby May", NULL);
  clt_test_store_create (store, "deal", "name", "Chairs for Anna", NULL);
  clt_test_store_create (store, "contact", "name", "Anna Meyer", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *found = find (store, searches[i].text, searches[i].entity, 50);

      g_test_message ("%s", searches[i].what);
      g_assert_cmpstr (found, ==, searches[i].found);
    }

  g_test_message ("the best of them, when there are too many");
  limited = find (store, "anna", NULL, 1);
  g_assert_cmpstr (limited, ==, "contact Anna Meyer");

  clt_test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/match", test_match);
  g_test_add_func ("/search/search", test_search);

  return g_test_run ();
}
