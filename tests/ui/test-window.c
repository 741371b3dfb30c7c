/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-catalog.h"
#include "clt-chip.h"
#include "clt-palette.h"
#include "clt-sidebar.h"
#include "clt-table-header-cell.h"
#include "clt-table.h"
#include "clt-window-fixture.h"

#define NARROWEST_PX 360

/* One window for all: making the sample company costs more than looking at it. */
static CltWindowFixture *fixture;

static GtkWidget *
find_table (void)
{
  return clt_ui_test_find_type (GTK_WIDGET (fixture->window), CLT_TYPE_TABLE);
}

static CltRecordList *
get_list (void)
{
  return clt_view_get_list (clt_window_fixture_get_view (fixture));
}

static void
show_customers (void)
{
  clt_window_fixture_show_place (fixture, "customer");
  clt_ui_test_draw (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (clt_window_fixture_get_n_rows (fixture), >, 100);
}

static void
test_opens (void)
{
  show_customers ();
  g_assert_nonnull (clt_ui_test_find_label (GTK_WIDGET (fixture->window), "Customers"));
  g_assert_nonnull (clt_ui_test_find_label (GTK_WIDGET (fixture->window), "Deals"));
  g_assert_nonnull (find_table ());
}

static void
test_sort (void)
{
  CltRecordList *list;
  gint64 first;
  guint n_rows;

  show_customers ();
  list = get_list ();
  n_rows = clt_window_fixture_get_n_rows (fixture);
  first = clt_record_list_get_id (list, 0);

  clt_window_fixture_activate (fixture, "table.sort::name");
  clt_window_fixture_await_list (fixture);
  g_assert_true (clt_query_get_descending (clt_record_list_get_query (list)));
  g_assert_cmpint (clt_record_list_get_id (list, n_rows - 1), ==, first);

  clt_window_fixture_activate (fixture, "table.sort::city");
  clt_window_fixture_await_list (fixture);
  g_assert_cmpstr (clt_query_get_sort_field (clt_record_list_get_query (list)), ==, "city");
  g_assert_false (clt_query_get_descending (clt_record_list_get_query (list)));
}

static void
test_search (void)
{
  CltPlacePage *page = clt_window_get_page (fixture->window);
  guint n_all;

  show_customers ();
  n_all = clt_window_fixture_get_n_rows (fixture);

  clt_window_fixture_activate (fixture, "win.find");
  clt_place_page_set_search (page, "software");
  clt_test_await (clt_window_fixture_get_n_rows (fixture) < n_all);
  g_assert_cmpuint (clt_window_fixture_get_n_rows (fixture), >, 0);

  clt_place_page_set_search (page, "no such customer at all");
  clt_test_await (clt_window_fixture_get_n_rows (fixture) == 0);
  clt_test_await (clt_ui_test_find_label (GTK_WIDGET (fixture->window), "Nothing Found") != NULL);

  clt_window_fixture_activate (fixture, "place.clear-filters");
  clt_test_await (clt_window_fixture_get_n_rows (fixture) == n_all);
}

static void
test_filter (void)
{
  CltPlacePage *page = clt_window_get_page (fixture->window);
  g_autoptr (CltFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *chip;
  guint n_all;

  show_customers ();
  n_all = clt_window_fixture_get_n_rows (fixture);
  filter = clt_filter_parse ("stage=prospect", clt_place_page_get_entity (page), &error);
  g_assert_no_error (error);

  clt_place_page_add_filter (page, filter);
  clt_test_await (clt_window_fixture_get_n_rows (fixture) < n_all &&
                  clt_window_fixture_get_n_rows (fixture) > 0);
  clt_test_await (clt_ui_test_find_type (GTK_WIDGET (fixture->window), CLT_TYPE_CHIP) != NULL);

  chip = clt_ui_test_find_type (GTK_WIDGET (fixture->window), CLT_TYPE_CHIP);
  gtk_widget_activate (clt_ui_test_find_type (chip, GTK_TYPE_BUTTON));
  clt_test_await (clt_window_fixture_get_n_rows (fixture) == n_all);
  g_assert_null (clt_ui_test_find_type (GTK_WIDGET (fixture->window), CLT_TYPE_CHIP));
}

static const struct
{
  const char      *what;
  guint            keyval;
  GdkModifierType  state;
  guint            n_selected;
  guint            cursor;
} presses[] = {
  { "End selects the last", GDK_KEY_End, 0, 1, G_MAXUINT },
  { "Home selects the first", GDK_KEY_Home, 0, 1, 0 },
  { "Down goes on", GDK_KEY_Down, 0, 1, 1 },
  { "Shift extends", GDK_KEY_Down, GDK_SHIFT_MASK, 2, 2 },
  { "and further", GDK_KEY_Down, GDK_SHIFT_MASK, 3, 3 },
  { "and back", GDK_KEY_Up, GDK_SHIFT_MASK, 2, 2 },
  { "Control moves without selecting", GDK_KEY_Down, GDK_CONTROL_MASK, 2, 3 },
  { "Space selects one more", GDK_KEY_space, 0, 3, 3 },
  { "and no longer", GDK_KEY_space, 0, 2, 3 },
  { "Escape leaves one", GDK_KEY_Escape, 0, 1, 3 },
  { "Control+A selects all", GDK_KEY_a, GDK_CONTROL_MASK, G_MAXUINT, 3 },
  { "Up leaves all but one", GDK_KEY_Up, 0, 1, 2 },
};

static void
test_selection (void)
{
  GtkWidget *table;
  guint n_rows;

  show_customers ();
  table = find_table ();
  n_rows = clt_window_fixture_get_n_rows (fixture);
  gtk_widget_grab_focus (table);

  for (gsize i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      guint wanted = presses[i].n_selected == G_MAXUINT ? n_rows : presses[i].n_selected;
      guint cursor = presses[i].cursor == G_MAXUINT ? n_rows - 1 : presses[i].cursor;

      g_test_message ("%s", presses[i].what);
      g_assert_true (clt_ui_test_press (table, presses[i].keyval, presses[i].state));
      g_assert_cmpuint (clt_view_get_n_selected (clt_window_fixture_get_view (fixture)), ==,
                        wanted);
      g_assert_cmpuint (clt_table_get_cursor (CLT_TABLE (table)), ==, cursor);
    }
}

static void
test_delete_and_undo (void)
{
  CltRecordList *list;
  guint n_all;
  gint64 id;

  show_customers ();
  list = get_list ();
  n_all = clt_window_fixture_get_n_rows (fixture);
  id = clt_record_list_get_id (list, 4);

  clt_view_select (clt_window_fixture_get_view (fixture), id);
  clt_window_fixture_activate (fixture, "win.delete");
  clt_test_await (clt_window_fixture_get_n_rows (fixture) == n_all - 1);
  g_assert_cmpuint (clt_record_list_find (list, id), ==, G_MAXUINT);

  clt_window_fixture_activate (fixture, "win.undo");
  clt_test_await (clt_window_fixture_get_n_rows (fixture) == n_all);
  clt_test_await (clt_record_list_find (list, id) == 4);

  clt_window_fixture_activate (fixture, "win.redo");
  clt_test_await (clt_window_fixture_get_n_rows (fixture) == n_all - 1);
  clt_window_fixture_activate (fixture, "win.undo");
  clt_test_await (clt_window_fixture_get_n_rows (fixture) == n_all);
}

static void
test_record_by_keyboard (void)
{
  CltPlacePage *page = clt_window_get_page (fixture->window);
  GtkWidget *table;

  show_customers ();
  table = find_table ();
  gtk_widget_grab_focus (table);
  g_assert_true (clt_ui_test_press (table, GDK_KEY_Home, 0));
  g_assert_true (clt_ui_test_press (table, GDK_KEY_Return, 0));
  clt_test_await (clt_place_page_get_record (page) != NULL);
  clt_ui_test_draw (GTK_WIDGET (fixture->window));

  clt_window_fixture_activate (fixture, "place.close-record");
  g_assert_null (clt_place_page_get_record (page));
  g_assert_true (gtk_widget_get_focus_child (table) != NULL || gtk_widget_is_focus (table));
}

static void
test_history (void)
{
  CltPlacePage *page = clt_window_get_page (fixture->window);

  show_customers ();
  clt_window_fixture_show_place (fixture, "deal");
  clt_window_fixture_activate (fixture, "win.back");
  g_assert_cmpstr (clt_entity_get_name (clt_place_page_get_entity (page)), ==, "customer");
  clt_window_fixture_activate (fixture, "win.forward");
  g_assert_cmpstr (clt_entity_get_name (clt_place_page_get_entity (page)), ==, "deal");
}

static void
test_every_place (void)
{
  CltSchema *schema = clt_session_get_schema (clt_window_get_session (fixture->window));

  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);

      g_test_message ("%s", clt_entity_get_name (entity));
      clt_window_fixture_show_place (fixture, clt_entity_get_name (entity));
      clt_ui_test_draw (GTK_WIDGET (fixture->window));
    }
}

