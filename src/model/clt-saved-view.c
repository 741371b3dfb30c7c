/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-saved-view"

#include "config.h"

#include "clt-saved-view.h"

struct _CltSavedView
{
  gatomicrefcount   ref_count;
  gint64            id;
  char             *name;    /* (owned) */
  char             *view;    /* (owned) */
  CltQuery         *query;   /* (owned) */
  char            **columns; /* (owned) (nullable) */
};

G_DEFINE_BOXED_TYPE (CltSavedView, clt_saved_view, clt_saved_view_ref, clt_saved_view_unref)

/**
 * clt_saved_view_new:
 * @id: its id in the store; 0 for one that was never saved
 * @name: what the user calls it
 * @view: which view shows it, such as "table"
 * @query: which records, in which order
 * @columns: (nullable) (array zero-terminated=1): names of the fields to show;
 *   %NULL for those that are shown unless the user chooses
 *
 * Returns: (transfer full): the saved view
 */
CltSavedView *
clt_saved_view_new (gint64             id,
                    const char        *name,
                    const char        *view,
                    CltQuery          *query,
                    const char * const *columns)
{
  CltSavedView *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  self = g_new0 (CltSavedView, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = id;
  self->name = g_strdup (name);
  self->view = g_strdup (view);
  self->query = clt_query_ref (query);
  self->columns = g_strdupv ((char **) columns);

  return self;
}

/**
 * clt_saved_view_ref:
 * @self: a saved view
 *
 * Returns: (transfer full): the same saved view
 */
CltSavedView *
clt_saved_view_ref (const CltSavedView *self)
{
  CltSavedView *saved_view = (CltSavedView *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&saved_view->ref_count);

  return saved_view;
}

/**
 * clt_saved_view_unref:
 * @self: (transfer full): a saved view
 *
 * Lets the saved view go.
 */
void
clt_saved_view_unref (CltSavedView *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->name);
  g_free (self->view);
  clt_query_unref (self->query);
  g_strfreev (self->columns);
  g_free (self);
}

/**
 * clt_saved_view_get_id:
 * @self: a saved view
 *
 * Returns: its id in the store; 0 for one that was never saved
 */
gint64
clt_saved_view_get_id (const CltSavedView *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->id;
}

/**
 * clt_saved_view_get_name:
 * @self: a saved view
 *
 * Returns: (transfer none): what the user calls it
 */
const char *
clt_saved_view_get_name (const CltSavedView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * clt_saved_view_get_view:
 * @self: a saved view
 *
 * Returns: (transfer none): which view shows it
 */
const char *
clt_saved_view_get_view (const CltSavedView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->view;
}

/**
 * clt_saved_view_get_query:
 * @self: a saved view
 *
 * Returns: (transfer none): which records, in which order
 */
CltQuery *
clt_saved_view_get_query (const CltSavedView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->query;
}

/**
 * clt_saved_view_get_columns:
 * @self: a saved view
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): names of the
 *   fields to show; %NULL for those that are shown unless the user chooses
 */
const char * const *
clt_saved_view_get_columns (const CltSavedView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->columns;
}
