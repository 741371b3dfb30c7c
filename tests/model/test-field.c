/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-field.h"
#include "clt-test.h"

static GPtrArray *
choices_new (const char *id)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_choice_unref);

  g_ptr_array_add (choices, clt_choice_new (id, NULL, CLT_CHOICE_NONE, 0));

  return choices;
}

static void
test_field (void)
{
  g_autoptr (GPtrArray) choices = choices_new ("new");
  g_autoptr (CltField) field = clt_field_new ("stage", CLT_FIELD_CHOICE, "Stage", "General",
                                              CLT_ROLE_STAGE,
                                              CLT_FIELD_COLUMN | CLT_FIELD_INDEXED, NULL,
                                              choices);

  g_test_message ("a field is what it was made of");
  g_assert_cmpstr (clt_field_get_name (field), ==, "stage");
  g_assert_true (clt_field_get_name (field) == g_intern_string ("stage"));
  g_assert_cmpint (clt_field_get_kind (field), ==, CLT_FIELD_CHOICE);
  g_assert_cmpstr (clt_field_get_label (field), ==, "Stage");
  g_assert_cmpstr (clt_field_get_group (field), ==, "General");
  g_assert_cmpint (clt_field_get_role (field), ==, CLT_ROLE_STAGE);
  g_assert_null (clt_field_get_target (field));

  g_test_message ("it has flags only if it has all of them");
  g_assert_true (clt_field_has_flags (field, CLT_FIELD_COLUMN | CLT_FIELD_INDEXED));
  g_assert_false (clt_field_has_flags (field, CLT_FIELD_COLUMN | CLT_FIELD_REQUIRED));

  g_test_message ("its choices are its own");
  g_ptr_array_set_size (choices, 0);
  g_assert_nonnull (clt_field_find_choice (field, "new"));
  g_assert_null (clt_field_find_choice (field, "old"));
  g_assert_null (clt_field_find_choice (field, NULL));
}

static void
test_copy_with (void)
{
  g_autoptr (GPtrArray) choices = choices_new ("new");
  g_autoptr (GPtrArray) others = choices_new ("other");
  g_autoptr (CltField) field = clt_field_new ("team", CLT_FIELD_REFERENCE, NULL, NULL,
                                              CLT_ROLE_TEAM, CLT_FIELD_COLUMN, "team", choices);
  g_autoptr (CltField) same = clt_field_copy_with (field, NULL, CLT_FIELD_COLUMN, NULL);
  g_autoptr (CltField) other = clt_field_copy_with (field, "Équipe", CLT_FIELD_CUSTOM, others);

  g_test_message ("without a label the name is shown");
  g_assert_cmpstr (clt_field_get_label (field), ==, "team");

  g_test_message ("what is not given stays");
  g_assert_cmpstr (clt_field_get_label (same), ==, "team");
  g_assert_nonnull (clt_field_find_choice (same, "new"));
  g_assert_cmpstr (clt_field_get_target (same), ==, "team");

  g_test_message ("what is given is taken");
  g_assert_cmpstr (clt_field_get_label (other), ==, "Équipe");
  g_assert_cmpint (clt_field_get_flags (other), ==, CLT_FIELD_CUSTOM);
  g_assert_null (clt_field_find_choice (other, "new"));
  g_assert_nonnull (clt_field_find_choice (other, "other"));
  g_assert_cmpint (clt_field_get_role (other), ==, CLT_ROLE_TEAM);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field/field", test_field);
  g_test_add_func ("/field/copy-with", test_copy_with);

  return g_test_run ();
}
