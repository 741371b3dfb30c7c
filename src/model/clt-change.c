/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-change"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-change.h"
#include "clt-error.h"
#include "clt-json.h"

typedef struct
{
  const char *field;  /* interned */
  CltValue   *before; /* (owned) */
  CltValue   *after;  /* (owned) */
} Edit;

struct _CltChange
{
  gatomicrefcount     ref_count;
  CltChangeOperation  operation;
  const char         *entity; /* interned */
  gint64              id;
  GArray             *edits;  /* (owned) (element-type Edit) */
};

static const struct
{
  const char         *nick;
  CltChangeOperation  inverse;
} operations[] = {
  [CLT_CHANGE_CREATE] = { "create", CLT_CHANGE_DELETE },
  [CLT_CHANGE_EDIT] = { "edit", CLT_CHANGE_EDIT },
  [CLT_CHANGE_DELETE] = { "delete", CLT_CHANGE_CREATE },
};

G_DEFINE_BOXED_TYPE (CltChange, clt_change, clt_change_ref, clt_change_unref)

static void
clt_change_clear_edit (gpointer data)
{
  Edit *edit = data;

  clt_value_unref (edit->before);
  clt_value_unref (edit->after);
}

static Edit *
clt_change_get_edit (const CltChange *self,
                     guint            index)
{
  return &g_array_index (self->edits, Edit, index);
}

static int
clt_change_find_index (const CltChange *self,
                       const char      *field)
{
  for (guint i = 0; i < self->edits->len; i++)
    if (g_strcmp0 (clt_change_get_edit (self, i)->field, field) == 0)
      return (int) i;

  return -1;
}

/**
 * clt_change_new:
 * @operation: what is done to the record
 * @entity: name of the record's entity
 * @id: its local id; for a create one from clt_record_id_new()
 *
 * Returns: (transfer full): a change without fields, to be filled by one thread
 */
CltChange *
clt_change_new (CltChangeOperation  operation,
                const char         *entity,
                gint64              id)
{
  CltChange *self;

  g_return_val_if_fail ((guint) operation < G_N_ELEMENTS (operations), NULL);
  g_return_val_if_fail (entity != NULL, NULL);

  self = g_new0 (CltChange, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->operation = operation;
  self->entity = g_intern_string (entity);
  self->id = id;
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (self->edits, clt_change_clear_edit);

  return self;
}

/**
 * clt_change_ref:
 * @self: a change
 *
 * Returns: (transfer full): the same change
 */
CltChange *
clt_change_ref (const CltChange *self)
{
  CltChange *change = (CltChange *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&change->ref_count);

  return change;
}

/**
 * clt_change_unref:
 * @self: (transfer full): a change
 *
 * Lets the change go.
 */
void
clt_change_unref (CltChange *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->edits);
  g_free (self);
}

/**
 * clt_change_add:
 * @self: a change that nobody else has seen yet
 * @field: name of a field
 * @before: (nullable): what it held when editing began; %NULL is the empty value
 * @after: (nullable): what it is to hold; %NULL is the empty value
 *
 * Adds a field. A second call for a field keeps the first @before, so that typing
 * makes one edit; a field that is back where it was is not in the change any more.
 */
void
clt_change_add (CltChange      *self,
                const char     *field,
                const CltValue *before,
                const CltValue *after)
{
  Edit edit;
  int index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (field != NULL);

  index = clt_change_find_index (self, field);
  if (index >= 0)
    before = clt_change_get_edit (self, (guint) index)->before;

  edit.field = g_intern_string (field);
  edit.before = before != NULL ? clt_value_ref (before) : clt_value_new_none ();
  edit.after = after != NULL ? clt_value_ref (after) : clt_value_new_none ();

  if (index >= 0)
    g_array_remove_index (self->edits, (guint) index);

  if (clt_value_equal (edit.before, edit.after))
    clt_change_clear_edit (&edit);
  else
    g_array_insert_val (self->edits, index >= 0 ? (guint) index : self->edits->len, edit);
}

/**
 * clt_change_get_operation:
 * @self: a change
 *
 * Returns: what is done to the record
 */
CltChangeOperation
clt_change_get_operation (const CltChange *self)
{
  g_return_val_if_fail (self != NULL, CLT_CHANGE_EDIT);

  return self->operation;
}

/**
 * clt_change_get_entity:
 * @self: a change
 *
 * Returns: (transfer none): name of the record's entity, an interned string
 */
const char *
clt_change_get_entity (const CltChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entity;
}

