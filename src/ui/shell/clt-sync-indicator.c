/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-sync-indicator"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-sync-indicator.h"
#include "clt-time.h"

struct _CltSyncIndicator
{
  GtkWidget      parent_instance;

  GtkWidget     *button;
  GtkPopover    *popover;
  GtkImage      *icon;
  GtkLabel      *label;
  GtkLabel      *details;
  GtkWidget     *progress;
  GtkWidget     *sync_button;
  GtkWidget     *cancel_button;
  GtkWidget     *sign_in_button;
  GtkButton     *remove_button;

  CltSession    *session; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CltSyncIndicator, clt_sync_indicator, GTK_TYPE_WIDGET)

/* One row per CltEngineState. */
static const struct
{
  const char *icon_name;
  gboolean    is_running;
} states[] = {
  [CLT_ENGINE_IDLE] = { "clt-sync-ok-symbolic", FALSE },
  [CLT_ENGINE_SIGNING_IN] = { "clt-sync-waiting-symbolic", TRUE },
  [CLT_ENGINE_DESCRIBING] = { "clt-sync-waiting-symbolic", TRUE },
  [CLT_ENGINE_PULLING] = { "clt-sync-waiting-symbolic", TRUE },
  [CLT_ENGINE_SWEEPING] = { "clt-sync-waiting-symbolic", TRUE },
  [CLT_ENGINE_OFFLINE] = { "clt-sync-offline-symbolic", FALSE },
  [CLT_ENGINE_WAITING] = { "clt-sync-waiting-symbolic", FALSE },
  [CLT_ENGINE_NEEDS_SIGN_IN] = { "clt-sync-problem-symbolic", FALSE },
  [CLT_ENGINE_FAILED] = { "clt-sync-problem-symbolic", FALSE },
};

static void
clt_sync_indicator_show (CltSyncIndicator *self,
                         const char       *icon_name,
                         const char       *words,
                         const char       *details)
{
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->label, words);
  gtk_label_set_label (self->details, details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
clt_sync_indicator_show_local (CltSyncIndicator *self)
{
  gboolean read_only = clt_store_get_read_only (clt_session_get_store (self->session));

  gtk_widget_set_visible (self->sync_button, FALSE);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  gtk_widget_set_visible (self->sign_in_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), FALSE);
  gtk_widget_set_visible (self->progress, FALSE);

  if (read_only)
    clt_sync_indicator_show (self, "changes-prevent-symbolic", _("Read only"),
                             _("This workspace was opened for reading. Nothing can be changed."));
  else
    clt_sync_indicator_show (self, "clt-computer-symbolic", _("Saved on this computer"),
                             _("The records of this workspace are kept on this computer alone. "
                               "Every change is saved at once."));
}

static char *
clt_sync_indicator_dup_details (CltEngine *engine)
{
  GError *error = clt_engine_get_error (engine);
  gint64 last_sync = clt_engine_get_last_sync (engine);
  g_autofree char *when = NULL;

  if (error != NULL && !clt_error_is_cancelled (error))
    return clt_error_dup_sentence (error);

  if (last_sync == 0)
    return g_strdup (_("Not synced yet."));

  when = clt_time_to_relative (last_sync, clt_time_now ());

  /* Translators: %s is a time: “3 minutes ago” */
  return g_strdup_printf (_("Last synced: %s"), when);
}

static void
clt_sync_indicator_show_progress (CltSyncIndicator *self,
                                  CltEngine        *engine,
                                  gboolean          is_running)
{
  gint64 n_total = clt_engine_get_n_total (engine);

  gtk_widget_set_visible (self->progress, is_running && n_total > 0);
  if (n_total > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                   CLAMP ((double) clt_engine_get_n_done (engine) / n_total, 0, 1));
}

