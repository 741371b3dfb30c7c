/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-row-codec"

#include "config.h"

#include "clt-json.h"
#include "clt-row-codec.h"

typedef struct
{
  const char *type;
  const char *companion; /* (nullable): what the second column's name ends with; a text */
  void      (*put)       (CltStatement *, int, const CltValue *);
  CltValue *(*get)       (CltStatement *, int, const CltField *);
  JsonNode *(*to_json)   (const CltValue *);
  CltValue *(*from_json) (const CltField *, JsonNode *);
} Codec;

/* {{{ Text */

static void
put_text (CltStatement   *statement,
          int             position,
          const CltValue *value)
{
  clt_statement_put_text (statement, position, clt_value_get_text (value));
}

static CltValue *
get_text (CltStatement   *statement,
          int             column,
          const CltField *field)
{
  return clt_value_new_text (clt_statement_get_text (statement, column));
}

static JsonNode *
text_to_json (const CltValue *value)
{
  return json_node_init_string (json_node_alloc (), clt_value_get_text (value));
}

static CltValue *
text_from_json (const CltField *field,
                JsonNode       *node)
{
  return clt_value_new_text (json_node_get_string (node));
}

/* }}} */
/* {{{ Numbers */

/* Integers, truths, days and moments are all one number to SQLite. */
static gint64
get_number (const CltValue *value)
{
  return clt_value_get_value_type (value) == CLT_VALUE_BOOLEAN ? clt_value_get_boolean (value)
                                                               : clt_value_get_integer (value);
}

static CltValue *
new_number (const CltField *field,
            gint64          number)
{
  switch ((guint) clt_field_kind_get_value_type (clt_field_get_kind (field)))
    {
    case CLT_VALUE_BOOLEAN:
      return clt_value_new_boolean (number != 0);

    case CLT_VALUE_DAY:
      return clt_value_new_day (number);

    case CLT_VALUE_MOMENT:
      return clt_value_new_moment (number);

    default:
      return clt_value_new_integer (number);
    }
}

static void
put_number (CltStatement   *statement,
            int             position,
            const CltValue *value)
{
  clt_statement_put_int (statement, position, get_number (value));
}

static CltValue *
get_number_value (CltStatement   *statement,
                  int             column,
                  const CltField *field)
{
  return new_number (field, clt_statement_get_int (statement, column));
}

static JsonNode *
number_to_json (const CltValue *value)
{
  return json_node_init_int (json_node_alloc (), get_number (value));
}

static CltValue *
number_from_json (const CltField *field,
                  JsonNode       *node)
{
  return new_number (field, json_node_get_int (node));
}

static void
put_real (CltStatement   *statement,
          int             position,
          const CltValue *value)
{
  clt_statement_put_real (statement, position, clt_value_get_real (value));
}

static CltValue *
get_real (CltStatement   *statement,
          int             column,
          const CltField *field)
{
  return clt_value_new_real (clt_statement_get_real (statement, column));
}

static JsonNode *
real_to_json (const CltValue *value)
{
  return json_node_init_double (json_node_alloc (), clt_value_get_real (value));
}

static CltValue *
real_from_json (const CltField *field,
                JsonNode       *node)
{
  return clt_value_new_real (json_node_get_double (node));
}

/* }}} */
/* {{{ Pairs: an amount and its currency, a record and its entity */

static JsonNode *
pair_to_json (gint64      number,
              const char *text)
{
  JsonArray *array = json_array_new ();

  json_array_add_int_element (array, number);
  json_array_add_string_element (array, text);

  return clt_json_take_array (array);
}

static gboolean
pair_from_json (JsonNode    *node,
                gint64      *number,
                const char **text)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) != 2)
    return FALSE;

  *number = json_array_get_int_element (array, 0);
  *text = json_array_get_string_element (array, 1);

  return *text != NULL;
}

static void
put_money (CltStatement   *statement,
           int             position,
           const CltValue *value)
{
  clt_statement_put_int (statement, position, clt_value_get_integer (value));
  clt_statement_put_text (statement, position + 1, clt_value_get_currency (value));
}

static CltValue *
get_money (CltStatement   *statement,
           int             column,
           const CltField *field)
{
  return clt_value_new_money (clt_statement_get_int (statement, column),
                              clt_statement_get_text (statement, column + 1));
}

