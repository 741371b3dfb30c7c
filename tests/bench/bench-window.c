/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "bench.h"
#include "clt-settings.h"
#include "clt-table.h"
#include "clt-test.h"
#include "clt-window.h"

/* The customer list against an empty window of the same toolkit. Each figure is taken in a process
 * of its own, as a start is; the two kinds take turns, so that both meet the same noise. */

#define N_STARTS 7
#define N_FRAMES 150

#define START_GOAL 1.15
#define MEMORY_GOAL_MB 15.0
#define WHEEL_GOAL_MS 8.0
#define FLING_GOAL_MS 16.0
#define RESORT_GOAL_MS 200.0

/* Pixels a frame: three notches of a wheel, a hard flick. */
#define WHEEL_PX 90
#define FLING_PX 2400

typedef struct
{
  AdwApplication   *application; /* (owned) */
  CltWorkspaceList *workspaces;  /* (owned) (nullable) */
  GtkWindow        *window;
  gboolean          is_painted;  /* with all it is to show */
} Child;

static CltRecordList *
child_get_list (Child *self)
{
  CltPlacePage *page = clt_window_get_page (CLT_WINDOW (self->window));

  return page != NULL ? clt_view_get_list (clt_place_page_get_view (page)) : NULL;
}

static gboolean
child_has_rows (Child *self)
{
  CltRecordList *list = child_get_list (self);
  g_autoptr (CltRecord) first = NULL;

  if (list != NULL)
    first = g_list_model_get_item (G_LIST_MODEL (list), 0);

  return first != NULL && clt_record_get_state (first) == CLT_RECORD_LOADED;
}

static void
child_painted_cb (GdkFrameClock *clock,
                  gpointer       user_data)
{
  Child *self = user_data;

  if (self->workspaces == NULL || child_has_rows (self))
    self->is_painted = TRUE;
}

static void
child_realized_cb (GtkWidget *widget,
                   gpointer   user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint",
                    G_CALLBACK (child_painted_cb), user_data);
}

static GtkWindow *
child_make_empty (Child *self)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (self->application));

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());

  return GTK_WINDOW (window);
}

static GtkWindow *
child_make_list (Child      *self,
                 const char *folder)
{
  g_autoptr (CltWorkspace) workspace = NULL;
  CltWindow *window;

  self->workspaces = clt_workspace_list_new (folder);
  g_settings_set_string (clt_settings_get (), "last-page", "customer");
  workspace = g_list_model_get_item (G_LIST_MODEL (self->workspaces), 0);
  window = clt_window_new (GTK_APPLICATION (self->application), self->workspaces);
  clt_window_open_workspace (window, workspace, TRUE);

  return GTK_WINDOW (window);
}

/* @folder: (nullable): of the workspaces; NULL for the empty window */
static void
child_open (Child      *self,
            const char *folder)
{
  self->application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  g_application_set_resource_base_path (G_APPLICATION (self->application), RESOURCE_PREFIX);
  g_application_register (G_APPLICATION (self->application), NULL, NULL);

  self->window = folder != NULL ? child_make_list (self, folder) : child_make_empty (self);
  gtk_window_set_default_size (self->window, 1280, 780);
  g_signal_connect (self->window, "realize", G_CALLBACK (child_realized_cb), self);
  if (folder != NULL)
    clt_window_present (CLT_WINDOW (self->window));
  else
    gtk_window_present (self->window);
  while (!self->is_painted)
    g_main_context_iteration (NULL, TRUE);
}

static double
read_pss_mb (void)
{
  g_autofree char *text = NULL;
  const char *found;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  found = strstr (text, "Pss:");

  return found != NULL ? g_ascii_strtod (found + strlen ("Pss:"), NULL) / 1024 : 0;
}

/* Everything that follows a start has come. */
static void
child_settle (Child *self)
{
  if (self->workspaces != NULL)
    clt_test_await (!clt_record_list_get_loading (child_get_list (self)));
  for (guint i = 0; i < 100; i++)
    clt_test_iterate ();
}

static int
run_start (double      started_ms,
           const char *folder)
{
  Child child = { 0 };
  double first_frame_ms;

  child_open (&child, folder);
  first_frame_ms = bench_now_ms () - started_ms;
  child_settle (&child);
  g_print ("%.1f %.1f\n", first_frame_ms, read_pss_mb ());

  return 0;
}

