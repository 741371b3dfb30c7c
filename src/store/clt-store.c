/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store"

#include "config.h"

#include "clt-store-private.h"

G_DEFINE_FINAL_TYPE (CltStore, clt_store, G_TYPE_OBJECT)

typedef enum
{
  PROP_N_PENDING = 1,
  PROP_READ_ONLY,
  PROP_SCHEMA,
} CltStoreProperty;

static GParamSpec *properties[PROP_SCHEMA + 1];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_VIEWS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* {{{ Following the file */

static void
clt_store_refilled_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GPtrArray) records = clt_store_load_many_finish (CLT_STORE (object), result, NULL);

  /* Closed meanwhile, or the disk failed: what is shown is old, and the next question says so. */
  if (records == NULL)
    g_debug ("Could not read records again");
}

/* The records that somebody holds are filled in place, whatever shows them. */
static void
clt_store_refill (CltStore   *self,
                  const char *entity,
                  GArray     *among)
{
  g_autoptr (GArray) ids = clt_record_cache_list_ids (self->cache, entity, among);

  if (ids->len > 0)
    clt_store_load_many_async (self, entity, &g_array_index (ids, gint64, 0), ids->len, NULL,
                               clt_store_refilled_cb, NULL);
}

static gboolean
clt_store_refers_to (const CltEntity *entity,
                     const char      *target)
{
  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    {
      const CltField *field = clt_entity_get_field (entity, i);

      if (clt_field_get_kind (field) == CLT_FIELD_LINK ||
          g_strcmp0 (clt_field_get_target (field), target) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A record that was renamed is named in others. */
static void
clt_store_refill_referrers (CltStore   *self,
                            const char *target)
{
  CltSchema *schema = clt_layout_get_schema (self->layout);

  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);

      if (!g_str_equal (clt_entity_get_name (entity), target) &&
          clt_store_refers_to (entity, target))
        clt_store_refill (self, clt_entity_get_name (entity), NULL);
    }
}

static void
clt_store_changed_cb (const char *entity,
                      GArray     *ids,
                      gpointer    user_data)
{
  CltStore *self = user_data;

  clt_store_refill (self, entity, ids);
  clt_store_refill_referrers (self, entity);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, entity, ids);
}

/**
 * clt_store_tell:
 * @self: a store
 * @dirty: what a transaction touched
 * @n_pending: how many outbox rows there are now; -1 if nobody counted
 *
 * Tells everybody what was committed.
 */
void
clt_store_tell (CltStore *self,
                CltDirty *dirty,
                gint64    n_pending)
{
  const gboolean is_other = n_pending >= 0 && n_pending != self->n_pending;

  if (is_other)
    self->n_pending = n_pending;

  clt_dirty_foreach (dirty, clt_store_changed_cb, self);
  if (is_other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PENDING]);
}

/**
 * clt_store_adopt:
 * @self: a store
 * @layout: what the file is now made for
 *
 * Goes on with another layout.
 */
void
clt_store_adopt (CltStore  *self,
                 CltLayout *layout)
{
  const gboolean is_first = self->layout == NULL;

  if (self->layout != NULL)
    clt_layout_unref (self->layout);
  self->layout = clt_layout_ref (layout);

  if (is_first)
    return;

  clt_record_cache_forget (self->cache);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCHEMA]);
}

/* }}} */
/* {{{ Object */

static void
clt_store_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  CltStore *self = CLT_STORE (object);

  switch ((CltStoreProperty) prop_id)
    {
    case PROP_N_PENDING:
      g_value_set_uint (value, clt_store_get_n_pending (self));
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, clt_store_get_read_only (self));
      break;

    case PROP_SCHEMA:
      g_value_set_boxed (value, clt_store_get_schema (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_store_dispose (GObject *object)
{
  clt_store_close (CLT_STORE (object));

  G_OBJECT_CLASS (clt_store_parent_class)->dispose (object);
}

static void
clt_store_finalize (GObject *object)
{
  CltStore *self = CLT_STORE (object);

  g_free (self->folder);
  g_free (self->path);
  g_clear_pointer (&self->builtin, clt_schema_unref);
  g_clear_pointer (&self->layout, clt_layout_unref);
  clt_record_cache_free (self->cache);

  G_OBJECT_CLASS (clt_store_parent_class)->finalize (object);
}

static void
clt_store_class_init (CltStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clt_store_get_property;
  object_class->dispose = clt_store_dispose;
  object_class->finalize = clt_store_finalize;

  /**
   * CltStore:n-pending:
   *
   * How many edits a server does not know yet.
   */
  properties[PROP_N_PENDING] = g_param_spec_uint ("n-pending", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * CltStore:read-only:
   *
   * Whether nothing can be written: somebody else may, or the file is newer.
   */
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);

  /**
   * CltStore:schema:
   *
   * What the workspace's records are like. After it changed, records are new objects.
   */
  properties[PROP_SCHEMA] = g_param_spec_boxed ("schema", NULL, NULL, CLT_TYPE_SCHEMA, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CltStore::changed:
   * @self: a store
   * @entity: of the records
   * @ids: (nullable) (element-type gint64): which ones; %NULL for many
   *
   * Emitted after records were committed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CLT_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                          G_TYPE_ARRAY);

  /**
   * CltStore::views-changed:
   * @self: a store
   *
   * Emitted after saved views were committed.
   */
  signals[SIGNAL_VIEWS_CHANGED] = g_signal_new ("views-changed", CLT_TYPE_STORE,
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);
}

static void
clt_store_init (CltStore *self)
{
  self->cache = clt_record_cache_new ();
  g_queue_init (&self->waiting_pages);
  self->lock = -1;
}

/* }}} */

/**
 * clt_store_get_schema:
 * @self: an open store
 *
 * Returns: (transfer none): what its records are like
 */
CltSchema *
clt_store_get_schema (CltStore *self)
{
  g_return_val_if_fail (CLT_IS_STORE (self), NULL);

  return clt_layout_get_schema (self->layout);
}

/**
 * clt_store_get_n_pending:
 * @self: a store
 *
 * Returns: how many edits a server does not know yet
 */
guint
clt_store_get_n_pending (CltStore *self)
{
  g_return_val_if_fail (CLT_IS_STORE (self), 0);

  return (guint) self->n_pending;
}

/**
 * clt_store_get_read_only:
 * @self: a store
 *
 * Returns: %TRUE if nothing can be written
 */
gboolean
clt_store_get_read_only (CltStore *self)
{
  g_return_val_if_fail (CLT_IS_STORE (self), TRUE);

  return self->is_read_only;
}

/**
 * clt_store_get_folder:
 * @self: a store
 *
 * Returns: (transfer none): where it keeps its files
 */
const char *
clt_store_get_folder (CltStore *self)
{
  g_return_val_if_fail (CLT_IS_STORE (self), NULL);

  return self->folder;
}

/**
 * clt_store_tell_views:
 * @self: a store
 *
 * Tells everybody that saved views were committed.
 */
void
clt_store_tell_views (CltStore *self)
{
  g_signal_emit (self, signals[SIGNAL_VIEWS_CHANGED], 0);
}
