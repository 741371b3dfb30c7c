/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-json"

#include "config.h"

#include <math.h>
#include <string.h>

#include "clt-error.h"
#include "clt-json.h"

/* Doubles from here on are not exact integers any more. */
#define WHOLE_DOUBLE_LIMIT 9007199254740992.0

/* {{{ The gate */

typedef struct
{
  const char *at;
  const char *end;
  gboolean    has_value; /* of all: a second one is not JSON */
  gboolean    in_word;   /* the last character was of a number, or of true, false or null */
  guint       depth;
  char        closers[CLT_JSON_MAX_DEPTH]; /* what ends each open object and array */
} Scan;

static gboolean
clt_json_scan_hex (Scan  *scan,
                   guint *code)
{
  *code = 0;
  if (scan->end - scan->at < 4)
    return FALSE;

  for (int i = 0; i < 4; i++)
    {
      const int digit = g_ascii_xdigit_value (*scan->at++);

      if (digit < 0)
        return FALSE;
      *code = *code * 16 + (guint) digit;
    }

  return TRUE;
}

/* After "\u". json-glib 1.6 aborts at a surrogate whose other half is missing. */
static gboolean
clt_json_scan_unicode_escape (Scan *scan)
{
  guint high, low;

  if (!clt_json_scan_hex (scan, &high))
    return FALSE;

  if (high < 0xd800 || high > 0xdfff)
    return TRUE;

  if (high >= 0xdc00 || scan->end - scan->at < 6 || memcmp (scan->at, "\\u", 2) != 0)
    return FALSE;

  scan->at += 2;

  return clt_json_scan_hex (scan, &low) && low >= 0xdc00 && low <= 0xdfff;
}

/* After the opening quote, to behind the closing one. */
static gboolean
clt_json_scan_string (Scan *scan)
{
  while (scan->at < scan->end)
    {
      const char c = *scan->at++;

      if (c == '"')
        return TRUE;

      if (c != '\\')
        continue;

      if (scan->at == scan->end)
        return FALSE;
      if (*scan->at++ == 'u' && !clt_json_scan_unicode_escape (scan))
        return FALSE;
    }

  return FALSE;
}

/* Outside of all brackets: json-glib takes "{} {}" for the first of the two. */
static gboolean
clt_json_begins_second_value (Scan *scan,
                              char  c)
{
  const gboolean is_word = g_ascii_isalnum (c) || strchr ("+-.", c) != NULL;
  const gboolean goes_on = scan->in_word && is_word;
  const gboolean had_value = scan->has_value;

  scan->in_word = is_word;
  if (scan->depth > 0 || g_ascii_isspace (c) || goes_on)
    return FALSE;

  scan->has_value = TRUE;

  return had_value;
}

/* Anything else json-glib would take, such as comments and "var x =", is not JSON, and a quote in
 * a comment would hide brackets from us. */
static gboolean
clt_json_is_plain (char c)
{
  return g_ascii_isalnum (c) || g_ascii_isspace (c) || strchr (":,+-.", c) != NULL;
}

static const char *
clt_json_scan (Scan *scan)
{
  while (scan->at < scan->end)
    {
      const char c = *scan->at++;

      if (clt_json_begins_second_value (scan, c))
        return "something follows its end";

      if (c == '"')
        {
          if (!clt_json_scan_string (scan))
            return "a string is cut short or has a bad escape";
        }
      else if (c == '{' || c == '[')
        {
          if (scan->depth == CLT_JSON_MAX_DEPTH)
            return "it is nested too deeply";
          scan->closers[scan->depth++] = c == '{' ? '}' : ']';
        }
      else if (c == '}' || c == ']')
        {
          if (scan->depth == 0 || scan->closers[--scan->depth] != c)
            return "its brackets do not match";
        }
      else if (!clt_json_is_plain (c))
        {
          return "it has characters that JSON does not";
        }
    }

  return scan->depth == 0 && scan->has_value ? NULL : "it is cut short";
}

static gboolean
clt_json_check (const char  *data,
                gsize        size,
                GError     **error)
{
  Scan scan = { .at = data, .end = data + size };
  const char *complaint;

  if (size > CLT_JSON_MAX_BYTES)
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_TOO_LARGE,
                   "JSON of %" G_GSIZE_FORMAT " bytes is over the limit", size);
      return FALSE;
    }

  if (!g_utf8_validate_len (data, size, NULL))
    complaint = "it is not UTF-8";
  else
    complaint = clt_json_scan (&scan);

  if (complaint != NULL)
    g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED, "Not usable as JSON: %s", complaint);

  return complaint == NULL;
}

