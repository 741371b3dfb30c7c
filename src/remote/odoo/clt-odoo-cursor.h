/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a pull of one entity goes on. Odoo 19 compares write_date by whole seconds but sorts by
 * hidden microseconds, so pages ordered by (write_date, id) lose rows. A run therefore asks for
 * "write_date >= since and id > last" in the order of ids until there are no more; the next run
 * begins at the greatest write_date seen, minus an overlap. */
typedef struct
{
  char   *since; /* (owned) (nullable): of this run; NULL: everything */
  gint64  last;  /* the greatest id that is stored, 0 at the beginning of a run */
  char   *seen;  /* (owned) (nullable): the greatest write_date of all */
  gint64  total; /* how many rows this run has, or -1 */
} CltOdooCursor;

CltOdooCursor *clt_odoo_cursor_new     (const char          *text);
void           clt_odoo_cursor_free    (CltOdooCursor       *self);
void           clt_odoo_cursor_note    (CltOdooCursor       *self,
                                        gint64               id,
                                        const char          *write_date);
void           clt_odoo_cursor_end_run (CltOdooCursor       *self);
char          *clt_odoo_cursor_to_text (const CltOdooCursor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltOdooCursor, clt_odoo_cursor_free)

G_END_DECLS
