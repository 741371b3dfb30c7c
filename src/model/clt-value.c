/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-value"

#include "config.h"

#include <math.h>
#include <string.h>

#include "clt-value.h"

/* A million records pass through here: a value is one allocation, just large enough for its
 * type, and the empty value and the booleans are none at all. */
struct _CltValue
{
  gatomicrefcount ref_count; /* not used by the shared values */
  CltValueType    type;
} __attribute__ ((aligned (8))); /* so is what stands behind it */

typedef struct
{
  CltValue base;
  char     text[]; /* ends with a NUL */
} TextValue;

typedef struct
{
  CltValue base;
  gint64   number;
} IntegerValue; /* INTEGER, DAY and MOMENT */

typedef struct
{
  CltValue base;
  double   number;
} RealValue;

typedef struct
{
  CltValue    base;
  gint64      minor;
  const char *currency; /* (nullable): interned */
} MoneyValue;

typedef struct
{
  CltValue    base;
  const char *entity; /* interned */
  gint64      id;
} ReferenceValue;

typedef struct
{
  CltValue    base;
  const char *entity;      /* interned */
  const char *label;       /* (nullable): in remote_id, behind its NUL */
  char        remote_id[]; /* ends with a NUL */
} RemoteValue;

typedef struct
{
  CltValue  base;
  gsize     n_items;
  CltValue *items[]; /* (owned) */
} ListValue;

static CltValue none_value = { .type = CLT_VALUE_NONE };
static CltValue true_value = { .type = CLT_VALUE_BOOLEAN };
static CltValue false_value = { .type = CLT_VALUE_BOOLEAN };

G_DEFINE_BOXED_TYPE (CltValue, clt_value, clt_value_ref, clt_value_unref)

static gpointer
clt_value_alloc (CltValueType type,
                 gsize        size)
{
  CltValue *self = g_malloc (size);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;

  return self;
}

static gboolean
clt_value_is_shared (const CltValue *self)
{
  return self->type == CLT_VALUE_NONE || self->type == CLT_VALUE_BOOLEAN;
}

static CltValue *
clt_value_new_number (CltValueType type,
                      gint64       number)
{
  IntegerValue *value = clt_value_alloc (type, sizeof *value);

  value->number = number;

  return &value->base;
}

/**
 * clt_value_new_none:
 *
 * Returns: (transfer full): the empty value
 */
CltValue *
clt_value_new_none (void)
{
  return &none_value;
}

/**
 * clt_value_new_text:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): the text; the empty value for %NULL and ""
 */
CltValue *
clt_value_new_text (const char *text)
{
  TextValue *value;
  gsize size;

  if (text == NULL || *text == '\0')
    return clt_value_new_none ();

  size = strlen (text) + 1;
  value = clt_value_alloc (CLT_VALUE_TEXT, sizeof *value + size);
  memcpy (value->text, text, size);

  return &value->base;
}

/**
 * clt_value_new_integer:
 * @number: a number
 *
 * Returns: (transfer full): the value
 */
CltValue *
clt_value_new_integer (gint64 number)
{
  return clt_value_new_number (CLT_VALUE_INTEGER, number);
}

/**
 * clt_value_new_real:
 * @number: a number
 *
 * Returns: (transfer full): the value; the empty value for what is no finite number
 */
CltValue *
clt_value_new_real (double number)
{
  RealValue *value;

  if (!isfinite (number))
    return clt_value_new_none ();

  value = clt_value_alloc (CLT_VALUE_REAL, sizeof *value);
  value->number = number;

  return &value->base;
}

/**
 * clt_value_new_boolean:
 * @truth: true or false
 *
 * Returns: (transfer full): the value
 */
CltValue *
clt_value_new_boolean (gboolean truth)
{
  return truth ? &true_value : &false_value;
}

/**
 * clt_value_new_day:
 * @day: days since 1970-01-01
 *
 * Returns: (transfer full): the value
 */
CltValue *
clt_value_new_day (gint64 day)
{
  return clt_value_new_number (CLT_VALUE_DAY, day);
}

/**
 * clt_value_new_moment:
 * @moment: microseconds since the Unix epoch, UTC
 *
 * Returns: (transfer full): the value
 */
CltValue *
clt_value_new_moment (gint64 moment)
{
  return clt_value_new_number (CLT_VALUE_MOMENT, moment);
}

