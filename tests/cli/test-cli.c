/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-cli-fixture.h"
#include "clt-cli.h"
#include "clt-json.h"

/* Every row is about the same sample company, and changes nothing. */
static const CltCliCase questions[] = {
  { "help without a verb", "--help", 0, "Verbs:.*list.*workspace remove", NULL },
  { "version", "--version", 0, "^clientele [0-9.]+\n$", NULL },
  { "help about a verb", "list --help", 0, "--filter.*--workspace|--workspace.*--filter", NULL },
  { "help about a verb of two words", "workspace add --help", 0, "--secret-stdin.*--url", NULL },
  { "a list has a header and rows", "list customers --limit 3", 0,
    "^ +ID  Name.*(\n.*){3}\n$", NULL },
  { "an entity in the singular", "list customer --limit 1 --columns name", 0, "Name", NULL },
  { "an entity in capitals", "list Deals --limit 1 --columns name", 0, "Subject", NULL },
  { "a filter by choice", "list deals --filter stage=won --columns stage --limit 2", 0,
    "Stage\n *[0-9]+  Won\n", NULL },
  { "a filter by a choice's label", "list deals --filter stage=Won --columns stage --limit 2", 0,
    "Won", NULL },
  { "a filter by a name in Chinese", "list customers --filter city=杭州 --columns city --limit 2", 0,
    "杭州", NULL },
  { "a filter by the title of a reference",
    "list deals --filter owner=陈静 --columns owner --limit 1",
    0, "陈静", NULL },
  { "filters that exclude each other",
    "list deals --filter stage=won --filter stage=lost --json", 0,
    "^\\[\\]\n$", NULL },
  { "a search among records", "list customers --search hartwell --columns name", 0,
    "Hartwell", NULL },
  { "sorted backwards", "list products --sort -price --columns code --limit 1", 0, "SC-G", NULL },
  { "columns in the order asked", "list users --columns login,name --limit 1", 0,
    "^ID  Sign-in name  +Name\n", NULL },
  { "a record", "show user/1", 0, "^user/1\nName +陈静\n.*Team +华东销售部\n", NULL },
  { "a record by two words", "show users 1", 0, "^user/1\n", NULL },
  { "a record in JSON", "show user/1 --json", 0,
    "\"entity\":\"user\",\"id\":1,\"name\":\"陈静\"", NULL },
  { "a reference in JSON", "show user/1 --json --workspace Sample", 0,
    "\"team\":\\{\"entity\":\"team\",\"id\":[0-9]+,\"title\":\"华东销售部\"\\}", NULL },
  { "money in JSON", "list products --filter code=TS-110-EU --json", 0,
    "\"price\":\\{\"amount\":\"96.00\",\"currency\":\"EUR\"\\}", NULL },
  { "a search by prefix", "search weis --entity user", 0, "user/7 +Clara Weiss", NULL },
  { "a search for part of Chinese", "search 文博 --entity user --json", 0,
    "\"title\":\"周文博\"", NULL },
  { "words that look like an option", "search --json -- --qqq", 0, "^\\[\\]\n$", NULL },
  { "a search without a hit", "search qqqqqq --json", 0, "^\\[\\]\n$", NULL },
  { "an export", "export products --columns code,price --filter code=TS-110-EU", 0,
    "^code,price\r\nTS-110-EU,96.00 EUR\r\n$", NULL },
  { "what a verb can begin with", "complete s", 0, "^search\nset\nshow\nsync\n$", NULL },
  { "what follows “workspace”", "complete workspace r", 0, "^remove\n$", NULL },
  { "an entity to be completed", "complete list cu", 0, "^customer\n$", NULL },
  { "a key to be completed", "complete show ti", 0, "^ticket/\n$", NULL },
  { "a field of the entity", "complete -- list customers --sort ci", 0, "^city\n$", NULL },
  { "a field to be set", "complete set customer/12 name=x ci", 0, "^city=\n$", NULL },
  { "an option", "complete -- list customers --fi", 0, "^--filter\n$", NULL },
  { "a workspace", "complete -- list customers --workspace S", 0, "^Sample\n$", NULL },
  { "nothing that fits", "complete list zzz", 0, NULL, NULL },
  { "the workspaces", "workspace list", 0, "Sample +sample", NULL },
  { "the workspaces in JSON", "workspace list --json", 0, "\"kind\":\"sample\"", NULL },
};

