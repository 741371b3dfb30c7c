/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-field-row.h"
#include "clt-record-chooser.h"
#include "clt-test-store.h"
#include "clt-ui-test.h"

/* A row in a window, with a record of an open workspace. */
typedef struct
{
  CltTestDir  *folder;  /* (owned) */
  CltSession  *session; /* (owned) */
  CltStore    *store;
  CltRecord   *record;  /* (owned) */
  GtkWindow   *window;  /* (nullable) */
  CltFieldRow *row;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->folder = clt_test_dir_new ();
  fixture->session = clt_ui_test_open_session (fixture->folder, CLT_WORKSPACE_LOCAL);
  fixture->store = clt_session_get_store (fixture->session);
}

static void
hide_row (Fixture *fixture)
{
  if (fixture->window != NULL)
    clt_ui_test_close (fixture->window);
  fixture->window = NULL;
  g_clear_object (&fixture->record);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  hide_row (fixture);
  clt_ui_test_close_session (fixture->session);
  clt_test_dir_remove (fixture->folder);
}

static CltFieldEditor *
show_row (Fixture    *fixture,
          const char *entity,
          const char *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const gboolean has_start = g_str_equal (entity, "event");
  gint64 id;

  id = clt_test_store_create (fixture->store, entity, "name", "Ada",
                              has_start ? "start" : NULL, "2026-11-20T09:30:00Z", NULL);
  hide_row (fixture);
  fixture->record = clt_test_store_load (fixture->store, entity, id);
  fixture->row = CLT_FIELD_ROW (clt_field_row_new (field));
  clt_field_row_set_session (fixture->row, fixture->session);
  clt_field_row_set_record (fixture->row, fixture->record);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->row));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Elsewhere"));
  fixture->window = clt_ui_test_present (box, 400, 200);

  return clt_field_row_get_editor (fixture->row);
}

static GtkWidget *
get_input (Fixture *fixture)
{
  return clt_field_editor_get_input (clt_field_row_get_editor (fixture->row));
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->row));
  gtk_editable_set_text (GTK_EDITABLE (get_input (fixture)), text);
}

static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (get_input (fixture), "activate");
}

/* Not gtk_widget_activate(), which lets the button look pressed for a while first. */
static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static char *
dup_plain (Fixture *fixture)
{
  const char *name = clt_field_row_get_field (fixture->row);
  CltField *field = clt_entity_find_field (clt_record_get_entity (fixture->record), name);

  return clt_field_to_plain (field, clt_record_get_value (fixture->record, name));
}

static gboolean
has_plain (Fixture    *fixture,
           const char *plain)
{
  g_autofree char *text = dup_plain (fixture);

  return g_strcmp0 (text, plain) == 0;
}

static gboolean
has_problem (Fixture *fixture)
{
  return gtk_test_accessible_has_state (GTK_ACCESSIBLE (get_input (fixture)),
                                        GTK_ACCESSIBLE_STATE_INVALID);
}

static const struct {
  const char *entity;
  const char *field;
  const char *typed;
  const char *plain;
} entries[] = {
  { "customer", "industry",     "Shipping",              "Shipping" },
  { "customer", "email",        "ada@example.org",       "ada@example.org" },
  { "customer", "phone",        "+86 571 8765 4321",     "+86 571 8765 4321" },
  { "customer", "website",      "https://example.org",   "https://example.org" },
  { "customer", "employees",    "1200",                  "1200" },
  { "customer", "revenue",      "12.50",                 "12.50 EUR" },
  { "customer", "last_contact", "2026-11-20T09:30:00Z",  "2026-11-20T09:30:00Z" },
  { "deal",     "probability",  "40",                    "40" },
  { "deal",     "closes",       "2026-12-24",            "2026-12-24" },
};

static void
test_enter_saves (Fixture       *fixture,
                  gconstpointer  unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_test_message ("%s", entries[i].field);
      show_row (fixture, entries[i].entity, entries[i].field);
      clt_ui_test_assert_named (GTK_WIDGET (fixture->row));
      type (fixture, entries[i].typed);
      press_enter (fixture);

      clt_test_await (clt_ui_test_find_label (GTK_WIDGET (fixture->row), "Saved") != NULL);
      clt_test_await (has_plain (fixture, entries[i].plain));
      g_assert_false (has_problem (fixture));
      g_assert_false (clt_field_editor_is_edited (clt_field_row_get_editor (fixture->row)));
      g_assert_true (clt_command_stack_can_undo (clt_session_get_commands (fixture->session)));
    }
}

static void
test_leaving_saves (Fixture       *fixture,
                    gconstpointer  unused)
{
  show_row (fixture, "customer", "industry");
  type (fixture, "Shipping");
  gtk_widget_grab_focus (clt_ui_test_find_button (GTK_WIDGET (fixture->window), "Elsewhere"));
  clt_test_await (has_plain (fixture, "Shipping"));
}

