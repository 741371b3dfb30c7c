/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

#include "bench.h"

#define DEFAULT_ROWS 1000000

/* {{{ Samples */

static int
bench_compare_times (gconstpointer a,
                     gconstpointer b)
{
  const double *time_a = a;
  const double *time_b = b;

  return (*time_a > *time_b) - (*time_a < *time_b);
}

static double
bench_samples_quantile (BenchSamples *self,
                        double        quantile)
{
  g_assert (self->times_ms->len > 0);
  g_array_sort (self->times_ms, bench_compare_times);

  return g_array_index (self->times_ms, double, (guint) (quantile * (self->times_ms->len - 1)));
}

void
bench_samples_init (BenchSamples *self)
{
  self->times_ms = g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_samples_clear (BenchSamples *self)
{
  g_clear_pointer (&self->times_ms, g_array_unref);
}

void
bench_samples_add (BenchSamples *self,
                   double        time_ms)
{
  g_array_append_val (self->times_ms, time_ms);
}

double
bench_samples_median (BenchSamples *self)
{
  return bench_samples_quantile (self, 0.5);
}

double
bench_samples_p99 (BenchSamples *self)
{
  return bench_samples_quantile (self, 0.99);
}

/* }}} */
/* {{{ Clocks */

double
bench_now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static double
bench_timeval_ms (const struct timeval *time)
{
  return (double) time->tv_sec * 1000 + (double) time->tv_usec / 1000;
}

double
bench_cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return bench_timeval_ms (&usage.ru_utime) + bench_timeval_ms (&usage.ru_stime);
}

double
bench_thread_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

/* }}} */
/* {{{ Report */

void
bench_print_title (const char *title)
{
  printf ("\n%s\n", title);
  fflush (stdout);
}

void
bench_print_samples (const char   *what,
                     BenchSamples *samples)
{
  printf ("  %-52s median %9.3f ms, p99 %9.3f ms (%u)\n", what, bench_samples_median (samples),
          bench_samples_p99 (samples), samples->times_ms->len);
  fflush (stdout);
}

static const char *
bench_judge (gboolean is_reached)
{
  return is_reached ? "reached" : "MISSED";
}

void
bench_print_ratio (const char *what,
                   double      value,
                   double      against,
                   double      goal,
                   gboolean    is_more_better)
{
  const double ratio = value / against;

  printf ("  %-52s ratio %6.2f, goal %s %.2f: %s (%.3f / %.3f)\n", what, ratio,
          is_more_better ? ">=" : "<=", goal,
          bench_judge (is_more_better ? ratio >= goal : ratio <= goal), value, against);
  fflush (stdout);
}

void
bench_print_limit (const char *what,
                   double      value_ms,
                   double      goal_ms)
{
  printf ("  %-52s %9.3f ms, goal <= %g ms: %s\n", what, value_ms, goal_ms,
          bench_judge (value_ms <= goal_ms));
  fflush (stdout);
}

/* }}} */

guint
bench_get_n_rows (void)
{
  const char *text = g_getenv ("CLT_BENCH_ROWS");
  guint64 n_rows;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, DEFAULT_ROWS * 10, &n_rows, NULL))
    return DEFAULT_ROWS;

  return (guint) n_rows;
}
