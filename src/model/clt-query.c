/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-query"

#include "config.h"

#include "clt-json.h"
#include "clt-query.h"

struct _CltQuery
{
  gatomicrefcount  ref_count;
  const char      *entity;     /* interned */
  CltFilter       *filter;     /* (owned) (nullable) */
  char            *search;     /* (owned) (nullable) */
  const char      *sort_field; /* (nullable): interned */
  gboolean         descending;
};

G_DEFINE_BOXED_TYPE (CltQuery, clt_query, clt_query_ref, clt_query_unref)

/* What people look for a record by; the first role that the entity has. Of what happens at a
 * time they want the newest: a thousand notes by their subject help nobody. */
static const struct
{
  CltRole  role;
  gboolean descending;
} usual_orders[] = {
  { CLT_ROLE_WHEN, TRUE },
  { CLT_ROLE_START, TRUE },
  { CLT_ROLE_TITLE, FALSE },
};

static CltQuery *
clt_query_copy (const CltQuery *self)
{
  CltQuery *copy = clt_query_new (self->entity);

  copy->filter = self->filter != NULL ? clt_filter_ref (self->filter) : NULL;
  copy->search = g_strdup (self->search);
  copy->sort_field = self->sort_field;
  copy->descending = self->descending;

  return copy;
}

/**
 * clt_query_new:
 * @entity: name of the entity whose records are asked for
 *
 * Returns: (transfer full): the query for all of them, in the order of their title
 */
CltQuery *
clt_query_new (const char *entity)
{
  CltQuery *self;

  g_return_val_if_fail (entity != NULL, NULL);

  self = g_new0 (CltQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->entity = g_intern_string (entity);

  return self;
}

/**
 * clt_query_new_in_usual_order:
 * @entity: an entity
 *
 * Makes the query for all records of an entity that are not archived, in the
 * order that lists have before anybody chose one.
 *
 * Returns: (transfer full): the query
 */
CltQuery *
clt_query_new_in_usual_order (const CltEntity *entity)
{
  g_autoptr (CltQuery) all = NULL;

  g_return_val_if_fail (entity != NULL, NULL);

  all = clt_query_new (clt_entity_get_name (entity));
  for (gsize i = 0; i < G_N_ELEMENTS (usual_orders); i++)
    {
      const CltField *field = clt_entity_find_role (entity, usual_orders[i].role);

      if (field != NULL)
        return clt_query_with_sort (all, clt_field_get_name (field), usual_orders[i].descending);
    }

  return g_steal_pointer (&all);
}

/**
 * clt_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): the same query
 */
CltQuery *
clt_query_ref (const CltQuery *self)
{
  CltQuery *query = (CltQuery *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&query->ref_count);

  return query;
}

/**
 * clt_query_unref:
 * @self: (transfer full): a query
 *
 * Lets the query go.
 */
void
clt_query_unref (CltQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->filter, clt_filter_unref);
  g_free (self->search);
  g_free (self);
}

/**
 * clt_query_with_filter:
 * @self: a query
 * @filter: (nullable): a filter; %NULL for none
 *
 * Returns: (transfer full): the query with @filter in the place of its own
 */
CltQuery *
clt_query_with_filter (const CltQuery  *self,
                       const CltFilter *filter)
{
  CltQuery *query;

  g_return_val_if_fail (self != NULL, NULL);

  query = clt_query_copy (self);
  g_clear_pointer (&query->filter, clt_filter_unref);
  query->filter = filter != NULL ? clt_filter_ref (filter) : NULL;

  return query;
}

/**
 * clt_query_with_search:
 * @self: a query
 * @search: (nullable): words to look for; %NULL or blanks for none
 *
 * Returns: (transfer full): the query with @search in the place of its own
 */
CltQuery *
clt_query_with_search (const CltQuery *self,
                       const char     *search)
{
  g_autofree char *stripped = NULL;
  CltQuery *query;

  g_return_val_if_fail (self != NULL, NULL);

  stripped = search != NULL ? g_strstrip (g_strdup (search)) : NULL;
  query = clt_query_copy (self);
  g_free (query->search);
  query->search = stripped != NULL && *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;

  return query;
}

