/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-write"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-cli-json.h"
#include "clt-cli-words.h"

/* The verbs that change records, by the same commands as the windows. */

/* Answers with the record as it is now, or with how it is called. */
static gboolean
clt_cli_answer_record (CltCli      *self,
                       const char  *entity,
                       gint64       id,
                       GError     **error)
{
  g_autoptr (CltRecord) record = NULL;

  if (!self->options.json)
    {
      clt_cli_print (self, "%s/%" G_GINT64_FORMAT "\n", entity, id);
      return TRUE;
    }

  record = clt_cli_load (self, entity, id, error);
  if (record == NULL)
    return FALSE;

  clt_cli_print_record_json (self, record);

  return TRUE;
}

/**
 * clt_cli_new:
 * @self: a command line
 * @words: the entity, then "FIELD=VALUE" each
 * @error: return location for an error
 *
 * Makes a record and prints how it is called.
 *
 * Returns: whether it succeeded
 */
gboolean
clt_cli_new (CltCli  *self,
             char   **words,
             GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;
  CltEntity *entity;
  gint64 id;

  if (!clt_cli_open (self, FALSE, error))
    return FALSE;

  entity = clt_cli_find_entity (self, words[0], error);
  if (entity == NULL || !clt_cli_parse_values (self, entity, words + 1, fields, values, error))
    return FALSE;

  changes = clt_session_create (self->session, entity, (const char * const *) fields->pdata,
                                (CltValue **) values->pdata, fields->len, &id);
  /* Translators: what was done; %s is a kind of record, such as “Customer” */
  label = g_strdup_printf (_("%s created"), clt_entity_get_label (entity));

  return clt_cli_run_command (self, label, changes, error) &&
         clt_cli_answer_record (self, clt_entity_get_name (entity), id, error);
}

/**
 * clt_cli_set:
 * @self: a command line
 * @words: "ENTITY/ID", then "FIELD=VALUE" each
 * @error: return location for an error
 *
 * Changes fields of a record.
 *
 * Returns: whether it succeeded, which it also does if nothing had to be changed
 */
gboolean
clt_cli_set (CltCli  *self,
             char   **words,
             GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (CltRecordKey) key = NULL;
  g_autoptr (CltRecord) record = NULL;
  g_autofree char *label = NULL;
  CltEntity *entity;

  if (!clt_cli_open (self, FALSE, error))
    return FALSE;

  key = clt_cli_parse_key (self, words[0], error);
  record = key != NULL ? clt_cli_load (self, key->entity, key->id, error) : NULL;
  if (record == NULL)
    return FALSE;

  entity = clt_record_get_entity (record);
  if (!clt_cli_parse_values (self, entity, words + 1, fields, values, error))
    return FALSE;

  changes = clt_command_set_fields (record, (const char * const *) fields->pdata,
                                    (CltValue **) values->pdata, fields->len);
  /* Translators: what was done; %s is a kind of record, such as “Customer” */
  label = g_strdup_printf (_("%s changed"), clt_entity_get_label (entity));

  return clt_cli_run_command (self, label, changes, error) &&
         clt_cli_answer_record (self, key->entity, key->id, error);
}

static GPtrArray *
clt_cli_load_all (CltCli  *self,
                  char   **words,
                  GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (; *words != NULL; words++)
    {
      g_autoptr (CltRecordKey) key = clt_cli_parse_key (self, *words, error);
      CltRecord *record = key != NULL ? clt_cli_load (self, key->entity, key->id, error) : NULL;

      if (record == NULL)
        return NULL;
      if (g_ptr_array_find (records, record, NULL))
        g_object_unref (record);
      else
        g_ptr_array_add (records, record);
    }

  return g_steal_pointer (&records);
}

/**
 * clt_cli_delete:
 * @self: a command line
 * @words: "ENTITY/ID" each
 * @error: return location for an error
 *
 * Deletes all of the records, or none.
 *
 * Returns: whether it succeeded
 */
gboolean
clt_cli_delete (CltCli  *self,
                char   **words,
                GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;

  if (!clt_cli_open (self, FALSE, error))
    return FALSE;

  records = clt_cli_load_all (self, words, error);
  if (records == NULL)
    return FALSE;

  changes = clt_command_delete ((CltRecord **) records->pdata, records->len);
  label = g_strdup_printf (ngettext ("%u record deleted", "%u records deleted", records->len),
                           records->len);
  if (!clt_cli_run_command (self, label, changes, error))
    return FALSE;

  if (self->options.json)
    clt_cli_print (self, "{\"deleted\":%u}\n", records->len);
  else
    clt_cli_print (self, "%s\n", label);

  return TRUE;
}
