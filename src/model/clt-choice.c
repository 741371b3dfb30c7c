/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-choice"

#include "config.h"

#include "clt-choice.h"

struct _CltChoice
{
  gatomicrefcount  ref_count;
  const char      *id;    /* interned */
  char            *label; /* (owned) */
  CltChoiceFlags   flags;
  double           probability; /* percent */
};

G_DEFINE_BOXED_TYPE (CltChoice, clt_choice, clt_choice_ref, clt_choice_unref)

/**
 * clt_choice_new:
 * @id: what the store and the server keep
 * @label: (nullable): what people read; %NULL for @id
 * @flags: what it means
 * @probability: of a stage, how likely a deal in it is won, in percent; else 0
 *
 * Returns: (transfer full): the choice
 */
CltChoice *
clt_choice_new (const char     *id,
                const char     *label,
                CltChoiceFlags  flags,
                double          probability)
{
  CltChoice *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (CltChoice, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_intern_string (id);
  self->label = g_strdup (label != NULL ? label : id);
  self->flags = flags;
  self->probability = probability;

  return self;
}

/**
 * clt_choice_ref:
 * @self: a choice
 *
 * Returns: (transfer full): the same choice
 */
CltChoice *
clt_choice_ref (const CltChoice *self)
{
  CltChoice *choice = (CltChoice *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&choice->ref_count);

  return choice;
}

/**
 * clt_choice_unref:
 * @self: (transfer full): a choice
 *
 * Lets the choice go.
 */
void
clt_choice_unref (CltChoice *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->label);
  g_free (self);
}

/**
 * clt_choice_get_id:
 * @self: a choice
 *
 * Returns: (transfer none): what the store and the server keep
 */
const char *
clt_choice_get_id (const CltChoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * clt_choice_get_label:
 * @self: a choice
 *
 * Returns: (transfer none): what people read
 */
const char *
clt_choice_get_label (const CltChoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * clt_choice_get_flags:
 * @self: a choice
 *
 * Returns: what it means
 */
CltChoiceFlags
clt_choice_get_flags (const CltChoice *self)
{
  g_return_val_if_fail (self != NULL, CLT_CHOICE_NONE);

  return self->flags;
}

/**
 * clt_choice_get_probability:
 * @self: a stage
 *
 * Returns: how likely a deal in it is won, in percent
 */
double
clt_choice_get_probability (const CltChoice *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->probability;
}

/**
 * clt_choice_is_closed:
 * @self: a stage or status
 *
 * Returns: %TRUE if nothing more happens to a record that is there, well or badly ended
 */
gboolean
clt_choice_is_closed (const CltChoice *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->flags & (CLT_CHOICE_WON | CLT_CHOICE_LOST)) != 0;
}
