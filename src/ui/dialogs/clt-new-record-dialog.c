/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-new-record-dialog"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-coalesce.h"
#include "clt-error.h"
#include "clt-field-row.h"
#include "clt-new-record-dialog.h"
#include "clt-new-record-start.h"
#include "clt-search.h"
#include "clt-text.h"
#include "clt-wrap-layout.h"

#define SIMILAR_DELAY_MS 200
#define MAX_SIMILAR 3

#define CLT_TYPE_NEW_RECORD_DIALOG (clt_new_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CltNewRecordDialog, clt_new_record_dialog, CLT, NEW_RECORD_DIALOG, AdwWindow)

struct _CltNewRecordDialog
{
  AdwWindow       parent_instance;

  AdwWindowTitle *title;
  GtkWidget      *create_button;
  GtkLabel       *problem;
  GtkBox         *rows;
  GtkWidget      *similar_box;
  GtkWidget      *similar;

  CltSession     *session;      /* (owned) */
  CltEntity      *entity;       /* (owned) */
  CltRecord      *start;        /* (owned) (nullable): what the rows began with */
  CltFieldRow    *title_row;    /* (nullable): one of the rows */
  GCancellable   *cancellable;  /* (owned): of everything under way; cancelled on closing */
  GCancellable   *searching;    /* (owned) (nullable): of the search for similar records */
  CltCoalesce    *search;       /* (owned) */
};

G_DEFINE_FINAL_TYPE (CltNewRecordDialog, clt_new_record_dialog, ADW_TYPE_WINDOW)

/* {{{ Similar records */

static void
clt_new_record_dialog_open (CltNewRecordDialog *self,
                            gint64              id)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-record", "(sx)",
                                clt_entity_get_name (self->entity), id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
clt_new_record_dialog_similar_clicked_cb (CltNewRecordDialog *self,
                                          GtkWidget          *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  clt_new_record_dialog_open (self, *id);
}

static void
clt_new_record_dialog_clear_similar (CltNewRecordDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->similar)) != NULL)
    gtk_box_remove (GTK_BOX (self->similar), child);
  gtk_widget_set_visible (self->similar_box, FALSE);
}

static void
clt_new_record_dialog_similar_cb (GObject      *object,
                                  GAsyncResult *result,
                                  gpointer      user_data)
{
  g_autoptr (CltNewRecordDialog) self = CLT_NEW_RECORD_DIALOG (user_data);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  /* Only a hint: that it could not be had is not worth a word. */
  hits = clt_store_search_finish (CLT_STORE (object), result, &error);
  if (clt_error_is_cancelled (error))
    return;

  clt_new_record_dialog_clear_similar (self);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      CltSearchHit *hit = g_ptr_array_index (hits, i);
      GtkWidget *button = gtk_button_new_with_label (hit->title);

      g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&hit->id, sizeof hit->id),
                              g_free);
      gtk_widget_set_tooltip_text (button, hit->context);
      g_signal_connect_object (button, "clicked",
                               G_CALLBACK (clt_new_record_dialog_similar_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->similar), button);
    }
  gtk_widget_set_visible (self->similar_box, hits != NULL && hits->len > 0);
}

static void
clt_new_record_dialog_search_cb (gpointer user_data)
{
  CltNewRecordDialog *self = CLT_NEW_RECORD_DIALOG (user_data);
  GtkWidget *input = clt_field_editor_get_input (clt_field_row_get_editor (self->title_row));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (input));

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (clt_text_is_blank (text))
    {
      clt_new_record_dialog_clear_similar (self);
      return;
    }

  self->searching = g_cancellable_new ();
  clt_store_search_async (clt_session_get_store (self->session), text,
                          clt_entity_get_name (self->entity), MAX_SIMILAR, self->searching,
                          clt_new_record_dialog_similar_cb, g_object_ref (self));
}

static void
clt_new_record_dialog_title_changed_cb (CltNewRecordDialog *self)
{
  clt_coalesce_request (self->search);
}