static void
test_saved_view (void)
{
  CltStore *store = clt_session_get_store (clt_window_get_session (fixture->window));
  g_autoptr (CltQuery) query = clt_query_new ("deal");
  g_autoptr (CltSavedView) view = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  const char *const columns[] = { "name", "amount", NULL };
  g_auto (GStrv) shown = NULL;
  gint64 id;

  view = clt_saved_view_new (0, "Two Columns", "table", query, columns);
  clt_store_save_view_async (store, view, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  id = clt_store_save_view_finish (store, result, &error);
  g_assert_no_error (error);
  clt_test_await (clt_ui_test_find_label (GTK_WIDGET (fixture->window), "Two Columns") != NULL);

  place = g_strdup_printf ("view:%" G_GINT64_FORMAT, id);
  clt_window_fixture_show_place (fixture, place);
  shown = clt_view_dup_columns (clt_window_fixture_get_view (fixture));
  g_assert_cmpstrv (shown, columns);
}

/* What a server would describe that keeps nothing of the customers' industries. */
static CltSchema *
schema_without_industry (void)
{
  CltSchema *all = clt_catalog_get ();
  g_autoptr (GPtrArray) entities = NULL;

  entities = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_entity_unref);
  for (guint i = 0; i < clt_schema_get_n_entities (all); i++)
    {
      CltEntity *entity = clt_schema_get_entity (all, i);
      g_autoptr (GPtrArray) fields = g_ptr_array_new ();

      for (guint j = 0; j < clt_entity_get_n_fields (entity); j++)
        if (!g_str_equal (clt_field_get_name (clt_entity_get_field (entity, j)), "industry"))
          g_ptr_array_add (fields, clt_entity_get_field (entity, j));
      g_ptr_array_add (entities, clt_entity_new (clt_entity_get_name (entity),
                                                 clt_entity_get_label (entity),
                                                 clt_entity_get_label_plural (entity),
                                                 clt_entity_get_icon_name (entity),
                                                 clt_entity_get_flags (entity), fields));
    }

  return clt_schema_new (entities);
}