static JsonNode *
money_to_json (const CltValue *value)
{
  return pair_to_json (clt_value_get_integer (value), clt_value_get_currency (value));
}

static CltValue *
money_from_json (const CltField *field,
                 JsonNode       *node)
{
  const char *currency;
  gint64 minor;

  return pair_from_json (node, &minor, &currency) ? clt_value_new_money (minor, currency)
                                                  : clt_value_new_none ();
}

static void
put_link (CltStatement   *statement,
          int             position,
          const CltValue *value)
{
  clt_statement_put_int (statement, position, clt_value_get_id (value));
  clt_statement_put_text (statement, position + 1, clt_value_get_entity (value));
}

static CltValue *
get_link (CltStatement   *statement,
          int             column,
          const CltField *field)
{
  return clt_value_new_reference (clt_statement_get_text (statement, column + 1),
                                  clt_statement_get_int (statement, column));
}

static JsonNode *
link_to_json (const CltValue *value)
{
  return pair_to_json (clt_value_get_id (value), clt_value_get_entity (value));
}

static CltValue *
link_from_json (const CltField *field,
                JsonNode       *node)
{
  const char *entity;
  gint64 id;

  return pair_from_json (node, &id, &entity) ? clt_value_new_reference (entity, id)
                                             : clt_value_new_none ();
}

/* }}} */
/* {{{ References: the field knows the entity */

static void
put_reference (CltStatement   *statement,
               int             position,
               const CltValue *value)
{
  clt_statement_put_int (statement, position, clt_value_get_id (value));
}

static CltValue *
get_reference (CltStatement   *statement,
               int             column,
               const CltField *field)
{
  return clt_value_new_reference (clt_field_get_target (field),
                                  clt_statement_get_int (statement, column));
}

static JsonNode *
reference_to_json (const CltValue *value)
{
  return json_node_init_int (json_node_alloc (), clt_value_get_id (value));
}

static CltValue *
reference_from_json (const CltField *field,
                     JsonNode       *node)
{
  return clt_value_new_reference (clt_field_get_target (field), json_node_get_int (node));
}

/* }}} */
/* {{{ Lists: JSON arrays, for which SQLite has json_each() */

static JsonNode *
list_to_json (const CltValue *value)
{
  JsonArray *array = json_array_new ();

  for (gsize i = 0; i < clt_value_get_n_items (value); i++)
    {
      const CltValue *item = clt_value_get_item (value, i);

      if (clt_value_get_value_type (item) == CLT_VALUE_REFERENCE)
        json_array_add_int_element (array, clt_value_get_id (item));
      else
        json_array_add_string_element (array, clt_value_get_text (item));
    }

  return clt_json_take_array (array);
}

static CltValue *
list_from_json (const CltField *field,
                JsonNode       *node)
{
  const gboolean is_references = clt_field_get_kind (field) == CLT_FIELD_REFERENCES;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (items, is_references
                     ? clt_value_new_reference (clt_field_get_target (field),
                                                json_array_get_int_element (array, i))
                     : clt_value_new_text (json_array_get_string_element (array, i)));

  return clt_value_new_list ((CltValue **) items->pdata, items->len);
}

static void
put_list (CltStatement   *statement,
          int             position,
          const CltValue *value)
{
  g_autoptr (JsonNode) node = list_to_json (value);
  g_autofree char *text = clt_json_to_text (node);

  clt_statement_put_text (statement, position, text);
}

static CltValue *
get_list (CltStatement   *statement,
          int             column,
          const CltField *field)
{
  g_autoptr (JsonNode) node = clt_json_parse_text (clt_statement_get_text (statement, column),
                                                   NULL);

  return node != NULL ? list_from_json (field, node) : clt_value_new_none ();
}

/* }}} */

#define TEXT { "TEXT", NULL, put_text, get_text, text_to_json, text_from_json }
#define NUMBER { "INTEGER", NULL, put_number, get_number_value, number_to_json, number_from_json }
#define REAL { "REAL", NULL, put_real, get_real, real_to_json, real_from_json }
#define LIST { "TEXT", NULL, put_list, get_list, list_to_json, list_from_json }

