/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-catalog.h"
#include "clt-filter-editor.h"
#include "clt-ui-test.h"

typedef struct
{
  CltEntity       *entity;
  GtkWindow       *window;
  CltFilterEditor *editor;
  CltFilter       *filter; /* (owned) (nullable): the last one made */
} Fixture;

static void
made_cb (CltFilterEditor *editor,
         CltFilter       *filter,
         gpointer         user_data)
{
  ((Fixture *) user_data)->filter = clt_filter_ref (filter);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *editor = clt_filter_editor_new ();

  fixture->entity = clt_schema_find_entity (clt_catalog_get (), "customer");
  clt_filter_editor_set_entity (CLT_FILTER_EDITOR (editor), fixture->entity);
  g_signal_connect (editor, "filter-made", G_CALLBACK (made_cb), fixture);
  gtk_widget_set_tooltip_text (button, "Add");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), editor);
  fixture->editor = CLT_FILTER_EDITOR (editor);
  fixture->window = clt_ui_test_present (button, 500, 500);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  clt_test_await (gtk_widget_get_mapped (editor));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  gtk_popover_popdown (GTK_POPOVER (fixture->editor));
  clt_test_await (!gtk_widget_get_mapped (GTK_WIDGET (fixture->editor)));
  clt_ui_test_close (fixture->window);
  g_clear_pointer (&fixture->filter, clt_filter_unref);
}

static GtkDropDown *
get_drop_down (Fixture    *fixture,
               const char *tooltip)
{
  GtkWidget *input = clt_ui_test_find_type (GTK_WIDGET (fixture->editor), GTK_TYPE_DROP_DOWN);

  while (input != NULL && g_strcmp0 (gtk_widget_get_tooltip_text (input), tooltip) != 0)
    input = gtk_widget_get_next_sibling (input);
  g_assert_nonnull (input);

  return GTK_DROP_DOWN (input);
}

static void
choose (Fixture    *fixture,
        const char *tooltip,
        const char *label)
{
  GtkDropDown *input = get_drop_down (fixture, tooltip);
  GListModel *model = gtk_drop_down_get_model (input);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label))
        {
          gtk_drop_down_set_selected (input, i);
          clt_ui_test_draw (GTK_WIDGET (fixture->editor));
          return;
        }
    }
  g_assert_not_reached ();
}

static void
press_add (Fixture *fixture)
{
  g_signal_emit_by_name (clt_ui_test_find_button (GTK_WIDGET (fixture->editor), "Add Filter"),
                         "clicked");
}

static void
assert_words (Fixture    *fixture,
              const char *words)
{
  g_autofree char *made = NULL;

  g_assert_nonnull (fixture->filter);
  made = clt_filter_dup_words (fixture->filter, fixture->entity);
  g_assert_cmpstr (made, ==, words);
}

static void
test_makes_text_condition (Fixture       *fixture,
                           gconstpointer  unused)
{
  clt_ui_test_assert_named (GTK_WIDGET (fixture->editor));
  choose (fixture, "Field", "City");
  choose (fixture, "Comparison", clt_comparison_get_label (CLT_COMPARE_IS));
  gtk_editable_set_text (GTK_EDITABLE (clt_ui_test_find_type (GTK_WIDGET (fixture->editor),
                                                              GTK_TYPE_ENTRY)), "Hangzhou");
  press_add (fixture);
  assert_words (fixture, "City is Hangzhou");
}

static void
test_makes_choice_condition (Fixture       *fixture,
                             gconstpointer  unused)
{
  GtkWidget *value;

  choose (fixture, "Field", "Life cycle");
  value = clt_ui_test_find_label (GTK_WIDGET (fixture->editor), "None");
  g_assert_nonnull (value);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_ancestor (value, GTK_TYPE_DROP_DOWN)),
                              2);
  press_add (fixture);
  assert_words (fixture, "Life cycle is Prospect");
}

static void
test_emptiness_needs_no_value (Fixture       *fixture,
                               gconstpointer  unused)
{
  choose (fixture, "Field", "E-mail");
  choose (fixture, "Comparison", clt_comparison_get_label (CLT_COMPARE_IS_EMPTY));
  g_assert_null (clt_ui_test_find_type (GTK_WIDGET (fixture->editor), GTK_TYPE_ENTRY));
  press_add (fixture);
  assert_words (fixture, "E-mail is empty");
}

static void
test_missing_value_is_told (Fixture       *fixture,
                            gconstpointer  unused)
{
  choose (fixture, "Field", "City");
  press_add (fixture);
  g_assert_null (fixture->filter);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->editor)));
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

  add ("/filter-editor/makes-text-condition", test_makes_text_condition);
  add ("/filter-editor/makes-choice-condition", test_makes_choice_condition);
  add ("/filter-editor/emptiness-needs-no-value", test_emptiness_needs_no_value);
  add ("/filter-editor/missing-value-is-told", test_missing_value_is_told);

  return clt_ui_test_run ();
}