/* The details say how many of what are gone; this is the answer to them. */
static void
clt_sync_indicator_show_suspected (CltSyncIndicator *self,
                                   CltEngine        *engine,
                                   gboolean          is_running)
{
  const guint n_suspected = clt_engine_get_n_suspected (engine);
  g_autofree char *label = NULL;

  /* Translators: a button; these records are gone on the server, and are still here */
  label = g_strdup_printf (ngettext ("_Remove %u Record Here Too", "_Remove %u Records Here Too",
                                     n_suspected), n_suspected);
  gtk_button_set_label (self->remove_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), n_suspected > 0 && !is_running);
}

static void
clt_sync_indicator_update (CltSyncIndicator *self)
{
  CltEngine *engine = clt_session_get_engine (self->session);
  g_autofree char *words = NULL;
  g_autofree char *details = NULL;
  CltEngineState state;

  if (engine == NULL || clt_store_get_read_only (clt_session_get_store (self->session)))
    {
      clt_sync_indicator_show_local (self);
      return;
    }

  state = clt_engine_get_state (engine);
  words = clt_engine_dup_words (engine);
  details = clt_sync_indicator_dup_details (engine);
  clt_sync_indicator_show (self, states[state].icon_name, words, details);
  clt_sync_indicator_show_progress (self, engine, states[state].is_running);
  clt_sync_indicator_show_suspected (self, engine, states[state].is_running);
  gtk_widget_set_visible (self->sync_button,
                          !states[state].is_running && state != CLT_ENGINE_NEEDS_SIGN_IN);
  gtk_widget_set_visible (self->cancel_button, states[state].is_running);
  gtk_widget_set_visible (self->sign_in_button, state == CLT_ENGINE_NEEDS_SIGN_IN);
}

static void
clt_sync_indicator_clicked_cb (CltSyncIndicator *self)
{
  gtk_popover_popup (self->popover);
}

static void
clt_sync_indicator_dispose (GObject *object)
{
  CltSyncIndicator *self = CLT_SYNC_INDICATOR (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (clt_sync_indicator_parent_class)->dispose (object);
}

static void
clt_sync_indicator_class_init (CltSyncIndicatorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clt_sync_indicator_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/shell/clt-sync-indicator.ui");
  gtk_widget_class_bind_template_child (widget_class, CltSyncIndicator, button);
  gtk_widget_class_bind_template_child (widget_class, CltSyncIndicator, popover);
  gtk_widget_class_bind_template_child (widget_class, CltSyncIndicator, icon);
  gtk_widget_class_bind_template_child (widget_class, CltSyncIndicator, label);
  gtk_widget_class_bind_template_child (widget_class, CltSyncIndicator, details);
  gtk_widget_class_bind_template_child (widget_class, CltSyncIndicator, progress);
  gtk_widget_class_bind_template_child (widget_class, CltSyncIndicator, sync_button);
  gtk_widget_class_bind_template_child (widget_class, CltSyncIndicator, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, CltSyncIndicator, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, CltSyncIndicator, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, clt_sync_indicator_clicked_cb);
}

static void
clt_sync_indicator_init (CltSyncIndicator *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_sync_indicator_set_session:
 * @self: an indicator
 * @session: the open workspace
 *
 * Follows the workspace's engine; a workspace without a server is always up to date.
 */
void
clt_sync_indicator_set_session (CltSyncIndicator *self,
                                CltSession       *session)
{
  static const char *const watched[] = {
    "notify::state", "notify::error", "notify::entity", "notify::n-done", "notify::n-total",
    "notify::last-sync", "notify::n-suspected",
  };
  CltEngine *engine;

  g_return_if_fail (CLT_IS_SYNC_INDICATOR (self));
  g_return_if_fail (CLT_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  engine = clt_session_get_engine (session);
  for (gsize i = 0; engine != NULL && i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (engine, watched[i], G_CALLBACK (clt_sync_indicator_update), self,
                             G_CONNECT_SWAPPED);
  clt_sync_indicator_update (self);
}