static const Codec codecs[CLT_N_FIELD_KINDS] = {
  [CLT_FIELD_TEXT] = TEXT,
  [CLT_FIELD_LONG_TEXT] = TEXT,
  [CLT_FIELD_EMAIL] = TEXT,
  [CLT_FIELD_PHONE] = TEXT,
  [CLT_FIELD_URL] = TEXT,
  [CLT_FIELD_INTEGER] = NUMBER,
  [CLT_FIELD_REAL] = REAL,
  [CLT_FIELD_PERCENT] = REAL,
  [CLT_FIELD_BOOLEAN] = NUMBER,
  [CLT_FIELD_DATE] = NUMBER,
  [CLT_FIELD_DATE_TIME] = NUMBER,
  [CLT_FIELD_DURATION] = NUMBER,
  [CLT_FIELD_MONEY] = { "INTEGER", "currency", put_money, get_money, money_to_json,
                        money_from_json },
  [CLT_FIELD_CHOICE] = TEXT,
  [CLT_FIELD_TAGS] = LIST,
  [CLT_FIELD_REFERENCE] = { "INTEGER", NULL, put_reference, get_reference, reference_to_json,
                            reference_from_json },
  [CLT_FIELD_REFERENCES] = LIST,
  [CLT_FIELD_LINK] = { "INTEGER", "entity", put_link, get_link, link_to_json, link_from_json },
};

const char *
clt_row_codec_get_type (CltFieldKind kind)
{
  return codecs[kind].type;
}

/**
 * clt_row_codec_get_companion:
 * @kind: a kind of field
 *
 * Returns: (nullable): what to call the second column of a kind that needs two
 */
const char *
clt_row_codec_get_companion (CltFieldKind kind)
{
  return codecs[kind].companion;
}

/**
 * clt_row_codec_get_n_columns:
 * @kind: a kind of field
 *
 * Returns: how many columns a value takes: 1 or 2
 */
guint
clt_row_codec_get_n_columns (CltFieldKind kind)
{
  return codecs[kind].companion != NULL ? 2 : 1;
}

/**
 * clt_row_codec_put:
 * @statement: a statement
 * @position: of the parameter of the value
 * @kind: the field's kind
 * @value: (nullable): a value of the kind's type; empty or %NULL is SQL's NULL
 *
 * Binds a value.
 */
void
clt_row_codec_put (CltStatement   *statement,
                   int             position,
                   CltFieldKind    kind,
                   const CltValue *value)
{
  if (value != NULL && !clt_value_is_none (value))
    {
      codecs[kind].put (statement, position, value);
      return;
    }

  for (guint i = 0; i < clt_row_codec_get_n_columns (kind); i++)
    clt_statement_put_null (statement, position + (int) i);
}

/**
 * clt_row_codec_get:
 * @statement: a statement at a row
 * @column: of the value
 * @field: the field
 *
 * Reads what clt_row_codec_put() wrote.
 *
 * Returns: (transfer full): the value
 */
CltValue *
clt_row_codec_get (CltStatement   *statement,
                   int             column,
                   const CltField *field)
{
  if (clt_statement_is_null (statement, column))
    return clt_value_new_none ();

  return codecs[clt_field_get_kind (field)].get (statement, column, field);
}

/**
 * clt_row_codec_to_json:
 * @kind: the field's kind
 * @value: a value of the kind's type that is not empty
 *
 * Makes the plain form in which custom fields are kept, and in which SQL can
 * compare them: a money is [minor, currency], a link is [id, entity].
 *
 * Returns: (transfer full): the node
 */
JsonNode *
clt_row_codec_to_json (CltFieldKind    kind,
                       const CltValue *value)
{
  return codecs[kind].to_json (value);
}

/**
 * clt_row_codec_from_json:
 * @field: the field
 * @node: what clt_row_codec_to_json() made, perhaps when the field was of another kind
 *
 * Returns: (transfer full): the value; empty if @node does not fit
 */
CltValue *
clt_row_codec_from_json (const CltField *field,
                         JsonNode       *node)
{
  const CltFieldKind kind = clt_field_get_kind (field);
  const gboolean is_array = codecs[kind].companion != NULL ||
                            clt_field_kind_get_value_type (kind) == CLT_VALUE_LIST;

  if (is_array ? !JSON_NODE_HOLDS_ARRAY (node) : !JSON_NODE_HOLDS_VALUE (node))
    return clt_value_new_none ();

  return codecs[kind].from_json (field, node);
}
