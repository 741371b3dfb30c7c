/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What all benchmarks share: a workspace with a million of everything, samples, and a report in
 * which every figure stands against another one of the same run. Absolute times depend on the
 * machine and the hour; they are printed for reading only. */

/* How many customers: CLT_BENCH_ROWS, or a million. Contacts and events are as many, deals half
 * as many, tickets a fifth. */
guint     bench_get_n_rows     (void);

/* The folder of a workspace with that many records, made at the first time and kept in the build
 * folder. Nobody may write to it: see bench_copy_seed(). Free with g_free(). */
char     *bench_seed           (guint n_rows);
char     *bench_copy_seed      (guint       n_rows,
                                const char *folder);

/* Names as a customer's, contact's or whatever's, by number: always the same. */
char     *bench_dup_company    (guint number);
char     *bench_dup_person     (guint number);
/* A number in [0, below) that depends on the two others only. */
guint     bench_pick           (guint number,
                                guint salt,
                                guint below);

typedef struct
{
  GArray *times_ms; /* (owned) (element-type double) */
} BenchSamples;

void      bench_samples_init   (BenchSamples *self);
void      bench_samples_clear  (BenchSamples *self);
void      bench_samples_add    (BenchSamples *self,
                                double        time_ms);
double    bench_samples_median (BenchSamples *self);
double    bench_samples_p99    (BenchSamples *self);

double    bench_now_ms         (void);
/* CPU time of this process, all threads; of this thread alone. */
double    bench_cpu_ms         (void);
double    bench_thread_cpu_ms  (void);

void      bench_print_title    (const char *title);
void      bench_print_samples  (const char   *what,
                                BenchSamples *samples);
/* @value / @against, and whether the goal of the design is met. */
void      bench_print_ratio    (const char *what,
                                double      value,
                                double      against,
                                double      goal,
                                gboolean    is_more_better);
void      bench_print_limit    (const char *what,
                                double      value_ms,
                                double      goal_ms);

G_END_DECLS
