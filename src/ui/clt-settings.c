/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-settings"

#include "config.h"

#include "clt-settings.h"

static gpointer
clt_settings_make (gpointer unused)
{
  return g_settings_new ("org.clientele.Clientele");
}

/**
 * clt_settings_get:
 *
 * Returns: (transfer none): the program's settings; the same object each time
 */
GSettings *
clt_settings_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, clt_settings_make, NULL);
}

/**
 * clt_settings_dup_columns:
 * @entity: name of an entity
 *
 * Returns: (transfer full) (nullable): the columns its table had last, as
 *   clt_table_columns_to_text() wrote them; %NULL if the user changed none
 */
char *
clt_settings_dup_columns (const char *entity)
{
  g_autoptr (GVariant) columns = g_settings_get_value (clt_settings_get (), "columns");
  char *text = NULL;

  g_return_val_if_fail (entity != NULL, NULL);

  g_variant_lookup (columns, entity, "s", &text);

  return text;
}

/**
 * clt_settings_set_columns:
 * @entity: name of an entity
 * @columns: what clt_table_columns_to_text() wrote
 *
 * Remembers the columns of a table.
 */
void
clt_settings_set_columns (const char *entity,
                          const char *columns)
{
  g_autoptr (GVariant) old = g_settings_get_value (clt_settings_get (), "columns");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *value;

  g_return_if_fail (entity != NULL);
  g_return_if_fail (columns != NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (g_strcmp0 (key, entity) != 0)
      g_variant_builder_add (&builder, "{ss}", key, value);
  g_variant_builder_add (&builder, "{ss}", entity, columns);

  g_settings_set_value (clt_settings_get (), "columns", g_variant_builder_end (&builder));
}
