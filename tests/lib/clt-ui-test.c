/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-ui-test.h"

#define NARROWEST 360

static AdwApplication *app;
static GString *activated;

/**
 * clt_ui_test_init:
 * @argc: (inout): of main()
 * @argv: (inout): of main()
 *
 * Not gtk_test_init(), which wants a locale that not every machine has.
 */
void
clt_ui_test_init (int    *argc,
                  char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  activated = g_string_new (NULL);
  app = ADW_APPLICATION (g_object_new (ADW_TYPE_APPLICATION,
                                       "application-id", APP_ID,
                                       "flags", G_APPLICATION_NON_UNIQUE,
                                       "resource-base-path", RESOURCE_PREFIX,
                                       NULL));
  g_application_register (G_APPLICATION (app), NULL, NULL);
}

/**
 * clt_ui_test_run:
 *
 * Returns: what main() is to return
 */
int
clt_ui_test_run (void)
{
  const int status = g_test_run ();

  g_clear_object (&app);
  g_string_free (activated, TRUE);

  return status;
}

/* {{{ Windows */

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autofree char *text = parameter != NULL ? g_variant_print (parameter, FALSE) : NULL;

  g_string_printf (activated, "win.%s%s%s", g_action_get_name (G_ACTION (action)),
                   text != NULL ? " " : "", text != NULL ? text : "");
}

static void
add_actions (GtkWindow *window)
{
  static const GActionEntry entries[] = {
    { "back", activated_cb },
    { "delete", activated_cb },
    { "new-record", activated_cb, "s" },
    { "open-record", activated_cb, "(sx)" },
    { "redo", activated_cb },
    { "show-place", activated_cb, "s" },
    { "sync", activated_cb },
    { "toast", activated_cb, "s" },
    { "undo", activated_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), NULL);
}

GtkWindow *
clt_ui_test_present (GtkWidget *content,
                     int        width,
                     int        height)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (app));

  add_actions (GTK_WINDOW (window));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  clt_test_await (gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 0);
  clt_ui_test_draw (window);

  return GTK_WINDOW (window);
}

const char *
clt_ui_test_get_activated (void)
{
  return activated->str;
}

void
clt_ui_test_forget (void)
{
  g_string_truncate (activated, 0);
}

void
clt_ui_test_close (GtkWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (window);
  clt_test_await (weak == NULL);
  clt_ui_test_forget ();
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  int *n_left = user_data;

  return --*n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* A few frames: layout settles in the second. */
void
clt_ui_test_draw (GtkWidget *widget)
{
  int n_left = 4;

  gtk_widget_queue_draw (widget);
  gtk_widget_add_tick_callback (widget, tick_cb, &n_left, NULL);
  clt_test_await (n_left == 0);
}

void
clt_ui_test_save_picture (GtkWidget  *widget,
                          const char *name)
{
  const char *folder = g_getenv ("CLIENTELE_TEST_PICTURES");
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;
  GtkSnapshot *snapshot;

  if (folder == NULL)
    return;

  clt_ui_test_draw (widget);
  paintable = gtk_widget_paintable_new (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

GtkWindow *
clt_ui_test_find_dialog (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    {
      if (at->data != (gpointer) window && gtk_widget_get_mapped (at->data))
        return at->data;
    }

  return NULL;
}

/* }}} */
/* {{{ Finding */

typedef gboolean (*Matches) (GtkWidget     *widget,
                             gconstpointer  what);

static GtkWidget *
find (GtkWidget     *root,
      Matches        matches,
      gconstpointer  what)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;

  if (matches (root, what))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, what);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
matches_type (GtkWidget     *widget,
              gconstpointer  type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

GtkWidget *
clt_ui_test_find_type (GtkWidget *root,
                       GType      type)
{
  return find (root, matches_type, &type);
}

static gboolean
matches_label (GtkWidget     *widget,
               gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

GtkWidget *
clt_ui_test_find_label (GtkWidget  *root,
                        const char *text)
{
  return find (root, matches_label, text);
}

static gboolean
matches_button (GtkWidget     *widget,
                gconstpointer  text)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
         && (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0
             || clt_ui_test_find_label (widget, text) != NULL);
}

GtkWidget *
clt_ui_test_find_button (GtkWidget  *root,
                         const char *text)
{
  return find (root, matches_button, text);
}

static void
append_text (GtkWidget *widget,
             GString   *text)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_text (child, text);
}

char *
clt_ui_test_dup_text (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  append_text (root, text);

  return g_string_free (text, FALSE);
}

/* }}} */
/* {{{ What everything on screen must be */

static gboolean
needs_name (GtkWidget *widget)
{
  if (!gtk_widget_get_focusable (widget) || !gtk_widget_is_sensitive (widget)
      || GTK_IS_TEXT (widget) || GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    return FALSE;

  /* libadwaita's own: the cross of a toast has no name there. */
  if (gtk_widget_get_parent (widget) != NULL
      && g_str_equal (G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), "AdwToastWidget"))
    return FALSE;

  /* A part of another's input, which has the name. */
  if (gtk_widget_get_parent (widget) != NULL && GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)))
    return FALSE;

  return GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_DROP_DOWN (widget)
         || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)
         || GTK_IS_TEXT_VIEW (widget);
}

static gboolean
has_name (GtkWidget *widget)
{
  g_autofree char *text = clt_ui_test_dup_text (widget);

  return *text != '\0' || gtk_widget_get_tooltip_text (widget) != NULL
         || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
collect_unnamed (GtkWidget *widget,
                 GString   *unnamed)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (needs_name (widget) && !has_name (widget))
    g_string_append_printf (unnamed, " %s in %s", G_OBJECT_TYPE_NAME (widget),
                            G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_unnamed (child, unnamed);
}

void
clt_ui_test_assert_named (GtkWidget *root)
{
  g_autoptr (GString) unnamed = g_string_new (NULL);

  collect_unnamed (root, unnamed);
  g_assert_cmpstr (unnamed->str, ==, "");
}

/* What a window was asked to be is not what it takes: ask what it needs, without its shadow. */
void
clt_ui_test_assert_narrow (GtkWidget *root)
{
  int minimum = 0;

  if (GTK_IS_WINDOW (root))
    root = gtk_widget_get_first_child (root);
  gtk_widget_measure (root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST);
}

/* }}} */

static gboolean
press_here (GtkWidget       *widget,
            guint            keyval,
            GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_done = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, modifiers, &is_done);
      if (is_done)
        return TRUE;
    }

  return FALSE;
}

gboolean
clt_ui_test_press (GtkWidget       *widget,
                   guint            keyval,
                   GdkModifierType  modifiers)
{
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      if (press_here (at, keyval, modifiers))
        return TRUE;
    }

  return FALSE;
}

CltSession *
clt_ui_test_open_session (const char *folder,
                          const char *kind)
{
  g_autoptr (CltWorkspaceList) list = clt_workspace_list_new (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CltWorkspace *workspace = clt_workspace_list_add (list, "Test", kind, NULL, &error);
  CltSession *session;

  g_assert_no_error (error);
  clt_session_open_async (workspace, FALSE, NULL, clt_test_result_cb, &result);
  clt_test_await (result != NULL);
  session = clt_session_open_finish (result, &error);
  g_assert_no_error (error);

  return session;
}

void
clt_ui_test_close_session (CltSession *session)
{
  g_autoptr (CltWorkspace) workspace = g_object_ref (clt_session_get_workspace (session));

  clt_test_assert_finalize (session);
  clt_workspace_close (workspace);
}
