/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-table-columns"

#include "config.h"

#include <string.h>

#include "clt-table-columns.h"

/* As long as the user has not set a width, columns of words share the room there is: they grow
 * without end, but shrink only this far before the table scrolls sideways. */
#define LEAST_SHARE 0.72
#define LEAST_WIDTH 5.0
#define WIDEST_WIDTH 200.0
#define CELL_PADDING_PX 12
#define MOST_DEFAULT_COLUMNS 8

struct _CltTableColumns
{
  GObject    parent_instance;

  CltEntity *entity;  /* (owned) */
  GPtrArray *columns; /* (owned) (element-type CltTableColumn) */
  gboolean   fixed;   /* the user set a width: leave all of them alone */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CltTableColumns, clt_table_columns, G_TYPE_OBJECT)

/* In characters, what most values of the kind need; and whether they mean nothing cut short, as a
 * date or an amount does. */
static const struct
{
  double   width;
  gboolean rigid;
} kinds[CLT_N_FIELD_KINDS] = {
  [CLT_FIELD_TEXT] = { 17, FALSE },
  [CLT_FIELD_LONG_TEXT] = { 30, FALSE },
  [CLT_FIELD_EMAIL] = { 24, FALSE },
  [CLT_FIELD_PHONE] = { 19, TRUE },
  [CLT_FIELD_URL] = { 22, FALSE },
  [CLT_FIELD_INTEGER] = { 10, TRUE },
  [CLT_FIELD_REAL] = { 10, TRUE },
  [CLT_FIELD_PERCENT] = { 12, TRUE },
  [CLT_FIELD_BOOLEAN] = { 8, TRUE },
  [CLT_FIELD_DATE] = { 13, TRUE },
  [CLT_FIELD_DATE_TIME] = { 17, TRUE },
  [CLT_FIELD_DURATION] = { 9, TRUE },
  [CLT_FIELD_MONEY] = { 15, TRUE },
  [CLT_FIELD_CHOICE] = { 14, FALSE },
  [CLT_FIELD_TAGS] = { 17, FALSE },
  [CLT_FIELD_REFERENCE] = { 18, FALSE },
  [CLT_FIELD_REFERENCES] = { 20, FALSE },
  [CLT_FIELD_LINK] = { 20, FALSE },
};

#define TITLE_WIDTH 27.0

static void
clt_table_column_free (gpointer data)
{
  CltTableColumn *column = data;

  clt_field_unref (column->field);
  g_free (column);
}

static double
clt_table_columns_get_default_width (CltField *field)
{
  if (clt_field_get_role (field) == CLT_ROLE_TITLE)
    return TITLE_WIDTH;

  return kinds[clt_field_get_kind (field)].width;
}

/* The title stands first whatever the order of the form is: it is what the eye looks for. */
static void
clt_table_columns_append (CltTableColumns *self,
                          guint            index,
                          double           width)
{
  CltField *field = clt_entity_get_field (self->entity, index);
  CltTableColumn *column = g_new0 (CltTableColumn, 1);
  gboolean is_title = clt_field_get_role (field) == CLT_ROLE_TITLE;

  column->field = clt_field_ref (field);
  column->index = index;
  column->width = width > 0 ? CLAMP (width, LEAST_WIDTH, WIDEST_WIDTH)
                            : clt_table_columns_get_default_width (field);
  g_ptr_array_insert (self->columns, is_title ? 0 : -1, column);
}

static void
clt_table_columns_fill_default (CltTableColumns *self)
{
  for (guint i = 0; i < clt_entity_get_n_fields (self->entity); i++)
    {
      CltField *field = clt_entity_get_field (self->entity, i);

      if (self->columns->len < MOST_DEFAULT_COLUMNS &&
          clt_field_has_flags (field, CLT_FIELD_COLUMN))
        clt_table_columns_append (self, i, 0);
    }
}

