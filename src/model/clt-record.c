/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-record.h"

struct _CltRecord
{
  GObject         parent_instance;

  CltEntity      *entity;    /* (owned) */
  gint64          id;
  char           *remote_id; /* (owned) (nullable) */
  CltRecordState  state;
  CltSyncState    sync_state;
  CltValue      **values;    /* (owned) (array length=n_fields) (nullable): NULL until filled */
  char          **labels;    /* (owned) (array length=n_fields) (nullable) */
};

typedef enum
{
  PROP_STATE = 1,
  PROP_TITLE,
  PROP_SYNC_STATE,
} CltRecordProperty;

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_SYNC_STATE + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CltRecord, clt_record, G_TYPE_OBJECT)

static const GEnumValue record_states[] = {
  { CLT_RECORD_LOADING, "CLT_RECORD_LOADING", "loading" },
  { CLT_RECORD_LOADED, "CLT_RECORD_LOADED", "loaded" },
  { CLT_RECORD_GONE, "CLT_RECORD_GONE", "gone" },
  { 0, NULL, NULL }
};

static const GEnumValue sync_states[] = {
  { CLT_SYNC_LOCAL, "CLT_SYNC_LOCAL", "local" },
  { CLT_SYNC_WAITING, "CLT_SYNC_WAITING", "waiting" },
  { CLT_SYNC_SENDING, "CLT_SYNC_SENDING", "sending" },
  { CLT_SYNC_SYNCED, "CLT_SYNC_SYNCED", "synced" },
  { CLT_SYNC_CHOICE, "CLT_SYNC_CHOICE", "choice" },
  { CLT_SYNC_REFUSED, "CLT_SYNC_REFUSED", "refused" },
  { 0, NULL, NULL }
};

/**
 * clt_record_state_get_type:
 *
 * Returns: the type of the property "state"
 */
GType
clt_record_state_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("CltRecordState", record_states));

  return type;
}

/**
 * clt_sync_state_get_type:
 *
 * Returns: the type of the property "sync-state"
 */
GType
clt_sync_state_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("CltSyncState", sync_states));

  return type;
}

/* {{{ Filling */

static guint
clt_record_get_n_fields (CltRecord *self)
{
  return clt_entity_get_n_fields (self->entity);
}

static void
clt_record_free_values (CltValue **values,
                        guint      n_values)
{
  for (guint i = 0; values != NULL && i < n_values; i++)
    clt_value_unref (values[i]);
  g_free (values);
}

static void
clt_record_free_labels (char  **labels,
                        guint   n_labels)
{
  for (guint i = 0; labels != NULL && i < n_labels; i++)
    g_free (labels[i]);
  g_free (labels);
}

static CltValue **
clt_record_copy_values (CltValue **values,
                        guint      n_values)
{
  CltValue **copy = g_new (CltValue *, n_values);

  for (guint i = 0; i < n_values; i++)
    copy[i] = values[i] != NULL ? clt_value_ref (values[i]) : clt_value_new_none ();

  return copy;
}

static char **
clt_record_copy_labels (char  **labels,
                        guint   n_labels)
{
  char **copy;

  if (labels == NULL)
    return NULL;

  copy = g_new (char *, n_labels);
  for (guint i = 0; i < n_labels; i++)
    copy[i] = g_strdup (labels[i]);

  return copy;
}

/* What a record was before it was filled, to tell what the filling changed. */
typedef struct
{
  CltValue       **values; /* (owned) */
  char           **labels; /* (owned) */
  CltRecordState   state;
  CltSyncState     sync_state;
} Former;

static gboolean
clt_record_field_differs (CltRecord    *self,
                          const Former *former,
                          guint         index)
{
  const char *label = former->labels != NULL ? former->labels[index] : NULL;

  if (former->values == NULL)
    return TRUE;

  return !clt_value_equal (former->values[index], self->values[index]) ||
         g_strcmp0 (label, clt_record_get_nth_label (self, index)) != 0;
}

/* One field: its name. Several: a name each for those that somebody listens to, and if nobody
 * does, one signal for all; a list that listens to the whole record is not called twenty times. */
static void
clt_record_emit_changed (CltRecord    *self,
                         const Former *former)
{
  guint n_changed = 0;
  guint n_emitted = 0;
  GQuark last = 0;

  for (guint i = 0; i < clt_record_get_n_fields (self); i++)
    {
      if (!clt_record_field_differs (self, former, i))
        continue;

      n_changed++;
      last = g_quark_from_string (clt_field_get_name (clt_entity_get_field (self->entity, i)));
      if (!g_signal_has_handler_pending (self, signals[CHANGED], last, FALSE))
        continue;

      n_emitted++;
      g_signal_emit (self, signals[CHANGED], last);
    }

  if (n_changed > 0 && n_emitted == 0)
    g_signal_emit (self, signals[CHANGED], n_changed == 1 ? last : 0);
}

