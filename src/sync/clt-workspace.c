/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-workspace"

#include "config.h"

#include "clt-catalog.h"
#include "clt-engine.h"
#include "clt-error.h"
#include "clt-workspace-file.h"
#include "clt-workspace-secret.h"
#include "clt-workspace.h"

struct _CltWorkspace
{
  GObject            parent_instance;

  char              *folder;  /* (owned) */
  char              *id;      /* (owned): the folder's own name */
  char              *name;    /* (owned) */
  char              *kind;    /* (owned) */
  GKeyFile          *file;    /* (owned): workspace.ini */
  CltWorkspaceState  state;
  CltStore          *store;   /* (owned) (nullable) */
  CltEngine         *engine;  /* (owned) (nullable) */
  GError            *error;   /* (owned) (nullable): why it could not be opened */
  GCancellable      *opening; /* (owned) (nullable): what close() must end */
  GPtrArray         *openers; /* (owned) (element-type GTask): who waits for it to be open */
};

G_DEFINE_FINAL_TYPE (CltWorkspace, clt_workspace, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_KIND,
  PROP_STATE,
  PROP_STORE,
  PROP_ENGINE,
  PROP_ERROR,
} CltWorkspaceProperty;

static GParamSpec *properties[PROP_ERROR + 1];

GType
clt_workspace_state_get_type (void)
{
  static const GEnumValue values[] = {
    { CLT_WORKSPACE_CLOSED, "CLT_WORKSPACE_CLOSED", "closed" },
    { CLT_WORKSPACE_OPENING, "CLT_WORKSPACE_OPENING", "opening" },
    { CLT_WORKSPACE_OPEN, "CLT_WORKSPACE_OPEN", "open" },
    { CLT_WORKSPACE_FAILED, "CLT_WORKSPACE_FAILED", "failed" },
    { 0, NULL, NULL }
  };
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("CltWorkspaceState", values));

  return type;
}

/* {{{ Opening */

static void
clt_workspace_notify_all (CltWorkspace *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  g_object_notify_by_pspec (object, properties[PROP_STORE]);
  g_object_notify_by_pspec (object, properties[PROP_ENGINE]);
  g_object_notify_by_pspec (object, properties[PROP_ERROR]);
  g_object_notify_by_pspec (object, properties[PROP_STATE]);
  g_object_thaw_notify (object);
}

/* Ends the opening, well (@error is NULL) or badly, and tells everybody who waits. */
static void
clt_workspace_settle (CltWorkspace      *self,
                      CltWorkspaceState  state,
                      GError            *error)
{
  g_autoptr (GPtrArray) openers = g_steal_pointer (&self->openers);

  self->openers = g_ptr_array_new_with_free_func (g_object_unref);
  self->state = state;
  g_clear_error (&self->error);
  if (state == CLT_WORKSPACE_FAILED)
    self->error = g_error_copy (error);

  clt_workspace_notify_all (self);

  for (guint i = 0; i < openers->len; i++)
    {
      if (error != NULL)
        g_task_return_error (g_ptr_array_index (openers, i), g_error_copy (error));
      else
        g_task_return_boolean (g_ptr_array_index (openers, i), TRUE);
    }
}

static void
clt_workspace_opened_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (CltWorkspace) self = CLT_WORKSPACE (user_data);
  g_autoptr (CltStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = clt_store_open_finish (result, &error);

  if (store != NULL && g_cancellable_set_error_if_cancelled (self->opening, &error))
    clt_store_close (store);

  if (error != NULL)
    {
      clt_workspace_settle (self,
                            clt_error_is_cancelled (error) ? CLT_WORKSPACE_CLOSED
                                                           : CLT_WORKSPACE_FAILED,
                            error);
      return;
    }

  self->store = g_steal_pointer (&store);
  if (clt_workspace_has_server (self) && !clt_store_get_read_only (self->store))
    self->engine = clt_engine_new (self->store, NULL);

  clt_workspace_settle (self, CLT_WORKSPACE_OPEN, NULL);

  /* Not before it is open: a locked keyring asks the user, who may take a while. */
  if (self->engine != NULL)
    clt_workspace_find_secret (self, self->opening);
}

/* }}} */
/* {{{ Overrides */