/* What people get wrong: each is answered in one line, which says what would have been right. */
static const CltCliCase mistakes[] = {
  { "an unknown verb", "lst", 2, NULL, "^clientele: .*“lst”.*“list”.*\n$" },
  { "an unknown verb that is near nothing", "frobnicate", 2, NULL, "^clientele: [^?]*\n$" },
  { "half a verb", "workspace", 2, NULL, "“workspace”" },
  { "a verb without its words", "list", 2, NULL, "^clientele: .*list ENTITY\n$" },
  { "a verb with too many", "list customers deals", 2, NULL, "list ENTITY" },
  { "an unknown option", "list customers --lmit 3", 2, NULL, "--lmit" },
  { "an option of another verb", "show user/1 --limit 3", 2, NULL, "--limit" },
  { "an option without its value", "list customers --filter", 2, NULL, "--filter" },
  { "a number that is none", "list customers --limit many", 2, NULL, "many" },
  { "a negative number", "list customers --limit -1", 2, NULL, "limit" },
  { "an unknown entity", "list custmers", 2, NULL, "“custmers”.*“customer”" },
  { "an unknown field", "list customers --filter cty=Paris", 2, NULL, "“cty”.*“city”" },
  { "an unknown column", "list customers --columns name,cty", 2, NULL, "“cty”.*“city”" },
  { "no column", "list customers --columns ''", 2, NULL, "--columns" },
  { "an unknown field to sort by", "list customers --sort -nam", 2, NULL, "“nam”.*“name”" },
  { "a field that has no order", "list notes --sort about", 2, NULL, "sorted" },
  { "an unknown choice", "list deals --filter stage=wonn", 2, NULL, "wonn.*new.*lost.*“won”" },
  { "a filter without a sign", "list customers --filter city", 2, NULL, "city" },
  { "a filter that the field cannot have", "list customers --filter 'employees>many'", 2, NULL,
    "many" },
  { "a record that is not there", "show customer/999999", 1, NULL, "customer/999999" },
  { "a record without a number", "show customer", 2, NULL, "customer/12" },
  { "a number that is too large", "show customer/99999999999999999999", 2, NULL, "customer/12" },
  { "an unknown format", "export customers --format xml", 2, NULL, "“xml”.*csv" },
  { "a folder that is not there", "export customers --output /nowhere/at/all.csv", 1, NULL,
    "/nowhere/at/all.csv" },
  { "an unknown workspace", "list customers --workspace Smple", 2, NULL, "“Smple”.*“Sample”" },
  { "a workspace of that name again", "workspace add Sample", 2, NULL, "already" },
  { "a workspace without a name", "workspace add ''", 2, NULL, "name" },
  { "a name of blanks", "workspace add ' '", 2, NULL, "name" },
  { "a name of two lines", "workspace add 'a\nb'", 2, NULL, "name" },
  { "an unknown kind of workspace", "workspace add X --kind odo", 2, NULL, "“odo”.*odoo" },
  { "a server without its address", "workspace add X --kind odoo", 2, NULL, "--url" },
  { "a server's option without a server", "workspace add X --url x.example", 2, NULL, "--url" },
  { "an address that is not safe", "workspace add X --kind odoo --url http://198.51.100.1", 1, NULL,
    "https://" },
  { "a removal that is not confirmed", "workspace remove Sample", 2, NULL, "--yes" },
  { "a sync with nobody", "sync", 1, NULL, "no server" },
  { "nothing to make", "new customer", 2, NULL, "FIELD=VALUE" },
  { "a word without a field", "new customer Ada", 2, NULL, "“Ada”" },
  { "an empty name", "new customer name=", 1, NULL, "Name" },
  { "a mail address that is none", "new customer name=Ada email=ada", 1, NULL, "E-mail" },
  { "an amount that is none", "new deal name=X amount=lots", 2, NULL, "lots" },
  { "a date that is none", "new task name=X due=2026-13-45", 2, NULL, "2026-13-45" },
  { "a title that nobody has", "new deal name=X customer=Nobody", 2, NULL, "“Nobody”" },
  { "a number that nobody has", "new deal name=X customer=customer/999999", 1, NULL,
    "customer/999999" },
  { "a link to nothing", "new note name=X about=foo/1", 1, NULL, "foo" },
  { "a record of another kind", "new deal name=X customer=user/1", 2, NULL, "“user/1”" },
  { "a field that nobody may set", "set customer/87 created=2020-01-01", 1, NULL, "Created" },
};

