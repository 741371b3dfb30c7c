/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-reserve"

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "clt-error.h"
#include "clt-reserve.h"

/* Some thousands of saves. */
#define RESERVE_BYTES (8 * 1024 * 1024)

/* Below this, what a server has can wait: the user's edits and the system come first. */
#define PULL_MIN_FREE_BYTES (G_GUINT64_CONSTANT (200) * 1024 * 1024)

static char *
clt_reserve_dup_path (const char *folder)
{
  return g_build_filename (folder, "reserve", NULL);
}

/**
 * clt_reserve_make:
 * @folder: of the workspace
 *
 * Takes the room, if there is plenty and it was not taken before.
 */
void
clt_reserve_make (const char *folder)
{
  g_autofree char *path = clt_reserve_dup_path (folder);
  int file;

  if (g_access (path, F_OK) == 0 || !clt_reserve_check (folder, NULL))
    return;

  file = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    return;

  /* Without it there is merely no reserve. */
  if (posix_fallocate (file, 0, RESERVE_BYTES) != 0)
    g_unlink (path);
  close (file);
}

/**
 * clt_reserve_give_up:
 * @folder: of the workspace
 *
 * Frees the room, on a disk that is full.
 *
 * Returns: %FALSE if there was none
 */
gboolean
clt_reserve_give_up (const char *folder)
{
  g_autofree char *path = clt_reserve_dup_path (folder);

  return g_unlink (path) == 0;
}

/**
 * clt_reserve_check:
 * @folder: of the workspace
 * @error: return location for an error
 *
 * Tells whether there is room for what a server has.
 *
 * Returns: %FALSE with %CLT_ERROR_DISK_FULL if not
 */
gboolean
clt_reserve_check (const char  *folder,
                   GError     **error)
{
  struct statvfs status;

  if (statvfs (folder, &status) != 0 ||
      (guint64) status.f_bavail * status.f_frsize >= PULL_MIN_FREE_BYTES)
    return TRUE;

  g_set_error_literal (error, CLT_ERROR, CLT_ERROR_DISK_FULL,
                       _("The disk is almost full: nothing more is fetched from the server."));
  return FALSE;
}