static JsonNode *
clt_json_parse_data (const char  *data,
                     gsize        size,
                     GError     **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) parse_error = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (!clt_json_check (data, size, error))
    return NULL;

  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, data, (gssize) size, &parse_error))
    root = json_parser_steal_root (parser);

  if (root == NULL)
    g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED, "Not usable as JSON: %s",
                 parse_error != NULL ? parse_error->message : "it is empty");

  return g_steal_pointer (&root);
}

/* }}} */

/* The value at the path, or NULL where a member is missing or its parent is no object. */
static JsonNode *
clt_json_find (JsonNode   *node,
               const char *path)
{
  const char *dot;
  g_autofree char *name = NULL;

  if (path == NULL || *path == '\0')
    return node;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  dot = strchr (path, '.');
  if (dot == NULL)
    return json_object_get_member (json_node_get_object (node), path);

  name = g_strndup (path, (gsize) (dot - path));

  return clt_json_find (json_object_get_member (json_node_get_object (node), name), dot + 1);
}

static gboolean
clt_json_holds (JsonNode *node,
                GType     type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
clt_json_read_int (JsonNode *node,
                   gint64   *value)
{
  double number;

  if (clt_json_holds (node, G_TYPE_INT64))
    {
      *value = json_node_get_int (node);
      return TRUE;
    }

  /* JSON has one kind of number: 5.0 is 5. */
  if (!clt_json_holds (node, G_TYPE_DOUBLE))
    return FALSE;

  number = json_node_get_double (node);
  if (!(fabs (number) < WHOLE_DOUBLE_LIMIT) || fabs (number - trunc (number)) > 0)
    return FALSE;

  *value = (gint64) number;

  return TRUE;
}

static void
clt_json_set_error (const char  *path,
                    const char  *expected,
                    GError     **error)
{
  g_set_error (error, CLT_ERROR, CLT_ERROR_MALFORMED, "“%s” is not %s",
               path != NULL ? path : "", expected);
}

/**
 * clt_json_parse:
 * @bytes: what a server or a file said
 * @error: return location for an error
 *
 * Parses JSON that may be anything at all.
 *
 * Size (%CLT_JSON_MAX_BYTES), UTF-8, nesting (%CLT_JSON_MAX_DEPTH), escapes and
 * completeness are checked before json-glib sees a byte: it dies of a stack
 * overflow at 100 000 nested brackets.
 *
 * Returns: (transfer full): the value; %NULL with %CLT_ERROR_TOO_LARGE or
 *   %CLT_ERROR_MALFORMED
 */
JsonNode *
clt_json_parse (GBytes  *bytes,
                GError **error)
{
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);

  return clt_json_parse_data (data != NULL ? data : "", size, error);
}

/**
 * clt_json_parse_text:
 * @text: JSON
 * @error: return location for an error
 *
 * Does what clt_json_parse() does, for a string.
 *
 * Returns: (transfer full): the value
 */
JsonNode *
clt_json_parse_text (const char  *text,
                     GError     **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  return clt_json_parse_data (text, strlen (text), error);
}

/**
 * clt_json_to_text:
 * @node: a value
 *
 * Returns: (transfer full): the value as JSON on one line
 */
char *
clt_json_to_text (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return json_to_string (node, FALSE);
}

/**
 * clt_json_take_object:
 * @object: (transfer full): an object
 *
 * Puts an object into a node without adding a reference, which
 * json_node_init_object() does.
 *
 * Returns: (transfer full): the node
 */
JsonNode *
clt_json_take_object (JsonObject *object)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}

/**
 * clt_json_take_array:
 * @array: (transfer full): an array
 *
 * Does what clt_json_take_object() does, for an array.
 *
 * Returns: (transfer full): the node
 */
JsonNode *
clt_json_take_array (JsonArray *array)
{
  JsonNode *node;

  g_return_val_if_fail (array != NULL, NULL);

  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);

  return node;
}

/**
 * clt_json_get_object:
 * @node: (nullable): where to begin
 * @path: (nullable): names of members joined by dots; %NULL or "" is @node itself
 * @error: return location for an error
 *
 * Returns: (transfer none): the object at @path; %NULL with %CLT_ERROR_MALFORMED
 *   if there is none
 */
JsonObject *
clt_json_get_object (JsonNode    *node,
                     const char  *path,
                     GError     **error)
{
  JsonNode *found = clt_json_find (node, path);

  if (found != NULL && JSON_NODE_HOLDS_OBJECT (found))
    return json_node_get_object (found);

  clt_json_set_error (path, "an object", error);

  return NULL;
}