static void
test_questions (CltCliFixture *fixture,
                gconstpointer  unused)
{
  clt_cli_fixture_do (fixture, "workspace add Sample --kind sample");
  clt_cli_fixture_check_all (fixture, questions, G_N_ELEMENTS (questions));
}

static void
test_mistakes (CltCliFixture *fixture,
               gconstpointer  unused)
{
  clt_cli_fixture_do (fixture, "workspace add Sample --kind sample");
  clt_cli_fixture_check_all (fixture, mistakes, G_N_ELEMENTS (mistakes));

  clt_cli_fixture_do (fixture, "workspace list --json");
  g_assert_nonnull (strstr (fixture->out, "Sample"));
  g_assert_null (strstr (fixture->out, "\"X\""));
}

static void
test_first_start (CltCliFixture *fixture,
                  gconstpointer  unused)
{
  static const CltCliCase rows[] = {
    { "nothing to list", "list customers", 1, NULL, "workspace add" },
    { "no workspaces", "workspace list --json", 0, "^\\[\\]\n$", NULL },
    { "a local one", "workspace add Mine", 0, "Mine", NULL },
    { "which is empty", "list customers --json", 0, "^\\[\\]\n$", NULL },
    { "and has a header", "list customers", 0, "^ID  Name[^\n]*\n$", NULL },
    { "a second one", "workspace add Other", 0, "Other", NULL },
    { "is the one used last", "workspace remove Other --yes", 0, "Other", NULL },
    { "and gone", "workspace list", 0, "Mine", NULL },
    { "the only one is meant", "list customers --json", 0, "^\\[\\]\n$", NULL },
  };

  clt_cli_fixture_check_all (fixture, rows, G_N_ELEMENTS (rows));
}

