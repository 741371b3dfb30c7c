/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-choice.h"
#include "clt-field-kind.h"

G_BEGIN_DECLS

/* What a field means to the program, whatever it is called. Views ask for roles, not names. */
typedef enum
{
  CLT_ROLE_NONE,
  CLT_ROLE_TITLE,
  CLT_ROLE_CUSTOMER,
  CLT_ROLE_CONTACT,
  CLT_ROLE_ABOUT,       /* the record that a note, task, event or file belongs to */
  CLT_ROLE_OWNER,
  CLT_ROLE_TEAM,
  CLT_ROLE_LIFE_CYCLE,
  CLT_ROLE_STAGE,
  CLT_ROLE_STATUS,
  CLT_ROLE_PRIORITY,
  CLT_ROLE_KIND,
  CLT_ROLE_AMOUNT,
  CLT_ROLE_PROBABILITY,
  CLT_ROLE_CLOSES,      /* expected day of closing */
  CLT_ROLE_START,
  CLT_ROLE_END,
  CLT_ROLE_ALL_DAY,
  CLT_ROLE_DUE,
  CLT_ROLE_EMAIL,
  CLT_ROLE_PHONE,
  CLT_ROLE_WEBSITE,
  CLT_ROLE_CITY,
  CLT_ROLE_COUNTRY,
  CLT_ROLE_TAGS,
  CLT_ROLE_SOURCE,
  CLT_ROLE_BODY,        /* the long text */
  CLT_ROLE_AUTHOR,
  CLT_ROLE_WHEN,        /* the moment that places it on a timeline */
  CLT_ROLE_ARCHIVED,
  CLT_ROLE_CREATED,
  CLT_ROLE_MODIFIED,
} CltRole;

#define CLT_N_ROLES (CLT_ROLE_MODIFIED + 1)

typedef enum
{
  CLT_FIELD_FLAG_NONE = 0,
  CLT_FIELD_REQUIRED = 1 << 0,
  CLT_FIELD_READ_ONLY = 1 << 1, /* computed or kept by the server; never sent */
  CLT_FIELD_SEARCHED = 1 << 2,  /* its text is in the search index */
  CLT_FIELD_COLUMN = 1 << 3,    /* shown in tables unless the user chose otherwise */
  CLT_FIELD_INDEXED = 1 << 4,   /* sorting and filtering by it is instant at a million rows */
  CLT_FIELD_HIDDEN = 1 << 5,    /* never shown in forms */
  CLT_FIELD_CUSTOM = 1 << 6,    /* the server's users added it: lives in "extra", not in a column */
} CltFieldFlags;

/* The description of one field. Immutable and reference counted. */
typedef struct _CltField CltField;

#define CLT_TYPE_FIELD (clt_field_get_type ())

GType          clt_field_get_type     (void) G_GNUC_CONST;

/* @label, @group: already translated or the server's own words.
 * @choices: (element-type CltChoice) (nullable) */
CltField      *clt_field_new          (const char    *name,
                                       CltFieldKind   kind,
                                       const char    *label,
                                       const char    *group,
                                       CltRole        role,
                                       CltFieldFlags  flags,
                                       const char    *target,
                                       GPtrArray     *choices);
CltField      *clt_field_copy_with    (const CltField *self,
                                       const char     *label,
                                       CltFieldFlags   flags,
                                       GPtrArray      *choices);
CltField      *clt_field_ref          (const CltField *self);
void           clt_field_unref        (CltField *self);

const char    *clt_field_get_name     (const CltField *self);
CltFieldKind   clt_field_get_kind     (const CltField *self);
const char    *clt_field_get_label    (const CltField *self);
const char    *clt_field_get_group    (const CltField *self);
CltRole        clt_field_get_role     (const CltField *self);
CltFieldFlags  clt_field_get_flags    (const CltField *self);
gboolean       clt_field_has_flags    (const CltField *self,
                                       CltFieldFlags   flags);
const char    *clt_field_get_target   (const CltField *self);
GPtrArray     *clt_field_get_choices  (const CltField *self);
CltChoice     *clt_field_find_choice  (const CltField *self,
                                       const char     *id);

/* Text typed by a person (a date in the locale or ISO, "12,50", a choice's label or id) → value. */
CltValue      *clt_field_parse        (const CltField  *self,
                                       const char      *text,
                                       GError         **error);
/* Value → what a person reads. References show nothing here: see clt_record_dup_display(). */
char          *clt_field_format       (const CltField *self,
                                       const CltValue *value);
/* Value → machine-readable text (ISO dates, plain numbers, choice ids): CSV, --json. */
char          *clt_field_to_plain     (const CltField *self,
                                       const CltValue *value);
/* Says in words what is wrong with a value; TRUE if nothing is. */
gboolean       clt_field_check        (const CltField  *self,
                                       const CltValue  *value,
                                       GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltField, clt_field_unref)

G_END_DECLS
