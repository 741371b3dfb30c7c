/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-command-stack"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-command-stack.h"
#include "clt-error.h"

/* How many commands are remembered; the oldest is forgotten first. */
#define DEPTH 200

struct _CltCommandStack
{
  GObject   parent_instance;

  CltStore *store;   /* (owned) */
  GQueue    undoing; /* (element-type CltCommand): done, the latest last */
  GQueue    redoing; /* (element-type CltCommand): undone, the latest last */

  /* One step at a time: "undo" pressed while an edit is on its way to the disk means that edit. */
  GQueue    waiting; /* (element-type GTask) */
  GTask    *current; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CltCommandStack, clt_command_stack, G_TYPE_OBJECT)

typedef enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
} CltCommandStackProperty;

static GParamSpec *properties[PROP_REDO_LABEL + 1];

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  STEP_RUN,
  STEP_UNDO,
  STEP_REDO,
} CltStepKind;

/* A step that waits for its turn, or is being applied. */
typedef struct
{
  CltStepKind  kind;
  CltCommand  *command; /* (owned) (nullable): of undo and redo, chosen when its turn comes */
} CltStep;

static void clt_command_stack_next (CltCommandStack *self);

static void
clt_step_free (gpointer data)
{
  CltStep *self = data;

  g_clear_pointer (&self->command, clt_command_unref);
  g_free (self);
}

static const char *
clt_command_stack_peek_label (GQueue *commands)
{
  CltCommand *command = g_queue_peek_tail (commands);

  return command != NULL ? clt_command_get_label (command) : NULL;
}

static void
clt_command_stack_notify (CltCommandStack *self)
{
  for (guint i = PROP_CAN_UNDO; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* Moves the command of a step that succeeded to where it belongs. */
static void
clt_command_stack_settle (CltCommandStack *self,
                          CltStep         *step)
{
  GQueue *from = step->kind == STEP_UNDO ? &self->undoing : &self->redoing;
  GQueue *to = step->kind == STEP_UNDO ? &self->redoing : &self->undoing;

  if (step->kind == STEP_RUN)
    g_queue_clear_full (&self->redoing, (GDestroyNotify) clt_command_unref);
  else
    clt_command_unref (g_queue_pop_tail (from));

  g_queue_push_tail (to, clt_command_ref (step->command));
  while (g_queue_get_length (to) > DEPTH)
    clt_command_unref (g_queue_pop_head (to));

  clt_command_stack_notify (self);
  if (step->kind == STEP_RUN)
    g_signal_emit (self, signals[DONE], 0, clt_command_get_label (step->command));
}

static void
clt_command_stack_apply_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (CltCommandStack) self = CLT_COMMAND_STACK (user_data);
  g_autoptr (GTask) task = g_steal_pointer (&self->current);
  g_autoptr (GError) error = NULL;

  if (clt_store_apply_finish (CLT_STORE (object), result, &error))
    {
      clt_command_stack_settle (self, g_task_get_task_data (task));
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }

  clt_command_stack_next (self);
}

/* Says which changes the step is made of, now that its turn has come. */
static GPtrArray *
clt_command_stack_choose (CltCommandStack  *self,
                          CltStep          *step,
                          GError          **error)
{
  CltCommand *command;

  if (step->kind == STEP_RUN)
    return g_ptr_array_ref (clt_command_get_changes (step->command));

  command = g_queue_peek_tail (step->kind == STEP_UNDO ? &self->undoing : &self->redoing);
  if (command == NULL)
    {
      g_set_error_literal (error, CLT_ERROR, CLT_ERROR_INVALID,
                           step->kind == STEP_UNDO ? _("There is nothing to undo.")
                                                   : _("There is nothing to redo."));
      return NULL;
    }

  step->command = clt_command_ref (command);
  return step->kind == STEP_UNDO ? clt_command_invert (command)
                                 : g_ptr_array_ref (clt_command_get_changes (command));
}

static void
clt_command_stack_next (CltCommandStack *self)
{
  while (self->current == NULL && !g_queue_is_empty (&self->waiting))
    {
      g_autoptr (GTask) task = g_queue_pop_head (&self->waiting);
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (GError) error = NULL;

      if (g_task_return_error_if_cancelled (task))
        continue;

      changes = clt_command_stack_choose (self, g_task_get_task_data (task), &error);
      if (changes == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          continue;
        }

      self->current = g_steal_pointer (&task);
      clt_store_apply_async (self->store, changes, g_task_get_cancellable (self->current),
                             clt_command_stack_apply_cb, g_object_ref (self));
    }
}

static void
clt_command_stack_push (CltCommandStack     *self,
                        CltStepKind          kind,
                        CltCommand          *command,
                        gpointer             source_tag,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  CltStep *step = g_new0 (CltStep, 1);

  step->kind = kind;
  step->command = command;
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, step, clt_step_free);
  g_queue_push_tail (&self->waiting, task);

  clt_command_stack_next (self);
}