static void
test_another_record_saves (Fixture       *fixture,
                           gconstpointer  unused)
{
  show_row (fixture, "customer", "industry");
  type (fixture, "Shipping");
  clt_field_row_set_record (fixture->row, NULL);
  clt_test_await (has_plain (fixture, "Shipping"));
}

static const struct {
  const char *entity;
  const char *field;
  const char *typed;
} mistakes[] = {
  { "customer", "employees",    "many" },
  { "customer", "revenue",      "a lot" },
  { "customer", "last_contact", "some time ago" },
  { "customer", "name",         "" },
  { "deal",     "probability",  "140" },
  { "deal",     "closes",       "soon" },
};

static void
test_mistake_stays_as_typed (Fixture       *fixture,
                             gconstpointer  unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *before = NULL;

      g_test_message ("%s", mistakes[i].field);
      show_row (fixture, mistakes[i].entity, mistakes[i].field);
      before = dup_plain (fixture);
      type (fixture, mistakes[i].typed);
      press_enter (fixture);

      g_assert_true (has_problem (fixture));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_input (fixture))), ==,
                       mistakes[i].typed);
      g_assert_true (has_plain (fixture, before));

      g_assert_true (clt_ui_test_press (get_input (fixture), GDK_KEY_Escape, 0));
      g_assert_false (has_problem (fixture));
      g_assert_false (clt_field_editor_is_edited (clt_field_row_get_editor (fixture->row)));
    }
}

static void
test_escape_without_edit_passes (Fixture       *fixture,
                                 gconstpointer  unused)
{
  show_row (fixture, "customer", "industry");
  g_assert_false (clt_ui_test_press (get_input (fixture), GDK_KEY_Escape, 0));
}

static void
test_long_text (Fixture       *fixture,
                gconstpointer  unused)
{
  GtkTextBuffer *buffer;

  show_row (fixture, "customer", "description");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_input (fixture)));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->row));
  gtk_text_buffer_set_text (buffer, "First\nSecond", -1);
  gtk_widget_grab_focus (clt_ui_test_find_button (GTK_WIDGET (fixture->window), "Elsewhere"));
  clt_test_await (has_plain (fixture, "First\nSecond"));
}

static void
test_switch (Fixture       *fixture,
             gconstpointer  unused)
{
  show_row (fixture, "customer", "archived");
  gtk_switch_set_active (GTK_SWITCH (get_input (fixture)), TRUE);
  clt_test_await (clt_value_get_boolean (clt_record_get_value (fixture->record, "archived")));
}

static void
test_choice (Fixture       *fixture,
             gconstpointer  unused)
{
  show_row (fixture, "customer", "stage");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_input (fixture)), 2);
  clt_test_await (has_plain (fixture, "prospect"));

  /* Changed elsewhere. */
  clt_test_store_edit (fixture->store, "customer", clt_record_get_id (fixture->record), "stage",
                       "partner");
  clt_test_await (gtk_drop_down_get_selected (GTK_DROP_DOWN (get_input (fixture))) == 5);
  g_assert_true (has_plain (fixture, "partner"));
}

static void
test_tags (Fixture       *fixture,
           gconstpointer  unused)
{
  show_row (fixture, "customer", "tags");
  type (fixture, "gold");
  press_enter (fixture);
  clt_test_await (clt_value_get_n_items (clt_record_get_value (fixture->record, "tags")) == 1);
  clt_test_await (clt_ui_test_find_button (GTK_WIDGET (fixture->row), "Remove “gold”") != NULL);

  type (fixture, "silver");
  press_enter (fixture);
  clt_test_await (clt_value_get_n_items (clt_record_get_value (fixture->record, "tags")) == 2);

  click (clt_ui_test_find_button (GTK_WIDGET (fixture->row), "Remove “gold”"));
  clt_test_await (clt_value_get_n_items (clt_record_get_value (fixture->record, "tags")) == 1);
}

static CltRecordChooser *
open_chooser (Fixture *fixture)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (get_input (fixture));
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  gtk_menu_button_popup (button);
  clt_test_await (gtk_widget_get_mapped (GTK_WIDGET (popover)));

  return CLT_RECORD_CHOOSER (popover);
}

