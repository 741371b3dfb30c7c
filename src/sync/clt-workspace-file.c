/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-workspace-file"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "clt-error.h"
#include "clt-store-lock.h"
#include "clt-workspace-file.h"

#define FILE_NAME "workspace.ini"
#define FOLDER_MODE 0700
#define FILE_MODE 0600

#define ID_LENGTH 8
/* Without vowels, so that no word comes out, and without what looks like something else. */
#define ID_LETTERS "bcdfghjkmnpqrstvwxz23456789"
/* Two random ids of eight letters meet about once in 10^11 folders. */
#define ID_ATTEMPTS 16

static char *
clt_workspace_file_make_id (void)
{
  char *id = g_new0 (char, ID_LENGTH + 1);

  for (gsize i = 0; i < ID_LENGTH; i++)
    id[i] = ID_LETTERS[g_random_int_range (0, sizeof ID_LETTERS - 1)];

  return id;
}

/**
 * clt_workspace_file_load:
 * @folder: the folder of a workspace
 * @error: return location for an error: %CLT_ERROR_NOT_FOUND if the folder has
 *   no workspace.ini, %CLT_ERROR_INVALID if that is not one of ours
 *
 * Reads the workspace.ini of a folder.
 *
 * Returns: (transfer full): the file, which has a name and a kind
 */
GKeyFile *
clt_workspace_file_load (const char  *folder,
                         GError     **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) reason = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_NOT_FOUND, "There is no %s", path);
      return NULL;
    }

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, &reason)
      || !g_key_file_has_key (file, CLT_WORKSPACE_GROUP, CLT_WORKSPACE_NAME, &reason)
      || !g_key_file_has_key (file, CLT_WORKSPACE_GROUP, CLT_WORKSPACE_KIND, &reason))
    {
      g_set_error (error, CLT_ERROR, CLT_ERROR_INVALID,
                   /* Translators: the first %s is the name of a file, the second a reason */
                   _("The file “%s” does not describe a workspace: %s"), path,
                   reason != NULL ? reason->message : _("it has no name or no kind"));
      return NULL;
    }

  return g_steal_pointer (&file);
}

/**
 * clt_workspace_file_save:
 * @folder: the folder of a workspace
 * @file: what to write
 * @error: return location for an error
 *
 * Replaces the workspace.ini of a folder. After a power cut there is the old one
 * or the new one, whole.
 *
 * Returns: %TRUE when it is on disk
 */
gboolean
clt_workspace_file_save (const char  *folder,
                         GKeyFile    *file,
                         GError     **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *text = NULL;
  gsize length;

  text = g_key_file_to_data (file, &length, NULL);

  return g_file_set_contents_full (path, text, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   FILE_MODE, error);
}

static gboolean
clt_workspace_file_fail_folder (const char  *folder,
                                int          code,
                                GError     **error)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               "The folder %s cannot be made: %s", folder, g_strerror (code));

  return FALSE;
}

static char *
clt_workspace_file_make_folder (const char  *parent,
                                GError     **error)
{
  if (g_mkdir_with_parents (parent, FOLDER_MODE) != 0)
    {
      clt_workspace_file_fail_folder (parent, errno, error);
      return NULL;
    }

  for (guint i = 0; i < ID_ATTEMPTS; i++)
    {
      g_autofree char *id = clt_workspace_file_make_id ();
      g_autofree char *folder = g_build_filename (parent, id, NULL);

      if (g_mkdir (folder, FOLDER_MODE) == 0)
        return g_steal_pointer (&folder);
      if (errno != EEXIST)
        break;
    }

  clt_workspace_file_fail_folder (parent, errno, error);

  return NULL;
}

/**
 * clt_workspace_file_create:
 * @parent: the folder that holds all workspaces; made if it is missing
 * @name: the name for people
 * @kind: local, sample, or a connector's id
 * @settings: (nullable) (element-type utf8 utf8): without the secret
 * @error: return location for an error
 *
 * Makes the folder of a new workspace under a random name, and its workspace.ini.
 *
 * Returns: (transfer full): the path of the folder
 */
char *
clt_workspace_file_create (const char  *parent,
                           const char  *name,
                           const char  *kind,
                           GHashTable  *settings,
                           GError     **error)
{
  g_autofree char *folder = clt_workspace_file_make_folder (parent, error);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GHashTableIter iter;
  gpointer key, value;

  if (folder == NULL)
    return NULL;

  g_key_file_set_string (file, CLT_WORKSPACE_GROUP, CLT_WORKSPACE_NAME, name);
  g_key_file_set_string (file, CLT_WORKSPACE_GROUP, CLT_WORKSPACE_KIND, kind);
  if (settings != NULL)
    {
      g_hash_table_iter_init (&iter, settings);
      while (g_hash_table_iter_next (&iter, &key, &value))
        g_key_file_set_string (file, CLT_WORKSPACE_SETTINGS, key, value);
    }

  if (!clt_workspace_file_save (folder, file, error))
    {
      g_rmdir (folder);
      return NULL;
    }

  return g_steal_pointer (&folder);
}

static gboolean
clt_workspace_file_delete_below (GFile         *folder,
                                 GCancellable  *cancellable,
                                 GError       **error)
{
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info;
  GFile *child;

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME ","
                                        G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  if (children == NULL)
    return FALSE;

  while (TRUE)
    {
      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
          && !clt_workspace_file_delete_below (child, cancellable, error))
        return FALSE;
      if (!g_file_delete (child, cancellable, error))
        return FALSE;
    }
}

/**
 * clt_workspace_file_delete:
 * @folder: the folder of a workspace
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Deletes the folder with everything in it, never following a link out of it.
 * Blocks, so it is for worker threads.
 *
 * The workspace.ini goes first: a folder that could be deleted only in part is
 * no workspace any more, and nobody opens half of one. What another process works
 * with is left alone, with %CLT_ERROR_BUSY.
 *
 * Returns: %TRUE when nothing is left
 */
gboolean
clt_workspace_file_delete (const char    *folder,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_get_child (root, FILE_NAME);
  const int lock = clt_store_lock_take (folder, error);
  gboolean deleted;

  if (lock < 0)
    return FALSE;

  deleted = g_file_delete (file, cancellable, error)
            && clt_workspace_file_delete_below (root, cancellable, error)
            && g_file_delete (root, cancellable, error);
  clt_store_lock_release (lock);

  return deleted;
}