static void
clt_table_columns_emit_changed (CltTableColumns *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clt_table_columns_finalize (GObject *object)
{
  CltTableColumns *self = CLT_TABLE_COLUMNS (object);

  g_clear_pointer (&self->entity, clt_entity_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (clt_table_columns_parent_class)->finalize (object);
}

static void
clt_table_columns_class_init (CltTableColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clt_table_columns_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clt_table_columns_init (CltTableColumns *self)
{
  self->columns = g_ptr_array_new_with_free_func (clt_table_column_free);
}

/**
 * clt_table_columns_new:
 * @entity: what the rows of the table are
 *
 * Makes the columns that a table of @entity shows until the user chooses others.
 *
 * Returns: (transfer full): new columns
 */
CltTableColumns *
clt_table_columns_new (CltEntity *entity)
{
  CltTableColumns *self;

  g_return_val_if_fail (entity != NULL, NULL);

  self = g_object_new (CLT_TYPE_TABLE_COLUMNS, NULL);
  self->entity = clt_entity_ref (entity);
  clt_table_columns_fill_default (self);

  return self;
}

/**
 * clt_table_columns_get_entity:
 * @self: the columns
 *
 * Returns: (transfer none): whose fields the columns are
 */
CltEntity *
clt_table_columns_get_entity (CltTableColumns *self)
{
  g_return_val_if_fail (CLT_IS_TABLE_COLUMNS (self), NULL);

  return self->entity;
}

/**
 * clt_table_columns_get_n:
 * @self: the columns
 *
 * Returns: how many columns are shown
 */
guint
clt_table_columns_get_n (CltTableColumns *self)
{
  g_return_val_if_fail (CLT_IS_TABLE_COLUMNS (self), 0);

  return self->columns->len;
}

/**
 * clt_table_columns_get:
 * @self: the columns
 * @position: which column
 *
 * Returns: (transfer none): the column, valid until the columns change
 */
const CltTableColumn *
clt_table_columns_get (CltTableColumns *self,
                       guint            position)
{
  g_return_val_if_fail (CLT_IS_TABLE_COLUMNS (self), NULL);
  g_return_val_if_fail (position < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, position);
}

/**
 * clt_table_columns_find:
 * @self: the columns
 * @field: name of a field
 *
 * Returns: the position of the column that shows @field, or -1 if none does
 */
int
clt_table_columns_find (CltTableColumns *self,
                        const char      *field)
{
  g_return_val_if_fail (CLT_IS_TABLE_COLUMNS (self), -1);

  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (clt_field_get_name (clt_table_columns_get (self, i)->field), field) == 0)
      return i;

  return -1;
}

/**
 * clt_table_columns_set_shown:
 * @self: the columns
 * @field: name of a field of the entity
 * @shown: whether it is to have a column
 *
 * Adds the field's column at the end, or takes it away. The last one stays: a table
 * without columns could not be clicked any more.
 */
void
clt_table_columns_set_shown (CltTableColumns *self,
                             const char      *field,
                             gboolean         shown)
{
  int position, index;

  g_return_if_fail (CLT_IS_TABLE_COLUMNS (self));

  position = clt_table_columns_find (self, field);
  index = clt_entity_find_index (self->entity, field);
  if (index < 0 || (position >= 0) == shown || (!shown && self->columns->len == 1))
    return;

  if (shown)
    clt_table_columns_append (self, index, 0);
  else
    g_ptr_array_remove_index (self->columns, position);

  clt_table_columns_emit_changed (self);
}

/**
 * clt_table_columns_set_width:
 * @self: the columns
 * @position: which column
 * @width: its new width, in characters
 *
 * Sets a width; from then on the columns no longer share the room by themselves.
 */
void
clt_table_columns_set_width (CltTableColumns *self,
                             guint            position,
                             double           width)
{
  CltTableColumn *column;

  g_return_if_fail (CLT_IS_TABLE_COLUMNS (self));
  g_return_if_fail (position < self->columns->len);

  column = g_ptr_array_index (self->columns, position);
  column->width = CLAMP (width, LEAST_WIDTH, WIDEST_WIDTH);
  self->fixed = TRUE;
  clt_table_columns_emit_changed (self);
}

/**
 * clt_table_columns_set_names:
 * @self: the columns
 * @names: (array zero-terminated=1): names of fields, in order; unknown ones are skipped
 *
 * Shows these fields, as a saved view asks for them.
 */
void
clt_table_columns_set_names (CltTableColumns    *self,
                             const char * const *names)
{
  g_return_if_fail (CLT_IS_TABLE_COLUMNS (self));
  g_return_if_fail (names != NULL);

  g_ptr_array_set_size (self->columns, 0);
  self->fixed = FALSE;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      int index = clt_entity_find_index (self->entity, names[i]);

      if (index >= 0 && clt_table_columns_find (self, names[i]) < 0)
        clt_table_columns_append (self, index, 0);
    }
  if (self->columns->len == 0)
    clt_table_columns_fill_default (self);

  clt_table_columns_emit_changed (self);
}

/**
 * clt_table_columns_dup_names:
 * @self: the columns
 *
 * Returns: (transfer full) (array zero-terminated=1): names of the fields that are shown
 */
char **
clt_table_columns_dup_names (CltTableColumns *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (CLT_IS_TABLE_COLUMNS (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    g_strv_builder_add (names, clt_field_get_name (clt_table_columns_get (self, i)->field));

  return g_strv_builder_end (names);
}

/**
 * clt_table_columns_reset:
 * @self: the columns
 *
 * Goes back to the columns and widths the program starts with.
 */
void
clt_table_columns_reset (CltTableColumns *self)
{
  g_return_if_fail (CLT_IS_TABLE_COLUMNS (self));

  g_ptr_array_set_size (self->columns, 0);
  self->fixed = FALSE;
  clt_table_columns_fill_default (self);
  clt_table_columns_emit_changed (self);
}

/**
 * clt_table_columns_freeze:
 * @self: the columns
 * @spans: where the columns lie now
 * @char_width: pixels of a character
 *
 * Takes the widths that are seen for the ones wanted, so that pulling at one border
 * moves no other.
 */
void
clt_table_columns_freeze (CltTableColumns    *self,
                          const CltTableSpan *spans,
                          double              char_width)
{
  g_return_if_fail (CLT_IS_TABLE_COLUMNS (self));
  g_return_if_fail (char_width > 0);

  if (self->fixed)
    return;

  for (guint i = 0; i < self->columns->len; i++)
    {
      CltTableColumn *column = g_ptr_array_index (self->columns, i);

      column->width = MAX ((spans[i].width - 2 * CELL_PADDING_PX) / char_width, LEAST_WIDTH);
    }
  self->fixed = TRUE;
}

static gboolean
clt_table_columns_is_rigid (CltTableColumns *self,
                            guint            position)
{
  return self->fixed ||
         kinds[clt_field_get_kind (clt_table_columns_get (self, position)->field)].rigid;
}

/* What the columns that give and take may have of each character they want. */
static double
clt_table_columns_get_share (CltTableColumns *self,
                             double           char_width,
                             int              available)
{
  double rigid = 2 * CELL_PADDING_PX * self->columns->len;
  double pliant = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      double width = clt_table_columns_get (self, i)->width * char_width;

      if (clt_table_columns_is_rigid (self, i))
        rigid += width;
      else
        pliant += width;
    }

  return pliant > 0 ? MAX ((available - rigid) / pliant, LEAST_SHARE) : 1;
}

/**
 * clt_table_columns_lay_out:
 * @self: the columns
 * @char_width: pixels of a character
 * @available: pixels there are
 * @spans: (out caller-allocates): one per column
 *
 * Says where each column lies.
 *
 * Returns: the width of a row, in pixels; more than @available if the table must scroll
 */
int
clt_table_columns_lay_out (CltTableColumns *self,
                           double           char_width,
                           int              available,
                           CltTableSpan    *spans)
{
  double share;
  int x = 0;

  g_return_val_if_fail (CLT_IS_TABLE_COLUMNS (self), 0);

  share = clt_table_columns_get_share (self, char_width, available);
  for (guint i = 0; i < self->columns->len; i++)
    {
      double width = clt_table_columns_get (self, i)->width * char_width;

      if (!clt_table_columns_is_rigid (self, i))
        width *= share;
      spans[i].x = x;
      spans[i].width = (int) width + 2 * CELL_PADDING_PX;
      x += spans[i].width;
    }

  return x;
}

/**
 * clt_table_columns_to_text:
 * @self: the columns
 *
 * Returns: (transfer full): what clt_table_columns_restore() understands: "name:24 city:12",
 *   without the widths if the user has set none
 */
char *
clt_table_columns_to_text (CltTableColumns *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (CLT_IS_TABLE_COLUMNS (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const CltTableColumn *column = clt_table_columns_get (self, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", clt_field_get_name (column->field));
      if (self->fixed)
        g_string_append_printf (text, ":%d", (int) (column->width + 0.5));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * clt_table_columns_restore:
 * @self: the columns
 * @text: what clt_table_columns_to_text() gave, perhaps of another schema
 *
 * Shows the columns that @text names; what the entity no longer has is skipped.
 */
void
clt_table_columns_restore (CltTableColumns *self,
                           const char      *text)
{
  g_auto (GStrv) words = NULL;

  g_return_if_fail (CLT_IS_TABLE_COLUMNS (self));
  g_return_if_fail (text != NULL);

  g_ptr_array_set_size (self->columns, 0);
  self->fixed = strchr (text, ':') != NULL;
  words = g_strsplit (text, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      char *width = strchr (words[i], ':');
      int index;

      if (width != NULL)
        *width++ = '\0';
      index = clt_entity_find_index (self->entity, words[i]);
      if (index >= 0 && clt_table_columns_find (self, words[i]) < 0)
        clt_table_columns_append (self, index, width ? g_ascii_strtod (width, NULL) : 0);
    }
  if (self->columns->len == 0)
    clt_table_columns_fill_default (self);

  clt_table_columns_emit_changed (self);
}
