/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-window"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-window-private.h"

/* What is said when a workspace cannot be opened, and the one action that helps. */
static const struct
{
  CltError    code;
  const char *icon_name;
  const char *title;
  const char *label;
  const char *action;
} troubles[] = {
  { CLT_ERROR_BUSY, "changes-prevent-symbolic", N_("This Workspace Is Already Open"),
    N_("Open to _Read Only"), "win.open-read-only" },
  { CLT_ERROR_NEWER, "software-update-available-symbolic",
    N_("A Newer Version Wrote This Workspace"), N_("Open to _Read Only"), "win.open-read-only" },
  { CLT_ERROR_READ_ONLY, "changes-prevent-symbolic", N_("This Workspace Cannot Be Written"),
    N_("Open to _Read Only"), "win.open-read-only" },
  { CLT_ERROR_CORRUPT, "dialog-error-symbolic", N_("This Workspace Is Damaged"),
    N_("Show Its _Folder"), "win.show-folder" },
  { CLT_ERROR_DISK_FULL, "drive-harddisk-symbolic", N_("The Disk Is Full"),
    N_("_Try Again"), "win.retry" },
  { CLT_ERROR_FAILED, "dialog-warning-symbolic", N_("This Workspace Cannot Be Opened"),
    N_("_Try Again"), "win.retry" },
};

static gsize
clt_window_find_trouble (const GError *error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (g_error_matches (error, CLT_ERROR, troubles[i].code))
      return i;

  return G_N_ELEMENTS (troubles) - 1;
}

/**
 * clt_window_show_trouble:
 * @self: a window
 * @error: what went wrong
 *
 * Shows why the workspace cannot be opened and what helps.
 */
void
clt_window_show_trouble (CltWindow    *self,
                         const GError *error)
{
  gsize i = clt_window_find_trouble (error);
  g_autofree char *sentence = clt_error_dup_sentence (error);
  g_autoptr (GtkBuilder) builder = NULL;
  CltEmptyPage *page;

  builder = gtk_builder_new_from_resource (RESOURCE_PREFIX "/ui/shell/clt-trouble-shell.ui");
  page = CLT_EMPTY_PAGE (gtk_builder_get_object (builder, "page"));
  clt_empty_page_set_text (page, troubles[i].icon_name, _(troubles[i].title), sentence);
  clt_empty_page_set_details (page, error->message);
  clt_empty_page_set_action (page, _(troubles[i].label), troubles[i].action);
  clt_window_show_page (self, GTK_WIDGET (gtk_builder_get_object (builder, "root")));
}