/**
 * clt_value_new_money:
 * @minor: the amount in minor units
 * @currency: (nullable): an ISO 4217 code; %NULL or "" if it is not known
 *
 * Returns: (transfer full): the value
 */
CltValue *
clt_value_new_money (gint64      minor,
                     const char *currency)
{
  MoneyValue *value = clt_value_alloc (CLT_VALUE_MONEY, sizeof *value);

  value->minor = minor;
  value->currency = currency != NULL && *currency != '\0' ? g_intern_string (currency) : NULL;

  return &value->base;
}

/**
 * clt_value_new_reference:
 * @entity: name of the record's entity
 * @id: the record's local id
 *
 * Returns: (transfer full): the value
 */
CltValue *
clt_value_new_reference (const char *entity,
                         gint64      id)
{
  ReferenceValue *value;

  g_return_val_if_fail (entity != NULL, clt_value_new_none ());

  value = clt_value_alloc (CLT_VALUE_REFERENCE, sizeof *value);
  value->entity = g_intern_string (entity);
  value->id = id;

  return &value->base;
}

/**
 * clt_value_new_remote_reference:
 * @entity: name of the record's entity
 * @remote_id: the server's id of the record
 * @label: (nullable): what the server calls it
 *
 * Returns: (transfer full): the value, which the store turns into a reference
 */
CltValue *
clt_value_new_remote_reference (const char *entity,
                                const char *remote_id,
                                const char *label)
{
  const gsize id_size = remote_id != NULL ? strlen (remote_id) + 1 : 0;
  const gsize label_size = label != NULL ? strlen (label) + 1 : 0;
  RemoteValue *value;

  g_return_val_if_fail (entity != NULL && remote_id != NULL, clt_value_new_none ());

  value = clt_value_alloc (CLT_VALUE_REMOTE_REFERENCE, sizeof *value + id_size + label_size);
  value->entity = g_intern_string (entity);
  memcpy (value->remote_id, remote_id, id_size);
  value->label = label != NULL ? memcpy (value->remote_id + id_size, label, label_size) : NULL;

  return &value->base;
}

/**
 * clt_value_new_list:
 * @items: (array length=n_items) (nullable): the items
 * @n_items: how many
 *
 * Returns: (transfer full): the items in a list, which refers to them; the empty
 *   value if there are none
 */
CltValue *
clt_value_new_list (CltValue **items,
                    gsize      n_items)
{
  ListValue *value;

  g_return_val_if_fail (items != NULL || n_items == 0, clt_value_new_none ());

  if (n_items == 0)
    return clt_value_new_none ();

  value = clt_value_alloc (CLT_VALUE_LIST, sizeof *value + n_items * sizeof *items);
  value->n_items = n_items;
  for (gsize i = 0; i < n_items; i++)
    value->items[i] = clt_value_ref (items[i]);

  return &value->base;
}

/**
 * clt_value_new_text_list:
 * @items: (array zero-terminated=1) (nullable): UTF-8
 *
 * Returns: (transfer full): the texts in a list; the empty value if there are none
 */
CltValue *
clt_value_new_text_list (const char *const *items)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);

  for (; items != NULL && *items != NULL; items++)
    g_ptr_array_add (values, clt_value_new_text (*items));

  return clt_value_new_list ((CltValue **) values->pdata, values->len);
}

/**
 * clt_value_ref:
 * @self: a value
 *
 * Returns: (transfer full): the same value
 */
CltValue *
clt_value_ref (const CltValue *self)
{
  CltValue *value = (CltValue *) self;

  g_return_val_if_fail (self != NULL, NULL);

  if (!clt_value_is_shared (self))
    g_atomic_ref_count_inc (&value->ref_count);

  return value;
}

/**
 * clt_value_unref:
 * @self: (transfer full): a value
 *
 * Lets the value go.
 */
void
clt_value_unref (CltValue *self)
{
  g_return_if_fail (self != NULL);

  if (clt_value_is_shared (self) || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->type == CLT_VALUE_LIST)
    {
      ListValue *list = (ListValue *) self;

      for (gsize i = 0; i < list->n_items; i++)
        clt_value_unref (list->items[i]);
    }

  g_free (self);
}

/**
 * clt_value_get_value_type:
 * @self: a value
 *
 * Returns: which type it has, and so which getters say something
 */
