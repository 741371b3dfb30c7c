/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sample-scene"

#include "config.h"

#include <string.h>

#include "clt-sample.h"
#include "clt-text.h"

/**
 * clt_sample_scene:
 * @self: a sample with products and users
 * @customer: whom it is about
 *
 * Returns: who and what the texts of one record speak of
 */
CltSampleScene
clt_sample_scene (CltSample       *self,
                  CltSampleRecord *customer)
{
  return (CltSampleScene) {
    .customer = customer,
    .person = clt_sample_any_person (self, customer),
    .product = clt_sample_any (self, "product", customer->language),
    .user = clt_sample_any (self, "user", customer->language),
  };
}

/* Between “GW-4” and “框架协议” stands a blank. */
static void
clt_sample_part_scripts (GString    *written,
                         const char *rest)
{
  if (written->len > 0 && g_ascii_isalnum (written->str[written->len - 1]) &&
      clt_text_is_cjk (g_utf8_get_char (rest)))
    g_string_append_c (written, ' ');
}

/* What stands for the word in braces. */
static void
clt_sample_write_word (CltSample            *self,
                       GString              *written,
                       const char           *word,
                       gsize                 length,
                       const CltSampleScene *scene)
{
  const CltSampleTexts *texts = clt_sample_texts_get (scene->customer->language);
  const struct
  {
    const char *word;
    const char *meaning;
  } meanings[] = {
    { "person", scene->person->title },
    { "customer", scene->customer->title },
    { "brand", scene->customer->brand },
    { "product", scene->product->title },
    { "city", scene->customer->place->city },
    { "user", scene->user->title },
    { "weekday", clt_sample_pick (self, texts->weekdays) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (strlen (meanings[i].word) == length && strncmp (meanings[i].word, word, length) == 0)
      {
        g_string_append (written, meanings[i].meaning);
        clt_sample_part_scripts (written, word + length + 1);
        return;
      }

  g_assert (strncmp (word, "nn", length) == 0);
  g_string_append_printf (written, "%d", length == 2 ? clt_sample_between (self, 12, 48)
                                                     : clt_sample_between (self, 2, 9));
}

/**
 * clt_sample_write:
 * @self: a sample
 * @text: words, some of them in braces
 * @scene: who and what the words in braces are
 *
 * Returns: (transfer full): the text with all braces filled in
 */
char *
clt_sample_write (CltSample            *self,
                  const char           *text,
                  const CltSampleScene *scene)
{
  GString *written = g_string_new (NULL);
  const char *open;

  while ((open = strchr (text, '{')) != NULL)
    {
      const char *close = strchr (open, '}');

      g_string_append_len (written, text, open - text);
      clt_sample_write_word (self, written, open + 1, close - open - 1, scene);
      text = close + 1;
    }
  g_string_append (written, text);

  return g_string_free (written, FALSE);
}

/**
 * clt_sample_set_writing:
 * @self: a sample
 * @record: the record
 * @field: a field that holds text
 * @texts: (array zero-terminated=1): at least one
 * @scene: who and what the words in braces are
 *
 * Writes one of the texts into the field.
 */
void
clt_sample_set_writing (CltSample            *self,
                        CltSampleRecord      *record,
                        const char           *field,
                        const char * const   *texts,
                        const CltSampleScene *scene)
{
  g_autofree char *written = clt_sample_write (self, clt_sample_pick (self, texts), scene);

  clt_sample_set_text (record, field, written);
}