static void
choose_first (CltRecordChooser *chooser,
              const char       *text)
{
  GtkWidget *entry = clt_ui_test_find_type (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  clt_test_await (clt_ui_test_find_label (GTK_WIDGET (chooser), text) != NULL);
  g_signal_emit_by_name (entry, "activate");
  clt_test_await (!gtk_widget_get_mapped (GTK_WIDGET (chooser)));
}

static void
test_reference (Fixture       *fixture,
                gconstpointer  unused)
{
  const gint64 lotus = clt_test_store_create (fixture->store, "customer", "name", "Lotus", NULL);
  g_autofree char *opened = g_strdup_printf ("win.open-record ('customer', %" G_GINT64_FORMAT ")",
                                             lotus);

  clt_test_store_create (fixture->store, "customer", "name", "Acme", NULL);
  show_row (fixture, "contact", "customer");
  clt_ui_test_assert_named (GTK_WIDGET (fixture->row));
  choose_first (open_chooser (fixture), "Lotus");
  clt_test_await (clt_value_get_id (clt_record_get_value (fixture->record, "customer")) == lotus);
  clt_test_await (clt_ui_test_find_label (GTK_WIDGET (fixture->row), "Lotus") != NULL);

  click (clt_ui_test_find_button (GTK_WIDGET (fixture->row), "Open"));
  clt_test_await (g_str_equal (clt_ui_test_get_activated (), opened));

  click (clt_ui_test_find_button (GTK_WIDGET (fixture->row), "Clear"));
  clt_test_await (clt_value_is_none (clt_record_get_value (fixture->record, "customer")));
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  unused)
{
  CltFieldEditor *editor;

  clt_test_store_create (fixture->store, "contact", "name", "Grace", NULL);
  editor = show_row (fixture, "event", "attendees");
  g_assert_nonnull (editor);
  choose_first (open_chooser (fixture), "Grace");
  clt_test_await (clt_value_get_n_items (clt_record_get_value (fixture->record,
                                                               "attendees")) == 1);
  click (clt_ui_test_find_button (GTK_WIDGET (fixture->row), "Remove “Grace”"));
  clt_test_await (clt_value_is_none (clt_record_get_value (fixture->record, "attendees")));
}

static void
test_link (Fixture       *fixture,
           gconstpointer  unused)
{
  const gint64 lotus = clt_test_store_create (fixture->store, "customer", "name", "Lotus", NULL);

  show_row (fixture, "task", "about");
  choose_first (open_chooser (fixture), "Lotus");
  clt_test_await (clt_value_get_id (clt_record_get_value (fixture->record, "about")) == lotus);
}

static void
test_read_only_says_why (Fixture       *fixture,
                         gconstpointer  unused)
{
  show_row (fixture, "customer", "created");
  g_assert_false (gtk_widget_is_sensitive (get_input (fixture)));
  g_assert_nonnull (gtk_widget_get_tooltip_text (GTK_WIDGET (fixture->row)));
}

static void
test_typing_is_not_disturbed (Fixture       *fixture,
                              gconstpointer  unused)
{
  show_row (fixture, "customer", "industry");
  type (fixture, "Ship");
  clt_test_store_edit (fixture->store, "customer", clt_record_get_id (fixture->record),
                       "industry", "Banking");
  clt_test_await (has_plain (fixture, "Banking"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_input (fixture))), ==, "Ship");
}

static void
test_unknown_field_leaves_no_gap (Fixture       *fixture,
                                  gconstpointer  unused)
{
  show_row (fixture, "customer", "shoe_size");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->row)));
}

static void
test_draft_is_only_checked (Fixture       *fixture,
                            gconstpointer  unused)
{
  g_autoptr (CltValue) value = NULL;

  show_row (fixture, "customer", "employees");
  clt_field_row_set_draft (fixture->row, TRUE);
  type (fixture, "many");
  g_assert_null (clt_field_row_dup_value (fixture->row));
  g_assert_true (has_problem (fixture));

  type (fixture, "12");
  value = clt_field_row_dup_value (fixture->row);
  g_assert_cmpint (clt_value_get_integer (value), ==, 12);
  g_assert_false (has_problem (fixture));
  g_assert_true (clt_value_is_none (clt_record_get_value (fixture->record, "employees")));
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

  add ("/field-row/enter-saves", test_enter_saves);
  add ("/field-row/leaving-saves", test_leaving_saves);
  add ("/field-row/another-record-saves", test_another_record_saves);
  add ("/field-row/mistake-stays-as-typed", test_mistake_stays_as_typed);
  add ("/field-row/escape-without-edit-passes", test_escape_without_edit_passes);
  add ("/field-row/long-text", test_long_text);
  add ("/field-row/switch", test_switch);
  add ("/field-row/choice", test_choice);
  add ("/field-row/tags", test_tags);
  add ("/field-row/reference", test_reference);
  add ("/field-row/references", test_references);
  add ("/field-row/link", test_link);
  add ("/field-row/read-only-says-why", test_read_only_says_why);
  add ("/field-row/typing-is-not-disturbed", test_typing_is_not_disturbed);
  add ("/field-row/unknown-field-leaves-no-gap", test_unknown_field_leaves_no_gap);
  add ("/field-row/draft-is-only-checked", test_draft_is_only_checked);

  return clt_ui_test_run ();
}
