/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-related-list"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-coalesce.h"
#include "clt-error.h"
#include "clt-new-record-dialog.h"
#include "clt-related-list.h"
#include "clt-related-row.h"
#include "clt-relations.h"

#define FIRST_SHOWN 5
#define MORE_SHOWN 25
#define RELOAD_DELAY_MS 100

struct _CltRelatedList
{
  GtkWidget     parent_instance;

  GtkWidget    *content;
  GtkImage     *icon;
  GtkLabel     *heading;
  GtkLabel     *count_label;
  GtkWidget    *new_button;
  GtkListBox   *list;
  GtkLabel     *message;
  GtkWidget    *more_button;

  CltSession   *session;     /* (owned) */
  CltEntity    *entity;      /* (owned) */
  CltRecord    *record;      /* (owned) (nullable): the one referred to */
  GListStore   *records;     /* (owned): what the list shows */
  gint64        count;
  guint         limit;
  GCancellable *cancellable; /* (owned) (nullable): of the questions under way */
  CltCoalesce  *reload;      /* (owned) */
};

G_DEFINE_FINAL_TYPE (CltRelatedList, clt_related_list, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_COUNT = 1,
} CltRelatedListProperty;

static GParamSpec *properties[PROP_COUNT + 1];

static GtkWidget *
clt_related_list_create_row_cb (gpointer item,
                                gpointer user_data)
{
  return clt_related_row_new (CLT_RECORD (item));
}

static void
clt_related_list_update (CltRelatedList *self)
{
  const guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  g_autofree char *count = g_strdup_printf ("%'" G_GINT64_FORMAT, self->count);

  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_shown > 0);
  gtk_widget_set_visible (self->more_button, self->count > n_shown && n_shown > 0);
}

static void
clt_related_list_show_error (CltRelatedList *self,
                             const GError   *error)
{
  g_autofree char *sentence = clt_error_dup_sentence (error);

  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

static void
clt_related_list_count_cb (GObject      *object,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr (CltRelatedList) self = CLT_RELATED_LIST (user_data);
  g_autoptr (GError) error = NULL;
  gint64 count;

  count = clt_store_count_finish (CLT_STORE (object), result, &error);
  if (clt_error_is_cancelled (error))
    return;

  if (error != NULL)
    {
      clt_related_list_show_error (self, error);
      return;
    }

  self->count = count;
  clt_related_list_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
clt_related_list_load_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (CltRelatedList) self = CLT_RELATED_LIST (user_data);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  records = clt_store_load_many_finish (CLT_STORE (object), result, &error);
  if (clt_error_is_cancelled (error))
    return;

  if (records == NULL)
    {
      clt_related_list_show_error (self, error);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  g_list_store_splice (self->records, 0, g_list_model_get_n_items (G_LIST_MODEL (self->records)),
                       records->pdata, records->len);
  clt_related_list_update (self);
}

static void
clt_related_list_ids_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (CltRelatedList) self = CLT_RELATED_LIST (user_data);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  ids = clt_store_ids_finish (CLT_STORE (object), result, &error);
  if (clt_error_is_cancelled (error))
    return;

  if (ids == NULL)
    clt_related_list_show_error (self, error);
  else
    clt_store_load_many_async (CLT_STORE (object), clt_entity_get_name (self->entity),
                               &g_array_index (ids, gint64, 0), ids->len, self->cancellable,
                               clt_related_list_load_cb, g_object_ref (self));
}

/* What moved last comes first: that is what one looks for. */
static CltQuery *
clt_related_list_new_query (CltRelatedList *self)
{
  const CltRecordKey key = {
    g_intern_string (clt_entity_get_name (clt_record_get_entity (self->record))),
    clt_record_get_id (self->record),
  };
  CltField *modified = clt_entity_find_role (self->entity, CLT_ROLE_MODIFIED);
  g_autoptr (CltFilter) filter = clt_relations_new_filter (self->entity, &key);
  g_autoptr (CltQuery) all = clt_query_new (clt_entity_get_name (self->entity));
  g_autoptr (CltQuery) found = clt_query_with_filter (all, filter);

  if (modified == NULL)
    return g_steal_pointer (&found);

  return clt_query_with_sort (found, clt_field_get_name (modified), TRUE);
}

static void
clt_related_list_load (CltRelatedList *self)
{
  CltStore *store = clt_session_get_store (self->session);
  g_autoptr (CltQuery) query = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (store == NULL || self->record == NULL)
    return;

  query = clt_related_list_new_query (self);
  self->cancellable = g_cancellable_new ();
  clt_store_count_async (store, query, self->cancellable, clt_related_list_count_cb,
                         g_object_ref (self));
  clt_store_ids_async (store, query, self->limit, self->cancellable, clt_related_list_ids_cb,
                       g_object_ref (self));
}

static void
clt_related_list_reload_cb (gpointer user_data)
{
  clt_related_list_load (CLT_RELATED_LIST (user_data));
}

static void
clt_related_list_store_changed_cb (CltRelatedList *self,
                                   const char     *entity,
                                   GArray         *ids)
{
  if (g_strcmp0 (entity, clt_entity_get_name (self->entity)) == 0)
    clt_coalesce_request (self->reload);
}

static void
clt_related_list_row_activated_cb (CltRelatedList *self,
                                   CltRelatedRow  *row)
{
  CltRecord *record = clt_related_row_get_record (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)",
                              clt_entity_get_name (self->entity), clt_record_get_id (record));
}