static void
clt_workspace_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CltWorkspace *self = CLT_WORKSPACE (object);

  switch ((CltWorkspaceProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_workspace_dispose (GObject *object)
{
  clt_workspace_close (CLT_WORKSPACE (object));

  G_OBJECT_CLASS (clt_workspace_parent_class)->dispose (object);
}

static void
clt_workspace_finalize (GObject *object)
{
  CltWorkspace *self = CLT_WORKSPACE (object);

  g_free (self->folder);
  g_free (self->id);
  g_free (self->name);
  g_free (self->kind);
  g_clear_pointer (&self->file, g_key_file_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->engine);
  g_clear_error (&self->error);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->openers, g_ptr_array_unref);

  G_OBJECT_CLASS (clt_workspace_parent_class)->finalize (object);
}

static void
clt_workspace_class_init (CltWorkspaceClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clt_workspace_get_property;
  object_class->dispose = clt_workspace_dispose;
  object_class->finalize = clt_workspace_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CLT_TYPE_WORKSPACE_STATE,
                                              CLT_WORKSPACE_CLOSED, flags);
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, CLT_TYPE_STORE, flags);
  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CLT_TYPE_ENGINE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clt_workspace_init (CltWorkspace *self)
{
  self->openers = g_ptr_array_new_with_free_func (g_object_unref);
}

/* }}} */

/**
 * clt_workspace_new_for_folder:
 * @folder: an absolute path
 * @error: return location for an error: %CLT_ERROR_NOT_FOUND if the folder has
 *   no workspace.ini, %CLT_ERROR_INVALID if that cannot be understood
 *
 * Reads what the workspace is; its records stay closed.
 *
 * Returns: (transfer full): the workspace
 */
CltWorkspace *
clt_workspace_new_for_folder (const char  *folder,
                              GError     **error)
{
  g_autoptr (GKeyFile) file = NULL;
  CltWorkspace *self;

  g_return_val_if_fail (folder != NULL && g_path_is_absolute (folder), NULL);

  file = clt_workspace_file_load (folder, error);
  if (file == NULL)
    return NULL;

  self = g_object_new (CLT_TYPE_WORKSPACE, NULL);
  self->folder = g_strdup (folder);
  self->id = g_path_get_basename (folder);
  self->name = g_key_file_get_string (file, CLT_WORKSPACE_GROUP, CLT_WORKSPACE_NAME, NULL);
  self->kind = g_key_file_get_string (file, CLT_WORKSPACE_GROUP, CLT_WORKSPACE_KIND, NULL);
  self->file = g_steal_pointer (&file);

  return self;
}

/**
 * clt_workspace_get_id:
 * @self: a workspace
 *
 * Returns: the id: the name of its folder
 */
const char *
clt_workspace_get_id (CltWorkspace *self)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), NULL);

  return self->id;
}

/**
 * clt_workspace_get_name:
 * @self: a workspace
 *
 * Returns: the name for people
 */
const char *
clt_workspace_get_name (CltWorkspace *self)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), NULL);

  return self->name;
}

/**
 * clt_workspace_set_name:
 * @self: a workspace, open or not
 * @name: a name for people, not blank
 * @error: return location for an error
 *
 * Renames the workspace, on disk first.
 *
 * Returns: %TRUE if it now has the name
 */
gboolean
clt_workspace_set_name (CltWorkspace  *self,
                        const char    *name,
                        GError       **error)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (name != NULL && *name != '\0', FALSE);

  if (g_str_equal (self->name, name))
    return TRUE;

  g_key_file_set_string (self->file, CLT_WORKSPACE_GROUP, CLT_WORKSPACE_NAME, name);
  if (!clt_workspace_file_save (self->folder, self->file, error))
    {
      g_key_file_set_string (self->file, CLT_WORKSPACE_GROUP, CLT_WORKSPACE_NAME, self->name);
      return FALSE;
    }

  g_free (self->name);
  self->name = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);

  return TRUE;
}

/**
 * clt_workspace_get_kind:
 * @self: a workspace
 *
 * Returns: %CLT_WORKSPACE_LOCAL, %CLT_WORKSPACE_SAMPLE, or a connector's id
 */
const char *
clt_workspace_get_kind (CltWorkspace *self)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), NULL);

  return self->kind;
}

/**
 * clt_workspace_get_folder:
 * @self: a workspace
 *
 * Returns: the absolute path of its folder
 */
const char *
clt_workspace_get_folder (CltWorkspace *self)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), NULL);

  return self->folder;
}

/**
 * clt_workspace_get_icon_name:
 * @self: a workspace
 *
 * Returns: the name of a symbolic icon of the desktop
 */
