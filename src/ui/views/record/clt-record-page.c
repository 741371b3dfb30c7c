/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-record-page"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clt-coalesce.h"
#include "clt-error.h"
#include "clt-form.h"
#include "clt-record-alert.h"
#include "clt-record-header.h"
#include "clt-record-page-private.h"
#include "clt-record-page.h"
#include "clt-related-page.h"
#include "clt-timeline.h"

#define LOOK_AGAIN_DELAY_MS 200

struct _CltRecordPage
{
  GtkWidget        parent_instance;

  GtkStack        *stack;
  GtkRevealer     *banner;
  GtkLabel        *banner_words;
  GtkButton       *banner_button;
  CltRecordHeader *header;
  GtkStack        *sections;
  GtkStackPage    *timeline_section;
  GtkStackPage    *related_section;
  GtkWidget       *switcher;
  CltForm         *form;
  CltTimeline     *timeline;
  CltRelatedPage  *related;

  CltSession      *session;     /* (owned) */
  CltRecord       *record;      /* (owned) (nullable) */
  CltRecordList   *list;        /* (owned) (nullable) */
  GCancellable    *cancellable; /* (owned) (nullable): of the look for what must not be missed */
  CltCoalesce     *look_again;  /* (owned): for that */
};

G_DEFINE_FINAL_TYPE (CltRecordPage, clt_record_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SESSION = 1,
  PROP_RECORD,
  PROP_LIST,
} CltRecordPageProperty;

static GParamSpec *properties[PROP_LIST + 1];

/* {{{ The banner */

static void
clt_record_page_show_banner (CltRecordPage *self,
                             const char    *words,
                             const char    *button,
                             const char    *action)
{
  gtk_label_set_label (self->banner_words, words);
  gtk_button_set_label (self->banner_button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner_button), action);
  gtk_revealer_set_reveal_child (self->banner, TRUE);
}

static void
clt_record_page_alert_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (CltRecordPage) self = CLT_RECORD_PAGE (user_data);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  sentence = clt_record_alert_find_finish (CLT_STORE (object), result, &error);
  if (error != NULL)
    {
      if (!clt_error_is_cancelled (error))
        g_info ("What must not be missed is not known: %s", error->message);
      return;
    }

  if (sentence != NULL)
    clt_record_page_show_banner (self, sentence, _("Show"), "record.show-related");
  else
    gtk_revealer_set_reveal_child (self->banner, FALSE);
}

static void
clt_record_page_update_banner (CltRecordPage *self)
{
  CltStore *store = clt_session_get_store (self->session);
  CltRecordKey key;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (store == NULL || self->record == NULL)
    return;

  if (clt_record_get_state (self->record) == CLT_RECORD_GONE)
    {
      clt_record_page_show_banner (self, _("This record was deleted"), _("Undo"), "win.undo");
      return;
    }

  key.entity = g_intern_string (clt_entity_get_name (clt_record_get_entity (self->record)));
  key.id = clt_record_get_id (self->record);
  self->cancellable = g_cancellable_new ();
  clt_record_alert_find_async (store, &key, self->cancellable, clt_record_page_alert_cb,
                               g_object_ref (self));
}

static void
clt_record_page_look_again_cb (gpointer user_data)
{
  clt_record_page_update_banner (CLT_RECORD_PAGE (user_data));
}

static void
clt_record_page_store_changed_cb (CltRecordPage *self)
{
  clt_coalesce_request (self->look_again);
}

/* }}} */
/* {{{ Sections */

static void
clt_record_page_update_related_title (CltRecordPage *self)
{
  gint64 count = 0;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  g_object_get (self->related, "count", &count, NULL);
  number = g_strdup_printf ("%'" G_GINT64_FORMAT, count);
  /* Translators: a tab: the records that belong to this one, and how many they are */
  title = count > 0 ? g_strdup_printf (_("Related (%s)"), number) : g_strdup (_("Related"));
  gtk_stack_page_set_title (self->related_section, title);
}

/* What stands on others' timelines has none of its own, nor have those who are only chosen from. */
static gboolean
clt_record_page_has_timeline (CltRecordPage *self)
{
  return !clt_entity_has_flags (clt_record_get_entity (self->record), CLT_ENTITY_TIMELINE)
         && !clt_entity_has_flags (clt_record_get_entity (self->record), CLT_ENTITY_REFERENCE);
}

