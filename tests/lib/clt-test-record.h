/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-catalog.h"
#include "clt-record.h"

G_BEGIN_DECLS

/* A loaded record of a built-in entity. @text has fields as people type them, parted by
 * semicolons: "name=Order; stage=won; amount=1000 EUR". */
static inline CltRecord *
clt_test_record_new (const char *entity_name,
                     const char *text)
{
  CltEntity *entity = clt_schema_find_entity (clt_catalog_get (), entity_name);
  const guint n_fields = clt_entity_get_n_fields (entity);
  g_autoptr (GPtrArray) values = g_ptr_array_new_full (n_fields, (GDestroyNotify) clt_value_unref);
  g_auto (GStrv) assignments = g_strsplit (text, ";", -1);
  CltRecord *record = clt_record_new (entity, 1);

  for (guint i = 0; i < n_fields; i++)
    g_ptr_array_add (values, clt_value_new_none ());

  for (char **at = assignments; *at != NULL; at++)
    {
      g_auto (GStrv) parts = g_strsplit (g_strstrip (*at), "=", 2);
      const int index = clt_entity_find_index (entity, parts[0]);
      g_autoptr (GError) error = NULL;

      if (parts[0] == NULL)
        continue;

      g_assert_cmpint (index, >=, 0);
      values->pdata[index] = clt_field_parse (clt_entity_get_field (entity, (guint) index),
                                              parts[1], &error);
      g_assert_no_error (error);
    }

  clt_record_fill (record, (CltValue **) values->pdata, NULL, NULL, CLT_SYNC_LOCAL);

  return record;
}

G_END_DECLS
