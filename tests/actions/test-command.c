/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-catalog.h"
#include "clt-command.h"
#include "clt-time.h"

#define NOON (G_GINT64_CONSTANT (20000) * CLT_USEC_PER_DAY + CLT_USEC_PER_DAY / 2)

static const struct
{
  const char *what;
  const char *entity;
  const char *field;
  const char *value;
} defaults[] = {
  { "a deal starts at the first stage", "deal", "stage", "new" },
  { "and open", "deal", "status", "open" },
  { "a customer at the first of the life cycle", "customer", "stage", "lead" },
  { "a customer is of the first kind", "customer", "kind", "organisation" },
  { "a ticket is new", "ticket", "status", "new" },
  { "a product's category is free text", "product", "category", NULL },
  { "a product has no status", "product", "status", NULL },
};

static CltEntity *
find_entity (const char *name)
{
  return clt_schema_find_entity (clt_catalog_get (), name);
}

static CltChange *
create (const char  *entity,
        const char  *field,
        CltValue    *value,
        GPtrArray  **changes)
{
  gint64 id = 0;

  *changes = clt_command_create (find_entity (entity), &field, &value, 1, &id);
  g_assert_cmpuint ((*changes)->len, ==, 1);
  g_assert_cmpint (id, >, 0);
  g_assert_cmpint (clt_change_get_id (g_ptr_array_index (*changes, 0)), ==, id);

  return g_ptr_array_index (*changes, 0);
}

static void
test_defaults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      g_autoptr (CltValue) name = clt_value_new_text ("Ada");
      g_autoptr (GPtrArray) changes = NULL;
      CltChange *change = create (defaults[i].entity, "name", name, &changes);
      CltValue *value = clt_change_find_after (change, defaults[i].field);

      g_test_message ("%s", defaults[i].what);
      g_assert_cmpstr (value != NULL ? clt_value_get_text (value) : NULL, ==, defaults[i].value);
    }
}

static void
test_said_is_not_replaced (void)
{
  g_autoptr (CltValue) stage = clt_value_new_text ("proposal");
  g_autoptr (GPtrArray) changes = NULL;
  CltChange *change = create ("deal", "stage", stage, &changes);

  g_assert_true (clt_value_equal (clt_change_find_after (change, "stage"), stage));
  g_assert_cmpfloat_with_epsilon (
    clt_value_get_real (clt_change_find_after (change, "probability")), 50, 0.01);
}

static void
test_times (void)
{
  g_autoptr (CltValue) start = clt_value_new_moment (NOON);
  g_autoptr (CltValue) name = clt_value_new_text ("Called");
  g_autoptr (GPtrArray) event_changes = NULL;
  g_autoptr (GPtrArray) note_changes = NULL;
  CltChange *event = create ("event", "start", start, &event_changes);
  CltChange *note;

  g_assert_cmpint (clt_value_get_integer (clt_change_find_after (event, "end")), ==,
                   NOON + CLT_USEC_PER_DAY / 24);

  clt_time_set_now (NOON);
  note = create ("note", "name", name, &note_changes);
  g_assert_cmpint (clt_value_get_integer (clt_change_find_after (note, "posted")), ==, NOON);
  clt_time_set_now (0);
}

static CltRecord *
make_record (void)
{
  CltEntity *entity = find_entity ("customer");
  const guint n = clt_entity_get_n_fields (entity);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  CltRecord *record = clt_record_new (entity, 7);

  for (guint i = 0; i < n; i++)
    {
      const char *name = clt_field_get_name (clt_entity_get_field (entity, i));

      g_ptr_array_add (values, g_str_equal (name, "name") ? clt_value_new_text ("Ada")
                                                          : clt_value_new_none ());
    }
  clt_record_fill (record, (CltValue **) values->pdata, NULL, NULL, CLT_SYNC_LOCAL);

  return record;
}

static void
test_set_field (void)
{
  g_autoptr (CltRecord) record = make_record ();
  g_autoptr (CltValue) same = clt_value_new_text ("Ada");
  g_autoptr (CltValue) other = clt_value_new_text ("Grace");
  g_autoptr (GPtrArray) nothing = clt_command_set_field (record, "name", same);
  g_autoptr (GPtrArray) changes = clt_command_set_field (record, "name", other);
  CltChange *change = g_ptr_array_index (changes, 0);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (clt_change_get_operation (change), ==, CLT_CHANGE_EDIT);
  g_assert_true (clt_value_equal (clt_change_get_before (change, 0), same));
  g_assert_true (clt_value_equal (clt_change_get_after (change, 0), other));
}

static void
test_delete_carries_the_record (void)
{
  g_autoptr (CltRecord) record = make_record ();
  g_autoptr (GPtrArray) changes = clt_command_delete (&record, 1);
  CltChange *change = g_ptr_array_index (changes, 0);

  g_assert_cmpint (clt_change_get_operation (change), ==, CLT_CHANGE_DELETE);
  g_assert_cmpint (clt_change_get_id (change), ==, 7);
  g_assert_cmpuint (clt_change_get_n_fields (change), ==, 1);
  g_assert_cmpstr (clt_value_get_text (clt_change_get_before (change, 0)), ==, "Ada");
}

/* A later change may rest on an earlier one: the deal of a customer that was just made. */
static void
test_invert_turns_the_order (void)
{
  g_autoptr (CltRecord) record = make_record ();
  g_autoptr (CltValue) grace = clt_value_new_text ("Grace");
  g_autoptr (GPtrArray) changes = clt_command_set_field (record, "name", grace);
  g_autoptr (GPtrArray) deletion = clt_command_delete (&record, 1);
  g_autoptr (GPtrArray) inverses = NULL;
  g_autoptr (CltCommand) command = NULL;

  g_ptr_array_add (changes, clt_change_ref (g_ptr_array_index (deletion, 0)));
  command = clt_command_new ("Renamed and deleted", changes);
  inverses = clt_command_invert (command);

  g_assert_cmpstr (clt_command_get_label (command), ==, "Renamed and deleted");
  g_assert_cmpuint (inverses->len, ==, 2);
  g_assert_cmpint (clt_change_get_operation (g_ptr_array_index (inverses, 0)), ==,
                   CLT_CHANGE_CREATE);
  g_assert_cmpint (clt_change_get_operation (g_ptr_array_index (inverses, 1)), ==,
                   CLT_CHANGE_EDIT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/defaults", test_defaults);
  g_test_add_func ("/command/said", test_said_is_not_replaced);
  g_test_add_func ("/command/times", test_times);
  g_test_add_func ("/command/set-field", test_set_field);
  g_test_add_func ("/command/delete", test_delete_carries_the_record);
  g_test_add_func ("/command/invert", test_invert_turns_the_order);

  return g_test_run ();
}
