/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record-list"

#include "config.h"

#include "clt-coalesce.h"
#include "clt-error.h"
#include "clt-record-list.h"
#include "clt-record-window.h"
#include "clt-store-pages.h"

/* What a window shows at first, and a little more. */
#define FIRST_PAGE 256

/* Changes come in bursts while pulling; a person sees four times a second. */
#define REFRESH_DELAY_MS 250

struct _CltRecordList
{
  GObject          parent_instance;

  CltStore        *store;       /* (owned) */
  CltQuery        *query;       /* (owned) */
  GArray          *ids;         /* (owned) (element-type gint64): the answer, in order */
  GError          *error;       /* (owned) (nullable) */
  gboolean         is_loading;
  gboolean         is_complete; /* FALSE while only the first page is here */

  CltRecordWindow *window;      /* (owned): the records that are looked at */
  CltCoalesce     *refresh;     /* (owned): asks again after changes */
  GCancellable    *cancellable; /* (owned): of the question under way */
};

static void clt_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CltRecordList, clt_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      clt_record_list_model_init))

typedef enum
{
  PROP_QUERY = 1,
  PROP_LOADING,
  PROP_ERROR,
  PROP_N_ITEMS,
} CltRecordListProperty;

static GParamSpec *properties[PROP_N_ITEMS + 1];

/* {{{ State */

static void
clt_record_list_set_loading (CltRecordList *self,
                             gboolean       is_loading)
{
  if (self->is_loading == is_loading)
    return;

  self->is_loading = is_loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
clt_record_list_take_error (CltRecordList *self,
                            GError        *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static gint64
clt_record_list_nth (GArray *ids,
                     guint   position)
{
  return g_array_index (ids, gint64, position);
}

/* The smallest range outside of which nothing moved becomes one items-changed: what is chosen,
 * focused or scrolled to beside it stays. */
static void
clt_record_list_take_ids (CltRecordList *self,
                          GArray        *ids)
{
  g_autoptr (GArray) old_ids = self->ids;
  const guint n_common = MIN (old_ids->len, ids->len);
  guint n_before = 0;
  guint n_after = 0;

  self->ids = ids;
  while (n_before < n_common &&
         clt_record_list_nth (old_ids, n_before) == clt_record_list_nth (ids, n_before))
    n_before++;

  while (n_after < n_common - n_before &&
         clt_record_list_nth (old_ids, old_ids->len - 1 - n_after) ==
         clt_record_list_nth (ids, ids->len - 1 - n_after))
    n_after++;

  if (n_before + n_after == old_ids->len && old_ids->len == ids->len)
    return;

  g_list_model_items_changed (G_LIST_MODEL (self), n_before, old_ids->len - n_before - n_after,
                              ids->len - n_before - n_after);
  if (old_ids->len != ids->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* }}} */
/* {{{ Asking */

static void
clt_record_list_fail (CltRecordList *self,
                      GError        *error)
{
  /* Another question was asked meanwhile, and answers for itself. */
  if (clt_error_is_cancelled (error))
    {
      g_error_free (error);
      return;
    }

  clt_record_list_take_error (self, error);
  clt_record_list_set_loading (self, FALSE);
}

static void
clt_record_list_ids_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (CltRecordList) self = CLT_RECORD_LIST (user_data);
  GError *error = NULL;
  GArray *ids = clt_store_ids_finish (CLT_STORE (object), result, &error);

  if (ids == NULL)
    {
      clt_record_list_fail (self, error);
      return;
    }

  self->is_complete = TRUE;
  clt_record_list_take_ids (self, ids);
  clt_record_list_take_error (self, NULL);
  clt_record_list_set_loading (self, FALSE);
}

static void
clt_record_list_ask_rest (CltRecordList *self)
{
  clt_store_ids_async (self->store, self->query, 0, self->cancellable, clt_record_list_ids_cb,
                       g_object_ref (self));
}

static void
clt_record_list_page_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (CltRecordList) self = CLT_RECORD_LIST (user_data);
  GError *error = NULL;
  g_autoptr (CltStorePage) page = clt_store_page_finish (CLT_STORE (object), result, &error);

  if (page == NULL)
    {
      clt_record_list_fail (self, error);
      return;
    }

  for (guint i = 0; i < page->records->len; i++)
    clt_record_window_keep (self->window, page->records->pdata[i]);

  if (page->is_complete)
    {
      self->is_complete = TRUE;
      clt_record_list_take_ids (self, g_array_ref (page->ids));
      clt_record_list_take_error (self, NULL);
      clt_record_list_set_loading (self, FALSE);
      return;
    }

  clt_record_list_take_ids (self, g_array_ref (page->ids));
  clt_record_list_ask_rest (self);
}

