/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-view"

#include "config.h"

#include "clt-view.h"

enum
{
  RECORD_CHOSEN,
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (CltView, clt_view, GTK_TYPE_WIDGET)

static void
clt_view_default_init (CltViewInterface *iface)
{
  GType type = G_TYPE_FROM_INTERFACE (iface);

  signals[RECORD_CHOSEN] = g_signal_new ("record-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * clt_view_get_query:
 * @self: a view
 *
 * Returns: (transfer none): which records are shown
 */
CltQuery *
clt_view_get_query (CltView *self)
{
  g_return_val_if_fail (CLT_IS_VIEW (self), NULL);

  return CLT_VIEW_GET_IFACE (self)->get_query (self);
}

/**
 * clt_view_set_query:
 * @self: a view
 * @query: which records
 *
 * Shows other records; nothing of them is selected.
 */
void
clt_view_set_query (CltView  *self,
                    CltQuery *query)
{
  g_return_if_fail (CLT_IS_VIEW (self));
  g_return_if_fail (query != NULL);

  CLT_VIEW_GET_IFACE (self)->set_query (self, query);
}

/**
 * clt_view_get_list:
 * @self: a view
 *
 * Returns: (transfer none): what previous and next walk through, and what is counted
 */
CltRecordList *
clt_view_get_list (CltView *self)
{
  g_return_val_if_fail (CLT_IS_VIEW (self), NULL);

  return CLT_VIEW_GET_IFACE (self)->get_list (self);
}

/**
 * clt_view_get_n_selected:
 * @self: a view
 *
 * Returns: how many records are selected
 */
guint
clt_view_get_n_selected (CltView *self)
{
  g_return_val_if_fail (CLT_IS_VIEW (self), 0);

  return CLT_VIEW_GET_IFACE (self)->get_n_selected (self);
}

/**
 * clt_view_dup_selected:
 * @self: a view
 *
 * Returns: (transfer full) (element-type gint64): ids of the selected records, in the
 *   order they are seen; empty if nothing is selected
 */
GArray *
clt_view_dup_selected (CltView *self)
{
  g_return_val_if_fail (CLT_IS_VIEW (self), NULL);

  return CLT_VIEW_GET_IFACE (self)->dup_selected (self);
}

/**
 * clt_view_clear_selection:
 * @self: a view
 *
 * Selects nothing.
 */
void
clt_view_clear_selection (CltView *self)
{
  g_return_if_fail (CLT_IS_VIEW (self));

  CLT_VIEW_GET_IFACE (self)->clear_selection (self);
}

/**
 * clt_view_select:
 * @self: a view
 * @id: a record
 *
 * Selects the record and shows where it is, if the view has it; otherwise does nothing.
 */
void
clt_view_select (CltView *self,
                 gint64   id)
{
  g_return_if_fail (CLT_IS_VIEW (self));

  CLT_VIEW_GET_IFACE (self)->select (self, id);
}

/**
 * clt_view_dup_columns:
 * @self: a view
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): names of the fields
 *   that are shown; %NULL for a view without columns
 */
char **
clt_view_dup_columns (CltView *self)
{
  CltViewInterface *iface;

  g_return_val_if_fail (CLT_IS_VIEW (self), NULL);

  iface = CLT_VIEW_GET_IFACE (self);

  return iface->dup_columns != NULL ? iface->dup_columns (self) : NULL;
}

/**
 * clt_view_set_columns:
 * @self: a view
 * @names: (array zero-terminated=1): names of fields
 *
 * Shows these fields, if the view has columns.
 */
void
clt_view_set_columns (CltView            *self,
                      const char * const *names)
{
  CltViewInterface *iface;

  g_return_if_fail (CLT_IS_VIEW (self));

  iface = CLT_VIEW_GET_IFACE (self);
  if (iface->set_columns != NULL)
    iface->set_columns (self, names);
}

/**
 * clt_view_record_chosen:
 * @self: a view
 * @id: the record
 * @activated: whether the user wants to go there
 *
 * Says that a record was chosen. For implementations.
 */
void
clt_view_record_chosen (CltView  *self,
                        gint64    id,
                        gboolean  activated)
{
  g_signal_emit (self, signals[RECORD_CHOSEN], 0, id, activated);
}

/**
 * clt_view_selection_changed:
 * @self: a view
 *
 * Says that other records are selected. For implementations.
 */
void
clt_view_selection_changed (CltView *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}
