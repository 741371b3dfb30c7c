/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-palette"

#include "config.h"

#include <string.h>
#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-palette-row.h"
#include "clt-palette.h"
#include "clt-search.h"
#include "clt-text.h"

/* More would be a list to read, not an answer. */
#define MOST_RECORDS 24
#define MOST_COMMANDS 6

struct _CltPalette
{
  AdwWindow     parent_instance;

  GtkEditable  *entry;
  GtkListBox   *list;
  GtkStack     *stack;
  GtkWidget    *nothing;
  GtkWidget    *scroller;

  CltSession   *session;   /* (owned) */
  GPtrArray    *views;     /* (owned) (element-type CltSavedView) */
  GCancellable *searching; /* (owned) (nullable): the question asked last */
};

G_DEFINE_FINAL_TYPE (CltPalette, clt_palette, ADW_TYPE_WINDOW)

/* What can be run besides going somewhere and making something. */
static const struct
{
  const char *label;
  const char *icon_name;
  const char *action;
} commands[] = {
  { N_("Search This List"), "edit-find-symbolic", "win.find" },
  { N_("Undo"), "edit-undo-symbolic", "win.undo" },
  { N_("Redo"), "edit-redo-symbolic", "win.redo" },
  { N_("Sync Now"), "view-refresh-symbolic", "win.sync" },
  { N_("Preferences"), "emblem-system-symbolic", "app.preferences" },
  { N_("Keyboard Shortcuts"), "preferences-desktop-keyboard-shortcuts-symbolic",
    "win.show-help-overlay" },
  { N_("Workspaces"), "clt-computer-symbolic", "app.add-workspace::" },
  { N_("About Clientele"), "help-about-symbolic", "app.about" },
};

/* Whether each word that was typed begins a word of the title; in Chinese, is a part of it. */
static gboolean
clt_palette_matches (const char *title,
                     const char *text)
{
  g_autofree char *folded_title = clt_text_fold (title);
  g_autofree char *folded_text = clt_text_fold (text);
  g_autofree char *spaced_title = g_strconcat (" ", folded_title, NULL);
  g_auto (GStrv) words = g_strsplit (folded_text, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *start = g_strconcat (" ", words[i], NULL);

      if (strstr (spaced_title, clt_text_has_cjk (words[i]) ? words[i] : start) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
clt_palette_add (CltPalette *self,
                 const char *icon_name,
                 const char *title,
                 const char *context,
                 const char *action,
                 GVariant   *target)
{
  gtk_list_box_append (self->list,
                       clt_palette_row_new (icon_name, title, context, action, target));
}

static void
clt_palette_add_places (CltPalette *self,
                        const char *text)
{
  CltSchema *schema = clt_session_get_schema (self->session);

  for (guint i = 0; i < clt_schema_get_n_entities (schema); i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);

      if (clt_entity_has_flags (entity, CLT_ENTITY_PLACE) &&
          clt_palette_matches (clt_entity_get_label_plural (entity), text))
        clt_palette_add (self, clt_entity_get_icon_name (entity),
                         clt_entity_get_label_plural (entity),
                         C_("kind of search result", "Place"), "win.show-place",
                         g_variant_new_string (clt_entity_get_name (entity)));
    }
}

static void
clt_palette_add_views (CltPalette *self,
                       const char *text)
{
  for (guint i = 0; i < self->views->len; i++)
    {
      CltSavedView *saved = g_ptr_array_index (self->views, i);
      g_autofree char *place = NULL;

      if (!clt_palette_matches (clt_saved_view_get_name (saved), text))
        continue;

      place = g_strdup_printf ("view:%" G_GINT64_FORMAT, clt_saved_view_get_id (saved));
      clt_palette_add (self, "view-list-symbolic", clt_saved_view_get_name (saved),
                       C_("kind of search result", "View"), "win.show-place",
                       g_variant_new_string (place));
    }
}

static void
clt_palette_add_makers (CltPalette *self,
                        const char *text)
{
  CltSchema *schema = clt_session_get_schema (self->session);
  guint n_added = 0;

  for (guint i = 0; i < clt_schema_get_n_entities (schema) && n_added < MOST_COMMANDS; i++)
    {
      CltEntity *entity = clt_schema_get_entity (schema, i);
      g_autofree char *title = NULL;

      if (!clt_entity_has_flags (entity, CLT_ENTITY_PLACE) ||
          clt_entity_has_flags (entity, CLT_ENTITY_READ_ONLY))
        continue;

      /* Translators: %s is a kind of record: “New Customer”. */
      title = g_strdup_printf (_("New %s"), clt_entity_get_label (entity));
      if (!clt_palette_matches (title, text))
        continue;

      clt_palette_add (self, "list-add-symbolic", title, C_("kind of search result", "Action"),
                       "win.new-record", g_variant_new_string (clt_entity_get_name (entity)));
      n_added++;
    }
}

static void
clt_palette_add_commands (CltPalette *self,
                          const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GVariant) target = NULL;
      g_autofree char *action = NULL;

      if (!clt_palette_matches (_(commands[i].label), text) ||
          !g_action_parse_detailed_name (commands[i].action, &action, &target, NULL))
        continue;

      clt_palette_add (self, commands[i].icon_name, _(commands[i].label),
                       C_("kind of search result", "Action"), action, target);
    }
}