static void
clt_command_stack_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CltCommandStack *self = CLT_COMMAND_STACK (object);

  switch ((CltCommandStackProperty) prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, clt_command_stack_can_undo (self));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, clt_command_stack_can_redo (self));
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, clt_command_stack_get_undo_label (self));
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, clt_command_stack_get_redo_label (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_command_stack_finalize (GObject *object)
{
  CltCommandStack *self = CLT_COMMAND_STACK (object);

  /* Tasks hold a reference to their source: none is left when we come here. */
  g_assert (self->current == NULL);
  g_assert (g_queue_is_empty (&self->waiting));

  g_queue_clear_full (&self->undoing, (GDestroyNotify) clt_command_unref);
  g_queue_clear_full (&self->redoing, (GDestroyNotify) clt_command_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (clt_command_stack_parent_class)->finalize (object);
}

static void
clt_command_stack_class_init (CltCommandStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clt_command_stack_get_property;
  object_class->finalize = clt_command_stack_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
clt_command_stack_init (CltCommandStack *self)
{
  g_queue_init (&self->undoing);
  g_queue_init (&self->redoing);
  g_queue_init (&self->waiting);
}

/**
 * clt_command_stack_new:
 * @store: where the changes go
 *
 * Returns: (transfer full): an empty stack
 */
CltCommandStack *
clt_command_stack_new (CltStore *store)
{
  CltCommandStack *self;

  g_return_val_if_fail (CLT_IS_STORE (store), NULL);

  self = g_object_new (CLT_TYPE_COMMAND_STACK, NULL);
  self->store = g_object_ref (store);

  return self;
}

/**
 * clt_command_stack_get_store:
 * @self: a stack
 *
 * Returns: (transfer none): where the changes go
 */
CltStore *
clt_command_stack_get_store (CltCommandStack *self)
{
  g_return_val_if_fail (CLT_IS_COMMAND_STACK (self), NULL);

  return self->store;
}

/**
 * clt_command_stack_run_async:
 * @self: a stack
 * @label: what is done, in the user's words
 * @changes: (element-type CltChange): what to apply
 * @cancellable: (nullable): cancels a step that has not begun
 * @callback: called when the changes are on disk, or are not going to be
 * @user_data: for @callback
 *
 * Applies the changes and remembers them for undo; what was undone before can
 * then no longer be redone. If applying fails the stack stays as it was. Without
 * changes nothing happens, and that succeeds.
 */
void
clt_command_stack_run_async (CltCommandStack     *self,
                             const char          *label,
                             GPtrArray           *changes,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (CLT_IS_COMMAND_STACK (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (changes != NULL);

  if (changes->len == 0)
    {
      g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

      g_task_set_source_tag (task, clt_command_stack_run_async);
      g_task_return_boolean (task, TRUE);
      return;
    }

  clt_command_stack_push (self, STEP_RUN, clt_command_new (label, changes),
                          clt_command_stack_run_async, cancellable, callback, user_data);
}

/**
 * clt_command_stack_run_finish:
 * @self: a stack
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the changes are on disk
 */
gboolean
clt_command_stack_run_finish (CltCommandStack  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * clt_command_stack_undo_async:
 * @self: a stack
 * @cancellable: (nullable): cancels a step that has not begun
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Undoes the latest command, by applying the inverses of its changes as new
 * changes. Steps wait for one another: the latest command is the one that is
 * latest when all steps asked for before are through. With nothing to undo the
 * answer is %CLT_ERROR_INVALID.
 */
void
clt_command_stack_undo_async (CltCommandStack     *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CLT_IS_COMMAND_STACK (self));

  clt_command_stack_push (self, STEP_UNDO, NULL, clt_command_stack_undo_async,
                          cancellable, callback, user_data);
}

/**
 * clt_command_stack_undo_finish:
 * @self: a stack
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the inverse changes are on disk
 */
gboolean
clt_command_stack_undo_finish (CltCommandStack  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * clt_command_stack_redo_async:
 * @self: a stack
 * @cancellable: (nullable): cancels a step that has not begun
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does again what was undone last.
 */
void
clt_command_stack_redo_async (CltCommandStack     *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CLT_IS_COMMAND_STACK (self));

  clt_command_stack_push (self, STEP_REDO, NULL, clt_command_stack_redo_async,
                          cancellable, callback, user_data);
}

/**
 * clt_command_stack_redo_finish:
 * @self: a stack
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the changes are on disk again
 */
gboolean
clt_command_stack_redo_finish (CltCommandStack  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * clt_command_stack_can_undo:
 * @self: a stack
 *
 * Returns: whether something has been done that can be undone
 */
gboolean
clt_command_stack_can_undo (CltCommandStack *self)
{
  g_return_val_if_fail (CLT_IS_COMMAND_STACK (self), FALSE);

  return !g_queue_is_empty (&self->undoing);
}

/**
 * clt_command_stack_can_redo:
 * @self: a stack
 *
 * Returns: whether something was undone, and nothing done since
 */
gboolean
clt_command_stack_can_redo (CltCommandStack *self)
{
  g_return_val_if_fail (CLT_IS_COMMAND_STACK (self), FALSE);

  return !g_queue_is_empty (&self->redoing);
}

/**
 * clt_command_stack_get_undo_label:
 * @self: a stack
 *
 * Returns: (nullable): what undo would undo, in the user's words
 */
const char *
clt_command_stack_get_undo_label (CltCommandStack *self)
{
  g_return_val_if_fail (CLT_IS_COMMAND_STACK (self), NULL);

  return clt_command_stack_peek_label (&self->undoing);
}

/**
 * clt_command_stack_get_redo_label:
 * @self: a stack
 *
 * Returns: (nullable): what redo would do again, in the user's words
 */
const char *
clt_command_stack_get_redo_label (CltCommandStack *self)
{
  g_return_val_if_fail (CLT_IS_COMMAND_STACK (self), NULL);

  return clt_command_stack_peek_label (&self->redoing);
}
