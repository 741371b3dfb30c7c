/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clt-cli-table.h"

static const struct
{
  const char *what;
  const char *text;
  guint       width;
} widths[] = {
  { "nothing", "", 0 },
  { "Latin letters", "Ada", 3 },
  { "letters with accents", "Åkerby", 6 },
  { "accents of their own", "e\u0301", 1 },
  { "Chinese", "杭州", 4 },
  { "both", "GW-4 网关", 9 },
};

static void
test_width (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_test_message ("%s", widths[i].what);
      g_assert_cmpuint (clt_cli_text_width (widths[i].text), ==, widths[i].width);
    }
}

static void
test_disarm (void)
{
  g_autofree char *text = g_strdup ("a\nb\033[2Jc\xc2\x9b" "d杭");

  clt_cli_text_disarm (text);
  g_assert_cmpstr (text, ==, "a b [2Jc  d杭");
}

/* What a table prints that is made of the words of two columns. */
static char *
print (gboolean           is_terminal,
       const char * const words[])
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CltCli cli = { .out = stream, .is_terminal = is_terminal };
  g_autoptr (CltCliTable) table = clt_cli_table_new (&cli);

  clt_cli_table_add_column (table, "No", TRUE);
  clt_cli_table_add_column (table, "Name", FALSE);
  clt_cli_table_add_column (table, "City", FALSE);
  for (; *words != NULL; words++)
    clt_cli_table_add_cell (table, g_strdup (*words));
  clt_cli_table_flush (table);
  g_output_stream_write (stream, "", 1, NULL, NULL);

  return g_strdup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
test_alignment (void)
{
  const char *words[] = { "7", "Ada", "Paris", "12", "云启科技", "杭州", NULL };
  g_autofree char *text = print (FALSE, words);

  g_assert_cmpstr (text, ==,
                   "No  Name      City\n"
                   " 7  Ada       Paris\n"
                   "12  云启科技  杭州\n");
}

static void
test_cut_on_a_terminal (void)
{
  const char *words[] = { "1", "An exceedingly long name of a company Ltd", "x", NULL };
  g_autofree char *cut = print (TRUE, words);
  g_autofree char *whole = print (FALSE, words);

  g_assert_nonnull (strstr (cut, "An exceedingly long name of a compa…  x\n"));
  g_assert_nonnull (strstr (whole, "of a company Ltd  x\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-table/width", test_width);
  g_test_add_func ("/cli-table/disarm", test_disarm);
  g_test_add_func ("/cli-table/alignment", test_alignment);
  g_test_add_func ("/cli-table/cut", test_cut_on_a_terminal);

  return g_test_run ();
}
