/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-session"

#include "config.h"

#include "clt-sample-company.h"
#include "clt-session.h"
#include "clt-time.h"

/* The sample company is the same on every computer, so that pictures and bug reports agree. */
#define SAMPLE_SEED 1

/* The setting of a workspace that says who its user is: the server's id, or ours without one. */
#define USER_SETTING "user-id"
#define USER_ENTITY "user"

struct _CltSession
{
  GObject          parent_instance;

  CltWorkspace    *workspace; /* (owned) */
  CltCommandStack *commands;  /* (owned) (nullable): until it is open */
  CltValue        *user;      /* (owned) (nullable): until it is known */
  GTask           *opening;   /* (owned) (nullable): once it only lacks the user */
};

G_DEFINE_FINAL_TYPE (CltSession, clt_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_STORE,
  PROP_COMMANDS,
} CltSessionProperty;

static GParamSpec *properties[PROP_COMMANDS + 1];

static void
clt_session_set_user (CltSession *self,
                      gint64      id)
{
  g_clear_pointer (&self->user, clt_value_unref);
  self->user = clt_value_new_reference (USER_ENTITY, id);
}

/* A session without a known user is as good as another, so that none of this can fail it. */
static void
clt_session_end_find_user (CltSession *self)
{
  g_autoptr (GTask) opening = g_steal_pointer (&self->opening);

  if (opening != NULL)
    g_task_return_boolean (opening, TRUE);
}

static void
clt_session_find_remote_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (CltSession) self = CLT_SESSION (user_data);
  const gint64 id = clt_store_find_remote_finish (CLT_STORE (object), result, NULL);

  if (id > 0)
    clt_session_set_user (self, id);
  clt_session_end_find_user (self);
}

static void
clt_session_get_meta_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (CltSession) self = CLT_SESSION (user_data);
  g_autofree char *text = clt_store_get_meta_finish (CLT_STORE (object), result, NULL);
  gint64 id;

  if (text != NULL && clt_workspace_has_server (self->workspace))
    {
      clt_store_find_remote_async (CLT_STORE (object), USER_ENTITY, text, NULL,
                                   clt_session_find_remote_cb, g_object_ref (self));
      return;
    }

  if (text != NULL && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    clt_session_set_user (self, id);
  clt_session_end_find_user (self);
}

/* Also after each run of the engine: before the first one nobody knows. */
static void
clt_session_find_user (CltSession *self)
{
  CltStore *store = clt_workspace_get_store (self->workspace);

  if (store != NULL)
    clt_store_get_meta_async (store, USER_SETTING, NULL, clt_session_get_meta_cb,
                              g_object_ref (self));
  else
    clt_session_end_find_user (self);
}

static void
clt_session_opened (GTask *task)
{
  CltSession *self = g_task_get_task_data (task);
  CltEngine *engine = clt_workspace_get_engine (self->workspace);

  if (engine != NULL)
    g_signal_connect_object (engine, "notify::last-sync", G_CALLBACK (clt_session_find_user),
                             self, G_CONNECT_SWAPPED);
  self->opening = g_object_ref (task);
  clt_session_find_user (self);
}

static void
clt_session_fill_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (clt_sample_company_fill_finish (result, &error))
    clt_session_opened (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
clt_session_count_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  CltStore *store = CLT_STORE (object);
  gint64 n_users = clt_store_count_finish (store, result, &error);

  if (n_users < 0)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (n_users > 0)
    clt_session_opened (task);
  else
    clt_sample_company_fill_async (store, SAMPLE_SEED, clt_day_today (),
                                   g_task_get_cancellable (task), clt_session_fill_cb,
                                   g_object_ref (task));
}

/* The people of the sample company are the sign that it was made: its user may delete every
 * customer and does not want them back at the next start. */
static void
clt_session_fill_if_empty (GTask    *task,
                           CltStore *store)
{
  g_autoptr (CltQuery) query = clt_query_new (USER_ENTITY);

  clt_store_count_async (store, query, g_task_get_cancellable (task), clt_session_count_cb,
                         g_object_ref (task));
}

static void
clt_session_open_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  CltSession *self = g_task_get_task_data (task);
  CltWorkspace *workspace = CLT_WORKSPACE (object);
  CltStore *store;

  if (!clt_workspace_open_finish (workspace, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  store = clt_workspace_get_store (workspace);
  self->commands = clt_command_stack_new (store);

  if (g_strcmp0 (clt_workspace_get_kind (workspace), CLT_WORKSPACE_SAMPLE) == 0 &&
      !clt_store_get_read_only (store))
    clt_session_fill_if_empty (task, store);
  else
    clt_session_opened (task);
}

static void
clt_session_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  CltSession *self = CLT_SESSION (object);

  switch ((CltSessionProperty) prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;

    case PROP_STORE:
      g_value_set_object (value, clt_session_get_store (self));
      break;

    case PROP_COMMANDS:
      g_value_set_object (value, self->commands);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_session_finalize (GObject *object)
{
  CltSession *self = CLT_SESSION (object);

  /* The task that opens it holds the session. */
  g_assert (self->opening == NULL);

  g_clear_pointer (&self->user, clt_value_unref);
  g_clear_object (&self->commands);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clt_session_parent_class)->finalize (object);
}

static void
clt_session_class_init (CltSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clt_session_get_property;
  object_class->finalize = clt_session_finalize;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL,
                                                    CLT_TYPE_WORKSPACE, flags);
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL,
                                                CLT_TYPE_STORE, flags);
  properties[PROP_COMMANDS] = g_param_spec_object ("commands", NULL, NULL,
                                                   CLT_TYPE_COMMAND_STACK, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clt_session_init (CltSession *self)
{
}

/**
 * clt_session_open_async:
 * @workspace: the workspace; it may be open already
 * @read_only: whether to look only, beside a process that may have it open
 * @cancellable: (nullable): to give up
 * @callback: called when it is open, or why it is not
 * @user_data: for @callback
 *
 * Opens the workspace. The sample company is made at its first opening that may
 * write. The session does not close the workspace: others may use it.
 */
void
clt_session_open_async (CltWorkspace        *workspace,
                        gboolean             read_only,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  CltSession *self;

  g_return_if_fail (CLT_IS_WORKSPACE (workspace));

  self = g_object_new (CLT_TYPE_SESSION, NULL);
  self->workspace = g_object_ref (workspace);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, clt_session_open_async);
  g_task_set_task_data (task, self, g_object_unref);

  clt_workspace_open_async (workspace, read_only, cancellable, clt_session_open_cb,
                            g_object_ref (task));
}