/* A user or team has much that refers to it, and nothing else to tell. */
static gboolean
clt_record_page_has_related (CltRecordPage *self)
{
  return !clt_entity_has_flags (clt_record_get_entity (self->record), CLT_ENTITY_TIMELINE)
         && clt_related_page_has_lists (self->related);
}

static void
clt_record_page_update_sections (CltRecordPage *self)
{
  const gboolean has_timeline = clt_record_page_has_timeline (self);
  const gboolean has_related = clt_record_page_has_related (self);

  clt_record_header_set_has_timeline (self->header, has_timeline);
  gtk_stack_page_set_visible (self->timeline_section, has_timeline);
  gtk_stack_page_set_visible (self->related_section, has_related);
  gtk_widget_set_visible (self->switcher, has_timeline || has_related);
  if (!gtk_stack_page_get_visible (gtk_stack_get_page (self->sections,
                                   gtk_stack_get_visible_child (self->sections))))
    gtk_stack_set_visible_child_name (self->sections, "facts");
}

static void
clt_record_page_show_related (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  gtk_stack_set_visible_child_name (CLT_RECORD_PAGE (widget)->sections, "related");
}

/* }}} */
/* {{{ Following record, list and store */

static void
clt_record_page_update_state (CltRecordPage *self)
{
  if (self->record == NULL)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (clt_record_get_state (self->record) == CLT_RECORD_LOADING)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    gtk_stack_set_visible_child_name (self->stack, "record");

  clt_record_page_update_actions (self);
  clt_record_page_update_banner (self);
}

static void
clt_record_page_list_changed_cb (CltRecordPage *self)
{
  clt_record_page_update_actions (self);
}

static void
clt_record_page_fill (CltRecordPage *self)
{
  g_autoptr (GMenuModel) menu = clt_record_page_dup_new_menu (self);

  gtk_revealer_set_reveal_child (self->banner, FALSE);
  clt_record_header_set_record (self->header, self->record);
  clt_record_header_set_new_menu (self->header, menu);
  clt_form_set_record (self->form, self->record);
  clt_related_page_set_record (self->related, self->record);
  clt_timeline_set_record (self->timeline,
                           self->record != NULL && clt_record_page_has_timeline (self)
                           ? self->record : NULL);
  if (self->record != NULL)
    clt_record_page_update_sections (self);
  clt_record_page_update_state (self);
}

/* }}} */

static void
clt_record_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CltRecordPage *self = CLT_RECORD_PAGE (object);

  switch ((CltRecordPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_record_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CltRecordPage *self = CLT_RECORD_PAGE (object);

  switch ((CltRecordPageProperty) prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;

    case PROP_RECORD:
      clt_record_page_set_record (self, g_value_get_object (value));
      break;

    case PROP_LIST:
      clt_record_page_set_list (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_record_page_constructed (GObject *object)
{
  CltRecordPage *self = CLT_RECORD_PAGE (object);

  G_OBJECT_CLASS (clt_record_page_parent_class)->constructed (object);

  clt_record_header_set_session (self->header, self->session);
  clt_form_set_session (self->form, self->session);
  clt_timeline_set_session (self->timeline, self->session);
  clt_related_page_set_session (self->related, self->session);
  g_signal_connect_object (clt_session_get_store (self->session), "changed",
                           G_CALLBACK (clt_record_page_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->related, "notify::count",
                           G_CALLBACK (clt_record_page_update_related_title), self,
                           G_CONNECT_SWAPPED);
  clt_record_page_update_state (self);
}

/* Not into the title, which the first key would overwrite. */
static gboolean
clt_record_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (CLT_RECORD_PAGE (widget)->switcher, GTK_DIR_TAB_FORWARD);
}

static void
clt_record_page_dispose (GObject *object)
{
  CltRecordPage *self = CLT_RECORD_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->look_again, clt_coalesce_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLT_TYPE_RECORD_PAGE);

  G_OBJECT_CLASS (clt_record_page_parent_class)->dispose (object);
}

static void
clt_record_page_finalize (GObject *object)
{
  CltRecordPage *self = CLT_RECORD_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_object (&self->list);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (clt_record_page_parent_class)->finalize (object);
}

static void
clt_record_page_install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, CLT_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, CLT_TYPE_RECORD, flags);
  properties[PROP_LIST] =
    g_param_spec_object ("list", NULL, NULL, CLT_TYPE_RECORD_LIST, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clt_record_page_bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CLT_TYPE_FORM);
  g_type_ensure (CLT_TYPE_RECORD_HEADER);
  g_type_ensure (CLT_TYPE_RELATED_PAGE);
  g_type_ensure (CLT_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/record/clt-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, banner);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, banner_button);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, banner_words);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, form);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, header);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, related);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, related_section);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, sections);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, CltRecordPage, timeline_section);
}

