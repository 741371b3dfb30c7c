/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-cli-table"

#include "config.h"

#include <string.h>

#include "clt-cli-table.h"

/* On a terminal a longer cell is cut, so that a row stays a line. */
#define WIDEST_CELL 36

#define GAP "  "
#define ELLIPSIS "…"

typedef struct
{
  char     *title;     /* (owned) */
  gboolean  is_number; /* at the right edge */
  guint     width;     /* terminal cells */
} Column;

struct _CltCliTable
{
  CltCli    *cli;        /* (unowned) */
  GArray    *columns;    /* (owned) (element-type Column) */
  GPtrArray *cells;      /* (owned) (element-type utf8): rows that wait for the next flush */
  gboolean   has_header; /* it is printed, and the widths are fixed */
};

static void
clt_cli_column_clear (gpointer data)
{
  Column *self = data;

  g_free (self->title);
}

static guint
clt_cli_letter_width (gunichar letter)
{
  if (g_unichar_iszerowidth (letter))
    return 0;

  return g_unichar_iswide (letter) ? 2 : 1;
}

/**
 * clt_cli_text_width:
 * @text: a line of text
 *
 * Returns: how many cells of a terminal it takes
 */
guint
clt_cli_text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += clt_cli_letter_width (g_utf8_get_char (text));

  return width;
}

/**
 * clt_cli_text_disarm:
 * @text: some record's text
 *
 * Makes blanks of control characters: the text is one line then, and no record can
 * send commands to the user's terminal.
 */
void
clt_cli_text_disarm (char *text)
{
  for (char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      memset (c, ' ', g_utf8_next_char (c) - c);
}

static char *
clt_cli_cut (char  *text,
             guint  width)
{
  guint used = 1;
  char *c = text;
  char *cut;

  if (clt_cli_text_width (text) <= width)
    return text;

  while (used + clt_cli_letter_width (g_utf8_get_char (c)) <= width)
    {
      used += clt_cli_letter_width (g_utf8_get_char (c));
      c = g_utf8_next_char (c);
    }
  *c = '\0';
  cut = g_strconcat (text, ELLIPSIS, NULL);
  g_free (text);

  return cut;
}

/**
 * clt_cli_table_new:
 * @cli: where it is printed
 *
 * Returns: (transfer full): a table without columns
 */
CltCliTable *
clt_cli_table_new (CltCli *cli)
{
  CltCliTable *self = g_new0 (CltCliTable, 1);

  self->cli = cli;
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clt_cli_column_clear);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * clt_cli_table_free:
 * @self: (transfer full): a table
 *
 * Frees the table; rows that were not flushed are lost.
 */
void
clt_cli_table_free (CltCliTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * clt_cli_table_add_column:
 * @self: a table without rows
 * @title: what stands above the column
 * @is_number: whether it is aligned at its right edge
 *
 * Adds a column at the end.
 */
void
clt_cli_table_add_column (CltCliTable *self,
                          const char  *title,
                          gboolean     is_number)
{
  const Column column = { g_strdup (title), is_number, clt_cli_text_width (title) };

  g_array_append_val (self->columns, column);
}

/**
 * clt_cli_table_add_cell:
 * @self: a table
 * @text: (transfer full) (nullable): the next cell of the row; the first of a new
 *   row if the row is full
 *
 * Adds a cell. It becomes one line without control characters.
 */
void
clt_cli_table_add_cell (CltCliTable *self,
                        char        *text)
{
  if (text == NULL)
    text = g_strdup ("");

  clt_cli_text_disarm (text);
  if (self->cli->is_terminal)
    text = clt_cli_cut (text, WIDEST_CELL);

  g_ptr_array_add (self->cells, text);
}

static void
clt_cli_table_measure (CltCliTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i % self->columns->len);

      column->width = MAX (column->width, clt_cli_text_width (g_ptr_array_index (self->cells, i)));
    }
}

/* Nothing follows the last cell of a row, so nothing is padded there. */
static void
clt_cli_table_print_cell (CltCliTable *self,
                          guint        nth,
                          const char  *text)
{
  const Column *column = &g_array_index (self->columns, Column, nth);
  const gboolean is_last = nth + 1 == self->columns->len;
  const guint width = clt_cli_text_width (text);
  const int blanks = column->width > width ? column->width - width : 0;

  clt_cli_print (self->cli, "%*s%s%*s%s",
                 column->is_number ? blanks : 0, "", text,
                 column->is_number || is_last ? 0 : blanks, "",
                 is_last ? "\n" : GAP);
}

/**
 * clt_cli_table_flush:
 * @self: a table
 *
 * Prints the rows that were added, the first time below the titles.
 */
void
clt_cli_table_flush (CltCliTable *self)
{
  if (!self->has_header)
    {
      clt_cli_table_measure (self);
      for (guint i = 0; i < self->columns->len; i++)
        clt_cli_table_print_cell (self, i, g_array_index (self->columns, Column, i).title);
      self->has_header = TRUE;
    }

  for (guint i = 0; i < self->cells->len; i++)
    clt_cli_table_print_cell (self, i % self->columns->len, g_ptr_array_index (self->cells, i));

  g_ptr_array_set_size (self->cells, 0);
}
