/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-fake-connector"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "clt-catalog.h"
#include "clt-fake-connector.h"

/* So many changes before the cursor a new run begins. */
#define OVERLAP 3

typedef enum
{
  TROUBLE_ERROR,
  TROUBLE_HANG,
  TROUBLE_STUTTER,
  TROUBLE_HOOK,
} TroubleKind;

typedef struct
{
  TroubleKind  kind;
  CltFakeStep  step;
  guint        call; /* counted from the connector's beginning */
  CltError     code;
  CltFakeHook  hook;
  gpointer     user_data;
} Trouble;

typedef struct
{
  char  *entity;    /* (owned) */
  char  *remote_id; /* (owned) */
  char  *name;      /* (owned) */
  guint  change;    /* the number of its last change */
} Row;

struct _CltFakeConnector
{
  GObject    parent_instance;

  guint      page_size;
  char      *server_id;   /* (owned) */
  char      *user_id;     /* (owned) */
  guint      retry_after; /* seconds */
  gboolean   has_own_field;
  GPtrArray *rows;        /* (owned) (element-type Row) */
  guint      n_changes;
  GArray    *troubles;    /* (owned) (element-type Trouble) */
  guint      n_calls[CLT_N_FAKE_STEPS];
  guint      n_rows_sent;
  GPtrArray *order;       /* (owned) (element-type utf8): interned names of entities */
};

static void clt_fake_connector_connector_init (CltConnectorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CltFakeConnector, clt_fake_connector, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CLT_TYPE_CONNECTOR,
                                                      clt_fake_connector_connector_init))

static void
row_free (Row *row)
{
  g_free (row->entity);
  g_free (row->remote_id);
  g_free (row->name);
  g_free (row);
}

static Row *
clt_fake_connector_find (CltFakeConnector *self,
                         const char       *entity,
                         const char       *remote_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->entity, entity) && g_str_equal (row->remote_id, remote_id))
        return row;
    }

  return NULL;
}

/* {{{ Trouble */

static void
clt_fake_connector_hung_cb (GCancellable *cancellable,
                            GTask        *task)
{
  g_signal_handlers_disconnect_by_data (cancellable, task);
  g_task_return_error_if_cancelled (task);
  g_object_unref (task);
}

static void
clt_fake_connector_keep_waiting (GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_assert_nonnull (cancellable);
  g_signal_connect (cancellable, "cancelled", G_CALLBACK (clt_fake_connector_hung_cb),
                    g_object_ref (task));
}

static Trouble *
clt_fake_connector_find_trouble (CltFakeConnector *self,
                                 CltFakeStep       step)
{
  for (guint i = 0; i < self->troubles->len; i++)
    {
      Trouble *trouble = &g_array_index (self->troubles, Trouble, i);

      if (trouble->step == step && trouble->call == self->n_calls[step])
        return trouble;
    }

  return NULL;
}

/* Counts the call. Returns: TRUE if the task is answered already, or never will be. */
static gboolean
clt_fake_connector_stumble (CltFakeConnector *self,
                            CltFakeStep       step,
                            GTask            *task)
{
  Trouble *trouble;

  self->n_calls[step]++;
  trouble = clt_fake_connector_find_trouble (self, step);
  if (trouble == NULL)
    return g_task_return_error_if_cancelled (task);

  switch (trouble->kind)
    {
    case TROUBLE_ERROR:
      g_task_return_new_error (task, CLT_ERROR, (int) trouble->code, "As the test asked");
      return TRUE;
    case TROUBLE_HANG:
      clt_fake_connector_keep_waiting (task);
      return TRUE;
    case TROUBLE_HOOK:
      trouble->hook (trouble->user_data);
      return g_task_return_error_if_cancelled (task);
    case TROUBLE_STUTTER:
    default:
      return FALSE;
    }
}

static Trouble *
clt_fake_connector_add_trouble (CltFakeConnector *self,
                                TroubleKind       kind,
                                CltFakeStep       step,
                                guint             nth)
{
  const Trouble trouble = { .kind = kind, .step = step, .call = self->n_calls[step] + nth };

  g_array_append_val (self->troubles, trouble);

  return &g_array_index (self->troubles, Trouble, self->troubles->len - 1);
}

