/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-outbox-fold"

#include "config.h"

#include "clt-outbox-fold.h"

/* What the second change takes for given must be what the first left; or the user had seen
 * something else meanwhile, and both are to be sent. */
static gboolean
clt_outbox_fold_continues (const CltChange *first,
                           const CltChange *next)
{
  for (guint i = 0; i < clt_change_get_n_fields (next); i++)
    {
      const CltValue *left = clt_change_find_after (first, clt_change_get_field (next, i));
      g_autoptr (CltValue) none = clt_value_new_none ();

      if (left == NULL && clt_change_get_operation (first) == CLT_CHANGE_CREATE)
        left = none;

      if (left != NULL && !clt_value_equal (left, clt_change_get_before (next, i)))
        return FALSE;
    }

  return TRUE;
}

static CltChange *
clt_outbox_fold_join (const CltChange *first,
                      const CltChange *next)
{
  const gboolean is_create = clt_change_get_operation (first) == CLT_CHANGE_CREATE;
  g_autoptr (CltChange) joined = clt_change_new (clt_change_get_operation (first),
                                                 clt_change_get_entity (first),
                                                 clt_change_get_id (first));

  for (guint i = 0; i < clt_change_get_n_fields (first); i++)
    {
      const char *field = clt_change_get_field (first, i);
      const CltValue *before = clt_change_get_before (first, i);
      const CltValue *after = clt_change_find_after (next, field);

      if (after == NULL)
        after = clt_change_get_after (first, i);
      if (is_create || !clt_value_equal (before, after))
        clt_change_add (joined, field, is_create ? NULL : before, after);
    }

  for (guint i = 0; i < clt_change_get_n_fields (next); i++)
    {
      const char *field = clt_change_get_field (next, i);

      if (clt_change_find_after (first, field) == NULL)
        clt_change_add (joined, field, is_create ? NULL : clt_change_get_before (next, i),
                        clt_change_get_after (next, i));
    }

  return g_steal_pointer (&joined);
}

/* A create that brings back exactly what the delete took. */
static gboolean
clt_outbox_fold_restores (const CltChange *deletion,
                          const CltChange *creation)
{
  if (clt_change_get_n_fields (deletion) != clt_change_get_n_fields (creation))
    return FALSE;

  for (guint i = 0; i < clt_change_get_n_fields (deletion); i++)
    {
      const CltValue *after = clt_change_find_after (creation, clt_change_get_field (deletion, i));

      if (after == NULL || !clt_value_equal (after, clt_change_get_before (deletion, i)))
        return FALSE;
    }

  return TRUE;
}

static CltFold
clt_outbox_fold_edit (const CltChange  *first,
                      const CltChange  *next,
                      CltChange       **folded)
{
  g_autoptr (CltChange) joined = NULL;

  if (!clt_outbox_fold_continues (first, next))
    return CLT_FOLD_APART;

  joined = clt_outbox_fold_join (first, next);
  if (clt_change_get_operation (first) == CLT_CHANGE_EDIT && clt_change_is_empty (joined))
    return CLT_FOLD_NOTHING;

  *folded = g_steal_pointer (&joined);
  return CLT_FOLD_ONE;
}

/**
 * clt_outbox_fold:
 * @first: a change that nobody has begun to send
 * @next: a later change of the same record
 * @folded: (out) (transfer full) (nullable): what says both, for %CLT_FOLD_ONE
 *
 * Decides whether two changes are one to a server. Pure.
 *
 * Returns: how they go together
 */
CltFold
clt_outbox_fold (const CltChange  *first,
                 const CltChange  *next,
                 CltChange       **folded)
{
  const CltChangeOperation earlier = clt_change_get_operation (first);
  const CltChangeOperation later = clt_change_get_operation (next);

  *folded = NULL;

  if (later == CLT_CHANGE_EDIT && earlier != CLT_CHANGE_DELETE)
    return clt_outbox_fold_edit (first, next, folded);

  if (earlier == CLT_CHANGE_CREATE && later == CLT_CHANGE_DELETE)
    return CLT_FOLD_NOTHING;

  if (earlier == CLT_CHANGE_DELETE && later == CLT_CHANGE_CREATE &&
      clt_outbox_fold_restores (first, next))
    return CLT_FOLD_NOTHING;

  return CLT_FOLD_APART;
}
