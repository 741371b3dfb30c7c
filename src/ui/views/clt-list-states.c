/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-list-states"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-empty-page.h"
#include "clt-error.h"
#include "clt-list-states.h"

/* What takes less is over before a spinner could be read. */
#define PATIENCE_MS 300

struct _CltListStates
{
  GtkWidget      parent_instance;

  GtkStack      *stack;      /* the only child */
  GtkWidget     *child;      /* in the stack */
  GtkWidget     *page;       /* in the stack; (nullable): made when it is first needed */
  GtkWidget     *spinner;    /* in the stack; (nullable): likewise */
  CltRecordList *list;       /* (owned) (nullable) */
  guint          patience;   /* source that shows the spinner, or 0 */
};

typedef enum
{
  PROP_CHILD = 1,
} CltListStatesProperty;

static GParamSpec *properties[PROP_CHILD + 1];

G_DEFINE_FINAL_TYPE (CltListStates, clt_list_states, GTK_TYPE_WIDGET)

static CltEmptyPage *
clt_list_states_ensure_page (CltListStates *self)
{
  if (self->page == NULL)
    {
      self->page = clt_empty_page_new ();
      gtk_stack_add_child (self->stack, self->page);
    }
  clt_empty_page_set_details (CLT_EMPTY_PAGE (self->page), NULL);

  return CLT_EMPTY_PAGE (self->page);
}

static CltEntity *
clt_list_states_get_entity (CltListStates *self)
{
  return clt_schema_find_entity (clt_store_get_schema (clt_record_list_get_store (self->list)),
                                 clt_query_get_entity (clt_record_list_get_query (self->list)));
}

static gboolean
clt_list_states_is_narrowed (CltListStates *self)
{
  CltQuery *query = clt_record_list_get_query (self->list);
  CltFilter *filter = clt_query_get_filter (query);
  const char *search = clt_query_get_search (query);

  return (filter != NULL && clt_filter_get_n_children (filter) > 0) ||
         (search != NULL && *search != '\0');
}

static void
clt_list_states_show_error (CltListStates *self,
                            const GError  *error)
{
  CltEmptyPage *page = clt_list_states_ensure_page (self);
  g_autofree char *sentence = clt_error_dup_sentence (error);

  clt_empty_page_set_text (page, "dialog-warning-symbolic", _("This List Could Not Be Read"),
                           sentence);
  clt_empty_page_set_details (page, error->message);
  clt_empty_page_set_action (page, _("_Try Again"), "place.reload");
  gtk_stack_set_visible_child (self->stack, self->page);
}

static void
clt_list_states_show_no_match (CltListStates *self)
{
  CltEmptyPage *page = clt_list_states_ensure_page (self);

  clt_empty_page_set_text (page, "edit-find-symbolic", _("Nothing Found"),
                           _("Nothing here matches the search and the filters."));
  clt_empty_page_set_action (page, _("_Clear Search and Filters"), "place.clear-filters");
  gtk_stack_set_visible_child (self->stack, self->page);
}

static void
clt_list_states_show_empty (CltListStates *self)
{
  CltEmptyPage *page = clt_list_states_ensure_page (self);
  CltEntity *entity = clt_list_states_get_entity (self);
  gboolean can_add = !clt_entity_has_flags (entity, CLT_ENTITY_READ_ONLY) &&
                     !clt_store_get_read_only (clt_record_list_get_store (self->list));
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autofree char *action = NULL;

  /* Translators: %s is the plural of a kind of record: “No Customers Yet”. */
  title = g_strdup_printf (_("No %s Yet"), clt_entity_get_label_plural (entity));
  /* Translators: %s is a kind of record: “New Customer”. */
  label = g_strdup_printf (_("_New %s"), clt_entity_get_label (entity));
  action = g_strdup_printf ("win.new-record::%s", clt_entity_get_name (entity));

  clt_empty_page_set_text (page, clt_entity_get_icon_name (entity), title,
                           can_add ? _("What you add or sync appears here.") : NULL);
  clt_empty_page_set_action (page, label, can_add ? action : NULL);
  gtk_stack_set_visible_child (self->stack, self->page);
}

static void
clt_list_states_patience_cb (gpointer user_data)
{
  CltListStates *self = user_data;

  self->patience = 0;
  if (self->spinner == NULL)
    {
      self->spinner = gtk_spinner_new ();
      gtk_widget_set_halign (self->spinner, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (self->spinner, GTK_ALIGN_CENTER);
      gtk_widget_set_size_request (self->spinner, 32, 32);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _("Loading"), -1);
      gtk_stack_add_child (self->stack, self->spinner);
    }
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  gtk_stack_set_visible_child (self->stack, self->spinner);
}

static void
clt_list_states_wait (CltListStates *self)
{
  if (self->patience == 0)
    self->patience = g_timeout_add_once (PATIENCE_MS, clt_list_states_patience_cb, self);
}

static void
clt_list_states_update (CltListStates *self)
{
  GError *error = clt_record_list_get_error (self->list);
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;

  if (is_empty && error == NULL && clt_record_list_get_loading (self->list))
    {
      clt_list_states_wait (self);
      return;
    }

  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->spinner != NULL)
    gtk_spinner_stop (GTK_SPINNER (self->spinner));

  if (error != NULL)
    clt_list_states_show_error (self, error);
  else if (!is_empty)
    gtk_stack_set_visible_child (self->stack, self->child);
  else if (clt_list_states_is_narrowed (self))
    clt_list_states_show_no_match (self);
  else
    clt_list_states_show_empty (self);
}

static void
clt_list_states_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CltListStates *self = CLT_LIST_STATES (object);

  switch ((CltListStatesProperty) prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_list_states_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CltListStates *self = CLT_LIST_STATES (object);

  switch ((CltListStatesProperty) prop_id)
    {
    case PROP_CHILD:
      g_assert (self->child == NULL);
      self->child = g_value_get_object (value);
      gtk_stack_add_child (self->stack, self->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_list_states_dispose (GObject *object)
{
  CltListStates *self = CLT_LIST_STATES (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_object (&self->list);

  G_OBJECT_CLASS (clt_list_states_parent_class)->dispose (object);
}

static void
clt_list_states_class_init (CltListStatesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = clt_list_states_dispose;
  object_class->get_property = clt_list_states_get_property;
  object_class->set_property = clt_list_states_set_property;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
clt_list_states_init (CltListStates *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/**
 * clt_list_states_set_list:
 * @self: the states
 * @list: what the child shows
 *
 * Follows the list from now on.
 */
void
clt_list_states_set_list (CltListStates *self,
                          CltRecordList *list)
{
  g_return_if_fail (CLT_IS_LIST_STATES (self));
  g_return_if_fail (CLT_IS_RECORD_LIST (list));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (clt_list_states_update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (clt_list_states_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::error", G_CALLBACK (clt_list_states_update), self,
                           G_CONNECT_SWAPPED);
  clt_list_states_update (self);
}
