/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-field-codec-choice"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clt-field-codec.h"
#include "clt-record-key.h"
#include "clt-text.h"

/* What parts the items of a list when people type it. */
static const char *const item_separators[] = { ",", ";", "、", "，", "；" };

typedef CltValue *(*ParseItem) (const CltField *field,
                                const char     *text);

/* {{{ Lists */

static CltValue *
clt_field_parse_list (const CltField *field,
                      const char     *text,
                      ParseItem       parse_item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  g_autoptr (GString) plain = g_string_new (text);
  g_auto (GStrv) parts = NULL;

  for (gsize i = 1; i < G_N_ELEMENTS (item_separators); i++)
    g_string_replace (plain, item_separators[i], item_separators[0], 0);

  parts = g_strsplit (plain->str, item_separators[0], -1);
  for (char **part = parts; *part != NULL; part++)
    {
      CltValue *item;

      if (*g_strstrip (*part) == '\0')
        continue;

      item = parse_item (field, *part);
      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }

  return clt_value_new_list ((CltValue **) items->pdata, items->len);
}

static char *
clt_field_join (const CltField *field,
                const CltValue *value,
                const char     *separator,
                char         *(*dup_item) (const CltField *, const CltValue *))
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < clt_value_get_n_items (value); i++)
    {
      g_autofree char *item = dup_item (field, clt_value_get_item (value, i));

      if (text->len > 0 && *item != '\0')
        g_string_append (text, separator);
      g_string_append (text, item);
    }

  return g_string_free (text, FALSE);
}

/* }}} */
/* {{{ Choices and tags */

/* By its id, or by its label as people write it. */
static CltValue *
clt_field_parse_choice (const CltField *field,
                        const char     *text)
{
  const GPtrArray *choices = clt_field_get_choices (field);
  g_autofree char *folded = clt_text_fold (text);

  if (choices == NULL || clt_field_find_choice (field, text) != NULL)
    return clt_value_new_text (text);

  for (guint i = 0; i < choices->len; i++)
    {
      const CltChoice *choice = choices->pdata[i];
      g_autofree char *id = clt_text_fold (clt_choice_get_id (choice));
      g_autofree char *label = clt_text_fold (clt_choice_get_label (choice));

      if (g_str_equal (folded, id) || g_str_equal (folded, label))
        return clt_value_new_text (clt_choice_get_id (choice));
    }

  return NULL;
}

static char *
clt_field_format_choice (const CltField *field,
                         const CltValue *value)
{
  const char *id = clt_value_get_text (value);
  const CltChoice *choice = clt_field_find_choice (field, id);

  return g_strdup (choice != NULL ? clt_choice_get_label (choice) : id);
}

static char *
clt_field_to_plain_choice (const CltField *field,
                           const CltValue *value)
{
  return g_strdup (clt_value_get_text (value));
}

static gboolean
clt_field_check_choice (const CltField *field,
                        const CltValue *value)
{
  return clt_field_get_choices (field) == NULL ||
         clt_field_find_choice (field, clt_value_get_text (value)) != NULL;
}

static CltValue *
clt_field_parse_tags (const CltField *field,
                      const char     *text)
{
  return clt_field_parse_list (field, text, clt_field_parse_choice);
}

static char *
clt_field_format_tags (const CltField *field,
                       const CltValue *value)
{
  /* A tag alone is what a filter compares with. */
  if (clt_value_get_value_type (value) == CLT_VALUE_TEXT)
    return clt_field_format_choice (field, value);

  /* Translators: what stands between the items of a list */
  return clt_field_join (field, value, C_("list", ", "), clt_field_format_choice);
}

static char *
clt_field_to_plain_tags (const CltField *field,
                         const CltValue *value)
{
  if (clt_value_get_value_type (value) == CLT_VALUE_TEXT)
    return clt_field_to_plain_choice (field, value);

  return clt_field_join (field, value, item_separators[0], clt_field_to_plain_choice);
}

static gboolean
clt_field_check_tags (const CltField *field,
                      const CltValue *value)
{
  for (gsize i = 0; i < clt_value_get_n_items (value); i++)
    {
      const CltValue *item = clt_value_get_item (value, i);

      if (clt_value_get_value_type (item) != CLT_VALUE_TEXT ||
          !clt_field_check_choice (field, item))
        return FALSE;
    }

  return TRUE;
}

