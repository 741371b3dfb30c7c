/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-tour"

#include "config.h"

#include "clt-tour-picture.h"

/**
 * clt_tour_picture_find_dialog:
 * @parent: a window
 *
 * Returns: (transfer none) (nullable): the window in front of @parent, if there is one
 */
GtkWindow *
clt_tour_picture_find_dialog (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == parent &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static GdkTexture *
clt_tour_picture_render (GtkWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return NULL;

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/**
 * clt_tour_picture_save:
 * @window: a window that has been drawn
 * @folder: where the pictures go
 * @name: name of the picture, without its ending
 * @error: return location for an error
 *
 * Saves what a window shows as a picture.
 *
 * Returns: whether the picture was saved
 */
gboolean
clt_tour_picture_save (GtkWindow   *window,
                       const char  *folder,
                       const char  *name,
                       GError     **error)
{
  g_autofree char *file_name = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  g_autoptr (GdkTexture) texture = clt_tour_picture_render (window);

  if (texture != NULL && gdk_texture_save_to_png (texture, path))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The picture %s cannot be saved", path);

  return FALSE;
}
