/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-about"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-about.h"

/**
 * clt_about_present:
 * @parent: the window it belongs to
 *
 * Shows what this program is, who made it and under which licence.
 */
void
clt_about_present (GtkWindow *parent)
{
  GtkWidget *about;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  about = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                        "application-icon", APP_ID,
                        "application-name", "Clientele",
                        "comments", _("Customers, deals and everything about them, "
                                      "at hand with and without a network"),
                        "copyright", "© 2026 The Clientele Developers",
                        "developer-name", _("The Clientele Developers"),
                        "license-type", GTK_LICENSE_GPL_3_0,
                        "modal", TRUE,
                        "transient-for", parent,
                        /* Translators: replaced by the names of those who translated */
                        "translator-credits", _("translator-credits"),
                        "version", PACKAGE_VERSION,
                        NULL);
  gtk_window_present (GTK_WINDOW (about));
}