/* }}} */
/* {{{ The connector */

static CltCapabilities
clt_fake_connector_get_capabilities (CltConnector *connector)
{
  return CLT_CAPABILITY_INCREMENTAL | CLT_CAPABILITY_ID_LIST;
}

static void
clt_fake_connector_sign_in_async (CltConnector        *connector,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  CltFakeConnector *self = CLT_FAKE_CONNECTOR (connector);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  CltIdentity identity = {
    .user_id = self->user_id,
    .user_name = (char *) "Mitchell Admin",
    .server_version = (char *) "1.0",
    .server_id = self->server_id,
  };

  if (!clt_fake_connector_stumble (self, CLT_FAKE_SIGN_IN, task))
    g_task_return_pointer (task, clt_identity_copy (&identity), (GDestroyNotify) clt_identity_free);
}

static CltIdentity *
clt_fake_connector_sign_in_finish (CltConnector  *connector,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static CltEntity *
clt_fake_connector_describe_entity (CltFakeConnector *self,
                                    const char       *name,
                                    const char       *reference)
{
  CltEntity *known = clt_schema_find_entity (clt_catalog_get (), name);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_field_unref);

  g_ptr_array_add (fields, clt_field_ref (clt_entity_find_field (known, "name")));
  if (reference != NULL)
    g_ptr_array_add (fields, clt_field_ref (clt_entity_find_field (known, reference)));
  if (self->has_own_field && g_str_equal (name, "customer"))
    g_ptr_array_add (fields, clt_field_new ("x_mood", CLT_FIELD_TEXT, "Mood", NULL, CLT_ROLE_NONE,
                                            CLT_FIELD_FLAG_NONE, NULL, NULL));

  return clt_entity_new (name, name, name, NULL, CLT_ENTITY_FLAG_NONE, fields);
}

static void
clt_fake_connector_describe_async (CltConnector        *connector,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  CltFakeConnector *self = CLT_FAKE_CONNECTOR (connector);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GPtrArray) entities = NULL;

  if (clt_fake_connector_stumble (self, CLT_FAKE_DESCRIBE, task))
    return;

  entities = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_entity_unref);
  g_ptr_array_add (entities, clt_fake_connector_describe_entity (self, "contact", "customer"));
  g_ptr_array_add (entities, clt_fake_connector_describe_entity (self, "customer", "owner"));
  g_ptr_array_add (entities, clt_fake_connector_describe_entity (self, "user", NULL));
  g_task_return_pointer (task, clt_schema_new (entities), (GDestroyNotify) clt_schema_unref);
}

static CltSchema *
clt_fake_connector_describe_finish (CltConnector  *connector,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static int
row_compare (gconstpointer a,
             gconstpointer b)
{
  const Row *first = *(Row **) a;
  const Row *second = *(Row **) b;

  return (first->change > second->change) - (first->change < second->change);
}

/* Rows of an entity that changed after a number, oldest change first. */
static GPtrArray *
clt_fake_connector_select (CltFakeConnector *self,
                           const char       *entity,
                           guint             after)
{
  GPtrArray *selected = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (row->change > after && g_str_equal (row->entity, entity))
        g_ptr_array_add (selected, row);
    }
  g_ptr_array_sort (selected, row_compare);

  return selected;
}

static void
clt_fake_connector_add_row (CltFakeConnector *self,
                            CltPullPage      *page,
                            CltEntity        *entity,
                            const Row        *row)
{
  g_autofree char *revision = g_strdup_printf ("%u", row->change);
  const int own = clt_entity_find_index (entity, "x_mood");
  CltPullRow *added = clt_pull_page_add (page, row->remote_id, revision);

  clt_pull_row_take (added, (guint) clt_entity_find_index (entity, "name"),
                     clt_value_new_text (row->name));
  if (own >= 0)
    clt_pull_row_take (added, (guint) own, clt_value_new_text ("fine"));
  self->n_rows_sent++;
}