/**
 * clt_query_with_sort:
 * @self: a query
 * @field: (nullable): name of a field; %NULL for the order of the title
 * @descending: whether the greatest comes first
 *
 * Returns: (transfer full): the query in this order
 */
CltQuery *
clt_query_with_sort (const CltQuery *self,
                     const char     *field,
                     gboolean        descending)
{
  CltQuery *query;

  g_return_val_if_fail (self != NULL, NULL);

  query = clt_query_copy (self);
  query->sort_field = g_intern_string (field);
  query->descending = descending;

  return query;
}

/**
 * clt_query_get_entity:
 * @self: a query
 *
 * Returns: (transfer none): name of the entity, an interned string
 */
const char *
clt_query_get_entity (const CltQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entity;
}

/**
 * clt_query_get_filter:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): the filter
 */
CltFilter *
clt_query_get_filter (const CltQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->filter;
}

/**
 * clt_query_get_search:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): the words to look for, without blanks around
 */
const char *
clt_query_get_search (const CltQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->search;
}

/**
 * clt_query_get_sort_field:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): name of the field to sort by, an interned
 *   string; %NULL for the order of the title
 */
const char *
clt_query_get_sort_field (const CltQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sort_field;
}

/**
 * clt_query_get_descending:
 * @self: a query
 *
 * Returns: %TRUE if the greatest comes first
 */
gboolean
clt_query_get_descending (const CltQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->descending;
}

static gboolean
clt_query_has_equal_filter (const CltQuery *a,
                            const CltQuery *b)
{
  if (a->filter == NULL || b->filter == NULL)
    return a->filter == b->filter;

  return clt_filter_equal (a->filter, b->filter);
}

/**
 * clt_query_equal:
 * @a: a query
 * @b: another
 *
 * Returns: %TRUE if both ask for the same in the same order
 */
gboolean
clt_query_equal (const CltQuery *a,
                 const CltQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->entity == b->entity &&
         a->sort_field == b->sort_field &&
         !a->descending == !b->descending &&
         g_strcmp0 (a->search, b->search) == 0 &&
         clt_query_has_equal_filter (a, b);
}

/**
 * clt_query_to_json:
 * @self: a query
 *
 * Returns: (transfer full): the form in which saved views keep it
 */
JsonNode *
clt_query_to_json (const CltQuery *self)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "entity", self->entity);
  if (self->filter != NULL)
    json_object_set_member (object, "filter", clt_filter_to_json (self->filter));
  if (self->search != NULL)
    json_object_set_string_member (object, "search", self->search);
  if (self->sort_field != NULL)
    json_object_set_string_member (object, "sort", self->sort_field);
  if (self->descending)
    json_object_set_boolean_member (object, "descending", TRUE);

  return clt_json_take_object (object);
}

/**
 * clt_query_new_from_json:
 * @node: (nullable): what clt_query_to_json() made
 * @error: return location for an error
 *
 * Returns: (transfer full): the query; %NULL with %CLT_ERROR_MALFORMED
 */
CltQuery *
clt_query_new_from_json (JsonNode  *node,
                         GError   **error)
{
  const char *entity = clt_json_get_string (node, "entity", error);
  JsonNode *filter = clt_json_peek (node, "filter");
  g_autoptr (CltQuery) self = NULL;

  if (entity == NULL)
    return NULL;

  self = clt_query_new (entity);
  self->search = g_strdup (clt_json_peek_string (node, "search", NULL));
  self->sort_field = g_intern_string (clt_json_peek_string (node, "sort", NULL));
  self->descending = clt_json_peek_boolean (node, "descending", FALSE);

  if (filter != NULL)
    {
      self->filter = clt_filter_new_from_json (filter, error);
      if (self->filter == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}