static void
clt_related_list_more_cb (CltRelatedList *self)
{
  self->limit += MORE_SHOWN;
  clt_related_list_load (self);
}

static void
clt_related_list_new_cb (CltRelatedList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (CltRecordKey) about = NULL;

  about = clt_record_key_new (clt_entity_get_name (clt_record_get_entity (self->record)),
                              clt_record_get_id (self->record));
  clt_new_record_dialog_present (GTK_WINDOW (root), self->session, self->entity, about);
}

static void
clt_related_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((CltRelatedListProperty) prop_id)
    {
    case PROP_COUNT:
      g_value_set_int64 (value, CLT_RELATED_LIST (object)->count);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_related_list_dispose (GObject *object)
{
  CltRelatedList *self = CLT_RELATED_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->reload, clt_coalesce_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_RELATED_LIST);

  G_OBJECT_CLASS (clt_related_list_parent_class)->dispose (object);
}

static void
clt_related_list_finalize (GObject *object)
{
  CltRelatedList *self = CLT_RELATED_LIST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->entity, clt_entity_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->records);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (clt_related_list_parent_class)->finalize (object);
}

static void
clt_related_list_class_init (CltRelatedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clt_related_list_get_property;
  object_class->dispose = clt_related_list_dispose;
  object_class->finalize = clt_related_list_finalize;

  properties[PROP_COUNT] =
    g_param_spec_int64 ("count", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/record/clt-related-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CltRelatedList, content);
  gtk_widget_class_bind_template_child (widget_class, CltRelatedList, count_label);
  gtk_widget_class_bind_template_child (widget_class, CltRelatedList, heading);
  gtk_widget_class_bind_template_child (widget_class, CltRelatedList, icon);
  gtk_widget_class_bind_template_child (widget_class, CltRelatedList, list);
  gtk_widget_class_bind_template_child (widget_class, CltRelatedList, message);
  gtk_widget_class_bind_template_child (widget_class, CltRelatedList, more_button);
  gtk_widget_class_bind_template_child (widget_class, CltRelatedList, new_button);
  gtk_widget_class_bind_template_callback (widget_class, clt_related_list_more_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_related_list_new_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_related_list_row_activated_cb);
}

static void
clt_related_list_init (CltRelatedList *self)
{
  self->limit = FIRST_SHOWN;
  self->records = g_list_store_new (CLT_TYPE_RECORD);
  self->reload = clt_coalesce_new (RELOAD_DELAY_MS, clt_related_list_reload_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->records),
                           clt_related_list_create_row_cb, self, NULL);
}

/**
 * clt_related_list_new:
 * @session: where the records live
 * @entity: which of them to list
 *
 * Returns: (transfer floating): a list that belongs to no record yet
 */
GtkWidget *
clt_related_list_new (CltSession *session,
                      CltEntity  *entity)
{
  CltRelatedList *self;
  g_autofree char *tooltip = NULL;

  g_return_val_if_fail (CLT_IS_SESSION (session), NULL);
  g_return_val_if_fail (entity != NULL, NULL);

  self = g_object_new (CLT_TYPE_RELATED_LIST, NULL);
  self->session = g_object_ref (session);
  self->entity = clt_entity_ref (entity);
  g_signal_connect_object (clt_session_get_store (session), "changed",
                           G_CALLBACK (clt_related_list_store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_image_set_from_icon_name (self->icon, clt_entity_get_icon_name (entity));
  gtk_label_set_label (self->heading, clt_entity_get_label_plural (entity));
  /* Translators: tooltip of a button: the name of a kind of record, such as “Contact” */
  tooltip = g_strdup_printf (_("New %s"), clt_entity_get_label (entity));
  gtk_widget_set_tooltip_text (self->new_button, tooltip);
  gtk_widget_set_visible (self->new_button,
                          clt_entity_has_flags (entity, CLT_ENTITY_PLACE)
                          && !clt_entity_has_flags (entity, CLT_ENTITY_READ_ONLY)
                          && !clt_store_get_read_only (clt_session_get_store (session)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clt_entity_get_label_plural (entity), -1);

  return GTK_WIDGET (self);
}

/**
 * clt_related_list_set_record:
 * @self: a related list
 * @record: (nullable): the record that those in the list refer to
 */
void
clt_related_list_set_record (CltRelatedList *self,
                             CltRecord      *record)
{
  g_return_if_fail (CLT_IS_RELATED_LIST (self));
  g_return_if_fail (record == NULL || CLT_IS_RECORD (record));

  if (!g_set_object (&self->record, record))
    return;

  self->limit = FIRST_SHOWN;
  self->count = 0;
  g_list_store_remove_all (self->records);
  clt_related_list_update (self);
  clt_related_list_load (self);
}

/**
 * clt_related_list_get_count:
 * @self: a related list
 *
 * Returns: how many records refer to the record; 0 until the store has answered
 */
gint64
clt_related_list_get_count (CltRelatedList *self)
{
  g_return_val_if_fail (CLT_IS_RELATED_LIST (self), 0);

  return self->count;
}
