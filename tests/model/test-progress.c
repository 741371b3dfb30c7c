/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-progress.h"
#include "clt-test-record.h"
#include "clt-test.h"
#include "clt-time.h"

#define NOW G_GINT64_CONSTANT (1795341600000000) /* 2026-11-22 10:00:00 UTC */

static const struct
{
  const char  *what;
  const char  *entity;
  const char  *fields;
  CltProgress  progress;
} records[] = {
  { "a deal under way", "deal", "stage=proposal", CLT_PROGRESS_OPEN },
  { "a deal won by its stage", "deal", "stage=won", CLT_PROGRESS_WON },
  { "a deal lost by its status, whatever its stage", "deal", "stage=proposal; status=lost",
    CLT_PROGRESS_LOST },
  { "a task done", "task", "status=done", CLT_PROGRESS_WON },
  { "a task cancelled", "task", "status=cancelled", CLT_PROGRESS_LOST },
  { "a ticket that waits", "ticket", "status=waiting", CLT_PROGRESS_OPEN },
  { "nothing chosen", "ticket", "", CLT_PROGRESS_OPEN },
  { "an entity that cannot end", "customer", "stage=former", CLT_PROGRESS_OPEN },
};

static const struct
{
  const char *what;
  const char *entity;
  const char *fields;
  const char *field;
  gboolean    is_late;
} late[] = {
  { "a task due yesterday", "task", "due=2026-11-21", "due", TRUE },
  { "a task due today has the day", "task", "due=2026-11-22", "due", FALSE },
  { "a task that is done is never late", "task", "due=2026-11-21; status=done", "due", FALSE },
  { "a ticket due a minute ago", "ticket", "due=2026-11-22 09:59", "due", TRUE },
  { "a ticket due in a minute", "ticket", "due=2026-11-22 10:01", "due", FALSE },
  { "a deal that should have closed", "deal", "closes=2026-11-01; stage=new", "closes", TRUE },
  { "no day, no lateness", "task", "", "due", FALSE },
  { "a past day that is no deadline", "contact", "birthday=1990-01-01", "birthday", FALSE },
};

static void
test_progress (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (CltRecord) record = clt_test_record_new (records[i].entity, records[i].fields);

      g_test_message ("%s", records[i].what);
      g_assert_cmpint (clt_progress_get (record), ==, records[i].progress);
    }
}

static void
test_late (void)
{
  clt_time_set_now (NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (late); i++)
    {
      g_autoptr (CltRecord) record = clt_test_record_new (late[i].entity, late[i].fields);
      const int index = clt_entity_find_index (clt_record_get_entity (record), late[i].field);

      g_test_message ("%s", late[i].what);
      g_assert_cmpint (clt_progress_is_late (record, (guint) index), ==, late[i].is_late);
    }
  clt_time_set_now (0);
}

static void
test_choice (void)
{
  g_autoptr (CltRecord) deal = clt_test_record_new ("deal", "stage=won");

  g_assert_cmpstr (clt_choice_get_id (clt_progress_find_choice (deal, CLT_ROLE_STAGE)), ==, "won");
  g_assert_null (clt_progress_find_choice (deal, CLT_ROLE_STATUS));
  g_assert_null (clt_progress_find_choice (deal, CLT_ROLE_LIFE_CYCLE));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress/progress", test_progress);
  g_test_add_func ("/progress/late", test_late);
  g_test_add_func ("/progress/choice", test_choice);

  return g_test_run ();
}
