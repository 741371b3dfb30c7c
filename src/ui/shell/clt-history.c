/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-history"

#include "config.h"

#include "clt-history.h"

#define MOST_ENTRIES 100

struct _CltHistory
{
  GPtrArray *entries; /* (owned) (element-type CltHistoryEntry) */
  int        current; /* index, or -1 before the first visit */
};

static void
clt_history_entry_free (gpointer data)
{
  CltHistoryEntry *entry = data;

  g_free (entry->place);
  g_free (entry);
}

/**
 * clt_history_new:
 *
 * Returns: (transfer full): a history without visits
 */
CltHistory *
clt_history_new (void)
{
  CltHistory *self = g_new0 (CltHistory, 1);

  self->entries = g_ptr_array_new_with_free_func (clt_history_entry_free);
  self->current = -1;

  return self;
}

/**
 * clt_history_free:
 * @self: (transfer full): a history
 *
 * Frees a history.
 */
void
clt_history_free (CltHistory *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * clt_history_visit:
 * @self: a history
 * @place: where the user went
 * @record: id of the record that is open there, or 0
 *
 * Remembers a step. What was gone back from is forgotten, as in a browser; being where one
 * is already is no step, and the first record opened in a place belongs to the visit.
 */
void
clt_history_visit (CltHistory *self,
                   const char *place,
                   gint64      record)
{
  CltHistoryEntry *current = NULL;
  CltHistoryEntry *entry;

  g_return_if_fail (self != NULL);
  g_return_if_fail (place != NULL);

  if (self->current >= 0)
    current = g_ptr_array_index (self->entries, self->current);
  if (current != NULL && g_strcmp0 (current->place, place) == 0 &&
      (current->record == record || current->record == 0))
    {
      current->record = record;
      return;
    }

  g_ptr_array_set_size (self->entries, self->current + 1);
  if (self->entries->len == MOST_ENTRIES)
    g_ptr_array_remove_index (self->entries, 0);

  entry = g_new0 (CltHistoryEntry, 1);
  entry->place = g_strdup (place);
  entry->record = record;
  g_ptr_array_add (self->entries, entry);
  self->current = self->entries->len - 1;
}

/**
 * clt_history_can_go:
 * @self: a history
 * @step: -1 for back, 1 for forward
 *
 * Returns: whether there is somewhere to go in that direction
 */
gboolean
clt_history_can_go (CltHistory *self,
                    int         step)
{
  int target;

  g_return_val_if_fail (self != NULL, FALSE);

  target = self->current + step;

  return target >= 0 && target < (int) self->entries->len;
}

/**
 * clt_history_go:
 * @self: a history
 * @step: -1 for back, 1 for forward
 *
 * Returns: (transfer none) (nullable): where that leads, valid until the next visit; %NULL if there
 *   is nothing in that direction
 */
const CltHistoryEntry *
clt_history_go (CltHistory *self,
                int         step)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!clt_history_can_go (self, step))
    return NULL;

  self->current += step;

  return g_ptr_array_index (self->entries, self->current);
}
