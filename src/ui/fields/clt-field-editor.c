/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-editor"

#include "config.h"

#include "clt-field-editor.h"

typedef struct
{
  CltField   *field;   /* (owned) */
  CltSession *session; /* (owned) (nullable) */
  CltValue   *shown;   /* (owned): what "edited" is measured against */
  char       *label;   /* (owned) (nullable): title of the shown reference */
  GtkWidget  *input;   /* (nullable): the one of our children that takes the keyboard */
} CltFieldEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CltFieldEditor, clt_field_editor, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FIELD = 1,
  PROP_SESSION,
} CltFieldEditorProperty;

static GParamSpec *properties[PROP_SESSION + 1];

enum
{
  COMMITTED,
  REVERTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Escape belongs to the editor only while there is something to bring back; otherwise the
 * dialog or search bar around it may close. */
static gboolean
clt_field_editor_key_pressed_cb (GtkEventControllerKey *controller,
                                 guint                  keyval,
                                 guint                  keycode,
                                 GdkModifierType        modifiers,
                                 gpointer               user_data)
{
  CltFieldEditor *self = CLT_FIELD_EDITOR (user_data);

  if (keyval != GDK_KEY_Escape || !clt_field_editor_is_edited (self))
    return GDK_EVENT_PROPAGATE;

  clt_field_editor_revert (self);

  return GDK_EVENT_STOP;
}

static gboolean
clt_field_editor_grab_focus (GtkWidget *widget)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (CLT_FIELD_EDITOR (widget));

  return priv->input != NULL && gtk_widget_grab_focus (priv->input);
}

static gboolean
clt_field_editor_real_is_edited (CltFieldEditor *self)
{
  g_autoptr (CltValue) value = clt_field_editor_dup_value (self, NULL);

  return value == NULL || !clt_value_equal (value, clt_field_editor_get_shown (self));
}

static void
clt_field_editor_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CltFieldEditor *self = CLT_FIELD_EDITOR (object);

  switch ((CltFieldEditorProperty) prop_id)
    {
    case PROP_FIELD:
      g_value_set_boxed (value, clt_field_editor_get_field (self));
      break;

    case PROP_SESSION:
      g_value_set_object (value, clt_field_editor_get_session (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_field_editor_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (CLT_FIELD_EDITOR (object));

  switch ((CltFieldEditorProperty) prop_id)
    {
    case PROP_FIELD:
      priv->field = g_value_dup_boxed (value);
      break;

    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_field_editor_finalize (GObject *object)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (CLT_FIELD_EDITOR (object));

  g_clear_pointer (&priv->field, clt_field_unref);
  g_clear_object (&priv->session);
  g_clear_pointer (&priv->shown, clt_value_unref);
  g_clear_pointer (&priv->label, g_free);

  G_OBJECT_CLASS (clt_field_editor_parent_class)->finalize (object);
}

static void
clt_field_editor_class_init (CltFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clt_field_editor_get_property;
  object_class->set_property = clt_field_editor_set_property;
  object_class->finalize = clt_field_editor_finalize;
  widget_class->grab_focus = clt_field_editor_grab_focus;
  klass->is_edited = clt_field_editor_real_is_edited;

  properties[PROP_FIELD] =
    g_param_spec_boxed ("field", NULL, NULL, CLT_TYPE_FIELD,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, CLT_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REVERTED] = g_signal_new ("reverted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
clt_field_editor_init (CltFieldEditor *self)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  priv->shown = clt_value_new_none ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (clt_field_editor_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * clt_field_editor_get_field:
 * @self: an editor
 *
 * Returns: (transfer none): the description of what is edited
 */
CltField *
clt_field_editor_get_field (CltFieldEditor *self)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (self);

  g_return_val_if_fail (CLT_IS_FIELD_EDITOR (self), NULL);

  return priv->field;
}

/**
 * clt_field_editor_get_session:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): where records to refer to are looked for
 */
CltSession *
clt_field_editor_get_session (CltFieldEditor *self)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (self);

  g_return_val_if_fail (CLT_IS_FIELD_EDITOR (self), NULL);

  return priv->session;
}

/**
 * clt_field_editor_get_shown:
 * @self: an editor
 *
 * Returns: (transfer none): the value last given to clt_field_editor_show(), whatever was
 *   typed since; the empty value at first
 */
CltValue *
clt_field_editor_get_shown (CltFieldEditor *self)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (self);

  g_return_val_if_fail (CLT_IS_FIELD_EDITOR (self), NULL);

  return priv->shown;
}

/**
 * clt_field_editor_get_input:
 * @self: an editor
 *
 * Returns: (transfer none): the widget in it that takes the keyboard
 */
GtkWidget *
clt_field_editor_get_input (CltFieldEditor *self)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (self);

  g_return_val_if_fail (CLT_IS_FIELD_EDITOR (self), NULL);

  return priv->input;
}

/**
 * clt_field_editor_show:
 * @self: an editor
 * @value: what to show
 * @label: (nullable): the title of the record that @value refers to
 *
 * Shows a value, in place of whatever was typed.
 */
void
clt_field_editor_show (CltFieldEditor *self,
                       CltValue       *value,
                       const char     *label)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (self);
  g_autoptr (CltValue) shown = NULL;
  g_autofree char *shown_label = NULL;

  g_return_if_fail (CLT_IS_FIELD_EDITOR (self));
  g_return_if_fail (value != NULL);

  /* Taken first: the arguments may be our own, when what was typed is taken back. */
  shown = clt_value_ref (value);
  shown_label = g_strdup (label);

  clt_value_unref (priv->shown);
  priv->shown = g_steal_pointer (&shown);
  g_free (priv->label);
  priv->label = g_steal_pointer (&shown_label);

  CLT_FIELD_EDITOR_GET_CLASS (self)->show (self, priv->shown, priv->label);
}

/**
 * clt_field_editor_dup_value:
 * @self: an editor
 * @error: return location for an error
 *
 * Makes a value of what stands in the editor.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL if what was typed makes none; the
 *   error's message says why in the user's words
 */
CltValue *
clt_field_editor_dup_value (CltFieldEditor  *self,
                            GError         **error)
{
  g_return_val_if_fail (CLT_IS_FIELD_EDITOR (self), NULL);

  return CLT_FIELD_EDITOR_GET_CLASS (self)->dup_value (self, error);
}

/**
 * clt_field_editor_is_edited:
 * @self: an editor
 *
 * Returns: whether something else stands in the editor than was last shown
 */
gboolean
clt_field_editor_is_edited (CltFieldEditor *self)
{
  g_return_val_if_fail (CLT_IS_FIELD_EDITOR (self), FALSE);

  return CLT_FIELD_EDITOR_GET_CLASS (self)->is_edited (self);
}

/**
 * clt_field_editor_set_input:
 * @self: an editor
 * @input: the widget of its template that takes the keyboard
 *
 * Names the input after the field, for those who do not see the label beside it.
 */
void
clt_field_editor_set_input (CltFieldEditor *self,
                            GtkWidget      *input)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (self);

  g_return_if_fail (CLT_IS_FIELD_EDITOR (self));
  g_return_if_fail (GTK_IS_WIDGET (input));

  priv->input = input;
  gtk_accessible_update_property (GTK_ACCESSIBLE (input),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, clt_field_get_label (priv->field),
                                  -1);
}

