/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-filter"

#include "config.h"

#include "clt-error.h"
#include "clt-filter.h"
#include "clt-json.h"

struct _CltFilter
{
  gatomicrefcount  ref_count;
  CltFilterType    type;

  /* Of a comparison. */
  const char      *field; /* (nullable): interned */
  CltComparison    comparison;
  CltValue        *value; /* (owned) (nullable) */

  /* Of a group. */
  gsize            n_children;
  CltFilter      **children; /* (owned) (nullable) */
};

static const char *const group_nicks[] = {
  [CLT_FILTER_ALL] = "all",
  [CLT_FILTER_ANY] = "any",
  [CLT_FILTER_NOT] = "not",
};

G_DEFINE_BOXED_TYPE (CltFilter, clt_filter, clt_filter_ref, clt_filter_unref)

/**
 * clt_filter_new_compare:
 * @field: name of a field
 * @comparison: how it is compared
 * @value: (nullable): with what; %NULL for the empty value, which the comparisons
 *   with nothing have
 *
 * Returns: (transfer full): the condition
 */
CltFilter *
clt_filter_new_compare (const char     *field,
                        CltComparison   comparison,
                        const CltValue *value)
{
  CltFilter *self;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail ((guint) comparison < CLT_N_COMPARISONS, NULL);

  self = g_new0 (CltFilter, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->type = CLT_FILTER_COMPARE;
  self->field = g_intern_string (field);
  self->comparison = comparison;
  self->value = value != NULL ? clt_value_ref (value) : clt_value_new_none ();

  return self;
}

/**
 * clt_filter_new_group:
 * @type: %CLT_FILTER_ALL, %CLT_FILTER_ANY or %CLT_FILTER_NOT
 * @children: (array length=n_children) (nullable): conditions
 * @n_children: how many; exactly 1 for %CLT_FILTER_NOT
 *
 * Returns: (transfer full): the group, which refers to @children
 */
CltFilter *
clt_filter_new_group (CltFilterType   type,
                      CltFilter     **children,
                      gsize           n_children)
{
  CltFilter *self;

  g_return_val_if_fail (type != CLT_FILTER_COMPARE, NULL);
  g_return_val_if_fail (type != CLT_FILTER_NOT || n_children == 1, NULL);
  g_return_val_if_fail (children != NULL || n_children == 0, NULL);

  self = g_new0 (CltFilter, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->n_children = n_children;
  self->children = g_new (CltFilter *, n_children);
  for (gsize i = 0; i < n_children; i++)
    self->children[i] = clt_filter_ref (children[i]);

  return self;
}

/**
 * clt_filter_ref:
 * @self: a filter
 *
 * Returns: (transfer full): the same filter
 */
CltFilter *
clt_filter_ref (const CltFilter *self)
{
  CltFilter *filter = (CltFilter *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&filter->ref_count);

  return filter;
}

/**
 * clt_filter_unref:
 * @self: (transfer full): a filter
 *
 * Lets the filter go.
 */
void
clt_filter_unref (CltFilter *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (gsize i = 0; i < self->n_children; i++)
    clt_filter_unref (self->children[i]);

  g_free (self->children);
  g_clear_pointer (&self->value, clt_value_unref);
  g_free (self);
}

/**
 * clt_filter_get_filter_type:
 * @self: a filter
 *
 * Returns: whether it is a comparison or which kind of group
 */
CltFilterType
clt_filter_get_filter_type (const CltFilter *self)
{
  g_return_val_if_fail (self != NULL, CLT_FILTER_ALL);

  return self->type;
}

/**
 * clt_filter_get_n_children:
 * @self: a filter
 *
 * Returns: how many conditions a group has; 0 for a comparison
 */
gsize
clt_filter_get_n_children (const CltFilter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_children;
}

/**
 * clt_filter_get_child:
 * @self: a group
 * @index: which condition, less than clt_filter_get_n_children()
 *
 * Returns: (transfer none): the condition
 */
CltFilter *
clt_filter_get_child (const CltFilter *self,
                      gsize            index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_children, NULL);

  return self->children[index];
}

/**
 * clt_filter_get_field:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): name of the field that is compared, an
 *   interned string; %NULL for a group
 */
const char *
clt_filter_get_field (const CltFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->field;
}

/**
 * clt_filter_get_comparison:
 * @self: a comparison
 *
 * Returns: how the field is compared
 */
CltComparison
clt_filter_get_comparison (const CltFilter *self)
{
  g_return_val_if_fail (self != NULL, CLT_COMPARE_IS);

  return self->comparison;
}

/**
 * clt_filter_get_value:
 * @self: a filter
 *
 * Returns: (transfer none): with what the field is compared, perhaps relative,
 *   see clt_filter_resolve_value(); the empty value for a group
 */
CltValue *
clt_filter_get_value (const CltFilter *self)
{
  g_return_val_if_fail (self != NULL, clt_value_new_none ());

  return self->value != NULL ? self->value : clt_value_new_none ();
}

/**
 * clt_filter_equal:
 * @a: a filter
 * @b: another
 *
 * Returns: %TRUE if both are built alike, in the same order
 */
gboolean
clt_filter_equal (const CltFilter *a,
                  const CltFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;

  if (a->type != b->type || a->field != b->field || a->comparison != b->comparison ||
      a->n_children != b->n_children ||
      !clt_value_equal (clt_filter_get_value (a), clt_filter_get_value (b)))
    return FALSE;

  for (gsize i = 0; i < a->n_children; i++)
    if (!clt_filter_equal (a->children[i], b->children[i]))
      return FALSE;

  return TRUE;
}

/* {{{ Adding and removing conditions */

/* What stands side by side in the chips: the conditions of ALL, or the filter itself. */
static void
clt_filter_collect (const CltFilter *self,
                    GPtrArray       *conditions)
{
  if (self == NULL)
    return;

  if (self->type != CLT_FILTER_ALL)
    g_ptr_array_add (conditions, (gpointer) self);

  for (gsize i = 0; self->type == CLT_FILTER_ALL && i < self->n_children; i++)
    g_ptr_array_add (conditions, self->children[i]);
}

/**
 * clt_filter_and:
 * @self: (nullable): a filter; %NULL is everything
 * @other: (nullable): another
 *
 * Returns: (transfer full): what both let through: one %CLT_FILTER_ALL with the
 *   conditions of both
 */
CltFilter *
clt_filter_and (const CltFilter *self,
                const CltFilter *other)
{
  g_autoptr (GPtrArray) conditions = g_ptr_array_new ();

  clt_filter_collect (self, conditions);
  clt_filter_collect (other, conditions);

  return clt_filter_new_group (CLT_FILTER_ALL, (CltFilter **) conditions->pdata, conditions->len);
}

/**
 * clt_filter_without:
 * @self: a filter
 * @index: which of its conditions to leave out
 *
 * Returns: (transfer full) (nullable): the filter without the condition; %NULL,
 *   which is everything, if it was the only one
 */
CltFilter *
clt_filter_without (const CltFilter *self,
                    gsize            index)
{
  g_autoptr (GPtrArray) conditions = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  clt_filter_collect (self, conditions);
  g_return_val_if_fail (index < conditions->len, NULL);
  g_ptr_array_remove_index (conditions, (guint) index);

  if (conditions->len == 0)
    return NULL;

  return clt_filter_new_group (CLT_FILTER_ALL, (CltFilter **) conditions->pdata, conditions->len);
}

/* }}} */
/* {{{ JSON */

/**
 * clt_filter_to_json:
 * @self: a filter
 *
 * Makes the form in which saved views keep it: {"all": […]}, {"any": […]},
 * {"not": […]} or {"field": …, "is": a comparison, "value": …}.
 *
 * Returns: (transfer full): JSON
 */
JsonNode *
clt_filter_to_json (const CltFilter *self)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  if (self->type == CLT_FILTER_COMPARE)
    {
      json_object_set_string_member (object, "field", self->field);
      json_object_set_string_member (object, "is", clt_comparison_get_nick (self->comparison));
      json_object_set_member (object, "value", clt_value_to_json (self->value));
    }
  else
    {
      JsonArray *children = json_array_new ();

      for (gsize i = 0; i < self->n_children; i++)
        json_array_add_element (children, clt_filter_to_json (self->children[i]));
      json_object_set_array_member (object, group_nicks[self->type], children);
    }

  return clt_json_take_object (object);
}

