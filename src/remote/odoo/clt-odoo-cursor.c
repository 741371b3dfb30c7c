/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-odoo-cursor"

#include "config.h"

#include "clt-json.h"
#include "clt-odoo-cursor.h"
#include "clt-time.h"

/* A row's write_date is the start of the transaction that wrote it, and the row is seen only when
 * that ends: a cron job or an import may run for minutes. Reading a row twice does no harm. */
#define OVERLAP (10 * G_GINT64_CONSTANT (60) * CLT_USEC_PER_SECOND)

/**
 * clt_odoo_cursor_new:
 * @text: (nullable): what clt_odoo_cursor_to_text() made, or %NULL for the beginning
 *
 * Reads a cursor. One that cannot be read is the beginning: everything comes again,
 * and nothing is lost.
 *
 * Returns: (transfer full): the cursor
 */
CltOdooCursor *
clt_odoo_cursor_new (const char *text)
{
  CltOdooCursor *self = g_new0 (CltOdooCursor, 1);
  g_autoptr (JsonNode) node = text != NULL ? clt_json_parse_text (text, NULL) : NULL;

  self->total = -1;
  if (node == NULL)
    return self;

  self->since = g_strdup (clt_json_peek_string (node, "since", NULL));
  self->seen = g_strdup (clt_json_peek_string (node, "seen", NULL));
  self->last = clt_json_peek_int (node, "last", 0);
  self->total = clt_json_peek_int (node, "total", -1);

  return self;
}

/**
 * clt_odoo_cursor_free:
 * @self: (transfer full): a cursor
 *
 * Frees it.
 */
void
clt_odoo_cursor_free (CltOdooCursor *self)
{
  g_free (self->since);
  g_free (self->seen);
  g_free (self);
}

/**
 * clt_odoo_cursor_note:
 * @self: a cursor
 * @id: the id of a row, greater than any before in this run
 * @write_date: the row's stamp, "YYYY-MM-DD HH:MM:SS" in UTC
 *
 * Moves the cursor behind a row.
 */
void
clt_odoo_cursor_note (CltOdooCursor *self,
                      gint64         id,
                      const char    *write_date)
{
  self->last = id;

  /* The format sorts like the time it names. */
  if (g_strcmp0 (write_date, self->seen) > 0)
    {
      g_free (self->seen);
      self->seen = g_strdup (write_date);
    }
}

/**
 * clt_odoo_cursor_end_run:
 * @self: a cursor behind the last row
 *
 * Makes it the beginning of the next run.
 */
void
clt_odoo_cursor_end_run (CltOdooCursor *self)
{
  gint64 moment;

  self->last = 0;
  self->total = -1;

  if (self->seen != NULL && clt_time_parse (self->seen, &moment))
    {
      g_free (self->since);
      self->since = clt_time_to_sql (moment - OVERLAP);
    }
}

/**
 * clt_odoo_cursor_to_text:
 * @self: a cursor
 *
 * Returns: (transfer full): what to keep; opaque to everybody else
 */
char *
clt_odoo_cursor_to_text (const CltOdooCursor *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  if (self->since != NULL)
    json_object_set_string_member (object, "since", self->since);
  if (self->seen != NULL)
    json_object_set_string_member (object, "seen", self->seen);
  json_object_set_int_member (object, "last", self->last);
  json_object_set_int_member (object, "total", self->total);
  json_node_take_object (node, object);

  return clt_json_to_text (node);
}
