/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record-chooser"

#include "config.h"

#include <glib/gi18n.h>

#include "clt-error.h"
#include "clt-record-chooser.h"
#include "clt-search.h"
#include "clt-text.h"

#define MAX_RESULTS 20

struct _CltRecordChooser
{
  GtkPopover    parent_instance;

  GtkEditable  *entry;
  GtkListBox   *results;
  GtkLabel     *message;
  GtkStack     *stack;

  CltSession   *session;     /* (owned) */
  const char   *entity;      /* (nullable): interned */
  GCancellable *cancellable; /* (owned) (nullable): of the question under way */
  gboolean      is_hasty;    /* Enter came before the answer */
};

G_DEFINE_FINAL_TYPE (CltRecordChooser, clt_record_chooser, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A new question makes the old one's answer uninteresting. */
static GCancellable *
clt_record_chooser_ask_anew (CltRecordChooser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  return self->cancellable;
}

static void
clt_record_chooser_clear (CltRecordChooser *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->results, 0)) != NULL)
    gtk_list_box_remove (self->results, GTK_WIDGET (row));
}

static void
clt_record_chooser_show_message (CltRecordChooser *self,
                                 const char       *message)
{
  gtk_label_set_label (self->message, message);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static GtkWidget *
clt_record_chooser_new_label (const char *text,
                              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
clt_record_chooser_add (CltRecordChooser *self,
                        const char       *entity,
                        gint64            id,
                        const char       *title,
                        const char       *context)
{
  CltEntity *described = clt_schema_find_entity (clt_session_get_schema (self->session), entity);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), clt_record_chooser_new_label (title, NULL));
  if (clt_text_is_blank (context) && self->entity == NULL && described != NULL)
    context = clt_entity_get_label (described);
  if (!clt_text_is_blank (context))
    {
      gtk_box_append (GTK_BOX (box), clt_record_chooser_new_label (context, "caption"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "key", clt_record_key_new (entity, id),
                          (GDestroyNotify) clt_record_key_free);
  g_object_set_data_full (G_OBJECT (row), "title", g_strdup (title), g_free);
  gtk_list_box_append (self->results, row);
}

static void
clt_record_chooser_row_activated_cb (CltRecordChooser *self,
                                     GtkListBoxRow    *row)
{
  g_autoptr (CltRecordChooser) alive G_GNUC_UNUSED = g_object_ref (self);
  CltRecordKey *key = g_object_get_data (G_OBJECT (row), "key");
  const char *title = g_object_get_data (G_OBJECT (row), "title");

  g_signal_emit (self, signals[CHOSEN], 0, key, title);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
clt_record_chooser_show_results (CltRecordChooser *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->results, 0);

  if (first == NULL)
    clt_record_chooser_show_message (self, _("Nothing found"));
  else if (self->is_hasty)
    clt_record_chooser_row_activated_cb (self, first);
  else
    gtk_stack_set_visible_child_name (self->stack, "results");
  self->is_hasty = FALSE;
}

static void
clt_record_chooser_show_error (CltRecordChooser *self,
                               const GError     *error)
{
  g_autofree char *sentence = clt_error_dup_sentence (error);

  clt_record_chooser_show_message (self, sentence);
}

static void
clt_record_chooser_search_cb (GObject      *object,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  g_autoptr (CltRecordChooser) self = CLT_RECORD_CHOOSER (user_data);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  hits = clt_store_search_finish (CLT_STORE (object), result, &error);
  if (clt_error_is_cancelled (error))
    return;

  clt_record_chooser_clear (self);
  if (hits == NULL)
    {
      clt_record_chooser_show_error (self, error);
      return;
    }

  for (guint i = 0; i < hits->len; i++)
    {
      CltSearchHit *hit = g_ptr_array_index (hits, i);

      clt_record_chooser_add (self, hit->entity, hit->id, hit->title, hit->context);
    }
  clt_record_chooser_show_results (self);
}

static void
clt_record_chooser_load_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (CltRecordChooser) self = CLT_RECORD_CHOOSER (user_data);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  records = clt_store_load_many_finish (CLT_STORE (object), result, &error);
  if (clt_error_is_cancelled (error))
    return;

  clt_record_chooser_clear (self);
  if (records == NULL)
    {
      clt_record_chooser_show_error (self, error);
      return;
    }

  for (guint i = 0; i < records->len; i++)
    {
      CltRecord *record = g_ptr_array_index (records, i);

      clt_record_chooser_add (self, self->entity, clt_record_get_id (record),
                              clt_record_get_title (record), NULL);
    }
  clt_record_chooser_show_results (self);
}

static void
clt_record_chooser_ids_cb (GObject      *object,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr (CltRecordChooser) self = CLT_RECORD_CHOOSER (user_data);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  ids = clt_store_ids_finish (CLT_STORE (object), result, &error);
  if (clt_error_is_cancelled (error))
    return;

  if (ids == NULL)
    {
      clt_record_chooser_show_error (self, error);
      return;
    }

  clt_store_load_many_async (CLT_STORE (object), self->entity, &g_array_index (ids, gint64, 0),
                             ids->len, self->cancellable, clt_record_chooser_load_cb,
                             g_object_ref (self));
}

static void
clt_record_chooser_offer_latest (CltRecordChooser *self)
{
  CltEntity *entity = clt_schema_find_entity (clt_session_get_schema (self->session),
                                              self->entity);
  CltField *modified = NULL;
  g_autoptr (CltQuery) all = clt_query_new (self->entity);
  g_autoptr (CltQuery) latest = NULL;

  if (entity != NULL)
    modified = clt_entity_find_role (entity, CLT_ROLE_MODIFIED);
  latest = modified != NULL ? clt_query_with_sort (all, clt_field_get_name (modified), TRUE)
                            : clt_query_ref (all);
  clt_store_ids_async (clt_session_get_store (self->session), latest, MAX_RESULTS,
                       clt_record_chooser_ask_anew (self), clt_record_chooser_ids_cb,
                       g_object_ref (self));
}

static void
clt_record_chooser_search_changed_cb (CltRecordChooser *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  if (!clt_text_is_blank (text))
    {
      clt_store_search_async (clt_session_get_store (self->session), text, self->entity,
                              MAX_RESULTS, clt_record_chooser_ask_anew (self),
                              clt_record_chooser_search_cb, g_object_ref (self));
    }
  else if (self->entity != NULL)
    {
      clt_record_chooser_offer_latest (self);
    }
  else
    {
      clt_record_chooser_ask_anew (self);
      clt_record_chooser_clear (self);
      clt_record_chooser_show_message (self, _("Type to search"));
    }
}

/* What was found for other words must not be taken for the answer to these. */
static void
clt_record_chooser_typed_cb (CltRecordChooser *self)
{
  clt_record_chooser_ask_anew (self);
  clt_record_chooser_clear (self);
  self->is_hasty = FALSE;
}

/* Enter takes the best one, as soon as it is known which that is. */
static void
clt_record_chooser_entry_activated_cb (CltRecordChooser *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->results, 0);

  if (first != NULL)
    clt_record_chooser_row_activated_cb (self, first);
  else
    self->is_hasty = TRUE;
}