static void
clt_record_notify_filled (CltRecord    *self,
                          const Former *former)
{
  const int title = clt_entity_find_role_index (self->entity, CLT_ROLE_TITLE);

  if (former->state != self->state)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);

  if (former->sync_state != self->sync_state)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYNC_STATE]);

  if (title >= 0 && clt_record_field_differs (self, former, (guint) title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);

  clt_record_emit_changed (self, former);
}

/* }}} */

static void
clt_record_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CltRecord *self = CLT_RECORD (object);

  switch ((CltRecordProperty) prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_TITLE:
      g_value_set_string (value, clt_record_get_title (self));
      break;
    case PROP_SYNC_STATE:
      g_value_set_enum (value, self->sync_state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_record_finalize (GObject *object)
{
  CltRecord *self = CLT_RECORD (object);
  const guint n_fields = clt_record_get_n_fields (self);

  clt_record_free_values (self->values, n_fields);
  clt_record_free_labels (self->labels, n_fields);
  g_free (self->remote_id);
  clt_entity_unref (self->entity);

  G_OBJECT_CLASS (clt_record_parent_class)->finalize (object);
}

static void
clt_record_class_init (CltRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clt_record_get_property;
  object_class->finalize = clt_record_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CLT_TYPE_RECORD_STATE,
                                              CLT_RECORD_LOADING, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SYNC_STATE] = g_param_spec_enum ("sync-state", NULL, NULL, CLT_TYPE_SYNC_STATE,
                                                   CLT_SYNC_LOCAL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CltRecord::changed:
   *
   * Emitted after values changed. The detail is the name of the field that did;
   * there is none if several did and nobody listens to one of them by name.
   */
  signals[CHANGED] = g_signal_new ("changed", CLT_TYPE_RECORD,
                                   G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED,
                                   0, NULL, NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
clt_record_init (CltRecord *self)
{
}

/**
 * clt_record_new:
 * @entity: what kind of record it is
 * @id: its local id
 *
 * Makes a record that is %CLT_RECORD_LOADING: all its values are empty.
 *
 * Returns: (transfer full): the record
 */
CltRecord *
clt_record_new (CltEntity *entity,
                gint64     id)
{
  CltRecord *self;

  g_return_val_if_fail (entity != NULL, NULL);

  self = g_object_new (CLT_TYPE_RECORD, NULL);
  self->entity = clt_entity_ref (entity);
  self->id = id;

  return self;
}

/**
 * clt_record_get_entity:
 * @self: a record
 *
 * Returns: (transfer none): what kind of record it is
 */
CltEntity *
clt_record_get_entity (CltRecord *self)
{
  g_return_val_if_fail (CLT_IS_RECORD (self), NULL);

  return self->entity;
}

/**
 * clt_record_get_id:
 * @self: a record
 *
 * Returns: its local id
 */
gint64
clt_record_get_id (CltRecord *self)
{
  g_return_val_if_fail (CLT_IS_RECORD (self), 0);

  return self->id;
}

/**
 * clt_record_get_remote_id:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the server's id; %NULL if the server does
 *   not have it yet, and while loading
 */
const char *
clt_record_get_remote_id (CltRecord *self)
{
  g_return_val_if_fail (CLT_IS_RECORD (self), NULL);

  return self->remote_id;
}

/**
 * clt_record_get_state:
 * @self: a record
 *
 * Returns: whether its values are here
 */
CltRecordState
clt_record_get_state (CltRecord *self)
{
  g_return_val_if_fail (CLT_IS_RECORD (self), CLT_RECORD_GONE);

  return self->state;
}

/**
 * clt_record_get_sync_state:
 * @self: a record
 *
 * Returns: where it stands with the server
 */
CltSyncState
clt_record_get_sync_state (CltRecord *self)
{
  g_return_val_if_fail (CLT_IS_RECORD (self), CLT_SYNC_LOCAL);

  return self->sync_state;
}

/**
 * clt_record_get_title:
 * @self: a record
 *
 * Returns: (transfer none): what people call it; a word for its absence if it has
 *   none, and "" while loading
 */
const char *
clt_record_get_title (CltRecord *self)
{
  const char *title = clt_value_get_text (clt_record_get_role (self, CLT_ROLE_TITLE));

  if (*title != '\0' || clt_record_get_state (self) == CLT_RECORD_LOADING)
    return title;

  return C_("record without a title", "Untitled");
}

/**
 * clt_record_get_value:
 * @self: a record
 * @field: name of a field
 *
 * Returns: (transfer none): what the field holds; the empty value while loading
 *   and for a field that the entity does not have
 */
CltValue *
clt_record_get_value (CltRecord  *self,
                      const char *field)
{
  int index;

  g_return_val_if_fail (CLT_IS_RECORD (self), clt_value_new_none ());

  index = clt_entity_find_index (self->entity, field);

  return index >= 0 ? clt_record_get_nth_value (self, (guint) index) : clt_value_new_none ();
}

/**
 * clt_record_get_nth_value:
 * @self: a record
 * @index: where the field stands in the entity
 *
 * Returns: (transfer none): what the field holds; the empty value while loading
 */
CltValue *
clt_record_get_nth_value (CltRecord *self,
                          guint      index)
{
  g_return_val_if_fail (CLT_IS_RECORD (self), clt_value_new_none ());
  g_return_val_if_fail (index < clt_record_get_n_fields (self), clt_value_new_none ());

  return self->values != NULL ? self->values[index] : clt_value_new_none ();
}

/**
 * clt_record_get_role:
 * @self: a record
 * @role: what the field means
 *
 * Returns: (transfer none): what the field holds; the empty value while loading
 *   and for a role that the entity does not have
 */
CltValue *
clt_record_get_role (CltRecord *self,
                     CltRole    role)
{
  int index;

  g_return_val_if_fail (CLT_IS_RECORD (self), clt_value_new_none ());

  index = clt_entity_find_role_index (self->entity, role);

  return index >= 0 ? clt_record_get_nth_value (self, (guint) index) : clt_value_new_none ();
}

/**
 * clt_record_get_nth_label:
 * @self: a record
 * @index: where the field stands in the entity
 *
 * Returns: (transfer none) (nullable): the title of the record that the field
 *   refers to; %NULL if it refers to none, or to one that is not here
 */
const char *
clt_record_get_nth_label (CltRecord *self,
                          guint      index)
{
  g_return_val_if_fail (CLT_IS_RECORD (self), NULL);
  g_return_val_if_fail (index < clt_record_get_n_fields (self), NULL);

  return self->labels != NULL ? self->labels[index] : NULL;
}

/**
 * clt_record_dup_display:
 * @self: a record
 * @index: where the field stands in the entity
 *
 * Returns: (transfer full): what a person reads in a cell: the title of the
 *   record that the field refers to, or the field's format of its value
 */
char *
clt_record_dup_display (CltRecord *self,
                        guint      index)
{
  const char *label = clt_record_get_nth_label (self, index);

  if (label != NULL)
    return g_strdup (label);

  return clt_field_format (clt_entity_get_field (self->entity, index),
                           clt_record_get_nth_value (self, index));
}

/**
 * clt_record_fill:
 * @self: a record
 * @values: (array): what its fields hold, in the entity's order, as many as the
 *   entity has fields; %NULL is the empty value
 * @labels: (nullable) (array): titles of the records that fields refer to, as
 *   many again
 * @remote_id: (nullable): the server's id
 * @sync_state: where it stands with the server
 *
 * Replaces everything at once and makes the record %CLT_RECORD_LOADED. Values
 * and labels are copied. Signals come after all is in place, and only for what
 * differs: first the properties, then ::changed.
 */
void
clt_record_fill (CltRecord     *self,
                 CltValue     **values,
                 char         **labels,
                 const char    *remote_id,
                 CltSyncState   sync_state)
{
  g_autoptr (CltRecord) held = NULL;
  Former former;
  guint n_fields;

  g_return_if_fail (CLT_IS_RECORD (self));
  g_return_if_fail (values != NULL);

  held = g_object_ref (self);
  n_fields = clt_record_get_n_fields (self);
  former = (Former) { self->values, self->labels, self->state, self->sync_state };

  self->values = clt_record_copy_values (values, n_fields);
  self->labels = clt_record_copy_labels (labels, n_fields);
  self->state = CLT_RECORD_LOADED;
  self->sync_state = sync_state;
  if (g_strcmp0 (self->remote_id, remote_id) != 0)
    {
      g_free (self->remote_id);
      self->remote_id = g_strdup (remote_id);
    }

  clt_record_notify_filled (self, &former);

  clt_record_free_values (former.values, n_fields);
  clt_record_free_labels (former.labels, n_fields);
}

/**
 * clt_record_set_state:
 * @self: a record
 * @state: %CLT_RECORD_GONE when it was deleted; its values stay as they were
 *
 * Says whether its values are here.
 */
void
clt_record_set_state (CltRecord      *self,
                      CltRecordState  state)
{
  g_return_if_fail (CLT_IS_RECORD (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