static GtkWidget *
find_table (GtkWidget *root)
{
  GtkWidget *found = CLT_IS_TABLE (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_table (child);

  return found;
}

static void
scroll (Child         *self,
        GtkAdjustment *adjustment,
        double         step,
        const char    *what,
        double         goal_ms)
{
  BenchSamples samples;

  bench_samples_init (&samples);
  gtk_adjustment_set_value (adjustment, 0);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double before = bench_thread_cpu_ms ();

      self->is_painted = FALSE;
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      while (!self->is_painted)
        g_main_context_iteration (NULL, TRUE);
      bench_samples_add (&samples, bench_thread_cpu_ms () - before);
    }
  bench_print_samples (what, &samples);
  bench_print_limit (what, bench_samples_p99 (&samples), goal_ms);
  bench_samples_clear (&samples);
}

static void
resort (Child *self)
{
  CltPlacePage *page = clt_window_get_page (CLT_WINDOW (self->window));
  CltView *view = clt_place_page_get_view (page);
  g_autoptr (CltQuery) query = clt_query_with_sort (clt_view_get_query (view), "name", TRUE);
  double before = bench_now_ms ();

  clt_view_set_query (view, query);
  clt_test_await (!clt_record_list_get_loading (child_get_list (self)));
  bench_print_limit ("another order of the whole list", bench_now_ms () - before, RESORT_GOAL_MS);
}

static int
run_scroll (const char *folder)
{
  Child child = { 0 };
  GtkAdjustment *adjustment;

  child_open (&child, folder);
  child_settle (&child);
  adjustment = gtk_scrollable_get_vadjustment (
    GTK_SCROLLABLE (find_table (GTK_WIDGET (child.window))));
  scroll (&child, adjustment, WHEEL_PX, "CPU of a frame, wheel", WHEEL_GOAL_MS);
  scroll (&child, adjustment, FLING_PX, "CPU of a frame, flick", FLING_GOAL_MS);
  resort (&child);

  return 0;
}

static void
start (const char   *program,
       const char   *folder,
       BenchSamples *frames,
       BenchSamples *memory)
{
  g_autofree char *now = g_strdup_printf ("%f", bench_now_ms ());
  const char *argv[] = { program, "start", now, folder, NULL };
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  char *end;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer, NULL, NULL,
                &error);
  g_assert_no_error (error);
  bench_samples_add (frames, g_ascii_strtod (answer, &end));
  bench_samples_add (memory, g_ascii_strtod (end, NULL));
}

static void
compare_starts (const char *program,
                const char *folder)
{
  BenchSamples frames[2], memory[2];

  for (guint i = 0; i < 2; i++)
    {
      bench_samples_init (&frames[i]);
      bench_samples_init (&memory[i]);
    }
  for (guint i = 0; i < N_STARTS; i++)
    {
      start (program, NULL, &frames[0], &memory[0]);
      start (program, folder, &frames[1], &memory[1]);
    }

  bench_print_samples ("first frame, empty window", &frames[0]);
  bench_print_samples ("first frame, customers", &frames[1]);
  bench_print_ratio ("first frame, customers against empty", bench_samples_median (&frames[1]),
                     bench_samples_median (&frames[0]), START_GOAL, FALSE);
  g_print ("  memory (PSS): empty %.1f MB, customers %.1f MB: %.1f MB more; goal %.0f MB\n",
           bench_samples_median (&memory[0]), bench_samples_median (&memory[1]),
           bench_samples_median (&memory[1]) - bench_samples_median (&memory[0]), MEMORY_GOAL_MB);

  for (guint i = 0; i < 2; i++)
    {
      bench_samples_clear (&frames[i]);
      bench_samples_clear (&memory[i]);
    }
}

static void
scroll_and_resort (const char *program,
                   const char *folder)
{
  const char *argv[] = { program, "scroll", folder, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A folder of workspaces with one in it, whose records are the seed's. */
static char *
make_workspaces (void)
{
  g_autofree char *seed = bench_seed (bench_get_n_rows ());
  g_autofree char *from = g_build_filename (seed, "workspace.db", NULL);
  char *folder = g_dir_make_tmp ("clt-bench-XXXXXX", NULL);
  g_autoptr (CltWorkspaceList) workspaces = clt_workspace_list_new (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *to = NULL;
  CltWorkspace *workspace;

  workspace = clt_workspace_list_add (workspaces, "Bench", CLT_WORKSPACE_LOCAL, NULL, &error);
  g_assert_no_error (error);
  to = g_build_filename (clt_workspace_get_folder (workspace), "workspace.db", NULL);
  g_assert_cmpint (symlink (from, to), ==, 0);

  return folder;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;

  if (argc > 2 && g_str_equal (argv[1], "start"))
    return run_start (g_ascii_strtod (argv[2], NULL), argc > 3 ? argv[3] : NULL);
  if (argc > 2 && g_str_equal (argv[1], "scroll"))
    return run_scroll (argv[2]);

  folder = make_workspaces ();
  bench_print_title ("Window");
  compare_starts (argv[0], folder);
  scroll_and_resort (argv[0], folder);
  remove_folder (folder);

  return 0;
}
