/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-catalog.h"
#include "clt-record-key.h"
#include "clt-sample-company.h"
#include "clt-time.h"

#define SEED 1

/* A Saturday, so that what is to happen today cannot hide on a weekday. */
#define TODAY 20000

static const struct
{
  const char *entity;
  guint       least;
  guint       most;
} sizes[] = {
  { "customer", 400, 400 }, { "contact", 800, 1000 }, { "lead", 150, 150 }, { "deal", 350, 350 },
  { "event", 500, 500 }, { "task", 300, 300 }, { "ticket", 180, 180 }, { "note", 900, 900 },
  { "product", 40, 40 }, { "quote", 60, 80 }, { "campaign", 12, 12 }, { "article", 15, 15 },
  { "segment", 8, 8 }, { "user", 8, 8 }, { "team", 3, 3 },
};

static guint
count_entity (GPtrArray  *changes,
              const char *entity)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    if (g_str_equal (clt_change_get_entity (g_ptr_array_index (changes, i)), entity))
      n++;

  return n;
}

static void
test_sizes (void)
{
  g_autoptr (GPtrArray) changes = clt_sample_company_make (SEED, TODAY);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const guint n = count_entity (changes, sizes[i].entity);

      g_test_message ("%s: %u", sizes[i].entity, n);
      g_assert_cmpuint (n, >=, sizes[i].least);
      g_assert_cmpuint (n, <=, sizes[i].most);
    }
}

static void
test_every_place_has_records (void)
{
  g_autoptr (GPtrArray) changes = clt_sample_company_make (SEED, TODAY);
  CltSchema *schema = clt_catalog_get ();

  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);

      if (clt_entity_has_flags (entity, CLT_ENTITY_PLACE))
        g_assert_cmpuint (count_entity (changes, clt_entity_get_name (entity)), >, 0);
    }
}

static void
test_every_change_is_allowed (void)
{
  g_autoptr (GPtrArray) changes = clt_sample_company_make (SEED, TODAY);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GError) error = NULL;

      clt_change_check (g_ptr_array_index (changes, i), clt_catalog_get (), &error);
      g_assert_no_error (error);
    }
}

static char *
dup_content (GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (JsonNode) node = clt_change_to_json (g_ptr_array_index (changes, i));
      g_autofree char *line = json_to_string (node, FALSE);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

static void
test_seed (void)
{
  g_autoptr (GPtrArray) first = clt_sample_company_make (SEED, TODAY);
  g_autoptr (GPtrArray) again = clt_sample_company_make (SEED, TODAY);
  g_autoptr (GPtrArray) other = clt_sample_company_make (SEED + 1, TODAY);
  g_autofree char *first_content = dup_content (first);
  g_autofree char *again_content = dup_content (again);
  g_autofree char *other_content = dup_content (other);

  g_assert_cmpstr (first_content, ==, again_content);
  g_assert_cmpstr (first_content, !=, other_content);
}

static void
check_reference (GHashTable     *keys,
                 const CltValue *value)
{
  const CltRecordKey key = { clt_value_get_entity (value), clt_value_get_id (value) };

  if (clt_value_get_value_type (value) == CLT_VALUE_LIST)
    for (gsize i = 0; i < clt_value_get_n_items (value); i++)
      check_reference (keys, clt_value_get_item (value, i));

  if (clt_value_get_value_type (value) == CLT_VALUE_REFERENCE)
    g_assert_true (g_hash_table_contains (keys, &key));
}

static void
test_references (void)
{
  g_autoptr (GPtrArray) changes = clt_sample_company_make (SEED, TODAY);
  g_autoptr (GHashTable) keys = NULL;

  keys = g_hash_table_new_full (clt_record_key_hash, clt_record_key_equal,
                                (GDestroyNotify) clt_record_key_free, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      CltChange *change = g_ptr_array_index (changes, i);

      g_assert_true (g_hash_table_add (keys, clt_record_key_new (clt_change_get_entity (change),
                                                                 clt_change_get_id (change))));
    }

  for (guint i = 0; i < changes->len; i++)
    {
      CltChange *change = g_ptr_array_index (changes, i);

      for (guint j = 0; j < clt_change_get_n_fields (change); j++)
        check_reference (keys, clt_change_get_after (change, j));
    }
}

static guint
count_choice (GPtrArray  *changes,
              const char *entity,
              const char *field,
              const char *id)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      CltChange *change = g_ptr_array_index (changes, i);
      CltValue *value = clt_change_find_after (change, field);

      if (value != NULL && g_str_equal (clt_change_get_entity (change), entity) &&
          g_strcmp0 (clt_value_get_text (value), id) == 0)
        n++;
    }

  return n;
}