/**
 * clt_field_editor_set_problem:
 * @self: an editor
 * @sentence: (nullable): what is wrong with what stands in it; %NULL if nothing is
 *
 * Marks the input as wrong, for the eye and for screen readers; the sentence itself is shown by
 * who holds the editor.
 */
void
clt_field_editor_set_problem (CltFieldEditor *self,
                              const char     *sentence)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (self);

  g_return_if_fail (CLT_IS_FIELD_EDITOR (self));
  g_return_if_fail (priv->input != NULL);

  if (sentence == NULL)
    {
      gtk_widget_remove_css_class (priv->input, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (priv->input),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  gtk_widget_add_css_class (priv->input, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->input),
                               GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->input),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                  -1);
}

/**
 * clt_field_editor_set_locked:
 * @self: an editor
 * @is_locked: whether its value may only be read
 *
 * Lets the value be changed, or not. A locked editor does not keep the keyboard: GTK 4.8 leaves it
 * with an insensitive entry, and warns about that later.
 */
void
clt_field_editor_set_locked (CltFieldEditor *self,
                             gboolean        is_locked)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (CLT_IS_FIELD_EDITOR (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (is_locked && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !is_locked);
}

/**
 * clt_field_editor_commit:
 * @self: an editor
 *
 * Says that the person is done, if there is anything to be done about it.
 */
void
clt_field_editor_commit (CltFieldEditor *self)
{
  g_return_if_fail (CLT_IS_FIELD_EDITOR (self));

  if (clt_field_editor_is_edited (self))
    g_signal_emit (self, signals[COMMITTED], 0);
}

/**
 * clt_field_editor_revert:
 * @self: an editor
 *
 * Shows again what was shown before the person began to type.
 */
void
clt_field_editor_revert (CltFieldEditor *self)
{
  CltFieldEditorPrivate *priv = clt_field_editor_get_instance_private (self);

  g_return_if_fail (CLT_IS_FIELD_EDITOR (self));

  clt_field_editor_show (self, priv->shown, priv->label);
  g_signal_emit (self, signals[REVERTED], 0);
}