const char *
clt_workspace_get_icon_name (CltWorkspace *self)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), NULL);

  return clt_workspace_has_server (self) ? "network-server-symbolic" : "computer-symbolic";
}

/**
 * clt_workspace_has_server:
 * @self: a workspace
 *
 * Tells whether the records are those of a server. Only such a workspace ever
 * gets an engine, a connector, or a key from the keyring.
 *
 * Returns: %FALSE if the records live on this computer alone
 */
gboolean
clt_workspace_has_server (CltWorkspace *self)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), FALSE);

  return !g_str_equal (self->kind, CLT_WORKSPACE_LOCAL)
         && !g_str_equal (self->kind, CLT_WORKSPACE_SAMPLE);
}

/**
 * clt_workspace_dup_setting:
 * @self: a workspace
 * @name: what the connector's row calls it
 *
 * Returns: (transfer full) (nullable): the setting; never the secret
 */
char *
clt_workspace_dup_setting (CltWorkspace *self,
                           const char   *name)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_key_file_get_string (self->file, CLT_WORKSPACE_SETTINGS, name, NULL);
}

/**
 * clt_workspace_get_state:
 * @self: a workspace
 *
 * Returns: whether it is open
 */
CltWorkspaceState
clt_workspace_get_state (CltWorkspace *self)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), CLT_WORKSPACE_CLOSED);

  return self->state;
}

/**
 * clt_workspace_get_error:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): why it could not be opened
 */
GError *
clt_workspace_get_error (CltWorkspace *self)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), NULL);

  return self->error;
}

/**
 * clt_workspace_get_store:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the records; %NULL unless open
 */
CltStore *
clt_workspace_get_store (CltWorkspace *self)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), NULL);

  return self->store;
}

/**
 * clt_workspace_get_engine:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): what talks to the server; %NULL without a server,
 *   unless open, or when open only for reading
 */
CltEngine *
clt_workspace_get_engine (CltWorkspace *self)
{
  g_return_val_if_fail (CLT_IS_WORKSPACE (self), NULL);

  return self->engine;
}

/**
 * clt_workspace_open_async:
 * @self: a workspace
 * @read_only: take no lock and write nothing; there will be no engine
 * @cancellable: (nullable): to stop waiting
 * @callback: called when it is open, or not
 * @user_data: for @callback
 *
 * Opens the records. Whoever asks while it is being opened waits with the first;
 * an open workspace stays as it is.
 */
void
clt_workspace_open_async (CltWorkspace        *self,
                          gboolean             read_only,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  CltStoreFlags flags = CLT_STORE_OPEN_NORMAL;

  g_return_if_fail (CLT_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_workspace_open_async);

  if (self->state == CLT_WORKSPACE_OPEN)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_ptr_array_add (self->openers, g_steal_pointer (&task));
  if (self->state == CLT_WORKSPACE_OPENING)
    return;

  if (read_only)
    flags |= CLT_STORE_OPEN_READ_ONLY;
  if (!clt_workspace_has_server (self))
    flags |= CLT_STORE_OPEN_LOCAL;

  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  self->state = CLT_WORKSPACE_OPENING;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  /* Not cancellable: one that is closed meanwhile is closed in order, and its lock is free when
   * whoever waits is told. */
  clt_store_open_async (self->folder, clt_catalog_get (), flags, NULL, clt_workspace_opened_cb,
                        g_object_ref (self));
}

/**
 * clt_workspace_open_finish:
 * @self: a workspace
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %TRUE if it is open
 */
gboolean
clt_workspace_open_finish (CltWorkspace  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * clt_workspace_close:
 * @self: a workspace
 *
 * Ends a run under way, closes the records and gives the lock back. One that is
 * being opened will not be; one that is closed stays closed.
 */
void
clt_workspace_close (CltWorkspace *self)
{
  g_autoptr (CltEngine) engine = NULL;
  g_autoptr (CltStore) store = NULL;

  g_return_if_fail (CLT_IS_WORKSPACE (self));

  g_cancellable_cancel (self->opening);
  if (self->state != CLT_WORKSPACE_OPEN)
    return;

  engine = g_steal_pointer (&self->engine);
  store = g_steal_pointer (&self->store);
  if (engine != NULL)
    clt_engine_cancel (engine);
  clt_store_close (store);

  self->state = CLT_WORKSPACE_CLOSED;
  clt_workspace_notify_all (self);
}
