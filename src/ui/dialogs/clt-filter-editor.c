/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-filter-editor"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-field-widgets.h"
#include "clt-filter-editor.h"

struct _CltFilterEditor
{
  GtkPopover      parent_instance;

  GtkDropDown    *field_input;
  GtkDropDown    *comparison_input;
  AdwBin         *value_slot;
  CltFieldEditor *value;       /* (nullable): child of the slot */
  GtkLabel       *problem;

  CltEntity      *entity;      /* (owned) (nullable) */
  CltSession     *session;     /* (owned) (nullable) */
  GPtrArray      *fields;      /* (owned) (element-type CltField): by position */
  GArray         *comparisons; /* (owned) (element-type CltComparison): by position */
};

G_DEFINE_FINAL_TYPE (CltFilterEditor, clt_filter_editor, GTK_TYPE_POPOVER)

typedef enum
{
  PROP_ENTITY = 1,
  PROP_SESSION,
} CltFilterEditorProperty;

static GParamSpec *properties[PROP_SESSION + 1];

enum
{
  FILTER_MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static CltField *
clt_filter_editor_get_field (CltFilterEditor *self)
{
  const guint selected = gtk_drop_down_get_selected (self->field_input);

  return selected < self->fields->len ? g_ptr_array_index (self->fields, selected) : NULL;
}

static CltComparison
clt_filter_editor_get_comparison (CltFilterEditor *self)
{
  const guint selected = gtk_drop_down_get_selected (self->comparison_input);

  return selected < self->comparisons->len
         ? g_array_index (self->comparisons, CltComparison, selected) : CLT_COMPARE_IS;
}

static void
clt_filter_editor_show_problem (CltFilterEditor *self,
                                const GError    *error)
{
  g_autofree char *sentence = error != NULL ? clt_error_dup_sentence (error) : NULL;

  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

/* {{{ The value */

static gboolean
clt_filter_editor_needs_value (CltComparison comparison)
{
  return comparison != CLT_COMPARE_IS_EMPTY && comparison != CLT_COMPARE_IS_NOT_EMPTY;
}

/* The kind of field whose editor takes what a value is compared with: a part of a text, whatever
 * kind of text it is part of; one item of a list. */
static CltField *
clt_filter_editor_dup_value_field (CltField      *field,
                                   CltComparison  comparison)
{
  CltFieldKind kind = clt_field_get_kind (field);

  if (kind == CLT_FIELD_REFERENCES)
    kind = CLT_FIELD_REFERENCE;
  else if (kind == CLT_FIELD_TAGS)
    kind = clt_field_get_choices (field) != NULL ? CLT_FIELD_CHOICE : CLT_FIELD_TEXT;
  else if (clt_field_kind_is_textual (kind) && kind != CLT_FIELD_CHOICE)
    kind = CLT_FIELD_TEXT;

  return clt_field_new (clt_field_get_name (field), kind, clt_field_get_label (field),
                        clt_field_get_group (field), CLT_ROLE_NONE, CLT_FIELD_FLAG_NONE,
                        clt_field_get_target (field), clt_field_get_choices (field));
}

static void
clt_filter_editor_comparison_chosen_cb (CltFilterEditor *self)
{
  CltField *field = clt_filter_editor_get_field (self);
  const CltComparison comparison = clt_filter_editor_get_comparison (self);
  g_autoptr (CltField) value_field = NULL;

  clt_filter_editor_show_problem (self, NULL);
  self->value = NULL;
  if (field != NULL && clt_filter_editor_needs_value (comparison))
    {
      value_field = clt_filter_editor_dup_value_field (field, comparison);
      self->value = clt_field_editor_new (value_field, self->session);
    }
  adw_bin_set_child (self->value_slot, GTK_WIDGET (self->value));
  gtk_widget_set_visible (GTK_WIDGET (self->value_slot), self->value != NULL);
}

/* }}} */

static void
clt_filter_editor_field_chosen_cb (CltFilterEditor *self)
{
  CltField *field = clt_filter_editor_get_field (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_array_set_size (self->comparisons, 0);
  for (guint i = 0; field != NULL && i < CLT_N_COMPARISONS; i++)
    {
      const CltComparison comparison = (CltComparison) i;

      if (!clt_field_kind_can_compare (clt_field_get_kind (field), comparison))
        continue;

      g_array_append_val (self->comparisons, comparison);
      gtk_string_list_append (labels, clt_comparison_get_label (comparison));
    }

  gtk_drop_down_set_model (self->comparison_input, G_LIST_MODEL (labels));
  clt_filter_editor_comparison_chosen_cb (self);
}

static gboolean
clt_filter_editor_can_offer (CltFilterEditor *self,
                             CltField        *field)
{
  const CltFieldKind kind = clt_field_get_kind (field);
  const gboolean refers = kind == CLT_FIELD_REFERENCE || kind == CLT_FIELD_REFERENCES
                          || kind == CLT_FIELD_LINK;

  return !clt_field_has_flags (field, CLT_FIELD_HIDDEN) && (!refers || self->session != NULL);
}

static void
clt_filter_editor_offer_fields (CltFilterEditor *self)
{
  const guint n_fields = self->entity != NULL ? clt_entity_get_n_fields (self->entity) : 0;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < n_fields; i++)
    {
      CltField *field = clt_entity_get_field (self->entity, i);

      if (!clt_filter_editor_can_offer (self, field))
        continue;

      g_ptr_array_add (self->fields, clt_field_ref (field));
      gtk_string_list_append (labels, clt_field_get_label (field));
    }

  gtk_drop_down_set_model (self->field_input, G_LIST_MODEL (labels));
  clt_filter_editor_field_chosen_cb (self);
}

static void
clt_filter_editor_add_cb (CltFilterEditor *self)
{
  g_autoptr (CltFilterEditor) alive G_GNUC_UNUSED = g_object_ref (self);
  g_autoptr (CltValue) value = NULL;
  g_autoptr (CltFilter) filter = NULL;
  g_autoptr (GError) error = NULL;

  if (clt_filter_editor_get_field (self) == NULL)
    return;

  value = self->value != NULL ? clt_field_editor_dup_value (self->value, &error)
                              : clt_value_new_none ();
  if (value != NULL && self->value != NULL && clt_value_is_none (value))
    g_set_error_literal (&error, CLT_ERROR, CLT_ERROR_INVALID,
                         _("Enter what to compare with, or choose “is empty”."));
  if (error != NULL)
    {
      clt_filter_editor_show_problem (self, error);
      return;
    }

  filter = clt_filter_new_compare (clt_field_get_name (clt_filter_editor_get_field (self)),
                                   clt_filter_editor_get_comparison (self), value);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[FILTER_MADE], 0, filter);
}

static void
clt_filter_editor_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CltFilterEditor *self = CLT_FILTER_EDITOR (object);

