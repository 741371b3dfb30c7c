/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-value.h"

G_BEGIN_DECLS

/* Each kind is one row of the table in clt-field-kind.c; everything switches on the row. */
typedef enum
{
  CLT_FIELD_TEXT,       /* one line */
  CLT_FIELD_LONG_TEXT,  /* several lines */
  CLT_FIELD_EMAIL,
  CLT_FIELD_PHONE,
  CLT_FIELD_URL,
  CLT_FIELD_INTEGER,
  CLT_FIELD_REAL,
  CLT_FIELD_PERCENT,    /* REAL, 0 to 100 */
  CLT_FIELD_BOOLEAN,
  CLT_FIELD_DATE,       /* DAY */
  CLT_FIELD_DATE_TIME,  /* MOMENT */
  CLT_FIELD_DURATION,   /* INTEGER, minutes */
  CLT_FIELD_MONEY,
  CLT_FIELD_CHOICE,     /* TEXT: the id of a choice */
  CLT_FIELD_TAGS,       /* LIST of TEXT: ids of choices, or free words */
  CLT_FIELD_REFERENCE,  /* REFERENCE to a record of the field's target entity */
  CLT_FIELD_REFERENCES, /* LIST of REFERENCE, all of the target entity */
  CLT_FIELD_LINK,       /* REFERENCE to a record of any entity */
} CltFieldKind;

#define CLT_N_FIELD_KINDS (CLT_FIELD_LINK + 1)

typedef enum
{
  CLT_COMPARE_IS,
  CLT_COMPARE_IS_NOT,
  CLT_COMPARE_CONTAINS,   /* text: part of; list: has the item */
  CLT_COMPARE_LESS,
  CLT_COMPARE_AT_MOST,
  CLT_COMPARE_MORE,
  CLT_COMPARE_AT_LEAST,
  CLT_COMPARE_IS_EMPTY,
  CLT_COMPARE_IS_NOT_EMPTY,
} CltComparison;

#define CLT_N_COMPARISONS (CLT_COMPARE_IS_NOT_EMPTY + 1)

const char    *clt_field_kind_get_nick         (CltFieldKind kind);
gboolean       clt_field_kind_from_nick        (const char   *nick,
                                                CltFieldKind *kind);
CltValueType   clt_field_kind_get_value_type   (CltFieldKind kind);
gboolean       clt_field_kind_is_number        (CltFieldKind kind);
gboolean       clt_field_kind_is_textual       (CltFieldKind kind);
gboolean       clt_field_kind_can_sort         (CltFieldKind kind);
gboolean       clt_field_kind_can_compare      (CltFieldKind  kind,
                                                CltComparison comparison);

const char    *clt_comparison_get_nick         (CltComparison comparison);
const char    *clt_comparison_get_label        (CltComparison comparison);
gboolean       clt_comparison_from_nick        (const char    *nick,
                                                CltComparison *comparison);

G_END_DECLS