/* A cursor is "after 12" between pages and "up to 12" after the last one. */
static guint
clt_fake_connector_read_cursor (const char *cursor)
{
  guint change;

  if (cursor == NULL)
    return 0;

  change = (guint) atoi (strrchr (cursor, ' '));
  if (g_str_has_prefix (cursor, "up to"))
    change -= MIN (change, OVERLAP);

  return change;
}

/* How many rows the whole run brings, of which @n_left are still to come. */
static gint64
clt_fake_connector_count (CltFakeConnector *self,
                          const char       *entity,
                          const char       *cursor,
                          guint             n_left)
{
  g_autoptr (GPtrArray) all = clt_fake_connector_select (self, entity, 0);

  return cursor == NULL || g_str_has_prefix (cursor, "after") ? all->len : n_left;
}

static void
clt_fake_connector_pull_async (CltConnector        *connector,
                               CltEntity           *entity,
                               const char          *cursor,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  CltFakeConnector *self = CLT_FAKE_CONNECTOR (connector);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  const char *name = g_intern_string (clt_entity_get_name (entity));
  g_autoptr (CltPullPage) page = clt_pull_page_new (entity);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *next = NULL;
  gint64 total;
  Trouble *trouble;
  gboolean is_last;

  if (!g_ptr_array_find (self->order, name, NULL))
    g_ptr_array_add (self->order, (gpointer) name);
  if (clt_fake_connector_stumble (self, CLT_FAKE_PULL, task))
    return;

  rows = clt_fake_connector_select (self, name, clt_fake_connector_read_cursor (cursor));
  is_last = rows->len <= self->page_size;
  total = clt_fake_connector_count (self, name, cursor, rows->len);
  for (guint i = 0; i < MIN (rows->len, self->page_size); i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      clt_fake_connector_add_row (self, page, entity, row);
      g_free (next);
      next = g_strdup_printf (is_last ? "up to %u" : "after %u", row->change);
    }

  trouble = clt_fake_connector_find_trouble (self, CLT_FAKE_PULL);
  if (trouble != NULL && trouble->kind == TROUBLE_STUTTER)
    clt_pull_page_finish (page, cursor, FALSE, -1);
  else
    clt_pull_page_finish (page, next != NULL ? next : cursor, is_last, total);
  g_task_return_pointer (task, g_steal_pointer (&page), (GDestroyNotify) clt_pull_page_unref);
}

