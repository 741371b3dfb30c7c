/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-record-page.h"
#include "clt-test-store.h"
#include "clt-text-editor.h"
#include "clt-ui-test.h"

/* A page in a window, showing a customer with a contact. */
typedef struct
{
  CltTestDir    *folder;   /* (owned) */
  CltSession    *session;  /* (owned) */
  CltStore      *store;
  gint64         customer;
  gint64         contact;
  CltRecord     *record;   /* (owned): the customer */
  GtkWindow     *window;
  CltRecordPage *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autofree char *reference = NULL;

  fixture->folder = clt_test_dir_new ();
  fixture->session = clt_ui_test_open_session (fixture->folder, CLT_WORKSPACE_LOCAL);
  fixture->store = clt_session_get_store (fixture->session);
  fixture->customer = clt_test_store_create (fixture->store, "customer", "name", "Lotus Trading",
                                             "city", "Hangzhou", "stage", "prospect",
                                             "phone", "+86 571 1234", NULL);
  reference = g_strdup_printf ("customer/%" G_GINT64_FORMAT, fixture->customer);
  fixture->contact = clt_test_store_create (fixture->store, "contact", "name", "Ada",
                                            "customer", reference, NULL);

  fixture->record = clt_test_store_load (fixture->store, "customer", fixture->customer);
  fixture->page = CLT_RECORD_PAGE (clt_record_page_new (fixture->session));
  fixture->window = clt_ui_test_present (GTK_WIDGET (fixture->page), 900, 700);
  clt_record_page_set_record (fixture->page, fixture->record);
  clt_ui_test_draw (GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_clear_object (&fixture->record);
  clt_ui_test_close (fixture->window);
  clt_ui_test_close_session (fixture->session);
  clt_test_dir_remove (fixture->folder);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return clt_ui_test_find_label (GTK_WIDGET (fixture->page), text) != NULL;
}

static void
show_section (Fixture    *fixture,
              const char *title)
{
  GtkWidget *button = NULL;

  clt_test_await ((button = clt_ui_test_find_button (GTK_WIDGET (fixture->page), title)) != NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  clt_ui_test_draw (GTK_WIDGET (fixture->page));
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

static gboolean
can_click (Fixture    *fixture,
           const char *tooltip)
{
  return gtk_widget_is_sensitive (clt_ui_test_find_button (GTK_WIDGET (fixture->page), tooltip));
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CltCommandStack *commands = clt_session_get_commands (fixture->session);

  clt_command_stack_undo_async (commands, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  g_assert_true (clt_command_stack_undo_finish (commands, result, &error));
  g_assert_no_error (error);
}

static void
test_shows_record (Fixture       *fixture,
                   gconstpointer  unused)
{
  GtkWidget *title = clt_ui_test_find_type (GTK_WIDGET (fixture->page), CLT_TYPE_TEXT_EDITOR);
  GtkWidget *input = clt_field_editor_get_input (CLT_FIELD_EDITOR (title));

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (input)), ==, "Lotus Trading");
  g_assert_true (shows (fixture, "Customer · Hangzhou"));
  g_assert_true (shows (fixture, "Prospect"));
  g_assert_true (shows (fixture, "Contact Details"));
  clt_test_await (shows (fixture, "Related (1)"));
  clt_ui_test_assert_named (GTK_WIDGET (fixture->window));
  clt_ui_test_save_picture (GTK_WIDGET (fixture->window), "record-page");
}

static void
test_title_is_edited_and_undone (Fixture       *fixture,
                                 gconstpointer  unused)
{
  GtkWidget *title = clt_ui_test_find_type (GTK_WIDGET (fixture->page), CLT_TYPE_TEXT_EDITOR);
  GtkWidget *input = clt_field_editor_get_input (CLT_FIELD_EDITOR (title));

  gtk_editable_set_text (GTK_EDITABLE (input), "Lotus International");
  g_signal_emit_by_name (input, "activate");
  clt_test_await (g_str_equal (clt_record_get_title (fixture->record), "Lotus International"));

  undo (fixture);
  clt_test_await (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (input)), "Lotus Trading"));
}

