/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-test-store.h"

/* {{{ Opening */

CltStore *
clt_test_store_try_open (const char     *folder,
                         CltStoreFlags   flags,
                         GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_store_open_async (folder, clt_catalog_get (), flags, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_store_open_finish (result, error);
}

CltStore *
clt_test_store_open (const char    *folder,
                     CltStoreFlags  flags)
{
  g_autoptr (GError) error = NULL;
  CltStore *store = clt_test_store_try_open (folder, flags, &error);

  g_assert_no_error (error);

  return store;
}

/* Closes, and fails the test if anybody keeps the object. */
void
clt_test_store_close (CltStore *store)
{
  clt_store_close (store);
  clt_test_assert_finalize (store);
}

/* }}} */
/* {{{ Writing */

gboolean
clt_test_store_try_apply (CltStore   *store,
                          CltChange  *change,
                          GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();

  g_ptr_array_add (changes, change);
  clt_store_apply_async (store, changes, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_store_apply_finish (store, result, error);
}

void
clt_test_store_apply (CltStore  *store,
                      CltChange *change)
{
  g_autoptr (GError) error = NULL;

  clt_test_store_try_apply (store, change, &error);
  g_assert_no_error (error);
}

static CltValue *
clt_test_parse (const char *entity,
                const char *field,
                const char *text)
{
  const CltEntity *found = clt_schema_find_entity (clt_catalog_get (), entity);
  g_autoptr (GError) error = NULL;
  CltValue *value = clt_field_parse (clt_entity_find_field (found, field), text, &error);

  g_assert_no_error (error);

  return value;
}

/* Pairs of a field and what a person would type into it. Returns: the new record's id */
gint64
clt_test_store_create (CltStore   *store,
                       const char *entity,
                       ...)
{
  const gint64 id = clt_record_id_new ();
  g_autoptr (CltChange) change = clt_change_new (CLT_CHANGE_CREATE, entity, id);
  const char *field;
  va_list pairs;

  va_start (pairs, entity);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      g_autoptr (CltValue) value = clt_test_parse (entity, field, va_arg (pairs, const char *));

      clt_change_add (change, field, NULL, value);
    }
  va_end (pairs);

  clt_test_store_apply (store, change);

  return id;
}

void
clt_test_store_edit (CltStore   *store,
                     const char *entity,
                     gint64      id,
                     const char *field,
                     const char *text)
{
  g_autoptr (CltRecord) record = clt_test_store_load (store, entity, id);
  g_autoptr (CltChange) change = clt_change_new (CLT_CHANGE_EDIT, entity, id);
  g_autoptr (CltValue) after = clt_test_parse (entity, field, text);

  clt_change_add (change, field, clt_record_get_value (record, field), after);
  clt_test_store_apply (store, change);
}

void
clt_test_store_delete (CltStore   *store,
                       const char *entity,
                       gint64      id)
{
  g_autoptr (CltRecord) record = clt_test_store_load (store, entity, id);
  g_autoptr (CltChange) change = clt_change_new (CLT_CHANGE_DELETE, entity, id);
  const CltEntity *description = clt_record_get_entity (record);

  for (guint i = 0; i < clt_entity_get_n_fields (description); i++)
    clt_change_add (change, clt_field_get_name (clt_entity_get_field (description, i)),
                    clt_record_get_nth_value (record, i), NULL);

  clt_test_store_apply (store, change);
}

guint
clt_test_store_pull (CltStore    *store,
                     CltPullPage *page,
                     const char  *cursor_key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed;

  clt_store_apply_page_async (store, page, cursor_key, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  clt_store_apply_page_finish (store, result, &n_changed, &error);
  g_assert_no_error (error);

  return n_changed;
}

void
clt_test_store_set_meta (CltStore   *store,
                         const char *key,
                         const char *value)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  clt_store_set_meta_async (store, key, value, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  clt_store_set_meta_finish (store, result, &error);
  g_assert_no_error (error);
}

/* }}} */
/* {{{ Reading */

/* Returns: (nullable): NULL if it is not there */
CltRecord *
clt_test_store_load (CltStore   *store,
                     const char *entity,
                     gint64      id)
{
  g_autoptr (GAsyncResult) result = NULL;

  clt_store_load_async (store, entity, id, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);

  return clt_store_load_finish (store, result, NULL);
}

GArray *
clt_test_store_ids (CltStore *store,
                    CltQuery *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *ids;

  clt_store_ids_async (store, query, 0, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  ids = clt_store_ids_finish (store, result, &error);
  g_assert_no_error (error);

  return ids;
}

/* The titles of a query's records, in order, joined by ", ". */
char *
clt_test_store_titles (CltStore *store,
                       CltQuery *query)
{
  g_autoptr (GArray) ids = clt_test_store_ids (store, query);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (CltRecord) record = clt_test_store_load (store, clt_query_get_entity (query),
                                                          g_array_index (ids, gint64, i));

      g_assert_nonnull (record);
      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", clt_record_get_title (record));
    }

  return g_strdup (titles->str);
}

gint64
clt_test_store_count (CltStore *store,
                      CltQuery *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 count;

  clt_store_count_async (store, query, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  count = clt_store_count_finish (store, result, &error);
  g_assert_no_error (error);

  return count;
}

gint64
clt_test_store_find (CltStore   *store,
                     const char *entity,
                     const char *remote_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  clt_store_find_remote_async (store, entity, remote_id, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  id = clt_store_find_remote_finish (store, result, &error);
  g_assert_no_error (error);

  return id;
}

char *
clt_test_store_get_meta (CltStore   *store,
                         const char *key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *value;

  clt_store_get_meta_async (store, key, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  value = clt_store_get_meta_finish (store, result, &error);
  g_assert_no_error (error);

  return value;
}

static CltFilter *
clt_test_parse_filter (const CltEntity *entity,
                       const char      *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);
  g_autoptr (CltFilter) filter = NULL;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CltFilter) part = clt_filter_parse (parts[i], entity, &error);
      CltFilter *both;

      g_assert_no_error (error);
      both = clt_filter_and (filter, part);
      g_clear_pointer (&filter, clt_filter_unref);
      filter = both;
    }

  return g_steal_pointer (&filter);
}

CltQuery *
clt_test_query (const char *entity,
                const char *filter,
                const char *search,
                const char *sort)
{
  const gboolean is_descending = sort != NULL && sort[0] == '-';
  g_autoptr (CltFilter) parsed = NULL;
  g_autoptr (CltQuery) all = clt_query_new (entity);
  g_autoptr (CltQuery) filtered = NULL;
  g_autoptr (CltQuery) searched = NULL;

  if (filter != NULL)
    parsed = clt_test_parse_filter (clt_schema_find_entity (clt_catalog_get (), entity), filter);

  filtered = clt_query_with_filter (all, parsed);
  searched = clt_query_with_search (filtered, search);

  return clt_query_with_sort (searched, sort != NULL ? sort + is_descending : NULL, is_descending);
}

/* }}} */