/**
 * clt_session_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with an error
 */
CltSession *
clt_session_open_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return g_object_ref (g_task_get_task_data (G_TASK (result)));
}

/**
 * clt_session_get_workspace:
 * @self: a session
 *
 * Returns: (transfer none): the workspace that is open
 */
CltWorkspace *
clt_session_get_workspace (CltSession *self)
{
  g_return_val_if_fail (CLT_IS_SESSION (self), NULL);

  return self->workspace;
}

/**
 * clt_session_get_store:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): its records; %NULL once somebody closed the
 *   workspace
 */
CltStore *
clt_session_get_store (CltSession *self)
{
  g_return_val_if_fail (CLT_IS_SESSION (self), NULL);

  return clt_workspace_get_store (self->workspace);
}

/**
 * clt_session_get_schema:
 * @self: a session
 *
 * Returns: (transfer none): the entities and fields of the workspace
 */
CltSchema *
clt_session_get_schema (CltSession *self)
{
  g_return_val_if_fail (CLT_IS_SESSION (self), NULL);

  return clt_store_get_schema (clt_session_get_store (self));
}

/**
 * clt_session_get_commands:
 * @self: a session
 *
 * Returns: (transfer none): what was done since the workspace was opened
 */
CltCommandStack *
clt_session_get_commands (CltSession *self)
{
  g_return_val_if_fail (CLT_IS_SESSION (self), NULL);

  return self->commands;
}

/**
 * clt_session_get_engine:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what talks to the server; %NULL for a
 *   workspace on this computer
 */
CltEngine *
clt_session_get_engine (CltSession *self)
{
  g_return_val_if_fail (CLT_IS_SESSION (self), NULL);

  return clt_workspace_get_engine (self->workspace);
}

/**
 * clt_session_get_user:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): a reference to the user whose workspace it
 *   is; %NULL as long as that is not known
 */
CltValue *
clt_session_get_user (CltSession *self)
{
  g_return_val_if_fail (CLT_IS_SESSION (self), NULL);

  return self->user;
}

static gboolean
clt_session_is_said (CltField           *field,
                     const char * const *fields,
                     gsize               n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (fields[i], clt_field_get_name (field)))
      return TRUE;

  return FALSE;
}

/* Who writes a note, as the computer calls its user: not every workspace knows its own. */
static CltValue *
clt_session_new_author (void)
{
  const char *name = g_get_real_name ();

  return clt_value_new_text (g_str_equal (name, "Unknown") ? g_get_user_name () : name);
}

/**
 * clt_session_create:
 * @self: a session
 * @entity: what kind of record
 * @fields: (array length=n): names of fields
 * @values: (array length=n): what the new record starts with
 * @n: how many
 * @id: (out) (optional): the id that the record will have
 *
 * Makes the changes of clt_command_create(); where nobody is said to be responsible
 * it is the user whose workspace it is, and who writes is the user of the computer.
 *
 * Returns: (transfer full) (element-type CltChange): the creation, yet to be run
 */
GPtrArray *
clt_session_create (CltSession         *self,
                    CltEntity          *entity,
                    const char * const *fields,
                    CltValue          **values,
                    gsize               n,
                    gint64             *id)
{
  GPtrArray *changes;
  CltField *author;
  CltField *owner;

  g_return_val_if_fail (CLT_IS_SESSION (self), NULL);
  g_return_val_if_fail (entity != NULL, NULL);

  changes = clt_command_create (entity, fields, values, n, id);

  owner = clt_entity_find_role (entity, CLT_ROLE_OWNER);
  if (owner != NULL && self->user != NULL && !clt_session_is_said (owner, fields, n) &&
      g_strcmp0 (clt_field_get_target (owner), USER_ENTITY) == 0)
    clt_change_add (g_ptr_array_index (changes, 0), clt_field_get_name (owner), NULL, self->user);

  author = clt_entity_find_role (entity, CLT_ROLE_AUTHOR);
  if (author != NULL && !clt_session_is_said (author, fields, n) &&
      clt_field_get_kind (author) == CLT_FIELD_TEXT)
    {
      g_autoptr (CltValue) name = clt_session_new_author ();

      clt_change_add (g_ptr_array_index (changes, 0), clt_field_get_name (author), NULL, name);
    }

  return changes;
}