/**
 * clt_json_get_array:
 * @node: (nullable): where to begin
 * @path: (nullable): as for clt_json_get_object()
 * @error: return location for an error
 *
 * Returns: (transfer none): the array at @path; %NULL with %CLT_ERROR_MALFORMED
 *   if there is none
 */
JsonArray *
clt_json_get_array (JsonNode    *node,
                    const char  *path,
                    GError     **error)
{
  JsonNode *found = clt_json_find (node, path);

  if (found != NULL && JSON_NODE_HOLDS_ARRAY (found))
    return json_node_get_array (found);

  clt_json_set_error (path, "an array", error);

  return NULL;
}

/**
 * clt_json_get_string:
 * @node: (nullable): where to begin
 * @path: (nullable): as for clt_json_get_object()
 * @error: return location for an error
 *
 * Returns: (transfer none): the string at @path; %NULL with %CLT_ERROR_MALFORMED
 *   if there is none
 */
const char *
clt_json_get_string (JsonNode    *node,
                     const char  *path,
                     GError     **error)
{
  JsonNode *found = clt_json_find (node, path);

  if (clt_json_holds (found, G_TYPE_STRING))
    return json_node_get_string (found);

  clt_json_set_error (path, "a string", error);

  return NULL;
}

/**
 * clt_json_get_int:
 * @node: (nullable): where to begin
 * @path: (nullable): as for clt_json_get_object()
 * @value: (out): return location for the number
 * @error: return location for an error
 *
 * Returns: %TRUE if there is a whole number at @path; else %FALSE with
 *   %CLT_ERROR_MALFORMED, and @value is not touched
 */
gboolean
clt_json_get_int (JsonNode    *node,
                  const char  *path,
                  gint64      *value,
                  GError     **error)
{
  g_return_val_if_fail (value != NULL, FALSE);

  if (clt_json_read_int (clt_json_find (node, path), value))
    return TRUE;

  clt_json_set_error (path, "a whole number", error);

  return FALSE;
}

/**
 * clt_json_peek:
 * @node: (nullable): where to begin
 * @path: (nullable): as for clt_json_get_object()
 *
 * Returns: (transfer none) (nullable): what is at @path; %NULL if nothing or null is
 */
JsonNode *
clt_json_peek (JsonNode   *node,
               const char *path)
{
  JsonNode *found = clt_json_find (node, path);

  return found == NULL || JSON_NODE_HOLDS_NULL (found) ? NULL : found;
}

/**
 * clt_json_peek_string:
 * @node: (nullable): where to begin
 * @path: (nullable): as for clt_json_get_object()
 * @fallback: (nullable): the answer when there is no string
 *
 * Returns: (transfer none) (nullable): the string at @path, or @fallback
 */
const char *
clt_json_peek_string (JsonNode   *node,
                      const char *path,
                      const char *fallback)
{
  JsonNode *found = clt_json_find (node, path);

  return clt_json_holds (found, G_TYPE_STRING) ? json_node_get_string (found) : fallback;
}

/**
 * clt_json_peek_int:
 * @node: (nullable): where to begin
 * @path: (nullable): as for clt_json_get_object()
 * @fallback: the answer when there is no whole number
 *
 * Returns: the whole number at @path, or @fallback
 */
gint64
clt_json_peek_int (JsonNode   *node,
                   const char *path,
                   gint64      fallback)
{
  gint64 value;

  return clt_json_read_int (clt_json_find (node, path), &value) ? value : fallback;
}

/**
 * clt_json_peek_double:
 * @node: (nullable): where to begin
 * @path: (nullable): as for clt_json_get_object()
 * @fallback: the answer when there is no number
 *
 * Returns: the number at @path, whole or not, or @fallback
 */
double
clt_json_peek_double (JsonNode   *node,
                      const char *path,
                      double      fallback)
{
  JsonNode *found = clt_json_find (node, path);

  if (clt_json_holds (found, G_TYPE_INT64) || clt_json_holds (found, G_TYPE_DOUBLE))
    return json_node_get_double (found);

  return fallback;
}

/**
 * clt_json_peek_boolean:
 * @node: (nullable): where to begin
 * @path: (nullable): as for clt_json_get_object()
 * @fallback: the answer when there is neither true nor false
 *
 * Returns: the boolean at @path, or @fallback
 */
gboolean
clt_json_peek_boolean (JsonNode   *node,
                       const char *path,
                       gboolean    fallback)
{
  JsonNode *found = clt_json_find (node, path);

  return clt_json_holds (found, G_TYPE_BOOLEAN) ? json_node_get_boolean (found) : fallback;
}