CltValueType
clt_value_get_value_type (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, CLT_VALUE_NONE);

  return self->type;
}

/**
 * clt_value_is_none:
 * @self: a value
 *
 * Returns: %TRUE if it is the empty value
 */
gboolean
clt_value_is_none (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->type == CLT_VALUE_NONE;
}

/**
 * clt_value_get_text:
 * @self: a value
 *
 * Returns: (transfer none): the text; "" if it is no text
 */
const char *
clt_value_get_text (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->type == CLT_VALUE_TEXT ? ((const TextValue *) self)->text : "";
}

/**
 * clt_value_get_integer:
 * @self: a value
 *
 * Returns: the number, day, moment, or money's minor units; 1 for true; 0 for the rest
 */
gint64
clt_value_get_integer (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  switch (self->type)
    {
    case CLT_VALUE_INTEGER:
    case CLT_VALUE_DAY:
    case CLT_VALUE_MOMENT:
      return ((const IntegerValue *) self)->number;
    case CLT_VALUE_MONEY:
      return ((const MoneyValue *) self)->minor;
    case CLT_VALUE_BOOLEAN:
      return self == &true_value;
    case CLT_VALUE_NONE:
    case CLT_VALUE_TEXT:
    case CLT_VALUE_REAL:
    case CLT_VALUE_REFERENCE:
    case CLT_VALUE_REMOTE_REFERENCE:
    case CLT_VALUE_LIST:
    default:
      return 0;
    }
}

/**
 * clt_value_get_real:
 * @self: a value
 *
 * Returns: the number, also of an integer; 0 for the rest
 */
double
clt_value_get_real (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  if (self->type == CLT_VALUE_REAL)
    return ((const RealValue *) self)->number;

  return self->type == CLT_VALUE_INTEGER ? (double) ((const IntegerValue *) self)->number : 0.0;
}

/**
 * clt_value_get_boolean:
 * @self: a value
 *
 * Returns: %TRUE if it is true; %FALSE for false and the rest
 */
gboolean
clt_value_get_boolean (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self == &true_value;
}

/**
 * clt_value_get_currency:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): the ISO 4217 code of money; %NULL if it is
 *   not known or the value is no money
 */
const char *
clt_value_get_currency (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == CLT_VALUE_MONEY ? ((const MoneyValue *) self)->currency : NULL;
}

/**
 * clt_value_get_entity:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): the interned name of the entity that a
 *   reference of either type points to; %NULL for the rest
 */
const char *
clt_value_get_entity (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->type == CLT_VALUE_REFERENCE)
    return ((const ReferenceValue *) self)->entity;

  return self->type == CLT_VALUE_REMOTE_REFERENCE ? ((const RemoteValue *) self)->entity : NULL;
}

/**
 * clt_value_get_id:
 * @self: a value
 *
 * Returns: the local id that a reference points to; 0 for the rest
 */
gint64
clt_value_get_id (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->type == CLT_VALUE_REFERENCE ? ((const ReferenceValue *) self)->id : 0;
}

/**
 * clt_value_get_remote_id:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): the server's id that a remote reference
 *   points to; %NULL for the rest
 */
const char *
clt_value_get_remote_id (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == CLT_VALUE_REMOTE_REFERENCE ? ((const RemoteValue *) self)->remote_id : NULL;
}

/**
 * clt_value_get_label:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): what the server calls the record that a
 *   remote reference points to; %NULL if it did not say, and for the rest
 */
const char *
clt_value_get_label (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == CLT_VALUE_REMOTE_REFERENCE ? ((const RemoteValue *) self)->label : NULL;
}

/**
 * clt_value_get_n_items:
 * @self: a value
 *
 * Returns: how many items a list has; 0 for the rest
 */
gsize
clt_value_get_n_items (const CltValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->type == CLT_VALUE_LIST ? ((const ListValue *) self)->n_items : 0;
}

/**
 * clt_value_get_item:
 * @self: a list
 * @index: which item, less than clt_value_get_n_items()
 *
 * Returns: (transfer none): the item
 */
CltValue *
clt_value_get_item (const CltValue *self,
                    gsize           index)
{
  g_return_val_if_fail (index < clt_value_get_n_items (self), &none_value);

  return ((const ListValue *) self)->items[index];
}