/* }}} */
/* {{{ References */

/* "customer/12"; "12" where the entity is known. */
static CltValue *
clt_field_parse_reference (const CltField *field,
                           const char     *text)
{
  const char *target = clt_field_get_target (field);
  g_autoptr (CltRecordKey) key = clt_record_key_from_text (text, NULL);
  gint64 id;

  if (key == NULL && target != NULL &&
      g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    key = clt_record_key_new (target, id);

  if (key == NULL || (target != NULL && !g_str_equal (key->entity, target)))
    return NULL;

  return clt_value_new_reference (key->entity, key->id);
}

/* Only the server's own words are known here. */
static char *
clt_field_format_reference (const CltField *field,
                            const CltValue *value)
{
  const char *label = clt_value_get_label (value);

  return g_strdup (label != NULL ? label : "");
}

static char *
clt_field_to_plain_reference (const CltField *field,
                              const CltValue *value)
{
  const CltRecordKey key = { clt_value_get_entity (value), clt_value_get_id (value) };

  if (clt_value_get_value_type (value) == CLT_VALUE_REFERENCE)
    return clt_record_key_to_text (&key);

  return clt_field_format_reference (field, value);
}

static gboolean
clt_field_check_reference (const CltField *field,
                           const CltValue *value)
{
  const char *target = clt_field_get_target (field);

  return target == NULL || g_strcmp0 (clt_value_get_entity (value), target) == 0;
}

static CltValue *
clt_field_parse_references (const CltField *field,
                            const char     *text)
{
  return clt_field_parse_list (field, text, clt_field_parse_reference);
}

static char *
clt_field_format_references (const CltField *field,
                             const CltValue *value)
{
  /* Translators: what stands between the items of a list */
  return clt_field_join (field, value, C_("list", ", "), clt_field_format_reference);
}

static char *
clt_field_to_plain_references (const CltField *field,
                               const CltValue *value)
{
  if (clt_value_get_n_items (value) == 0)
    return clt_field_to_plain_reference (field, value);

  return clt_field_join (field, value, item_separators[0], clt_field_to_plain_reference);
}

static gboolean
clt_field_check_references (const CltField *field,
                            const CltValue *value)
{
  for (gsize i = 0; i < clt_value_get_n_items (value); i++)
    if (!clt_field_check_reference (field, clt_value_get_item (value, i)))
      return FALSE;

  return TRUE;
}

/* }}} */

const CltFieldCodec clt_field_codec_choice = {
  .parse = clt_field_parse_choice,
  .format = clt_field_format_choice,
  .to_plain = clt_field_to_plain_choice,
  .check = clt_field_check_choice,
  /* Translators: keep {text}, what the user typed */
  .unreadable = N_("“{text}” is not one of the choices."),
  /* Translators: keep {field}, the label of a field */
  .wrong = N_("“{field}” must be one of the choices."),
};

const CltFieldCodec clt_field_codec_tags = {
  .parse = clt_field_parse_tags,
  .format = clt_field_format_tags,
  .to_plain = clt_field_to_plain_tags,
  .check = clt_field_check_tags,
  /* Translators: keep {text}, what the user typed */
  .unreadable = N_("“{text}” has a tag that does not exist."),
  /* Translators: keep {field}, the label of a field */
  .wrong = N_("“{field}” has a tag that does not exist."),
};

const CltFieldCodec clt_field_codec_reference = {
  .parse = clt_field_parse_reference,
  .format = clt_field_format_reference,
  .to_plain = clt_field_to_plain_reference,
  .check = clt_field_check_reference,
  /* Translators: keep {text}, what the user typed; customer/123 stays as it is */
  .unreadable = N_("“{text}” does not name a record that fits. Write it like customer/123."),
  /* Translators: keep {field}, the label of a field */
  .wrong = N_("“{field}” cannot refer to this kind of record."),
};

const CltFieldCodec clt_field_codec_references = {
  .parse = clt_field_parse_references,
  .format = clt_field_format_references,
  .to_plain = clt_field_to_plain_references,
  .check = clt_field_check_references,
  /* Translators: keep {text}, what the user typed; the rest stays as it is */
  .unreadable = N_("“{text}” does not name records that fit. Write them like contact/1, "
                   "contact/2."),
  /* Translators: keep {field}, the label of a field */
  .wrong = N_("“{field}” cannot refer to this kind of record."),
};
