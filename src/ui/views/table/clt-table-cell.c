/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-table-cell"

#include "config.h"

#include <string.h>

#include "clt-table-cell.h"
#include "clt-text.h"
#include "clt-time.h"

/* What a narrow row says below its title: this many facts, in the order of the form. */
#define N_SUBTITLE_FACTS 3

/* No cell shows more; a note's text may be a book. */
#define MOST_CHARS 200

static const CltRole closing_roles[] = { CLT_ROLE_STATUS, CLT_ROLE_STAGE };

static gboolean
clt_table_cell_is_closed (CltRecord *record)
{
  CltEntity *entity = clt_record_get_entity (record);

  for (gsize i = 0; i < G_N_ELEMENTS (closing_roles); i++)
    {
      CltField *field = clt_entity_find_role (entity, closing_roles[i]);
      const char *id = clt_value_get_text (clt_record_get_role (record, closing_roles[i]));
      CltChoice *choice = field != NULL && id != NULL ? clt_field_find_choice (field, id) : NULL;

      if (choice != NULL && clt_choice_is_closed (choice))
        return TRUE;
    }

  return FALSE;
}

static gboolean
clt_table_cell_has_passed (const CltValue *value)
{
  if (clt_value_get_value_type (value) == CLT_VALUE_DAY)
    return clt_value_get_integer (value) < clt_day_today ();
  if (clt_value_get_value_type (value) == CLT_VALUE_MOMENT)
    return clt_value_get_integer (value) < clt_time_now ();

  return FALSE;
}

/**
 * clt_table_cell_get_style:
 * @record: a loaded record
 * @index: a field of its entity
 *
 * Says how the cell of a field stands out. It follows from roles alone: whatever has a
 * day it is due and a status that is still open can be late.
 *
 * Returns: the style
 */
CltTableCellStyle
clt_table_cell_get_style (CltRecord *record,
                          guint      index)
{
  CltRole role = clt_field_get_role (clt_entity_get_field (clt_record_get_entity (record), index));

  if (role == CLT_ROLE_TITLE)
    return CLT_TABLE_CELL_TITLE;

  if (role != CLT_ROLE_DUE && role != CLT_ROLE_CLOSES)
    return CLT_TABLE_CELL_PLAIN;

  if (clt_table_cell_is_closed (record))
    return CLT_TABLE_CELL_DONE;

  return clt_table_cell_has_passed (clt_record_get_nth_value (record, index))
         ? CLT_TABLE_CELL_LATE : CLT_TABLE_CELL_PLAIN;
}

/**
 * clt_table_cell_is_number:
 * @field: a field
 *
 * Returns: whether its cells are aligned at their end, so that digits stand below digits
 */
gboolean
clt_table_cell_is_number (CltField *field)
{
  return clt_field_kind_is_number (clt_field_get_kind (field));
}

/**
 * clt_table_cell_dup_text:
 * @record: a loaded record
 * @index: a field of its entity
 *
 * Returns: (transfer full): what the cell says: one line, not too long
 */
char *
clt_table_cell_dup_text (CltRecord *record,
                         guint      index)
{
  g_autofree char *text = clt_record_dup_display (record, index);

  if (text == NULL)
    return g_strdup ("");

  g_strdelimit (text, "\r\n\t", ' ');
  if (strlen (text) <= MOST_CHARS)
    return g_steal_pointer (&text);

  return clt_text_ellipsize (text, MOST_CHARS);
}

/**
 * clt_table_cell_dup_subtitle:
 * @record: a loaded record
 * @index_left_out: a field that is shown elsewhere in the row, or G_MAXUINT
 *
 * Returns: (transfer full): the record's main facts besides its title, in one line
 */
char *
clt_table_cell_dup_subtitle (CltRecord *record,
                             guint      index_left_out)
{
  CltEntity *entity = clt_record_get_entity (record);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_facts = 0;

  for (guint i = 0; i < clt_entity_get_n_fields (entity) && n_facts < N_SUBTITLE_FACTS; i++)
    {
      CltField *field = clt_entity_get_field (entity, i);
      g_autofree char *fact = NULL;

      if (i == index_left_out || clt_field_get_role (field) == CLT_ROLE_TITLE ||
          !clt_field_has_flags (field, CLT_FIELD_COLUMN))
        continue;

      fact = clt_table_cell_dup_text (record, i);
      if (*fact == '\0')
        continue;

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", fact);
      n_facts++;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * clt_table_cell_find_figure:
 * @entity: an entity
 *
 * Finds what a narrow row shows at the end of its first line: how much, or when.
 *
 * Returns: index of the field, or -1 if the entity has nothing of the kind
 */
int
clt_table_cell_find_figure (CltEntity *entity)
{
  static const CltRole roles[] = {
    CLT_ROLE_AMOUNT, CLT_ROLE_DUE, CLT_ROLE_START, CLT_ROLE_WHEN, CLT_ROLE_LIFE_CYCLE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      int index = clt_entity_find_role_index (entity, roles[i]);

      if (index >= 0)
        return index;
    }

  return -1;
}