static void
clt_record_list_supersede (CltRecordList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/* A new question: first what the window shows, then the rest. */
static void
clt_record_list_ask (CltRecordList *self)
{
  clt_record_list_supersede (self);
  self->is_complete = FALSE;
  clt_store_page_async (self->store, self->query, FIRST_PAGE, self->cancellable,
                        clt_record_list_page_cb, g_object_ref (self));
  clt_record_list_set_loading (self, TRUE);
}

/* The same question: what is shown stays until the answer is here. */
static void
clt_record_list_refresh_cb (gpointer user_data)
{
  CltRecordList *self = user_data;

  if (!self->is_complete)
    {
      clt_record_list_ask (self);
      return;
    }

  clt_record_list_supersede (self);
  clt_record_list_ask_rest (self);
}

static void
clt_record_list_changed_cb (CltRecordList *self,
                            const char    *entity,
                            GArray        *ids,
                            CltStore      *store)
{
  if (g_strcmp0 (entity, clt_query_get_entity (self->query)) == 0)
    clt_coalesce_request (self->refresh);
}

static void
clt_record_list_open_window (CltRecordList *self)
{
  g_clear_pointer (&self->window, clt_record_window_free);
  self->window = clt_record_window_new (self->store, clt_query_get_entity (self->query));
}

/* All records are new objects, with other fields. */
static void
clt_record_list_schema_cb (CltRecordList *self,
                           GParamSpec    *pspec,
                           CltStore      *store)
{
  const guint n_items = self->ids->len;

  clt_record_list_open_window (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, n_items);
  clt_record_list_ask (self);
}

/* }}} */
/* {{{ GListModel */

static GType
clt_record_list_get_item_type (GListModel *model)
{
  return CLT_TYPE_RECORD;
}

static guint
clt_record_list_get_n_items (GListModel *model)
{
  return CLT_RECORD_LIST (model)->ids->len;
}

static gpointer
clt_record_list_get_item (GListModel *model,
                          guint       position)
{
  CltRecordList *self = CLT_RECORD_LIST (model);

  if (position >= self->ids->len)
    return NULL;

  return clt_record_window_dup (self->window, clt_record_list_nth (self->ids, position));
}

static void
clt_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = clt_record_list_get_item_type;
  iface->get_n_items = clt_record_list_get_n_items;
  iface->get_item = clt_record_list_get_item;
}

/* }}} */
/* {{{ Object */

static void
clt_record_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CltRecordList *self = CLT_RECORD_LIST (object);

  switch ((CltRecordListProperty) prop_id)
    {
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->is_loading);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_record_list_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((CltRecordListProperty) prop_id)
    {
    case PROP_QUERY:
      clt_record_list_set_query (CLT_RECORD_LIST (object), g_value_get_boxed (value));
      break;

    case PROP_LOADING:
    case PROP_ERROR:
    case PROP_N_ITEMS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_record_list_dispose (GObject *object)
{
  CltRecordList *self = CLT_RECORD_LIST (object);

  g_cancellable_cancel (self->cancellable);
  clt_coalesce_cancel (self->refresh);
  g_clear_pointer (&self->window, clt_record_window_free);

  G_OBJECT_CLASS (clt_record_list_parent_class)->dispose (object);
}

static void
clt_record_list_finalize (GObject *object)
{
  CltRecordList *self = CLT_RECORD_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->query, clt_query_unref);
  g_array_unref (self->ids);
  g_clear_error (&self->error);
  clt_coalesce_free (self->refresh);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (clt_record_list_parent_class)->finalize (object);
}