static void
clt_new_record_dialog_watch_title (CltNewRecordDialog *self)
{
  GtkWidget *input = NULL;

  if (self->title_row != NULL && clt_field_row_get_editor (self->title_row) != NULL)
    input = clt_field_editor_get_input (clt_field_row_get_editor (self->title_row));
  if (!GTK_IS_EDITABLE (input))
    return;

  g_signal_connect_object (input, "changed", G_CALLBACK (clt_new_record_dialog_title_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/* }}} */
/* {{{ Creating */

static void
clt_new_record_dialog_show_problem (CltNewRecordDialog *self,
                                    const GError       *error)
{
  g_autofree char *sentence = error != NULL ? clt_error_dup_sentence (error) : NULL;

  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

typedef struct
{
  CltNewRecordDialog *dialog; /* (owned) */
  gint64              id;
} Creation;

static void
clt_new_record_dialog_created_cb (GObject      *object,
                                  GAsyncResult *result,
                                  gpointer      user_data)
{
  g_autofree Creation *creation = user_data;
  g_autoptr (CltNewRecordDialog) self = creation->dialog;
  g_autoptr (GError) error = NULL;

  if (clt_command_stack_run_finish (CLT_COMMAND_STACK (object), result, &error))
    {
      clt_new_record_dialog_open (self, creation->id);
      return;
    }

  gtk_widget_set_sensitive (self->create_button, TRUE);
  clt_new_record_dialog_show_problem (self, error);
}

static CltFieldRow *
clt_new_record_dialog_find_row (CltNewRecordDialog *self,
                                const char         *field)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (g_str_equal (clt_field_row_get_field (CLT_FIELD_ROW (row)), field))
        return CLT_FIELD_ROW (row);
    }

  return NULL;
}

/* What the rows and, where there is none, the start say. The first wrong row gets the keyboard. */
static gboolean
clt_new_record_dialog_collect (CltNewRecordDialog *self,
                               GPtrArray          *names,
                               GPtrArray          *values)
{
  CltFieldRow *wrong = NULL;

  for (guint i = 0; i < clt_entity_get_n_fields (self->entity); i++)
    {
      const char *name = clt_field_get_name (clt_entity_get_field (self->entity, i));
      CltFieldRow *row = clt_new_record_dialog_find_row (self, name);
      g_autoptr (CltValue) value = NULL;

      value = row != NULL ? clt_field_row_dup_value (row)
                          : clt_value_ref (clt_record_get_nth_value (self->start, i));
      if (value == NULL)
        {
          wrong = wrong != NULL ? wrong : row;
          continue;
        }

      if (!clt_value_is_none (value))
        {
          g_ptr_array_add (names, (gpointer) name);
          g_ptr_array_add (values, g_steal_pointer (&value));
        }
    }

  if (wrong != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (wrong));

  return wrong == NULL;
}

static void
clt_new_record_dialog_create_cb (CltNewRecordDialog *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;
  Creation *creation;

  values = g_ptr_array_new_with_free_func ((GDestroyNotify) clt_value_unref);
  if (self->start == NULL || !gtk_widget_get_sensitive (self->create_button)
      || !clt_new_record_dialog_collect (self, names, values))
    return;

  creation = g_new0 (Creation, 1);
  creation->dialog = g_object_ref (self);
  changes = clt_session_create (self->session, self->entity, (const char *const *) names->pdata,
                                (CltValue **) values->pdata, names->len, &creation->id);
  /* Translators: what was done and can be undone: a kind of record, such as “Contact” */
  label = g_strdup_printf (_("%s created"), clt_entity_get_label (self->entity));
  clt_new_record_dialog_show_problem (self, NULL);
  gtk_widget_set_sensitive (self->create_button, FALSE);
  clt_command_stack_run_async (clt_session_get_commands (self->session), label, changes, NULL,
                               clt_new_record_dialog_created_cb, creation);
}

static gboolean
clt_new_record_dialog_create_binding_cb (GtkWidget *widget,
                                         GVariant  *arguments,
                                         gpointer   user_data)
{
  clt_new_record_dialog_create_cb (CLT_NEW_RECORD_DIALOG (widget));

  return GDK_EVENT_STOP;
}

/* }}} */

/* The fields that matter: those without which there is no record, and those that lists show. */
static gboolean
clt_new_record_dialog_wants (CltField *field)
{
  if (clt_field_has_flags (field, CLT_FIELD_READ_ONLY)
      || clt_field_has_flags (field, CLT_FIELD_HIDDEN))
    return FALSE;

  return clt_field_has_flags (field, CLT_FIELD_REQUIRED)
         || clt_field_has_flags (field, CLT_FIELD_COLUMN)
         || clt_field_get_role (field) == CLT_ROLE_BODY;
}

static void
clt_new_record_dialog_add_rows (CltNewRecordDialog *self)
{
  for (guint i = 0; i < clt_entity_get_n_fields (self->entity); i++)
    {
      CltField *field = clt_entity_get_field (self->entity, i);
      GtkWidget *row;

      if (!clt_new_record_dialog_wants (field))
        continue;

      row = clt_field_row_new (clt_field_get_name (field));
      clt_field_row_set_draft (CLT_FIELD_ROW (row), TRUE);
      clt_field_row_set_session (CLT_FIELD_ROW (row), self->session);
      clt_field_row_set_record (CLT_FIELD_ROW (row), self->start);
      gtk_box_append (self->rows, row);
      if (clt_field_get_role (field) == CLT_ROLE_TITLE)
        self->title_row = CLT_FIELD_ROW (row);
    }
}

static void
clt_new_record_dialog_begin (CltNewRecordDialog *self,
                             CltRecord          *about)
{
  GtkWidget *first;

  self->start = clt_new_record_start (self->entity, about);
  if (about != NULL)
    {
      /* Translators: below “New Contact”: the customer it belongs to */
      g_autofree char *subtitle = g_strdup_printf (_("For %s"), clt_record_get_title (about));

      adw_window_title_set_subtitle (self->title, subtitle);
    }

  clt_new_record_dialog_add_rows (self);
  clt_new_record_dialog_watch_title (self);
  first = self->title_row != NULL ? GTK_WIDGET (self->title_row)
                                  : gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
clt_new_record_dialog_about_cb (GObject      *object,
                                GAsyncResult *result,
                                gpointer      user_data)
{
  g_autoptr (CltNewRecordDialog) self = CLT_NEW_RECORD_DIALOG (user_data);
  g_autoptr (CltRecord) about = NULL;
  g_autoptr (GError) error = NULL;

  about = clt_store_load_finish (CLT_STORE (object), result, &error);
  if (clt_error_is_cancelled (error))
    return;

  /* A record that is gone meanwhile is no reason not to make a new one. */
  clt_new_record_dialog_show_problem (self, error);
  clt_new_record_dialog_begin (self, about);
}

static void
clt_new_record_dialog_dispose (GObject *object)
{
  CltNewRecordDialog *self = CLT_NEW_RECORD_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->searching);
  g_clear_pointer (&self->search, clt_coalesce_free);
  self->title_row = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_NEW_RECORD_DIALOG);

  G_OBJECT_CLASS (clt_new_record_dialog_parent_class)->dispose (object);
}

static void
clt_new_record_dialog_finalize (GObject *object)
{
  CltNewRecordDialog *self = CLT_NEW_RECORD_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->entity, clt_entity_unref);
  g_clear_object (&self->start);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->searching);

  G_OBJECT_CLASS (clt_new_record_dialog_parent_class)->finalize (object);
}

