/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-catalog.h"
#include "clt-record.h"
#include "clt-test.h"

/* Writes down what a record says, so that a test can read it. */
typedef struct
{
  CltRecord *record;
  CltValue  *values[64];
  char      *labels[64];
  GString   *heard;
} Fixture;

static void
hear_changed_cb (CltRecord *record,
                 Fixture   *fixture)
{
  const GSignalInvocationHint *hint = g_signal_get_invocation_hint (record);

  g_string_append_printf (fixture->heard, "changed::%s ", g_quark_to_string (hint->detail));
}

static void
hear_notify_cb (CltRecord  *record,
                GParamSpec *pspec,
                Fixture    *fixture)
{
  g_string_append_printf (fixture->heard, "%s ", pspec->name);
}

static void
ignore_cb (CltRecord *record,
           gpointer   user_data)
{
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  CltEntity *contact = clt_schema_find_entity (clt_catalog_get (), "contact");

  fixture->record = clt_record_new (contact, 5);
  fixture->heard = g_string_new (NULL);
  g_assert_cmpuint (clt_entity_get_n_fields (contact), <=, G_N_ELEMENTS (fixture->values));
  for (guint i = 0; i < G_N_ELEMENTS (fixture->values); i++)
    fixture->values[i] = clt_value_new_none ();

  g_signal_connect (fixture->record, "changed", G_CALLBACK (hear_changed_cb), fixture);
  g_signal_connect (fixture->record, "notify", G_CALLBACK (hear_notify_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture->values); i++)
    {
      clt_value_unref (fixture->values[i]);
      g_free (fixture->labels[i]);
    }
  g_string_free (fixture->heard, TRUE);
  if (fixture->record != NULL)
    clt_test_assert_finalize (fixture->record);
}

static guint
index_of (Fixture    *fixture,
          const char *field)
{
  return (guint) clt_entity_find_index (clt_record_get_entity (fixture->record), field);
}

static void
set (Fixture    *fixture,
     const char *field,
     CltValue   *value)
{
  fixture->values[index_of (fixture, field)] = value;
}

static void
fill (Fixture *fixture)
{
  g_string_truncate (fixture->heard, 0);
  clt_record_fill (fixture->record, fixture->values, fixture->labels, "res.partner,42",
                   CLT_SYNC_SYNCED);
}

static void
test_loading (Fixture       *fixture,
              gconstpointer  unused)
{
  g_test_message ("a record that is known by its id alone is empty, not broken");
  g_assert_cmpint (clt_record_get_id (fixture->record), ==, 5);
  g_assert_cmpint (clt_record_get_state (fixture->record), ==, CLT_RECORD_LOADING);
  g_assert_cmpstr (clt_record_get_title (fixture->record), ==, "");
  g_assert_null (clt_record_get_remote_id (fixture->record));
  g_assert_true (clt_value_is_none (clt_record_get_value (fixture->record, "email")));
  g_assert_true (clt_value_is_none (clt_record_get_value (fixture->record, "no such field")));
  g_assert_true (clt_value_is_none (clt_record_get_role (fixture->record, CLT_ROLE_STAGE)));
  g_assert_null (clt_record_get_nth_label (fixture->record, 0));
}

static void
test_first_fill (Fixture       *fixture,
                 gconstpointer  unused)
{
  set (fixture, "name", clt_value_new_text ("Anna Li"));
  fill (fixture);

  g_test_message ("all of it comes at once: the properties, then one signal");
  g_assert_cmpstr (fixture->heard->str, ==, "state sync-state title changed::(null) ");
  g_assert_cmpint (clt_record_get_state (fixture->record), ==, CLT_RECORD_LOADED);
  g_assert_cmpint (clt_record_get_sync_state (fixture->record), ==, CLT_SYNC_SYNCED);
  g_assert_cmpstr (clt_record_get_title (fixture->record), ==, "Anna Li");
  g_assert_cmpstr (clt_record_get_remote_id (fixture->record), ==, "res.partner,42");
}