/**
 * clt_change_get_id:
 * @self: a change
 *
 * Returns: the record's local id
 */
gint64
clt_change_get_id (const CltChange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->id;
}

/**
 * clt_change_get_n_fields:
 * @self: a change
 *
 * Returns: how many fields change
 */
guint
clt_change_get_n_fields (const CltChange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->edits->len;
}

/**
 * clt_change_get_field:
 * @self: a change
 * @index: which of its fields, less than clt_change_get_n_fields()
 *
 * Returns: (transfer none): name of the field, an interned string
 */
const char *
clt_change_get_field (const CltChange *self,
                      guint            index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->edits->len, NULL);

  return clt_change_get_edit (self, index)->field;
}

/**
 * clt_change_get_before:
 * @self: a change
 * @index: which of its fields, less than clt_change_get_n_fields()
 *
 * Returns: (transfer none): what the field held when editing began
 */
CltValue *
clt_change_get_before (const CltChange *self,
                       guint            index)
{
  g_return_val_if_fail (self != NULL, clt_value_new_none ());
  g_return_val_if_fail (index < self->edits->len, clt_value_new_none ());

  return clt_change_get_edit (self, index)->before;
}

/**
 * clt_change_get_after:
 * @self: a change
 * @index: which of its fields, less than clt_change_get_n_fields()
 *
 * Returns: (transfer none): what the field is to hold
 */
CltValue *
clt_change_get_after (const CltChange *self,
                      guint            index)
{
  g_return_val_if_fail (self != NULL, clt_value_new_none ());
  g_return_val_if_fail (index < self->edits->len, clt_value_new_none ());

  return clt_change_get_edit (self, index)->after;
}

/**
 * clt_change_find_after:
 * @self: a change
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): what the field is to hold; %NULL if it
 *   does not change
 */
CltValue *
clt_change_find_after (const CltChange *self,
                       const char      *field)
{
  int index;

  g_return_val_if_fail (self != NULL, NULL);

  index = clt_change_find_index (self, field);

  return index >= 0 ? clt_change_get_edit (self, (guint) index)->after : NULL;
}

/**
 * clt_change_is_empty:
 * @self: a change
 *
 * Returns: %TRUE if it is an edit that changes nothing
 */
gboolean
clt_change_is_empty (const CltChange *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->operation == CLT_CHANGE_EDIT && self->edits->len == 0;
}

/**
 * clt_change_invert:
 * @self: a change
 *
 * Returns: (transfer full): the change that takes @self back
 */
CltChange *
clt_change_invert (const CltChange *self)
{
  CltChange *inverse;

  g_return_val_if_fail (self != NULL, NULL);

  inverse = clt_change_new (operations[self->operation].inverse, self->entity, self->id);
  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = clt_change_get_edit (self, i);

      clt_change_add (inverse, edit->field, edit->after, edit->before);
    }

  return inverse;
}

/* {{{ Checking */

static gboolean
clt_change_check_edit (const CltChange  *self,
                       const CltEntity  *entity,
                       const Edit       *edit,
                       GError          **error)
{
  const CltField *field = clt_entity_find_field (entity, edit->field);

  if (field == NULL)
    {
      /* Translators: the first %s is what one record is called, the second the name of a field */
      g_set_error (error, CLT_ERROR, CLT_ERROR_NOT_FOUND, _("%s has no field “%s”."),
                   clt_entity_get_label (entity), edit->field);
      return FALSE;
    }

  /* A create may bring a deleted record back, with all that it had. */
  if (self->operation == CLT_CHANGE_EDIT && clt_field_has_flags (field, CLT_FIELD_READ_ONLY))
    {
      /* Translators: %s is the label of a field */
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, _("“%s” cannot be changed here."),
                   clt_field_get_label (field));
      return FALSE;
    }

  return clt_field_check (field, edit->after, error);
}