static void
clt_record_chooser_shown_cb (CltRecordChooser *self)
{
  gtk_editable_set_text (self->entry, "");
  clt_record_chooser_search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
clt_record_chooser_dispose (GObject *object)
{
  CltRecordChooser *self = CLT_RECORD_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_RECORD_CHOOSER);

  G_OBJECT_CLASS (clt_record_chooser_parent_class)->dispose (object);
}

static void
clt_record_chooser_finalize (GObject *object)
{
  CltRecordChooser *self = CLT_RECORD_CHOOSER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (clt_record_chooser_parent_class)->finalize (object);
}

static void
clt_record_chooser_class_init (CltRecordChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_record_chooser_dispose;
  object_class->finalize = clt_record_chooser_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, CLT_TYPE_RECORD_KEY, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/fields/clt-record-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, CltRecordChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, CltRecordChooser, message);
  gtk_widget_class_bind_template_child (widget_class, CltRecordChooser, results);
  gtk_widget_class_bind_template_child (widget_class, CltRecordChooser, stack);
  gtk_widget_class_bind_template_callback (widget_class, clt_record_chooser_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_record_chooser_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_record_chooser_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_record_chooser_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, clt_record_chooser_typed_cb);
}

static void
clt_record_chooser_init (CltRecordChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_record_chooser_new:
 * @session: where to look
 * @entity: (nullable): name of the only entity to look in
 *
 * Makes a popover that is still to be given to a menu button.
 *
 * Returns: (transfer floating): the chooser
 */
GtkWidget *
clt_record_chooser_new (CltSession *session,
                        const char *entity)
{
  CltRecordChooser *self;

  g_return_val_if_fail (CLT_IS_SESSION (session), NULL);

  self = g_object_new (CLT_TYPE_RECORD_CHOOSER, NULL);
  self->session = g_object_ref (session);
  self->entity = g_intern_string (entity);

  return GTK_WIDGET (self);
}