static void
clt_record_list_class_init (CltRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clt_record_list_get_property;
  object_class->set_property = clt_record_list_set_property;
  object_class->dispose = clt_record_list_dispose;
  object_class->finalize = clt_record_list_finalize;

  /**
   * CltRecordList:query:
   *
   * Which records, in which order. A new query supersedes the old one's work.
   */
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, CLT_TYPE_QUERY,
                                               flags | G_PARAM_WRITABLE);

  /**
   * CltRecordList:loading:
   *
   * Whether an answer to the query is still coming.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  /**
   * CltRecordList:error:
   *
   * Why there is no answer; %NULL when there is one.
   */
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  /**
   * CltRecordList:n-items:
   *
   * How many records there are.
   */
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clt_record_list_init (CltRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->refresh = clt_coalesce_new (REFRESH_DELAY_MS, clt_record_list_refresh_cb, self);
  self->cancellable = g_cancellable_new ();
}

/* }}} */

/**
 * clt_record_list_new:
 * @store: an open store
 * @query: which records, in which order
 *
 * Makes a list that fills itself: the first records arrive together with the first
 * ids, the other ids behind them.
 *
 * Returns: (transfer full): the list
 */
CltRecordList *
clt_record_list_new (CltStore *store,
                     CltQuery *query)
{
  CltRecordList *self;

  g_return_val_if_fail (CLT_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  self = g_object_new (CLT_TYPE_RECORD_LIST, NULL);
  self->store = g_object_ref (store);
  self->query = clt_query_ref (query);
  clt_record_list_open_window (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (clt_record_list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::schema", G_CALLBACK (clt_record_list_schema_cb), self,
                           G_CONNECT_SWAPPED);
  clt_record_list_ask (self);

  return self;
}

/**
 * clt_record_list_get_store:
 * @self: a list
 *
 * Returns: (transfer none): where its records are
 */
CltStore *
clt_record_list_get_store (CltRecordList *self)
{
  g_return_val_if_fail (CLT_IS_RECORD_LIST (self), NULL);

  return self->store;
}

/**
 * clt_record_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): which records, in which order
 */
CltQuery *
clt_record_list_get_query (CltRecordList *self)
{
  g_return_val_if_fail (CLT_IS_RECORD_LIST (self), NULL);

  return self->query;
}

/**
 * clt_record_list_set_query:
 * @self: a list
 * @query: which records, in which order
 *
 * Asks something else. What was asked before stops; what it answered is shown
 * until the new answer is here.
 */
void
clt_record_list_set_query (CltRecordList *self,
                           CltQuery      *query)
{
  gboolean is_same_entity;

  g_return_if_fail (CLT_IS_RECORD_LIST (self));
  g_return_if_fail (query != NULL);

  if (clt_query_equal (self->query, query))
    return;

  is_same_entity = g_strcmp0 (clt_query_get_entity (self->query),
                              clt_query_get_entity (query)) == 0;
  clt_query_unref (self->query);
  self->query = clt_query_ref (query);

  /* Ids of one kind mean nothing among those of another. */
  if (!is_same_entity)
    {
      clt_record_list_open_window (self);
      clt_record_list_take_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)));
    }

  clt_record_list_ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

/**
 * clt_record_list_get_loading:
 * @self: a list
 *
 * Returns: %TRUE while an answer is coming
 */
gboolean
clt_record_list_get_loading (CltRecordList *self)
{
  g_return_val_if_fail (CLT_IS_RECORD_LIST (self), FALSE);

  return self->is_loading;
}

/**
 * clt_record_list_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why there is no answer
 */
GError *
clt_record_list_get_error (CltRecordList *self)
{
  g_return_val_if_fail (CLT_IS_RECORD_LIST (self), NULL);

  return self->error;
}

/**
 * clt_record_list_get_id:
 * @self: a list
 * @position: in the list
 *
 * Returns: the record's id; 0 if there is none at @position
 */
gint64
clt_record_list_get_id (CltRecordList *self,
                        guint          position)
{
  g_return_val_if_fail (CLT_IS_RECORD_LIST (self), 0);

  return position < self->ids->len ? clt_record_list_nth (self->ids, position) : 0;
}

/**
 * clt_record_list_find:
 * @self: a list
 * @id: of a record
 *
 * Looks through the ids, of which a million take half a millisecond.
 *
 * Returns: the record's position, or %G_MAXUINT if it is not in the list
 */
guint
clt_record_list_find (CltRecordList *self,
                      gint64         id)
{
  g_return_val_if_fail (CLT_IS_RECORD_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (clt_record_list_nth (self->ids, i) == id)
      return i;

  return G_MAXUINT;
}
