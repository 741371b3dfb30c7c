/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-field.h"

G_BEGIN_DECLS

/* How a kind of field is read from what people type, written, and checked: one row for each kind
 * in clt-field-text.c. Only for the files clt-field-*.c.
 *
 * The text to read has no blanks around it and is not empty; the value to write or check is of
 * the kind's type, or of a type that the function looks for. */
typedef struct
{
  /* Returns NULL for what cannot be read. */
  CltValue   *(*parse)    (const CltField *field,
                           const char     *text);
  char       *(*format)   (const CltField *field,
                           const CltValue *value);
  char       *(*to_plain) (const CltField *field,
                           const CltValue *value);
  /* (nullable) */
  gboolean    (*check)    (const CltField *field,
                           const CltValue *value);
  const char *unreadable; /* said when parse fails, with {text} for what was typed */
  const char *wrong;      /* (nullable): said when check fails, with {field} for the label */
} CltFieldCodec;

extern const CltFieldCodec clt_field_codec_line;
extern const CltFieldCodec clt_field_codec_text;
extern const CltFieldCodec clt_field_codec_email;
extern const CltFieldCodec clt_field_codec_phone;
extern const CltFieldCodec clt_field_codec_url;
extern const CltFieldCodec clt_field_codec_integer;
extern const CltFieldCodec clt_field_codec_real;
extern const CltFieldCodec clt_field_codec_percent;
extern const CltFieldCodec clt_field_codec_duration;
extern const CltFieldCodec clt_field_codec_money;
extern const CltFieldCodec clt_field_codec_boolean;
extern const CltFieldCodec clt_field_codec_date;
extern const CltFieldCodec clt_field_codec_date_time;
extern const CltFieldCodec clt_field_codec_choice;
extern const CltFieldCodec clt_field_codec_tags;
extern const CltFieldCodec clt_field_codec_reference;
extern const CltFieldCodec clt_field_codec_references;

G_END_DECLS
