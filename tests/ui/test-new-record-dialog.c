/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-field-row.h"
#include "clt-new-record-dialog.h"
#include "clt-test-store.h"
#include "clt-ui-test.h"

typedef struct
{
  CltTestDir *folder;  /* (owned) */
  CltSession *session; /* (owned) */
  CltStore   *store;
  GtkWindow  *window;
  GtkWindow  *dialog;  /* (nullable) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->folder = clt_test_dir_new ();
  fixture->session = clt_ui_test_open_session (fixture->folder, CLT_WORKSPACE_LOCAL);
  fixture->store = clt_session_get_store (fixture->session);
  fixture->window = clt_ui_test_present (gtk_label_new ("Behind"), 600, 400);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  if (clt_ui_test_find_dialog (fixture->window) != NULL)
    gtk_window_destroy (fixture->dialog);
  clt_ui_test_close (fixture->window);
  clt_ui_test_close_session (fixture->session);
  clt_test_dir_remove (fixture->folder);
}

static void
open_dialog (Fixture      *fixture,
             const char   *entity,
             CltRecordKey *about)
{
  CltSchema *schema = clt_session_get_schema (fixture->session);

  clt_new_record_dialog_present (fixture->window, fixture->session,
                                 clt_schema_find_entity (schema, entity), about);
  clt_test_await ((fixture->dialog = clt_ui_test_find_dialog (fixture->window)) != NULL);
  clt_test_await (clt_ui_test_find_type (GTK_WIDGET (fixture->dialog), CLT_TYPE_FIELD_ROW) != NULL);
  clt_ui_test_draw (GTK_WIDGET (fixture->dialog));
}

static GtkEditable *
get_title_input (Fixture *fixture)
{
  GtkWidget *row = clt_ui_test_find_type (GTK_WIDGET (fixture->dialog), CLT_TYPE_FIELD_ROW);

  return GTK_EDITABLE (clt_field_editor_get_input (clt_field_row_get_editor (
                       CLT_FIELD_ROW (row))));
}

static void
create (Fixture *fixture)
{
  g_signal_emit_by_name (clt_ui_test_find_button (GTK_WIDGET (fixture->dialog), "Create"),
                         "clicked");
}

static gint64
count (Fixture    *fixture,
       const char *entity)
{
  g_autoptr (CltQuery) query = clt_query_new (entity);

  return clt_test_store_count (fixture->store, query);
}

static void
test_creates_and_opens (Fixture       *fixture,
                        gconstpointer  unused)
{
  open_dialog (fixture, "customer", NULL);
  clt_ui_test_assert_named (GTK_WIDGET (fixture->dialog));
  clt_ui_test_assert_narrow (GTK_WIDGET (fixture->dialog));
  gtk_editable_set_text (get_title_input (fixture), "Lotus");
  create (fixture);

  clt_test_await (g_str_has_prefix (clt_ui_test_get_activated (), "win.open-record ('customer'"));
  clt_test_await (clt_ui_test_find_dialog (fixture->window) == NULL);
  g_assert_cmpint (count (fixture, "customer"), ==, 1);
}

static void
test_missing_title_is_told (Fixture       *fixture,
                            gconstpointer  unused)
{
  open_dialog (fixture, "customer", NULL);
  create (fixture);
  g_assert_true (gtk_test_accessible_has_state (GTK_ACCESSIBLE (get_title_input (fixture)),
                                                GTK_ACCESSIBLE_STATE_INVALID));
  g_assert_nonnull (clt_ui_test_find_dialog (fixture->window));
  g_assert_cmpint (count (fixture, "customer"), ==, 0);
}

static void
test_similar_one_is_hinted_at (Fixture       *fixture,
                               gconstpointer  unused)
{
  clt_test_store_create (fixture->store, "customer", "name", "Lotus Trading", NULL);
  open_dialog (fixture, "customer", NULL);
  gtk_editable_set_text (get_title_input (fixture), "Lotus");
  clt_test_await (clt_ui_test_find_button (GTK_WIDGET (fixture->dialog), "Lotus Trading") != NULL);

  g_signal_emit_by_name (clt_ui_test_find_button (GTK_WIDGET (fixture->dialog), "Lotus Trading"),
                         "clicked");
  clt_test_await (g_str_has_prefix (clt_ui_test_get_activated (), "win.open-record"));
  g_assert_cmpint (count (fixture, "customer"), ==, 1);
}

static void
test_belongs_to_what_it_was_made_for (Fixture       *fixture,
                                      gconstpointer  unused)
{
  const gint64 customer = clt_test_store_create (fixture->store, "customer", "name", "Lotus", NULL);
  CltRecordKey about = { g_intern_static_string ("customer"), customer };
  g_autofree char *filter = g_strdup_printf ("customer=customer/%" G_GINT64_FORMAT, customer);
  g_autoptr (CltQuery) of_customer = clt_test_query ("deal", filter, NULL, NULL);

  open_dialog (fixture, "deal", &about);
  g_assert_nonnull (clt_ui_test_find_label (GTK_WIDGET (fixture->dialog), "For Lotus"));
  gtk_editable_set_text (get_title_input (fixture), "Silk");
  create (fixture);
  clt_test_await (g_str_has_prefix (clt_ui_test_get_activated (), "win.open-record ('deal'"));
  g_assert_cmpint (clt_test_store_count (fixture->store, of_customer), ==, 1);
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

  add ("/new-record-dialog/creates-and-opens", test_creates_and_opens);
  add ("/new-record-dialog/missing-title-is-told", test_missing_title_is_told);
  add ("/new-record-dialog/similar-one-is-hinted-at", test_similar_one_is_hinted_at);
  add ("/new-record-dialog/belongs-to-what-it-was-made-for",
       test_belongs_to_what_it_was_made_for);

  return clt_ui_test_run ();
}