static void
test_same_again (Fixture       *fixture,
                 gconstpointer  unused)
{
  set (fixture, "name", clt_value_new_text ("Anna Li"));
  fill (fixture);
  clt_value_unref (fixture->values[0]);
  set (fixture, "name", clt_value_new_text ("Anna Li"));
  fill (fixture);

  g_test_message ("what does not differ is not said");
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
test_one_field (Fixture       *fixture,
                gconstpointer  unused)
{
  fill (fixture);
  set (fixture, "email", clt_value_new_text ("anna@example.com"));
  fill (fixture);

  g_test_message ("one field is said by its name");
  g_assert_cmpstr (fixture->heard->str, ==, "changed::email ");
}

static void
test_several_fields (Fixture       *fixture,
                     gconstpointer  unused)
{
  fill (fixture);
  g_signal_connect (fixture->record, "changed::email", G_CALLBACK (ignore_cb), NULL);
  g_signal_connect (fixture->record, "changed::phone", G_CALLBACK (ignore_cb), NULL);

  set (fixture, "email", clt_value_new_text ("anna@example.com"));
  set (fixture, "phone", clt_value_new_text ("+86 571 8888"));
  set (fixture, "city", clt_value_new_text ("杭州"));
  fill (fixture);

  g_test_message ("of several, those are named that somebody listens to");
  g_assert_cmpstr (fixture->heard->str, ==, "changed::email changed::phone ");
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  unused)
{
  const guint customer = index_of (fixture, "customer");
  g_autofree char *shown = NULL;
  g_autofree char *nothing = NULL;

  set (fixture, "customer", clt_value_new_reference ("customer", 7));
  fill (fixture);
  nothing = clt_record_dup_display (fixture->record, customer);
  g_assert_cmpstr (nothing, ==, "");

  fixture->labels[customer] = g_strdup ("Acme");
  fill (fixture);
  shown = clt_record_dup_display (fixture->record, customer);

  g_test_message ("a referenced record's new title is a change of the field");
  g_assert_cmpstr (fixture->heard->str, ==, "changed::customer ");
  g_assert_cmpstr (shown, ==, "Acme");
}

static void
test_display (Fixture       *fixture,
              gconstpointer  unused)
{
  const guint birthday = index_of (fixture, "birthday");
  g_autofree char *shown = NULL;

  set (fixture, "birthday", clt_value_new_day (20779));
  fill (fixture);
  shown = clt_record_dup_display (fixture->record, birthday);

  g_assert_cmpstr (shown, ==, "11/22/26");
  g_test_message ("a record without a title has a word for it");
  g_assert_cmpstr (clt_record_get_title (fixture->record), ==, "Untitled");
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  unused)
{
  set (fixture, "name", clt_value_new_text ("Anna Li"));
  fill (fixture);
  g_string_truncate (fixture->heard, 0);
  clt_record_set_state (fixture->record, CLT_RECORD_GONE);
  clt_record_set_state (fixture->record, CLT_RECORD_GONE);

  g_test_message ("a deleted record says so once, and is still readable");
  g_assert_cmpstr (fixture->heard->str, ==, "state ");
  g_assert_cmpstr (clt_record_get_title (fixture->record), ==, "Anna Li");
}

static void
unref_cb (CltRecord *record,
          Fixture   *fixture)
{
  g_clear_object (&fixture->record);
}

static void
test_unref_inside (Fixture       *fixture,
                   gconstpointer  unused)
{
  gpointer weak = fixture->record;

  g_test_message ("a handler may let the record go");
  g_object_add_weak_pointer (G_OBJECT (fixture->record), &weak);
  g_signal_connect (fixture->record, "changed", G_CALLBACK (unref_cb), fixture);
  set (fixture, "name", clt_value_new_text ("Anna Li"));
  fill (fixture);
  g_assert_null (weak);
}

#define ADD(name) \
  g_test_add ("/record/" #name, Fixture, NULL, set_up, test_ ## name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (loading);
  ADD (first_fill);
  ADD (same_again);
  ADD (one_field);
  ADD (several_fields);
  ADD (labels);
  ADD (display);
  ADD (gone);
  ADD (unref_inside);

  return g_test_run ();
}
