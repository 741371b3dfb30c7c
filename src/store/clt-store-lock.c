/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-store-lock"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "clt-error.h"
#include "clt-store-lock.h"

#define MAX_PID_BYTES 32

static void
clt_store_lock_set_error (int          system_error,
                          const char  *path,
                          GError     **error)
{
  CltError code = CLT_ERROR_STORE;

  if (system_error == EACCES || system_error == EPERM || system_error == EROFS)
    code = CLT_ERROR_READ_ONLY;
  else if (system_error == ENOSPC || system_error == EDQUOT)
    code = CLT_ERROR_DISK_FULL;

  g_set_error (error, CLT_ERROR, code, "%s: %s", path, g_strerror (system_error));
}

static void
clt_store_lock_refuse (int      lock,
                       GError **error)
{
  char pid[MAX_PID_BYTES] = "";
  const gssize n_bytes = read (lock, pid, sizeof pid - 1);

  if (n_bytes > 0)
    /* Translators: %s is the number of a process, for those who know what to do with it */
    g_set_error (error, CLT_ERROR, CLT_ERROR_BUSY,
                 _("Another Clientele (process %s) is working with these records."),
                 g_strchomp (pid));
  else
    g_set_error_literal (error, CLT_ERROR, CLT_ERROR_BUSY,
                         _("Another Clientele is working with these records."));
}

static gboolean
clt_store_lock_sign (int lock)
{
  g_autofree char *pid = g_strdup_printf ("%d\n", (int) getpid ());

  return ftruncate (lock, 0) == 0 && write (lock, pid, strlen (pid)) == (gssize) strlen (pid);
}

/**
 * clt_store_lock_take:
 * @folder: of the workspace
 * @error: return location for an error
 *
 * Takes the lock, or says with %CLT_ERROR_BUSY who has it.
 *
 * Returns: a number for clt_store_lock_release(), or -1
 */
int
clt_store_lock_take (const char  *folder,
                     GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  const int lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock < 0)
    {
      clt_store_lock_set_error (errno, path, error);
      return -1;
    }

  if (flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      clt_store_lock_refuse (lock, error);
      close (lock);
      return -1;
    }

  /* Who holds it is only for the words above: a full disk does not matter. */
  if (!clt_store_lock_sign (lock))
    g_debug ("Could not write “%s”", path);

  return lock;
}

/**
 * clt_store_lock_release:
 * @lock: what clt_store_lock_take() answered
 *
 * Gives the lock back; -1 is none.
 */
void
clt_store_lock_release (int lock)
{
  if (lock >= 0)
    close (lock);
}