static void
clt_new_record_dialog_class_init (CltNewRecordDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clt_new_record_dialog_dispose;
  object_class->finalize = clt_new_record_dialog_finalize;

  g_type_ensure (CLT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/dialogs/clt-new-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CltNewRecordDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, CltNewRecordDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, CltNewRecordDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, CltNewRecordDialog, similar);
  gtk_widget_class_bind_template_child (widget_class, CltNewRecordDialog, similar_box);
  gtk_widget_class_bind_template_child (widget_class, CltNewRecordDialog, title);
  gtk_widget_class_bind_template_callback (widget_class, clt_new_record_dialog_create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                clt_new_record_dialog_create_binding_cb, NULL);
}

static void
clt_new_record_dialog_init (CltNewRecordDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->search = clt_coalesce_new (SIMILAR_DELAY_MS, clt_new_record_dialog_search_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_new_record_dialog_present:
 * @parent: the window that opens the new record (win.open-record)
 * @session: where it is made
 * @entity: what kind of record
 * @about: (nullable): the record it is to belong to
 *
 * Asks for what matters most of a new record, and makes it.
 */
void
clt_new_record_dialog_present (GtkWindow    *parent,
                               CltSession   *session,
                               CltEntity    *entity,
                               CltRecordKey *about)
{
  CltNewRecordDialog *self;
  g_autofree char *title = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (CLT_IS_SESSION (session));
  g_return_if_fail (entity != NULL);

  self = g_object_new (CLT_TYPE_NEW_RECORD_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->entity = clt_entity_ref (entity);
  /* Translators: title of a window: the name of a kind of record, such as “Contact” */
  title = g_strdup_printf (_("New %s"), clt_entity_get_label (entity));
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);

  if (about != NULL)
    clt_store_load_async (clt_session_get_store (session), about->entity, about->id,
                          self->cancellable, clt_new_record_dialog_about_cb, g_object_ref (self));
  else
    clt_new_record_dialog_begin (self, NULL);
  gtk_window_present (GTK_WINDOW (self));
}