static void
check_choices (GPtrArray *changes,
               CltEntity *entity,
               CltRole    role)
{
  CltField *field = clt_entity_find_role (entity, role);
  GPtrArray *choices = field != NULL ? clt_field_get_choices (field) : NULL;

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const char *id = clt_choice_get_id (g_ptr_array_index (choices, i));

      g_test_message ("%s, %s: %s", clt_entity_get_name (entity), clt_field_get_name (field), id);
      g_assert_cmpuint (count_choice (changes, clt_entity_get_name (entity),
                                      clt_field_get_name (field), id), >, 0);
    }
}

static void
test_every_stage_and_status_occurs (void)
{
  for (guint32 seed = SEED; seed < SEED + 5; seed++)
    {
      g_autoptr (GPtrArray) changes = clt_sample_company_make (seed, TODAY);
      CltSchema *schema = clt_catalog_get ();

      for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
        {
          CltEntity *entity = clt_schema_get_entity (schema, i);

          check_choices (changes, entity, CLT_ROLE_STAGE);
          check_choices (changes, entity, CLT_ROLE_STATUS);
          check_choices (changes, entity, CLT_ROLE_LIFE_CYCLE);
        }
    }
}

/* What the program says of the past has to be in the past. */
static void
test_stamps_are_past (void)
{
  g_autoptr (GPtrArray) changes = clt_sample_company_make (SEED, TODAY);
  const char *stamps[] = { "created", "closed", "stage_entered", "posted", "last_contact" };
  const gint64 midnight = clt_time_from_local_day (TODAY);

  for (guint i = 0; i < changes->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (stamps); j++)
      {
        CltValue *value = clt_change_find_after (g_ptr_array_index (changes, i), stamps[j]);

        if (value != NULL)
          g_assert_cmpint (clt_value_get_integer (value), <, midnight);
      }
}

static void
test_today_is_busy (void)
{
  g_autoptr (GPtrArray) changes = clt_sample_company_make (SEED, TODAY);
  guint n_events = 0;
  guint n_tasks = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      CltValue *start = clt_change_find_after (g_ptr_array_index (changes, i), "start");
      CltValue *due = clt_change_find_after (g_ptr_array_index (changes, i), "due");

      if (start != NULL && clt_time_to_local_day (clt_value_get_integer (start)) == TODAY)
        n_events++;
      if (due != NULL && clt_value_get_value_type (due) == CLT_VALUE_DAY &&
          clt_value_get_integer (due) == TODAY)
        n_tasks++;
    }

  g_assert_cmpuint (n_events, >=, 5);
  g_assert_cmpuint (n_tasks, >=, 5);
}

/* Nobody has these addresses (RFC 2606), and every brace is filled in. */
static void
test_texts (void)
{
  g_autoptr (GPtrArray) changes = clt_sample_company_make (SEED, TODAY);
  g_autofree char *content = dup_content (changes);

  for (guint i = 0; i < changes->len; i++)
    {
      CltValue *email = clt_change_find_after (g_ptr_array_index (changes, i), "email");

      if (email != NULL)
        g_assert_true (g_regex_match_simple ("^[a-z.]+@([a-z-]+\\.)?example\\.(com|net|org)$",
                                             clt_value_get_text (email), 0, 0));
    }

  g_assert_null (strstr (content, "{n"));
  g_assert_null (strstr (content, "{p"));
  g_assert_null (strstr (content, "{c"));
  g_assert_true (g_utf8_validate (content, -1, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample-company/sizes", test_sizes);
  g_test_add_func ("/sample-company/places", test_every_place_has_records);
  g_test_add_func ("/sample-company/allowed", test_every_change_is_allowed);
  g_test_add_func ("/sample-company/seed", test_seed);
  g_test_add_func ("/sample-company/references", test_references);
  g_test_add_func ("/sample-company/choices", test_every_stage_and_status_occurs);
  g_test_add_func ("/sample-company/past", test_stamps_are_past);
  g_test_add_func ("/sample-company/today", test_today_is_busy);
  g_test_add_func ("/sample-company/texts", test_texts);

  return g_test_run ();
}
