/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-entity.h"
#include "clt-test.h"

static CltEntity *
entity_new (void)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_field_unref);

  g_ptr_array_add (fields, clt_field_new ("name", CLT_FIELD_TEXT, "Name", NULL, CLT_ROLE_TITLE,
                                          CLT_FIELD_REQUIRED, NULL, NULL));
  g_ptr_array_add (fields, clt_field_new ("phone", CLT_FIELD_PHONE, "Phone", NULL, CLT_ROLE_PHONE,
                                          0, NULL, NULL));
  g_ptr_array_add (fields, clt_field_new ("mobile", CLT_FIELD_PHONE, "Mobile", NULL,
                                          CLT_ROLE_PHONE, 0, NULL, NULL));
  g_ptr_array_add (fields, clt_field_new ("name", CLT_FIELD_INTEGER, "Twice", NULL,
                                          CLT_ROLE_AMOUNT, 0, NULL, NULL));

  return clt_entity_new ("robot", "Robot", NULL, "robot-symbolic",
                         CLT_ENTITY_PLACE | CLT_ENTITY_READ_ONLY, fields);
}

static void
test_entity (void)
{
  g_autoptr (CltEntity) entity = entity_new ();

  g_assert_cmpstr (clt_entity_get_name (entity), ==, "robot");
  g_assert_cmpstr (clt_entity_get_label (entity), ==, "Robot");
  g_assert_cmpstr (clt_entity_get_icon_name (entity), ==, "robot-symbolic");
  g_test_message ("without a plural the singular stands for it");
  g_assert_cmpstr (clt_entity_get_label_plural (entity), ==, "Robot");
  g_assert_true (clt_entity_has_flags (entity, CLT_ENTITY_PLACE));
  g_assert_false (clt_entity_has_flags (entity, CLT_ENTITY_PLACE | CLT_ENTITY_TIMELINE));
}

static void
test_finding (void)
{
  g_autoptr (CltEntity) entity = entity_new ();

  g_test_message ("fields are found by name");
  g_assert_cmpint (clt_entity_find_index (entity, "mobile"), ==, 2);
  g_assert_cmpint (clt_entity_find_index (entity, "fax"), ==, -1);
  g_assert_cmpint (clt_entity_find_index (entity, NULL), ==, -1);
  g_assert_null (clt_entity_find_field (entity, "fax"));

  g_test_message ("of two with one name the first is taken");
  g_assert_cmpuint (clt_entity_get_n_fields (entity), ==, 3);
  g_assert_cmpint (clt_field_get_kind (clt_entity_find_field (entity, "name")), ==,
                   CLT_FIELD_TEXT);
  g_assert_null (clt_entity_find_role (entity, CLT_ROLE_AMOUNT));

  g_test_message ("of two with one role the first has it");
  g_assert_cmpint (clt_entity_find_role_index (entity, CLT_ROLE_PHONE), ==, 1);
  g_assert_cmpstr (clt_field_get_name (clt_entity_find_role (entity, CLT_ROLE_TITLE)), ==, "name");
  g_assert_null (clt_entity_find_role (entity, CLT_ROLE_NONE));
  g_assert_cmpint (clt_entity_find_role_index (entity, CLT_ROLE_STAGE), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entity/entity", test_entity);
  g_test_add_func ("/entity/finding", test_finding);

  return g_test_run ();
}