static CltPullPage *
clt_fake_connector_pull_finish (CltConnector  *connector,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
clt_fake_connector_list_ids_async (CltConnector        *connector,
                                   CltEntity           *entity,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  CltFakeConnector *self = CLT_FAKE_CONNECTOR (connector);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *ids;

  if (clt_fake_connector_stumble (self, CLT_FAKE_LIST_IDS, task))
    return;

  ids = g_ptr_array_new_with_free_func (g_free);
  rows = clt_fake_connector_select (self, clt_entity_get_name (entity), 0);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, g_strdup (((Row *) g_ptr_array_index (rows, i))->remote_id));
  g_task_return_pointer (task, ids, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
clt_fake_connector_list_ids_finish (CltConnector  *connector,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static guint
clt_fake_connector_get_retry_after (CltConnector *connector)
{
  return CLT_FAKE_CONNECTOR (connector)->retry_after;
}

static void
clt_fake_connector_connector_init (CltConnectorInterface *iface)
{
  iface->get_capabilities = clt_fake_connector_get_capabilities;
  iface->sign_in_async = clt_fake_connector_sign_in_async;
  iface->sign_in_finish = clt_fake_connector_sign_in_finish;
  iface->describe_async = clt_fake_connector_describe_async;
  iface->describe_finish = clt_fake_connector_describe_finish;
  iface->pull_async = clt_fake_connector_pull_async;
  iface->pull_finish = clt_fake_connector_pull_finish;
  iface->list_ids_async = clt_fake_connector_list_ids_async;
  iface->list_ids_finish = clt_fake_connector_list_ids_finish;
  iface->get_retry_after = clt_fake_connector_get_retry_after;
}

/* }}} */

static void
clt_fake_connector_finalize (GObject *object)
{
  CltFakeConnector *self = CLT_FAKE_CONNECTOR (object);

  g_free (self->server_id);
  g_free (self->user_id);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->troubles);
  g_ptr_array_unref (self->order);

  G_OBJECT_CLASS (clt_fake_connector_parent_class)->finalize (object);
}

static void
clt_fake_connector_class_init (CltFakeConnectorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clt_fake_connector_finalize;
}

static void
clt_fake_connector_init (CltFakeConnector *self)
{
  self->server_id = g_strdup ("http://127.0.0.1/crm");
  self->user_id = g_strdup ("2");
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->troubles = g_array_new (FALSE, FALSE, sizeof (Trouble));
  self->order = g_ptr_array_new ();
}

CltFakeConnector *
clt_fake_connector_new (guint page_size)
{
  CltFakeConnector *self = g_object_new (CLT_TYPE_FAKE_CONNECTOR, NULL);

  self->page_size = page_size;

  return self;
}

void
clt_fake_connector_set_identity (CltFakeConnector *self,
                                 const char       *server_id,
                                 const char       *user_id)
{
  g_free (self->server_id);
  self->server_id = g_strdup (server_id);
  g_free (self->user_id);
  self->user_id = g_strdup (user_id);
}

void
clt_fake_connector_set_retry_after (CltFakeConnector *self,
                                    guint             seconds)
{
  self->retry_after = seconds;
}

void
clt_fake_connector_add_field (CltFakeConnector *self)
{
  self->has_own_field = TRUE;
}

void
clt_fake_connector_put (CltFakeConnector *self,
                        const char       *entity,
                        const char       *remote_id,
                        const char       *name)
{
  Row *row = clt_fake_connector_find (self, entity, remote_id);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->entity = g_strdup (entity);
      row->remote_id = g_strdup (remote_id);
      g_ptr_array_add (self->rows, row);
    }

  g_free (row->name);
  row->name = g_strdup (name);
  row->change = ++self->n_changes;
}

void
clt_fake_connector_fill (CltFakeConnector *self,
                         const char       *entity,
                         guint             count)
{
  for (guint i = 1; i <= count; i++)
    {
      g_autofree char *remote_id = g_strdup_printf ("%s-%03u", entity, i);
      g_autofree char *name = g_strdup_printf ("%c%s %u", g_ascii_toupper (*entity), entity + 1, i);

      clt_fake_connector_put (self, entity, remote_id, name);
    }
}

void
clt_fake_connector_delete (CltFakeConnector *self,
                           const char       *entity,
                           const char       *remote_id)
{
  Row *row = clt_fake_connector_find (self, entity, remote_id);

  g_assert_nonnull (row);
  g_ptr_array_remove (self->rows, row);
}

void
clt_fake_connector_fail (CltFakeConnector *self,
                         CltFakeStep       step,
                         guint             nth,
                         CltError          code)
{
  clt_fake_connector_add_trouble (self, TROUBLE_ERROR, step, nth)->code = code;
}

void
clt_fake_connector_hang (CltFakeConnector *self,
                         CltFakeStep       step,
                         guint             nth)
{
  clt_fake_connector_add_trouble (self, TROUBLE_HANG, step, nth);
}

void
clt_fake_connector_stutter (CltFakeConnector *self,
                            guint             nth)
{
  clt_fake_connector_add_trouble (self, TROUBLE_STUTTER, CLT_FAKE_PULL, nth);
}

void
clt_fake_connector_hook (CltFakeConnector *self,
                         CltFakeStep       step,
                         guint             nth,
                         CltFakeHook       hook,
                         gpointer          user_data)
{
  Trouble *trouble = clt_fake_connector_add_trouble (self, TROUBLE_HOOK, step, nth);

  trouble->hook = hook;
  trouble->user_data = user_data;
}

guint
clt_fake_connector_get_n_calls (CltFakeConnector *self,
                                CltFakeStep       step)
{
  return self->n_calls[step];
}

guint
clt_fake_connector_get_n_rows_sent (CltFakeConnector *self)
{
  return self->n_rows_sent;
}

char *
clt_fake_connector_dup_order (CltFakeConnector *self)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < self->order->len; i++)
    g_string_append_printf (order, "%s%s", i > 0 ? " " : "", (char *) self->order->pdata[i]);

  return g_string_free (g_steal_pointer (&order), FALSE);
}
