/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-fake-server.h"
#include "clt-keyring.h"
#include "clt-sign-in-dialog.h"
#include "clt-ui-test.h"

#define CONTEXT "/json/2/res.users/context_get"

typedef struct
{
  CltTestDir       *folder;     /* (owned) */
  CltWorkspaceList *workspaces; /* (owned) */
  CltFakeServer    *server;     /* (owned) */
  GtkWindow        *window;
  CltSignInDialog  *dialog;     /* (owned) */
  CltWorkspace     *chosen;     /* (owned) (nullable) */
} Fixture;

static void
chosen_cb (CltSignInDialog *dialog,
           CltWorkspace    *workspace,
           gpointer         user_data)
{
  g_set_object (&((Fixture *) user_data)->chosen, workspace);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->folder = clt_test_dir_new ();
  fixture->workspaces = clt_workspace_list_new (fixture->folder);
  fixture->server = clt_fake_server_new (NULL);
  fixture->window = clt_ui_test_present (gtk_label_new ("Behind"), 600, 400);
  fixture->dialog = clt_sign_in_dialog_new (fixture->window, fixture->workspaces);
  g_object_ref (fixture->dialog);
  g_signal_connect (fixture->dialog, "workspace-chosen", G_CALLBACK (chosen_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  clt_test_await (gtk_widget_get_mapped (GTK_WIDGET (fixture->dialog)));
  clt_ui_test_draw (GTK_WIDGET (fixture->dialog));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  clt_test_assert_finalize (fixture->dialog);
  clt_ui_test_close (fixture->window);
  g_clear_pointer (&fixture->server, clt_fake_server_free);
  g_clear_object (&fixture->chosen);
  clt_test_assert_finalize (fixture->workspaces);
  clt_test_dir_remove (fixture->folder);
}

static void
enter (Fixture    *fixture,
       const char *title,
       const char *text)
{
  GtkWidget *label = clt_ui_test_find_label (GTK_WIDGET (fixture->dialog), title);

  g_assert_nonnull (label);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW)), text);
}

static void
sign_in (Fixture *fixture)
{
  g_signal_emit_by_name (clt_ui_test_find_button (GTK_WIDGET (fixture->dialog), "Sign In"),
                         "clicked");
}

static gboolean
says (Fixture    *fixture,
      const char *words)
{
  g_autofree char *text = clt_ui_test_dup_text (GTK_WIDGET (fixture->dialog));

  return strstr (text, words) != NULL;
}

static void
test_form_has_names (Fixture       *fixture,
                     gconstpointer  unused)
{
  clt_ui_test_assert_narrow (GTK_WIDGET (fixture->dialog));
  g_assert_true (says (fixture, "Address"));
  g_assert_true (says (fixture, "API key"));
}

static void
test_missing_entry_is_named (Fixture       *fixture,
                             gconstpointer  unused)
{
  enter (fixture, "Address", clt_fake_server_get_url (fixture->server));
  sign_in (fixture);
  g_assert_true (says (fixture, "“API key” is still missing."));
  g_assert_cmpuint (clt_fake_server_get_n_requests (fixture->server), ==, 0);
}

static const struct
{
  const char    *what;
  CltFakeAnswer  version;
  CltFakeAnswer  context;
  const char    *words;
} troubles[] = {
  { "another web site", { .type = "text/html", .body = "<html></html>" }, { 0 },
    "There is no Odoo at this address" },
  { "a wrong key", { .body = "{\"version_info\": [19], \"version\": \"19.0\"}" },
    { .status = 401, .body = "{\"name\": \"x\", \"message\": \"Invalid apikey\"}" },
    "does not accept your key" },
  { "a server in trouble", { .body = "{\"version_info\": [19], \"version\": \"19.0\"}" },
    { .status = 500, .body = "{\"name\": \"builtins.MemoryError\", \"message\": \"x\"}" },
    "problem of its own" },
};

static void
test_trouble_is_told (Fixture       *fixture,
                      gconstpointer  unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      g_test_message ("%s", troubles[i].what);
      clt_fake_server_forget (fixture->server);
      clt_fake_server_answer (fixture->server, "/web/version", &troubles[i].version);
      clt_fake_server_answer (fixture->server, CONTEXT, &troubles[i].context);
      enter (fixture, "Address", clt_fake_server_get_url (fixture->server));
      enter (fixture, "API key", "wrong");
      sign_in (fixture);
      clt_test_await (says (fixture, troubles[i].words));
    }

  /* What was typed is still there, and nothing was made. */
  g_assert_null (fixture->chosen);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->workspaces)), ==, 0);
  clt_ui_test_save_picture (GTK_WIDGET (fixture->dialog), "sign-in-trouble");
}

static char *
lookup (const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *secret;

  clt_keyring_lookup_async (id, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  secret = clt_keyring_lookup_finish (result, &error);
  g_assert_no_error (error);

  return secret;
}

static void
test_signed_in_makes_workspace (Fixture       *fixture,
                                gconstpointer  unused)
{
  g_autofree char *secret = NULL;
  g_autofree char *url = NULL;

  clt_fake_server_answer_json (fixture->server, "/web/version",
                               "{\"version_info\": [19], \"version\": \"19.0\"}");
  clt_fake_server_answer_json (fixture->server, CONTEXT, "{\"uid\": 7, \"lang\": \"en_US\"}");
  clt_fake_server_answer_json (fixture->server, "/json/2/res.users/read",
                               "[{\"id\": 7, \"name\": \"Ada\", \"login\": \"ada\"}]");
  enter (fixture, "Address", clt_fake_server_get_url (fixture->server));
  enter (fixture, "API key", "abc");
  sign_in (fixture);
  clt_test_await (fixture->chosen != NULL);

  g_assert_cmpstr (clt_workspace_get_kind (fixture->chosen), ==, "odoo");
  g_assert_cmpstr (clt_workspace_get_name (fixture->chosen), ==, "127.0.0.1");
  url = clt_workspace_dup_setting (fixture->chosen, "url");
  g_assert_cmpstr (url, ==, clt_fake_server_get_url (fixture->server));
  secret = lookup (clt_workspace_get_id (fixture->chosen));
  g_assert_cmpstr (secret, ==, "abc");
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  unused))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  clt_ui_test_init (&argc, &argv);

  add ("/sign-in-dialog/form-has-names", test_form_has_names);
  add ("/sign-in-dialog/missing-entry-is-named", test_missing_entry_is_named);
  add ("/sign-in-dialog/trouble-is-told", test_trouble_is_told);
  add ("/sign-in-dialog/signed-in-makes-workspace", test_signed_in_makes_workspace);

  return clt_ui_test_run ();
}
