/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clt-change.h"
#include "clt-record.h"

G_BEGIN_DECLS

/* Something the user did: what it is called and the changes it was made of. There is one kind of
 * command, because every edit is a set of changes. Immutable and reference counted. */
typedef struct _CltCommand CltCommand;

/* @changes: (element-type CltChange): not to be altered afterwards */
CltCommand *clt_command_new         (const char       *label,
                                     GPtrArray        *changes);
CltCommand *clt_command_ref         (const CltCommand *self);
void        clt_command_unref       (CltCommand       *self);

const char *clt_command_get_label   (const CltCommand *self);
GPtrArray  *clt_command_get_changes (const CltCommand *self);
GPtrArray  *clt_command_invert      (const CltCommand *self);

/* The changes that windows and the command line make most.
 * (transfer full) (element-type CltChange) */
GPtrArray  *clt_command_set_field   (CltRecord          *record,
                                     const char         *field,
                                     CltValue           *after);
GPtrArray  *clt_command_set_fields  (CltRecord          *record,
                                     const char * const *fields,
                                     CltValue          **afters,
                                     gsize               n);
GPtrArray  *clt_command_delete      (CltRecord         **records,
                                     gsize               n_records);
/* @fields, @values: (array length=n): what the new record starts with. @id: (out): its id */
GPtrArray  *clt_command_create      (CltEntity          *entity,
                                     const char * const *fields,
                                     CltValue          **values,
                                     gsize               n,
                                     gint64             *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CltCommand, clt_command_unref)

G_END_DECLS