static void
adopt (CltSchema *schema)
{
  CltStore *store = clt_session_get_store (clt_window_get_session (fixture->window));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_store_set_schema_async (store, schema, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  clt_store_set_schema_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
test_schema_changes (void)
{
  CltPlacePage *page = clt_window_get_page (fixture->window);
  g_autoptr (CltSchema) schema = schema_without_industry ();
  g_autoptr (CltRecord) record = NULL;
  g_auto (GStrv) columns = NULL;

  show_customers ();
  adopt (schema);
  clt_window_fixture_await_list (fixture);
  record = g_list_model_get_item (G_LIST_MODEL (get_list ()), 0);

  g_test_message ("columns and records have the same fields in the same order");
  g_assert_true (clt_record_get_entity (record) == clt_place_page_get_entity (page));
  columns = clt_view_dup_columns (clt_window_fixture_get_view (fixture));
  g_assert_false (g_strv_contains ((const char * const *) columns, "industry"));

  adopt (clt_catalog_get ());
  clt_window_fixture_await_list (fixture);
}

static void
test_palette (void)
{
  CltPlacePage *page = clt_window_get_page (fixture->window);
  g_autofree char *title = NULL;
  g_autoptr (CltRecord) record = NULL;
  GtkWidget *dialog;

  show_customers ();
  record = g_list_model_get_item (G_LIST_MODEL (get_list ()), 0);
  clt_test_await (clt_record_get_state (record) == CLT_RECORD_LOADED);
  title = g_strdup (clt_record_get_title (record));

  clt_window_fixture_activate (fixture, "win.palette");
  clt_test_await (clt_window_fixture_find_dialog (fixture) != NULL);
  dialog = GTK_WIDGET (clt_window_fixture_find_dialog (fixture));
  clt_palette_set_text (CLT_PALETTE (dialog), title);
  clt_test_await (clt_ui_test_find_label (dialog, title) != NULL);

  g_signal_emit_by_name (clt_ui_test_find_type (dialog, GTK_TYPE_SEARCH_ENTRY), "activate");
  clt_test_await (clt_place_page_get_record (page) != NULL);
  g_assert_cmpstr (clt_record_get_title (clt_place_page_get_record (page)), ==, title);
}

static void
test_named (void)
{
  show_customers ();
  clt_window_fixture_activate (fixture, "win.find");
  clt_ui_test_draw (GTK_WIDGET (fixture->window));
  clt_ui_test_assert_named (GTK_WIDGET (fixture->window));
}

static void
test_narrow (void)
{
  CltPlacePage *page = clt_window_get_page (fixture->window);

  show_customers ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROWEST_PX, 640);
  clt_test_await (gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= NARROWEST_PX);
  clt_ui_test_draw (GTK_WIDGET (fixture->window));
  clt_ui_test_assert_narrow (GTK_WIDGET (page));

  clt_place_page_open_record (page, clt_record_list_get_id (get_list (), 0), FALSE);
  clt_test_await (clt_place_page_get_is_pushed (page));
  clt_ui_test_draw (GTK_WIDGET (fixture->window));
  clt_ui_test_assert_narrow (GTK_WIDGET (page));

  clt_window_fixture_activate (fixture, "win.up");
  g_assert_false (clt_place_page_get_is_pushed (page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 780);
  clt_ui_test_draw (GTK_WIDGET (fixture->window));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  clt_ui_test_init (&argc, &argv);
  fixture = clt_window_fixture_new (CLT_WORKSPACE_SAMPLE);

  g_test_add_func ("/ui/window/opens", test_opens);
  g_test_add_func ("/ui/window/sort", test_sort);
  g_test_add_func ("/ui/window/search", test_search);
  g_test_add_func ("/ui/window/filter", test_filter);
  g_test_add_func ("/ui/window/selection", test_selection);
  g_test_add_func ("/ui/window/delete-and-undo", test_delete_and_undo);
  g_test_add_func ("/ui/window/record-by-keyboard", test_record_by_keyboard);
  g_test_add_func ("/ui/window/history", test_history);
  g_test_add_func ("/ui/window/every-place", test_every_place);
  g_test_add_func ("/ui/window/saved-view", test_saved_view);
  g_test_add_func ("/ui/window/schema-changes", test_schema_changes);
  g_test_add_func ("/ui/window/palette", test_palette);
  g_test_add_func ("/ui/window/named", test_named);
  g_test_add_func ("/ui/window/narrow", test_narrow);
  status = clt_ui_test_run ();

  clt_window_fixture_free (fixture);

  return status;
}
