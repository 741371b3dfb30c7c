/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-related-page"

#include "config.h"

#include "clt-column-layout.h"
#include "clt-related-list.h"
#include "clt-related-page.h"
#include "clt-relations.h"

struct _CltRelatedPage
{
  GtkWidget   parent_instance;

  GtkWidget  *lists;   /* our child: one CltRelatedList after the other */

  CltSession *session; /* (owned) (nullable) */
  CltEntity  *entity;  /* (owned) (nullable): of the record, whose lists these are */
  gint64      count;
};

G_DEFINE_FINAL_TYPE (CltRelatedPage, clt_related_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_COUNT = 1,
} CltRelatedPageProperty;

static GParamSpec *properties[PROP_COUNT + 1];

static void
clt_related_page_count_cb (CltRelatedPage *self)
{
  gint64 count = 0;

  for (GtkWidget *list = gtk_widget_get_first_child (self->lists); list != NULL;
       list = gtk_widget_get_next_sibling (list))
    count += clt_related_list_get_count (CLT_RELATED_LIST (list));

  if (self->count == count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/* What appears on the timeline stands there, not here. */
static void
clt_related_page_make_lists (CltRelatedPage *self)
{
  CltSchema *schema = clt_session_get_schema (self->session);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->lists)) != NULL)
    gtk_box_remove (GTK_BOX (self->lists), child);

  for (guint i = 0; self->entity != NULL && i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);

      if (clt_entity_has_flags (entity, CLT_ENTITY_TIMELINE)
          || !clt_relations_exist (entity, self->entity))
        continue;

      child = clt_related_list_new (self->session, entity);
      g_signal_connect_object (child, "notify::count", G_CALLBACK (clt_related_page_count_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->lists), child);
    }
}

static void
clt_related_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((CltRelatedPageProperty) prop_id)
    {
    case PROP_COUNT:
      g_value_set_int64 (value, CLT_RELATED_PAGE (object)->count);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_related_page_dispose (GObject *object)
{
  CltRelatedPage *self = CLT_RELATED_PAGE (object);

  g_clear_pointer (&self->lists, gtk_widget_unparent);

  G_OBJECT_CLASS (clt_related_page_parent_class)->dispose (object);
}

static void
clt_related_page_finalize (GObject *object)
{
  CltRelatedPage *self = CLT_RELATED_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->entity, clt_entity_unref);

  G_OBJECT_CLASS (clt_related_page_parent_class)->finalize (object);
}

static void
clt_related_page_class_init (CltRelatedPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clt_related_page_get_property;
  object_class->dispose = clt_related_page_dispose;
  object_class->finalize = clt_related_page_finalize;

  properties[PROP_COUNT] =
    g_param_spec_int64 ("count", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
clt_related_page_init (CltRelatedPage *self)
{
  self->lists = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (self->lists, g_object_new (CLT_TYPE_COLUMN_LAYOUT, NULL));
  gtk_widget_set_parent (self->lists, GTK_WIDGET (self));
}

/**
 * clt_related_page_new:
 *
 * Returns: (transfer floating): a page without lists
 */
GtkWidget *
clt_related_page_new (void)
{
  return g_object_new (CLT_TYPE_RELATED_PAGE, NULL);
}

/**
 * clt_related_page_set_session:
 * @self: a page of related records
 * @session: where the records live
 *
 * To be set once, before the record.
 */
void
clt_related_page_set_session (CltRelatedPage *self,
                              CltSession     *session)
{
  g_return_if_fail (CLT_IS_RELATED_PAGE (self));
  g_return_if_fail (CLT_IS_SESSION (session));

  g_set_object (&self->session, session);
}

/**
 * clt_related_page_set_record:
 * @self: a page of related records
 * @record: (nullable): the record referred to
 */
void
clt_related_page_set_record (CltRelatedPage *self,
                             CltRecord      *record)
{
  CltEntity *entity;

  g_return_if_fail (CLT_IS_RELATED_PAGE (self));
  g_return_if_fail (record == NULL || CLT_IS_RECORD (record));

  entity = record != NULL ? clt_record_get_entity (record) : NULL;
  if (entity != self->entity)
    {
      g_clear_pointer (&self->entity, clt_entity_unref);
      self->entity = entity != NULL ? clt_entity_ref (entity) : NULL;
      clt_related_page_make_lists (self);
    }

  for (GtkWidget *list = gtk_widget_get_first_child (self->lists); list != NULL;
       list = gtk_widget_get_next_sibling (list))
    clt_related_list_set_record (CLT_RELATED_LIST (list), record);
  clt_related_page_count_cb (self);
}

/**
 * clt_related_page_has_lists:
 * @self: a page of related records
 *
 * Returns: whether anything can refer to the record at all
 */
gboolean
clt_related_page_has_lists (CltRelatedPage *self)
{
  g_return_val_if_fail (CLT_IS_RELATED_PAGE (self), FALSE);

  return gtk_widget_get_first_child (self->lists) != NULL;
}
