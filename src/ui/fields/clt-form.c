/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-form"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-column-layout.h"
#include "clt-field-row.h"
#include "clt-form-group.h"
#include "clt-form.h"

struct _CltForm
{
  GtkWidget   parent_instance;

  GtkWidget  *columns; /* (nullable): our child: the groups */
  GPtrArray  *rows;    /* (owned) (element-type CltFieldRow): in the groups */

  CltSession *session; /* (owned) (nullable) */
  CltRecord  *record;  /* (owned) (nullable) */
  CltEntity  *entity;  /* (owned) (nullable): the one the rows were made for */
};

G_DEFINE_FINAL_TYPE (CltForm, clt_form, GTK_TYPE_WIDGET)

/* The title stands above the form, in the page's header. */
static gboolean
clt_form_wants (CltField *field)
{
  return !clt_field_has_flags (field, CLT_FIELD_HIDDEN)
         && clt_field_get_role (field) != CLT_ROLE_TITLE;
}

static void
clt_form_collect_rows (CltForm   *self,
                       GtkWidget *widget)
{
  if (CLT_IS_FIELD_ROW (widget))
    {
      g_ptr_array_add (self->rows, g_object_ref (widget));
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    clt_form_collect_rows (self, child);
}

static gboolean
clt_form_has_row (CltForm    *self,
                  const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_str_equal (clt_field_row_get_field (g_ptr_array_index (self->rows, i)), field))
        return TRUE;
    }

  return FALSE;
}

static void
clt_form_add_row (CltForm   *self,
                  GtkWidget *group,
                  CltField  *field)
{
  GtkWidget *row = clt_field_row_new (clt_field_get_name (field));

  /* Below a heading that says the same. */
  if (clt_field_get_kind (field) == CLT_FIELD_LONG_TEXT)
    g_object_set (row, "show-label", FALSE, NULL);
  gtk_box_append (GTK_BOX (group), row);
  g_ptr_array_add (self->rows, g_object_ref (row));
}

/* The hand-made form of an entity, or NULL if nobody made one. */
static GtkWidget *
clt_form_load (CltEntity *entity)
{
  g_autofree char *path = NULL;
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;

  path = g_strdup_printf (RESOURCE_PREFIX "/ui/record/%s.ui", clt_entity_get_name (entity));
  if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    return NULL;

  g_type_ensure (CLT_TYPE_COLUMN_LAYOUT);
  g_type_ensure (CLT_TYPE_FIELD_ROW);
  g_type_ensure (CLT_TYPE_FORM_GROUP);
  builder = gtk_builder_new ();
  gtk_builder_set_translation_domain (builder, GETTEXT_PACKAGE);
  if (!gtk_builder_add_from_resource (builder, path, &error))
    {
      g_critical ("The form in %s cannot be built: %s", path, error->message);
      return NULL;
    }

  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "form")));
}

static GtkWidget *
clt_form_find_group (GtkWidget  *columns,
                     GHashTable *groups,
                     const char *title)
{
  GtkWidget *group = g_hash_table_lookup (groups, title);

  if (group == NULL)
    {
      group = clt_form_group_new (title);
      gtk_box_append (GTK_BOX (columns), group);
      g_hash_table_insert (groups, g_strdup (title), group);
    }

  return group;
}

/* What no one placed: by groups in a generated form, all under one heading in a hand-made one.
 * Long texts come last, each under its own: in between they would push the short fields apart. */
static void
clt_form_add_others (CltForm  *self,
                     gboolean  is_generated)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint n_fields = clt_entity_get_n_fields (self->entity);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < n_fields; i++)
        {
          CltField *field = clt_entity_get_field (self->entity, i);
          const gboolean is_long = clt_field_get_kind (field) == CLT_FIELD_LONG_TEXT;
          const char *title = clt_field_get_group (field);

          if (is_long != (pass == 1) || !clt_form_wants (field)
              || clt_form_has_row (self, clt_field_get_name (field)))
            continue;

          if (is_long)
            title = clt_field_get_label (field);
          else if (!is_generated || title == NULL)
            title = _("More");
          clt_form_add_row (self, clt_form_find_group (self->columns, groups, title), field);
        }
    }
}

static void
clt_form_rebuild (CltForm *self)
{
  gboolean is_generated;

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->columns, gtk_widget_unparent);
  if (self->entity == NULL)
    return;

  self->columns = clt_form_load (self->entity);
  is_generated = self->columns == NULL;
  if (is_generated)
    {
      self->columns = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
      gtk_widget_set_layout_manager (self->columns, g_object_new (CLT_TYPE_COLUMN_LAYOUT, NULL));
    }

  clt_form_collect_rows (self, self->columns);
  clt_form_add_others (self, is_generated);
  gtk_widget_set_parent (self->columns, GTK_WIDGET (self));
  g_object_unref (self->columns); /* now the parent's */
}

/* A group whose fields this workspace does not have is only a heading. */
static void
clt_form_hide_empty_groups (CltForm *self)
{
  for (GtkWidget *group = gtk_widget_get_first_child (self->columns); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    {
      gboolean has_rows = FALSE;

      for (GtkWidget *child = gtk_widget_get_first_child (group); child != NULL && !has_rows;
           child = gtk_widget_get_next_sibling (child))
        has_rows = CLT_IS_FIELD_ROW (child) && gtk_widget_get_visible (child);
      gtk_widget_set_visible (group, has_rows);
    }
}

static void
clt_form_fill (CltForm *self)
{
  CltEntity *entity = self->record != NULL ? clt_record_get_entity (self->record) : NULL;

  if (entity != self->entity)
    {
      g_clear_pointer (&self->entity, clt_entity_unref);
      self->entity = entity != NULL ? clt_entity_ref (entity) : NULL;
      clt_form_rebuild (self);
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      CltFieldRow *row = g_ptr_array_index (self->rows, i);

      clt_field_row_set_session (row, self->session);
      clt_field_row_set_record (row, self->record);
    }

  if (self->columns != NULL)
    clt_form_hide_empty_groups (self);
}

static void
clt_form_dispose (GObject *object)
{
  CltForm *self = CLT_FORM (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->columns, gtk_widget_unparent);

  G_OBJECT_CLASS (clt_form_parent_class)->dispose (object);
}

static void
clt_form_finalize (GObject *object)
{
  CltForm *self = CLT_FORM (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_pointer (&self->entity, clt_entity_unref);

  G_OBJECT_CLASS (clt_form_parent_class)->finalize (object);
}

static void
clt_form_class_init (CltFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_form_dispose;
  object_class->finalize = clt_form_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "form");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
clt_form_init (CltForm *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * clt_form_new:
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
clt_form_new (void)
{
  return g_object_new (CLT_TYPE_FORM, NULL);
}

/**
 * clt_form_set_session:
 * @self: a form
 * @session: (nullable): where the records live
 *
 * To be set before the record.
 */
void
clt_form_set_session (CltForm    *self,
                      CltSession *session)
{
  g_return_if_fail (CLT_IS_FORM (self));
  g_return_if_fail (session == NULL || CLT_IS_SESSION (session));

  g_set_object (&self->session, session);
}

/**
 * clt_form_set_record:
 * @self: a form
 * @record: (nullable): the record to show
 *
 * Shows a record; rows are only made anew when it is of another entity than the one before.
 */
void
clt_form_set_record (CltForm   *self,
                     CltRecord *record)
{
  g_return_if_fail (CLT_IS_FORM (self));
  g_return_if_fail (record == NULL || CLT_IS_RECORD (record));

  if (!g_set_object (&self->record, record))
    return;

  clt_form_fill (self);
}