static void
clt_record_page_class_init (CltRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clt_record_page_get_property;
  object_class->set_property = clt_record_page_set_property;
  object_class->constructed = clt_record_page_constructed;
  object_class->dispose = clt_record_page_dispose;
  object_class->finalize = clt_record_page_finalize;
  widget_class->grab_focus = clt_record_page_grab_focus;
  clt_record_page_install_properties (object_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recordpage");
  clt_record_page_bind_template (widget_class);
  clt_record_page_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "record.show-related", NULL,
                                   clt_record_page_show_related);
}

static void
clt_record_page_init (CltRecordPage *self)
{
  self->look_again = clt_coalesce_new (LOOK_AGAIN_DELAY_MS, clt_record_page_look_again_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_record_page_new:
 * @session: where the records live
 *
 * Returns: (transfer floating): a page that shows no record
 */
GtkWidget *
clt_record_page_new (CltSession *session)
{
  g_return_val_if_fail (CLT_IS_SESSION (session), NULL);

  return g_object_new (CLT_TYPE_RECORD_PAGE, "session", session, NULL);
}

/**
 * clt_record_page_get_session:
 * @self: a record page
 *
 * Returns: (transfer none): where the records live
 */
CltSession *
clt_record_page_get_session (CltRecordPage *self)
{
  g_return_val_if_fail (CLT_IS_RECORD_PAGE (self), NULL);

  return self->session;
}

/**
 * clt_record_page_get_record:
 * @self: a record page
 *
 * Returns: (transfer none) (nullable): the record it shows
 */
CltRecord *
clt_record_page_get_record (CltRecordPage *self)
{
  g_return_val_if_fail (CLT_IS_RECORD_PAGE (self), NULL);

  return self->record;
}

/**
 * clt_record_page_set_record:
 * @self: a record page
 * @record: (nullable): the record to show
 *
 * Shows a record, or the empty page. What was being typed for the record before is saved.
 */
void
clt_record_page_set_record (CltRecordPage *self,
                            CltRecord     *record)
{
  g_return_if_fail (CLT_IS_RECORD_PAGE (self));
  g_return_if_fail (record == NULL || CLT_IS_RECORD (record));

  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (record, "notify::state", G_CALLBACK (clt_record_page_update_state),
                             self, G_CONNECT_SWAPPED);
  clt_record_page_fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/**
 * clt_record_page_get_list:
 * @self: a record page
 *
 * Returns: (transfer none) (nullable): the list that previous and next walk through
 */
CltRecordList *
clt_record_page_get_list (CltRecordPage *self)
{
  g_return_val_if_fail (CLT_IS_RECORD_PAGE (self), NULL);

  return self->list;
}

/**
 * clt_record_page_set_list:
 * @self: a record page
 * @list: (nullable): the list that previous and next walk through
 */
void
clt_record_page_set_list (CltRecordPage *self,
                          CltRecordList *list)
{
  g_return_if_fail (CLT_IS_RECORD_PAGE (self));
  g_return_if_fail (list == NULL || CLT_IS_RECORD_LIST (list));

  if (self->list == list)
    return;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (clt_record_page_list_changed_cb),
                             self, G_CONNECT_SWAPPED);
  clt_record_page_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
}

/**
 * clt_record_page_begin_follow_up:
 * @self: a record page
 *
 * Shows the timeline and puts the keyboard where a follow-up is written.
 */
void
clt_record_page_begin_follow_up (CltRecordPage *self)
{
  g_return_if_fail (CLT_IS_RECORD_PAGE (self));

  gtk_stack_set_visible_child_name (self->sections, "timeline");
  clt_timeline_begin_follow_up (self->timeline);
}

/**
 * clt_record_page_edit_title:
 * @self: a record page
 *
 * Puts the keyboard into the title.
 */
void
clt_record_page_edit_title (CltRecordPage *self)
{
  g_return_if_fail (CLT_IS_RECORD_PAGE (self));

  clt_record_header_edit_title (self->header);
}