static void
test_several_workspaces (CltCliFixture *fixture,
                         gconstpointer  unused)
{
  g_autofree char *last = g_build_filename (fixture->folder, "clientele", "last-workspace", NULL);

  clt_cli_fixture_do (fixture, "workspace add One");
  clt_cli_fixture_do (fixture, "workspace add Two");
  clt_cli_fixture_do (fixture, "new customer name=Ada --workspace One");
  clt_cli_fixture_do (fixture, "list customers --columns name");
  g_assert_nonnull (strstr (fixture->out, "Ada"));

  g_assert_cmpint (g_unlink (last), ==, 0);
  clt_cli_fixture_run (fixture, "list customers", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  clt_cli_fixture_match (fixture->err, "^clientele: .*--workspace.*One, Two\n$");
}

/* The key of the record that the last run printed. */
static char *
dup_key (CltCliFixture *fixture)
{
  return g_strchomp (g_strdup (fixture->out));
}

static void
test_life_of_a_record (CltCliFixture *fixture,
                       gconstpointer  unused)
{
  g_autofree char *key = NULL;
  g_autofree char *set = NULL;
  g_autofree char *show = NULL;
  g_autofree char *delete = NULL;

  clt_cli_fixture_do (fixture, "workspace add Mine");
  clt_cli_fixture_do (fixture, "new customer 'name=Ada & Söhne' city=北京 'tags=Pilot, Export'");
  key = dup_key (fixture);
  clt_cli_fixture_match (key, "^customer/[0-9]+$");

  set = g_strdup_printf ("set %s stage=partner 'revenue=1234.50 EUR' city= --json", key);
  clt_cli_fixture_do (fixture, set);
  clt_cli_fixture_match (fixture->out, "\"city\":null");
  clt_cli_fixture_match (fixture->out, "\"stage\":\"partner\"");
  clt_cli_fixture_match (fixture->out, "\"amount\":\"1234.50\",\"currency\":\"EUR\"");
  clt_cli_fixture_match (fixture->out, "\"tags\":\\[\"Pilot\",\"Export\"\\]");

  clt_cli_fixture_do (fixture, "new deal name=Big 'customer=Ada & Söhne' --json");
  clt_cli_fixture_match (fixture->out, "\"title\":\"Ada & Söhne\"");
  clt_cli_fixture_match (fixture->out, "\"stage\":\"new\"");

  show = g_strdup_printf ("show %s", key);
  clt_cli_fixture_do (fixture, show);
  clt_cli_fixture_match (fixture->out, "Life cycle +Partner\n");

  delete = g_strdup_printf ("delete %s", key);
  clt_cli_fixture_do (fixture, delete);
  clt_cli_fixture_run (fixture, show, NULL);
  g_assert_cmpint (fixture->status, ==, 1);
}

/* The window may have added it and been closed before it was opened. */
static void
test_never_opened (CltCliFixture *fixture,
                   gconstpointer  unused)
{
  g_autofree char *data = g_build_filename (fixture->folder, "clientele", NULL);
  g_autoptr (CltWorkspaceList) workspaces = clt_workspace_list_new (data);
  g_autoptr (GError) error = NULL;

  clt_workspace_list_add (workspaces, "Mine", CLT_WORKSPACE_LOCAL, NULL, &error);
  g_assert_no_error (error);

  clt_cli_fixture_do (fixture, "list customers --json");
  g_assert_cmpstr (fixture->out, ==, "[]\n");
}

/* All of them or none. */
static void
test_delete_is_whole (CltCliFixture *fixture,
                      gconstpointer  unused)
{
  g_autofree char *key = NULL;
  g_autofree char *delete = NULL;

  clt_cli_fixture_do (fixture, "workspace add Mine");
  clt_cli_fixture_do (fixture, "new customer name=Ada");
  key = dup_key (fixture);

  delete = g_strdup_printf ("delete %s customer/1", key);
  clt_cli_fixture_run (fixture, delete, NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  clt_cli_fixture_do (fixture, "list customers");
  g_assert_nonnull (strstr (fixture->out, "Ada"));
}

static void
test_two_with_one_name (CltCliFixture *fixture,
                        gconstpointer  unused)
{
  clt_cli_fixture_do (fixture, "workspace add Mine");
  clt_cli_fixture_do (fixture, "new customer name=Ada");
  clt_cli_fixture_do (fixture, "new customer name=Ada");

  clt_cli_fixture_run (fixture, "new deal name=Big customer=Ada", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  clt_cli_fixture_match (fixture->err, "several.*customer/12");
}

/* Rows are parsed by a JSON parser, not only looked at. */
static void
test_json_is_json (CltCliFixture *fixture,
                   gconstpointer  unused)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  clt_cli_fixture_do (fixture, "workspace add Sample --kind sample");
  clt_cli_fixture_do (fixture, "list customers --json");
  node = clt_json_parse_text (fixture->out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 400);
}

static void
test_export_to_a_file (CltCliFixture *fixture,
                       gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autofree char *command = g_strdup_printf ("export users --columns name --output %s", path);
  g_autofree char *bad = g_strdup_printf ("export users --columns nme --output %s", path);
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;

  clt_cli_fixture_do (fixture, "workspace add Sample --kind sample");
  clt_cli_fixture_do (fixture, command);
  clt_cli_fixture_match (fixture->out, "^8 records");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "name\r\n"));

  /* What fails leaves the file alone. */
  clt_cli_fixture_run (fixture, bad, NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

static void
test_secret_is_read_from_input (CltCliFixture *fixture,
                                gconstpointer  unused)
{
  const char *add = "workspace add X --kind odoo --url http://127.0.0.1:9 --secret-stdin";

  clt_cli_fixture_run (fixture, add, "");
  g_assert_cmpint (fixture->status, ==, 2);
  clt_cli_fixture_match (fixture->err, "first line");

  clt_cli_fixture_run (fixture, add, "s3cret\n");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_null (strstr (fixture->err, "s3cret"));

  clt_cli_fixture_run (fixture, "sync", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  clt_cli_fixture_match (fixture->err, "--secret-stdin");

  clt_cli_fixture_run (fixture, "sync --secret-stdin", "s3cret\n");
  g_assert_cmpint (fixture->status, ==, 1);
  clt_cli_fixture_match (fixture->err, "^clientele: [^\n]*\n$");
}

/* Another process has the workspace: looking goes on, writing says why it does not. */
static void
test_beside_another_process (CltCliFixture *fixture,
                             gconstpointer  unused)
{
  g_autofree char *data = g_build_filename (fixture->folder, "clientele", NULL);
  g_autoptr (CltWorkspaceList) workspaces = NULL;
  g_autoptr (CltWorkspace) workspace = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  clt_cli_fixture_do (fixture, "workspace add Mine");
  clt_cli_fixture_do (fixture, "new customer name=Ada");

  workspaces = clt_workspace_list_new (data);
  workspace = g_list_model_get_item (G_LIST_MODEL (workspaces), 0);
  clt_workspace_open_async (workspace, FALSE, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  g_assert_true (clt_workspace_open_finish (workspace, result, NULL));

  clt_cli_fixture_do (fixture, "list customers");
  g_assert_nonnull (strstr (fixture->out, "Ada"));

  clt_cli_fixture_run (fixture, "new customer name=Grace", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  clt_cli_fixture_match (fixture->err, "^clientele: [^\n]*already open[^\n]*\n$");

  clt_cli_fixture_run (fixture, "workspace remove Mine --yes", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  clt_cli_fixture_match (fixture->err, "already open");
  clt_cli_fixture_do (fixture, "workspace list");
  g_assert_nonnull (strstr (fixture->out, "Mine"));

  clt_workspace_close (workspace);
}

static void
test_is_verb (void)
{
  g_assert_true (clt_cli_is_verb ("list"));
  g_assert_true (clt_cli_is_verb ("lst"));
  g_assert_true (clt_cli_is_verb ("--help"));
  g_assert_true (clt_cli_is_verb ("--version"));
  g_assert_false (clt_cli_is_verb (NULL));
  g_assert_false (clt_cli_is_verb (""));
  g_assert_false (clt_cli_is_verb ("--gapplication-service"));
  g_assert_false (clt_cli_is_verb ("clientele:customer/12"));
}

static const struct
{
  const char *path;
  void      (*test) (CltCliFixture *fixture, gconstpointer unused);
} tests[] = {
  { "/cli/questions", test_questions },
  { "/cli/mistakes", test_mistakes },
  { "/cli/first-start", test_first_start },
  { "/cli/several-workspaces", test_several_workspaces },
  { "/cli/life-of-a-record", test_life_of_a_record },
  { "/cli/never-opened", test_never_opened },
  { "/cli/delete-is-whole", test_delete_is_whole },
  { "/cli/two-with-one-name", test_two_with_one_name },
  { "/cli/json", test_json_is_json },
  { "/cli/export-to-a-file", test_export_to_a_file },
  { "/cli/secret", test_secret_is_read_from_input },
  { "/cli/beside-another-process", test_beside_another_process },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/is-verb", test_is_verb);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CltCliFixture, NULL, clt_cli_fixture_set_up, tests[i].test,
                clt_cli_fixture_tear_down);

  return g_test_run ();
}
