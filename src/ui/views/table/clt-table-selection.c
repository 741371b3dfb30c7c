/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-table-selection"

#include "config.h"

#include "clt-table-selection.h"

/* Ids that left the list are looked for only in selections a person made row by row:
 * each costs a walk over the list. */
#define MOST_PRUNED 16

struct _CltTableSelection
{
  GObject        parent_instance;

  CltRecordList *list;     /* (owned) */
  GHashTable    *ids;      /* (owned) (element-type gint64): selected; if inverted: not selected */
  gboolean       inverted; /* everything but ids: “select all” of a million rows costs nothing */
  gint64         anchor;   /* id of the row from which Shift extends; 0 for none */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CltTableSelection, clt_table_selection, G_TYPE_OBJECT)

static void
clt_table_selection_add (CltTableSelection *self,
                         gint64             id)
{
  if (self->inverted)
    g_hash_table_remove (self->ids, &id);
  else
    g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
}

static void
clt_table_selection_remove (CltTableSelection *self,
                            gint64             id)
{
  if (self->inverted)
    g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ids, &id);
}

static gboolean
clt_table_selection_contains_id (CltTableSelection *self,
                                 gint64             id)
{
  return g_hash_table_contains (self->ids, &id) != self->inverted;
}

static gboolean
clt_table_selection_reset (CltTableSelection *self)
{
  gboolean had_any = self->inverted || g_hash_table_size (self->ids) > 0;

  g_hash_table_remove_all (self->ids);
  self->inverted = FALSE;

  return had_any;
}

static void
clt_table_selection_emit_changed (CltTableSelection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
clt_table_selection_is_gone (gpointer key,
                             gpointer value,
                             gpointer user_data)
{
  CltTableSelection *self = user_data;

  return clt_record_list_find (self->list, *(gint64 *) key) == G_MAXUINT;
}

static void
clt_table_selection_items_changed_cb (CltTableSelection *self,
                                      guint              position,
                                      guint              removed,
                                      guint              added)
{
  if (removed == 0 || g_hash_table_size (self->ids) > MOST_PRUNED)
    return;

  if (g_hash_table_foreach_remove (self->ids, clt_table_selection_is_gone, self) > 0)
    clt_table_selection_emit_changed (self);
}

static void
clt_table_selection_finalize (GObject *object)
{
  CltTableSelection *self = CLT_TABLE_SELECTION (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->ids, g_hash_table_unref);

  G_OBJECT_CLASS (clt_table_selection_parent_class)->finalize (object);
}

static void
clt_table_selection_class_init (CltTableSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clt_table_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clt_table_selection_init (CltTableSelection *self)
{
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * clt_table_selection_new:
 * @list: what is selected from
 *
 * Makes an empty selection.
 *
 * Returns: (transfer full): a new selection
 */
CltTableSelection *
clt_table_selection_new (CltRecordList *list)
{
  CltTableSelection *self;

  g_return_val_if_fail (CLT_IS_RECORD_LIST (list), NULL);

  self = g_object_new (CLT_TYPE_TABLE_SELECTION, NULL);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed",
                           G_CALLBACK (clt_table_selection_items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * clt_table_selection_contains:
 * @self: a selection
 * @position: position of a row in the list
 *
 * Returns: whether the row is selected
 */
gboolean
clt_table_selection_contains (CltTableSelection *self,
                              guint              position)
{
  g_return_val_if_fail (CLT_IS_TABLE_SELECTION (self), FALSE);

  return clt_table_selection_contains_id (self, clt_record_list_get_id (self->list, position));
}

/**
 * clt_table_selection_get_size:
 * @self: a selection
 *
 * Returns: how many rows are selected
 */
guint
clt_table_selection_get_size (CltTableSelection *self)
{
  guint n_ids;

  g_return_val_if_fail (CLT_IS_TABLE_SELECTION (self), 0);

  n_ids = g_hash_table_size (self->ids);
  if (!self->inverted)
    return n_ids;

  return g_list_model_get_n_items (G_LIST_MODEL (self->list)) - n_ids;
}

/**
 * clt_table_selection_clear:
 * @self: a selection
 *
 * Selects nothing.
 */
void
clt_table_selection_clear (CltTableSelection *self)
{
  g_return_if_fail (CLT_IS_TABLE_SELECTION (self));

  self->anchor = 0;
  if (clt_table_selection_reset (self))
    clt_table_selection_emit_changed (self);
}

/**
 * clt_table_selection_select:
 * @self: a selection
 * @position: a row
 *
 * Selects this row and no other.
 */
void
clt_table_selection_select (CltTableSelection *self,
                            guint              position)
{
  g_return_if_fail (CLT_IS_TABLE_SELECTION (self));

  clt_table_selection_reset (self);
  self->anchor = clt_record_list_get_id (self->list, position);
  clt_table_selection_add (self, self->anchor);
  clt_table_selection_emit_changed (self);
}

/**
 * clt_table_selection_toggle:
 * @self: a selection
 * @position: position of a row in the list
 *
 * Selects the row besides the others, or no longer.
 */
void
clt_table_selection_toggle (CltTableSelection *self,
                            guint              position)
{
  g_return_if_fail (CLT_IS_TABLE_SELECTION (self));

  self->anchor = clt_record_list_get_id (self->list, position);
  if (clt_table_selection_contains_id (self, self->anchor))
    clt_table_selection_remove (self, self->anchor);
  else
    clt_table_selection_add (self, self->anchor);
  clt_table_selection_emit_changed (self);
}

/**
 * clt_table_selection_extend:
 * @self: a selection
 * @position: a row
 *
 * Selects the rows from the one chosen last to @position, and no other.
 */
void
clt_table_selection_extend (CltTableSelection *self,
                            guint              position)
{
  guint anchor;

  g_return_if_fail (CLT_IS_TABLE_SELECTION (self));

  anchor = self->anchor != 0 ? clt_record_list_find (self->list, self->anchor) : G_MAXUINT;
  if (anchor == G_MAXUINT)
    {
      clt_table_selection_select (self, position);
      return;
    }

  clt_table_selection_reset (self);
  for (guint i = MIN (anchor, position); i <= MAX (anchor, position); i++)
    clt_table_selection_add (self, clt_record_list_get_id (self->list, i));
  clt_table_selection_emit_changed (self);
}

/**
 * clt_table_selection_select_all:
 * @self: a selection
 *
 * Selects all rows there are.
 */
void
clt_table_selection_select_all (CltTableSelection *self)
{
  g_return_if_fail (CLT_IS_TABLE_SELECTION (self));

  g_hash_table_remove_all (self->ids);
  self->inverted = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  clt_table_selection_emit_changed (self);
}

/**
 * clt_table_selection_dup_ids:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type gint64): ids of the selected records, in the
 *   order of the list; empty if nothing is selected
 */
GArray *
clt_table_selection_dup_ids (CltTableSelection *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_items, n_wanted;

  g_return_val_if_fail (CLT_IS_TABLE_SELECTION (self), NULL);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  n_wanted = clt_table_selection_get_size (self);
  for (guint i = 0; i < n_items && ids->len < n_wanted; i++)
    {
      gint64 id = clt_record_list_get_id (self->list, i);

      if (clt_table_selection_contains_id (self, id))
        g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}
