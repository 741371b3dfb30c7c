/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-pull-page"

#include "config.h"

#include "clt-pull-page.h"

struct _CltPullPage
{
  gatomicrefcount  ref_count;
  CltEntity       *entity; /* (owned) */
  GArray          *rows;   /* (owned) (element-type CltPullRow) */
  char            *cursor; /* (owned) (nullable) */
  gboolean         is_last;
  gint64           total;  /* -1: not known */
};

G_DEFINE_BOXED_TYPE (CltPullPage, clt_pull_page, clt_pull_page_ref, clt_pull_page_unref)

static void
clt_pull_page_clear_row (CltPullPage *self,
                         CltPullRow  *row)
{
  for (guint i = 0; i < clt_entity_get_n_fields (self->entity); i++)
    g_clear_pointer (&row->values[i], clt_value_unref);

  g_free (row->values);
  g_free (row->remote_id);
  g_free (row->revision);
}

/**
 * clt_pull_page_new:
 * @entity: what kind of records it has
 *
 * Returns: (transfer full): a page without rows, to be filled by one thread
 */
CltPullPage *
clt_pull_page_new (CltEntity *entity)
{
  CltPullPage *self;

  g_return_val_if_fail (entity != NULL, NULL);

  self = g_new0 (CltPullPage, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->entity = clt_entity_ref (entity);
  self->rows = g_array_new (FALSE, TRUE, sizeof (CltPullRow));
  self->total = -1;

  return self;
}

/**
 * clt_pull_page_ref:
 * @self: a page
 *
 * Returns: (transfer full): the same page
 */
CltPullPage *
clt_pull_page_ref (CltPullPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * clt_pull_page_unref:
 * @self: (transfer full): a page
 *
 * Lets the page go.
 */
void
clt_pull_page_unref (CltPullPage *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    clt_pull_page_clear_row (self, &g_array_index (self->rows, CltPullRow, i));

  g_array_unref (self->rows);
  clt_entity_unref (self->entity);
  g_free (self->cursor);
  g_free (self);
}

/**
 * clt_pull_page_add:
 * @self: a page that is not finished
 * @remote_id: the server's id of the record
 * @revision: (nullable): the server's stamp of the record, opaque
 *
 * Adds a row of which nothing is said yet: all its values are %NULL.
 *
 * Returns: (transfer none): the row; valid until the next call
 */
CltPullRow *
clt_pull_page_add (CltPullPage *self,
                   const char  *remote_id,
                   const char  *revision)
{
  CltPullRow *row;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (remote_id != NULL, NULL);

  g_array_set_size (self->rows, self->rows->len + 1);
  row = &g_array_index (self->rows, CltPullRow, self->rows->len - 1);
  row->remote_id = g_strdup (remote_id);
  row->revision = g_strdup (revision);
  row->values = g_new0 (CltValue *, clt_entity_get_n_fields (self->entity));

  return row;
}

/**
 * clt_pull_row_take:
 * @row: a row
 * @index: where the field stands in the page's entity
 * @value: (transfer full): what the server says of the field
 *
 * Sets a value, in the place of what was said before.
 */
void
clt_pull_row_take (CltPullRow *row,
                   guint       index,
                   CltValue   *value)
{
  g_return_if_fail (row != NULL);
  g_return_if_fail (value != NULL);

  g_clear_pointer (&row->values[index], clt_value_unref);
  row->values[index] = value;
}

/**
 * clt_pull_page_finish:
 * @self: a page
 * @cursor: (nullable): where the next pull of the entity goes on
 * @is_last: whether there is nothing more for now
 * @total: how many records the whole pull will bring, or -1 if the server did not say
 *
 * Ends the filling: from here on the page is only read.
 */
void
clt_pull_page_finish (CltPullPage *self,
                      const char  *cursor,
                      gboolean     is_last,
                      gint64       total)
{
  g_autofree char *former = NULL;

  g_return_if_fail (self != NULL);

  former = g_steal_pointer (&self->cursor);
  self->cursor = g_strdup (cursor);
  self->is_last = is_last;
  self->total = total;
}

/**
 * clt_pull_page_get_entity:
 * @self: a page
 *
 * Returns: (transfer none): what kind of records it has
 */
CltEntity *
clt_pull_page_get_entity (CltPullPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entity;
}

/**
 * clt_pull_page_get_n_rows:
 * @self: a page
 *
 * Returns: how many rows it has
 */
guint
clt_pull_page_get_n_rows (CltPullPage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * clt_pull_page_get_row:
 * @self: a page
 * @index: which row, less than clt_pull_page_get_n_rows()
 *
 * Returns: (transfer none): the row
 */
CltPullRow *
clt_pull_page_get_row (CltPullPage *self,
                       guint        index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &g_array_index (self->rows, CltPullRow, index);
}

/**
 * clt_pull_page_get_cursor:
 * @self: a finished page
 *
 * Returns: (transfer none) (nullable): where the next pull of the entity goes on
 */
const char *
clt_pull_page_get_cursor (CltPullPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cursor;
}

/**
 * clt_pull_page_get_is_last:
 * @self: a finished page
 *
 * Returns: %TRUE if there is nothing more for now
 */
gboolean
clt_pull_page_get_is_last (CltPullPage *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->is_last;
}

/**
 * clt_pull_page_get_total:
 * @self: a finished page
 *
 * Returns: how many records the whole pull will bring, or -1 if the server did not say
 */
gint64
clt_pull_page_get_total (CltPullPage *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->total;
}