static CltFilter *
clt_filter_new_compare_from_json (JsonNode  *node,
                                  GError   **error)
{
  const char *field = clt_json_get_string (node, "field", error);
  const char *nick = field != NULL ? clt_json_get_string (node, "is", error) : NULL;
  g_autoptr (CltValue) value = NULL;
  CltComparison comparison;

  if (nick == NULL)
    return NULL;

  if (!clt_comparison_from_nick (nick, &comparison))
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED, "There is no comparison “%s”", nick);
      return NULL;
    }

  value = clt_value_new_from_json (clt_json_peek (node, "value"), error);

  return value != NULL ? clt_filter_new_compare (field, comparison, value) : NULL;
}

static CltFilter *
clt_filter_new_group_from_json (CltFilterType   type,
                                JsonNode       *node,
                                GError        **error)
{
  g_autoptr (GPtrArray) children = NULL;
  JsonArray *array = clt_json_get_array (node, group_nicks[type], error);

  if (array == NULL)
    return NULL;

  children = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_filter_unref);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      CltFilter *child = clt_filter_new_from_json (json_array_get_element (array, i), error);

      if (child == NULL)
        return NULL;
      g_ptr_array_add (children, child);
    }

  if (type == CLT_FILTER_NOT && children->len != 1)
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED, "“not” has %u conditions",
                   children->len);
      return NULL;
    }

  return clt_filter_new_group (type, (CltFilter **) children->pdata, children->len);
}

/**
 * clt_filter_new_from_json:
 * @node: (nullable): what clt_filter_to_json() made
 * @error: return location for an error
 *
 * Returns: (transfer full): the filter; %NULL with %CLT_ERROR_MALFORMED
 */
CltFilter *
clt_filter_new_from_json (JsonNode  *node,
                          GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (group_nicks); i++)
    if (clt_json_peek (node, group_nicks[i]) != NULL)
      return clt_filter_new_group_from_json (i, node, error);

  return clt_filter_new_compare_from_json (node, error);
}

/* }}} */