static void
test_follow_up_makes_note_and_task (Fixture       *fixture,
                                    gconstpointer  unused)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  g_autoptr (CltQuery) notes = clt_query_new ("note");
  g_autoptr (CltQuery) tasks = clt_query_new ("task");
  GtkTextBuffer *text;
  GtkWidget *next;

  activate (fixture, "record.log-follow-up");
  clt_ui_test_draw (page);
  clt_ui_test_assert_named (page);
  text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (clt_ui_test_find_type (page,
                                                                         GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (text, "They want an offer", -1);
  next = clt_ui_test_find_type (gtk_widget_get_ancestor (clt_ui_test_find_button (page, "Log"),
                                                         GTK_TYPE_REVEALER), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (next), "Send the offer");
  g_signal_emit_by_name (clt_ui_test_find_button (page, "Log"), "clicked");

  clt_test_await (shows (fixture, "They want an offer"));
  clt_test_await (shows (fixture, "Send the offer"));
  g_assert_cmpint (clt_test_store_count (fixture->store, notes), ==, 1);
  g_assert_cmpint (clt_test_store_count (fixture->store, tasks), ==, 1);
  clt_ui_test_save_picture (GTK_WIDGET (fixture->window), "record-timeline");

  /* One step. */
  undo (fixture);
  g_assert_cmpint (clt_test_store_count (fixture->store, notes), ==, 0);
  g_assert_cmpint (clt_test_store_count (fixture->store, tasks), ==, 0);
  clt_test_await (!shows (fixture, "They want an offer"));
}

static void
test_task_is_ticked_off (Fixture       *fixture,
                         gconstpointer  unused)
{
  g_autofree char *about = g_strdup_printf ("customer/%" G_GINT64_FORMAT, fixture->customer);
  const gint64 id = clt_test_store_create (fixture->store, "task", "name", "Call back",
                                           "status", "open", "about", about, NULL);
  g_autoptr (CltRecord) task = clt_test_store_load (fixture->store, "task", id);
  GtkWidget *check;

  show_section (fixture, "Timeline");
  clt_test_await (shows (fixture, "Call back"));
  check = clt_ui_test_find_type (GTK_WIDGET (fixture->page), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  clt_test_await (g_strcmp0 (clt_value_get_text (clt_record_get_value (task, "status")),
                             "done") == 0);
}

static void
test_related_records_open (Fixture       *fixture,
                           gconstpointer  unused)
{
  g_autofree char *opened = g_strdup_printf ("win.open-record ('contact', %" G_GINT64_FORMAT ")",
                                             fixture->contact);
  GtkWidget *row;

  show_section (fixture, "Related (1)");
  clt_test_await (shows (fixture, "Ada"));
  clt_ui_test_assert_named (GTK_WIDGET (fixture->page));
  row = gtk_widget_get_ancestor (clt_ui_test_find_label (GTK_WIDGET (fixture->page), "Ada"),
                                 GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (row, "activate");
  clt_test_await (g_str_equal (clt_ui_test_get_activated (), opened));
}

static void
test_open_complaint_is_told (Fixture       *fixture,
                             gconstpointer  unused)
{
  g_autofree char *reference = g_strdup_printf ("customer/%" G_GINT64_FORMAT, fixture->customer);

  g_assert_false (shows (fixture, "Ticket, Complaint: 1 open"));
  clt_test_store_create (fixture->store, "ticket", "name", "It leaks", "kind", "complaint",
                         "status", "open", "customer", reference, NULL);
  clt_test_store_create (fixture->store, "ticket", "name", "It leaked", "kind", "complaint",
                         "status", "solved", "customer", reference, NULL);
  clt_test_await (shows (fixture, "Ticket, Complaint: 1 open"));
}

static void
test_deleted_record_says_so (Fixture       *fixture,
                             gconstpointer  unused)
{
  activate (fixture, "record.delete");
  clt_test_await (clt_record_get_state (fixture->record) == CLT_RECORD_GONE);
  clt_test_await (shows (fixture, "This record was deleted"));

  g_signal_emit_by_name (clt_ui_test_find_button (GTK_WIDGET (fixture->page), "Undo"), "clicked");
  clt_test_await (g_str_equal (clt_ui_test_get_activated (), "win.undo"));
  undo (fixture);
  clt_test_await (clt_record_get_state (fixture->record) == CLT_RECORD_LOADED);
  clt_test_await (!shows (fixture, "This record was deleted"));
}

static void
test_steps_through_list (Fixture       *fixture,
                         gconstpointer  unused)
{
  g_autoptr (CltQuery) all = clt_query_new ("customer");
  g_autoptr (CltQuery) sorted = clt_query_with_sort (all, "name", FALSE);
  g_autoptr (CltRecordList) list = NULL;

  clt_test_store_create (fixture->store, "customer", "name", "Zeta", NULL);
  list = clt_record_list_new (fixture->store, sorted);
  clt_test_await (g_list_model_get_n_items (G_LIST_MODEL (list)) == 2);
  clt_record_page_set_list (fixture->page, list);

  g_assert_false (can_click (fixture, "Previous (Alt+↑)"));
  activate (fixture, "record.next");
  clt_test_await (g_strcmp0 (clt_record_get_title (clt_record_page_get_record (fixture->page)),
                             "Zeta") == 0);
  g_assert_false (can_click (fixture, "Next (Alt+↓)"));
  activate (fixture, "record.previous");
  g_assert_true (clt_record_page_get_record (fixture->page) == fixture->record);
}

static void
test_archives (Fixture       *fixture,
               gconstpointer  unused)
{
  activate (fixture, "record.toggle-archived");
  clt_test_await (clt_value_get_boolean (clt_record_get_value (fixture->record, "archived")));
}

static void
test_fits_narrow_window (Fixture       *fixture,
                         gconstpointer  unused)
{
  static const char *const sections[] = { "Facts", "Timeline", "Related (1)" };

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      show_section (fixture, sections[i]);
      clt_ui_test_assert_narrow (GTK_WIDGET (fixture->page));
    }
}

static void
test_every_entity_has_a_page (Fixture       *fixture,
                              gconstpointer  unused)
{
  CltSchema *schema = clt_session_get_schema (fixture->session);

  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);
      const gboolean has_start = clt_entity_find_role (entity, CLT_ROLE_START) != NULL;
      g_autoptr (CltRecord) record = NULL;
      gint64 id;

      g_test_message ("%s", clt_entity_get_name (entity));
      id = clt_test_store_create (fixture->store, clt_entity_get_name (entity), "name", "Thing",
                                  has_start ? "start" : NULL, "2026-11-20T09:30:00Z", NULL);
      record = clt_test_store_load (fixture->store, clt_entity_get_name (entity), id);
      clt_record_page_set_record (fixture->page, record);
      clt_ui_test_draw (GTK_WIDGET (fixture->page));
      clt_ui_test_assert_named (GTK_WIDGET (fixture->page));
      clt_ui_test_assert_narrow (GTK_WIDGET (fixture->page));
    }
}

static void
test_empty_page (Fixture       *fixture,
                 gconstpointer  unused)
{
  clt_record_page_set_record (fixture->page, NULL);
  clt_ui_test_draw (GTK_WIDGET (fixture->page));
  g_assert_true (shows (fixture, "Nothing Chosen"));
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

  add ("/record-page/shows-record", test_shows_record);
  add ("/record-page/title-is-edited-and-undone", test_title_is_edited_and_undone);
  add ("/record-page/follow-up-makes-note-and-task", test_follow_up_makes_note_and_task);
  add ("/record-page/task-is-ticked-off", test_task_is_ticked_off);
  add ("/record-page/related-records-open", test_related_records_open);
  add ("/record-page/open-complaint-is-told", test_open_complaint_is_told);
  add ("/record-page/deleted-record-says-so", test_deleted_record_says_so);
  add ("/record-page/steps-through-list", test_steps_through_list);
  add ("/record-page/archives", test_archives);
  add ("/record-page/fits-narrow-window", test_fits_narrow_window);
  add ("/record-page/every-entity-has-a-page", test_every_entity_has_a_page);
  add ("/record-page/empty-page", test_empty_page);

  return clt_ui_test_run ();
}
