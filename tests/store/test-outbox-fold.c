/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-outbox-fold.h"
#include "clt-test.h"

/* A change as text: "edit city=Bonn>Köln zip=>5" */
static CltChange *
parse_change (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  const CltChangeOperation operation = g_str_equal (parts[0], "create") ? CLT_CHANGE_CREATE
                                       : g_str_equal (parts[0], "delete") ? CLT_CHANGE_DELETE
                                                                          : CLT_CHANGE_EDIT;
  CltChange *change = clt_change_new (operation, "customer", 7);

  for (gsize i = 1; parts[i] != NULL; i++)
    {
      g_auto (GStrv) field = g_strsplit (parts[i], "=", 2);
      g_auto (GStrv) values = g_strsplit (field[1], ">", 2);
      g_autoptr (CltValue) before = clt_value_new_text (values[0]);
      g_autoptr (CltValue) after = clt_value_new_text (values[1]);

      clt_change_add (change, field[0], before, after);
    }

  return change;
}

static const char *
show_text (const CltValue *value)
{
  const char *text = clt_value_get_text (value);

  return text != NULL ? text : "";
}

static char *
show_change (const CltChange *change)
{
  static const char * const names[] = { "create", "edit", "delete" };
  GString *text = g_string_new (names[clt_change_get_operation (change)]);

  for (guint i = 0; i < clt_change_get_n_fields (change); i++)
    g_string_append_printf (text, " %s=%s>%s", clt_change_get_field (change, i),
                            show_text (clt_change_get_before (change, i)),
                            show_text (clt_change_get_after (change, i)));

  return g_string_free (text, FALSE);
}

static const struct {
  const char *what;
  const char *first;
  const char *next;
  CltFold     fold;
  const char *folded;
} folds[] = {
  { "two edits of a field are one", "edit city=Bonn>Köln", "edit city=Köln>Trier",
    CLT_FOLD_ONE, "edit city=Bonn>Trier" },
  { "edits of two fields are one", "edit city=Bonn>Köln", "edit zip=1>2",
    CLT_FOLD_ONE, "edit city=Bonn>Köln zip=1>2" },
  { "back to where it was is nothing", "edit city=Bonn>Köln", "edit city=Köln>Bonn",
    CLT_FOLD_NOTHING, NULL },
  { "one of two fields back leaves the other", "edit city=Bonn>Köln zip=1>2", "edit city=Köln>Bonn",
    CLT_FOLD_ONE, "edit zip=1>2" },
  { "who saw something else meanwhile is sent apart", "edit city=Bonn>Köln", "edit city=Ulm>Trier",
    CLT_FOLD_APART, NULL },
  { "an edit of a new record is part of it", "create name=>Alpha", "edit name=Alpha>Beta city=>Ulm",
    CLT_FOLD_ONE, "create name=>Beta city=>Ulm" },
  { "emptying a field of a new record leaves it out", "create name=>Alpha city=>Ulm",
    "edit city=Ulm>", CLT_FOLD_ONE, "create name=>Alpha" },
  { "a create and its delete are nothing", "create name=>Alpha", "delete name=Alpha>",
    CLT_FOLD_NOTHING, NULL },
  { "a delete and its undo are nothing", "delete name=Alpha>", "create name=>Alpha",
    CLT_FOLD_NOTHING, NULL },
  { "coming back as another is sent", "delete name=Alpha>", "create name=>Beta",
    CLT_FOLD_APART, NULL },
  { "an edit before a delete stays", "edit city=Bonn>Köln", "delete name=Alpha>",
    CLT_FOLD_APART, NULL },
};

static void
test_fold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autoptr (CltChange) first = parse_change (folds[i].first);
      g_autoptr (CltChange) next = parse_change (folds[i].next);
      g_autoptr (CltChange) folded = NULL;
      g_autofree char *shown = NULL;

      g_test_message ("%s", folds[i].what);
      g_assert_cmpint (clt_outbox_fold (first, next, &folded), ==, folds[i].fold);
      shown = folded != NULL ? show_change (folded) : NULL;
      g_assert_cmpstr (shown, ==, folds[i].folded);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outbox-fold/fold", test_fold);

  return g_test_run ();
}