static gboolean
clt_change_check_required (const CltChange  *self,
                           const CltEntity  *entity,
                           GError          **error)
{
  for (guint i = 0; i < clt_entity_get_n_fields (entity); i++)
    {
      const CltField *field = clt_entity_get_field (entity, i);
      const CltValue *after = clt_change_find_after (self, clt_field_get_name (field));

      if (after == NULL && !clt_field_check (field, clt_value_new_none (), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * clt_change_check:
 * @self: a change
 * @schema: the workspace's schema
 * @error: return location for an error
 *
 * Tells whether the change may be made: entity and fields exist and may be
 * written, values are what the fields take, and a new record has what it must.
 *
 * Returns: %TRUE if it may; else %FALSE with %CLT_ERROR_INVALID or
 *   %CLT_ERROR_NOT_FOUND
 */
gboolean
clt_change_check (const CltChange  *self,
                  const CltSchema  *schema,
                  GError          **error)
{
  const CltEntity *entity;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (schema != NULL, FALSE);

  entity = clt_schema_find_entity (schema, self->entity);
  if (entity == NULL)
    {
      /* Translators: %s is the name of a kind of record */
      g_set_error (error, CLT_ERROR, CLT_ERROR_NOT_FOUND, _("There is nothing called “%s”."),
                   self->entity);
      return FALSE;
    }

  if (clt_entity_has_flags (entity, CLT_ENTITY_READ_ONLY))
    {
      /* Translators: %s is what several records are called, such as “Products” */
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID, _("%s cannot be changed here."),
                   clt_entity_get_label_plural (entity));
      return FALSE;
    }

  if (self->operation == CLT_CHANGE_DELETE)
    return TRUE;

  for (guint i = 0; i < self->edits->len; i++)
    if (!clt_change_check_edit (self, entity, clt_change_get_edit (self, i), error))
      return FALSE;

  return self->operation == CLT_CHANGE_EDIT || clt_change_check_required (self, entity, error);
}

/* }}} */
/* {{{ JSON */

/**
 * clt_change_to_json:
 * @self: a change
 *
 * Returns: (transfer full): the form in which the outbox keeps it, without loss
 */
JsonNode *
clt_change_to_json (const CltChange *self)
{
  JsonObject *object;
  JsonArray *fields;

  g_return_val_if_fail (self != NULL, NULL);

  fields = json_array_sized_new (self->edits->len);
  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = clt_change_get_edit (self, i);
      JsonObject *field = json_object_new ();

      json_object_set_string_member (field, "field", edit->field);
      json_object_set_member (field, "before", clt_value_to_json (edit->before));
      json_object_set_member (field, "after", clt_value_to_json (edit->after));
      json_array_add_object_element (fields, field);
    }

  object = json_object_new ();
  json_object_set_string_member (object, "operation", operations[self->operation].nick);
  json_object_set_string_member (object, "entity", self->entity);
  json_object_set_int_member (object, "id", self->id);
  json_object_set_array_member (object, "fields", fields);

  return clt_json_take_object (object);
}

static gboolean
clt_change_read_operation (JsonNode            *node,
                           CltChangeOperation  *operation,
                           GError             **error)
{
  const char *nick = clt_json_get_string (node, "operation", error);

  if (nick == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (g_str_equal (operations[i].nick, nick))
      {
        *operation = i;
        return TRUE;
      }

  g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED, "There is no operation “%s”", nick);

  return FALSE;
}

static gboolean
clt_change_read_edit (CltChange  *self,
                      JsonNode   *node,
                      GError    **error)
{
  const char *field = clt_json_get_string (node, "field", error);
  g_autoptr (CltValue) before = NULL;
  g_autoptr (CltValue) after = NULL;

  if (field == NULL)
    return FALSE;

  before = clt_value_new_from_json (clt_json_peek (node, "before"), error);
  if (before == NULL)
    return FALSE;

  after = clt_value_new_from_json (clt_json_peek (node, "after"), error);
  if (after == NULL)
    return FALSE;

  clt_change_add (self, field, before, after);

  return TRUE;
}

/**
 * clt_change_new_from_json:
 * @node: (nullable): what clt_change_to_json() made
 * @error: return location for an error
 *
 * Returns: (transfer full): the change; %NULL with %CLT_ERROR_MALFORMED
 */
CltChange *
clt_change_new_from_json (JsonNode  *node,
                          GError   **error)
{
  g_autoptr (CltChange) self = NULL;
  CltChangeOperation operation;
  const char *entity;
  JsonArray *fields;
  gint64 id;

  if (!clt_change_read_operation (node, &operation, error) ||
      (entity = clt_json_get_string (node, "entity", error)) == NULL ||
      !clt_json_get_int (node, "id", &id, error) ||
      (fields = clt_json_get_array (node, "fields", error)) == NULL)
    return NULL;

  self = clt_change_new (operation, entity, id);
  for (guint i = 0; i < json_array_get_length (fields); i++)
    if (!clt_change_read_edit (self, json_array_get_element (fields, i), error))
      return NULL;

  return g_steal_pointer (&self);
}

/* }}} */