  switch ((CltFilterEditorProperty) prop_id)
    {
    case PROP_ENTITY:
      g_value_set_boxed (value, self->entity);
      break;

    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_filter_editor_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  CltFilterEditor *self = CLT_FILTER_EDITOR (object);

  switch ((CltFilterEditorProperty) prop_id)
    {
    case PROP_ENTITY:
      clt_filter_editor_set_entity (self, g_value_get_boxed (value));
      break;

    case PROP_SESSION:
      clt_filter_editor_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_filter_editor_dispose (GObject *object)
{
  CltFilterEditor *self = CLT_FILTER_EDITOR (object);

  self->value = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_FILTER_EDITOR);

  G_OBJECT_CLASS (clt_filter_editor_parent_class)->dispose (object);
}

static void
clt_filter_editor_finalize (GObject *object)
{
  CltFilterEditor *self = CLT_FILTER_EDITOR (object);

  g_clear_pointer (&self->entity, clt_entity_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->comparisons, g_array_unref);

  G_OBJECT_CLASS (clt_filter_editor_parent_class)->finalize (object);
}

static void
clt_filter_editor_class_init (CltFilterEditorClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clt_filter_editor_get_property;
  object_class->set_property = clt_filter_editor_set_property;
  object_class->dispose = clt_filter_editor_dispose;
  object_class->finalize = clt_filter_editor_finalize;

  properties[PROP_ENTITY] = g_param_spec_boxed ("entity", NULL, NULL, CLT_TYPE_ENTITY, flags);
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, CLT_TYPE_SESSION, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FILTER_MADE] = g_signal_new ("filter-made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, CLT_TYPE_FILTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/dialogs/clt-filter-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CltFilterEditor, comparison_input);
  gtk_widget_class_bind_template_child (widget_class, CltFilterEditor, field_input);
  gtk_widget_class_bind_template_child (widget_class, CltFilterEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, CltFilterEditor, value_slot);
  gtk_widget_class_bind_template_callback (widget_class, clt_filter_editor_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_filter_editor_comparison_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_filter_editor_field_chosen_cb);
}

static void
clt_filter_editor_init (CltFilterEditor *self)
{
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_field_unref);
  self->comparisons = g_array_new (FALSE, FALSE, sizeof (CltComparison));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_filter_editor_new:
 *
 * Returns: (transfer floating): a popover that is still to be given an entity and a parent
 */
GtkWidget *
clt_filter_editor_new (void)
{
  return g_object_new (CLT_TYPE_FILTER_EDITOR, NULL);
}

/**
 * clt_filter_editor_set_entity:
 * @self: a filter editor
 * @entity: (nullable): whose fields can be compared
 */
void
clt_filter_editor_set_entity (CltFilterEditor *self,
                              CltEntity       *entity)
{
  g_return_if_fail (CLT_IS_FILTER_EDITOR (self));

  if (self->entity == entity)
    return;

  g_clear_pointer (&self->entity, clt_entity_unref);
  self->entity = entity != NULL ? clt_entity_ref (entity) : NULL;
  clt_filter_editor_offer_fields (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTITY]);
}

/**
 * clt_filter_editor_set_session:
 * @self: a filter editor
 * @session: (nullable): where records to compare with are looked for
 */
void
clt_filter_editor_set_session (CltFilterEditor *self,
                               CltSession      *session)
{
  g_return_if_fail (CLT_IS_FILTER_EDITOR (self));
  g_return_if_fail (session == NULL || CLT_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  clt_filter_editor_offer_fields (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