static void
clt_palette_add_hit (CltPalette         *self,
                     const CltSearchHit *hit)
{
  CltEntity *entity = clt_schema_find_entity (clt_session_get_schema (self->session), hit->entity);
  const char *context;

  if (entity == NULL)
    return;

  context = hit->context != NULL ? hit->context : clt_entity_get_label (entity);
  clt_palette_add (self, clt_entity_get_icon_name (entity), hit->title, context, "win.open-record",
                   g_variant_new ("(sx)", hit->entity, hit->id));
}

/* @hits: (nullable) (element-type CltSearchHit) */
static void
clt_palette_fill (CltPalette *self,
                  GPtrArray  *hits)
{
  const char *text = gtk_editable_get_text (self->entry);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  clt_palette_add_places (self, text);
  clt_palette_add_views (self, text);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    clt_palette_add_hit (self, g_ptr_array_index (hits, i));
  if (*text != '\0')
    clt_palette_add_makers (self, text);
  clt_palette_add_commands (self, text);

  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  gtk_stack_set_visible_child (self->stack, row != NULL ? self->scroller : self->nothing);
}

static void
clt_palette_search_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (CltPalette) self = user_data;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  hits = clt_store_search_finish (CLT_STORE (object), result, &error);

  /* Something else was typed meanwhile. */
  if (clt_error_is_cancelled (error))
    return;

  if (error != NULL)
    g_warning ("Search failed: %s", error->message);
  clt_palette_fill (self, hits);
}

static void
clt_palette_search_changed_cb (CltPalette *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (clt_text_is_blank (text))
    {
      clt_palette_fill (self, NULL);
      return;
    }

  self->searching = g_cancellable_new ();
  clt_store_search_async (clt_session_get_store (self->session), text, NULL, MOST_RECORDS,
                          self->searching, clt_palette_search_cb, g_object_ref (self));
}

static void
clt_palette_row_activated_cb (CltPalette    *self,
                              CltPaletteRow *row)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *action = g_strdup (clt_palette_row_get_action (row));
  g_autoptr (GVariant) target = clt_palette_row_get_target (row);

  if (target != NULL)
    g_variant_ref (target);
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action_variant (parent, action, target);
}

static void
clt_palette_activate_cb (CltPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    clt_palette_row_activated_cb (self, CLT_PALETTE_ROW (row));
}

static void
clt_palette_stop_search_cb (CltPalette *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* The rows scroll with the selection, which has not the focus: that stays in the entry. */
static void
clt_palette_show_row (CltPalette    *self,
                      GtkListBoxRow *row)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return;

  gtk_adjustment_clamp_page (adjustment, graphene_rect_get_y (&bounds),
                             graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds));
}

static gboolean
clt_palette_key_pressed_cb (CltPalette      *self,
                            guint            keyval,
                            guint            keycode,
                            GdkModifierType  state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || row == NULL)
    return FALSE;

  row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      clt_palette_show_row (self, row);
    }

  return TRUE;
}

static void
clt_palette_dispose (GObject *object)
{
  CltPalette *self = CLT_PALETTE (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->session);
  g_clear_pointer (&self->views, g_ptr_array_unref);

  G_OBJECT_CLASS (clt_palette_parent_class)->dispose (object);
}

static void
clt_palette_class_init (CltPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clt_palette_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/shell/clt-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, CltPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, CltPalette, list);
  gtk_widget_class_bind_template_child (widget_class, CltPalette, stack);
  gtk_widget_class_bind_template_child (widget_class, CltPalette, nothing);
  gtk_widget_class_bind_template_child (widget_class, CltPalette, scroller);
  gtk_widget_class_bind_template_callback (widget_class, clt_palette_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_palette_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_palette_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_palette_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_palette_row_activated_cb);
}

static void
clt_palette_init (CltPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_palette_present:
 * @parent: the window whose actions are run
 * @session: what is searched
 * @views: (element-type CltSavedView): the saved views
 *
 * Opens the palette over a window; it closes itself when something was chosen.
 */
void
clt_palette_present (GtkWindow  *parent,
                     CltSession *session,
                     GPtrArray  *views)
{
  CltPalette *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (CLT_IS_SESSION (session));
  g_return_if_fail (views != NULL);

  self = g_object_new (CLT_TYPE_PALETTE, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->views = g_ptr_array_ref (views);
  clt_palette_fill (self, NULL);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * clt_palette_set_text:
 * @self: a palette
 * @text: what to look for
 *
 * Asks for something, as typing it would.
 */
void
clt_palette_set_text (CltPalette *self,
                      const char *text)
{
  g_return_if_fail (CLT_IS_PALETTE (self));

  gtk_editable_set_text (self->entry, text);
}
